import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeDatabase, type TestDatabase } from "../../tests/setup/database.ts";
import { diskFiles } from "../dataset/disk.ts";
import { type Read, readFiles } from "../dataset/read.ts";
import { exportFiles, load } from "./load.ts";
import type { Store } from "./open.ts";
import { packageRoot } from "./root.ts";

const DATA = join(packageRoot(), "data");

describe.runIf(existsSync(join(DATA, "codings")))("the real record", () => {
  let database: TestDatabase;
  let store: Store;
  let read: Read;
  beforeAll(async () => {
    database = await makeDatabase();
    store = await database.open();
    read = await readFiles(diskFiles(DATA));
    await load(store, read.records, "real");
  });
  afterAll(() => database.drop());

  test("comes out of the store byte for byte", async () => {
    const files = await exportFiles(store);
    const given = diskFiles(DATA);
    expect([...files.keys()].sort()).toEqual((await given.list()).sort());
    for (const [path, text] of files) expect(text === (await given.read(path)), path).toBe(true);
  });

  test("is counted as its files are", async () => {
    const counts = await store.reader.counts();
    const inFiles = new Map<string, number>();
    for (const { kind } of read.records) inFiles.set(kind, (inFiles.get(kind) ?? 0) + 1);
    for (const [kind, count] of Object.entries(counts.kinds)) expect([kind, count]).toEqual([kind, inFiles.get(kind) ?? 0]);
    const { codebook, ask } = counts.codings;
    expect(codebook + ask).toBe(inFiles.get("coding"));
    expect(counts.codings.treaty).toBeGreaterThanOrEqual(inFiles.get("treaty-status") ?? 0);
  });

  test("knows what the EU's privacy derogation was on each day", async () => {
    const on = async (day: string) => {
      const [answer] = (await store.reader.answersTo(["eu-privacy-derogation"], day)).filter((one) => one.jurisdiction === "EU");
      return answer?.coding?.answer ?? null;
    };
    const periods = [
      ["2020-12-20", "not-needed"],
      ["2020-12-21", "no"],
      ["2021-08-01", "no"],
      ["2021-08-02", "yes"],
      ["2026-04-03", "yes"],
      ["2026-04-04", "no"],
      ["2002-07-30", null],
    ] as const;
    for (const [day, answer] of periods) expect([day, await on(day)]).toEqual([day, answer]);
  });

  test("holds one answer a pair and day, and an answer for every pair that was coded", async () => {
    const catalogue = await store.reader.catalogue();
    const answers = await store.reader.answersIn([...catalogue.jurisdictions.keys()], catalogue.date);
    const pairs = answers.map((one) => `${one.jurisdiction} ${one.question}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    const coded = new Set(read.records.flatMap((one) => (one.kind === "coding" ? [`${one.body.jurisdiction} ${one.body.question}`] : [])));
    const found = new Set(pairs);
    expect([...coded].filter((pair) => !found.has(pair))).toEqual([]);
  });

  test("changed in one place, it is loaded again as that one change", async () => {
    const records = read.records.map((one) =>
      one.kind === "topic" ? { ...one, body: { ...one.body, description: `${one.body.description} Changed.` } } : one,
    );
    const topics = records.filter((one) => one.kind === "topic").length;
    expect(await load(store, records, "changed")).toMatchObject({ changeset: 2, added: 0, changed: topics, removed: 0 });
    expect(await load(store, read.records, "real again")).toMatchObject({ changeset: 3, changed: topics });
    expect((await store.reader.changes(1000)).length).toBe(2 * topics);
  });
});
