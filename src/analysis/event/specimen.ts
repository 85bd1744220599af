import { periodName } from "./period.ts";
import type { Point } from "./study.ts";

/** Numbers evenly spread between 0 and 1, the same for the same seed (Mulberry32). For tests. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A draw from the standard normal distribution. */
export function normal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

function poisson(mean: number, next: () => number): number {
  // Counts to a few hundred: waiting times until the mean is used up, multiplied rather than added.
  const end = Math.exp(-mean);
  let left = 1;
  for (let count = 0; ; count += 1) {
    left *= 1 - next();
    if (left < end) return count;
  }
}

/** What a simulated series is made of, on the log scale. */
export interface Truth {
  readonly step: number;
  readonly slope: number;
  /** Standard deviation of the errors that come on top of Poisson noise. */
  readonly spread: number;
  readonly correlation: number;
  /** Trend a month; 0.004 when it is left out. */
  readonly trend?: number;
}

/** A monthly series around 100 counts with known step, trend, change of slope, season, overdispersion and autocorrelation. */
export function simulated(truth: Truth, first: number, months: number, next: () => number): Point[] {
  const origin = 2010 * 12;
  let error = truth.spread * normal(next);
  return Array.from({ length: months }, (_, row) => {
    if (row > 0) error = truth.correlation * error + truth.spread * Math.sqrt(1 - truth.correlation ** 2) * normal(next);
    const season = 0.15 * Math.sin((2 * Math.PI * row) / 12) + 0.08 * Math.cos((4 * Math.PI * row) / 12);
    const level = Math.log(100) + (truth.trend ?? 0.004) * row + season + (row >= first ? truth.step + truth.slope * (row - first) : 0);
    const index = origin + row;
    return { period: periodName("month", index), index, value: poisson(Math.exp(level + error - truth.spread ** 2 / 2), next), offset: 0 };
  });
}
