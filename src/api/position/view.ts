import { type AskAlignment, alignAnswers, countedQuestion } from "../../analysis/alignment.ts";
import type { Instrument } from "../../domain/instrument.ts";
import type { Argument, Position } from "../../domain/position.ts";
import type { Question } from "../../domain/question.ts";
import type { Update } from "../../domain/update.ts";
import type { Answer } from "../../store/reader.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { byName } from "../order.ts";

export const STANCES = ["for", "against", "reservation"] as const;
export type Stance = (typeof STANCES)[number];

/** A position in the index, with what stands behind it. */
export interface PositionLine {
  readonly position: Position;
  readonly stances: Readonly<Record<Stance, number>>;
  readonly asks: number;
}

/** The positions in the record's order. Parameter: topic. */
export function positionList(inquiry: Inquiry): PositionLine[] {
  const { catalogue, query } = inquiry;
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  return [...catalogue.positions.values()]
    .filter((position) => !topic || position.topics.includes(topic))
    .map((position) => {
      const held = argumentsOf(inquiry, position.id);
      return { position, asks: position.asks.length, stances: { for: held.for.length, against: held.against.length, reservation: held.reservation.length } };
    });
}

/** An ask with the answers of every jurisdiction through its rules. */
export interface AskView extends AskAlignment {
  readonly ask: Question;
  /** The question whose answers count: a codebook question that asks the same, or the ask itself. */
  readonly counted: Question;
  /** Codings under the ask's own id beside a codebook question: shown, not counted. */
  readonly second: readonly Answer[];
}

/** An instrument near a position; `cited` when an answer to one of its asks rests on it. */
export interface RelatedLaw {
  readonly instrument: Instrument;
  readonly cited: boolean;
}

export interface PositionView {
  readonly position: Position;
  readonly asks: readonly AskView[];
  readonly arguments: Readonly<Record<Stance, readonly Argument[]>>;
  readonly law: readonly RelatedLaw[];
  readonly updates: readonly Update[];
}

/** One position on the inquiry's day; null when there is none of this id. */
export async function positionView(inquiry: Inquiry, id: string): Promise<PositionView | null> {
  const { catalogue, reader, at } = inquiry;
  const position = catalogue.positions.get(id);
  if (!position) return null;
  const asks = position.asks.flatMap((ask) => catalogue.questions.get(ask) ?? []);
  const wanted = [...new Set(asks.flatMap((ask) => [ask.id, countedQuestion(ask)]))];
  const order = byName(inquiry);
  const answers = (await reader.answersTo(wanted, at)).sort((a, b) => order(a.jurisdiction, b.jurisdiction));
  const expected = [...catalogue.jurisdictions.values()].filter(({ kind }) => kind === "state" || kind === "territory").map((one) => one.id);
  expected.sort(order);
  return {
    position,
    asks: asks.map((ask) => ({
      ...alignAnswers(ask, answers, expected),
      ask,
      counted: catalogue.questions.get(countedQuestion(ask)) ?? ask,
      second: ask.same ? answers.filter((answer) => answer.question === ask.id) : [],
    })),
    arguments: argumentsOf(inquiry, id),
    law: lawOf(inquiry, position, answers),
    updates: [...catalogue.updates.values()].filter((update) => shares(update.topics, position.topics)).sort((a, b) => (a.date < b.date ? 1 : -1)),
  };
}

/** Arguments of a position by stance, newest first; those without a date last. */
function argumentsOf(inquiry: Inquiry, position: string): Record<Stance, Argument[]> {
  const held: Record<Stance, Argument[]> = { for: [], against: [], reservation: [] };
  for (const one of inquiry.catalogue.arguments.values()) if (one.position === position) held[one.stance].push(one);
  for (const stance of STANCES) held[stance].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
  return held;
}

/** Instruments that the answers cite, and those on the position's topics; the cited ones first, then by name of place and title. */
function lawOf(inquiry: Inquiry, position: Position, answers: readonly Answer[]): RelatedLaw[] {
  const cited = new Set(answers.flatMap((answer) => answer.coding?.citations.map((citation) => citation.instrument) ?? []));
  const order = byName(inquiry);
  return [...inquiry.catalogue.instruments.values()]
    .filter((instrument) => cited.has(instrument.id) || shares(instrument.topics, position.topics))
    .map((instrument) => ({ instrument, cited: cited.has(instrument.id) }))
    .sort(
      (a, b) =>
        Number(b.cited) - Number(a.cited) || order(a.instrument.jurisdiction, b.instrument.jurisdiction) || (a.instrument.title < b.instrument.title ? -1 : 1),
    );
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}
