import type { SearchDocument } from "./document.ts";
import { STOP } from "./ordinary.ts";
import { quoted } from "./phrase.ts";
import { kindWords } from "./synonyms.ts";
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

/** Writes documents' `tsvector`s. */
export interface VectorWriter {
  /** The `tsvector` in text form; `each` is told every word that readers can type. */
  vectorOf(document: SearchDocument, each: (word: IndexedWord) => void): string;
}

/** A text without its stop words: how many words it has, and which term stands at which. */
interface Read {
  readonly length: number;
  readonly terms: ReadonlyArray<readonly [term: string, index: number]>;
  readonly words: readonly IndexedWord[];
}

/** A writer for one rebuild: the record repeats its texts (a question's wording, a topic's title), and each is read once. */
export function vectorWriter(): VectorWriter {
  const reads = new Map<string, Read>();
  const readOf = (text: string): Read => {
    const before = reads.get(text);
    if (before) return before;
    const read = readText(text);
    reads.set(text, read);
    return read;
  };
  return {
    vectorOf(document, each) {
      const places = new Map<string, string>();
      const counts = new Map<string, number>();
      let base = 0;
      const add = (text: string, weight: string) => {
        if (text === "") return;
        // Titles are put together with this sign; their parts repeat.
        for (const part of text.split(" · ")) {
          const read = readOf(part);
          for (const [term, index] of read.terms) {
            const count = (counts.get(term) ?? 0) + 1;
            if (count > MOST_POSITIONS) continue;
            counts.set(term, count);
            const before = places.get(term);
            const place = Math.min(base + index + 1, LAST_POSITION) + weight;
            places.set(term, before === undefined ? place : `${before},${place}`);
          }
          for (const word of read.words) each(word);
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
    },
  };
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
