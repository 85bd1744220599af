import type { SiteLocale } from "../../domain/locale.ts";
import type { Sql } from "../sql.ts";
import type { MailKind } from "./desk.ts";
import type { KeptNotice } from "./notice.ts";
import { TOKEN_HOURS } from "./token.ts";

/** How long a sender has a mail in hand before another may take it, in seconds. It is longer than any sending may take. */
const LEASE_SECONDS = 300;

/** People of whom one statement gathers what they are to be told: the database holds them, not the program. */
const GATHERED_AT_ONCE = 500;

// One statement moves what waits into the outbox: it is in one of the two, whenever the program is killed.
// Who is just being told of something by another publication is left to the next round.
const GATHER = `
  WITH told AS MATERIALIZED (
    SELECT p.id, p.locale, p.address FROM desk.person p
     WHERE p.confirmed IS NOT NULL AND p.id IN (SELECT person FROM desk.waiting)
       AND (p.rhythm = 'at-once' OR coalesce(p.gathered, p.confirmed) < CASE p.rhythm WHEN 'daily' THEN $2::timestamptz ELSE $3::timestamptz END)
       AND ($4::bytea IS NULL OR p.mark = $4)
     ORDER BY p.id LIMIT ${GATHERED_AT_ONCE} FOR NO KEY UPDATE SKIP LOCKED),
  taken AS (DELETE FROM desk.waiting w USING told t WHERE w.person = t.id RETURNING w.person, w.notice, w.watch),
  digest AS (
    SELECT person, max(notice) AS latest, array_agg(notice ORDER BY notice) AS notices, jsonb_agg(watch ORDER BY notice) AS watches FROM taken GROUP BY person),
  written AS (
    INSERT INTO desk.mail (key, kind, locale, address, person, said, notices)
    SELECT 'digest ' || d.person || ' ' || d.latest, 'digest', t.locale, t.address, d.person, jsonb_build_object('watches', d.watches), d.notices
      FROM digest d JOIN told t ON t.id = d.person RETURNING 1),
  noted AS (UPDATE desk.person SET gathered = $1 FROM told t WHERE desk.person.id = t.id RETURNING 1)
  SELECT count(*) AS count FROM written`;

/** The beginning of the day and of the week (Monday) in UTC: who hears daily or weekly is told once in each. */
function beginnings(now: Date): { day: Date; week: Date } {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  return { day, week: new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000) };
}

/**
 * Writes one digest for each person to whom something is to be told by now: at once, or with the first run of a new day or
 * week. `only`: the mark of the one address that is meant. Gives the number of digests.
 */
export async function gather(sql: Sql, now: Date, only: Uint8Array | null = null): Promise<number> {
  const { day, week } = beginnings(now);
  let digests = 0;
  for (;;) {
    const [row] = await sql.all<{ count: number }>(GATHER, [now, day, week, only]);
    digests += row?.count ?? 0;
    if (!row || row.count < GATHERED_AT_ONCE) return digests;
  }
}

/** A mail that a sender has in hand. */
export interface HeldMail {
  readonly id: number;
  readonly key: string;
  readonly kind: MailKind;
  readonly locale: SiteLocale;
  readonly address: Buffer;
  readonly said: unknown;
  readonly notices: readonly number[];
  readonly attempts: number;
  /** What went wrong the last time; empty when nothing did. */
  readonly fault: string;
  readonly created: string;
  /** Whose subscription it is, for the links; null when it is nobody's. */
  readonly person: { readonly id: number; readonly epoch: number; readonly locale: SiteLocale } | null;
}

const MAIL =
  "m.id, m.key, m.kind, m.locale, m.address, m.said, m.notices::text[] AS notices, m.attempts, m.fault, m.created, m.person, p.epoch, p.locale AS speaks";

type Row = Omit<HeldMail, "notices" | "person"> & { notices: string[]; person: number | null; epoch: number | null; speaks: SiteLocale | null };

/** Takes the mail in hand that is due longest; null when none is. `only`: the one person whose mail is meant. */
export async function take(sql: Sql, only: number | null = null): Promise<HeldMail | null> {
  const [row] = await sql.all<Row>(
    {
      name: "take-mail",
      text: `WITH next AS (
        SELECT id FROM desk.mail WHERE state = 'queued' AND due <= now() AND (held IS NULL OR held < now()) AND ($2::bigint IS NULL OR person = $2)
         ORDER BY due, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED),
      m AS (UPDATE desk.mail SET held = now() + make_interval(secs => $1) FROM next WHERE desk.mail.id = next.id RETURNING desk.mail.*)
      SELECT ${MAIL} FROM m LEFT JOIN desk.person p ON p.id = m.person`,
    },
    [LEASE_SECONDS, only],
  );
  return row ? heldMail(row) : null;
}

/** The mails that are due, without taking them: for a rehearsal. `after`: the last id that was read. */
export async function due(sql: Sql, after: number, limit: number, only: number | null = null): Promise<HeldMail[]> {
  const rows = await sql.all<Row>(
    `SELECT ${MAIL} FROM desk.mail m LEFT JOIN desk.person p ON p.id = m.person
      WHERE m.state = 'queued' AND m.due <= now() AND m.id > $1 AND ($3::bigint IS NULL OR m.person = $3) ORDER BY m.id LIMIT $2`,
    [after, limit, only],
  );
  return rows.map(heldMail);
}

function heldMail({ person, epoch, speaks, ...row }: Row): HeldMail {
  return {
    ...row,
    notices: row.notices.map(Number),
    person: person !== null && epoch !== null && speaks !== null ? { id: person, epoch, locale: speaks } : null,
  };
}

/**
 * Notes that the server has taken a mail over. Links in it are forgotten here: they are in the mail, and nowhere else. So is
 * the address of a mail that belongs to no person: nothing would take it along when what it was about is deleted.
 */
export async function markSent(sql: Sql, id: number): Promise<void> {
  await sql.all(
    {
      name: "mail-sent",
      text: `UPDATE desk.mail SET state = 'sent', sent = now(), held = NULL, fault = '', said = said - 'link',
               address = CASE WHEN person IS NULL THEN '' ELSE address END WHERE id = $1`,
    },
    [id],
  );
}

/** Notes that a mail could not be sent: it is tried again after so many seconds, or never. */
export async function markFault(sql: Sql, id: number, fault: string, again: number | null): Promise<void> {
  await sql.all(
    `UPDATE desk.mail SET attempts = attempts + 1, held = NULL, fault = $2,
        state = CASE WHEN $3::double precision IS NULL THEN 'failed' ELSE 'queued' END, due = now() + make_interval(secs => coalesce($3, 0)) WHERE id = $1`,
    [id, fault, again],
  );
}

/** Puts the mails that were given up back into the queue; gives their number. Those whose link has ended meanwhile stay as they are. */
export async function tryAgain(sql: Sql): Promise<number> {
  const rows = await sql.all(
    `UPDATE desk.mail SET state = 'queued', attempts = 0, due = now(), created = now() WHERE state = 'failed' AND octet_length(address) > 0
        AND (kind NOT IN ('confirm', 'sign') OR created > now() - make_interval(hours => ${TOKEN_HOURS})) RETURNING 1`,
  );
  return rows.length;
}

/** Notices by their number, as they were written down. */
export async function noticesOf(sql: Sql, numbers: readonly number[]): Promise<KeptNotice[]> {
  return sql.all<KeptNotice>("SELECT id AS no, change, kind, record_id AS record, said FROM desk.notice WHERE id = ANY ($1::bigint[]) ORDER BY id", [numbers]);
}

/** The queries of watches, by their number; a watch that was ended is left out. */
export async function queriesOf(sql: Sql, watches: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await sql.all<{ id: number; query: string }>("SELECT id, query FROM desk.watch WHERE id = ANY ($1::bigint[])", [watches]);
  return new Map(rows.map((row) => [row.id, row.query]));
}

/** How many mails are in which state. */
export async function mailCounts(sql: Sql): Promise<{ queued: number; sent: number; failed: number }> {
  const rows = await sql.all<{ state: "queued" | "sent" | "failed"; count: number }>("SELECT state, count(*) AS count FROM desk.mail GROUP BY state");
  return { queued: 0, sent: 0, failed: 0, ...Object.fromEntries(rows.map((row) => [row.state, row.count])) };
}
