import type { FuzzyDate } from "../../domain/date.ts";
import type { Instrument } from "../../domain/instrument.ts";
import type { Jurisdiction, Membership } from "../../domain/jurisdiction.ts";
import { appliesOn, type Obligation } from "../../domain/obligation.ts";
import type { Position } from "../../domain/position.ts";
import type { Question } from "../../domain/question.ts";
import type { Service } from "../../domain/service.ts";
import type { Topic } from "../../domain/topic.ts";
import type { Treaty, TreatyStatus } from "../../domain/treaty.ts";
import type { Update } from "../../domain/update.ts";
import type { Answer } from "../../store/reader.ts";
import type { Inquiry } from "../inquiry.ts";
import { begunOn } from "../instrument/view.ts";
import { byName } from "../order.ts";
import { updatesBy } from "../update/view.ts";
import { type Figures, figuresOf } from "./figures.ts";

/** A question with its answer. */
export interface Answered {
  readonly question: Question;
  readonly answer: Answer;
  /** Readings of the same matter on the scale of an ask. */
  readonly readings: ReadonlyArray<{ readonly question: Question; readonly answer: Answer }>;
}

/** Answers under one heading, and the questions there that have none. */
export interface Section<H> {
  readonly head: H;
  readonly answered: readonly Answered[];
  readonly blanks: readonly Question[];
}

/** Law that reaches the jurisdiction from elsewhere: the EU of which it is a member, or the state it belongs to. */
export interface Reach {
  readonly from: string;
  readonly why: "member" | "part";
  /** Since when it is a member; empty when not known, or for a part of a state. */
  readonly since: FuzzyDate | "";
  readonly answered: readonly Answered[];
}

/** How the jurisdiction stands to a treaty: the published status, and the answer for the day. */
export interface TreatyLine {
  readonly treaty: Treaty;
  readonly status: TreatyStatus;
  readonly question: Question | undefined;
  readonly answer: Answer | undefined;
}

/** Everything that the record holds about one jurisdiction on one day. */
export interface JurisdictionView {
  readonly jurisdiction: Jurisdiction;
  readonly parts: readonly string[];
  readonly memberships: readonly Membership[];
  readonly topics: ReadonlyArray<Section<Topic>>;
  readonly positions: ReadonlyArray<Section<Position>>;
  readonly reach: readonly Reach[];
  readonly instruments: readonly Instrument[];
  readonly obligations: readonly Obligation[];
  /** Duties under the law of others that reaches it. */
  readonly reachObligations: readonly Obligation[];
  readonly treaties: readonly TreatyLine[];
  /** Treaties without a status for it. */
  readonly otherTreaties: readonly Treaty[];
  readonly figures: Figures;
  readonly updates: readonly Update[];
  readonly services: readonly Service[];
  /** Questions of each kind that have a coding here, as the list of jurisdictions counts them. */
  readonly counts: { readonly codebook: number; readonly ask: number; readonly treaty: number };
}

/** The jurisdiction of this code; null when the record has none. */
export async function jurisdictionView(inquiry: Inquiry, code: string): Promise<JurisdictionView | null> {
  const { catalogue, reader, at } = inquiry;
  const jurisdiction = catalogue.jurisdictions.get(code);
  if (!jurisdiction) return null;
  const reach = catalogue.reachOf(code, at);
  const { answers, statuses, observations } = await reader.place(code, reach, at);
  const by = new Map(answers.map((one) => [`${one.jurisdiction} ${one.question}`, one]));
  const answerOf = (place: string, question: string): Answer | undefined => by.get(`${place} ${question}`);
  const own = answers.filter((one) => one.jurisdiction === code);
  const count = (kind: Question["kind"]): number => own.filter((one) => catalogue.questions.get(one.question)?.kind === kind).length;
  // On a day gone by only what may have applied then; for today also what is still to come, with its date.
  const stood = (one: Obligation): boolean => at >= inquiry.today || !["not-yet", "ended"].includes(appliesOn(one, at));
  const concerned = (place: string): Obligation[] => [...catalogue.obligations.values()].filter((one) => one.jurisdiction === place && stood(one));
  const known = new Set(statuses.map((one) => one.treaty));
  return {
    jurisdiction,
    parts: [...catalogue.jurisdictions.values()]
      .filter((one) => one.parent === code)
      .map((one) => one.id)
      .sort(byName(inquiry)),
    memberships: catalogue.memberships.filter((one) => one.jurisdiction === code),
    topics: topicSections(inquiry, (question) => answerOf(code, question)),
    positions: positionSections(inquiry, (question) => answerOf(code, question)),
    reach: reach
      .filter((one) => one !== code)
      .map((from) => ({
        from,
        why: from === "EU" ? ("member" as const) : ("part" as const),
        since: from === "EU" ? memberSince(inquiry, code) : ("" as const),
        answered: answeredIn(inquiry, (question) => answerOf(from, question)),
      })),
    instruments: begunOn(inquiry)
      .filter((one) => one.jurisdiction === code)
      .sort((a, b) => lastStage(b).localeCompare(lastStage(a)) || (a.id < b.id ? -1 : 1)),
    obligations: concerned(code),
    reachObligations: reach.filter((one) => one !== code).flatMap(concerned),
    treaties: treatyLines(inquiry, statuses, (question) => answerOf(code, question)),
    otherTreaties: [...catalogue.treaties.values()].filter((one) => !known.has(one.id)),
    figures: figuresOf(observations),
    updates: updatesBy(inquiry).filter((one) => one.jurisdictions.includes(code)),
    services: [...catalogue.services.values()].filter((one) => one.jurisdiction === code),
    counts: { codebook: count("codebook"), ask: count("ask"), treaty: count("treaty") },
  };
}

type Find = (question: string) => Answer | undefined;

function topicSections(inquiry: Inquiry, find: Find): Array<Section<Topic>> {
  const { topics, codebook } = inquiry.catalogue;
  const sections: Array<Section<Topic>> = [];
  for (const head of topics.values()) {
    const asked = codebook.get(head.id);
    if (asked) sections.push(section(inquiry, head, asked, find));
  }
  return sections;
}

/** Asks by position. An ask that takes its answers from a codebook question stands there; only its own reading stands here, where that question has no answer. */
function positionSections(inquiry: Inquiry, find: Find): Array<Section<Position>> {
  const { positions, questions } = inquiry.catalogue;
  const sections: Array<Section<Position>> = [];
  for (const head of positions.values()) {
    const asked = head.asks.flatMap((id) => questions.get(id) ?? []).filter((one) => one.same === "" || (!find(one.same) && find(one.id)));
    if (asked.length > 0) sections.push(section(inquiry, head, asked, find));
  }
  return sections;
}

function section<H>(inquiry: Inquiry, head: H, asked: readonly Question[], find: Find): Section<H> {
  const answered: Answered[] = [];
  const blanks: Question[] = [];
  for (const question of asked) {
    const answer = find(question.id);
    if (answer) answered.push({ question, answer, readings: readingsOf(inquiry, question, find) });
    else blanks.push(question);
  }
  return { head, answered, blanks };
}

function readingsOf(inquiry: Inquiry, question: Question, find: Find): Array<{ question: Question; answer: Answer }> {
  const readings: Array<{ question: Question; answer: Answer }> = [];
  for (const ask of inquiry.catalogue.readings.get(question.id) ?? []) {
    const answer = find(ask.id);
    if (answer) readings.push({ question: ask, answer });
  }
  return readings;
}

/** Answers to codebook questions and asks, in the order of the codebook. */
function answeredIn(inquiry: Inquiry, find: Find): Answered[] {
  const answered: Answered[] = [];
  for (const question of inquiry.catalogue.questions.values()) {
    if (question.kind === "treaty") continue;
    const answer = find(question.id);
    if (answer) answered.push({ question, answer, readings: [] });
  }
  return answered;
}

function treatyLines(inquiry: Inquiry, statuses: readonly TreatyStatus[], find: Find): TreatyLine[] {
  const lines: TreatyLine[] = [];
  for (const treaty of inquiry.catalogue.treaties.values())
    for (const status of statuses)
      if (status.treaty === treaty.id)
        lines.push({ treaty, status, question: inquiry.catalogue.questions.get(treaty.question), answer: find(treaty.question) });
  return lines;
}

function memberSince(inquiry: Inquiry, code: string): FuzzyDate | "" {
  const { memberships, jurisdictions } = inquiry.catalogue;
  const places = [code, jurisdictions.get(code)?.parent ?? ""];
  return memberships.find((one) => one.group === "eu" && places.includes(one.jurisdiction) && (one.to === "" || one.to >= inquiry.at))?.from ?? "";
}

/** Date of the latest stage that an instrument has reached or is to reach; empty without any. */
function lastStage(instrument: Instrument): string {
  return (
    instrument.stages
      .map((one) => one.date)
      .sort()
      .at(-1) ?? ""
  );
}
