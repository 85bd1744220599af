import { z } from "zod";
import { type AtlasRecord, KINDS, type Kind, SCHEMAS } from "../domain/record.ts";
import type { Dataset } from "../domain/statistic.ts";
import { hasColumns } from "./cells.ts";
import { decode, type Raw } from "./codec.ts";
import { Unreadable } from "./csv.ts";
import { explain } from "./issue.ts";
import { byText, type Layout, layoutOf } from "./layout.ts";
import { type Problem, problem } from "./problem.ts";
import { fieldsOf } from "./shape.ts";

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

/** One file as it was read. */
export interface Part {
  readonly layout: Layout;
  readonly path: string;
  readonly text: string;
  readonly dataset: Dataset | undefined;
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
  /** Whether some of its records are unknown. */
  readonly lost: boolean;
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
  /** Every file that could be opened and that the record knows, by path. */
  readonly parts: ReadonlyMap<string, Part>;
  /** Kinds of which some records are unknown because a file or line could not be read. */
  readonly incomplete: ReadonlySet<Kind>;
}

/**
 * Reads the record from its files. All problems are collected; the files themselves are not changed.
 * With an earlier reading, a file whose text is the same is not read again.
 */
export async function readFiles(files: FileSource, earlier?: Read): Promise<Read> {
  const paths = (await files.list()).sort(byText);
  const problems: Problem[] = [];
  const incomplete = new Set<Kind>();
  const known = new Map<Kind, Array<readonly [layout: Layout, path: string]>>(KINDS.map((kind) => [kind, []]));
  for (const path of paths) {
    const layout = layoutOf(path);
    if (!layout) {
      problems.push(problem(path, 0, "", "the record has no such file", "remove it, or give it the name and folder that docs/data-dictionary.md lists"));
      continue;
    }
    known.get(layout.kind)?.push([layout, path]);
  }
  const datasets = new Map<string, Dataset>();
  const parts = new Map<string, Part>();
  // Rows need their dataset's columns, so datasets are read before them, as KINDS orders it.
  for (const kind of KINDS) {
    for (const [layout, path] of known.get(kind) ?? []) {
      const text = await files.read(path).catch(() => null);
      if (text === null) {
        problems.push(problem(path, 0, "", "the file cannot be opened or is not UTF-8", "check its rights and save it as UTF-8"));
        incomplete.add(kind);
        continue;
      }
      const dataset = datasets.get(path);
      if (kind === "row" && incomplete.has("dataset") && !dataset) {
        incomplete.add("row");
        continue;
      }
      const before = earlier?.parts.get(path);
      const part = before && before.text === text && before.dataset === dataset ? before : readPart(layout, path, text, dataset);
      parts.set(path, part);
      if (part.lost) incomplete.add(kind);
      problems.push(...part.problems);
      if (kind === "dataset") for (const [file, found] of datasetsOf(part)) datasets.set(file, found);
    }
  }
  const entries = [...parts.values()].flatMap((part) => part.entries);
  const records = entries.flatMap((entry) => entry.record ?? []);
  return { records, problems, entries, files: paths, parts, incomplete };
}

/** Reads one file. Rows need their dataset. */
export function readPart(layout: Layout, path: string, text: string, dataset?: Dataset): Part {
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  let lost = false;
  try {
    const { raws, faults } = decode(layout, path, text, dataset);
    for (const fault of faults) problems.push(problem(path, fault.line, "", fault.what, fault.mend));
    for (const raw of raws) entries.push(entryOf(layout.kind, path, raw, problems));
    // Others may name a record whose id cannot be read.
    lost = faults.length > 0 || entries.some((entry) => entry.record === null && !hasId(entry));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    problems.push(problem(path, error.line, "", error.message, error.mend));
    lost = true;
  }
  return { layout, path, text, dataset, entries, problems, lost };
}

/** The datasets that a file describes, by the file of their rows. */
export function datasetsOf(part: Part): Array<readonly [file: string, dataset: Dataset]> {
  return part.entries.flatMap(({ id, raw }) => (hasColumns(raw.body) ? [[`statistics/${id}.csv`, raw.body] as const] : []));
}

function hasId(entry: Entry): boolean {
  const schema = fieldsOf(SCHEMAS[entry.kind]).find(([name]) => name === "id")?.[1];
  return schema instanceof z.ZodType && schema.safeParse(entry.id).success;
}

function entryOf(kind: Kind, file: string, raw: Raw, problems: Problem[]): Entry {
  const given = raw.body.id;
  const id = typeof given === "string" ? given : "";
  const result = SCHEMAS[kind].safeParse(raw.body);
  if (result.success) return { kind, id, file, raw, record: { kind, id, body: result.data } as AtlasRecord };
  const name = id ? `${kind} ${id}` : `${kind} without id`;
  for (const { path, what, mend } of explain(result.error.issues, raw.body)) problems.push(problem(file, raw.lineOf(path), name, what, mend));
  return { kind, id, file, raw, record: null };
}
