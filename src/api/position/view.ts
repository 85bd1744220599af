import type { Instrument } from "../../domain/instrument.ts";
import type { Argument, Position } from "../../domain/position.ts";
import type { Update } from "../../domain/update.ts";
import type { Answer } from "../../store/reader.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { byName, latestFirst } from "../order.ts";
import { type AskView, askViews } from "./ask.ts";
import { type OtherPositions, otherPositions } from "./other.ts";

export type { AskView };

export const STANCES = ["for", "against", "reservation"] as const;
export type Stance = (typeof STANCES)[number];

/** A position in the index, with what stands behind it. */
export interface PositionLine {
  readonly position: Position;
  readonly stances: Readonly<Record<Stance, number>>;
  readonly asks: number;
}

/** The organisations that hold a position, in the record's order. */
export function organisationsOf(inquiry: Inquiry): string[] {
  return [...new Set([...inquiry.catalogue.positions.values()].map((one) => one.organisation))];
}

/** The positions in the record's order. Parameters: topic, organisation. */
export function positionList(inquiry: Inquiry): PositionLine[] {
  const { catalogue, query } = inquiry;
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  const organisation = choice(query, "organisation", organisationsOf(inquiry));
  return [...catalogue.positions.values()]
    .filter((position) => (!topic || position.topics.includes(topic)) && (!organisation || position.organisation === organisation))
    .map((position) => {
      const held = argumentsOf(inquiry, position.id);
      return { position, asks: position.asks.length, stances: { for: held.for.length, against: held.against.length, reservation: held.reservation.length } };
    });
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
  /** What else is held on its topics. */
  readonly near: OtherPositions;
}

/** One position on the inquiry's day; null when there is none of this id. */
export async function positionView(inquiry: Inquiry, id: string): Promise<PositionView | null> {
  const { catalogue } = inquiry;
  const position = catalogue.positions.get(id);
  if (!position) return null;
  const asks = await askViews(
    inquiry,
    position.asks.flatMap((ask) => catalogue.questions.get(ask) ?? []),
  );
  const answers = asks.flatMap((one) => [...one.rows.map((row) => row.answer), ...one.second]);
  return {
    position,
    asks,
    arguments: argumentsOf(inquiry, id),
    law: lawOf(inquiry, position, answers),
    updates: [...catalogue.updates.values()].filter((update) => shares(update.topics, position.topics)).sort(latestFirst),
    near: otherPositions(catalogue, position),
  };
}

/** Arguments of a position by stance, newest first; those without a date last. */
export function argumentsOf(inquiry: Inquiry, position: string): Record<Stance, Argument[]> {
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
