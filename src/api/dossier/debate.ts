import { firstDay } from "../../domain/date.ts";
import type { Instrument } from "../../domain/instrument.ts";
import type { Argument, Position } from "../../domain/position.ts";
import type { Question } from "../../domain/question.ts";
import type { Inquiry } from "../inquiry.ts";
import { argumentsOf, STANCES, type Stance } from "../position/view.ts";

/** A position near the law of a dossier, with why it stands here. */
export interface Debate {
  readonly position: Position;
  /** Its asks that an answer resting on this law answers. */
  readonly asks: readonly Question[];
  /** Its topics that the instruments of the dossier share. */
  readonly topics: readonly string[];
  readonly arguments: Readonly<Record<Stance, readonly Argument[]>>;
}

/**
 * Positions joined to a law: those of which an ask is answered by it, and those that share a topic with it. They come by
 * nearness; within one nearness in the record's order.
 */
export function debatesOf(inquiry: Inquiry, members: readonly Instrument[], questions: ReadonlySet<string>): Debate[] {
  const { catalogue } = inquiry;
  const topics = new Set(members.flatMap((one) => one.topics));
  return [...catalogue.positions.values()]
    .map((position) => {
      const asks = position.asks
        .flatMap((id) => catalogue.questions.get(id) ?? [])
        .filter((ask) => questions.has(ask.id) || (ask.same !== "" && questions.has(ask.same)));
      return { position, asks, topics: position.topics.filter((topic) => topics.has(topic)), arguments: heardBy(inquiry, position.id) };
    })
    .filter((one) => one.asks.length + one.topics.length > 0)
    .sort((a, b) => nearness(b) - nearness(a) || a.position.order - b.position.order);
}

/** The arguments of a position by stance; seen from a past day, without those that are dated after it. */
function heardBy(inquiry: Inquiry, position: string): Record<Stance, Argument[]> {
  const { at, today } = inquiry;
  const held = argumentsOf(inquiry, position);
  if (at < today) for (const stance of STANCES) held[stance] = held[stance].filter((one) => one.date === "" || firstDay(one.date) <= at);
  return held;
}

/** How many arguments of all stances a debate holds. */
export function argumentCount(debate: Debate): number {
  return debate.arguments.for.length + debate.arguments.against.length + debate.arguments.reservation.length;
}

/** One for each ask that the law answers, up to one for the part of the position's topics that it shares, one where both sides are heard. */
function nearness(debate: Debate): number {
  const contested = debate.arguments.for.length > 0 && debate.arguments.against.length > 0;
  return debate.asks.length + debate.topics.length / debate.position.topics.length + (contested ? 1 : 0);
}
