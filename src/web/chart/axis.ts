import { scaleUtc } from "d3-scale";
import { type Day, type FuzzyDate, firstDay } from "../../domain/date.ts";

/** A time axis from left to right, whatever the writing direction. */
export interface Axis {
  /** Place of a date in drawing units, rounded to whole ones. */
  at(date: FuzzyDate): number;
  readonly years: ReadonlyArray<{ readonly year: string; readonly at: number }>;
  readonly width: number;
}

/** The axis that holds all dates and today, with a margin on both sides. `width` and `margin` in drawing units. */
export function timeAxis(dates: readonly FuzzyDate[], today: Day, width: number, margin: number): Axis {
  const days = [...dates.map(firstDay), today].sort();
  const time = (day: string): number => Date.parse(`${day}T00:00:00Z`);
  const from = time(days[0] ?? today);
  const to = time(days.at(-1) ?? today);
  // A life of one day still needs a length to be drawn on.
  const room = Math.max(to - from, 180 * 86_400_000);
  const scale = scaleUtc([from, from + room], [margin, width - margin]);
  const years = scale
    .ticks(Math.max(2, Math.round(width / 90)))
    .filter((tick) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1)
    .map((tick) => ({ year: String(tick.getUTCFullYear()), at: Math.round(scale(tick)) }));
  return { at: (date) => Math.round(scale(time(firstDay(date)))), years, width };
}
