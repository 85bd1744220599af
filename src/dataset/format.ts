import type { Dataset } from "../domain/statistic.ts";
import { encode } from "./codec.ts";
import { byText, layoutOf } from "./layout.ts";
import { makePackage } from "./package.ts";
import type { Problem } from "./problem.ts";
import { datasetsOf, readPart } from "./read.ts";

const DESCRIPTOR = "datapackage.json";

/**
 * Rewrites files in canonical form and lists them anew in their descriptor. A file that cannot be read, or whose
 * records do not fit their schema, keeps its text and its problems are returned; files that the record does not
 * know are left alone.
 */
export function formatFiles(files: ReadonlyMap<string, string>): { files: Map<string, string>; problems: Problem[] } {
  const datasets = new Map<string, Dataset>();
  const result = new Map<string, string>();
  const problems: Problem[] = [];
  // Rows are written with the columns of their dataset, so datasets come first; the descriptor lists all, so it comes last.
  const rank = (path: string) => (path === "statistics/datasets.yaml" ? 0 : path === DESCRIPTOR ? 2 : 1);
  for (const path of [...files.keys()].sort((one, other) => rank(one) - rank(other) || byText(one, other))) {
    const given = files.get(path) ?? "";
    const layout = layoutOf(path);
    result.set(path, given);
    if (!layout) continue;
    const part = readPart(layout, path, given.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"), datasets.get(path));
    for (const [file, dataset] of datasetsOf(part)) if (layout.kind === "dataset") datasets.set(file, dataset);
    problems.push(...part.problems);
    if (part.problems.length > 0) continue;
    const bodies = part.entries.flatMap(({ record }) => {
      if (record?.kind !== "package") return record?.body ?? [];
      const made = makePackage(
        record.body.date,
        record.body.version,
        [...files.keys()].filter((one) => layoutOf(one) !== null),
        [...datasets.values()],
      );
      return { ...made, ...record.body, resources: made.resources };
    });
    result.set(path, encode(layout, bodies, part.dataset));
  }
  return { files: new Map([...result].sort(([one], [other]) => byText(one, other))), problems };
}
