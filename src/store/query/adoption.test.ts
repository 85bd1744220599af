import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../../tests/setup/database.ts";
import { coding, record, smallRecord } from "../../../tests/setup/record.ts";
import { countsOn, curveOf, yearsOf } from "../../analysis/adoption.ts";
import type { Coding } from "../../domain/coding.ts";
import { stateOf } from "../../domain/question.ts";
import { load } from "../load.ts";
import { migrate, packagedMigrations } from "../migrate.ts";
import type { Store } from "../open.ts";
import type { Change, Note } from "../projection.ts";
import { daysOf } from "./adoption.ts";

const NOTE: Note = { role: "editor", reason: "a test", kind: "correction", digest: "" };
const DAYS = ["1975-05-05", "1990-01-01", "1998-06-17", "1998-06-18", "2008-12-31", "2010-09-27", "2021-12-31", "2026-11-22", "2030-01-01"];

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await makeDatabase();
  store = await database.open();
  await load(store, smallRecord(), "one");
});
afterAll(() => database.drop());

/** What the analysis makes of the codings, in the form of the store. */
async function workedOut(at: string): Promise<unknown[]> {
  const { reader } = store;
  const { questions, scales } = await reader.catalogue();
  const spans = await reader.spans({});
  const state = (one: Coding) => {
    const scale = scales.get(questions.get(one.question)?.scale ?? "");
    return (scale && stateOf(scale, one.answer)) ?? "unclear";
  };
  const plain = (counts: ReadonlyMap<string, number>): object => Object.fromEntries([...counts].filter(([band]) => band !== "not-known"));
  return [...new Set(spans.map((one) => one.question))].sort().map((question) => {
    const curve = curveOf(
      spans.filter((one) => one.question === question),
      state,
    );
    return { question, coded: curve.coded, years: yearsOf(curve).map(({ year, counts }) => ({ year, counts: plain(counts) })), on: plain(countsOn(curve, at)) };
  });
}

async function expectEqual(): Promise<void> {
  for (const at of DAYS) {
    const read = await store.reader.adoption(at);
    expect(read).toEqual(await workedOut(at));
    for (const { coded, years, on } of read) {
      for (const counts of [on, ...years.map((one) => one.counts)]) {
        const sum = Object.values(counts).reduce((all, one) => all + one, 0);
        expect(sum).toBeLessThanOrEqual(coded);
      }
    }
  }
  for (const question of (await store.reader.catalogue()).questions.keys())
    expect(await store.reader.changeDays(question)).toEqual(daysOf(await store.reader.spans({ questions: [question] })));
}

test("what is counted equals what the codings amount to", async () => {
  await expectEqual();
  expect((await store.reader.adoption("2009-01-01")).find((one) => one.question === "party-to-convention")).toEqual({
    question: "party-to-convention",
    coded: 1,
    years: [
      { year: 2007, counts: { partial: 1 } },
      { year: 2010, counts: { yes: 1 } },
    ],
    on: { partial: 1 },
  });
  expect(await store.reader.changeDays("def-csam")).toEqual(["1990-01-01", "1998-06-18", "2008-11-26"].map((day) => ({ day, law: true })));
  expect(await store.reader.changeDays("age-limit")).toEqual([{ day: "2021-12-31", law: false }]);
});

const scale = (state: "no" | "unclear"): Change =>
  record("scale", {
    id: "yes-no",
    type: "category",
    unit: "",
    min: null,
    max: null,
    options: [
      { id: "yes", label: "Yes", state: "yes" },
      { id: "no", label: "No", state },
    ],
  });

test.each<[string, Change[]]>([
  ["a coding that is added", [coding({ id: "eu-def-csam", jurisdiction: "EU", from: "2011-12-17", to: "2026-04-03" })]],
  ["a coding that changes its days", [coding({ id: "br-def-csam", from: "2003" })]],
  ["a coding that changes its answer", [coding({ id: "br-def-csam", answer: "no", from: "2003" })]],
  [
    "a coding that moves to another question",
    [coding({ id: "fr-age-limit", jurisdiction: "FR", question: "def-csam", answer: "no", from: "1980", to: "1989-12-31" })],
  ],
  ["an answer that is drawn in another way", [scale("unclear")]],
  ["a treaty status that is removed", [{ kind: "treaty-status", id: "convention-fr", body: null }]],
  ["a coding that is removed", [{ kind: "coding", id: "fr-def-csam-old", body: null }]],
  [
    "all codings of a question removed",
    [
      { kind: "coding", id: "fr-def-csam", body: null },
      { kind: "coding", id: "br-def-csam", body: null },
      { kind: "coding", id: "eu-def-csam", body: null },
      { kind: "coding", id: "fr-age-limit", body: null },
    ],
  ],
])("it stays right after %s", async (_, changes) => {
  expect((await store.publish(changes, NOTE)).changeset).toBeGreaterThan(0);
  await expectEqual();
});

test("an earlier revision gives what was counted then", async () => {
  const first = await store.reader.revisionOn(1);
  if (!first) throw new Error("The first revision is gone.");
  const past = store.reader.asKnown(first);
  expect((await past.adoption("2025-01-01")).map(({ question, on }) => [question, on])).toEqual([
    ["age-limit", { number: 1 }],
    ["def-csam", { yes: 2 }],
    ["party-to-convention", { yes: 1 }],
  ]);
  expect((await past.changeDays("def-csam")).map((one) => one.day)).toEqual(["1990-01-01", "1998-06-18", "2008-11-26"]);
});

test("a store that was filled before is counted when it is migrated", async () => {
  await store.publish([coding({ id: "br-def-csam" })], NOTE);
  const before = await store.reader.adoption("2026-11-22");
  expect(before.length).toBeGreaterThan(0);
  const pool = new pg.Pool({ connectionString: database.url });
  try {
    await pool.query("DROP FUNCTION record.count_adoption; DROP TABLE record.adoption, record.adoption_day, record.adoption_year");
    await pool.query("DELETE FROM record.migration WHERE name LIKE '%-adoption.sql'");
    expect(await migrate(pool, packagedMigrations())).toEqual([expect.stringContaining("adoption")]);
  } finally {
    await pool.end();
  }
  expect(await store.reader.adoption("2026-11-22")).toEqual(before);
});
