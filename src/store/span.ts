import { type Coding, spanOf, startBasis } from "../domain/coding.ts";
import { type Day, shiftDay } from "../domain/date.ts";
import type { Answer, AnswerSpan, LawSteps } from "./reader.ts";

/** A start that no day reaches: a pair whose codings speak for no certain day is coded, yet never known. */
export const NEVER: Day = "9999-12-31";

/** The days for which a coding speaks, with the coding. */
export function answerSpan(coding: Coding): AnswerSpan {
  const span = spanOf(coding);
  return { jurisdiction: coding.jurisdiction, question: coding.question, coding, from: span?.from ?? null, to: span?.to ?? null };
}

/** Spans by jurisdiction, question and start, as the store gives them. */
export function inOrder(one: AnswerSpan, other: AnswerSpan): number {
  return compare(one.jurisdiction, other.jurisdiction) || compare(one.question, other.question) || compare(one.from ?? "", other.from ?? "");
}

/** How one pair stands on a day. `spans` are all codings of that pair, at least one, in any order; they never overlap. */
export function answerOn(spans: readonly AnswerSpan[], day: Day): Answer {
  let coding: Coding | null = null;
  let next: AnswerSpan | null = null;
  let since: Day = NEVER;
  for (const one of spans) {
    if (one.from === null) continue;
    if (one.from < since) since = one.from;
    if (one.from <= day) {
      if (one.to === null || one.to >= day) coding = one.coding;
    } else if (next === null || one.from < (next.from ?? NEVER)) next = one;
  }
  return { jurisdiction: spans[0]?.jurisdiction ?? "", question: spans[0]?.question ?? "", coding, next: next?.coding ?? null, since };
}

/** How every pair among the spans stands on a day. */
export function answersOn(spans: readonly AnswerSpan[], day: Day): Answer[] {
  return [...pairsOf(spans).values()].map((pair) => answerOn(pair, day));
}

/** The steps around a day among days of change, in any order. */
export function stepsAmong(days: Iterable<Day>, at: Day): LawSteps {
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
export function lawDays(spans: Iterable<AnswerSpan>): Day[] {
  const days = new Set<Day>();
  for (const { coding, from, to } of spans) {
    if (from !== null && startBasis(coding) === "start") days.add(from);
    if (to !== null) days.add(shiftDay(to, 1));
  }
  return [...days].sort();
}

/** Spans by pair, in the order in which the pairs first come. */
export function pairsOf(spans: readonly AnswerSpan[]): Map<string, AnswerSpan[]> {
  const pairs = new Map<string, AnswerSpan[]>();
  for (const one of spans) {
    const key = `${one.jurisdiction} ${one.question}`;
    const pair = pairs.get(key);
    if (pair) pair.push(one);
    else pairs.set(key, [one]);
  }
  return pairs;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
