import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { digestOf } from "../store/load.ts";
import { dataFolder } from "./place.ts";
import { preparedRecords, prepareRecords } from "./prepared.ts";
import { checkedRecords, readFolder } from "./record.ts";

const dist = mkdtempSync(join(tmpdir(), "atlas-prepared-"));
afterAll(() => rmSync(dist, { recursive: true, force: true }));

test("the records that the build keeps are those of the files, and stand for these files only", async () => {
  await prepareRecords(dataFolder(), dist);
  const texts = await readFolder(dataFolder());
  const digest = digestOf(texts);
  const { records } = await checkedRecords(texts);
  expect(await preparedRecords(digest, dist)).toEqual(records);
  expect(await preparedRecords(digestOf(new Map([...texts, ["topics.yaml", ""]])), dist)).toBeNull();
  const path = join(dist, "record.json");
  writeFileSync(path, readFileSync(path, "utf8").slice(0, 5000));
  expect(await preparedRecords(digest, dist)).toBeNull();
});

test("files with problems are not kept", async () => {
  const data = mkdtempSync(join(tmpdir(), "atlas-unsound-"));
  writeFileSync(join(data, "topics.yaml"), "- id: law\n");
  await prepareRecords(data, dist);
  expect(await preparedRecords(digestOf(await readFolder(data)), dist)).toBeNull();
  rmSync(data, { recursive: true, force: true });
});
