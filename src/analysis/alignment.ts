import { type Alignment, align, type Question } from "../domain/question.ts";
import type { Answer } from "../store/reader.ts";

/** What a jurisdiction can meet on an ask. The last two are blanks: they say nothing about its law. */
export const ALIGNED = ["met", "partly", "not-met", "unclear", "not-applicable", "not-known", "not-coded"] as const;
export type Aligned = (typeof ALIGNED)[number];

/** One jurisdiction's answer, and how far it meets the ask. */
export interface AlignedAnswer {
  readonly answer: Answer;
  readonly alignment: Exclude<Aligned, "not-coded">;
}

/** The answers to an ask of every jurisdiction. The counts add up to the coded jurisdictions plus the blanks. */
export interface AskAlignment {
  readonly rows: readonly AlignedAnswer[];
  /** Expected jurisdictions without any coding. */
  readonly blanks: readonly string[];
  readonly counts: Readonly<Record<Aligned, number>>;
}

/** The id of the question whose answers count for an ask: the codebook question that asks the same, or the ask itself. */
export function countedQuestion(ask: Pick<Question, "id" | "same">): string {
  return ask.same || ask.id;
}

/** How far an answer meets an ask. A coding that no rule fits is "unclear"; no coding for the day is "not-known", never "not met". */
export function alignmentOf(ask: Pick<Question, "rules">, answer: Pick<Answer, "coding">): Exclude<Aligned, "not-coded"> {
  if (!answer.coding) return "not-known";
  const found: Alignment | null = align(ask.rules, answer.coding.answer);
  return found ?? "unclear";
}

/**
 * Applies an ask's rules to answers. Only answers to the counted question take part: codings of an ask
 * that a codebook question already asks are second readings and are left out here.
 * `expected` are the jurisdictions that are listed as "not coded" when they have no answer.
 */
export function alignAnswers(ask: Pick<Question, "id" | "same" | "rules">, answers: readonly Answer[], expected: readonly string[]): AskAlignment {
  const counts: Record<Aligned, number> = { met: 0, partly: 0, "not-met": 0, unclear: 0, "not-applicable": 0, "not-known": 0, "not-coded": 0 };
  const counted = countedQuestion(ask);
  const rows: AlignedAnswer[] = [];
  const coded = new Set<string>();
  for (const answer of answers) {
    if (answer.question !== counted) continue;
    const alignment = alignmentOf(ask, answer);
    counts[alignment]++;
    coded.add(answer.jurisdiction);
    rows.push({ answer, alignment });
  }
  const blanks = expected.filter((code) => !coded.has(code));
  counts["not-coded"] = blanks.length;
  return { rows, blanks, counts };
}
