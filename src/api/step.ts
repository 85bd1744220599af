import { spanOf, startBasis } from "../domain/coding.ts";
import { type Day, lastDay } from "../domain/date.ts";
import type { Answer, LawSteps, PairFilter } from "../store/reader.ts";
import { lawDays, stepsAmong } from "../store/span.ts";
import type { Inquiry } from "./inquiry.ts";

export type { LawSteps as Steps };
export { lawDays, stepsAmong };

/** The steps around the inquiry's day for these pairs. Today's answers know their own starts; for another day every coding is asked. */
export async function stepsFor(inquiry: Inquiry, answers: Iterable<Answer>, of: PairFilter): Promise<LawSteps> {
  if (inquiry.at === inquiry.today) return stepsAround(answers, inquiry.at);
  if (of.questions && !of.jurisdictions) return inquiry.reader.lawSteps(of.questions, inquiry.at);
  return stepsAmong(lawDays(await inquiry.reader.spans(of)), inquiry.at);
}

/** The steps that the answers of a day tell by themselves: the latest start among them, and the first that follows. */
export function stepsAround(answers: Iterable<Answer>, at: Day): LawSteps {
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
