import { type Comparison, compare } from "../../analysis/comparison.ts";
import type { Day } from "../../domain/date.ts";
import type { Answer } from "../../store/reader.ts";
import type { Inquiry } from "../inquiry.ts";
import { type Asked, askedOf, comparedQuestions } from "./asked.ts";

/** What a column of the comparison is about. */
export interface ComparedColumn {
  readonly jurisdiction: string;
  readonly day: Day;
}

/** Jurisdictions side by side on one day, or one jurisdiction on two days. */
export interface CompareView {
  readonly asked: Asked;
  readonly columns: readonly ComparedColumn[];
  readonly comparison: Comparison;
}

/** The comparison that the parameters ask for: place, topic, at, to. Throws a CompareFault when they ask for none that can be made. */
export async function compareView(inquiry: Inquiry): Promise<CompareView> {
  const asked = askedOf(inquiry);
  const { places, topics, to } = asked;
  const days = to ? [inquiry.at, to] : [inquiry.at];
  const columns = places.flatMap((jurisdiction) => days.map((day) => ({ jurisdiction, day })));
  const read = await Promise.all(days.map((day) => inquiry.reader.answersIn(places, day)));
  const found = new Map(columns.map((one) => [keyOf(one), new Map<string, Answer>()]));
  for (const [index, answers] of read.entries()) {
    const day = days[index] ?? inquiry.at;
    for (const answer of answers) found.get(keyOf({ jurisdiction: answer.jurisdiction, day }))?.set(answer.question, answer);
  }
  const questions = comparedQuestions(inquiry.catalogue).filter((one) => topics.length === 0 || topics.includes(one.topic));
  return {
    asked,
    columns,
    comparison: compare(
      questions,
      columns.map((one) => found.get(keyOf(one)) ?? new Map()),
    ),
  };
}

function keyOf({ jurisdiction, day }: ComparedColumn): string {
  return `${jurisdiction} ${day}`;
}

/** The parameters that keep a comparison in an address, the day and the revision apart. */
export function keptOf({ places, topics, to }: Asked): Record<string, string> {
  return { place: places.join(","), ...(topics.length > 0 ? { topic: topics.join(",") } : {}), ...(to ? { to } : {}) };
}
