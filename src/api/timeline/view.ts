import {
  ahead,
  answerEvents,
  clipped,
  dutyEvents,
  EVENT_KINDS,
  type Event,
  type EventKind,
  lanesOf,
  membershipEvents,
  newestFirst,
  type Reach,
  reaching,
  stageEvents,
  treatyEvents,
  updateEvents,
} from "../../analysis/timeline.ts";
import type { Coding } from "../../domain/coding.ts";
import { type Day, firstDay } from "../../domain/date.ts";
import type { Instrument } from "../../domain/instrument.ts";
import type { Jurisdiction } from "../../domain/jurisdiction.ts";
import { type Phase, phasesOf } from "../../domain/life.ts";
import { type Question, type State, stateOf } from "../../domain/question.ts";
import type { TreatyStatus } from "../../domain/treaty.ts";
import type { AnswerSpan } from "../../store/reader.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { reachSpans } from "./reach.ts";

/** A stretch of days for which one answer speaks, as far as the law reaches the place. */
export interface LaneBar {
  readonly from: Day;
  readonly to: Day | null;
  readonly state: State;
  readonly answer: string;
  /** Whether its first day is the start of the law; otherwise it is the day from which the record speaks. */
  readonly dated: boolean;
}

/** The answers of one place to one question through time. Days without a bar are days for which nothing is known. */
export interface QuestionLane {
  readonly jurisdiction: string;
  readonly question: Question;
  readonly bars: readonly LaneBar[];
  /** Whether a dated change, end or gap is to be seen. */
  readonly moves: boolean;
}

/** The life of one law. */
export interface LawLane {
  readonly instrument: Instrument;
  readonly phases: readonly Phase[];
}

export interface TimelineView {
  readonly jurisdiction: Jurisdiction;
  readonly reach: readonly Reach[];
  /** Everything dated, newest first; only of one kind when the address names one. */
  readonly events: readonly Event[];
  /** How many there are of each kind, whatever the address names. */
  readonly kinds: ReadonlyMap<EventKind, number>;
  /** What lies after the day of the inquiry, the soonest first. */
  readonly next: readonly Event[];
  readonly laws: readonly LawLane[];
  readonly lanes: readonly QuestionLane[];
  readonly statuses: ReadonlyMap<string, TreatyStatus>;
  readonly codings: ReadonlyMap<string, Coding>;
  /** Answers in the picture that have no start of their own in the record, and so no place in the list. */
  readonly undated: number;
}

/** Everything dated in the record about a place and the law that reaches it. Parameter: kind. Null when there is no such place. */
export async function timelineView(inquiry: Inquiry, code: string): Promise<TimelineView | null> {
  const { catalogue, reader, at } = inquiry;
  const jurisdiction = catalogue.jurisdictions.get(code);
  if (!jurisdiction) return null;
  const kind = choice(inquiry.query, "kind", EVENT_KINDS);
  const reach = reachSpans(inquiry, code);
  const codes = [...new Set(reach.map((one) => one.jurisdiction))];
  const [spans, statuses] = await Promise.all([reader.spans({ jurisdictions: codes }), reader.statuses({ jurisdiction: code })]);
  const law = spans.filter((one) => (catalogue.questions.get(one.question)?.kind ?? "treaty") !== "treaty");
  const instruments = [...catalogue.instruments.values()].filter((one) => codes.includes(one.jurisdiction));
  const events = newestFirst([
    ...reaching(
      [
        ...stageEvents(instruments),
        ...answerEvents(law),
        ...dutyEvents([...catalogue.obligations.values()].filter((one) => codes.includes(one.jurisdiction))),
        ...updateEvents(catalogue.updates.values(), codes),
      ],
      reach,
    ),
    ...treatyEvents(statuses),
    ...membershipEvents(catalogue.memberships.filter((one) => one.jurisdiction === code && catalogue.groups.get(one.group)?.jurisdiction)),
  ]);
  const kinds = new Map(EVENT_KINDS.map((name) => [name, events.filter((one) => one.kind === name).length]));
  return {
    jurisdiction,
    reach,
    events: kind ? events.filter((one) => one.kind === kind) : events,
    kinds,
    next: ahead(events, at),
    laws: instruments
      .map((instrument) => ({ instrument, phases: reachedPhases(reach, instrument) }))
      .filter((one) => one.phases.length > 0)
      .sort((a, b) => codes.indexOf(a.instrument.jurisdiction) - codes.indexOf(b.instrument.jurisdiction) || compare(startOf(a), startOf(b))),
    lanes: questionLanes(inquiry, reach, law).sort(
      (a, b) => codes.indexOf(a.jurisdiction) - codes.indexOf(b.jurisdiction) || a.question.order - b.question.order,
    ),
    statuses: new Map(statuses.map((one) => [one.id, one])),
    codings: new Map(law.map(({ coding }) => [coding.id, coding])),
    undated: law.filter(({ coding }) => coding.from === "").length,
  };
}

function reachedPhases(reach: readonly Reach[], instrument: Instrument): Phase[] {
  return reach
    .filter((law) => law.jurisdiction === instrument.jurisdiction)
    .flatMap((law) =>
      phasesOf(instrument).flatMap((phase) => {
        const part = clipped(law, phase.from, phase.to);
        return part ? [{ ...phase, ...part }] : [];
      }),
    );
}

function questionLanes(inquiry: Inquiry, reach: readonly Reach[], spans: readonly AnswerSpan[]): QuestionLane[] {
  const { catalogue } = inquiry;
  return lanesOf(spans).flatMap((lane) => {
    const question = catalogue.questions.get(lane.question);
    const scale = question && catalogue.scales.get(question.scale);
    if (!question || !scale) return [];
    const bars = reach
      .filter((law) => law.jurisdiction === lane.jurisdiction)
      .flatMap((law) =>
        lane.spans.flatMap(({ coding, from, to }) => {
          const part = from === null ? null : clipped(law, from, to);
          return part ? [{ ...part, state: stateOf(scale, coding.answer) ?? "unclear", answer: coding.answer, dated: coding.from !== "" }] : [];
        }),
      );
    if (bars.length === 0) return [];
    return [
      {
        jurisdiction: lane.jurisdiction,
        question,
        bars,
        moves: bars.length > 1 || bars.some((bar) => bar.to !== null || (bar.dated && bar.from > inquiry.at)),
      },
    ];
  });
}

function startOf(lane: LawLane): string {
  return firstDay(lane.phases[0]?.from ?? "");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
