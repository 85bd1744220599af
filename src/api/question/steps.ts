import { spanOf, startBasis } from "../../domain/coding.ts";
import { type Day, lastDay } from "../../domain/date.ts";
import type { Answer } from "../../store/reader.ts";

/** The days nearest to `at` on which any of the answers is known to have changed: before it, and after it. */
export function stepsAround(answers: Iterable<Answer>, at: Day): { before?: Day | undefined; after?: Day | undefined } {
  let before: Day | undefined;
  let after: Day | undefined;
  for (const { coding, next } of answers) {
    const start = coding && startBasis(coding) === "start" ? spanOf(coding)?.from : undefined;
    if (start && start < at && (!before || start > before)) before = start;
    const then = next?.from ? lastDay(next.from) : undefined;
    if (then && then > at && (!after || then < after)) after = then;
  }
  return { before, after };
}
