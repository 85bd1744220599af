import { firstDay } from "../../domain/date.ts";
import { TESTIMONY_KINDS, type Testimony } from "../../domain/testimony.ts";
import type { Update } from "../../domain/update.ts";
import { choice, type Inquiry } from "../inquiry.ts";
import { latestFirst } from "../order.ts";

/** Most links to testimony that a page about something else shows. */
export const TESTIMONY_SHOWN = 5;

/** What testimony is about: a question of the codebook, a position, a disputed claim, an instrument, or an occasion that a dated note tells of. */
export interface Subject {
  readonly question?: string;
  readonly position?: string;
  readonly claim?: string;
  readonly instrument?: string;
  readonly update?: string;
}

/** What was said by the inquiry's day, newest first; for today all. */
function testimoniesBy({ catalogue, at, today }: Pick<Inquiry, "catalogue" | "at" | "today">): Testimony[] {
  return [...catalogue.testimonies.values()].filter((one) => at >= today || firstDay(one.date) <= at).sort(latestFirst);
}

/** What can be chosen in the list, each in the order of its words or, for years, newest first. */
export function testimonyChoices({ catalogue }: Pick<Inquiry, "catalogue">) {
  const all = [...catalogue.testimonies.values()];
  const sorted = (values: readonly string[]): string[] => [...new Set(values)].filter(Boolean).sort();
  return {
    places: sorted(all.flatMap((one) => one.jurisdictions)),
    topics: sorted(all.flatMap((one) => one.topics)),
    questions: sorted(all.flatMap((one) => one.questions)),
    organisations: sorted(all.flatMap((one) => one.speakers.map((speaker) => speaker.organisation))),
    bodies: sorted(all.map((one) => one.body)),
    years: sorted(all.map(yearOf)).reverse(),
  };
}

/**
 * Testimony and guidance, newest first. Parameters: place, topic, question, kind, organisation, body, year; and position,
 * claim, instrument, to which pages about these lead. Throws a Fault for a value that is none.
 */
export function testimonyList(inquiry: Inquiry): Testimony[] {
  const { query } = inquiry;
  const about = subjectOf(inquiry);
  const choices = testimonyChoices(inquiry);
  const kind = choice(query, "kind", TESTIMONY_KINDS);
  const place = choice(query, "place", [...inquiry.catalogue.jurisdictions.keys()]);
  const topic = choice(query, "topic", [...inquiry.catalogue.topics.keys()]);
  const organisation = choice(query, "organisation", choices.organisations);
  const body = choice(query, "body", choices.bodies);
  const year = choice(query, "year", choices.years);
  return testimoniesBy(inquiry).filter(
    (one) =>
      Object.entries(about).every(([name, id]) => isAbout(one, { [name]: id })) &&
      (!kind || one.kind === kind) &&
      (!place || one.jurisdictions.includes(place)) &&
      (!topic || one.topics.includes(topic)) &&
      (!organisation || one.speakers.some((speaker) => speaker.organisation === organisation)) &&
      (!body || one.body === body) &&
      (!year || yearOf(one) === year),
  );
}

/** Testimony about one thing, newest first. */
export function testimoniesAbout(inquiry: Pick<Inquiry, "catalogue" | "at" | "today">, of: Subject): Testimony[] {
  return testimoniesBy(inquiry).filter((one) => isAbout(one, of));
}

/** What the parameters of the address name. Throws a Fault for a value that is none. */
export function subjectOf({ catalogue, query }: Pick<Inquiry, "catalogue" | "query">): Subject {
  const named = {
    question: choice(query, "question", [...catalogue.questions.keys()]),
    position: choice(query, "position", [...catalogue.positions.keys()]),
    claim: choice(query, "claim", [...catalogue.claims.keys()]),
    instrument: choice(query, "instrument", [...catalogue.instruments.keys()]),
  };
  return Object.fromEntries(Object.entries(named).filter(([, id]) => id !== ""));
}

function isAbout(one: Testimony, of: Subject): boolean {
  return (
    (of.question !== undefined && one.questions.includes(of.question)) ||
    (of.position !== undefined && one.positions.includes(of.position)) ||
    (of.instrument !== undefined && one.instruments.includes(of.instrument)) ||
    (of.update !== undefined && one.updates.includes(of.update)) ||
    (of.claim !== undefined && one.statements.some((statement) => statement.claims.includes(of.claim ?? "")))
  );
}

export interface TestimonyView {
  readonly testimony: Testimony;
  readonly updates: readonly Update[];
  /** What else was said at the same occasion, to the same body. */
  readonly beside: readonly Testimony[];
}

/** One document with what surrounds it; null when there is none of this id. */
export function testimonyView(inquiry: Inquiry, id: string): TestimonyView | null {
  const testimony = inquiry.catalogue.testimonies.get(id);
  if (!testimony) return null;
  return {
    testimony,
    updates: testimony.updates.flatMap((one) => inquiry.catalogue.updates.get(one) ?? []),
    beside: testimoniesBy(inquiry).filter((one) => one.id !== id && one.occasion !== "" && one.occasion === testimony.occasion && one.body === testimony.body),
  };
}

function yearOf(one: Testimony): string {
  return one.date.slice(0, 4);
}
