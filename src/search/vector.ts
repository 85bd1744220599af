import type { Locale } from "../domain/locale.ts";
import type { SearchDocument } from "./document.ts";
import { STOP } from "./ordinary.ts";
import { quoted } from "./phrase.ts";
import { kindWords, wordsWithSynonyms } from "./synonyms.ts";
import { type Token, tokenize } from "./token.ts";

/** Positions between two texts, so that a phrase cannot begin in one and end in the other. */
const GAP = 3;
/** PostgreSQL keeps no position above this, and no more than 255 of one term. */
const LAST_POSITION = 16_000;
const MOST_POSITIONS = 200;

/** A word of the index, as the table of terms keeps it. */
export interface IndexedWord {
  readonly word: string;
  readonly term: string;
  readonly shown: string;
}

/** A word of one language, and in how many texts it stands. */
export interface WordCount extends IndexedWord {
  readonly locale: Locale;
  count: number;
}

/** Writes documents' `tsvector`s. */
export interface VectorWriter {
  /** The `tsvector` in text form. */
  vectorOf(document: SearchDocument): string;
  /** The words of all documents so far that readers can type, each once in a language. */
  words(): WordCount[];
}

/** A text without its stop words: how many words it has, and which term stands at which. */
interface Read {
  readonly length: number;
  readonly terms: ReadonlyArray<readonly [term: string, index: number]>;
  readonly words: readonly IndexedWord[];
}

/**
 * A writer for one rebuild. The record repeats its texts (a question's wording, a topic's title, the English where a
 * translation is missing): each is read once for all languages.
 */
export function vectorWriter(): VectorWriter {
  const reads = new Map<string, Read>();
  const uses = new Map<Locale, Map<Read, number>>();
  const readOf = (text: string): Read => {
    const before = reads.get(text);
    if (before) return before;
    const read = readText(text);
    reads.set(text, read);
    return read;
  };
  return {
    vectorOf(document) {
      const used = uses.get(document.locale) ?? new Map<Read, number>();
      uses.set(document.locale, used);
      return vectorOf(document, (text) => {
        const read = readOf(text);
        used.set(read, (used.get(read) ?? 0) + 1);
        return read;
      });
    },
    words() {
      const all: WordCount[] = [];
      for (const [locale, used] of uses) {
        const words = new Map<string, WordCount>();
        for (const [read, times] of used) {
          for (const word of read.words) {
            const known = words.get(word.word);
            if (known) known.count += times;
            else words.set(word.word, { ...word, locale, count: times });
          }
        }
        for (const word of wordsWithSynonyms(locale).flatMap((one) => readText(one).words))
          if (!words.has(word.word)) words.set(word.word, { ...word, locale, count: 1 });
        for (const one of words.values()) all.push(one);
      }
      return all;
    },
  };
}

function vectorOf(document: SearchDocument, readOf: (text: string) => Read): string {
  const places = new Map<string, string>();
  const counts = new Map<string, number>();
  let base = 0;
  const add = (text: string, weight: string): void => {
    if (text === "") return;
    // Titles are put together with this sign; their parts repeat.
    for (const part of text.includes(" · ") ? text.split(" · ") : [text]) {
      const read = readOf(part);
      for (const [term, index] of read.terms) {
        const place = Math.min(base + index + 1, LAST_POSITION) + weight;
        const before = places.get(term);
        if (before === undefined) {
          places.set(term, place);
          continue;
        }
        const count = (counts.get(term) ?? 1) + 1;
        if (count > MOST_POSITIONS) continue;
        counts.set(term, count);
        places.set(term, `${before},${place}`);
      }
      base += read.length;
    }
    base += GAP;
  };
  add(document.title, "A");
  for (const name of document.names) add(name, "A");
  add(document.body, "B");
  add(document.context, "C");
  add(kindWords(document.kind, document.sort, document.locale), "");
  let vector = "";
  for (const [term, positions] of places) vector += `${quoted(term)}:${positions} `;
  return vector;
}

function readText(text: string): Read {
  const tokens = tokenize(text);
  const terms: Array<readonly [string, number]> = [];
  const words: IndexedWord[] = [];
  for (const [index, token] of tokens.entries()) {
    if (STOP.has(token.term)) {
      if (token.bridge !== "") terms.push([token.bridge, index]);
      continue;
    }
    terms.push([token.term, index]);
    for (const part of token.parts) terms.push([part, index]);
    if (token.bridge !== "") terms.push([token.bridge, index]);
    if (readable(token)) words.push({ word: token.word, term: token.term, shown: text.slice(token.start, token.end).toLowerCase() });
  }
  return { length: tokens.length, terms, words };
}

function readable(token: Token): boolean {
  return token.word.length > 2 && token.word.length < 40 && !/\d/.test(token.word);
}
