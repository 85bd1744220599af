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
 * An offset column is read as logarithms when none of its numbers is above 25, unless `kind` says what it is.
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
  const cellsOf = (line: string): string[] =>
    line.split(mark).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .trim(),
    );
  const names = cellsOf(head.text).map((name) => name.toLowerCase());
  const [periodAt, valueAt, offsetAt] = ["period", "value", "offset"].map((name) => names.indexOf(name)) as [number, number, number];
  if (periodAt < 0 || valueAt < 0) return { problems: [{ line: head.line, code: "columns", value: head.text.slice(0, 80) }] };

  const problems: LineProblem[] = [];
  const missing: string[] = [];
  const read: Array<{ period: string; index: number; value: number; offset: number }> = [];
  const seen = new Set<number>();
  let unit: Unit | null = null;
  for (const { line, text: written } of rest) {
    const cells = cellsOf(written);
    const fail = (code: LineProblem["code"], value: string): void => void problems.push({ line, code, value: value.slice(0, 40) });
    if (cells.length !== names.length) {
      fail("cells", String(cells.length));
      continue;
    }
    const [period = "", value = "", offset = ""] = [cells[periodAt], cells[valueAt], offsetAt < 0 ? "1" : cells[offsetAt]];
    const found = numbered(period);
    if (!found) {
      fail("period", period);
      continue;
    }
    unit ??= found.unit;
    if (found.unit !== unit) fail("unit", period);
    else if (seen.has(found.index)) fail("twice", period);
    else if (value === "" || /^<\s*\d+$/.test(value)) missing.push(period);
    else if (!isNumber(value)) fail("value", value);
    else if (!isNumber(offset)) fail("offset", offset);
    else read.push({ period, index: found.index, value: Number(value), offset: Number(offset) });
    seen.add(found.index);
  }
  if (problems.length > 0) return { problems };
  if (!unit || read.length === 0) return { problems: [{ line: 0, code: "empty", value: "" }] };
  const largest = Math.max(...read.map((one) => Math.abs(one.offset)));
  const as = offsetAt < 0 ? null : (kind ?? (largest > LARGEST_LOG ? "denominator" : "log"));
  const bad = as === "denominator" ? read.find((one) => one.offset <= 0) : undefined;
  if (bad)
    return { problems: [{ line: rest.find((one) => cellsOf(one.text)[periodAt] === bad.period)?.line ?? 0, code: "offset", value: String(bad.offset) }] };
  const points = read.map((one) => ({ ...one, offset: as === null ? 0 : as === "log" ? one.offset : Math.log(one.offset) })).sort((a, b) => a.index - b.index);
  return { series: { unit, points, missing, offset: as } };
}

function isNumber(cell: string): boolean {
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(cell) && Math.abs(Number(cell)) <= LARGEST;
}
