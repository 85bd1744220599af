import type { Obligation } from "../../domain/obligation.ts";
import type { Topic } from "../../domain/topic.ts";
import type { Treaty } from "../../domain/treaty.ts";
import type { Update } from "../../domain/update.ts";
import type { Inquiry } from "../inquiry.ts";
import { begunOn, type InstrumentLine, lineOf } from "../instrument/view.ts";
import { type Neighbour, positionsOn } from "../position/other.ts";
import type { QuestionLine } from "../question/view.ts";
import { updatesBy } from "../update/view.ts";

/** A topic in the tree, with what the record holds on it. */
export interface TopicLine {
  readonly topic: Topic;
  readonly questions: number;
  readonly instruments: number;
  readonly updates: number;
  readonly positions: number;
  readonly parts: readonly TopicLine[];
}

/** The tree of topics. */
export function topicList(inquiry: Inquiry): { tree: TopicLine[]; total: number } {
  const { catalogue } = inquiry;
  const counts = {
    questions: new Map<string, number>(),
    instruments: new Map<string, number>(),
    updates: new Map<string, number>(),
    positions: new Map<string, number>(),
  };
  const add = (map: Map<string, number>, topic: string) => map.set(topic, (map.get(topic) ?? 0) + 1);
  for (const one of catalogue.questions.values()) add(counts.questions, one.topic);
  for (const one of catalogue.instruments.values()) for (const topic of one.topics) add(counts.instruments, topic);
  for (const one of catalogue.updates.values()) for (const topic of one.topics) add(counts.updates, topic);
  for (const one of catalogue.positions.values()) for (const topic of one.topics) add(counts.positions, topic);
  const below = (parent: string): TopicLine[] =>
    [...catalogue.topics.values()]
      .filter((one) => one.parent === parent)
      .map((topic) => ({
        topic,
        questions: counts.questions.get(topic.id) ?? 0,
        instruments: counts.instruments.get(topic.id) ?? 0,
        updates: counts.updates.get(topic.id) ?? 0,
        positions: counts.positions.get(topic.id) ?? 0,
        parts: below(topic.id),
      }));
  return { tree: below(""), total: catalogue.topics.size };
}

/** Everything on one topic. */
export interface TopicView {
  readonly topic: Topic;
  readonly parent: Topic | null;
  readonly parts: readonly Topic[];
  readonly questions: readonly QuestionLine[];
  readonly instruments: readonly InstrumentLine[];
  readonly obligations: readonly Obligation[];
  readonly treaties: readonly Treaty[];
  /** Positions of all organisations on it, with their arguments. */
  readonly positions: readonly Neighbour[];
  readonly updates: readonly Update[];
}

/** The topic of this id; null when the record has none. Obligations are those of its instruments. */
export async function topicView(inquiry: Inquiry, id: string): Promise<TopicView | null> {
  const { catalogue } = inquiry;
  const topic = catalogue.topics.get(id);
  if (!topic) return null;
  const coverage = await inquiry.reader.coverage();
  const on = <T extends { readonly topics: readonly string[] }>(all: ReadonlyMap<string, T>): T[] => [...all.values()].filter((one) => one.topics.includes(id));
  const instruments = begunOn(inquiry).filter((one) => one.topics.includes(id));
  const within = new Set(instruments.map((one) => one.id));
  return {
    topic,
    parent: catalogue.topics.get(topic.parent) ?? null,
    parts: [...catalogue.topics.values()].filter((one) => one.parent === id),
    questions: [...catalogue.questions.values()].filter((one) => one.topic === id).map((question) => ({ question, coded: coverage.get(question.id) ?? 0 })),
    instruments: instruments.map((one) => lineOf(inquiry, one)),
    obligations: [...catalogue.obligations.values()].filter((one) => within.has(one.instrument)),
    treaties: on(catalogue.treaties),
    positions: positionsOn(catalogue, [id]),
    updates: updatesBy(inquiry).filter((one) => one.topics.includes(id)),
  };
}
