import { z } from "zod";
import { type Day, Day as DaySchema, FuzzyDate, lastDay } from "./date.ts";
import { Confidence, Id, JurisdictionCode, MaybeWords, Review, Words } from "./id.ts";
import { Citations } from "./source.ts";

/** The answer of one jurisdiction to one question, for a time, with its citations. */
export const Coding = z.strictObject({
  id: Id,
  jurisdiction: JurisdictionCode,
  question: Id,
  answer: Words.describe("an answer of the question's scale, or a number"),
  from: z.union([FuzzyDate, z.literal("")]).describe("since when this has been the law; empty when not known"),
  to: z.union([DaySchema, z.literal("")]).describe("last day on which it was the law; empty while it lasts"),
  current: z.union([FuzzyDate, z.literal("")]).describe("date of the text that was read"),
  before: MaybeWords.describe("the answer that this one replaced, when it is known without its own dates"),
  basis: MaybeWords.describe("what the dates and the provision rest on"),
  change: z.enum(["first", "amendment", "recoding"]).describe("amendment: the law changed; recoding: we read it again"),
  confidence: z.union([Confidence, z.literal("")]),
  review: Review,
  flags: z.array(Id).describe("doubts of a known sort, such as weak-source"),
  note: MaybeWords,
  doubt: MaybeWords.describe("what is open about this answer"),
  citations: Citations,
});
export type Coding = z.infer<typeof Coding>;

/** A span of days, both ends included; `to` is null while it lasts. */
export interface Span {
  readonly from: Day;
  readonly to: Day | null;
}

type Dated = Pick<Coding, "from" | "to" | "current" | "citations">;

/**
 * The days for which a coding speaks. A start that is known to the year or month counts from the end
 * of that year or month, the first day on which it is certain. Without a start it counts from the day
 * on which its source was current, or else was read. Null when no day is certain.
 */
export function spanOf(coding: Dated): Span | null {
  const read = coding.citations[0]?.read ?? "";
  const from = lastDay(coding.from || coding.current || read);
  // An end before that first day is possible when only the end is dated: the coding then speaks for its last day alone.
  if (coding.to && coding.to < from) return coding.from ? null : { from: coding.to, to: coding.to };
  return { from, to: coding.to || null };
}

/** How the start of a coding's days is known: its own date, the date of the text, or the day of reading. */
export function startBasis(coding: Dated): "start" | "text" | "read" {
  if (coding.from) return "start";
  return coding.current ? "text" : "read";
}
