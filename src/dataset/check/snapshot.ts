import { derive, figuresOf, valuesOf } from "../../domain/snapshot.ts";
import type { Dataset, Row } from "../../domain/statistic.ts";
import { observationsOf, rowPeriod } from "../observation.ts";
import type { Entry } from "../read.ts";
import type { Desk } from "./desk.ts";

type Path = ReadonlyArray<string | number>;

/** Finds figures of claims and snapshots that name rows which do not exist or cannot be added, and values that were worked out wrongly. */
export function checkSnapshots(desk: Desk): void {
  const checkPoint = pointCheck(desk);
  for (const { body, entry } of desk.all("claim"))
    body.series.forEach((series, at) => {
      series.points.forEach((point, index) => {
        checkPoint(entry, ["series", at, "points", index], series, point.rows);
      });
    });
  for (const { body, entry } of desk.all("snapshot")) {
    const values = valuesOf(body);
    const ids = figuresOf(body).flatMap((figure) => [...figure.points, ...figure.derived].map((one) => one.id));
    body.sections.forEach((section, place) => {
      section.figures.forEach((figure, at) => {
        const here = ["sections", place, "figures", at];
        figure.points.forEach((point, index) => {
          checkPoint(entry, [...here, "points", index], figure, point.rows);
        });
        figure.derived.forEach((one, index) => {
          const path = [...here, "derived", index];
          for (const id of one.of.filter((each) => !ids.includes(each)))
            desk.report(entry, [...path, "of"], `the value ${one.id} is worked out from “${id}”, which the snapshot does not have`, "use ids of its values");
          const value = derive(one, values);
          if (value !== null && value !== one.value)
            desk.report(entry, [...path, "value"], `${one.id} is given as ${one.value}, but its rule gives ${value}`, "correct the value or the rule");
        });
      });
    });
    for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) < at)))
      desk.report(entry, ["sections"], `two values of the snapshot have the id “${id}”`, "give each value its own id");
  }
}

/** Checks the rows of one value: they exist, belong to its dataset, and hold one figure each of its measures. */
function pointCheck(desk: Desk) {
  const rows = desk.byId("row");
  const datasets = desk.byId("dataset");
  return (entry: Entry, path: Path, figure: { readonly dataset: string; readonly measures: readonly string[] }, ids: readonly string[]): void => {
    for (const [at, id] of ids.entries()) {
      const here = [...path, "rows", at];
      if (!desk.knows("row", id)) {
        desk.report(entry, here, `there is no row “${id}”`, "correct the id of the row; a row that was pinned must stay in the record");
        continue;
      }
      const row = rows.get(id);
      const dataset = row && datasets.get(row.dataset);
      if (!row || !dataset || !rowPeriod(row, dataset)) continue;
      if (row.dataset !== figure.dataset) desk.report(entry, here, `the row “${id}” is not of the dataset ${figure.dataset}`, "name a row of that dataset");
      else if (!holdsOne(row, dataset, figure.measures))
        desk.report(entry, here, `the row “${id}” does not hold one figure of ${figure.measures.join(", ")}`, "correct the row or the measures");
    }
  };
}

/** Whether the row holds one figure of these measures. A column of a measure that there is not is a defect of the dataset, and told there. */
function holdsOne(row: Row, dataset: Dataset, measures: readonly string[]): boolean {
  const held = observationsOf(row, dataset);
  const known = new Set(dataset.measures.map((one) => one.id));
  return held.filter((one) => measures.includes(one.measure)).length === 1 || held.some((one) => !known.has(one.measure));
}
