/**
 * Number of single-letter errors between two words: a letter missing, added, changed, or two neighbours swapped.
 * Counts no further than `limit`; anything beyond gives `limit + 1`.
 */
export function errorsBetween(one: string, other: string, limit: number): number {
  const beyond = limit + 1;
  if (Math.abs(one.length - other.length) > limit) return beyond;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      line.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return beyond;
    before = last;
    last = line;
  }
  return Math.min(last[other.length] ?? beyond, beyond);
}

/** Errors that are forgiven in a word of this length: none in short words, which are too alike. */
export function forgiven(length: number): 0 | 1 | 2 {
  if (length < 4) return 0;
  return length < 7 ? 1 : 2;
}
