import { type CountedIn, countedIn, daysBetween, endOf, type Phase, phaseOf } from "../../analysis/consultation.ts";
import type { Position } from "../../domain/position.ts";
import type { Question } from "../../domain/question.ts";
import type { Update } from "../../domain/update.ts";
import type { Inquiry } from "../inquiry.ts";
import { matchingUpdates, type UpdateLine, updateLine, yearOf } from "../update/view.ts";

/** A consultation on the day of the inquiry. */
export interface ConsultationLine extends UpdateLine {
  readonly phase: Phase;
  /** Days until the last one, 0 on it; null when it is over or has no last day in the record. */
  readonly left: number | null;
  readonly counted: CountedIn | null;
  /** When its last day ends, ISO 8601 in UTC; null without a last day or a zone. */
  readonly ends: string | null;
  /** The questions that help to answer it: those that it names, else those of its topics. */
  readonly questions: readonly Question[];
  readonly positions: readonly Position[];
}

export interface ConsultationList {
  /** By their last day. */
  readonly closing: readonly ConsultationLine[];
  readonly open: readonly ConsultationLine[];
  /** By their first day. */
  readonly upcoming: readonly ConsultationLine[];
  readonly undated: readonly ConsultationLine[];
  /** By the year of their last day, newest first. */
  readonly closed: ReadonlyArray<{ readonly year: string; readonly lines: readonly ConsultationLine[] }>;
  /** All of them: those that can be answered first, by their last day, then the closed ones, newest first. */
  readonly lines: readonly ConsultationLine[];
}

/** Consultations. Parameters: place, topic, year (of the last day), q (words), from and to. Throws a Fault for a value that is none. */
export function consultationList(inquiry: Inquiry): ConsultationList {
  const year = yearOf(inquiry.query);
  const all = matchingUpdates(inquiry)
    .filter((one) => one.kind === "consultation")
    .map((one) => consultationLine(inquiry, one))
    .filter((one) => !year || yearIn(one) === year);
  const of = (phase: Phase) => all.filter((one) => one.phase === phase);
  const byEnd = (a: ConsultationLine, b: ConsultationLine) => compare(a.update.closes, b.update.closes) || compare(a.update.id, b.update.id);
  const closing = of("closing").sort(byEnd);
  const open = of("open").sort(byEnd);
  const upcoming = of("upcoming").sort((a, b) => compare(a.update.opens, b.update.opens) || byEnd(a, b));
  const undated = of("undated");
  const over = of("closed").sort((a, b) => byEnd(b, a));
  const years = [...new Set(over.map(yearIn))];
  return {
    closing,
    open,
    upcoming,
    undated,
    closed: years.map((each) => ({ year: each, lines: over.filter((one) => yearIn(one) === each) })),
    lines: [...closing, ...open, ...upcoming, ...undated, ...over],
  };
}

/** A consultation with what helps to answer it. */
export function consultationLine(inquiry: Inquiry, update: Update): ConsultationLine {
  const { catalogue, at } = inquiry;
  const phase = phaseOf(update, at);
  const counted = countedIn(update);
  // Versions recorded before the field was there have none.
  const named = (update.questions ?? []).flatMap((id) => catalogue.questions.get(id) ?? []);
  return {
    ...updateLine(inquiry, update),
    phase,
    left: phase === "closed" || !update.closes ? null : daysBetween(at, update.closes),
    counted,
    ends: counted && update.closes ? endOf(update.closes, counted.zone) : null,
    questions: named.length > 0 ? named : [...catalogue.questions.values()].filter((one) => one.kind === "codebook" && near(inquiry, update, one.topic)),
    positions: [...catalogue.positions.values()].filter((position) => position.topics.some((topic) => update.topics.includes(topic))),
  };
}

/** Whether a question of a topic bears on an update: its own topic, or the one that its topic is a part of where the update names no part that has questions. */
function near({ catalogue }: Inquiry, update: Update, topic: string): boolean {
  return update.topics.includes(topic) || update.topics.some((one) => catalogue.topics.get(one)?.parent === topic && !catalogue.codebook.has(one));
}

function yearIn({ update }: ConsultationLine): string {
  return (update.closes || update.date).slice(0, 4);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
