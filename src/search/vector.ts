import { LOCALES, type Locale } from "../domain/locale.ts";
import type { SearchDocument } from "./document.ts";
import { isStop, keyOf, keyOfStrong } from "./ordinary.ts";
import { quoted } from "./phrase.ts";
import { kindWords, wordsWithSynonyms } from "./synonyms.ts";
import { type Token, tokenize } from "./token.ts";

/** Positions between two texts, so that a phrase cannot begin in one and end in the other. */
const GAP = 3;
/** PostgreSQL keeps no position above this. */
const LAST_POSITION = 16_000;
/** Parts of titles are kept for so many words before them, such as a name of a place. */
const MOST_WORDS_BEFORE = 8;
/** Longer texts are read again for their key. */
const LONGEST_TITLE = 300;
const NONE: readonly number[] = LOCALES.map(() => 0);

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
  /** The same as `keyOf`, without reading a text again. */
  keyOf(text: string): string;
  /** The words of all documents so far that readers can type, each once in a language. */
  words(): WordCount[];
}

/** A text without its stop words. */
interface Read {
  /** Number of words, stop words among them. */
  readonly length: number;
  /** Terms as PostgreSQL reads them, each with its place. */
  readonly terms: ReadonlyArray<readonly [term: string, index: number]>;
  /** Numbers of the words that readers can type. */
  readonly words: readonly number[];
  /** Its key for exact matches; only for texts that can be titles. */
  readonly key: string;
  /** How often it stands in documents, by language as in LOCALES. */
  readonly uses: number[];
  /** As part of a `tsvector` at the beginning of titles, by the number of words before it. */
  readonly beginnings: string[];
}

/**
 * A writer for one rebuild. The record repeats its texts (a question's wording, a topic's title, the English where a
 * translation is missing): each is read once for all languages.
 */
export function vectorWriter(): VectorWriter {
  const reads = new Map<string, Read>();
  const numbers = new Map<string, number>();
  const known: IndexedWord[] = [];
  const numberOf = (word: string, make: () => IndexedWord): number => {
    const before = numbers.get(word);
    if (before !== undefined) return before;
    numbers.set(word, known.push(make()) - 1);
    return known.length - 1;
  };
  const readOf = (text: string): Read => {
    const before = reads.get(text);
    if (before) return before;
    const read = readText(text, numberOf);
    reads.set(text, read);
    return read;
  };
  return {
    vectorOf(document) {
      const language = LOCALES.indexOf(document.locale);
      return vectorOf(document, (text) => {
        const read = readOf(text);
        read.uses[language] = (read.uses[language] ?? 0) + 1;
        return read;
      });
    },
    keyOf: (text) => (text.length > LONGEST_TITLE ? keyOf(text) : readOf(text).key),
    words() {
      const all: WordCount[] = [];
      for (const [language, locale] of LOCALES.entries()) {
        const counts = new Uint32Array(known.length);
        let used = false;
        for (const read of reads.values()) {
          const times = read.uses[language];
          if (times === undefined || times === 0) continue;
          used = true;
          for (const word of read.words) counts[word] = (counts[word] ?? 0) + times;
        }
        if (!used) continue;
        for (const [number, count] of counts.entries()) {
          const word = known[number];
          if (word && count > 0) all.push({ ...word, locale, count });
        }
        // A reader's word is known, and typing errors in it are mended, also where only its synonyms stand in the record.
        for (const number of new Set(wordsWithSynonyms(locale).flatMap((one) => readText(one, numberOf).words))) {
          const word = known[number];
          if (word && (counts[number] ?? 0) === 0) all.push({ ...word, locale, count: 1 });
        }
      }
      return all;
    },
  };
}

/** A term may stand several times in it: the database puts its places together. */
function vectorOf(document: SearchDocument, readOf: (text: string) => Read): string {
  let vector = "";
  let base = 0;
  const add = (text: string, weight: string): void => {
    if (text === "") return;
    // Titles are put together with this sign; their parts repeat.
    for (const part of text.includes(" · ") ? text.split(" · ") : [text]) {
      const read = readOf(part);
      if (base < MOST_WORDS_BEFORE && weight === "A") vector += read.beginnings[base] ??= placed(read, base, weight);
      else vector += placed(read, base, weight);
      base += read.length;
    }
  };
  add(document.title, "A");
  base += GAP;
  for (const name of document.names) {
    add(name, "A");
    base += GAP;
  }
  for (const text of document.body) add(text, "B");
  base += GAP;
  for (const text of document.context) add(text, "C");
  base += GAP;
  add(kindWords(document.kind, document.sort, document.locale), "");
  return vector;
}

function placed(read: Read, base: number, weight: string): string {
  let vector = "";
  for (const [term, index] of read.terms) vector += `${term}:${Math.min(base + index + 1, LAST_POSITION)}${weight} `;
  return vector;
}

function readText(text: string, numberOf: (word: string, make: () => IndexedWord) => number): Read {
  const tokens = tokenize(text);
  const terms: Array<readonly [string, number]> = [];
  const words: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.bridge !== "") terms.push([quoted(token.bridge), index]);
    if (isStop(token.term)) continue;
    terms.push([quoted(token.term), index]);
    for (const part of token.parts) terms.push([quoted(part), index]);
    if (readable(token)) {
      words.push(numberOf(token.word, () => ({ word: token.word, term: token.term, shown: text.slice(token.start, token.end).toLowerCase() })));
    }
  }
  const key = text.length > LONGEST_TITLE ? "" : keyOfStrong(tokens);
  return { length: tokens.length, terms, words, key, uses: NONE.slice(), beginnings: [] };
}

function readable(token: Token): boolean {
  return token.word.length > 2 && token.word.length < 40 && !/\d/.test(token.word);
}
