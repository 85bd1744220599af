import type { Day } from "../domain/date.ts";

/**
 * The day on which a reader asks. A clock that stands before the date of the data is wrong:
 * the date of the data counts then, or answers would vanish on a machine with a bad clock.
 */
export function todayOf(now: Date, dataDate: string): Day {
  const clock = now.toISOString().slice(0, 10);
  return clock < dataDate ? dataDate : clock;
}
