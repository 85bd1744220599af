import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../../tests/setup/database.ts";
import { watchOf, watchParameters } from "../../domain/watch.ts";
import type { Desk } from "./desk.ts";
import { openText } from "./letter.ts";
import { change, confirm, forget, MOST_WATCHES, noticedFor, pending, personOf, type Subscription, sendLink, subscribe, unsubscribe } from "./person.ts";
import { sealWith } from "./seal.ts";

const seal = sealWith("a secret of a site that is used in tests only");
const now = new Date("2026-11-22T10:00:00Z");
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const A = "a@example.org";

let database: TestDatabase;
let desk: Desk;
/** Statements of the transactions of the desk, since they were last taken. */
let statements: string[] = [];
beforeAll(async () => {
  database = await makeDatabase();
  const plain = (await database.open()).desk(seal);
  desk = {
    ...plain,
    transaction: (work) =>
      plain.transaction((tx) =>
        work({
          ...tx,
          all: (statement, values) => {
            statements.push(typeof statement === "string" ? statement : statement.text);
            return tx.all(statement, values);
          },
        }),
      ),
  };
});
afterAll(() => database.drop());
beforeEach(async () => {
  await desk.sql.all("TRUNCATE desk.person, desk.watch, desk.token, desk.mail, desk.notice, desk.waiting RESTART IDENTITY");
  statements = [];
});

function asked(given: Partial<Subscription> & { readonly of?: Readonly<Record<string, string>> } = {}): Subscription {
  const watch = watchOf(watchParameters(given.of ?? { place: "BR" }), []);
  if (!watch) throw new Error("nothing is watched");
  const linkOf: Subscription["linkOf"] = (token, locale) => `https://atlas.example/${locale}/alerts/confirm?token=${token}`;
  return { address: A, locale: "en", rhythm: "daily", watches: [watch], query: watch.query, recodings: false, now, mayMail: true, linkOf, ...given };
}

const rows = <Row extends object>(table: string): Promise<Row[]> => desk.sql.all<Row>(`SELECT * FROM desk.${table} ORDER BY 1`);
const mails = () =>
  desk.sql.all<{ kind: string; locale: string; address: Uint8Array; person: number | null; said: Record<string, string> }>(
    "SELECT * FROM desk.mail ORDER BY id",
  );

/** The token in the latest mail that confirms. */
async function token(): Promise<string> {
  const last = (await mails()).findLast((one) => one.kind === "confirm");
  return new URL(openText(seal, last?.said["link"] ?? "")).searchParams.get("token") ?? "";
}

async function confirmed(given?: Parameters<typeof asked>[0]): Promise<number> {
  await subscribe(desk, asked(given));
  return (await confirm(desk, await token(), now))?.id ?? 0;
}

test("a new address is told nothing until its link was followed, and the link works once", async () => {
  await subscribe(desk, asked({ locale: "ar" }));
  const [mail] = await mails();
  expect(mail).toMatchObject({ kind: "confirm", locale: "ar", said: { query: "place=BR", rhythm: "daily" } });
  expect(seal.open(mail?.address ?? new Uint8Array())).toBe(A);
  expect(JSON.stringify(await rows("mail"))).not.toContain(await token());
  expect(JSON.stringify([await rows("person"), await rows("token"), await rows("watch")])).not.toMatch(/example\.org/);
  const link = await token();
  expect(await personOf(desk.sql, 1, 1)).toBeNull();
  for (let look = 0; look < 2; look += 1)
    expect(await pending(desk, link, now)).toEqual({ watches: [{ query: "place=BR", recodings: false }], locale: "ar", rhythm: "daily" });
  expect(await confirm(desk, link, now)).toMatchObject({ id: 1, epoch: 1, full: false });
  expect(await confirm(desk, link, now)).toBeNull();
  expect(await pending(desk, link, now)).toBeNull();
  expect(await personOf(desk.sql, 1, 1)).toMatchObject({ locale: "ar", rhythm: "daily", watches: [{ query: "place=BR", recodings: false }] });
  expect(await personOf(desk.sql, 1, 2)).toBeNull();
});

test("a link that is forged or older than two days confirms nothing", async () => {
  await subscribe(desk, asked());
  expect(await confirm(desk, "x".repeat(32), now)).toBeNull();
  expect(await pending(desk, "", now)).toBeNull();
  expect(await confirm(desk, await token(), later(48.1))).toBeNull();
  expect(await rows("person")).toMatchObject([{ confirmed: null }]);
  expect(await confirm(desk, await token(), later(47.9))).toMatchObject({ id: 1 });
});

test("unknown, waiting, confirmed and overrun addresses take the same statements", async () => {
  const taken: string[][] = [];
  const take = async (given: Parameters<typeof asked>[0]): Promise<void> => {
    statements = [];
    await subscribe(desk, asked(given));
    taken.push([...statements]);
  };
  await take({});
  await take({});
  await confirm(desk, await token(), now);
  await take({});
  await take({ of: { place: "FR" } });
  await take({ of: { place: "DE" }, mayMail: false });
  await take({ address: "other@example.org", mayMail: false });
  const released = taken.map((one) => one.map((text) => text.replace(/^(?:RELEASE|ROLLBACK TO) /, "END ")));
  for (const one of released) expect(one).toEqual(released[0]);
  expect((await mails()).map((one) => one.kind)).toEqual(["confirm", "confirm", "known", "confirm"]);
  expect(await rows("person")).toHaveLength(1);
  expect(await rows("watch")).toHaveLength(2);
  statements = [];
  const links: string[][] = [];
  for (const [address, mayMail] of [
    [A, true],
    [A, false],
    ["other@example.org", true],
  ] as const) {
    statements = [];
    await sendLink(desk, { address, locale: "en", mayMail });
    links.push(statements.map((text) => text.replace(/^(?:RELEASE|ROLLBACK TO) /, "END ")));
  }
  for (const one of links) expect(one).toEqual(links[0]);
  expect((await mails()).slice(4)).toMatchObject([{ kind: "known", person: 1, said: { query: "" } }]);
});

test("who has confirmed keeps language, rhythm and recodings whatever others fill in, and confirms each further watch", async () => {
  await confirmed();
  await subscribe(desk, asked({ locale: "fr", rhythm: "at-once", recodings: true }));
  await subscribe(desk, asked({ locale: "fr", rhythm: "at-once", of: { place: "FR" }, address: " A@EXAMPLE.org" }));
  expect(await personOf(desk.sql, 1, 1)).toMatchObject({ locale: "en", rhythm: "daily", watches: [{ query: "place=BR", recodings: false }] });
  expect((await mails()).at(-1)).toMatchObject({ kind: "confirm", locale: "en", said: { query: "place=FR", rhythm: "daily" } });
  await confirm(desk, await token(), now);
  expect((await personOf(desk.sql, 1, 1))?.watches.map((one) => one.query)).toEqual(["place=BR", "place=FR"]);
});

test("what was asked for at once is confirmed at once, and nothing else", async () => {
  await subscribe(desk, asked({ of: { place: "DE" }, now: later(-1) }));
  const watches = ["BR", "FR"].flatMap((place) => asked({ of: { place } }).watches);
  await subscribe(desk, asked({ watches, query: "q=grooming+brazil+france" }));
  expect((await pending(desk, await token(), now))?.watches.map((one) => one.query)).toEqual(["place=BR", "place=FR"]);
  await confirm(desk, await token(), now);
  expect((await personOf(desk.sql, 1, 1))?.watches.map((one) => one.query)).toEqual(["place=BR", "place=FR"]);
});

test("nobody has more watches than is allowed, even when links are followed at once", async () => {
  const id = await confirmed();
  await desk.sql.all(
    `INSERT INTO desk.watch (person, query, needs, anchor, confirmed) SELECT $1, 'q=' || n, ARRAY['word:' || n], 'word:' || n, now() FROM generate_series(1, $2) n`,
    [id, MOST_WATCHES - 2],
  );
  const tokens: string[] = [];
  for (const place of ["FR", "DE", "US"]) {
    await subscribe(desk, asked({ of: { place } }));
    tokens.push(await token());
  }
  const done = await Promise.all(tokens.map((one) => confirm(desk, one, now)));
  expect(done.map((one) => one?.full).sort()).toEqual([false, true, true]);
  expect((await personOf(desk.sql, id, 1))?.watches).toHaveLength(MOST_WATCHES);
});

test("watches are changed and ended by their owner only; with the last one everything goes", async () => {
  const id = await confirmed();
  await confirmed({ of: { topic: "law" } });
  const other = await confirmed({ address: "other@example.org", of: { place: "BR" } });
  const [first, second] = (await personOf(desk.sql, id, 1))?.watches.map((one) => one.id) ?? [];
  const theirs = (await personOf(desk.sql, other, 1))?.watches[0]?.id ?? 0;
  await change(desk, id, { locale: "fr", rhythm: "weekly", recodings: [first ?? 0, theirs], ended: [theirs] });
  expect(await personOf(desk.sql, id, 1)).toMatchObject({ locale: "fr", rhythm: "weekly", watches: [{ recodings: true }, { recodings: false }] });
  expect(await personOf(desk.sql, other, 1)).toMatchObject({ locale: "en", watches: [{ id: theirs, recodings: false }] });
  // Two changes wait because of the first watch; the second one would tell of one of them as well.
  await desk.sql.all(
    `INSERT INTO desk.notice (changeset, change, kind, record_id, features, said) VALUES
     (1, 'amendment', 'coding', 'x', '{place:BR}', '{}'), (1, 'amendment', 'coding', 'y', '{place:BR,topic:law}', '{}')`,
  );
  await desk.sql.all("INSERT INTO desk.waiting (person, notice, watch) SELECT $1, id, $2 FROM desk.notice", [id, first]);
  expect(await unsubscribe(desk, { person: id, epoch: 2, watch: first ?? 0 })).toBe(false);
  expect(await unsubscribe(desk, { person: id, epoch: 1, watch: first ?? 0 })).toBe(true);
  expect(await desk.sql.all("SELECT n.record_id FROM desk.waiting w JOIN desk.notice n ON n.id = w.notice")).toEqual([{ record_id: "y" }]);
  await subscribe(desk, asked({ of: { place: "DE" } }));
  expect(await unsubscribe(desk, { person: id, epoch: 1, watch: theirs })).toBe(true);
  expect(await personOf(desk.sql, other, 1)).toMatchObject({ watches: [{ id: theirs }] });
  expect(await unsubscribe(desk, { person: id, epoch: 1, watch: second ?? 0 })).toBe(true);
  expect(await unsubscribe(desk, { person: id, epoch: 1, watch: second ?? 0 })).toBe(true);
  expect(await rows("person")).toMatchObject([{ id: other }]);
  expect(await rows("waiting")).toEqual([]);
  expect((await mails()).map((one) => one.person)).toEqual([other]);
});

test("a preview counts what was published here lately, recodings only when asked", async () => {
  await desk.sql.all(
    `INSERT INTO desk.notice (changeset, change, kind, record_id, features, said) VALUES
     (1, 'amendment', 'coding', 'x', '{place:BR}', '{}'), (1, 'recoding', 'coding', 'y', '{place:BR,topic:law}', '{}'), (1, 'update', 'update', 'z', '{place:FR}', '{}')`,
  );
  const watches = ["BR", "US"].flatMap((place) => asked({ of: { place } }).watches);
  expect(await noticedFor(desk.sql, watches, false)).toBe(1);
  expect(await noticedFor(desk.sql, watches, true)).toBe(2);
  expect(await noticedFor(desk.sql, [], true)).toBe(0);
});

test("who wants to be forgotten is", async () => {
  const id = await confirmed();
  await subscribe(desk, asked({ of: { place: "FR" } }));
  await forget(desk, id);
  await forget(desk, id);
  for (const table of ["person", "watch", "token", "mail", "waiting"]) expect([table, await rows(table)]).toEqual([table, []]);
  expect(await confirmed()).toBeGreaterThan(id);
});
