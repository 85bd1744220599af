import { LOCALES, type Locale } from "../domain/locale.ts";
import type { Catalogue } from "../store/catalogue.ts";
import { errorsBetween } from "./distance.ts";
import { isStop } from "./ordinary.ts";
import { aliasesOf } from "./places.ts";
import { withoutPrefix } from "./stem/arabic.ts";
import { conceptsOf, longestSynonym, written } from "./synonyms.ts";
import { keyOfTokens, tokenize } from "./token.ts";

/** Something to go to straight from the search box. */
export interface Suggestion {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
}

interface Entry extends Suggestion {
  /** Whole names, each as its words joined by spaces. */
  readonly names: ReadonlySet<string>;
  /** Words of the title, then of other names, folded. */
  readonly words: readonly string[];
  /** Number of words that belong to the title. */
  readonly own: number;
  readonly weight: number;
}

interface Index {
  readonly entries: readonly Entry[];
  /** Entries by each word that they hold. */
  readonly byWord: ReadonlyMap<string, readonly Entry[]>;
  /** All words in code-unit order, for looking beginnings up. */
  readonly sorted: readonly string[];
}

const made = new WeakMap<Catalogue, Map<Locale, Index>>();

/**
 * What the reader may mean while still typing: jurisdictions, questions, laws, topics, positions, treaties.
 * Every word typed must begin a word of the title or of another name; with a letter wrong when nothing else fits.
 */
export function suggest(catalogue: Catalogue, words: string, locale: Locale, limit = 8): Suggestion[] {
  const all = tokenize(words.slice(0, 120))
    .slice(0, 8)
    .map((token) => withoutArticle(token.word));
  const strong = all.filter((word) => !isStop(word));
  // The last word may be the beginning of a longer one: "in" of "India".
  const typed = strong.length > 0 ? strong : all;
  if (typed.length === 0 || limit < 1) return [];
  const index = indexOf(catalogue, locale);
  const exact = rank(index, typed, beginningsIn);
  const found = exact.length > 0 ? exact : rank(index, typed, nearlyIn);
  return found.slice(0, limit).map(({ kind, id, title }) => ({ kind, id, title }));
}

type Look = (index: Index, typed: string) => ReadonlySet<string>;

function rank(index: Index, typed: readonly string[], look: Look): Entry[] {
  const scores = new Map<Entry, number>();
  for (const [at, word] of typed.entries()) {
    const hits = look(index, word);
    const here = new Map<Entry, number>();
    for (const hit of hits) {
      for (const entry of index.byWord.get(hit) ?? []) {
        if (at > 0 && !scores.has(entry)) continue;
        const place = entry.words.indexOf(hit);
        const score = (hit === word ? 2 : 1) + (place === 0 ? 1.5 : place < entry.own ? 0.5 : 0.4);
        here.set(entry, Math.max(here.get(entry) ?? 0, score));
      }
    }
    for (const [entry, score] of here) here.set(entry, score + (scores.get(entry) ?? 0));
    scores.clear();
    for (const [entry, score] of here) scores.set(entry, score);
  }
  // A title of few words is met more closely by the same words than a long one.
  const whole = typed.join(" ");
  const value = (entry: Entry, score: number) => entry.weight * (score + (entry.names.has(whole) ? 3 : 0)) - Math.min(entry.own, 30) * 0.01;
  return [...scores].sort((one, other) => value(...other) - value(...one)).map(([entry]) => entry);
}

function beginningsIn(index: Index, typed: string): ReadonlySet<string> {
  const found = new Set<string>();
  let low = 0;
  let high = index.sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.sorted[middle] ?? "") < typed) low = middle + 1;
    else high = middle;
  }
  for (let at = low; index.sorted[at]?.startsWith(typed); at += 1) found.add(index.sorted[at] ?? "");
  return found;
}

function nearlyIn(index: Index, typed: string): ReadonlySet<string> {
  const exact = beginningsIn(index, typed);
  if (exact.size > 0 || typed.length < 4) return exact;
  const limit = typed.length < 7 ? 1 : 2;
  return new Set(
    index.sorted.filter(
      (word) =>
        // The first letter is rarely mistyped, but may have changed places with the second.
        (word[0] === typed[0] || (word[0] === typed[1] && word[1] === typed[0])) &&
        (errorsBetween(typed, word, limit) <= limit ||
          // The rest of the word may not be typed yet; one letter may be missing or too many.
          [-1, 0, 1].some((more) => word.length > typed.length + more && errorsBetween(typed, word.slice(0, typed.length + more), 1) <= 1)),
    ),
  );
}

function indexOf(catalogue: Catalogue, locale: Locale): Index {
  const before = made.get(catalogue)?.get(locale);
  if (before) return before;
  const entries = entriesOf(catalogue, locale);
  const byWord = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const word of new Set(entry.words)) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
  }
  const index: Index = { entries, byWord, sorted: [...byWord.keys()].sort() };
  const byLocale = made.get(catalogue) ?? new Map<Locale, Index>();
  byLocale.set(locale, index);
  made.set(catalogue, byLocale);
  return index;
}

function entriesOf(catalogue: Catalogue, locale: Locale): Entry[] {
  const entries: Entry[] = [];
  const add = (kind: string, id: string, title: string, names: readonly string[], weight: number) => {
    const own = wordsOf(title);
    const others = [...names, ...synonymsIn(title, locale)].map(wordsOf);
    entries.push({ kind, id, title, words: [...own, ...others.flat()], own: own.length, names: new Set([own, ...others].map((one) => one.join(" "))), weight });
  };
  for (const one of catalogue.jurisdictions.values()) {
    if (one.kind === "statistical") continue;
    const names = LOCALES.map((each) => catalogue.name(one.id, each));
    add("jurisdiction", one.id, catalogue.name(one.id, locale), [...names, ...aliasesOf(one.id)], one.kind === "state" ? 2 : 1.8);
  }
  for (const one of catalogue.topics.values()) {
    const said = catalogue.say(locale, "topic", one.id, "title", one.title).text;
    add("topic", one.id, said, [one.title], 1.6);
  }
  for (const one of catalogue.positions.values()) {
    add("position", one.id, catalogue.say(locale, "position", one.id, "title", one.title).text, [one.title], 1.3);
  }
  for (const one of catalogue.questions.values()) {
    if (one.kind !== "codebook") continue;
    add("question", one.id, catalogue.say(locale, "question", one.id, "wording", one.wording).text, [], 1.2);
  }
  for (const one of catalogue.treaties.values()) {
    const say = (field: "title" | "short") => catalogue.say(locale, "treaty", one.id, field, one[field]).text;
    add("treaty", one.id, say("title"), [say("short")], 1.2);
  }
  for (const one of catalogue.instruments.values()) {
    const said = catalogue.say(locale, "instrument", one.id, "title", one.title).text;
    add("instrument", one.id, said, [one.title, one.original, ...one.identifiers.map((each) => each.value)], 1);
  }
  return entries;
}

/** What the expressions in a title are also called: "check the age" is found by "age verification". */
function synonymsIn(title: string, locale: Locale): string[] {
  const tokens = tokenize(title);
  const found = new Set<string>();
  for (let at = 0; at < tokens.length; at += 1) {
    for (let length = 1; length <= longestSynonym() && at + length <= tokens.length; length += 1) {
      for (const concept of conceptsOf(keyOfTokens(tokens.slice(at, at + length))) ?? []) for (const one of written(concept, locale)) found.add(one);
    }
  }
  return [...found];
}

function wordsOf(text: string): string[] {
  return tokenize(text).flatMap((token) => [withoutArticle(token.word), ...(/^\p{N}/u.test(token.word) ? token.parts : [])]);
}

/** The Arabic article is written together with its noun, and readers begin with either. */
function withoutArticle(word: string): string {
  return word.startsWith("ال") && word.length > 4 ? withoutPrefix(word) : word;
}
