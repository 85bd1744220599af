import { Words } from "../domain/id.ts";
import { type AtlasRecord, type Kind, KINDS, SCHEMAS } from "../domain/record.ts";
import type { Dataset } from "../domain/statistic.ts";
import { hasColumns } from "./cells.ts";
import { decode, type Raw } from "./codec.ts";
import { Unreadable } from "./csv.ts";
import { explain } from "./issue.ts";
import { byText, type Layout, layoutOf } from "./layout.ts";
import { type Problem, problem } from "./problem.ts";

/** Where the record's files come from. Paths are relative and use `/`. */
export interface FileSource {
  list(): Promise<string[]>;
  read(path: string): Promise<string>;
}

/** A record with its place in the files. */
export interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly file: string;
  readonly raw: Raw;
  /** The record; null when it does not fit its schema, for which there is a problem. */
  readonly record: AtlasRecord | null;
}

/** What a reading gave. */
export interface Read {
  /** The records that fit their schema, in the order of SCHEMAS, then of the files. */
  readonly records: AtlasRecord[];
  /** What could not be read or does not fit its schema. */
  readonly problems: Problem[];
  /** Every record with its place, also those that do not fit their schema. */
  readonly entries: Entry[];
  /** The paths of all files, sorted. */
  readonly files: readonly string[];
  /** The text of every file that could be read, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Kinds of which some records are unknown because a file or line could not be read. */
  readonly incomplete: ReadonlySet<Kind>;
}

/** Reads the record from its files. All problems are collected; the files themselves are not changed. */
export async function readFiles(files: FileSource): Promise<Read> {
  const paths = (await files.list()).sort(byText);
  const problems: Problem[] = [];
  const incomplete = new Set<Kind>();
  const texts = new Map<string, string>();
  for (const path of paths) {
    const layout = layoutOf(path);
    if (!layout) {
      problems.push(problem(path, 0, "", "the record has no such file", "remove it, or give it the name and folder that docs/data-dictionary.md lists"));
      continue;
    }
    try {
      texts.set(path, await files.read(path));
    } catch {
      problems.push(problem(path, 0, "", "the file cannot be opened or is not UTF-8", "check its rights and save it as UTF-8"));
      incomplete.add(layout.kind);
    }
  }
  const datasets = new Map<string, Dataset>();
  const byKind = new Map<Kind, Entry[]>(KINDS.map((kind) => [kind, []]));
  // Rows need their dataset's columns, so datasets are read before them, as KINDS orders it.
  for (const kind of KINDS) {
    for (const [path, text] of texts) {
      const layout = layoutOf(path);
      if (layout?.kind !== kind) continue;
      if (kind === "row" && incomplete.has("dataset") && !datasets.has(path)) {
        incomplete.add("row");
        continue;
      }
      const { entries, faults } = readFile(layout, path, text, datasets.get(path));
      if (faults.lost || entries.some((entry) => entry.record === null && !Words.safeParse(entry.id).success)) incomplete.add(kind);
      problems.push(...faults.problems);
      byKind.get(kind)?.push(...entries);
      if (kind === "dataset") for (const { id, raw } of entries) if (hasColumns(raw.body)) datasets.set(`statistics/${id}.csv`, raw.body);
    }
  }
  const entries = KINDS.flatMap((kind) => byKind.get(kind) ?? []);
  const records = entries.flatMap((entry) => entry.record ?? []);
  return { records, problems, entries, files: paths, texts, incomplete };
}

/** Reads one file. `lost` tells that some of its records are unknown. */
export function readFile(
  layout: Layout,
  path: string,
  text: string,
  dataset?: Dataset,
): { entries: Entry[]; faults: { problems: Problem[]; lost: boolean } } {
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  try {
    const { raws, faults } = decode(layout, path, text, dataset);
    for (const fault of faults) problems.push(problem(path, fault.line, "", fault.what, fault.mend));
    for (const raw of raws) entries.push(entryOf(layout.kind, path, raw, problems));
    return { entries, faults: { problems, lost: faults.length > 0 } };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { entries: [], faults: { problems: [problem(path, error.line, "", error.message, error.mend)], lost: true } };
  }
}

function entryOf(kind: Kind, file: string, raw: Raw, problems: Problem[]): Entry {
  const given = raw.body["id"];
  const id = typeof given === "string" ? given : "";
  const result = SCHEMAS[kind].safeParse(raw.body);
  if (result.success) return { kind, id, file, raw, record: { kind, id, body: result.data } as AtlasRecord };
  const name = id ? `${kind} ${id}` : `${kind} without id`;
  for (const { path, what, mend } of explain(result.error.issues, raw.body)) problems.push(problem(file, raw.lineOf(path), name, what, mend));
  return { kind, id, file, raw, record: null };
}
