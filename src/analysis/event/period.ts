import { type Day, firstDay, lastDay } from "../../domain/date.ts";

/** Lengths of period that a series can be made of. */
export const UNITS = ["month", "quarter", "half-year", "year"] as const;
export type Unit = (typeof UNITS)[number];

/** Periods of each length in a year. */
export const PER_YEAR: Readonly<Record<Unit, number>> = { month: 12, quarter: 4, "half-year": 2, year: 1 };

/** A period as a series writes it: its length, and its number counted from the year 0. */
export interface Numbered {
  readonly unit: Unit;
  readonly index: number;
}

/** Reads `2005-01`, `2005-Q1`, `2005-H1` or `2005`; null for anything else. */
export function numbered(text: string): Numbered | null {
  const found = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(text);
  if (!found) return null;
  const [, year, month, quarter, half] = found;
  if (month) return { unit: "month", index: Number(year) * 12 + Number(month) - 1 };
  if (quarter) return { unit: "quarter", index: Number(year) * 4 + Number(quarter) - 1 };
  if (half) return { unit: "half-year", index: Number(year) * 2 + Number(half) - 1 };
  return { unit: "year", index: Number(year) };
}

/** A period in words, the inverse of `numbered`. */
export function periodName(unit: Unit, index: number): string {
  const year = String(Math.floor(index / PER_YEAR[unit])).padStart(4, "0");
  const part = (index % PER_YEAR[unit]) + 1;
  if (unit === "month") return `${year}-${String(part).padStart(2, "0")}`;
  return unit === "quarter" ? `${year}-Q${part}` : unit === "half-year" ? `${year}-H${part}` : year;
}

/** The first and the last day of a period. */
export function daysOf(unit: Unit, index: number): { readonly start: Day; readonly end: Day } {
  const months = 12 / PER_YEAR[unit];
  const first = index * months;
  return { start: firstDay(periodName("month", first)), end: lastDay(periodName("month", first + months - 1)) };
}

/** Where a day falls: the first period that counts as after it, and how much of the period around it lies after it. */
export interface Turn {
  /** A period belongs to the side on which most of its days lie; at half and half, to the time after. */
  readonly first: number;
  /** Share of the period that holds the day which lies on or after the day: 1 where it is the first day of the period. */
  readonly share: number;
  readonly period: string;
}

/** The turn that a day makes in a series of this unit. */
export function turnOf(unit: Unit, day: Day): Turn {
  const index = Number(day.slice(0, 4)) * PER_YEAR[unit] + Math.floor((Number(day.slice(5, 7)) - 1) / (12 / PER_YEAR[unit]));
  const { start, end } = daysOf(unit, index);
  const time = (text: Day): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  const share = (time(end) - time(day) + 1) / (time(end) - time(start) + 1);
  return { first: share >= 0.5 ? index : index + 1, share, period: periodName(unit, index) };
}
