import { randomBytes } from "node:crypto";
import type { SiteLocale } from "../../domain/locale.ts";
import type { Watch } from "../../domain/watch.ts";
import type { Sql, Tx } from "../sql.ts";
import { type Desk, meant, post } from "./desk.ts";
import { type Letters, sealText } from "./letter.ts";
import type { Signed } from "./link.ts";
import { issueToken, lookAtToken, spendToken } from "./token.ts";

/** How often a person is told: each change as soon as it is published, or all of a day or week together. */
export const RHYTHMS = ["at-once", "daily", "weekly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** Most watches that one person can have. */
export const MOST_WATCHES = 50;

/** What somebody asks for who gives an address. */
export interface Subscription {
  readonly address: string;
  readonly locale: SiteLocale;
  readonly rhythm: Rhythm;
  /** What shall be watched: at least one; what is asked for at once is confirmed at once. */
  readonly watches: ReadonlyArray<Pick<Watch, "query" | "needs" | "anchor">>;
  /** The query that all of it was made from, for the letter. */
  readonly query: string;
  readonly recodings: boolean;
  readonly now: Date;
  /** Whether one more mail may go to the address today; the work is the same when not. */
  readonly mayMail: boolean;
  /** The address of the page that confirms, for a token. */
  readonly linkOf: (token: string, locale: SiteLocale) => string;
}

interface PersonRow {
  readonly id: number;
  readonly epoch: number;
  readonly locale: SiteLocale;
  readonly rhythm: Rhythm;
}

/**
 * Takes down, unconfirmed, what an address shall be told, and sends the link that confirms it; to who has all of it
 * confirmed already, the link to the list. Whether the address is known, waits, has had its letters for today or was never
 * seen: the statements are the same, and nothing is given back that would tell. Who has confirmed keeps language and rhythm.
 */
export async function subscribe(desk: Desk, asked: Subscription): Promise<void> {
  const { address, locale, rhythm, watches, query, recodings, now } = asked;
  const [mark, sealed] = [desk.seal.mark(address), desk.seal.close(address.trim())];
  await desk.transaction((tx) =>
    meant(tx, async () => {
      const [person] = await tx.all<PersonRow>(
        `INSERT INTO desk.person AS p (mark, address, locale, rhythm, created) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (mark) DO UPDATE SET locale = CASE WHEN p.confirmed IS NULL THEN excluded.locale ELSE p.locale END,
           rhythm = CASE WHEN p.confirmed IS NULL THEN excluded.rhythm ELSE p.rhythm END,
           created = CASE WHEN p.confirmed IS NULL THEN excluded.created ELSE p.created END
         RETURNING id, epoch, locale, rhythm`,
        [mark, sealed, locale, rhythm, now],
      );
      if (!person) throw new Error("A person that was written down was not given back.");
      const taken = [];
      for (const watch of watches) taken.push(...(await takeDown(tx, person.id, watch, recodings, now)));
      const open = taken.find((one) => !one.confirmed) ?? taken[0];
      const token = await issueToken(tx, "watch", open?.id ?? 0, now);
      const confirm: Letters["confirm"] = { link: sealText(desk.seal, asked.linkOf(token, person.locale)), query, rhythm: person.rhythm };
      const known: Letters["known"] = { query };
      const letter = open?.confirmed ? ({ kind: "known", said: known } as const) : ({ kind: "confirm", said: confirm } as const);
      await post(tx, { ...letter, key: newKey(letter.kind), locale: person.locale, address: sealed, person: person.id });
      return asked.mayMail;
    }),
  );
}

function takeDown(tx: Tx, person: number, { query, needs, anchor }: Subscription["watches"][number], recodings: boolean, now: Date) {
  return tx.all<{ id: number; confirmed: string | null }>(
    `INSERT INTO desk.watch AS w (person, query, needs, anchor, recodings, created) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (person, query) DO UPDATE SET recodings = CASE WHEN w.confirmed IS NULL THEN excluded.recodings ELSE w.recodings END,
       created = CASE WHEN w.confirmed IS NULL THEN excluded.created ELSE w.created END
     RETURNING id, confirmed`,
    [person, query, needs, anchor, recodings, now],
  );
}

/** Sends the link to the list of one's own, if the address has confirmed; whether it has or not, the work is the same. */
export async function sendLink(desk: Desk, asked: Pick<Subscription, "address" | "locale" | "mayMail">): Promise<void> {
  const sealed = desk.seal.close(asked.address.trim());
  await desk.transaction((tx) =>
    meant(tx, async () => {
      const [person] = await tx.all<PersonRow>("SELECT id, epoch, locale, rhythm FROM desk.person WHERE mark = $1 AND confirmed IS NOT NULL", [
        desk.seal.mark(asked.address),
      ]);
      const said: Letters["known"] = { query: "" };
      await post(tx, { key: newKey("known"), kind: "known", locale: person?.locale ?? asked.locale, address: sealed, person: person?.id ?? null, said });
      return asked.mayMail && person !== undefined;
    }),
  );
}

function newKey(kind: string): string {
  return `${kind} ${randomBytes(12).toString("base64url")}`;
}

/** What a link asks to confirm. */
export interface Pending {
  readonly watches: ReadonlyArray<{ readonly query: string; readonly recodings: boolean }>;
  readonly locale: SiteLocale;
  readonly rhythm: Rhythm;
}

/** The watches that were asked for together with one of this id. */
const TOGETHER = `desk.watch w JOIN desk.watch first ON first.id = $1 AND w.person = first.person
  AND (w.id = first.id OR w.confirmed IS NULL AND w.created = first.created)`;

/** What would be confirmed; null when the token was used, has expired or was never given. Looking changes nothing: mail scanners follow links. */
export async function pending({ sql }: Desk, token: string, now: Date): Promise<Pending | null> {
  const watch = await lookAtToken(sql, "watch", token, now);
  const rows = await sql.all<{ query: string; recodings: boolean; locale: SiteLocale; rhythm: Rhythm }>(
    `SELECT w.query, w.recodings, p.locale, p.rhythm FROM ${TOGETHER} JOIN desk.person p ON p.id = w.person ORDER BY w.id`,
    [watch ?? 0],
  );
  const [first] = rows;
  return first ? { watches: rows.map(({ query, recodings }) => ({ query, recodings })), locale: first.locale, rhythm: first.rhythm } : null;
}

/** A person who has just confirmed, for the link to the list; `full` when there are as many watches as one can have. */
export interface Confirmed extends PersonRow {
  readonly full: boolean;
}

/**
 * Confirms what was asked for and, with the first, the person; the token is used up then. Null when it was used before, has
 * expired or was never given.
 */
export async function confirm(desk: Desk, token: string, now: Date): Promise<Confirmed | null> {
  return desk.transaction(async (tx) => {
    const watch = (await spendToken(tx, "watch", token, now)) ?? 0;
    // The row of the person is held until the end: of two links that are followed at once, only one can be the last that fits.
    const [person] = await tx.all<PersonRow>(
      `UPDATE desk.person p SET confirmed = COALESCE(p.confirmed, $2) FROM desk.watch w
       WHERE w.id = $1 AND p.id = w.person RETURNING p.id, p.epoch, p.locale, p.rhythm`,
      [watch, now],
    );
    const done = await tx.all(
      `UPDATE desk.watch SET confirmed = COALESCE(desk.watch.confirmed, $2)
       WHERE id IN (SELECT w.id FROM ${TOGETHER} ORDER BY w.id LIMIT
         greatest(0, $3 - (SELECT count(*) FROM desk.watch o JOIN desk.watch f ON f.id = $1 AND o.person = f.person AND o.confirmed IS NOT NULL)))
       RETURNING id`,
      [watch, now, MOST_WATCHES],
    );
    await tx.all("DELETE FROM desk.token WHERE purpose = 'watch' AND subject = $1", [watch]);
    return person ? { ...person, full: done.length === 0 } : null;
  });
}

/** How many of the latest notices are looked through for a preview: each holds all the words of its record. */
const LOOKED_THROUGH = 300;

/** How many of the changes that were published here lately any of the watches would have been told of. */
export async function noticedFor(sql: Sql, watches: ReadonlyArray<Pick<Watch, "needs">>, recodings: boolean): Promise<number> {
  const [row] = await sql.all<{ count: number }>(
    `SELECT count(*) FROM (SELECT features, change FROM desk.notice ORDER BY id DESC LIMIT ${LOOKED_THROUGH}) n
     WHERE ($1 OR n.change <> 'recoding')
       AND EXISTS (SELECT FROM jsonb_array_elements($2::jsonb) w WHERE ARRAY(SELECT jsonb_array_elements_text(w)) <@ n.features)`,
    [recodings, JSON.stringify(watches.map((one) => one.needs))],
  );
  return row?.count ?? 0;
}

/** A watch as its owner sees it. */
export interface Held {
  readonly id: number;
  readonly query: string;
  readonly recodings: boolean;
}

/** What a person has with us, but for the address. */
export interface Person extends PersonRow {
  readonly watches: readonly Held[];
}

/** A person who has confirmed, as long as links of this epoch are good; null otherwise. */
export async function personOf(sql: Sql, id: number, epoch: number): Promise<Person | null> {
  const [person] = await sql.all<PersonRow>("SELECT id, epoch, locale, rhythm FROM desk.person WHERE id = $1 AND epoch = $2 AND confirmed IS NOT NULL", [
    id,
    epoch,
  ]);
  if (!person) return null;
  const watches = await sql.all<Held>("SELECT id, query, recodings FROM desk.watch WHERE person = $1 AND confirmed IS NOT NULL ORDER BY id", [id]);
  return { ...person, watches };
}

/** What a person wants to be otherwise. */
export interface Wanted {
  readonly locale: SiteLocale;
  readonly rhythm: Rhythm;
  /** Ids of the watches that shall also tell of recodings; all others shall not. */
  readonly recodings: readonly number[];
  /** Ids of the watches that shall end. */
  readonly ended: readonly number[];
}

/** Changes language, rhythm and watches of a person; watches of others are left alone, whatever ids are given. */
export async function change(desk: Desk, id: number, { locale, rhythm, recodings, ended }: Wanted): Promise<void> {
  await desk.transaction(async (tx) => {
    await tx.all("UPDATE desk.person SET locale = $2, rhythm = $3 WHERE id = $1", [id, locale, rhythm]);
    await tx.all("UPDATE desk.watch SET recodings = (id = ANY($2)) WHERE person = $1 AND confirmed IS NOT NULL", [id, recodings]);
    await endIn(tx, id, ended);
  });
}

/**
 * Ends one watch, or with 0 all of them; with the last one the address goes too. True for who is gone already. False when the
 * link is of an epoch that is over.
 */
export async function unsubscribe(desk: Desk, { person, epoch, watch }: Signed): Promise<boolean> {
  return desk.transaction(async (tx) => {
    const [found] = await tx.all<{ epoch: number }>("SELECT epoch FROM desk.person WHERE id = $1 FOR UPDATE", [person]);
    if (found && found.epoch !== epoch) return false;
    if (watch > 0) await endIn(tx, person, [watch]);
    else await forgetIn(tx, person);
    return true;
  });
}

/**
 * Deletes the address and everything that hangs on it, at once: watches, what waits to be told, mail that waits or was sent,
 * links. Nothing happens when there is nobody of this number.
 */
export async function forget(desk: Desk, id: number): Promise<void> {
  await desk.transaction((tx) => forgetIn(tx, id));
}

async function endIn(tx: Tx, id: number, ended: readonly number[]): Promise<void> {
  // What waits because of an ended watch goes with it, unless another watch of the person asks for it too.
  await tx.all(
    `DELETE FROM desk.waiting w USING desk.notice n WHERE n.id = w.notice AND w.person = $1 AND w.watch = ANY($2)
     AND NOT EXISTS (SELECT FROM desk.watch o WHERE o.person = $1 AND o.confirmed IS NOT NULL AND o.id <> ALL($2)
       AND o.needs <@ n.features AND (o.recodings OR n.change <> 'recoding'))`,
    [id, ended],
  );
  await tx.all("DELETE FROM desk.token WHERE purpose = 'watch' AND subject IN (SELECT id FROM desk.watch WHERE person = $1 AND id = ANY($2))", [id, ended]);
  await tx.all("DELETE FROM desk.watch WHERE person = $1 AND id = ANY($2)", [id, ended]);
  const [left] = await tx.all<{ count: number }>("SELECT count(*) FROM desk.watch WHERE person = $1 AND confirmed IS NOT NULL", [id]);
  if (left?.count === 0) await forgetIn(tx, id);
}

async function forgetIn(tx: Tx, id: number): Promise<void> {
  await tx.all("DELETE FROM desk.token WHERE purpose = 'watch' AND subject IN (SELECT id FROM desk.watch WHERE person = $1)", [id]);
  await tx.all("DELETE FROM desk.person WHERE id = $1", [id]);
}
