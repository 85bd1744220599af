import { keyOfTokens, type Token, termsOf, tokenize } from "./token.ts";
import { WORDS } from "./words/words.ts";

// Worked out when the first text or query comes: a start need not wait for it.
const sets = new Map<"stop" | "weak", ReadonlySet<string>>();

function every(field: "stop" | "weak"): ReadonlySet<string> {
  const before = sets.get(field);
  if (before) return before;
  const made = new Set(Object.values(WORDS).flatMap((words) => words[field].split(" ").flatMap(termsOf)));
  sets.set(field, made);
  return made;
}

/** Whether a term carries no meaning in a search, in any of the languages; it is neither indexed nor asked for. */
export function isStop(term: string): boolean {
  return every("stop").has(term);
}

/** Whether most searches here could do without a term, such as "law": it is asked for only when nothing else is. */
export function isWeak(term: string): boolean {
  return every("weak").has(term);
}

/** A title or a query as one key for exact matches: its terms without stop words. */
export function keyOf(text: string): string {
  return keyOfStrong(tokenize(text));
}

/** The same for a text that has been read. */
export function keyOfStrong(tokens: readonly Token[]): string {
  const strong = tokens.filter((token) => !isStop(token.term));
  return keyOfTokens(strong.length > 0 ? strong : tokens);
}
