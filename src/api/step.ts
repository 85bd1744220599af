import { spanOf, startBasis } from "../domain/coding.ts";
import { type Day, lastDay, shiftDay } from "../domain/date.ts";
import type { Answer, AnswerSpan, PairFilter } from "../store/reader.ts";
import type { Inquiry } from "./inquiry.ts";

/** The days nearest to the day of an inquiry on which something changed: before it, and after it. */
export interface Steps {
  readonly before?: Day | undefined;
  readonly after?: Day | undefined;
}

/** The steps around an inquiry's day among days of change, in any order. */
export function stepsAmong(days: Iterable<Day>, at: Day): Steps {
  let before: Day | undefined;
  let after: Day | undefined;
  for (const day of days) {
    if (day < at && (!before || day > before)) before = day;
    if (day > at && (!after || day < after)) after = day;
  }
  return { before, after };
}

/**
 * The days on which the law is known to have changed: dated starts, and the day after a dated end.
 * A coding without a start only begins to be known, which is no change.
 */
export function changeDays(spans: Iterable<AnswerSpan>): Day[] {
  const days = new Set<Day>();
  for (const { coding, from, to } of spans) {
    if (from !== null && startBasis(coding) === "start") days.add(from);
    if (to !== null) days.add(shiftDay(to, 1));
  }
  return [...days].sort();
}

/** The steps around the inquiry's day for these pairs. Today's answers know their own starts; for another day every coding is asked. */
export async function stepsFor(inquiry: Inquiry, answers: Iterable<Answer>, of: PairFilter): Promise<Steps> {
  if (inquiry.at === inquiry.today) return stepsAround(answers, inquiry.at);
  return stepsAmong(changeDays(await inquiry.reader.spans(of)), inquiry.at);
}

/** The steps that the answers of a day tell by themselves: the latest start among them, and the first that follows. */
export function stepsAround(answers: Iterable<Answer>, at: Day): Steps {
  const days: Day[] = [];
  for (const { coding, next } of answers) {
    const start = coding && startBasis(coding) === "start" ? spanOf(coding)?.from : undefined;
    if (start) days.push(start);
    if (next?.from) days.push(lastDay(next.from));
  }
  return stepsAmong(days, at);
}

/** How many of the answers speak for no coding on the day: their sources are younger. */
export function unknownOf(answers: Iterable<Answer>): number {
  let unknown = 0;
  for (const one of answers) if (!one.coding) unknown += 1;
  return unknown;
}
