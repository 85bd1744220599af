import { answerEvents, dutyEvents, type Event, newestFirst, stageEvents, treatyEvents, updateEvents } from "../../analysis/timeline.ts";
import type { Coding } from "../../domain/coding.ts";
import { type Day, firstDay, shiftDay } from "../../domain/date.ts";
import type { SiteLocale } from "../../domain/locale.ts";
import type { TreatyStatus } from "../../domain/treaty.ts";
import { hears, type Watch } from "../../domain/watch.ts";
import { featuresOf, type Watchable } from "../../search/feature.ts";
import type { Catalogue } from "../../store/catalogue.ts";
import type { Inquiry } from "../inquiry.ts";

/** How far back a preview looks, in days: a year is what a reader can judge by. */
const DAYS = 365;

/** Something that is told of and is no change of a law: what somebody said to a public body, or a campaign that began. */
export interface Told extends Pick<Event, "date" | "jurisdiction" | "id"> {
  readonly kind: "testimony" | "campaign";
}

/** What would have been sent to somebody who watched for the last 12 months, as far as the record is dated. */
export interface Preview {
  /** Changes of the law, updates and what else is told, newest first. */
  readonly events: ReadonlyArray<Event | Told>;
  readonly codings: ReadonlyMap<string, Coding>;
  readonly statuses: ReadonlyMap<string, TreatyStatus>;
}

/** Everything of a year, with what each can be found by. */
interface Year extends Omit<Preview, "events"> {
  readonly events: ReadonlyArray<{ readonly event: Event | Told; readonly features: ReadonlySet<string> }>;
}

/** The year that was worked out last, for each language: all previews of a day and revision share it. */
const years = new WeakMap<Catalogue, Map<string, Promise<Year>>>();

/**
 * What any of the watches would have heard of. The dates are those of the law, not of its publication here; words are looked
 * for in English and in the reader's language.
 */
export async function previewOf(inquiry: Inquiry, watches: ReadonlyArray<Pick<Watch, "needs">>): Promise<Preview> {
  const year = await yearOf(inquiry);
  return { ...year, events: year.events.filter((one) => watches.some((watch) => hears(watch, one.features))).map((one) => one.event) };
}

function yearOf(inquiry: Inquiry): Promise<Year> {
  const { catalogue, locale, today } = inquiry;
  const key = `${locale} ${today}`;
  const kept = years.get(catalogue) ?? new Map<string, Promise<Year>>();
  years.set(catalogue, kept);
  const known = kept.get(key);
  if (known) return known;
  for (const other of kept.keys()) if (!other.endsWith(today)) kept.delete(other);
  const made = makeYear(inquiry, locale, today);
  kept.set(key, made);
  // What failed is tried again by the next reader.
  made.catch(() => kept.delete(key));
  return made;
}

async function makeYear({ catalogue, reader }: Inquiry, locale: SiteLocale, today: Day): Promise<Year> {
  const [spans, statuses] = await Promise.all([reader.spans({}), reader.statuses({})]);
  const answers = spans.filter((one) => (catalogue.questions.get(one.question)?.kind ?? "treaty") !== "treaty");
  const since = shiftDay(today, -DAYS);
  const law = newestFirst([
    ...stageEvents(catalogue.instruments.values()),
    ...answerEvents(answers).filter((one) => one.what !== "continues"),
    ...dutyEvents(catalogue.obligations.values()),
    ...treatyEvents(statuses),
    // An update is told once, however many dates it has.
    ...[...catalogue.updates.values()].flatMap((one) => updateEvents([one], one.jurisdictions).slice(0, 1)),
  ]);
  const all = [...law, ...toldIn(catalogue)]
    .filter((one) => firstDay(one.date) > since && firstDay(one.date) <= today)
    .sort((one, other) => (firstDay(one.date) < firstDay(other.date) ? 1 : firstDay(one.date) > firstDay(other.date) ? -1 : 0));
  const maps = { codings: new Map(answers.map(({ coding }) => [coding.id, coding])), statuses: new Map(statuses.map((one) => [one.id, one])) };
  const found = new Map<string, ReadonlySet<string>>();
  const events = all.flatMap((event) => {
    const record = recordOf(catalogue, maps, event);
    if (!record) return [];
    const key = `${record.kind} ${record.id}`;
    const features = found.get(key) ?? new Set(featuresOf(catalogue, record, ["en", locale]));
    found.set(key, features);
    return [{ event, features }];
  });
  const named = new Set(events.map(({ event }) => event.id));
  const only = <Body>(map: ReadonlyMap<string, Body>): Map<string, Body> => new Map([...map].filter(([id]) => named.has(id)));
  return { events, codings: only(maps.codings), statuses: only(maps.statuses) };
}

function toldIn(catalogue: Catalogue): Told[] {
  const told = (kind: Told["kind"], id: string, date: string, [jurisdiction]: readonly string[]): Told[] =>
    date && jurisdiction ? [{ kind, id, date, jurisdiction }] : [];
  return [
    ...[...catalogue.testimonies.values()].flatMap((one) => told("testimony", one.id, one.date, one.jurisdictions)),
    ...[...catalogue.campaigns.values()].flatMap((one) => told("campaign", one.id, one.opens, one.jurisdictions)),
  ];
}

function recordOf(catalogue: Catalogue, { codings, statuses }: Omit<Preview, "events">, { kind, id }: Event | Told): Watchable | null {
  const of = <K extends Watchable["kind"]>(name: K, map: ReadonlyMap<string, Extract<Watchable, { kind: K }>["body"]>): Watchable | null => {
    const body = map.get(id);
    return body === undefined ? null : ({ kind: name, id, body } as Watchable);
  };
  switch (kind) {
    case "answer":
      return of("coding", codings);
    case "stage":
      return of("instrument", catalogue.instruments);
    case "duty":
      return of("obligation", catalogue.obligations);
    case "treaty":
      return of("treaty-status", statuses);
    case "update":
      return of("update", catalogue.updates);
    case "testimony":
      return of("testimony", catalogue.testimonies);
    case "campaign":
      return of("campaign", catalogue.campaigns);
    case "membership":
      return null;
  }
}
