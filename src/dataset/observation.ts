import type { z } from "zod";
import { type Day, firstDay, isDay, isFuzzyDate, lastDay } from "../domain/date.ts";
import { type Column, type Dataset, OBSERVATION_STATUSES, type Observation, type Row } from "../domain/statistic.ts";

type ColumnOf = z.infer<typeof Column>;

/** The unit of a measure whose values are words, such as a published headline or a finding. */
export const WORDS = "words";

/** Days from the first to the last of a period, both included. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/**
 * The days of a period as statistics files write it: `2024`, `2024-H1`, `2018-Q3`, `2024-01`, a day, or two
 * of these with a slash between. Null when the text is none of them.
 */
export function periodOf(text: string): Period | null {
  const slash = text.indexOf("/");
  if (slash >= 0) {
    const from = periodOf(text.slice(0, slash));
    const to = text.includes("/", slash + 1) ? null : periodOf(text.slice(slash + 1));
    return from && to && from.start <= to.end ? { start: from.start, end: to.end } : null;
  }
  const part = /^(\d{4})-([HQ])([1-4])$/.exec(text);
  if (!part) return isFuzzyDate(text) ? { start: firstDay(text), end: lastDay(text) } : null;
  const [, year = "", letter, number] = part;
  const months = letter === "H" ? 6 : 3;
  const end = Number(number) * months;
  if (end > 12) return null;
  const month = (value: number) => `${year}-${String(value).padStart(2, "0")}`;
  return { start: firstDay(month(end - months + 1)), end: lastDay(month(end)) };
}

/** Where the parts of a figure stand in the rows of a dataset: looked up once for all its rows. */
interface Shape {
  /** The column of a role; undefined where the dataset has none. */
  readonly column: Readonly<Partial<Record<ColumnOf["role"], string>>>;
  readonly attributes: readonly string[];
  readonly values: ReadonlyArray<{ readonly name: string; readonly measure: string }>;
  readonly units: ReadonlyMap<string, string>;
}

const SHAPES = new WeakMap<Dataset, Shape>();

function shapeOf(dataset: Dataset): Shape {
  const known = SHAPES.get(dataset);
  if (known) return known;
  const column: Partial<Record<ColumnOf["role"], string>> = {};
  for (const { role, name } of dataset.columns) column[role] ??= name;
  const shape: Shape = {
    column,
    attributes: dataset.columns.filter((one) => one.role === "category" || one.role === "attribute").map((one) => one.name),
    values: dataset.columns.filter((one) => one.role === "value"),
    units: new Map(dataset.measures.map((one) => [one.id, one.unit])),
  };
  SHAPES.set(dataset, shape);
  return shape;
}

const STATUSES: ReadonlySet<string> = new Set(OBSERVATION_STATUSES);

function isStatus(text: string): text is Observation["status"] {
  return STATUSES.has(text);
}

/**
 * The figures of one row: one for each value column. An empty cell is a missing figure; a bound such as `<50`
 * or the status `suppressed` is a suppressed one; neither has a value.
 * @throws {RangeError} when the row's period cannot be read; `atlas check` finds such rows.
 */
export function observationsOf(row: Row, dataset: Dataset): Observation[] {
  const { column, attributes, values, units } = shapeOf(dataset);
  const { cells } = row;
  const find = (role: ColumnOf["role"]): string => cells[column[role] ?? ""] ?? "";
  const period = rowPeriod(row, dataset);
  if (!period) throw new RangeError(`The period of row ${row.id} cannot be read. Run "atlas check".`);
  const status = find("status");
  const bound = find("bound");
  const measured = find("measure");
  const jurisdiction = find("jurisdiction");
  const platform = find("platform");
  const note = find("note");
  const source = find("source");
  let category = "";
  for (const name of attributes) if (cells[name]) category += category === "" ? cells[name] : ` · ${cells[name]}`;
  return values.map(({ name, measure: fixed }) => {
    const cell = cells[name] ?? "";
    const measure = fixed || measured;
    const unit = units.get(measure) ?? "";
    const ownBound = bound || (cell.startsWith("<") || cell.startsWith(">") ? cell : "");
    const known = isStatus(status) ? status : undefined;
    const hidden = known === "suppressed" || ownBound !== "";
    const words = unit === WORDS && !hidden ? cell : "";
    const value = hidden || unit === WORDS ? null : numberOf(cell);
    const empty = value === null && words === "";
    return {
      dataset: dataset.id,
      row: row.id,
      jurisdiction,
      period: period.text,
      start: period.start,
      end: period.end,
      platform,
      category,
      note,
      source,
      measure,
      unit,
      value,
      words,
      bound: ownBound,
      status: hidden ? "suppressed" : empty ? "missing" : (known ?? "exact"),
    };
  });
}

type RowPeriod = Period & { readonly text: string };

/** The periods that rows were last found to have: there are few, and rows without end. */
const PERIODS = new Map<string, RowPeriod | null>();
const PERIODS_LIMIT = 5000;

/** The period of a row, from its period column or from its start and end columns; null when it cannot be read. */
export function rowPeriod(row: Row, dataset: Dataset): RowPeriod | null {
  const { column } = shapeOf(dataset);
  const cell = (role: ColumnOf["role"]) => row.cells[column[role] ?? ""];
  const text = cell("period");
  const start = text === undefined ? (cell("period-start") ?? "") : "";
  const end = text === undefined ? (cell("period-end") ?? "") : "";
  const key = text ?? `${start}\0${end}`;
  const known = PERIODS.get(key);
  if (known !== undefined) return known;
  const found = text === undefined ? (isDay(start) && isDay(end) && start <= end ? { start, end, text: periodText(start, end) } : null) : named(text);
  if (PERIODS.size >= PERIODS_LIMIT) PERIODS.clear();
  PERIODS.set(key, found);
  return found;
}

function named(text: string): RowPeriod | null {
  const period = periodOf(text);
  return period && { ...period, text };
}

/** The number that a cell holds; null for an empty cell and for one that is not a plain number. */
export function numberOf(cell: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : null;
}

/** The shortest way to write these days as a period. */
function periodText(start: Day, end: Day): string {
  const year = start.slice(0, 4);
  const quarters = ["Q1", "Q2", "Q3", "Q4"].map((one) => `${year}-${one}`);
  const month = start.slice(0, 7);
  for (const text of [year, `${year}-H1`, `${year}-H2`, ...quarters, month]) {
    const period = periodOf(text);
    if (period?.start === start && period.end === end) return text;
  }
  return `${start}/${end}`;
}
