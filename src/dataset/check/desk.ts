import { pathsOf } from "../../domain/package.ts";
import type { Kind, Kinds } from "../../domain/record.ts";
import { layoutOf } from "../layout.ts";
import { type Problem, problem } from "../problem.ts";
import type { Entry, Read } from "../read.ts";

type Path = ReadonlyArray<string | number>;

/** A record that fits its schema, with its place. */
export interface Found<K extends Kind = Kind> {
  readonly body: Kinds[K];
  readonly entry: Entry;
}

/** What every check works with: the records by kind, and where to lay a problem. */
export class Desk {
  readonly problems: Problem[];
  readonly #byKind = new Map<Kind, Found[]>();
  readonly #incomplete: Set<Kind>;
  readonly #entries = new Map<Kind, Map<string, Entry>>();

  constructor(readonly read: Read) {
    this.problems = [...read.problems];
    this.#incomplete = new Set(read.incomplete);
    for (const entry of read.entries) {
      const ids = this.#entries.get(entry.kind) ?? new Map<string, Entry>();
      this.#entries.set(entry.kind, ids);
      if (!ids.has(entry.id)) ids.set(entry.id, entry);
      if (!entry.record) continue;
      const found = { body: entry.record.body, entry };
      const known = this.#byKind.get(entry.kind);
      if (known) known.push(found);
      else this.#byKind.set(entry.kind, [found]);
    }
    // A file that the descriptor lists and that is gone is one problem, not one for each of its records.
    for (const { body } of this.all("package")) {
      for (const path of pathsOf(body)) {
        const kind = read.files.includes(path) ? undefined : layoutOf(path)?.kind;
        if (kind) this.#incomplete.add(kind);
      }
    }
  }

  /** The records of a kind that fit their schema, in the files' order. */
  all<K extends Kind>(kind: K): ReadonlyArray<Found<K>> {
    return (this.#byKind.get(kind) ?? []) as unknown as ReadonlyArray<Found<K>>;
  }

  /** The records of a kind by id; of two with one id, the first. */
  byId<K extends Kind>(kind: K): ReadonlyMap<string, Kinds[K]> {
    const map = new Map<string, Kinds[K]>();
    for (const { body, entry } of this.all(kind)) if (!map.has(entry.id)) map.set(entry.id, body);
    return map;
  }

  /** The first entry with this id, also when it does not fit its schema. */
  entry(kind: Kind, id: string): Entry | undefined {
    return this.#entries.get(kind)?.get(id);
  }

  /** Tells whether the record exists, or may exist in a part that could not be read. */
  knows(kind: Kind, id: string): boolean {
    return this.entry(kind, id) !== undefined || this.#incomplete.has(kind);
  }

  /** Tells whether every record of the kind is known. */
  isComplete(kind: Kind): boolean {
    return !this.#incomplete.has(kind);
  }

  /** Reports a defect of a record, at the field of this path. */
  report(entry: Entry, path: Path, what: string, mend: string): void {
    this.problems.push(problem(entry.file, entry.raw.lineOf(path), `${entry.kind} ${entry.id}`, what, mend));
  }

  /** Reports a defect of a file. */
  reportFile(file: string, line: number, what: string, mend: string): void {
    this.problems.push(problem(file, line, "", what, mend));
  }

  /** Where a record stands, for messages: `codings/BR.csv line 12`. */
  place(entry: Entry): string {
    return `${entry.file} line ${entry.raw.lineOf()}`;
  }
}
