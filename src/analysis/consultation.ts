import { type Day, shiftDay } from "../domain/date.ts";
import type { Update } from "../domain/update.ts";
import { momentAt, zoneOf } from "./deadline.ts";
import { zoneOfPlace } from "./zone.ts";

/** Days before the last one from which a consultation counts as closing soon. */
export const SOON = 14;

/** Institutions whose days are counted where they sit, although their territory has several times. */
const SEATS: Readonly<Record<string, string>> = { EU: "Europe/Brussels" };

/** Where a consultation stands on a day; closing is open with at most `SOON` days left; undated has no last day in the record. */
export type Phase = "closing" | "open" | "upcoming" | "undated" | "closed";

/** Where a consultation stands on a day. It is open on its first and on its last day. */
export function phaseOf(update: Pick<Update, "opens" | "closes">, at: Day): Phase {
  if (update.closes && update.closes < at) return "closed";
  if (update.opens && update.opens > at) return "upcoming";
  if (!update.closes) return "undated";
  return daysBetween(at, update.closes) <= SOON ? "closing" : "open";
}

/** Whole days from one day to another; 0 for the same day, negative for an earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The zone in which the days of an update are counted. */
export interface CountedIn {
  readonly zone: string;
  /** page: the page of the consultation names it; place: that of the place or the seat of the body that asks. */
  readonly from: "page" | "place";
}

/** The zone in which the days of an update are counted; null when it is not known, as in places with several times. */
export function countedIn(update: Pick<Update, "jurisdictions"> & Partial<Pick<Update, "zone">>): CountedIn | null {
  const named = update.zone && zoneOf(update.zone);
  if (named) return { zone: named, from: "page" };
  const zones = new Set(update.jurisdictions.map((code) => SEATS[code] ?? zoneOfPlace(code)));
  const [zone] = zones;
  return zone && zones.size === 1 ? { zone, from: "place" } : null;
}

/** The moment at which a day ends in a zone: midnight, or the first moment after it where clocks skip it. ISO 8601 in UTC. */
export function endOf(day: Day, zone: string): string | null {
  return momentAt(`${shiftDay(day, 1)}T00:00`, zone)?.instant ?? null;
}
