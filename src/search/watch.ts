import { INSTRUMENT_KINDS } from "../domain/instrument.ts";
import type { Locale } from "../domain/locale.ts";
import { TESTIMONY_KINDS } from "../domain/testimony.ts";
import { UPDATE_KINDS } from "../domain/update.ts";
import { type Watch, type WatchParameter, type WatchParameters, watchOf, watchParameters } from "../domain/watch.ts";
import type { Catalogue } from "../store/catalogue.ts";
import { isStop } from "./ordinary.ts";
import { type Token, tokenize } from "./token.ts";
import { understand } from "./understand.ts";

/** Kinds of change that can be watched: those of records, and what updates, instruments and testimony are. */
export const WATCH_KINDS: readonly string[] = [
  ...new Set([
    "coding",
    "treaty-status",
    "instrument",
    "obligation",
    "update",
    "testimony",
    "campaign",
    ...UPDATE_KINDS,
    ...INSTRUMENT_KINDS,
    ...TESTIMONY_KINDS,
  ]),
];

/** Places of one search that are watched at most, each on its own. */
const MOST_PLACES = 5;

/** What the parameters of an address ask to be told of. */
export interface Watching {
  /** One; several when the words name several places, one each. None when nothing is asked for, or something is not in the record. */
  readonly watches: readonly Watch[];
  /** The parameters as they were understood to be meant, before places were taken out of the words. */
  readonly parameters: WatchParameters;
  /** Parameters whose value the record does not hold. */
  readonly unknown: readonly WatchParameter[];
}

/**
 * Reads the parameters of an address (`q`, `place`, `topic`, `question`, `instrument`, `kind`; others are left alone), or a
 * query that a watch keeps. Places that the words name become the place that is watched; the rest are words as search reads them.
 */
export function readWatch(catalogue: Catalogue, given: Readonly<Record<string, string | undefined>> | string, locale: Locale): Watching {
  const parameters = watchParameters(given);
  const unknown = unknownOf(catalogue, parameters);
  if (unknown.length > 0) return { watches: [], parameters, unknown };
  const asWords = parameters.place !== "" || isTitle(catalogue, parameters.q);
  const read = understand(catalogue, parameters.q, locale, asWords);
  const terms = read.demands.flatMap((one) => tokenize(one.shown).flatMap(termsToNeed));
  const rest = read.places.length > 0 ? { ...parameters, q: read.demands.map((one) => one.shown).join(" ") } : parameters;
  const places = read.places.length > 0 ? read.places.slice(0, MOST_PLACES) : [parameters.place];
  const watches = places.map((place) => watchOf({ ...rest, place }, terms)).filter((one) => one !== null);
  return { watches, parameters, unknown };
}

function unknownOf(catalogue: Catalogue, { place, topic, question, instrument, kind }: WatchParameters): WatchParameter[] {
  const known: Partial<Record<WatchParameter, boolean>> = {
    place: place === "" || catalogue.jurisdictions.has(place),
    topic: topic === "" || catalogue.topics.has(topic),
    question: question === "" || catalogue.questions.has(question),
    instrument: instrument === "" || catalogue.instruments.has(instrument) || catalogue.treaties.has(instrument),
    kind: kind === "" || WATCH_KINDS.includes(kind),
  };
  return (Object.keys(known) as WatchParameter[]).filter((name) => known[name] === false);
}

/** Whether the words stand in the title of an instrument or treaty: "Budapest Convention" is not about Hungary. */
function isTitle(catalogue: Catalogue, words: string): boolean {
  const typed = words.toLowerCase();
  if (!typed.includes(" ")) return false;
  for (const one of catalogue.treaties.values()) if (one.title.toLowerCase().includes(typed)) return true;
  for (const one of catalogue.instruments.values()) if (one.title.toLowerCase().includes(typed)) return true;
  return false;
}

/** A word that must occur; where one word ends is a matter of opinion, its pairs of characters must. */
function termsToNeed(token: Token): readonly string[] {
  if (isStop(token.term)) return [];
  return token.parts.length > 0 && !/^\p{N}/u.test(token.term) ? token.parts : [token.term];
}

/** The terms that meet such needs, of a text. */
export function termsToMeet(text: string): string[] {
  const terms: string[] = [];
  for (const token of tokenize(text)) {
    if (isStop(token.term)) continue;
    terms.push(token.term, ...token.parts);
    if (token.bridge) terms.push(token.bridge);
  }
  return terms;
}
