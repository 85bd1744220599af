import type { AtlasRecord } from "../../src/domain/record.ts";
import type { Change } from "../../src/store/projection.ts";

/** Two states of a record, as the changes that lead to each from the other. */
export interface States {
  readonly old: readonly Change[];
  readonly new: readonly Change[];
}

/** Jurisdictions whose answers differ between the states: so few that the search index is brought up to date place by place. */
const PLACES = 8;
/** Of the many rows of one dataset, one in so many differs. */
const ROWS = 9;

/**
 * The record as it is, and one that differs from it in many places: answers, their days, treaty statuses and rows
 * of statistics, some of which are gone.
 */
export function statesOf(records: readonly AtlasRecord[]): States {
  const coded = records.flatMap((one) => (one.kind === "coding" ? one.body.jurisdiction : []));
  const places = new Set([...new Set(coded)].slice(0, PLACES));
  let rows = 0;
  const old: Change[] = [];
  const fresh: Change[] = [];
  for (const record of records) {
    if (record.kind === "coding" || record.kind === "treaty-status") {
      if (!places.has(record.body.jurisdiction)) continue;
    } else if (record.kind !== "row" || record.body.dataset !== "population" || rows++ % ROWS !== 0) continue;
    const changed = changedFrom(record, old.length);
    if (!changed) continue;
    old.push(record);
    fresh.push(changed);
  }
  return { old, new: fresh };
}

function changedFrom(record: AtlasRecord, place: number): Change | null {
  if (record.kind === "coding") return { ...record, body: { ...record.body, note: `${record.body.note} As amended.`.trim(), ...laterStart(record.body.from) } };
  if (record.kind === "treaty-status") return { ...record, body: { ...record.body, note: `${record.body.note} As notified.`.trim() } };
  if (record.kind !== "row") return null;
  if (place % 3 === 0) return { kind: "row", id: record.id, body: null };
  const cells = Object.entries(record.body.cells).map(([name, cell]) => [name, name !== "year" && /^\d+$/.test(cell) ? String(Number(cell) + 1) : cell]);
  return { ...record, body: { ...record.body, cells: Object.fromEntries(cells) } };
}

/** A start that is known to the day, later in the month: the answer's days change. */
function laterStart(from: string): { from?: string } {
  return /-0[1-8]$/.test(from) && from.length === 10 ? { from: `${from.slice(0, 9)}9` } : {};
}
