import type { Day } from "../domain/date.ts";

/** Residents that a rate is given for. */
const PER = 100_000;

/** The population that a rate divides by, and the year it is of. */
export interface Population {
  readonly value: number;
  readonly year: string;
}

/** Years that a population may lie back when there is none of the year itself. */
const MOST_YEARS_BACK = 2;

/** The population of a year; of one of the two years before when there is none; null when there is none of these either. */
export function populationFor(year: number, byYear: ReadonlyMap<number, number>): Population | null {
  for (let back = 0; back <= MOST_YEARS_BACK; back += 1) {
    const value = byYear.get(year - back);
    if (value !== undefined && value > 0) return { value, year: String(year - back) };
  }
  return null;
}

/** A count per 100,000 residents. */
export function perHead(value: number, population: number): number {
  return (value / population) * PER;
}

/** The change from one value to the next in percent; null when there is nothing to divide by. */
export function changeFrom(before: number, value: number): number | null {
  return before === 0 ? null : ((value - before) / before) * 100;
}

/** A value as an index on which the base is 100; null when there is nothing to divide by. */
export function indexOn(base: number, value: number): number | null {
  return base === 0 ? null : (value / base) * 100;
}

/** Whether values can stand on a logarithmic axis: there are some, and none is zero or below. */
export function canStandOnLog(values: readonly number[]): boolean {
  return values.length > 0 && values.every((value) => value > 0);
}

/** Tells whether a break forbids to set values before it against values after it. */
export function forbidsComparison(breakId: string, dataset: string, measure: string): boolean {
  // The list counts agencies from 2024 on, and reports before.
  if (breakId === "country-list-counts-agencies-2024")
    return dataset === "cybertipline-by-country" || (dataset === "eu-eprivacy-before-after" && FROM_COUNTRY_LIST.test(measure));
  // Bundled reports: the record says to compare those of 2023 with the incidents of 2024, not with the reports.
  if (breakId === "bundling-2024")
    return (
      (dataset === "cybertipline-totals" && /^reports/.test(measure)) ||
      dataset === "cybertipline-by-platform" ||
      (dataset === "cybertipline-by-incident-type" && measure === "csam-possession-manufacture-distribution") ||
      (dataset === "eu-eprivacy-before-after" && measure === "world-reports")
    );
  return false;
}

/** Measures of the data set on the European Union that are worked out from the country list. */
const FROM_COUNTRY_LIST = /^(?:eu27-(?!referrals-gpcep).*|poland-reports|us-reports-in-country-list)$/;

/**
 * The stretch of a series that a period belongs to, from 0: each day on which comparison ends begins the next.
 * A period in which such a day falls belongs to the later stretch.
 */
export function segmentOf(end: Day, days: readonly Day[]): number {
  return days.filter((day) => day <= end).length;
}
