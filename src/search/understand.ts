import type { SiteLocale } from "../domain/locale.ts";
import type { Catalogue } from "../store/catalogue.ts";
import { keyOf, STOP, WEAK } from "./ordinary.ts";
import { placesOf } from "./places.ts";
import { KIND_WORDS, SYNONYMS } from "./synonyms.ts";
import { type Token, tokenize } from "./token.ts";
import { quoted } from "./vector.ts";

/** A part of the query that a document must contain: a word, an expression, or a quoted phrase. */
export interface Demand {
  /** As the reader typed it, in lower case. */
  readonly shown: string;
  /** What was typed, as a tsquery. */
  readonly strict: string;
  /** What was typed or means much the same, as a tsquery. */
  readonly wide: string;
  /** The single word, when a typing error in it may be corrected; else null. */
  readonly word: Pick<Token, "term" | "word"> | null;
}

/** A query as it was understood. */
export interface Understanding {
  readonly demands: readonly Demand[];
  /** Codes of the places that were named. */
  readonly places: readonly string[];
  /** The places' names as a tsquery: records without a jurisdiction are found by them. Empty when no place was named. */
  readonly placeWords: string;
  /** Kinds, or `kind/sort`, that were named. */
  readonly kinds: readonly string[];
  /** The whole query as one key, for exact titles. */
  readonly key: string;
}

const QUOTED = /["“”„«»]\s*([^"“”„«»]+?)\s*["“”„«»]/gu;
/** Words beyond this number are left out: no reader types so many, and each costs time. */
const MOST_WORDS = 24;

/**
 * Reads a query: quoted phrases, place names (longest first), expressions that have synonyms, kinds of record, words.
 * With `placesAsWords` a place name is an ordinary word.
 */
export function understand(catalogue: Catalogue, words: string, locale: SiteLocale, placesAsWords = false): Understanding {
  const demands: Demand[] = [];
  const weak: Demand[] = [];
  const kinds = new Set<string>();
  const places = new Set<string>();
  const placeWords: string[] = [];

  for (const [, phrase = ""] of words.matchAll(QUOTED)) {
    const query = sequence(tokenize(phrase).slice(0, MOST_WORDS));
    if (query) demands.push({ shown: phrase.toLowerCase(), strict: query, wide: query, word: null });
  }

  const rest = words.replace(QUOTED, " ");
  const tokens = tokenize(rest).slice(0, MOST_WORDS);
  const named = placesOf(catalogue, locale);
  for (let at = 0; at < tokens.length; ) {
    const place = placesAsWords ? null : longest(tokens, at, named.longest, (key) => named.codes.get(key));
    if (place) {
      for (const code of place.found) places.add(code);
      const query = sequence(tokens.slice(at, at + place.length));
      if (query) placeWords.push(query);
      at += place.length;
      continue;
    }
    const kind = longest(tokens, at, 4, (key) => KIND_WORDS.get(key));
    for (const one of kind?.found ?? []) kinds.add(one.sort ? `${one.kind}/${one.sort}` : one.kind);
    const synonyms = longest(tokens, at, SYNONYMS.longest, (key) => SYNONYMS.of.get(key));
    const length = synonyms?.length ?? 1;
    const span = tokens.slice(at, at + length);
    const demand = demandOf(span, synonyms?.found ?? [], shownOf(rest, span));
    const [first] = span;
    if (demand && first) (length === 1 && WEAK.has(first.term) ? weak : demands).push(demand);
    at += length;
  }
  // "laws in Brazil" asks for Brazil; "law" alone asks for law.
  const asked = demands.length > 0 || places.size > 0 ? demands : weak;
  return { demands: asked, places: [...places], placeWords: placeWords.map((one) => `(${one})`).join(" | "), kinds: [...kinds], key: keyOf(words) };
}

/** The longest run of terms from here for which the look-up knows something. */
function longest<Found>(tokens: readonly Token[], at: number, most: number, look: (key: string) => Found | undefined): { found: Found; length: number } | null {
  for (let length = Math.min(most, tokens.length - at); length > 0; length -= 1) {
    const key = tokens
      .slice(at, at + length)
      .map((token) => token.term)
      .join(" ");
    const found = look(key);
    if (found !== undefined) return { found, length };
  }
  return null;
}

function demandOf(span: readonly Token[], synonyms: ReadonlyArray<readonly string[]>, shown: string): Demand | null {
  const [first] = span;
  const strict = span
    .filter((token) => !STOP.has(token.term))
    .map(single)
    .join(" & ");
  if (!first || strict === "") return null;
  const others = synonyms.map((terms) => phrase(terms)).filter(Boolean);
  const word = span.length === 1 && synonyms.length === 0 && first.parts.length === 0 ? { term: first.term, word: first.word } : null;
  return { shown, strict: `(${strict})`, wide: `(${[`(${strict})`, ...others].join(" | ")})`, word };
}

function single(token: Token): string {
  if (token.parts.length === 0) return quoted(token.term);
  return `(${quoted(token.term)} | (${token.parts.map(quoted).join(" & ")}))`;
}

function sequence(tokens: readonly Token[]): string {
  return phrase(tokens.map((token) => token.term));
}

/** Terms that follow each other; stop words are not indexed but keep their distance. */
function phrase(terms: readonly string[]): string {
  let query = "";
  let last = -1;
  for (const [index, term] of terms.entries()) {
    if (STOP.has(term)) continue;
    query += query === "" ? quoted(term) : ` <${index - last}> ${quoted(term)}`;
    last = index;
  }
  return query === "" ? "" : `(${query})`;
}

function shownOf(text: string, span: readonly Token[]): string {
  return text.slice(span[0]?.start ?? 0, span.at(-1)?.end ?? 0).toLowerCase();
}
