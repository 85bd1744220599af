import { PER_YEAR, type Unit } from "./period.ts";

/** Terms of a segmented model. */
export interface Terms {
  readonly unit: Unit;
  /** Sine and cosine pairs of the year. */
  readonly harmonics: number;
  /** Whether the trend may change at the event. */
  readonly slope: boolean;
  /** Numbers of the periods at which the series itself breaks and may take a step of its own. */
  readonly breaks: readonly number[];
}

/** A column of the design by name: intercept, time, step, slope, season-1-sine …, break-0 …, other. */
export interface Design {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** Most pairs of season terms that a year of this unit can hold; the last one of an even number of periods is a cosine alone. */
export const MOST_HARMONICS: Readonly<Record<Unit, number>> = { month: 6, quarter: 2, "half-year": 1, year: 0 };

/**
 * The design of a series with these period numbers. Time counts periods from 1 at the first one; the step is 1 from
 * `first` on; the slope counts periods since `first`, so that the step is the change at the event itself.
 */
export function designOf(indexes: readonly number[], first: number, terms: Terms): Design {
  const origin = (indexes[0] ?? 0) - 1;
  const make = (value: (index: number) => number): Float64Array => {
    const column = new Float64Array(indexes.length);
    for (const [row, index] of indexes.entries()) column[row] = value(index);
    return column;
  };
  const entries: Array<[string, Float64Array]> = [
    ["intercept", make(() => 1)],
    ["step", make((index) => Number(index >= first))],
    ["time", make((index) => index - origin)],
  ];
  if (terms.slope) entries.push(["slope", make((index) => Math.max(0, index - first))]);
  const year = PER_YEAR[terms.unit];
  for (let pair = 1; pair <= Math.min(terms.harmonics, MOST_HARMONICS[terms.unit]); pair += 1) {
    const angle = (index: number): number => (2 * Math.PI * pair * (index - origin)) / year;
    if (2 * pair !== year) entries.push([`season-${pair}-sine`, make((index) => Math.sin(angle(index)))]);
    entries.push([`season-${pair}-cosine`, make((index) => Math.cos(angle(index)))]);
  }
  for (const [number, at] of terms.breaks.entries()) entries.push([`break-${number}`, make((index) => Number(index >= at))]);
  return { names: entries.map(([name]) => name), columns: entries.map(([, column]) => column) };
}
