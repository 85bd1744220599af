import { type Aligned, alignmentOf, countedQuestion } from "../../analysis/alignment.ts";
import type { Jurisdiction } from "../../domain/jurisdiction.ts";
import type { Position } from "../../domain/position.ts";
import type { Question } from "../../domain/question.ts";
import type { Answer } from "../../store/reader.ts";
import { choice, type Inquiry } from "../inquiry.ts";

/** How law from elsewhere that reaches a jurisdiction stands to an ask: shown beside its own answer, counted nowhere. */
export interface ReachedGap {
  readonly from: string;
  readonly answer: Answer;
  readonly alignment: Aligned;
}

/** How one jurisdiction stands to one ask. */
export interface GapRow {
  readonly ask: Question;
  /** The question whose answer counts: a codebook question that asks the same, or the ask itself. */
  readonly counted: Question;
  /** Undefined when nobody has coded it. */
  readonly answer: Answer | undefined;
  readonly alignment: Aligned;
  readonly reach: readonly ReachedGap[];
}

/** One position ask by ask. There is no sum of the rows: asks do not weigh alike, and blanks say nothing. */
export interface Gap {
  readonly position: Position;
  readonly rows: readonly GapRow[];
  /** Asks without an answer that speaks for the day. */
  readonly blanks: number;
}

/** A jurisdiction beside every position. */
export interface GapView {
  readonly jurisdiction: Jurisdiction;
  readonly gaps: readonly Gap[];
  /** Asks of these positions, and how many of them have no answer that speaks for the day. */
  readonly asks: number;
  readonly blanks: number;
}

/** The jurisdiction of this code beside the positions; null when the record has none. Parameter: position. */
export async function gapView(inquiry: Inquiry, code: string): Promise<GapView | null> {
  const { catalogue, reader, at, query } = inquiry;
  const jurisdiction = catalogue.jurisdictions.get(code);
  if (!jurisdiction) return null;
  const wanted = choice(query, "position", [...catalogue.positions.keys()]);
  const reach = catalogue.reachOf(code, at);
  const answers = await reader.answersIn(reach, at);
  const positions = [...catalogue.positions.values()].filter((one) => !wanted || one.id === wanted);
  const gaps = positions.map((position) => gapOf(inquiry, position, code, reach, answers));
  return { jurisdiction, gaps, asks: sum(gaps, (gap) => gap.rows.length), blanks: sum(gaps, (gap) => gap.blanks) };
}

/** One jurisdiction beside one position. `answers` hold those of the jurisdiction and of all in `reach`. */
export function gapOf(inquiry: Inquiry, position: Position, code: string, reach: readonly string[], answers: readonly Answer[]): Gap {
  const { questions } = inquiry.catalogue;
  const by = new Map(answers.map((one) => [`${one.jurisdiction} ${one.question}`, one]));
  const rows = position.asks.flatMap((id): GapRow[] => {
    const ask = questions.get(id);
    if (!ask) return [];
    const counted = questions.get(countedQuestion(ask)) ?? ask;
    const answer = by.get(`${code} ${counted.id}`);
    const others = reach.filter((from) => from !== code).flatMap((from) => by.get(`${from} ${counted.id}`) ?? []);
    return [
      {
        ask,
        counted,
        answer,
        alignment: answer ? alignmentOf(ask, answer) : "not-coded",
        reach: others.map((one) => ({ from: one.jurisdiction, answer: one, alignment: alignmentOf(ask, one) })),
      },
    ];
  });
  return { position, rows, blanks: rows.filter(({ alignment }) => isBlank(alignment)).length };
}

/** Whether a standing says nothing about the law: not coded, or not known for the day. */
function isBlank(alignment: Aligned): boolean {
  return alignment === "not-coded" || alignment === "not-known";
}

function sum<T>(list: readonly T[], count: (one: T) => number): number {
  return list.reduce((total, one) => total + count(one), 0);
}
