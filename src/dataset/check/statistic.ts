import type { Kinds } from "../../domain/record.ts";
import { OBSERVATION_STATUSES } from "../../domain/statistic.ts";
import { numberOf, rowPeriod, WORDS } from "../observation.ts";
import type { Desk, Found } from "./desk.ts";

/** Units in which a figure can be less than zero. */
const SIGNED: ReadonlySet<string> = new Set(["percent", "percentage points", "difference"]);

type Dataset = Kinds["dataset"];

/** Finds defects of the datasets and of their rows. */
export function checkStatistics(desk: Desk): void {
  for (const dataset of desk.all("dataset")) checkDataset(desk, dataset);
  const datasets = desk.byId("dataset");
  for (const row of desk.all("row")) {
    const dataset = datasets.get(row.body.dataset);
    if (dataset) checkRow(desk, row, dataset);
  }
}

function checkDataset(desk: Desk, { body, entry }: Found<"dataset">): void {
  const measures = body.measures.map((measure) => measure.id);
  const names = body.columns.map((column) => column.name);
  measures.forEach((id, at) => {
    if (measures.indexOf(id) < at) desk.report(entry, ["measures", at], `the measure “${id}” stands twice`, "remove one of the two");
  });
  const roles = body.columns.map((column) => column.role);
  body.columns.forEach((column, at) => {
    if (names.indexOf(column.name) < at) desk.report(entry, ["columns", at], `the column “${column.name}” stands twice`, "give each column its own name");
    if (column.measure && !measures.includes(column.measure))
      desk.report(
        entry,
        ["columns", at, "measure"],
        `the column ${column.name} names the measure “${column.measure}”, which the dataset does not have`,
        `use one of ${measures.join(", ")}`,
      );
    if (column.role === "value" && !column.measure && !roles.includes("measure"))
      desk.report(entry, ["columns", at], `nothing says what the column ${column.name} measures`, "name its measure, or add a column of role measure");
  });
  if (!roles.includes("value")) desk.report(entry, ["columns"], "no column holds values", "give a column the role value");
  if (!roles.includes("period") && !(roles.includes("period-start") && roles.includes("period-end")))
    desk.report(entry, ["columns"], "no column says the period", "add a column of role period, or two of roles period-start and period-end");
}

function checkRow(desk: Desk, { body, entry }: Found<"row">, dataset: Dataset): void {
  const status = cell(body, dataset, "status");
  const bound = cell(body, dataset, "bound");
  const measured = cell(body, dataset, "measure");
  const measureIds = dataset.measures.map((measure) => measure.id);
  if (status !== "" && !(OBSERVATION_STATUSES as readonly string[]).includes(status))
    desk.report(entry, [], `unknown status “${status}”`, `write one of ${OBSERVATION_STATUSES.join(", ")}`);
  if (measured !== "" && !measureIds.includes(measured))
    desk.report(entry, [], `the measure “${measured}” is not in the dataset ${dataset.id}`, "correct it, or add it to the dataset's measures");
  if (!rowPeriod(body, dataset))
    desk.report(
      entry,
      [],
      `the period cannot be read: “${cell(body, dataset, "period") || `${cell(body, dataset, "period-start")} to ${cell(body, dataset, "period-end")}`}”`,
      "write 2024, 2024-H1, 2024-Q3, 2024-01 or a day; a start must not be after its end",
    );
  const hidden = status === "suppressed" || status === "missing" || bound !== "";
  for (const column of dataset.columns) {
    const text = body.cells[column.name] ?? "";
    if (column.role === "jurisdiction" && text !== "" && !desk.knows("jurisdiction", text))
      desk.report(entry, [], `unknown jurisdiction “${text}”`, "use a code of jurisdictions/jurisdictions.csv");
    if (column.role === "source" && text === "") desk.report(entry, [], "the row names no source", "write the id of its source");
    if (column.role === "source" && text !== "" && !desk.knows("source", text))
      desk.report(entry, [], `${column.name} names the source “${text}”, which does not exist`, "correct the id, or add that source to the record");
    if (column.role !== "value" || text === "") continue;
    const unit = dataset.measures.find((measure) => measure.id === (column.measure || measured))?.unit ?? "";
    if (hidden) {
      desk.report(
        entry,
        [],
        `${column.name} holds “${text}”, but the figure is ${status === "missing" ? "missing" : "suppressed"}`,
        "leave the cell empty; a figure that is not known is not 0",
      );
      continue;
    }
    if (unit === WORDS || unit === "" || /^[<>]\d/.test(text)) continue;
    const value = numberOf(text);
    if (value === null) desk.report(entry, [], `${column.name} is not a number: “${text}”`, "write digits only, with a point for decimals");
    else if (value < 0 && !SIGNED.has(unit))
      desk.report(entry, [], `${column.name} is less than zero: ${text} ${unit}`, "correct the number; a count cannot be negative");
    else if (unit === "share from 0 to 1" && value > 1) desk.report(entry, [], `${column.name} is a share above 1: ${text}`, "divide a percentage by 100");
  }
}

function cell(row: Kinds["row"], dataset: Dataset, role: Dataset["columns"][number]["role"]): string {
  const name = dataset.columns.find((column) => column.role === role)?.name;
  return name === undefined ? "" : (row.cells[name] ?? "");
}
