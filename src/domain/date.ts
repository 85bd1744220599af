import { z } from "zod";

/**
 * A date as exactly as it is known: `2008`, `2008-11` or `2008-11-26`.
 * A year stays a year; nobody invents a month for it.
 */
export const FuzzyDate = z.string().refine(isFuzzyDate, { message: "not a date: write 2008, 2008-11 or 2008-11-26, and a day that exists" });
export type FuzzyDate = z.infer<typeof FuzzyDate>;

/** A full calendar day, `2008-11-26`. */
export const Day = z.string().refine(isDay, { message: "not a day: write it as 2008-11-26, and a day that exists" });
export type Day = z.infer<typeof Day>;

/** Tells whether the text is a day that the calendar has. */
export function isDay(text: string): boolean {
  return text.length === 10 && isFuzzyDate(text);
}

/** Tells whether the text is a year, a month or a day that the calendar has. */
export function isFuzzyDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return year >= 1600 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The first day that the date can mean: `2008` gives `2008-01-01`. */
export function firstDay(date: FuzzyDate): Day {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** The last day that the date can mean: `2008-02` gives `2008-02-29`. */
export function lastDay(date: FuzzyDate): Day {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const days = daysIn(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return `${date}-${String(days).padStart(2, "0")}`;
}

/** The day that lies `days` after the given one (before it, when negative). */
export function shiftDay(day: Day, days: number): Day {
  const time = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
