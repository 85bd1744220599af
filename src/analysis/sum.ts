import type { Observation } from "../domain/statistic.ts";

/** What a sum needs of a figure. */
export type Part = Pick<Observation, "value" | "status">;

/** A sum of figures, and what it leaves out. */
export interface Sum {
  /** Null when there is nothing to add, or when the sum would let a suppressed part be worked out. */
  readonly value: number | null;
  readonly status: "derived" | "rounded" | "suppressed" | "missing";
  /** True when parts are suppressed or missing: the sum is a lower bound. */
  readonly atLeast: boolean;
  readonly added: number;
  readonly suppressed: number;
  readonly missing: number;
  /** True when the sum is held back because a published total stands beside it and exactly one part is suppressed. */
  readonly withheld: boolean;
}

/**
 * Adds figures. Only exact, rounded and derived ones are added; a suppressed or missing one is left out, never taken as 0,
 * and makes the sum a lower bound. `expected` parts that have no row at all count as missing.
 * With a published total beside it, a sum that lacks exactly one suppressed part is held back: the difference would be
 * that part (complementary suppression).
 */
export function sumOf(parts: readonly Part[], expected = parts.length, published: Part | null = null): Sum {
  let value = 0;
  let added = 0;
  let suppressed = 0;
  let rounded = false;
  for (const part of parts) {
    if (part.status === "suppressed") suppressed += 1;
    else if (part.value !== null) {
      value += part.value;
      added += 1;
      rounded ||= part.status === "rounded";
    }
  }
  const missing = Math.max(expected, parts.length) - added - suppressed;
  const withheld = suppressed === 1 && missing === 0 && added > 0 && published !== null && published.value !== null;
  if (withheld) return { value: null, status: "suppressed", atLeast: false, added, suppressed, missing, withheld };
  if (added === 0) return { value: null, status: suppressed > 0 ? "suppressed" : "missing", atLeast: false, added, suppressed, missing, withheld };
  return { value, status: rounded ? "rounded" : "derived", atLeast: suppressed + missing > 0, added, suppressed, missing, withheld };
}
