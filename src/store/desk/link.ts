import type { SiteLocale } from "../../domain/locale.ts";
import type { Seal } from "./seal.ts";

/*
 * Links that open a person's own page without a password. Each is signed, ends on a day, and is worthless once the person's
 * `epoch` was raised. Who has the mail has the link: it opens what the mail is about, and never shows the address.
 */

/** How long a link to all alerts of a person works, in days. */
export const MANAGE_DAYS = 30;
/** How long a link that ends alerts works, in days: a mail may be found again late. */
export const UNSUBSCRIBE_DAYS = 400;

const DAY = 86_400;

/** Whose link it is. `watch` 0: all of the person's watches. */
export interface Signed {
  readonly person: number;
  readonly epoch: number;
  readonly watch: number;
}

/** What a link was found to be. `epoch` must still be compared with the person's. */
export type LinkReading = { readonly ok: true; readonly link: Signed } | { readonly ok: false; readonly why: "forged" | "expired" };

interface Holder {
  readonly id: number;
  readonly epoch: number;
  readonly locale: SiteLocale;
}

/** The address of the page on which a person sees and changes all their alerts. `origin` has no slash at its end. */
export function manageLink(seal: Seal, origin: string, person: Holder, now: Date): string {
  return linkOf(seal, origin, "manage", person, 0, MANAGE_DAYS, now);
}

/** The address that ends all alerts of a person, or one watch: a GET asks, a POST does it (RFC 8058). */
export function unsubscribeLink(seal: Seal, origin: string, person: Holder, now: Date, watch = 0): string {
  return linkOf(seal, origin, "unsubscribe", person, watch, UNSUBSCRIBE_DAYS, now);
}

/** The address that confirms what was asked for, once: `token` is from `issueToken`. */
export function confirmLink(origin: string, locale: SiteLocale, token: string): string {
  return `${origin}/${locale}/alerts/confirm?token=${token}`;
}

/** Reads the parameters of a link to the page of all alerts. */
export function readManage(seal: Seal, given: Readonly<Record<string, string | undefined>>, now: Date): LinkReading {
  return read(seal, "manage", given, now);
}

/** Reads the parameters of a link that ends alerts. */
export function readUnsubscribe(seal: Seal, given: Readonly<Record<string, string | undefined>>, now: Date): LinkReading {
  return read(seal, "unsubscribe", given, now);
}

type Purpose = "manage" | "unsubscribe";

function linkOf(seal: Seal, origin: string, purpose: Purpose, person: Holder, watch: number, days: number, now: Date): string {
  // Whole days: the links of one day are the same, and do not tell the second in which a mail was made.
  const until = (Math.ceil(now.getTime() / 1000 / DAY) + days) * DAY;
  const sign = seal.sign(purpose, person.id, person.epoch, watch, until);
  const parameters = { person: person.id, epoch: person.epoch, ...(watch > 0 ? { watch } : {}), until, sign };
  return `${origin}/${person.locale}/alerts/${purpose}?${new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]))}`;
}

function read(seal: Seal, purpose: Purpose, given: Readonly<Record<string, string | undefined>>, now: Date): LinkReading {
  const number = (name: string): number => (/^\d{1,15}$/.test(given[name] ?? "") ? Number(given[name]) : Number.NaN);
  const [person, epoch, until] = [number("person"), number("epoch"), number("until")];
  const watch = given["watch"] ? number("watch") : 0;
  const whole = [person, epoch, until, watch].every(Number.isSafeInteger);
  // The signature is compared in any case: the time that takes says nothing.
  const right = seal.signed(given["sign"] ?? "", purpose, person, epoch, watch, until) && whole;
  if (!right) return { ok: false, why: "forged" };
  return until * 1000 < now.getTime() ? { ok: false, why: "expired" } : { ok: true, link: { person, epoch, watch } };
}
