import { observationsOf } from "../../dataset/observation.ts";
import type { Row } from "../../domain/statistic.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Cell } from "../copy.ts";
import { StoreProblem } from "../problem.ts";
import type { Tx } from "../sql.ts";
import { copyIntoEmpty } from "./bulk.ts";
import type { Written } from "./versions.ts";

const COLUMNS = [
  "version",
  "part",
  "dataset",
  "row_id",
  "jurisdiction",
  "period",
  "start",
  '"end"',
  "platform",
  "category",
  "measure",
  "unit",
  "value",
  "words",
  "status",
  "bound",
  "note",
  "source",
];

/** Brings the observations in line with the changes. */
export async function projectFigures(tx: Tx, written: Written, catalogue: Catalogue): Promise<void> {
  const datasets = new Set<string>();
  for (const { change } of written.effective()) if (change.kind === "dataset") datasets.add(change.id);
  let again: Array<{ version: number; row: Row }> = [];
  if (!written.first) {
    await tx.all("DELETE FROM record.observation WHERE version = ANY ($1::bigint[])", [written.closed]);
    if (datasets.size > 0) {
      // The columns of a dataset say what its rows mean: they are all read again.
      await tx.all("DELETE FROM record.observation WHERE dataset = ANY ($1::text[])", [[...datasets]]);
      const rows = await tx.all<{ version: number; row: Row }>("SELECT id AS version, body AS row FROM record.latest WHERE kind = 'row'");
      again = rows.filter((one) => datasets.has(one.row.dataset));
    }
  }

  function* rows(): Generator<{ version: number; row: Row }> {
    yield* again;
    for (const { change, version } of written.effective()) {
      if (change.kind !== "row" || change.body === null) continue;
      if (written.first || !datasets.has(change.body.dataset)) yield { version, row: change.body };
    }
  }

  function* observations(): Generator<Cell[]> {
    for (const { version, row } of rows()) {
      const dataset = catalogue.datasets.get(row.dataset);
      if (!dataset)
        throw new StoreProblem(
          "refused",
          `The row ${row.id} belongs to the dataset ${row.dataset}, which the record does not hold. Add the dataset. Nothing was changed.`,
        );
      let part = 0;
      for (const one of observationsOf(row, dataset)) {
        yield [
          version,
          part,
          one.dataset,
          one.row,
          one.jurisdiction,
          one.period,
          one.start,
          one.end,
          one.platform,
          one.category,
          one.measure,
          one.unit,
          one.value,
          one.words,
          one.status,
          one.bound,
          one.note,
          one.source,
        ];
        part += 1;
      }
    }
  }
  await (written.first
    ? copyIntoEmpty(tx, "record.observation", COLUMNS, observations(), written.many)
    : tx.copy("record.observation", COLUMNS, observations()));
}
