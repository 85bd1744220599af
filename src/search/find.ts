import type { Catalogue } from "../store/catalogue.ts";
import type { SearchQuery, SearchResult } from "../store/reader.ts";
import type { Sql } from "../store/sql.ts";
import { type Checked, check } from "./correct.ts";
import { passageOf } from "./passage.ts";
import { RANKED_BY_PLACE, RANKED_BY_WORDS } from "./ranked.ts";
import { type Demand, type Understanding, understand } from "./understand.ts";

interface Found {
  readonly total: number;
  readonly kinds: Readonly<Record<string, number>> | null;
  readonly jurisdictions: Readonly<Record<string, number>> | null;
  readonly topics: Readonly<Record<string, number>> | null;
  readonly hits: ReadonlyArray<{
    kind: string;
    id: string;
    of: string;
    jurisdictions: string[];
    title: string;
    body: string;
    lang: string;
  }> | null;
}

/** Hits of one answer at most. */
const MOST_HITS = 100;

/**
 * Searches the whole record in the reader's language. Every word must be met, as typed, by a synonym or corrected;
 * if nothing meets them all, records that meet at least half of them are found, and otherwise nothing is.
 */
export async function find(sql: Sql, catalogue: Catalogue, query: SearchQuery): Promise<SearchResult> {
  const read = await reading(sql, catalogue, query, false);
  const strict = await run(sql, catalogue, query, read, read.meaning.demands.length);
  if (strict.total > 0) return strict;
  if (read.meaning.places.length > 0 && read.meaning.demands.length > 0 && !filtered(query)) {
    // The place may be part of a title: "Budapest Convention" is not about Hungary.
    const asWords = await reading(sql, catalogue, query, true);
    const found = await run(sql, catalogue, query, asWords, asWords.meaning.demands.length);
    if (found.total > 0) return found;
  }
  const all = read.meaning.demands.length;
  const half = Math.ceil(all / 2);
  const known = read.meaning.demands.filter((one) => !isUnknown(one, read.checked)).length;
  if (all < 2 || known < half) return strict;
  return run(sql, catalogue, query, read, half);
}

interface Reading {
  readonly meaning: Understanding;
  readonly checked: Checked;
  readonly corrected: ReadonlyArray<readonly [string, string]>;
}

/** Understands the words; when the index does not know one, understands them again with the correction in its place. */
async function reading(sql: Sql, catalogue: Catalogue, query: SearchQuery, placesAsWords: boolean): Promise<Reading> {
  const meaning = understand(catalogue, query.words, query.locale, placesAsWords);
  const checked = await check(sql, meaning.demands, query.locale);
  if (checked.corrected.length === 0) return { meaning, checked, corrected: [] };
  const typed = new Map(checked.corrected);
  const words = meaning.demands.reduce((text, one) => {
    const better = one.word ? typed.get(one.word.word) : undefined;
    return better ? replaceWord(text, one.shown, better) : text;
  }, query.words);
  const again = understand(catalogue, words, query.locale, placesAsWords);
  const corrected = meaning.demands.flatMap((one) => {
    const better = one.word ? typed.get(one.word.word) : undefined;
    return better ? [[one.shown, better] as const] : [];
  });
  return { meaning: again, checked: await check(sql, again.demands, query.locale), corrected };
}

function replaceWord(text: string, typed: string, better: string): string {
  const at = text.toLowerCase().indexOf(typed);
  return at < 0 ? text : text.slice(0, at) + better + text.slice(at + typed.length);
}

async function run(sql: Sql, catalogue: Catalogue, query: SearchQuery, read: Reading, least: number): Promise<SearchResult> {
  const { meaning, checked, corrected } = read;
  const demands = meaning.demands.map((one) => queryOf(one, checked));
  const usable = demands.filter((one) => one !== null);
  const used = meaning.demands.filter((one) => !isUnknown(one, checked)).map((one) => one.shown);
  const answer = { places: meaning.places, corrected, words: used };
  const nothingAsked = meaning.demands.length === 0 && meaning.places.length === 0;
  if (nothingAsked || usable.length < least) return { ...EMPTY, ...answer };

  const every = usable.length === least && least === demands.length;
  const joint = every ? " & " : " | ";
  const [row] = await sql.all<Found>(usable.length > 0 ? RANKED_BY_WORDS : RANKED_BY_PLACE, [
    query.locale,
    usable.map((one) => one.strict).join(joint),
    usable.map((one) => one.wide).join(joint),
    every ? null : usable.map((one) => one.wide),
    least,
    meaning.places,
    withSubdivisions(catalogue, meaning.places),
    meaning.placeWords || null,
    meaning.kinds,
    meaning.key,
    nullWhenEmpty(query.kinds),
    nullWhenEmpty(query.jurisdictions),
    nullWhenEmpty(withChildren(catalogue, query.topics)),
    Math.min(Math.max(Math.trunc(query.limit) || 0, 0), MOST_HITS),
    Math.max(Math.trunc(query.offset) || 0, 0),
    usable.map((one) => one.strict).join(" | "),
  ]);
  if (!row) return { ...EMPTY, ...answer };
  const matches = matcher(usable.map((one) => one.wide));
  return {
    ...answer,
    total: row.total,
    hits: (row.hits ?? []).map(({ jurisdictions, body, ...hit }) => ({
      ...hit,
      jurisdiction: jurisdictions.length === 1 ? (jurisdictions[0] ?? "") : "",
      passage: passageOf(body, matches),
    })),
    facets: { kinds: counted(row.kinds), jurisdictions: counted(row.jurisdictions), topics: counted(row.topics) },
  };
}

const EMPTY = { total: 0, hits: [], facets: { kinds: new Map(), jurisdictions: new Map(), topics: new Map() } } as const;

function isUnknown(demand: Demand, checked: Checked): boolean {
  return demand.word !== null && checked.unknown.has(demand.word.term);
}

function queryOf(demand: Demand, checked: Checked): { strict: string; wide: string } | null {
  if (isUnknown(demand, checked)) return null;
  const beginning = demand.word ? checked.beginnings.get(demand.word.term) : undefined;
  const inside = demand.word ? checked.inside.get(demand.word.term) : undefined;
  if (beginning) return { strict: beginning, wide: inside ? `(${beginning} | ${inside})` : beginning };
  return inside ? { strict: demand.strict, wide: `(${demand.wide} | ${inside})` } : demand;
}

/** Tells which terms of a text to mark: all that the tsqueries name. */
function matcher(queries: readonly string[]): (term: string) => boolean {
  const terms = new Set<string>();
  const beginnings: string[] = [];
  for (const match of queries.join(" ").matchAll(/'((?:[^']|'')*)'(:\*)?/g)) {
    const term = (match[1] ?? "").replaceAll("''", "'").replaceAll("\\\\", "\\");
    if (match[2]) beginnings.push(term);
    else terms.add(term);
  }
  return (term) => terms.has(term) || beginnings.some((one) => term.startsWith(one));
}

function filtered(query: SearchQuery): boolean {
  return query.kinds.length + query.jurisdictions.length + query.topics.length > 0;
}

function withSubdivisions(catalogue: Catalogue, codes: readonly string[]): string[] {
  return [...catalogue.jurisdictions.values()].filter((one) => codes.includes(one.id) || codes.includes(one.parent)).map((one) => one.id);
}

function withChildren(catalogue: Catalogue, topics: readonly string[]): string[] {
  const all = new Set(topics);
  for (let before = -1; before !== all.size; ) {
    before = all.size;
    for (const topic of catalogue.topics.values()) if (all.has(topic.parent)) all.add(topic.id);
  }
  return [...all];
}

function nullWhenEmpty(list: readonly string[]): readonly string[] | null {
  return list.length > 0 ? list : null;
}

/** Counts, most first. */
function counted(counts: Readonly<Record<string, number>> | null): Map<string, number> {
  return new Map(Object.entries(counts ?? {}).sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)));
}
