import { momentAt, type ReadMoment, zoneOf } from "../../analysis/deadline.ts";
import { type Duties, EVENT_RULES, type EventRule, type FoundDuty, findDuties, SERVICE_IDS, type Service } from "../../analysis/duty.ts";
import type { Day } from "../../domain/date.ts";
import { EVENTS, type Event } from "../../domain/obligation.ts";
import { Fault } from "../fault.ts";
import { choice, type Inquiry, text } from "../inquiry.ts";
import { byName, folded } from "../order.ts";

/** The question as it was read. */
export interface AskedDuties {
  readonly services: readonly Service[];
  readonly places: readonly string[];
  readonly event: Event | "";
  readonly moment: ReadMoment | null;
  /** The zone of the question, also when there is no time. */
  readonly zone: string;
  /** About how many people use the service; null when not given. The record has no numbers to hold it against. */
  readonly size: number | null;
}

export interface DutyView {
  readonly asked: AskedDuties;
  /** Duties that apply, set off by the event itself. */
  readonly now: readonly FoundDuty[];
  /** Duties that apply and begin with what follows, such as a sent report. */
  readonly next: readonly FoundDuty[];
  /** Duties that apply from a later day. */
  readonly soon: readonly FoundDuty[];
  /** Duties whose first day is not in the record, proposals among them. */
  readonly unknown: readonly FoundDuty[];
  readonly gaps: Duties["gaps"];
  readonly rule: EventRule | null;
}

/** Parameters that make the question. */
export const DUTY_PARAMETERS = ["service", "place", "event", "time", "zone", "size"] as const;

/** Most values of one parameter. */
const MOST = 60;

/**
 * The duties that meet a service. Parameters: service and place (several: repeated or divided by commas; places as codes or
 * names), event, time (wall clock, `2026-11-22T10:30`), zone (IANA, UTC when left out), size (number of users).
 * Throws a Fault for a value that cannot be read.
 */
export function dutyView(inquiry: Inquiry): DutyView {
  const { catalogue } = inquiry;
  const asked = askedOf(inquiry);
  const { found, gaps } = findDuties(
    { ...asked, day: inquiry.at },
    {
      obligations: catalogue.obligations.values(),
      reachOf: (code, day) => catalogue.reachOf(code, day),
      parentOf: (code) => catalogue.jurisdictions.get(code)?.parent ?? "",
    },
  );
  const applying = found.filter((one) => one.applies === "yes");
  const order = byName(inquiry);
  return {
    asked,
    now: applying.filter((one) => one.step === "now"),
    next: applying.filter((one) => one.step === "next"),
    soon: found.filter((one) => one.applies === "not-yet"),
    unknown: found.filter((one) => one.applies === "start-not-known"),
    gaps: { ...gaps, below: [...gaps.below].sort(order) },
    rule: asked.event ? EVENT_RULES[asked.event] : null,
  };
}

/** The day about which the duties are asked: that of the event, else that of the inquiry. */
export function dutyDay(inquiry: Pick<Inquiry, "at">, { asked }: Pick<DutyView, "asked">): Day {
  return asked.moment?.day ?? inquiry.at;
}

/** Places that have duties in the record, by name. */
export function dutyPlaces(inquiry: Inquiry): string[] {
  return [...new Set([...inquiry.catalogue.obligations.values()].map((one) => one.jurisdiction))].sort(byName(inquiry));
}

/** The question as parameters of an address, each value once; the same question gives the same address. */
export function dutyParameters(asked: AskedDuties): Record<string, string> {
  return {
    service: asked.services.join(","),
    place: asked.places.join(","),
    event: asked.event,
    time: asked.moment ? asked.moment.wall : "",
    zone: asked.zone === "UTC" ? "" : asked.zone,
    size: asked.size === null ? "" : String(asked.size),
  };
}

function askedOf(inquiry: Inquiry): AskedDuties {
  const { query } = inquiry;
  const services = distinct(values(query, "service").flatMap((one) => (one === "" ? [] : one.split(/[,;]/).map(serviceOf))));
  const places = distinct(values(query, "place").flatMap((one) => placesOf(inquiry, one)));
  const event = choice(query, "event", EVENTS);
  const zone = zoneIn(text(query, "zone"));
  return { services, places, event, moment: momentIn(text(query, "time"), zone), zone, size: sizeIn(text(query, "size")) };
}

/** Every value of a parameter, each read with the same care as a single one. */
function values(query: URLSearchParams, field: string): string[] {
  const all = query.getAll(field);
  if (all.length > MOST) throw new Fault(400, field, `“${field}” is given ${all.length} times; at most ${MOST} values are read.`);
  return all.map((value) => text(new URLSearchParams([[field, value]]), field));
}

/** Words of the record's own lists are understood too. */
const ALIASES: Readonly<Record<string, Service>> = { isp: "access", "interpersonal-communication": "messaging" };

function serviceOf(word: string): Service {
  const name = word.trim().toLowerCase();
  const found = SERVICE_IDS.find((one) => one === name) ?? ALIASES[name];
  if (!found) throw new Fault(400, "service", `“${word.trim()}” is not a kind of service.`, SERVICE_IDS);
  return found;
}

/** The codes of places written as codes or names, divided by commas. A name may have a comma itself. */
function placesOf(inquiry: Inquiry, written: string): string[] {
  if (written === "") return [];
  const whole = placeOf(inquiry, written);
  if (whole) return [whole];
  return written
    .split(/[,;]/)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const code = placeOf(inquiry, part);
      if (!code)
        throw new Fault(400, "place", `“${part.trim()}” is not a place of the record. Write a code such as US, US-CA or EU, or the name.`, dutyPlaces(inquiry));
      return code;
    });
}

function placeOf(inquiry: Inquiry, written: string): string | null {
  const { jurisdictions } = inquiry.catalogue;
  const word = written.trim();
  const counts = (code: string) => jurisdictions.has(code) && jurisdictions.get(code)?.kind !== "statistical";
  if (counts(word.toUpperCase())) return word.toUpperCase();
  const wanted = folded(word);
  for (const code of jurisdictions.keys())
    if (counts(code) && (folded(inquiry.name(code)) === wanted || folded(inquiry.catalogue.name(code, "en")) === wanted)) return code;
  return null;
}

function zoneIn(name: string): string {
  if (name === "") return "UTC";
  const zone = zoneOf(name);
  if (!zone) throw new Fault(400, "zone", `“${name}” is not a time zone. Write a name of the tz database, such as Europe/Paris, America/New_York or UTC.`);
  return zone;
}

function momentIn(value: string, zone: string): ReadMoment | null {
  if (value === "") return null;
  const moment = /^(?:19|2\d)\d{2}-/.test(value) ? momentAt(value, zone) : null;
  if (!moment) throw new Fault(400, "time", `“${value}” is not a date and time that exist. Write it as 2026-11-22T10:30, in the years 1900 to 2999.`);
  return moment;
}

function sizeIn(value: string): number | null {
  if (value === "") return null;
  const digits = value.replace(/[\s\u00a0\u202f_]/g, "");
  if (!/^\d{1,11}$/.test(digits)) throw new Fault(400, "size", `“${value}” is not a number of users. Write a whole number such as 45000000.`);
  return Number(digits);
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
