import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Desk } from "../../src/store/desk/desk.ts";
import {
  correctionLog,
  decideFeedback,
  FEEDBACK_KEPT,
  feedbackOf,
  forgetFeedback,
  leaveFeedback,
  listFeedback,
  type Report,
} from "../../src/store/desk/feedback.ts";
import { sealWith } from "../../src/store/desk/seal.ts";
import { forgetTallies, spend, tallied } from "../../src/store/desk/tally.ts";
import { load } from "../../src/store/load.ts";
import { makeDatabase, type TestDatabase } from "../setup/database.ts";
import { smallRecord } from "../setup/record.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const later = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await makeDatabase();
  const store = await database.open();
  await load(store, smallRecord(), "one");
  desk = store.desk(sealWith("a secret of a site that is used in tests only"));
});
afterAll(() => database.drop());
beforeEach(async () => {
  await desk.sql.all("DELETE FROM desk.feedback");
  await desk.sql.all("DELETE FROM desk.mail");
});

const leave = (given: Partial<Report> = {}) =>
  leaveFeedback(
    desk,
    { page: "/en/questions/def-csam", kind: "question", record: "def-csam", what: "Wrong.", suggested: "", source: "", email: "", locale: "en", ...given },
    NOW,
  );
const ACCEPT = { state: "accepted", summary: "The day.", decision: "Mended.", revision: 1 } as const;

test("a report is found by its number however it is typed, and its address is sealed", async () => {
  const reference = await leave({ email: "a@example.org" });
  expect(reference).toMatch(/^[2-9B-DF-HJ-NP-TV-XZ]{4}-[2-9B-DF-HJ-NP-TV-XZ]{4}$/);
  expect(await feedbackOf(desk.sql, ` ${reference.toLowerCase()}`)).toMatchObject({ reference, what: "Wrong.", state: "open", answer: true });
  expect(await feedbackOf(desk.sql, "NONE-NONE")).toBe(null);
  const [row] = await desk.sql.all<{ address: Buffer }>("SELECT address FROM desk.feedback");
  expect(row?.address.toString("latin1")).not.toContain("example");
});

test("a decision is written down, answered once and logged; the address goes", async () => {
  const reference = await leave({ email: "a@example.org", page: "/en/questions/def-csam/words?of=the-sender" });
  const after = await decideFeedback(desk, reference, ACCEPT, later(1));
  expect(after).toMatchObject({ state: "accepted", revision: 1, answer: false });
  expect(after.changed).not.toBe(null);
  await decideFeedback(desk, reference, { ...ACCEPT, state: "declined", revision: null }, later(2));
  const mails = await desk.sql.all<{ kind: string; said: object; address: Buffer }>("SELECT kind, said, address FROM desk.mail");
  expect(mails.map(({ kind, said }) => [kind, said])).toEqual([
    ["answer", { reference, page: "/en/questions/def-csam", state: "accepted", summary: "The day.", decision: "Mended." }],
  ]);
  expect(after.page).toContain("of=the-sender");
  expect(desk.seal.open(mails[0]?.address ?? Buffer.of())).toBe("a@example.org");
  const { corrections } = await correctionLog(desk.sql);
  expect(corrections).toHaveLength(1);
  expect(corrections[0]).toMatchObject({ reference, state: "declined", revision: null, changed: null });
});

test("the log counts what nobody has looked at by record, and shows neither spam nor a sender's words", async () => {
  for (const record of ["def-csam", "def-csam", "age-limit"]) await leave({ record });
  await leave({ kind: "", record: "", page: "/en/search?q=sender" });
  const spam = await leave({ record: "age-limit", email: "a@example.org" });
  await decideFeedback(desk, spam, { state: "spam", summary: "", decision: "", revision: null }, NOW);
  const looked = await leave({ what: "sender's words" });
  await decideFeedback(desk, looked, { state: "open", summary: "Asked about the day.", decision: "", revision: null }, NOW);
  const log = await correctionLog(desk.sql);
  expect(log.corrections.map(({ reference, state, decided }) => [reference, state, decided])).toEqual([[looked, "open", null]]);
  expect(log.waiting).toEqual([
    { kind: "question", record: "def-csam", count: 2 },
    { kind: "", record: "", count: 1 },
    { kind: "question", record: "age-limit", count: 1 },
  ]);
  expect(JSON.stringify(log.waiting)).not.toContain("sender");
  expect(await desk.sql.all("SELECT 1 FROM desk.mail")).toEqual([]);
});

test("a decision without words for the log, for no report or with no revision is refused and changes nothing", async () => {
  const reference = await leave();
  for (const [one, decision] of [
    [reference, { ...ACCEPT, summary: "" }],
    [reference, { ...ACCEPT, decision: "" }],
    [reference, { ...ACCEPT, decision: "x".repeat(601) }],
    [reference, { ...ACCEPT, revision: 99 }],
    ["NONE-NONE", ACCEPT],
  ] as const)
    await expect(decideFeedback(desk, one, decision, NOW)).rejects.toMatchObject({ sort: "refused" });
  expect((await feedbackOf(desk.sql, reference))?.state).toBe("open");
});

test("spam goes after a month, a sender's words after a year, what nobody decided after two", async () => {
  const [spam, done, open] = [await leave(), await leave(), await leave()];
  await desk.sql.all("UPDATE desk.feedback SET page = '/en/questions?q=words' WHERE reference = $1", [done]);
  await decideFeedback(desk, spam, { state: "spam", summary: "", decision: "", revision: null }, NOW);
  await decideFeedback(desk, done, ACCEPT, NOW);
  await forgetFeedback(desk.sql, later(FEEDBACK_KEPT.spam - 1));
  expect(await listFeedback(desk.sql, "")).toHaveLength(3);
  await forgetFeedback(desk.sql, later(FEEDBACK_KEPT.words + 1));
  expect((await listFeedback(desk.sql, "")).map(({ reference, what }) => [reference, what])).toEqual([
    [done, ""],
    [open, "Wrong."],
  ]);
  expect((await feedbackOf(desk.sql, done))?.page).toBe("/en/questions");
  await forgetFeedback(desk.sql, later(FEEDBACK_KEPT.open + 1));
  expect((await correctionLog(desk.sql)).corrections.map((one) => one.summary)).toEqual(["The day."]);
  expect(await listFeedback(desk.sql, "open")).toEqual([]);
});

test("what is counted at the same moment is counted, a stamp is used once, and both are forgotten after a day", async () => {
  const key = Buffer.from("key");
  const counts = await Promise.all(Array.from({ length: 20 }, () => tallied(desk.sql, key, NOW)));
  expect(counts.sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(await tallied(desk.sql, key, new Date(NOW.getTime() + 3_600_000))).toBe(1);
  const spent = await Promise.all(Array.from({ length: 5 }, () => spend(desk.sql, key, later(0.1))));
  expect(spent.filter(Boolean)).toHaveLength(1);
  await forgetTallies(desk.sql, later(1.1));
  expect(await tallied(desk.sql, key, NOW)).toBe(1);
  expect(await spend(desk.sql, key, NOW)).toBe(true);
});
