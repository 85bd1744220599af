import type { AlignedAnswer } from "../../analysis/alignment.ts";
import type { Jurisdiction } from "../../domain/jurisdiction.ts";
import type { Argument, Position } from "../../domain/position.ts";
import type { Answer } from "../../store/reader.ts";
import type { Inquiry } from "../inquiry.ts";
import { byName } from "../order.ts";
import { type AskView, askViews } from "../position/ask.ts";
import { type GapRow, gapOf } from "../position/gap.ts";
import { type Neighbour, positionsOn } from "../position/other.ts";
import { argumentsOf, STANCES, type Stance } from "../position/view.ts";
import { type BriefAsked, briefComplete } from "./asked.ts";
import { type NextStep, nextSteps } from "./next.ts";
import { type BriefBlank, type BriefLine, type BriefTopic, briefTopics, topicAndBelow } from "./topic.ts";

/** Most examples of who already does what an ask wants, and most arguments of one side: the same for every side. */
const MOST = { examples: 5, arguments: 3 } as const;
/** The same for a brief of many questions, which would not fit on two pages otherwise. */
const MOST_TIGHT = { examples: 3, arguments: 2 } as const;
/** Questions from which a brief is tight. */
const MANY_QUESTIONS = 16;
/** Most things that come next. */
const MOST_NEXT = 8;

/** One ask: how the place stands, and who already does it. */
export interface BriefAsk extends GapRow {
  readonly counts: AskView["counts"];
  /** Jurisdictions that meet it: with a provision before those without one, the nearest first. */
  readonly examples: readonly AlignedAnswer[];
}

/** Arguments of one side: the newest, and how many there are. */
export interface BriefSide {
  readonly stance: Stance;
  readonly shown: readonly Argument[];
  readonly total: number;
}

/** One jurisdiction, some topics, one position: what the record says on one day. */
export interface BriefView {
  readonly asked: BriefAsked;
  readonly place: Jurisdiction;
  /** Whether so much is asked that notes in our own words are left out and examples are fewer. */
  readonly tight: boolean;
  readonly topics: readonly BriefTopic[];
  readonly position: Position | null;
  readonly asks: readonly BriefAsk[];
  readonly sides: readonly BriefSide[];
  /** Positions of other organisations on these topics; without a position, those of all. */
  readonly others: readonly Neighbour[];
  readonly next: readonly NextStep[];
  readonly nextTotal: number;
  /** Questions about which the record says nothing for the day, each once. */
  readonly blanks: readonly BriefBlank[];
  /** Answers of the brief whose coding leaves something open. */
  readonly doubts: readonly BriefLine[];
  readonly counts: { readonly questions: number; readonly answered: number; readonly notKnown: number; readonly notCoded: number };
}

/** A brief on the inquiry's day. Parameters: place, topic (repeated), position. Throws a Fault of status 400 for anything that cannot be read. */
export async function briefView(inquiry: Inquiry): Promise<BriefView> {
  const { catalogue, reader, at, today } = inquiry;
  const asked = briefComplete(inquiry);
  const place = catalogue.jurisdictions.get(asked.place);
  if (!place) throw new Error(`The place ${asked.place} was allowed and is not there.`);
  const position = catalogue.positions.get(asked.position) ?? null;
  const reach = catalogue.reachOf(place.id, at);
  const answers = await reader.answersIn(reach, at);
  const all = position ? await briefAsks(inquiry, position, place, reach, answers) : [];
  const topics = briefTopics(catalogue, asked.topics, place.id, reach, answers, new Set(all.map((one) => one.counted.id)));
  const held = position && argumentsOf(inquiry, position.id);
  const wide = new Set([...asked.topics.flatMap((one) => topicAndBelow(catalogue, one)), ...(position?.topics ?? [])]);
  const shown = new Set([...topics.flatMap((one) => [...one.lines, ...one.blanks].map((line) => line.question.id)), ...all.map((one) => one.counted.id)]);
  const tight = shown.size > MANY_QUESTIONS;
  const most = tight ? MOST_TIGHT : MOST;
  const asks = all.map((one) => ({ ...one, examples: one.examples.slice(0, most.examples) }));
  const next = nextSteps(
    catalogue,
    { places: reach, topics: wide, at, today },
    answers.filter((one) => shown.has(one.question)),
  );
  const lines = [...topics.flatMap((one) => [...one.lines, ...[...one.reach.values()].flat()]), ...asks.flatMap(lineOf)];
  const blanks = once([...topics.flatMap((one) => one.blanks), ...asks.flatMap(blankOf)]);
  return {
    asked,
    place,
    tight,
    topics,
    position,
    asks,
    sides: held ? STANCES.map((stance) => ({ stance, shown: held[stance].slice(0, most.arguments), total: held[stance].length })) : [],
    others: positionsOn(catalogue, [...wide]).filter((one) => one.position.organisation !== position?.organisation),
    next: next.slice(0, MOST_NEXT),
    nextTotal: next.length,
    blanks,
    doubts: once(lines).filter((one) => one.coding.doubt !== ""),
    counts: {
      questions: shown.size,
      answered: shown.size - blanks.length,
      notKnown: blanks.filter((one) => one.standing === "not-known").length,
      notCoded: blanks.filter((one) => one.standing === "not-coded").length,
    },
  };
}

async function briefAsks(inquiry: Inquiry, position: Position, place: Jurisdiction, reach: readonly string[], answers: readonly Answer[]): Promise<BriefAsk[]> {
  const { rows } = gapOf(inquiry, position, place.id, reach, answers);
  const views = await askViews(
    inquiry,
    rows.map((one) => one.ask),
  );
  return rows.map((row, index) => {
    const view = views[index];
    if (!view) throw new Error(`The ask ${row.ask.id} has no view.`);
    return { ...row, counts: view.counts, examples: examplesOf(inquiry, place, view) };
  });
}

/** Up to five that meet an ask: those with a provision first, of these the ones from the same part of the world, then by name. None of them is the place itself. */
function examplesOf(inquiry: Inquiry, place: Jurisdiction, view: AskView): AlignedAnswer[] {
  const { jurisdictions } = inquiry.catalogue;
  const distance = (code: string): number => {
    const other = jurisdictions.get(code);
    if (other?.subregion && other.subregion === place.subregion) return 0;
    return other?.region && other.region === place.region ? 1 : 2;
  };
  const bare = ({ answer }: AlignedAnswer): number => (answer.coding?.citations[0]?.provision ? 0 : 1);
  const order = byName(inquiry);
  return view.rows
    .filter((row) => row.alignment === "met" && row.answer.jurisdiction !== place.id)
    .sort(
      (a, b) => bare(a) - bare(b) || distance(a.answer.jurisdiction) - distance(b.answer.jurisdiction) || order(a.answer.jurisdiction, b.answer.jurisdiction),
    )
    .slice(0, MOST.examples);
}

function lineOf({ counted, answer }: GapRow): BriefLine[] {
  return answer?.coding ? [{ question: counted, answer, coding: answer.coding }] : [];
}

function blankOf({ counted, answer }: GapRow): BriefBlank[] {
  return answer?.coding ? [] : [{ question: counted, standing: answer ? "not-known" : "not-coded" }];
}

/** Each question of a place once: two asks may rest on the answer to one question. */
function once<T extends BriefBlank | BriefLine>(list: readonly T[]): T[] {
  const kept = new Map<string, T>();
  for (const one of list) {
    const key = "coding" in one ? one.coding.id : one.question.id;
    if (!kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}
