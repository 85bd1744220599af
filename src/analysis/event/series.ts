import type { Beside } from "./comparison.ts";
import { numbered, type Unit } from "./period.ts";
import type { Point } from "./study.ts";

/** What is wrong with a line of a series. */
export interface LineProblem {
  /** Counted from 1; 0 for the text as a whole. */
  readonly line: number;
  readonly code: "empty" | "columns" | "cells" | "period" | "unit" | "value" | "offset" | "twice" | "many";
  readonly value: string;
}

/** A series as it was read from text. */
export interface Series {
  readonly unit: Unit;
  /** In the order of their periods. */
  readonly points: readonly Point[];
  /** Periods without a value: empty, or suppressed such as `<50`. They are left out, never 0. */
  readonly missing: readonly string[];
  /** How the column `offset` was read; null where there is none. */
  readonly offset: OffsetKind | null;
  /** Series of the further columns `value …`, in their order. */
  readonly beside: readonly Beside[];
}

/** Denominators (people, reports …), whose logarithm is the offset, or logarithms already. */
export const OFFSETS = ["denominator", "log"] as const;
export type OffsetKind = (typeof OFFSETS)[number];

/** Most lines that are read: fifty years of months. The work grows with the square of the length. */
const MOST_LINES = 600;
/** Largest number that a cell may hold. */
const LARGEST = 1e15;
/** No logarithm of a denominator in use is larger; no population counted in persons is smaller. */
const LARGEST_LOG = 25;

/**
 * Reads CSV with the columns period, value and, if wanted, offset, in any order, divided by commas, semicolons or tabs.
 * Further columns `value NAME`, each with `offset NAME` if wanted, are series to set it against. An offset column is read
 * as logarithms when none of its numbers is above 25, unless `kind` says what it is.
 */
export function readSeries(text: string, kind?: OffsetKind): { readonly series: Series } | { readonly problems: readonly LineProblem[] } {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((one) => one.text !== "");
  const [head, ...rest] = lines;
  if (!head || rest.length === 0) return { problems: [{ line: 0, code: "empty", value: "" }] };
  if (rest.length > MOST_LINES) return { problems: [{ line: 0, code: "many", value: String(MOST_LINES) }] };
  const mark = ["\t", ";", ","].find((one) => head.text.includes(one)) ?? ",";
  const written = cellsOf(head.text, mark);
  const names = written.map((name) => name.toLowerCase());
  const [periodAt, valueAt, offsetAt] = ["period", "value", "offset"].map((name) => names.indexOf(name)) as [number, number, number];
  if (periodAt < 0 || valueAt < 0) return { problems: [{ line: head.line, code: "columns", value: head.text.slice(0, 80) }] };

  const problems: LineProblem[] = [];
  const rows: Row[] = [];
  const seen = new Set<number>();
  let unit: Unit | null = null;
  for (const { line, text: row } of rest) {
    const cells = cellsOf(row, mark);
    const fail = (code: LineProblem["code"], value: string): void => void problems.push({ line, code, value: value.slice(0, 40) });
    const period = cells[periodAt] ?? "";
    const found = numbered(period);
    if (cells.length !== names.length) fail("cells", String(cells.length));
    else if (!found) fail("period", period);
    else {
      unit ??= found.unit;
      if (found.unit !== unit) fail("unit", period);
      else if (seen.has(found.index)) fail("twice", period);
      else rows.push({ line, period, index: found.index, cells });
      seen.add(found.index);
    }
  }
  rows.sort((a, b) => a.index - b.index);
  const own = columnOf(rows, valueAt, offsetAt, kind);
  const others = names.flatMap((name, at) => {
    const label = COMPARED.exec(name)?.[1];
    if (!label) return [];
    const id = (written[at] ?? "").slice(-label.length);
    return [{ id, label: id, ...columnOf(rows, at, names.indexOf(name.replace("value", "offset")), kind) }];
  });
  for (const one of [own, ...others]) problems.push(...one.problems);
  if (problems.length > 0) return { problems: problems.sort((a, b) => a.line - b.line) };
  if (!unit || own.points.length === 0) return { problems: [{ line: 0, code: "empty", value: "" }] };
  const beside = others.map(({ id, label, points }) => ({ id, label, points }));
  return { series: { unit, points: own.points, missing: own.missing, offset: own.offset, beside } };
}

/** A line whose period could be read. */
interface Row {
  readonly line: number;
  readonly period: string;
  readonly index: number;
  readonly cells: readonly string[];
}

/** A further column of values, and what stands after its first word. */
const COMPARED = /^value[\s:_-]+(.*\S)$/;

function cellsOf(line: string, mark: string): string[] {
  return line.split(mark).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim(),
  );
}

/** The series of one column of values with its denominators (`offsetAt` below 0 for none). */
function columnOf(rows: readonly Row[], valueAt: number, offsetAt: number, kind?: OffsetKind) {
  const problems: LineProblem[] = [];
  const missing: string[] = [];
  const read: Array<Point & { readonly line: number }> = [];
  for (const { line, period, index, cells } of rows) {
    const [value = "", offset = ""] = [cells[valueAt], offsetAt < 0 ? "0" : cells[offsetAt]];
    if (value === "" || /^<\s*\d+$/.test(value)) missing.push(period);
    else if (!isNumber(value)) problems.push({ line, code: "value", value: value.slice(0, 40) });
    else if (!isNumber(offset)) problems.push({ line, code: "offset", value: offset.slice(0, 40) });
    else read.push({ line, period, index, value: Number(value), offset: Number(offset) });
  }
  const largest = Math.max(...read.map((one) => Math.abs(one.offset)));
  const as = offsetAt < 0 ? null : (kind ?? (largest > LARGEST_LOG ? "denominator" : "log"));
  const bad = as === "denominator" && problems.length === 0 ? read.find((one) => one.offset <= 0) : undefined;
  if (bad) problems.push({ line: bad.line, code: "offset", value: String(bad.offset) });
  const points = read.map(({ line: _, ...one }) => ({ ...one, offset: as === "denominator" ? Math.log(one.offset) : one.offset }));
  return { points, missing, offset: as, problems };
}

function isNumber(cell: string): boolean {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(cell) && Math.abs(Number(cell)) <= LARGEST;
}
