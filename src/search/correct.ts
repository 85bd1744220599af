import type { Locale } from "../domain/locale.ts";
import type { Sql } from "../store/sql.ts";
import { errorsBetween, forgiven } from "./distance.ts";
import { quoted } from "./phrase.ts";
import { conceptsOf, synonymQueries } from "./synonyms.ts";
import type { Demand } from "./understand.ts";

/** What the index says about the words of a query. */
export interface Checked {
  /** Words that the index does not know, with the ones that they most likely mean. */
  readonly corrected: ReadonlyArray<readonly [typed: string, read: string]>;
  /** Words that the index does not know and that are like none of its words. */
  readonly unknown: ReadonlySet<string>;
  /** Words that the index does not know, but whose beginnings or parts it does, with the tsquery that finds those. */
  readonly beginnings: ReadonlyMap<string, string>;
  /** Words that are also part of longer ones, with the tsquery that finds those: "Missbrauch" in "Kindesmissbrauch". */
  readonly inside: ReadonlyMap<string, string>;
}

/** Languages that write compounds as one word. */
const COMPOUNDING: ReadonlySet<Locale> = new Set(["de"]);

const LONGER = {
  name: "search-longer",
  text: `SELECT term FROM record.search_term WHERE locale = $1 AND word LIKE '%' || $2 || '%' AND length(word) >= length($2) + 3
    GROUP BY term ORDER BY sum(frequency) DESC, term LIMIT 24`,
};

// The longest words of the index with which the word begins and ends.
const PARTS = {
  name: "search-parts",
  text: `SELECT DISTINCT ON (begins) term, word, starts_with($2, word) AS begins FROM record.search_term
    WHERE locale = $1 AND length(word) BETWEEN 4 AND length($2) - 3 AND (starts_with($2, word) OR right($2, length(word)) = word)
    ORDER BY begins, length(word) DESC`,
};

// A range instead of LIKE: the pattern is not a constant, and only a range uses the index then.
const KNOWN = {
  name: "search-known",
  text: `SELECT w.term, EXISTS (SELECT FROM record.search_term t WHERE t.locale = $1 AND t.term = w.term) AS known,
      EXISTS (SELECT FROM record.search_term t WHERE t.locale = $1 AND t.word >= w.word AND t.word < w.word || chr(1114111)) AS begins
    FROM unnest($2::text[], $3::text[]) AS w (term, word)`,
};

// The first letter is rarely mistyped: words that begin alike are few, and counting their errors is quick.
const BEGINS_ALIKE = {
  name: "search-begins-alike",
  text: `SELECT word, shown, frequency FROM record.search_term
    WHERE locale = $1 AND word >= $2 AND word < $2 || chr(1114111) AND length(word) BETWEEN $3 AND $4`,
};

// Otherwise words with the same letters in threes.
const ALIKE = {
  name: "search-alike",
  text: "SELECT word, shown, frequency FROM record.search_alike($1, $2)",
};

/** Looks the single words of a query up; corrects only those that no record of the language contains. */
export async function check(sql: Sql, demands: readonly Demand[], locale: Locale): Promise<Checked> {
  const words = demands
    .map((one) => one.word)
    .filter((one) => one !== null)
    .filter((one) => !/\d/.test(one.word));
  const corrected: Array<readonly [string, string]> = [];
  const unknown = new Set<string>();
  const beginnings = new Map<string, string>();
  const inside = new Map<string, string>();
  if (words.length === 0) return { corrected, unknown, beginnings, inside };
  const rows = await sql.all<{ term: string; known: boolean; begins: boolean }>(KNOWN, [locale, words.map((one) => one.term), words.map((one) => one.word)]);
  const status = new Map(rows.map((row) => [row.term, row]));
  for (const one of words) {
    const found = status.get(one.term);
    // Two letters and numbers are not in the table of words; they are asked for as they stand.
    if (!found || one.word.length < 3) continue;
    if (COMPOUNDING.has(locale) && one.word.length > 4) {
      const longer = await sql.all<{ term: string }>(LONGER, [locale, one.word]);
      if (longer.length > 0) inside.set(one.term, longer.map((each) => withSynonyms(each.term, locale)).join(" | "));
    }
    if (found.known) continue;
    if (found.begins && one.word.length > 3) {
      beginnings.set(one.term, `${quoted(one.term)}:*`);
      continue;
    }
    if (inside.has(one.term)) continue;
    const near = await nearest(sql, one.word, locale);
    if (near) corrected.push([one.word, near]);
    else {
      const parts = COMPOUNDING.has(locale) ? await partsOf(sql, one.word, locale) : "";
      if (parts) beginnings.set(one.term, parts);
      else unknown.add(one.term);
    }
  }
  return { corrected, unknown, beginnings, inside };
}

/** What a compound that the index does not know is made of; empty when not even half of it is known. */
async function partsOf(sql: Sql, word: string, locale: Locale): Promise<string> {
  const parts = await sql.all<{ term: string; word: string }>(PARTS, [locale, word]);
  const known = parts.reduce((length, part) => length + part.word.length, 0);
  return known * 2 < word.length ? "" : `(${parts.map((part) => `(${withSynonyms(part.term, locale)})`).join(" & ")})`;
}

/** The record may hold a word only by another name. */
function withSynonyms(term: string, locale: Locale): string {
  const synonyms = (conceptsOf(term) ?? []).flatMap((concept) => synonymQueries(concept, locale));
  return [...new Set([quoted(term), ...synonyms])].join(" | ");
}

interface Candidate {
  readonly word: string;
  readonly shown: string;
  readonly frequency: number;
}

async function nearest(sql: Sql, word: string, locale: Locale): Promise<string | null> {
  const limit = forgiven(word.length);
  if (limit === 0 || !/^[\p{L}\p{M}]+$/u.test(word)) return null;
  const near = await sql.all<Candidate>(BEGINS_ALIKE, [locale, word.slice(0, 1), word.length - limit, word.length + limit]);
  return best(word, limit, near) ?? best(word, 1, await sql.all<Candidate>(ALIKE, [locale, word]));
}

/** The word with the fewest errors, of equals the most frequent. */
function best(typed: string, limit: number, candidates: readonly Candidate[]): string | null {
  let found: { errors: number; frequency: number; shown: string } | null = null;
  for (const one of candidates) {
    const errors = errorsBetween(typed, one.word, limit);
    if (errors > limit) continue;
    if (!found || errors < found.errors || (errors === found.errors && one.frequency > found.frequency))
      found = { errors, frequency: one.frequency, shown: one.shown };
  }
  return found?.shown ?? null;
}
