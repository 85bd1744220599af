import type { Dataset } from "../domain/statistic.ts";
import { hasColumns } from "./cells.ts";
import { encode } from "./codec.ts";
import { byText, layoutOf } from "./layout.ts";
import type { Problem } from "./problem.ts";
import { readFile } from "./read.ts";

/**
 * Rewrites files in canonical form. A file that cannot be read, or whose records do not fit their schema,
 * keeps its text and its problems are returned; files that the record does not know are left alone.
 */
export function formatFiles(files: ReadonlyMap<string, string>): { files: Map<string, string>; problems: Problem[] } {
  const datasets = new Map<string, Dataset>();
  const result = new Map<string, string>();
  const problems: Problem[] = [];
  // Rows are written with the columns of their dataset, so datasets come first.
  const paths = [...files.keys()].sort((one, other) => Number(isDatasets(other)) - Number(isDatasets(one)) || byText(one, other));
  for (const path of paths) {
    const given = files.get(path) ?? "";
    const layout = layoutOf(path);
    result.set(path, given);
    if (!layout) continue;
    const dataset = datasets.get(path);
    const text = given.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
    const { entries, faults } = readFile(layout, path, text, dataset);
    problems.push(...faults.problems);
    if (isDatasets(path)) for (const { id, raw } of entries) if (hasColumns(raw.body)) datasets.set(`statistics/${id}.csv`, raw.body);
    const bodies = entries.flatMap((entry) => entry.record?.body ?? []);
    if (faults.problems.length === 0) result.set(path, encode(layout, bodies, dataset));
  }
  return { files: new Map([...result].sort(([one], [other]) => byText(one, other))), problems };
}

function isDatasets(path: string): boolean {
  return path === "statistics/datasets.yaml";
}
