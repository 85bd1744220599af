import type { SearchDocument } from "./document.ts";
import { STOP } from "./ordinary.ts";
import { kindWords } from "./synonyms.ts";
import { tokenize, type Token } from "./token.ts";

/** Positions between two texts, so that a phrase cannot begin in one and end in the other. */
const GAP = 12;
/** PostgreSQL keeps no position above this, and no more than 255 of one term. */
const LAST_POSITION = 16_000;
const MOST_POSITIONS = 200;

/** A word of the index, as the table of terms keeps it. */
export interface IndexedWord {
  readonly word: string;
  readonly term: string;
  readonly shown: string;
}

/** A document's `tsvector` in text form; `each` is told every word that readers can type. */
export function vectorOf(document: SearchDocument, each: (word: IndexedWord) => void): string {
  const places = new Map<string, string[]>();
  let base = 0;
  const put = (term: string, position: number, weight: string) => {
    const known = places.get(term);
    if (!known) places.set(term, [`${position}${weight}`]);
    else if (known.length < MOST_POSITIONS) known.push(`${position}${weight}`);
  };
  const read = (text: string, weight: string) => {
    if (text === "") return;
    const tokens = tokenize(text);
    for (const [index, token] of tokens.entries()) {
      if (STOP.has(token.term)) continue;
      const position = Math.min(base + index + 1, LAST_POSITION);
      put(token.term, position, weight);
      for (const part of token.parts) put(part, position, weight);
      if (readable(token)) each({ word: token.word, term: token.term, shown: text.slice(token.start, token.end).toLowerCase() });
    }
    base += tokens.length + GAP;
  };
  read(document.title, "A");
  for (const name of document.names) read(name, "A");
  read(document.body, "B");
  read(document.context, "C");
  read(kindWords(document.kind, document.sort, document.locale), "");
  return [...places].map(([term, positions]) => `${quoted(term)}:${positions.join(",")}`).join(" ");
}

/** A term as PostgreSQL reads it inside a `tsvector` or `tsquery`. */
export function quoted(term: string): string {
  return `'${term.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

function readable(token: Token): boolean {
  return token.word.length > 2 && token.word.length < 40 && !/\d/.test(token.word);
}
