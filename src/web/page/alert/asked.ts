import { Fault } from "../../../api/fault.ts";
import { isSiteLocale, type SiteLocale } from "../../../domain/locale.ts";
import { mailboxOf } from "../../../domain/mailbox.ts";
import { readWatch, type Watching } from "../../../search/watch.ts";
import { RHYTHMS, type Rhythm } from "../../../store/desk/person.ts";
import type { Visit } from "../../visit.ts";

/** How many letters in a year are more than most people mean to get. */
export const BROAD = 50;

/** What the form of the page asks for; nothing of it is checked but what could not be made otherwise. */
export interface Asked {
  readonly watching: Watching;
  readonly recodings: boolean;
  readonly rhythm: Rhythm;
  readonly locale: SiteLocale;
  /** As it was typed. */
  readonly address: string;
  /** Whether all of a broad watch is wanted. */
  readonly broad: boolean;
}

/** Reads the parameters of the page or the fields of its form. */
export function askedOf(visit: Visit): Asked {
  const { query, catalogue, locale } = visit;
  const language = query.get("language") ?? "";
  return {
    watching: readWatch(catalogue, Object.fromEntries(query), locale),
    recodings: query.get("recodings") === "yes",
    rhythm: rhythmOf(query) ?? "daily",
    locale: isSiteLocale(language) ? language : locale,
    address: (query.get("address") ?? "").slice(0, 300),
    broad: query.get("broad") === "yes",
  };
}

/** The rhythm that a form names; null when it names none. */
export function rhythmOf(query: URLSearchParams): Rhythm | null {
  return RHYTHMS.find((one) => one === query.get("rhythm")) ?? null;
}

/** The first thing that must be put right before a letter can go out; `count`: how much the watch would have given in a year. */
export function faultOf(asked: Asked, count: number): Fault | null {
  if (asked.watching.watches.length === 0) return new Fault(400, "watch", "Choose something to watch.");
  if (isBroad(count) && !asked.broad) return new Fault(400, "broad", "Say that all of it is wanted.");
  return mailboxOf(asked.address) === null ? new Fault(400, "address", "This is not one e-mail address.") : null;
}

/** Whether a watch gives more than most people mean to get. */
export function isBroad(count: number): boolean {
  return count > BROAD;
}
