import type { Locale } from "../domain/locale.ts";
import type { Catalogue } from "../store/catalogue.ts";
import { isStop, isWeak, keyOf } from "./ordinary.ts";
import { quoted, sequence } from "./phrase.ts";
import { placesOf } from "./places.ts";
import { conceptsOf, kindsOf, longestSynonym, synonymQueries } from "./synonyms.ts";
import { keyOfTokens, type Token, tokenize } from "./token.ts";

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
export function understand(catalogue: Catalogue, words: string, locale: Locale, placesAsWords = false): Understanding {
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
    const place = placesAsWords ? null : longest(tokens, at, named.longest, named.of);
    if (place) {
      for (const code of place.found) places.add(code);
      const query = sequence(tokens.slice(at, at + place.length));
      if (query) placeWords.push(query);
      at += place.length;
      continue;
    }
    const kind = longest(tokens, at, 4, kindsOf);
    for (const one of kind?.found ?? []) kinds.add(one.sort ? `${one.kind}/${one.sort}` : one.kind);
    const concepts = longest(tokens, at, longestSynonym(), conceptsOf);
    const length = concepts?.length ?? 1;
    const span = tokens.slice(at, at + length);
    const synonyms = (concepts?.found ?? []).flatMap((concept) => synonymQueries(concept, locale));
    const demand = demandOf(span, synonyms, shownOf(rest, span));
    const [first] = span;
    if (demand && first) (length === 1 && isOptional(first, tokens[at - 1], tokens[at + 1]) ? weak : demands).push(demand);
    at += length;
  }
  // "laws in Brazil" asks for Brazil; "law" alone asks for law.
  const asked = demands.length > 0 || places.size > 0 ? demands : weak;
  return { demands: asked, places: [...places], placeWords: placeWords.map((one) => `(${one})`).join(" | "), kinds: [...kinds], key: keyOf(words) };
}

/** The longest run of terms from here for which the look-up knows something. */
function longest<Found>(tokens: readonly Token[], at: number, most: number, look: (key: string) => Found | undefined): { found: Found; length: number } | null {
  for (let length = Math.min(most, tokens.length - at); length > 0; length -= 1) {
    const found = look(keyOfTokens(tokens.slice(at, at + length)));
    if (found !== undefined) return { found, length };
  }
  return null;
}

/** A single character of a script without spaces that stands beside others may be the end of a word there: it is not insisted on. */
function isOptional(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  if (isWeak(token.term)) return true;
  const joined = token.bridge !== "" || (before !== undefined && before.bridge !== "" && before.end === token.start);
  return joined && (before ?? after) !== undefined && Array.from(token.term).length === 1;
}

function demandOf(span: readonly Token[], synonyms: readonly string[], shown: string): Demand | null {
  const [first] = span;
  const strict = span
    .filter((token) => !isStop(token.term))
    .map(single)
    .join(" & ");
  if (!first || strict === "") return null;
  const word = span.length === 1 && synonyms.length === 0 && (first.parts.length === 0 || /^\p{Script=Katakana}/u.test(first.term));
  return {
    shown,
    strict: `(${strict})`,
    wide: `(${[...new Set([`(${strict})`, ...synonyms])].join(" | ")})`,
    word: word ? { term: first.term, word: first.word } : null,
  };
}

function single(token: Token): string {
  if (token.parts.length === 0) return quoted(token.term);
  return `(${quoted(token.term)} | (${token.parts.map(quoted).join(" & ")}))`;
}

function shownOf(text: string, span: readonly Token[]): string {
  return text.slice(span[0]?.start ?? 0, span.at(-1)?.end ?? 0).toLowerCase();
}
