import type { Coding } from "../../domain/coding.ts";
import { firstDay, lastDay } from "../../domain/date.ts";
import { begunBy, INSTRUMENT_KINDS, INSTRUMENT_STATUSES, type Instrument, type Stage } from "../../domain/instrument.ts";
import { inTime, type Phase, phasesOf, statusOn } from "../../domain/life.ts";
import type { Obligation } from "../../domain/obligation.ts";
import type { Question } from "../../domain/question.ts";
import type { Update } from "../../domain/update.ts";
import { choice, day, type Inquiry, text } from "../inquiry.ts";
import { byName, folded } from "../order.ts";

/** An instrument on a day, with the last stage that it has reached then, and the next one that lies ahead. */
export interface InstrumentLine {
  readonly instrument: Instrument;
  /** Where it stands on the day; null when its steps do not tell. */
  readonly status: Instrument["status"] | null;
  readonly last: Stage | null;
  readonly next: Stage | null;
}

export interface InstrumentList {
  readonly lines: readonly InstrumentLine[];
  /** Instruments that had no step yet on the day: not in the list. */
  readonly later: number;
  /** Instruments of bodies whose law reaches the chosen place, such as the EU: not in the list. */
  readonly above: ReadonlyArray<{ readonly jurisdiction: string; readonly count: number }>;
}

/** Instruments by place and date. Parameters: place, topic, kind, status, from and to (date of the last stage), q (words). Throws a Fault for a value that is none. */
export function instrumentList(inquiry: Inquiry): InstrumentList {
  const { catalogue, query, at } = inquiry;
  const place = choice(query, "place", [...catalogue.jurisdictions.keys()]);
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  const kind = choice(query, "kind", INSTRUMENT_KINDS);
  const status = choice(query, "status", INSTRUMENT_STATUSES);
  const from = day(query, "from");
  const to = day(query, "to");
  const words = folded(text(query, "q")).split(/\s+/).filter(Boolean);
  const order = byName(inquiry);
  const begun = begunOn(inquiry);
  const matching = begun
    .map((instrument) => lineOf(inquiry, instrument))
    .filter(({ instrument, last, status: standing }) => {
      if (topic && !instrument.topics.includes(topic)) return false;
      if (kind && instrument.kind !== kind) return false;
      if (status && standing !== status) return false;
      // A date known to the year only can lie in the span; it is kept rather than hidden.
      if (from && (!last || lastDay(last.date) < from)) return false;
      if (to && (!last || firstDay(last.date) > to)) return false;
      return words.length === 0 || holds(inquiry, instrument, words);
    });
  const lines = matching
    .filter((line) => !place || line.instrument.jurisdiction === place)
    .sort((a, b) => order(a.instrument.jurisdiction, b.instrument.jurisdiction) || newest(a.last, b.last) || (a.instrument.id < b.instrument.id ? -1 : 1));
  const above = place
    ? catalogue
        .reachOf(place, at)
        .slice(1)
        .map((code) => ({ jurisdiction: code, count: matching.filter((line) => line.instrument.jurisdiction === code).length }))
        .filter((one) => one.count > 0)
    : [];
  return { lines, above, later: catalogue.instruments.size - begun.length };
}

/** The instruments that had begun on the inquiry's day; all of them for today. */
export function begunOn({ catalogue, at, today }: Pick<Inquiry, "catalogue" | "at" | "today">): Instrument[] {
  const all = [...catalogue.instruments.values()];
  return at < today ? all.filter((one) => begunBy(one, at)) : all;
}

/** An instrument with the stage it has reached on the inquiry's day. */
export function lineOf({ at, today }: Pick<Inquiry, "at" | "today">, instrument: Instrument): InstrumentLine {
  const past = instrument.stages.filter((stage) => firstDay(stage.date) <= at);
  const future = instrument.stages.filter((stage) => firstDay(stage.date) > at);
  return {
    instrument,
    status: statusOn(instrument, at, today),
    last: past.reduce<Stage | null>((latest, stage) => (!latest || firstDay(stage.date) >= firstDay(latest.date) ? stage : latest), null),
    next: future.reduce<Stage | null>((soonest, stage) => (!soonest || firstDay(stage.date) < firstDay(soonest.date) ? stage : soonest), null),
  };
}

function newest(a: Stage | null, b: Stage | null): number {
  return (b?.date ?? "").localeCompare(a?.date ?? "");
}

function holds(inquiry: Inquiry, instrument: Instrument, words: readonly string[]): boolean {
  const title = inquiry.say("instrument", instrument.id, "title", instrument.title).text;
  const summary = inquiry.say("instrument", instrument.id, "summary", instrument.summary).text;
  const identifiers = instrument.identifiers.map((one) => one.value).join(" ");
  const all = folded(`${title} ${instrument.title} ${instrument.original} ${summary} ${identifiers} ${inquiry.name(instrument.jurisdiction)}`);
  return words.every((word) => all.includes(word));
}

/** An answer that rests on the instrument. */
export interface Resting {
  readonly coding: Coding;
  readonly question: Question;
}

export interface InstrumentView extends InstrumentLine {
  /** Stages in the order of time. */
  readonly stages: readonly Stage[];
  readonly phases: readonly Phase[];
  /** The instrument that leads its dossier, when the dossier holds more than this page. */
  readonly dossier: string | null;
  readonly resting: readonly Resting[];
  readonly obligations: readonly Obligation[];
  readonly updates: readonly Update[];
}

/** One instrument with what rests on it; null when there is none of this id. */
export async function instrumentView(inquiry: Inquiry, id: string): Promise<InstrumentView | null> {
  const { catalogue, reader, at } = inquiry;
  const instrument = catalogue.instruments.get(id);
  if (!instrument) return null;
  const answers = await reader.answersIn(scopeOf(inquiry, instrument.jurisdiction), at);
  const order = byName(inquiry);
  const resting = answers
    .flatMap(({ coding }) => {
      const question = coding && catalogue.questions.get(coding.question);
      return coding && question && coding.citations.some((citation) => citation.instrument === id) ? [{ coding, question }] : [];
    })
    .sort((a, b) => order(a.coding.jurisdiction, b.coding.jurisdiction) || a.question.order - b.question.order || (a.coding.id < b.coding.id ? -1 : 1));
  return {
    ...lineOf(inquiry, instrument),
    stages: inTime(instrument.stages),
    phases: phasesOf(instrument),
    dossier: richDossier(inquiry, instrument),
    resting,
    obligations: [...catalogue.obligations.values()].filter((one) => one.instrument === id),
    updates: [...catalogue.updates.values()].filter((one) => one.instruments.includes(id)).sort((a, b) => (a.date < b.date ? 1 : -1)),
  };
}

/** The dossier of an instrument, when it brings together other instruments or updates: its own page holds all the rest. */
function richDossier({ catalogue }: Pick<Inquiry, "catalogue">, instrument: Instrument): string | null {
  const lead = instrument.dossier ?? instrument.id;
  for (const one of catalogue.instruments.values()) if (one.dossier === lead) return lead;
  for (const one of catalogue.updates.values()) if (one.instruments.includes(lead)) return lead;
  return null;
}

/** Where answers that cite a law can stand: the place that made it, its parts, and the members of the group that it makes law for. */
export function scopeOf(inquiry: Inquiry, jurisdiction: string): string[] {
  const { catalogue } = inquiry;
  const scope = new Set([jurisdiction]);
  for (const one of catalogue.jurisdictions.values()) if (one.parent === jurisdiction) scope.add(one.id);
  for (const group of catalogue.groups.values())
    if (group.jurisdiction === jurisdiction) for (const one of catalogue.memberships) if (one.group === group.id) scope.add(one.jurisdiction);
  return [...scope];
}
