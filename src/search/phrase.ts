import { isStop } from "./ordinary.ts";
import type { Token } from "./token.ts";

/** Words that follow each other, as a tsquery; stop words are not indexed but keep their distance. Empty when there are no others. */
export function sequence(tokens: readonly Token[]): string {
  if (tokens.length > 1 && tokens.slice(0, -1).every((token, index) => token.bridge !== "" && token.end === tokens[index + 1]?.start)) {
    // Where words are a matter of opinion, neighbouring characters are asked for instead.
    const pairs = tokens.flatMap((token) => [...(token.parts.length > 0 ? token.parts : [...token.term].length > 1 ? [token.term] : []), token.bridge]);
    return `(${pairs.filter(Boolean).map(quoted).join(" & ")})`;
  }
  let query = "";
  let last = -1;
  for (const [index, token] of tokens.entries()) {
    if (isStop(token.term)) continue;
    query += query === "" ? quoted(token.term) : ` <${index - last}> ${quoted(token.term)}`;
    last = index;
  }
  return query === "" ? "" : `(${query})`;
}

/** A term as PostgreSQL reads it inside a `tsvector` or `tsquery`. */
export function quoted(term: string): string {
  return /['\\]/.test(term) ? `'${term.replaceAll("\\", "\\\\").replaceAll("'", "''")}'` : `'${term}'`;
}
