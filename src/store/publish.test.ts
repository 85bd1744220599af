import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../tests/setup/database.ts";
import { coding, record, row, smallRecord } from "../../tests/setup/record.ts";
import { writeFiles } from "../dataset/write.ts";
import { exportFiles, load } from "./load.ts";
import type { Store } from "./open.ts";
import type { Note } from "./projection.ts";

const NOTE: Note = { role: "editor", reason: "a test", kind: "correction", digest: "" };

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await makeDatabase();
  store = await database.open();
});
afterAll(() => database.drop());

test("the first load adds everything, the same load again nothing", async () => {
  const first = await load(store, smallRecord(), "one");
  expect(first).toMatchObject({ changeset: 1, added: smallRecord().length, changed: 0, removed: 0 });
  expect(await load(store, smallRecord(), "one")).toMatchObject({ changeset: 0 });
  expect(await load(store, smallRecord(), "another digest, the same records")).toMatchObject({ changeset: 0 });
  expect(await store.reader.revision()).toMatchObject({ id: 1, digest: "one" });
});

test("what is exported is what was loaded, byte for byte", async () => {
  expect(await exportFiles(store)).toEqual(writeFiles(smallRecord()));
});

test("an answer speaks for its days only", async () => {
  const on = async (day: string) => {
    const answers = await store.reader.answersIn(["FR"], day);
    return answers.map((one) => [one.question, one.coding?.answer ?? null, one.next?.id ?? null, one.since]);
  };
  expect(await on("1998-06-17")).toEqual([
    ["def-csam", "no", "fr-def-csam", "1990-01-01"],
    ["age-limit", null, "fr-age-limit", "2021-12-31"],
    ["party-to-convention", null, "convention-fr-signed", "2007-10-25"],
  ]);
  expect(await on("2009-01-01")).toContainEqual(["party-to-convention", "signatory", "convention-fr", "2007-10-25"]);
  expect(await on("2025-01-01")).toEqual([
    ["def-csam", "yes", null, "1990-01-01"],
    ["age-limit", "15", null, "2021-12-31"],
    ["party-to-convention", "party", null, "2007-10-25"],
  ]);
  expect(await on("1980-01-01")).toContainEqual(["def-csam", null, "fr-def-csam-old", "1990-01-01"]);
});

test("answers to questions come from every jurisdiction that was coded, and from no other", async () => {
  const answers = await store.reader.answersTo(["def-csam"], "2025-01-01");
  expect(answers.map((one) => one.jurisdiction).sort()).toEqual(["BR", "FR"]);
  expect(await store.reader.coverage()).toEqual(
    new Map([
      ["def-csam", 2],
      ["age-limit", 1],
      ["party-to-convention", 1],
    ]),
  );
});

test("a suppressed figure has no value and is not 0", async () => {
  const figures = await store.reader.observations({ dataset: "reports" });
  expect(figures.map((one) => [one.row, one.value, one.status])).toEqual([
    ["reports/BR/2024", 120, "exact"],
    ["reports/BR/2025", null, "suppressed"],
    ["reports/FR/2024", null, "missing"],
  ]);
  expect(await store.reader.rows("reports", 2, 1)).toMatchObject({ total: 3, rows: [{ id: "reports/BR/2025" }, { id: "reports/FR/2024" }] });
});

test("counts say what the record holds", async () => {
  const counts = await store.reader.counts();
  expect(counts.kinds).toMatchObject({ coding: 4, "treaty-status": 1, row: 3, update: 0 });
  expect(counts.codings).toEqual({ codebook: 4, ask: 0, treaty: 2 });
  expect(counts.coded).toEqual({ codebook: 2, ask: 0, treaty: 1 });
  expect(counts.observations).toBe(3);
});

test.each([
  ["an answer outside the scale", [coding({ id: "br-age", question: "age-limit", answer: "maybe" })], /"maybe".*BR.*age-limit.*not in the codebook/],
  ["a number out of bounds", [coding({ id: "br-age", question: "age-limit", answer: "31" })], /not in the codebook/],
  ["two answers for one day", [coding({ id: "br-again", from: "2020-01-01" })], /Two codings of BR for def-csam speak for the same day/],
  ["an unknown question", [coding({ id: "br-odd", question: "no-such" })], /names the question no-such/],
  [
    "a scale that drops an answer in use",
    [record("scale", { id: "yes-no", type: "category", unit: "", min: null, max: null, options: [{ id: "no", label: "No", state: "no" }] })],
    /would no longer hold the answer "yes"/,
  ],
  ["a record given twice", [coding({ id: "br-x", from: "1990", to: "1991-01-01" }), coding({ id: "br-x", from: "1990", to: "1991-01-01" })], /given twice/],
])("a bad changeset changes nothing: %s", async (_, changes, message) => {
  const before = await store.records();
  const good = row("FR", "2020", "7");
  await expect(store.publish([good, ...changes], NOTE)).rejects.toThrow(message);
  expect(await store.records()).toEqual(before);
  expect((await store.reader.revision()).id).toBe(1);
});

test("every version is kept, with both times", async () => {
  const later = coding({ id: "br-def-csam", answer: "no", change: "recoding" });
  await store.publish([later], { ...NOTE, reason: "read again" });
  await store.publish([{ kind: "coding", id: "br-def-csam", body: null }], { ...NOTE, reason: "withdrawn" });
  const versions = await store.reader.history("coding", "br-def-csam");
  expect(versions.map((one) => [one.changeset, one.reason, (one.body as { answer?: string } | null)?.answer ?? null])).toEqual([
    [1, "first load of the record", "yes"],
    [2, "read again", "no"],
    [3, "withdrawn", null],
  ]);
  expect(versions.map((one) => one.until)).toEqual([versions[1]?.recorded, versions[2]?.recorded, null]);
  expect((await store.reader.answersTo(["def-csam"], "2025-01-01")).map((one) => one.jurisdiction)).toEqual(["FR"]);
  expect((await store.reader.changes(2)).map((one) => [one.id, one.action])).toEqual([
    ["br-def-csam", "removed"],
    ["br-def-csam", "changed"],
  ]);
});

test("a load after changes makes a changeset of the difference only", async () => {
  const records = smallRecord().filter((one) => one.id !== "fr-age-limit");
  const loaded = await load(store, [...records, coding({ id: "br-age-limit", question: "age-limit", answer: "18" })], "two");
  expect(loaded).toMatchObject({ changeset: 4, added: 2, changed: 0, removed: 1 });
  expect((await store.reader.answersIn(["BR"], "2025-01-01")).map((one) => one.coding?.answer)).toEqual(["yes", "18"]);
});

test("an answer may give its days to another in one changeset, in any order", async () => {
  const ended = coding({ id: "br-def-csam", to: "2019-12-31" });
  const next = coding({ id: "br-def-csam-2020", answer: "no", from: "2020-01-01", change: "amendment" });
  await store.publish([next, ended], { ...NOTE, kind: "amendment" });
  const [answer] = await store.reader.answersIn(["BR"], "2019-12-31");
  expect([answer?.coding?.answer, answer?.next?.answer]).toEqual(["yes", "no"]);
});

test("a scale that draws an answer otherwise, a treaty with another question, a dataset with other columns: what hangs on them follows", async () => {
  const all = await store.records();
  const scale = all.find((one) => one.kind === "scale" && one.id === "yes-no");
  const dataset = all.find((one) => one.kind === "dataset");
  const treaty = all.find((one) => one.kind === "treaty");
  if (scale?.kind !== "scale" || dataset?.kind !== "dataset" || treaty?.kind !== "treaty") throw new Error("the small record has lost a kind");
  const twin = all.find((one) => one.id === "party-to-convention");
  if (twin?.kind !== "question") throw new Error("the treaty's question is gone");
  await store.publish(
    [
      record("scale", { ...scale.body, options: scale.body.options.map((one) => (one.id === "no" ? { ...one, state: "unclear" as const } : one)) }),
      record("question", { ...twin.body, id: "bound-by-convention", order: 4 }),
      record("treaty", { ...treaty.body, question: "bound-by-convention" }),
      record("dataset", { ...dataset.body, measures: [{ id: "reports", label: "Reports", unit: "notices", definition: "" }] }),
    ],
    NOTE,
  );
  const [state] = await store.sql.all<{ state: string }>("SELECT DISTINCT state FROM record.answer WHERE answer = 'no'");
  expect(state).toEqual({ state: "unclear" });
  expect((await store.reader.answersTo(["bound-by-convention"], "2025-01-01")).map((one) => one.coding?.question)).toEqual(["bound-by-convention"]);
  expect(await store.reader.answersTo(["party-to-convention"], "2025-01-01")).toEqual([]);
  expect(new Set((await store.reader.observations({})).map((one) => one.unit))).toEqual(new Set(["notices"]));
});

test("another program hears of a changeset", async () => {
  const other = await database.open();
  const before = await other.reader.revision();
  await store.publish([row("FR", "2019", "9")], NOTE);
  await expect.poll(async () => (await other.reader.revision()).id, { timeout: 5000 }).toBe(before.id + 1);
  expect((await other.reader.counts()).kinds.row).toBe(4);
});
