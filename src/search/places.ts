import { LOCALES, type Locale } from "../domain/locale.ts";
import type { Catalogue } from "../store/catalogue.ts";
import { isStop } from "./ordinary.ts";
import { keyOfTokens, tokenize } from "./token.ts";
import { WORDS } from "./words/words.ts";

/** Place names as they may be typed by a reader of one language. */
export interface Places {
  /** The codes that a name (as a key of tokens) can mean. */
  of(key: string): readonly string[] | undefined;
  /** Number of words of the longest name. */
  readonly longest: number;
}

/** Who knows a place by a name: a bit for each language. */
interface Name {
  readonly code: string;
  languages: number;
}

interface Table {
  readonly names: ReadonlyMap<string, readonly Name[]>;
  readonly longest: number;
}

let notPlaces: ReadonlySet<string> | null = null;
const bit = (locale: Locale): number => 1 << LOCALES.indexOf(locale);
const tables = new WeakMap<Catalogue, Table>();

/** Short names, adjectives and old names of a place, in all languages. */
export function aliasesOf(code: string): string[] {
  return LOCALES.flatMap((locale) => WORDS[locale].places[code] ?? []);
}

/**
 * The place names that a reader of this language can use: those of all ten languages, short names and adjectives.
 * A name in the reader's language, or in English, wins over the same word in another one; a word that is ordinary
 * somewhere ("island") is not taken as the name of a state in a language that the reader does not use.
 */
export function placesOf(catalogue: Catalogue, locale: Locale): Places {
  let table = tables.get(catalogue);
  if (!table) {
    table = tableOf(catalogue);
    tables.set(catalogue, table);
  }
  const { names, longest } = table;
  const mine = bit(locale) | bit("en");
  return {
    longest,
    of(key) {
      const known = names.get(key);
      if (!known) return undefined;
      const own = known.filter((one) => (one.languages & mine) !== 0);
      if (own.length > 0) return own.map((one) => one.code);
      return isNotPlace(key) ? undefined : known.slice(0, 1).map((one) => one.code);
    },
  };
}

function isNotPlace(key: string): boolean {
  notPlaces ??= new Set(Object.values(WORDS).flatMap((words) => words.notPlaces.map((one) => keyOfTokens(tokenize(one)))));
  return notPlaces.has(key);
}

function tableOf(catalogue: Catalogue): Table {
  const names = new Map<string, Name[]>();
  let longest = 1;
  const add = (name: string, code: string, locale: Locale): void => {
    const tokens = tokenize(name);
    const key = keyOfTokens(tokens);
    if (key === "" || (tokens.length === 1 && isStop(key))) return;
    longest = Math.max(longest, tokens.length);
    const known = names.get(key);
    const same = known?.find((one) => one.code === code);
    if (same) same.languages |= bit(locale);
    else if (known) known.push({ code, languages: bit(locale) });
    else names.set(key, [{ code, languages: bit(locale) }]);
  };
  for (const one of catalogue.jurisdictions.values()) {
    if (one.kind === "statistical" || one.kind === "organisation") continue;
    for (const locale of LOCALES) {
      for (const form of formsOf(catalogue.name(one.id, locale))) if (form !== one.id) add(form, one.id, locale);
      for (const alias of WORDS[locale].places[one.id] ?? []) add(alias, one.id, locale);
    }
  }
  return { names, longest };
}

/** "Myanmar (Burma)" is also typed as either of its names, "the Netherlands" without its article. */
function formsOf(name: string): string[] {
  const bracket = /^(.*?)\s*[(（](.*?)[)）]$/.exec(name);
  const forms = bracket ? [name, bracket[1] ?? "", bracket[2] ?? ""] : [name];
  if (/^(?:the|les|le|la) /i.test(name)) forms.push(name.replace(/^\S+ /, ""));
  return forms.filter(Boolean);
}
