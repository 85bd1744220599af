import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AtlasRecord } from "../domain/record.ts";
import { digestOf } from "../store/load.ts";
import { dataFolder, distFolder } from "./place.ts";
import { checkedRecords, readFolder } from "./record.ts";

const FILE = "record.json";

/**
 * Reads and checks the record's files once, as a part of the build, and keeps the records with the digest of the
 * files. Files that have problems are left to the first start, which lists them.
 */
export async function prepareRecords(data = dataFolder(), dist = distFolder()): Promise<void> {
  const path = join(dist, FILE);
  await rm(path, { force: true });
  const texts = await readFolder(data);
  const { records, problems } = await checkedRecords(texts);
  if (problems.length > 0) return;
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${digestOf(texts)}\n${JSON.stringify(records)}\n`);
  await rename(draft, path);
}

/** The records of the files with this digest, when the build has read exactly these; else null. */
export async function preparedRecords(digest: string, dist = distFolder()): Promise<AtlasRecord[] | null> {
  const text = await readFile(join(dist, FILE), "utf8").catch(() => "");
  if (!text.startsWith(`${digest}\n`)) return null;
  try {
    return JSON.parse(text.slice(digest.length)) as AtlasRecord[];
  } catch {
    // Cut short, as by a full disk: the files themselves are there.
    return null;
  }
}
