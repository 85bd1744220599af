/** Two wordings of a text: what both begin and end with, and what stands between them in each. */
export interface Replacement {
  readonly start: string;
  readonly before: string;
  readonly after: string;
  readonly end: string;
}

/** What one wording replaced in another, in whole words. */
export function replacement(before: string, after: string): Replacement {
  const one = wordsOf(before);
  const other = wordsOf(after);
  const most = Math.min(one.length, other.length);
  let first = 0;
  while (first < most && one[first] === other[first]) first += 1;
  let last = 0;
  while (last < most - first && one.at(-1 - last) === other.at(-1 - last)) last += 1;
  return {
    start: other.slice(0, first).join(""),
    before: one.slice(first, one.length - last).join(""),
    after: other.slice(first, other.length - last).join(""),
    end: other.slice(other.length - last).join(""),
  };
}

/** Words with the spaces behind them. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}
