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

/**
 * The figures of one row: one for each value column. An empty cell is a missing figure; a bound such as `<50`
 * or the status `suppressed` is a suppressed one; neither has a value.
 * @throws {RangeError} when the row's period cannot be read; `atlas check` finds such rows.
 */
export function observationsOf(row: Row, dataset: Dataset): Observation[] {
  const find = (role: ColumnOf["role"]): string => {
    const column = dataset.columns.find((one) => one.role === role);
    return column ? (row.cells[column.name] ?? "") : "";
  };
  const period = rowPeriod(row, dataset);
  if (!period) throw new RangeError(`The period of row ${row.id} cannot be read. Run "atlas check".`);
  const status = find("status");
  const bound = find("bound");
  const attributes = dataset.columns.filter((one) => one.role === "category" || one.role === "attribute");
  const shared = {
    dataset: dataset.id,
    row: row.id,
    jurisdiction: find("jurisdiction"),
    period: period.text,
    start: period.start,
    end: period.end,
    platform: find("platform"),
    category: attributes
      .map((one) => row.cells[one.name] ?? "")
      .filter((one) => one !== "")
      .join(" · "),
    note: find("note"),
    source: find("source"),
  };
  const measured = find("measure");
  return dataset.columns
    .filter((column) => column.role === "value")
    .map((column) => {
      const cell = row.cells[column.name] ?? "";
      const measure = column.measure || measured;
      const unit = dataset.measures.find((one) => one.id === measure)?.unit ?? "";
      const ownBound = bound || (/^[<>]/.test(cell) ? cell : "");
      const known = OBSERVATION_STATUSES.find((one) => one === status);
      const hidden = known === "suppressed" || ownBound !== "";
      const words = unit === WORDS && !hidden ? cell : "";
      const value = hidden || unit === WORDS ? null : numberOf(cell);
      const empty = value === null && words === "";
      return { ...shared, measure, unit, value, words, bound: ownBound, status: hidden ? "suppressed" : empty ? "missing" : (known ?? "exact") };
    });
}

/** The period of a row, from its period column or from its start and end columns; null when it cannot be read. */
export function rowPeriod(row: Row, dataset: Dataset): (Period & { readonly text: string }) | null {
  const cell = (role: ColumnOf["role"]) => row.cells[dataset.columns.find((one) => one.role === role)?.name ?? ""];
  const text = cell("period");
  if (text !== undefined) {
    const period = periodOf(text);
    return period && { ...period, text };
  }
  const start = cell("period-start") ?? "";
  const end = cell("period-end") ?? "";
  return isDay(start) && isDay(end) && start <= end ? { start, end, text: periodText(start, end) } : null;
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
