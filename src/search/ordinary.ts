import data from "./ordinary.json" with { type: "json" };
import { termsOf } from "./token.ts";

/** Words that carry no meaning in a search; they are neither indexed nor asked for. */
export const STOP: ReadonlySet<string> = new Set(data.stop.flatMap(termsOf));

/** Words that most searches here could do without, such as "law": asked for only when nothing else is. */
export const WEAK: ReadonlySet<string> = new Set(data.weak.flatMap(termsOf));

/** A title or a query as one key for exact matches: its terms without stop words. */
export function keyOf(text: string): string {
  const terms = termsOf(text);
  const strong = terms.filter((term) => !STOP.has(term));
  return (strong.length > 0 ? strong : terms).join(" ");
}
