import type { Day } from "../domain/date.ts";
import { type ACTORS, type Applies, appliesOn, type Event, type Obligation } from "../domain/obligation.ts";
import { inZone, later, type Moment } from "./deadline.ts";
import { zoneOfPlace } from "./zone.ts";

type Actor = (typeof ACTORS)[number];

/** Kinds of service as people say them, and the actors of the record that each means. */
export const SERVICES = {
  hosting: ["hosting"],
  social: ["social"],
  // Messaging is interpersonal communication; some laws only know that word.
  messaging: ["messaging", "interpersonal-communication"],
  search: ["search"],
  "app-store": ["app-store"],
  "generative-ai": ["generative-ai"],
  livestreaming: ["livestreaming"],
  gaming: ["gaming"],
  "adult-content": ["adult-content"],
  access: ["isp"],
  device: ["device"],
} as const satisfies Readonly<Record<string, readonly Actor[]>>;
export type Service = keyof typeof SERVICES;
export const SERVICE_IDS = Object.keys(SERVICES) as Service[];

/** From what happened to the duties that it meets, and why. */
export interface EventRule {
  /** Duties that the record marks with one of these are set off. */
  readonly meets: readonly Event[];
  /** Duties that the record marks with one of these follow when the first ones have been done. */
  readonly next: readonly Event[];
  readonly reason: string;
}

/** The rule of the duty finder. It stands on the page beside the result. */
export const EVENT_RULES: Readonly<Record<Event, EventRule>> = {
  "material-found": {
    meets: ["material-found"],
    next: ["report-sent"],
    reason:
      "Meets duties whose trigger is finding, learning of or coming across apparent child sexual abuse material. A report is likely to follow, so duties that begin with a sent report stand below as the next step.",
  },
  "notice-received": {
    meets: ["notice-received"],
    next: [],
    reason: "Meets duties whose trigger is a notice, order, request, complaint or report that somebody sends to the service.",
  },
  "enticement-seen": {
    meets: ["enticement-seen"],
    next: ["report-sent"],
    reason:
      "Meets duties whose trigger, as read, takes in grooming, enticement or another offence against a child that is not material. A report is likely to follow, so duties that begin with a sent report stand below as the next step.",
  },
  "report-sent": {
    meets: ["report-sent"],
    next: [],
    reason: "Meets duties whose trigger is a report that the service has sent, such as keeping what was reported.",
  },
  "feature-planned": {
    meets: ["feature-planned"],
    next: [],
    reason:
      "Meets duties on how a service is built and run: assessing risk, safe design, detection, age and consent. They must be met before the feature is there.",
  },
};

/** When a duty falls due, as far as that can be said. */
export type Due =
  /** The law names no time. */
  | { readonly kind: "words" }
  /** A date and time: on the asker's clocks, and on those of the law's place, or UTC where that has no one time. */
  | { readonly kind: "moment"; readonly asked: Moment; readonly there: Moment; readonly oneTime: boolean }
  /** There is a number, but no date: because no time was given, the duty does not apply then, it comes round again, or it ran from the law's own start. */
  | { readonly kind: "span"; readonly why: "no-time" | "not-applying" | "period" | "start" };

export interface FoundDuty {
  readonly obligation: Obligation;
  /** The chosen places that the duty reaches. */
  readonly places: readonly string[];
  /** The chosen kinds of service that the duty names. */
  readonly services: readonly Service[];
  readonly applies: Exclude<Applies, "ended">;
  /** "next": set off by what follows from the event, not by the event itself. */
  readonly step: "now" | "next";
  readonly due: Due;
}

export interface DutyQuestion {
  /** No kind of service means all kinds. */
  readonly services: readonly Service[];
  /** No place means every place that has duties in the record. */
  readonly places: readonly string[];
  /** Empty: all duties, whatever sets them off. */
  readonly event: Event | "";
  readonly moment: Moment | null;
  /** The day asked about when there is no moment. */
  readonly day: Day;
}

/** What of the record the finder reads. */
export interface DutyRecord {
  readonly obligations: Iterable<Obligation>;
  /** The jurisdictions whose law reaches a place on a day, itself included. */
  reachOf(code: string, day: Day): readonly string[];
  /** The state that a place is part of; empty when there is none. */
  parentOf(code: string): string;
}

/** What the record does not cover, or the question left out. */
export interface DutyGaps {
  /** Places for which no duty is in the record, not even of a law from above. */
  readonly silent: readonly string[];
  /** Places without a duty of their own law in the record; only law from above reaches them. */
  readonly above: readonly string[];
  /** Parts of chosen places that have duties of their own in the record and were not chosen. */
  readonly below: readonly string[];
  /** Kinds of service that no duty of these places names. */
  readonly unnamed: readonly Service[];
  /** Duties of these places and services that have ended. */
  readonly ended: number;
  /** Duties of these places and services that the event does not set off. */
  readonly other: number;
}

export interface Duties {
  readonly found: readonly FoundDuty[];
  readonly gaps: DutyGaps;
}

/** The duties that meet a service, by due date; those without one after them. Duties that have ended are left out and counted. */
export function findDuties(question: DutyQuestion, record: DutyRecord): Duties {
  const day = question.moment?.day ?? question.day;
  const all = [...record.obligations];
  const laws = new Set(all.map((one) => one.jurisdiction));
  const chosen = question.places.length > 0 ? question.places : [...laws];
  const reached = new Map<string, string[]>();
  for (const place of chosen)
    for (const law of question.places.length > 0 ? record.reachOf(place, day) : [place]) reached.set(law, [...(reached.get(law) ?? []), place]);
  const here = all.filter((one) => reached.has(one.jurisdiction));
  const met = here.flatMap((obligation) => {
    const services = servicesOf(obligation, question.services);
    return services === null ? [] : [{ obligation, services, places: reached.get(obligation.jurisdiction) ?? [] }];
  });
  const found: FoundDuty[] = [];
  const gaps = { ended: 0, other: 0 };
  for (const { obligation, services, places } of met) {
    const step = stepOf(obligation, question.event);
    const applies = appliesOn(obligation, lawDay(obligation, question));
    if (step === null) gaps.other += applies === "ended" ? 0 : 1;
    else if (applies === "ended") gaps.ended += 1;
    else found.push({ obligation, places, services, applies, step, due: dueOf(obligation, applies, question.moment) });
  }
  const named = new Set(found.flatMap((one) => one.services));
  return {
    found: found.sort(bySoonest),
    gaps: {
      ...gaps,
      silent: chosen.filter((place) => !record.reachOf(place, day).some((law) => laws.has(law))),
      above: chosen.filter((place) => !laws.has(place) && record.reachOf(place, day).some((law) => laws.has(law))),
      below: [...laws].filter((law) => question.places.includes(record.parentOf(law)) && !question.places.includes(law)),
      unnamed: question.services.filter((one) => !named.has(one) && !here.some((duty) => servicesOf(duty, [one]) !== null)),
    },
  };
}

/** What sets a duty off. A version recorded before the field was there has none. */
function eventsOf(obligation: Obligation): readonly Event[] {
  const events: readonly Event[] | undefined = obligation.events;
  return events ?? [];
}

/** The asked kinds of service that a duty names; null when it names none of them. */
function servicesOf(obligation: Obligation, asked: readonly Service[]): readonly Service[] | null {
  const named = (asked.length > 0 ? asked : SERVICE_IDS).filter((one) => SERVICES[one].some((actor) => obligation.actors.includes(actor)));
  return named.length > 0 ? named : null;
}

function stepOf(obligation: Obligation, event: Event | ""): FoundDuty["step"] | null {
  if (event === "") return "now";
  const rule = EVENT_RULES[event];
  const events = eventsOf(obligation);
  if (rule.meets.some((one) => events.includes(one))) return "now";
  return rule.next.some((one) => events.includes(one)) ? "next" : null;
}

/** The day of the event where the law was made: a duty begins there at midnight. */
function lawDay(obligation: Obligation, question: DutyQuestion): Day {
  if (!question.moment) return question.day;
  return inZone(question.moment, zoneOfPlace(obligation.jurisdiction) ?? "UTC").day;
}

function dueOf(obligation: Obligation, applies: Applies, moment: Moment | null): Due {
  if (!obligation.deadline.startsWith("P")) return { kind: "words" };
  if (obligation.counted === "period" || obligation.counted === "start") return { kind: "span", why: obligation.counted };
  if (applies !== "yes") return { kind: "span", why: "not-applying" };
  // A version recorded before the field was there does not say from what its time runs: no date is guessed.
  if (!moment || !obligation.counted) return { kind: "span", why: "no-time" };
  const asked = later(moment, obligation.deadline);
  const zone = zoneOfPlace(obligation.jurisdiction);
  return { kind: "moment", asked, there: inZone(asked, zone ?? "UTC"), oneTime: zone !== null };
}

function bySoonest(a: FoundDuty, b: FoundDuty): number {
  const rank = ({ due }: FoundDuty) => (due.kind === "moment" ? 0 : due.kind === "words" ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a.due.kind === "moment" && b.due.kind === "moment" && a.due.asked.instant !== b.due.asked.instant)
    return a.due.asked.instant < b.due.asked.instant ? -1 : 1;
  if (a.applies === "not-yet" && b.applies === "not-yet" && a.obligation.from !== b.obligation.from) return a.obligation.from < b.obligation.from ? -1 : 1;
  return a.obligation.id < b.obligation.id ? -1 : 1;
}
