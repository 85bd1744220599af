import type { AtlasRecord } from "../domain/record.ts";
import type { Dataset } from "../domain/statistic.ts";
import { encode } from "./codec.ts";
import { byText, layoutOf, pathOf } from "./layout.ts";
import { requirePublic } from "./release.ts";
import type { Body } from "./shape.ts";

/**
 * The files of the record, in canonical form, by path: equal records always give equal bytes.
 * Paths come sorted. A dataset's file is written even when it has no rows.
 * @throws {Error} when rows come without their dataset, a value cannot be written in its file's form, or a field is not on the list of what may leave.
 */
export function writeFiles(records: Iterable<AtlasRecord>): Map<string, string> {
  const bodies = new Map<string, Body[]>();
  const datasets = new Map<string, Dataset>();
  for (const record of records) {
    requirePublic(record);
    if (record.kind === "dataset") datasets.set(`statistics/${record.id}.csv`, record.body);
    const path = pathOf(record);
    const known = bodies.get(path);
    if (known) known.push(record.body);
    else bodies.set(path, [record.body]);
  }
  for (const path of datasets.keys()) if (!bodies.has(path)) bodies.set(path, []);
  const files = new Map<string, string>();
  for (const path of [...bodies.keys()].sort(byText)) files.set(path, encodeAt(path, bodies.get(path) ?? [], datasets.get(path)));
  return files;
}

/** The canonical text of one file. */
function encodeAt(path: string, bodies: readonly Body[], dataset?: Dataset): string {
  const layout = layoutOf(path);
  if (!layout) throw new Error(`The record has no file ${path}. See LAYOUTS for those it has.`);
  return encode(layout, bodies, dataset);
}
