import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../tests/setup/database.ts";
import { coding, row, smallRecord } from "../../tests/setup/record.ts";
import { load } from "./load.ts";
import type { Store } from "./open.ts";
import type { Reader } from "./reader.ts";

let database: TestDatabase;
let store: Store;

/** An amendment in the third changeset, a recoding in the fourth, a figure and a removal in the fifth. */
beforeAll(async () => {
  database = await makeDatabase();
  store = await database.open();
  await load(store, smallRecord(), "one");
  await store.publish([row("BR", "2024", "121")], { role: "editor", reason: "a figure was mistyped", kind: "correction", digest: "" });
  const ended = coding({ id: "br-def-csam", to: "2025-12-31" });
  const next = coding({ id: "br-def-csam-2026", answer: "no", from: "2026-01-01", change: "amendment", note: "Law 1 of 2025." });
  await store.publish([ended, next], { role: "editor", reason: "Law 1 of 2025 is in force", kind: "amendment", digest: "" });
  const again = coding({ id: "br-def-csam-2026", answer: "yes", from: "2026-01-01", change: "recoding", note: "Law 1 of 2025, read in full." });
  await store.publish([again], { role: "reviewer", reason: "the exception was overlooked", kind: "correction", digest: "" });
  await store.publish([row("FR", "2024", "9"), { kind: "row", id: "reports/BR/2025", body: null }], {
    role: "release",
    reason: "new figures",
    kind: "release",
    digest: "two",
  });
});
afterAll(() => database.drop());

const lines = async (reader: Reader, id: string) =>
  (await reader.history("coding", id)).map((one) => [one.changeset, one.role, one.cause, one.reason, (one.body as { change?: string } | null)?.change]);

test("an amendment and a recoding stand in the history with role and reason, each as what it is", async () => {
  expect(await lines(store.reader, "br-def-csam-2026")).toEqual([
    [3, "editor", "amendment", "Law 1 of 2025 is in force", "amendment"],
    [4, "reviewer", "correction", "the exception was overlooked", "recoding"],
  ]);
  // The answer that ended is the same answer as before: the law changed, and its own entry says only when it ended.
  expect(await lines(store.reader, "br-def-csam")).toEqual([
    [1, "release", "release", "first load of the record", "first"],
    [3, "editor", "amendment", "Law 1 of 2025 is in force", "first"],
  ]);
  expect(await store.reader.history("coding", "no-such")).toEqual([]);
});

test("changesets come newest first, with their counts", async () => {
  const { total, changesets } = await store.reader.changesets({}, 2, 0);
  expect([total, changesets.map((one) => [one.id, one.cause, one.added, one.changed, one.removed])]).toEqual([
    5,
    [
      [5, "release", 0, 1, 1],
      [4, "correction", 0, 1, 0],
    ],
  ]);
  expect((await store.reader.changesets({}, 2, 4)).changesets.map((one) => one.id)).toEqual([1]);
  expect((await store.reader.changesets({}, 0, 0)).changesets).toHaveLength(5);
  expect(await store.reader.changeset(3)).toMatchObject({ role: "editor", added: 1, changed: 1 });
  expect(await store.reader.changeset(6)).toBeNull();
});

test.each([
  [{ kind: "row" }, [5, 2, 1]],
  [{ cause: "correction" }, [4, 2]],
  [{ change: "amendment" }, [3]],
  [{ change: "recoding" }, [4, 2]],
  [{ kind: "coding", change: "recoding" }, [4]],
  [{ kind: "claim" }, []],
] as const)("changesets can be filtered: %o", async (filter, ids) => {
  const found = await store.reader.changesets(filter, 0, 0);
  expect([found.total, found.changesets.map((one) => one.id)]).toEqual([ids.length, ids]);
});

test("the records of a changeset come with both sides, page by page", async () => {
  const records = await store.reader.changedRecords(3, {}, 10, 0);
  const to = (body: unknown): unknown => (body as { to?: string } | null)?.to ?? null;
  expect(records.map((one) => [one.id, one.action, one.change, to(one.before), to(one.after)])).toEqual([
    ["br-def-csam", "changed", "first", "", "2025-12-31"],
    ["br-def-csam-2026", "added", "amendment", null, ""],
  ]);
  expect((await store.reader.changedRecords(3, {}, 1, 1)).map((one) => one.id)).toEqual(["br-def-csam-2026"]);
  expect(await store.reader.changedIds(5, {})).toEqual([
    { kind: "row", id: "reports/FR/2024", action: "changed", change: null, before: null, after: null },
    { kind: "row", id: "reports/BR/2025", action: "removed", change: null, before: null, after: null },
  ]);
  expect(await store.reader.changeCounts(5, {})).toEqual([
    { kind: "row", action: "changed", count: 1 },
    { kind: "row", action: "removed", count: 1 },
  ]);
  expect(await store.reader.changeCounts(1, { kind: "coding" })).toEqual([{ kind: "coding", action: "added", count: 4 }]);
});

test("history as it was known does not show what came later, not even as an end", async () => {
  const then = await store.reader.revisionOn(3);
  if (!then) throw new Error("the third revision is gone");
  const past = store.reader.asKnown(then);
  expect(await lines(past, "br-def-csam-2026")).toEqual([[3, "editor", "amendment", "Law 1 of 2025 is in force", "amendment"]]);
  expect((await past.history("coding", "br-def-csam-2026")).map((one) => one.until)).toEqual([null]);
  expect((await past.changesets({}, 0, 0)).changesets.map((one) => one.id)).toEqual([3, 2, 1]);
  expect([await past.changeset(4), await past.changedIds(4, {})]).toEqual([null, []]);
});

test("the record says since when it has said each date, and when it last wrote a record, now and as known before", async () => {
  const { reader } = store;
  const since = await reader.saidSince("coding", ["br-def-csam", "br-def-csam-2026"]);
  const [first, , third] = (await reader.changesets({}, 0, 0)).changesets.reverse().map((one) => one.recorded);
  const from = [...since.keys()].find((key) => key.startsWith("br-def-csam ") && !key.endsWith("ends"));
  expect(since.get(from ?? "")).toBe(first);
  expect(since.get("br-def-csam 2025-12-31 ends")).toBe(third);
  // The answer was read again since: the day on which the law changed was known from the third changeset on.
  expect(since.get("br-def-csam-2026 2026-01-01")).toBe(third);
  const fourth = (await reader.changeset(4))?.recorded;
  expect(await reader.recordedOn("coding", ["br-def-csam-2026", "no-such"])).toEqual(new Map([["br-def-csam-2026", fourth]]));
  const then = await reader.revisionOn(3);
  const past = then && reader.asKnown(then);
  expect(await past?.recordedOn("coding", ["br-def-csam-2026"])).toEqual(new Map([["br-def-csam-2026", third]]));
  expect((await past?.saidSince("coding", ["br-def-csam-2026"]))?.get("br-def-csam-2026 2026-01-01")).toBe(third);
  const before = await reader.revisionOn(2);
  expect((await (before && reader.asKnown(before))?.saidSince("coding", ["br-def-csam-2026"]))?.size).toBe(0);
  expect((await reader.saidSince("instrument", [])).size).toBe(0);
});
