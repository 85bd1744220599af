import type { Coding } from "../domain/coding.ts";
import { type Day, type FuzzyDate, firstDay, lastDay, shiftDay } from "../domain/date.ts";
import type { Instrument } from "../domain/instrument.ts";
import type { Membership } from "../domain/jurisdiction.ts";
import type { Obligation } from "../domain/obligation.ts";
import type { Citation } from "../domain/source.ts";
import type { TreatyStatus } from "../domain/treaty.ts";
import type { Update } from "../domain/update.ts";
import type { AnswerSpan } from "../store/reader.ts";
import { pairsOf } from "../store/span.ts";

/** Sorts of dated facts, as a reader may ask for them. */
export const EVENT_KINDS = ["stage", "answer", "duty", "treaty", "update", "membership"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Something dated in the record about a place. */
export interface Event {
  readonly date: FuzzyDate;
  readonly kind: EventKind;
  /**
   * What happened: the name of a stage; `starts`, `changes`, `continues` or `ends` of an answer or duty; `signed` or
   * `ratified`; `noted`, `opens` or `closes` of an update; `joins` or `leaves` a group.
   */
  readonly what: string;
  /** Whose law it is, or about whom it is noted. */
  readonly jurisdiction: string;
  /** The record that says it: an instrument, coding, obligation, treaty status, update or membership. */
  readonly id: string;
  /** For a stage, its place among the instrument's stages; else 0. */
  readonly step: number;
  /** For an answer, the one that it follows without a gap. */
  readonly before: Coding | null;
  readonly citations: readonly Citation[];
}

/** A jurisdiction whose law reaches a place, with the days on which it does; null where that has no end. */
export interface Reach {
  readonly jurisdiction: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

type Bare = Pick<Event, "date" | "kind" | "what" | "jurisdiction" | "id" | "citations">;

function event(part: Bare & Partial<Pick<Event, "step" | "before">>): Event {
  return { step: 0, before: null, ...part };
}

/** The stages of instruments. */
export function stageEvents(instruments: Iterable<Instrument>): Event[] {
  return [...instruments].flatMap((one) =>
    one.stages.map((stage, step) =>
      event({ date: stage.date, kind: "stage", what: stage.stage, jurisdiction: one.jurisdiction, id: one.id, step, citations: one.citations }),
    ),
  );
}

/**
 * Starts, changes and ends of answers. A coding whose start is not known (it speaks from the day on which its text was
 * read) gives no start; a coding that takes over where another ended gives a change, or `continues` for the same answer.
 */
export function answerEvents(spans: readonly AnswerSpan[]): Event[] {
  return lanesOf(spans).flatMap(({ jurisdiction, spans: lane }) =>
    lane.flatMap(({ coding }, index) => {
      const events: Event[] = [];
      const of = { kind: "answer" as const, jurisdiction, id: coding.id, citations: coding.citations };
      const previous = lane[index - 1]?.coding;
      const follows = previous?.to && coding.from && firstDay(coding.from) <= shiftDay(previous.to, 1) ? previous : null;
      if (coding.from)
        events.push(
          event({ ...of, date: coding.from, what: follows ? (follows.answer === coding.answer ? "continues" : "changes") : "starts", before: follows }),
        );
      const next = lane[index + 1]?.coding;
      const followed = next?.from !== undefined && next.from !== "" && coding.to !== "" && firstDay(next.from) <= shiftDay(coding.to, 1);
      if (coding.to && !followed) events.push(event({ ...of, date: coding.to, what: "ends" }));
      return events;
    }),
  );
}

/** Answers of one place to one question, one after the other. */
export interface Lane {
  readonly jurisdiction: string;
  readonly question: string;
  readonly spans: readonly AnswerSpan[];
}

/** Spans gathered by place and question, in the order in which these first come, each lane in the order of time. */
export function lanesOf(spans: readonly AnswerSpan[]): Lane[] {
  return [...pairsOf(spans).values()].flatMap((pair) => {
    const [first] = pair;
    if (!first) return [];
    return [{ jurisdiction: first.jurisdiction, question: first.question, spans: pair.sort((a, b) => compare(a.from ?? "", b.from ?? "")) }];
  });
}

/** Starts and ends of duties, where they are dated. */
export function dutyEvents(obligations: Iterable<Obligation>): Event[] {
  return [...obligations].flatMap((one) => {
    const of = { kind: "duty" as const, jurisdiction: one.jurisdiction, id: one.id, citations: one.citations };
    return [...(one.from ? [event({ ...of, date: one.from, what: "starts" })] : []), ...(one.to ? [event({ ...of, date: one.to, what: "ends" })] : [])];
  });
}

/** Signatures and ratifications. */
export function treatyEvents(statuses: readonly TreatyStatus[]): Event[] {
  return statuses.flatMap((one) => {
    const citations: Citation[] = [{ source: one.source, read: one.read, instrument: "", provision: "", note: "" }];
    const of = { kind: "treaty" as const, jurisdiction: one.jurisdiction, id: one.id, citations };
    return [
      ...(one.signed ? [event({ ...of, date: one.signed, what: "signed" })] : []),
      ...(one.ratified ? [event({ ...of, date: one.ratified, what: "ratified" })] : []),
    ];
  });
}

/** Updates that concern one of the jurisdictions, at the first of these in the order given; consultations with their first and last day. */
export function updateEvents(updates: Iterable<Update>, jurisdictions: readonly string[]): Event[] {
  return [...updates].flatMap((one) => {
    const jurisdiction = jurisdictions.find((code) => one.jurisdictions.includes(code));
    if (jurisdiction === undefined) return [];
    const of = { kind: "update" as const, jurisdiction, id: one.id, citations: one.citations };
    const events = [event({ ...of, date: one.date, what: one.opens === one.date ? "opens" : one.closes === one.date ? "closes" : "noted" })];
    if (one.opens && one.opens !== one.date) events.push(event({ ...of, date: one.opens, what: "opens" }));
    if (one.closes && one.closes !== one.date) events.push(event({ ...of, date: one.closes, what: "closes" }));
    return events;
  });
}

/** When a place joined and left groups that make law of their own. */
export function membershipEvents(memberships: readonly Membership[]): Event[] {
  return memberships.flatMap((one) => {
    const citations: Citation[] = [{ source: one.source, read: one.read, instrument: "", provision: "", note: "" }];
    const of = { kind: "membership" as const, jurisdiction: one.jurisdiction, id: one.id, citations };
    return [...(one.from ? [event({ ...of, date: one.from, what: "joins" })] : []), ...(one.to ? [event({ ...of, date: one.to, what: "leaves" })] : [])];
  });
}

/** Events whose law reaches the place on that day. A date that can lie within the days of the reach counts. */
export function reaching(events: readonly Event[], reach: readonly Reach[]): Event[] {
  return events.filter((one) => reach.some((law) => law.jurisdiction === one.jurisdiction && touches(law, firstDay(one.date), lastDay(one.date))));
}

/** The part of a span of days within the reach; null when they do not touch. */
export function clipped(reach: Reach, from: Day, to: Day | null): { from: Day; to: Day | null } | null {
  if (!touches(reach, from, to)) return null;
  const start = reach.from !== null && reach.from > from ? reach.from : from;
  const end = reach.to === null ? to : to === null || to > reach.to ? reach.to : to;
  return { from: start, to: end };
}

function touches(reach: Reach, from: Day, to: Day | null): boolean {
  return (reach.to === null || from <= reach.to) && (reach.from === null || to === null || to >= reach.from);
}

/** Newest first; on one date by kind and id, so that the order never depends on chance. */
export function newestFirst(events: readonly Event[]): Event[] {
  return [...events].sort(
    (a, b) =>
      compare(firstDay(b.date), firstDay(a.date)) || EVENT_KINDS.indexOf(a.kind) - EVENT_KINDS.indexOf(b.kind) || compare(a.id, b.id) || b.step - a.step,
  );
}

/** What is still to come after a day, the soonest first. A year or month that has begun is not counted as ahead. */
export function ahead(events: readonly Event[], day: Day): Event[] {
  return newestFirst(events.filter((one) => firstDay(one.date) > day)).reverse();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
