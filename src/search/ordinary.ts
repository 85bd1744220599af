import { keyOfTokens, termsOf, tokenize } from "./token.ts";
import { WORDS } from "./words/words.ts";

const every = (field: "stop" | "weak"): Set<string> => new Set(Object.values(WORDS).flatMap((words) => words[field].split(" ").flatMap(termsOf)));

/** Words that carry no meaning in a search, in all languages; they are neither indexed nor asked for. */
export const STOP: ReadonlySet<string> = every("stop");

/** Words that most searches here could do without, such as "law": asked for only when nothing else is. */
export const WEAK: ReadonlySet<string> = every("weak");

/** A title or a query as one key for exact matches: its terms without stop words. */
export function keyOf(text: string): string {
  const tokens = tokenize(text);
  const strong = tokens.filter((token) => !STOP.has(token.term));
  return keyOfTokens(strong.length > 0 ? strong : tokens);
}
