import { type Matter, matterOf, type Result, resultOf } from "../../analysis/matter.ts";
import { type Day, firstDay } from "../../domain/date.ts";
import type { Instrument } from "../../domain/instrument.ts";
import type { Position } from "../../domain/position.ts";
import { UPDATE_KINDS, type Update } from "../../domain/update.ts";
import { Fault } from "../fault.ts";
import { choice, day, type Inquiry, text } from "../inquiry.ts";
import { lineOf } from "../instrument/view.ts";
import { folded, latestFirst } from "../order.ts";

/** Where a consultation stands: "undated" when its last day is not in the record. Null for every other kind without dates. */
export type Standing = "upcoming" | "open" | "closed" | "undated" | null;

/** What happens next, with its date: an opening, a last day, or the next stage of an instrument that the update is about. */
export interface Next {
  readonly what: "opens" | "closes" | "stage";
  readonly date: string;
  readonly instrument: string;
  readonly stage: string;
}

export interface UpdateLine {
  readonly update: Update;
  readonly standing: Standing;
  readonly next: Next | null;
  /** What came of it by the day of the inquiry. */
  readonly result: Result;
}

/** A year of the archive, with how many updates of the list it holds. */
export interface ArchiveYear {
  readonly year: string;
  readonly count: number;
}

export interface UpdateList {
  /** Newest first. */
  readonly lines: readonly UpdateLine[];
  /** Those of the list that are open or about to open, by their last day. */
  readonly closing: readonly UpdateLine[];
  /** The years of all updates that the other parameters leave, newest first. */
  readonly years: readonly ArchiveYear[];
}

/** The updates that were known of on the inquiry's day, newest first; for today all, and those that are announced. */
export function updatesBy({ catalogue, at, today }: Pick<Inquiry, "catalogue" | "at" | "today">): Update[] {
  return [...catalogue.updates.values()].filter((one) => at >= today || one.date <= at).sort(latestFirst);
}

/** Updates. Parameters: kind, place, topic, year, from and to (date of the update), q (words). Throws a Fault for a value that is none. */
export function updateList(inquiry: Inquiry, year = yearOf(inquiry.query)): UpdateList {
  const matching = matchingUpdates(inquiry);
  const lines = matching.filter((update) => !year || update.date.startsWith(year)).map((update) => updateLine(inquiry, update));
  const closing = lines
    .filter((line) => line.update.closes !== "" && (line.standing === "open" || line.standing === "upcoming"))
    .sort((a, b) => a.update.closes.localeCompare(b.update.closes));
  const years = [...new Set(matching.map((one) => one.date.slice(0, 4)))].map((each) => ({
    year: each,
    count: matching.filter((one) => one.date.startsWith(each)).length,
  }));
  return { lines, closing, years };
}

/** The updates that the parameters ask for, whatever their year, newest first. */
export function matchingUpdates(inquiry: Inquiry): Update[] {
  const { catalogue, query } = inquiry;
  const kind = choice(query, "kind", UPDATE_KINDS);
  const place = choice(query, "place", [...catalogue.jurisdictions.keys()]);
  const topic = choice(query, "topic", [...catalogue.topics.keys()]);
  const from = day(query, "from");
  const to = day(query, "to");
  const words = folded(text(query, "q")).split(/\s+/).filter(Boolean);
  return updatesBy(inquiry).filter(
    (update) =>
      (!kind || update.kind === kind) &&
      (!place || update.jurisdictions.includes(place)) &&
      (!topic || update.topics.includes(topic)) &&
      (!from || update.date >= from) &&
      (!to || update.date <= to) &&
      (words.length === 0 || holds(inquiry, update, words)),
  );
}

/** The year that the address names; empty when it names none. Throws a Fault of status 400 for anything but four digits. */
export function yearOf(query: URLSearchParams): string {
  const value = text(query, "year");
  if (value !== "" && !/^\d{4}$/.test(value)) throw new Fault(400, "year", `“${value}” is not a year. Write it as 2024.`);
  return value;
}

function holds(inquiry: Inquiry, update: Update, words: readonly string[]): boolean {
  const said = (["title", "summary"] as const).map((field) => inquiry.say("update", update.id, field, update[field]).text);
  const all = folded([...said, update.title, update.summary, ...update.actors, ...update.jurisdictions.map(inquiry.name)].join(" "));
  return words.every((word) => all.includes(word));
}

/** An update with where it stands on the day. */
export function updateLine(inquiry: Inquiry, update: Update): UpdateLine {
  return {
    update,
    standing: standingOf(update, inquiry.at),
    next: nextOf(inquiry, update),
    result: resultOf(update, instrumentsOf(inquiry, update), inquiry.at),
  };
}

function instrumentsOf({ catalogue }: Pick<Inquiry, "catalogue">, update: Update): Instrument[] {
  return update.instruments.flatMap((id) => catalogue.instruments.get(id) ?? []);
}

/** Where a consultation, or anything else that opens and closes, stands on a day. */
export function standingOf(update: Pick<Update, "kind" | "opens" | "closes">, today: Day): Standing {
  if (!update.opens && !update.closes) return update.kind === "consultation" ? "undated" : null;
  if (update.closes && update.closes < today) return "closed";
  if (update.opens && update.opens > today) return "upcoming";
  return update.closes ? "open" : "undated";
}

function nextOf(inquiry: Inquiry, update: Update): Next | null {
  const { catalogue, at } = inquiry;
  const steps: Next[] = [];
  if (update.opens > at) steps.push({ what: "opens", date: update.opens, instrument: "", stage: "" });
  if (update.closes >= at) steps.push({ what: "closes", date: update.closes, instrument: "", stage: "" });
  for (const id of update.instruments) {
    const instrument = catalogue.instruments.get(id);
    const next = instrument && lineOf(inquiry, instrument).next;
    if (next) steps.push({ what: "stage", date: next.date, instrument: id, stage: next.stage });
  }
  return steps.reduce<Next | null>((soonest, step) => (!soonest || firstDay(step.date) < firstDay(soonest.date) ? step : soonest), null);
}

export interface UpdateView extends UpdateLine {
  readonly instruments: readonly Instrument[];
  readonly positions: readonly Position[];
  /** The steps of its matter, in the order of time. */
  readonly steps: Matter["steps"];
  /** Later updates on the same instruments: what came of it, oldest first. */
  readonly later: readonly Update[];
  /** Earlier updates on the same instruments, newest first. */
  readonly earlier: readonly Update[];
}

/** One update with what surrounds it; null when there is none of this id. */
export function updateView(inquiry: Inquiry, id: string): UpdateView | null {
  const { catalogue } = inquiry;
  const update = catalogue.updates.get(id);
  if (!update) return null;
  const instruments = instrumentsOf(inquiry, update);
  const near = updatesBy(inquiry).filter((one) => one.id !== id && one.instruments.some((instrument) => update.instruments.includes(instrument)));
  return {
    ...updateLine(inquiry, update),
    instruments,
    steps: matterOf(update, instruments, updatesBy(inquiry), inquiry.at).steps,
    positions: [...catalogue.positions.values()].filter((position) => position.topics.some((topic) => update.topics.includes(topic))),
    later: near.filter((one) => one.date > update.date).sort((a, b) => a.date.localeCompare(b.date)),
    earlier: near.filter((one) => one.date <= update.date).sort((a, b) => b.date.localeCompare(a.date)),
  };
}
