import type { AtlasRecord } from "../src/domain/record.ts";
import { Dataset, Row } from "../src/domain/statistic.ts";

/** Months of each made-up dataset, from January 2019 on. */
const MONTHS = 60;
/** Its measures: a row has a figure for each. */
const MEASURES = ["reports", "files", "referrals", "informational"] as const;
/** How many places it lists. */
const PLACES = 250;

/**
 * The real record with so many made-up figures in datasets of their own: 250 places × 60 months × 4 measures each, the
 * shape of the country lists by month. Some are suppressed, rounded or missing, as in the real ones.
 */
export function observed(real: readonly AtlasRecord[], wanted: number): AtlasRecord[] {
  const model = real.find((one) => one.kind === "dataset" && one.id === "cybertipline-by-country");
  if (model?.kind !== "dataset") throw new Error("The record holds no list of reports by country to take as a model.");
  const source = model.body.citations[0]?.source ?? "";
  const places = real.flatMap((one) => (one.kind === "jurisdiction" && one.body.kind !== "statistical" ? [one.id] : [])).slice(0, PLACES);
  const datasets: AtlasRecord[] = [];
  const rows: AtlasRecord[] = [];
  for (let left = Math.ceil(wanted / MEASURES.length), number = 1; left > 0; number += 1) {
    const dataset = datasetOf(model.body, number);
    datasets.push({ kind: "dataset", id: dataset.id, body: dataset });
    for (const [p, place] of places.entries())
      for (let month = 0; month < MONTHS && left > 0; month += 1, left -= 1) {
        const body = rowOf(dataset.id, place, month, p, source);
        rows.push({ kind: "row", id: body.id, body });
      }
  }
  return [...real, ...datasets, ...rows];
}

function datasetOf(model: Dataset, number: number): Dataset {
  const id = `bench-${String(number).padStart(3, "0")}`;
  const column = (name: string, role: Dataset["columns"][number]["role"], measure = ""): Dataset["columns"][number] => ({ name, role, measure, label: name });
  return Dataset.parse({
    ...model,
    id,
    order: 1000 + number,
    columns: [
      column("jurisdiction", "jurisdiction"),
      column("month", "period"),
      ...MEASURES.map((one) => column(one, "value", one)),
      column("status", "status"),
      column("source", "source"),
    ],
    measures: MEASURES.map((one) => ({ id: one, label: one, unit: "reports", definition: "" })),
  });
}

function rowOf(dataset: string, place: string, month: number, seed: number, source: string): Row {
  const period = `${2019 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  const count = (seed * 7919 + month * 104729) % 100_003;
  return Row.parse({
    id: `${dataset}/${place}/${period}`,
    dataset,
    cells: {
      jurisdiction: place,
      month: period,
      reports: String(count),
      files: String(count * 3),
      referrals: count % 97 === 0 ? "<50" : String(Math.floor(count / 2)),
      informational: count % 101 === 0 ? "" : String(count - Math.floor(count / 2)),
      status: count % 10 === 0 ? "rounded" : "exact",
      source,
    },
  });
}
