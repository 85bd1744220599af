import { LOCALES, type SiteLocale } from "../domain/locale.ts";
import type { Catalogue } from "../store/catalogue.ts";
import { STOP } from "./ordinary.ts";
import data from "./places.json" with { type: "json" };
import { termsOf } from "./token.ts";

/** Short names, adjectives and old names of places, by jurisdiction code. */
export const ALIASES: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.aliases));

/** Place names as they may be typed: the terms of the name, joined by spaces, and the codes that they can mean. */
export interface Places {
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** Number of terms of the longest name. */
  readonly longest: number;
}

const ORDINARY = new Set(data.ordinary.map((one) => termsOf(one).join(" ")));
const made = new WeakMap<Catalogue, Map<SiteLocale, Places>>();

/**
 * The place names that a reader of this language can use: those of all ten languages, short names and adjectives.
 * A word that is ordinary in English or French ("island") is not taken as the German name of a state.
 */
export function placesOf(catalogue: Catalogue, locale: SiteLocale): Places {
  const before = made.get(catalogue)?.get(locale);
  if (before) return before;
  const codes = new Map<string, string[]>();
  let longest = 1;
  const add = (name: string, code: string, foreign: boolean) => {
    const terms = termsOf(name);
    const key = terms.join(" ");
    if (key === "" || (terms.length === 1 && STOP.has(key)) || (foreign && ORDINARY.has(key))) return;
    const known = codes.get(key) ?? [];
    // A name in the reader's language wins over the same word in another one.
    if (known.includes(code) || (foreign && known.length > 0)) return;
    codes.set(key, [...known, code]);
    longest = Math.max(longest, terms.length);
  };
  for (const own of [true, false]) {
    for (const one of catalogue.jurisdictions.values()) {
      if (one.kind === "statistical" || one.kind === "organisation") continue;
      for (const each of LOCALES) {
        if (own !== (each === locale || each === "en")) continue;
        for (const form of formsOf(catalogue.name(one.id, each))) if (form !== one.id) add(form, one.id, !own);
      }
      if (own) for (const alias of ALIASES.get(one.id) ?? []) add(alias, one.id, false);
    }
  }
  const places: Places = { codes, longest };
  const byLocale = made.get(catalogue) ?? new Map<SiteLocale, Places>();
  byLocale.set(locale, places);
  made.set(catalogue, byLocale);
  return places;
}

/** "Myanmar (Burma)" is also typed as either of its names, "Congo - Kinshasa" with either of its halves. */
function formsOf(name: string): string[] {
  const bracket = /^(.*?)\s*[(（](.*?)[)）]$/.exec(name);
  const forms = bracket ? [name, bracket[1] ?? "", bracket[2] ?? ""] : [name];
  if (/^(?:the|les|le|la) /i.test(name)) forms.push(name.replace(/^\S+ /, ""));
  return forms.filter(Boolean);
}
