import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";
import { diskFiles } from "../../src/dataset/disk.ts";
import { readFiles } from "../../src/dataset/read.ts";
import type { Kind, Kinds } from "../../src/domain/record.ts";

/** The folder of the record's files. */
export const DATA = fileURLToPath(new URL("../../data/", import.meta.url));

/** Rows of a CSV file, read without the project's own reader. */
export function csv(path: string): Record<string, string>[] {
  return parse(readFileSync(`${DATA}${path}`), { columns: true });
}

/** Entries of a YAML file, read without the project's own reader. */
export function yaml(path: string): Record<string, unknown>[] {
  return parseYaml(readFileSync(`${DATA}${path}`, "utf8")) as Record<string, unknown>[];
}

/** Entries of all files of a folder. */
export function folder(path: string): Record<string, unknown>[] {
  return readdirSync(`${DATA}${path}`).flatMap((file) => (file.endsWith(".csv") ? csv(`${path}/${file}`) : yaml(`${path}/${file}`)));
}

/** The record as the program reads it, by kind. */
export interface Files {
  of<K extends Kind>(kind: K): Kinds[K][];
}

/** Reads the record with the project's own reader. */
export async function files(): Promise<Files> {
  const { records } = await readFiles(diskFiles(DATA));
  const kinds = new Map<Kind, unknown[]>();
  for (const one of records) {
    const bodies = kinds.get(one.kind);
    if (bodies) bodies.push(one.body);
    else kinds.set(one.kind, [one.body]);
  }
  return { of: <K extends Kind>(kind: K) => (kinds.get(kind) ?? []) as Kinds[K][] };
}
