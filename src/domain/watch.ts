/*
 * What somebody watches: a search, a place, a topic, a question, an instrument, a kind of record, or several of these at
 * once. A watch is a list of needs, a change is a list of features, and a watch hears of the change when its needs are all
 * among the features. `readWatch` (src/search/watch.ts) makes watches of the parameters of an address; `featuresOf`
 * (src/search/feature.ts) makes the features of a record.
 */

/** The parameters of an address that can be watched, in the order in which a watch keeps them. */
export const WATCH_PARAMETERS = ["q", "place", "topic", "question", "instrument", "kind"] as const;
export type WatchParameter = (typeof WATCH_PARAMETERS)[number];
export type WatchParameters = Readonly<Record<WatchParameter, string>>;

/** Sorts of needs, those that fewest changes meet first. */
const RAREST = ["instrument", "question", "word", "place", "topic", "kind"] as const;
export type NeedSort = (typeof RAREST)[number];

/** Longest search that can be watched, in characters; the rest is cut off. */
const LONGEST_WORDS = 200;
/** Longest id or code, in characters. */
const LONGEST_ID = 120;

export interface Watch {
  /** The parameters as a query, in a fixed order: two watches of one thing have one query. */
  readonly query: string;
  readonly parameters: WatchParameters;
  /** Features that a change must have, all of them. Never empty. */
  readonly needs: readonly string[];
  /** The need that fewest changes meet: only changes with this feature look at the watch. */
  readonly anchor: string;
}

/** A need, and the feature that meets it. */
export function featureOf(sort: NeedSort, value: string): string {
  return `${sort}:${value}`;
}

/** The parameters that can be watched, from those of an address or of a query that a watch keeps; the others are empty. */
export function watchParameters(given: Readonly<Record<string, string | undefined>> | string): WatchParameters {
  const of = typeof given === "string" ? Object.fromEntries(new URLSearchParams(given)) : given;
  const value = (name: WatchParameter): string =>
    (of[name] ?? "")
      .replace(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, " ")
      .trim()
      .slice(0, name === "q" ? LONGEST_WORDS : LONGEST_ID)
      .trim();
  return Object.fromEntries(WATCH_PARAMETERS.map((name) => [name, value(name)])) as Record<WatchParameter, string>;
}

/** The query of parameters: those that are not empty, in the fixed order. */
export function watchQuery(parameters: WatchParameters): string {
  return new URLSearchParams(WATCH_PARAMETERS.flatMap((name) => (parameters[name] ? [[name, parameters[name]]] : []))).toString();
}

/**
 * The watch of these parameters. `terms` are the words of `q` as the site reads words (`readWatch` in src/search/watch.ts
 * does that, and takes the places out that the words name). Null when nothing is asked for: nobody can watch everything.
 */
export function watchOf(parameters: WatchParameters, terms: readonly string[]): Watch | null {
  const needs: Record<NeedSort, string[]> = {
    instrument: [parameters.instrument],
    question: [parameters.question],
    // Of several words the longest is likely to be the rarest.
    word: [...new Set(terms)].sort((one, other) => other.length - one.length || (one < other ? -1 : 1)),
    place: [parameters.place],
    topic: [parameters.topic],
    kind: [parameters.kind],
  };
  const all = RAREST.flatMap((sort) => needs[sort].filter(Boolean).map((value) => featureOf(sort, value)));
  const [anchor] = all;
  return anchor === undefined ? null : { query: watchQuery(parameters), parameters, needs: all, anchor };
}

/** Whether a change with these features is one that the watch is for. */
export function hears(watch: Pick<Watch, "needs">, features: ReadonlySet<string>): boolean {
  return watch.needs.every((need) => features.has(need));
}
