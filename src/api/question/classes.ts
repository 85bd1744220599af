/** A class of numbers on a map, both bounds included. */
export interface NumberClass {
  readonly from: number;
  readonly to: number;
}

/** Most classes that the eye can tell apart on a map. */
const MOST = 5;

/**
 * At most five classes of numbers, lowest first, with about as many places in each. Equal numbers
 * are always in the same class; five different numbers or fewer have a class each.
 */
export function classesOf(values: readonly number[]): NumberClass[] {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= MOST) return distinct.map((one) => ({ from: one, to: one }));
  const classes: NumberClass[] = [];
  let start = 0;
  for (let left = MOST; left > 0 && start < sorted.length; left--) {
    const target = start + Math.ceil((sorted.length - start) / left) - 1;
    const top = left === 1 ? sorted.length - 1 : sorted.lastIndexOf(sorted[target] ?? 0);
    classes.push({ from: sorted[start] ?? 0, to: sorted[top] ?? 0 });
    start = top + 1;
  }
  return classes;
}

/** The number of the class, from 1, in which a value lies; 0 when it is in none. */
export function classOf(classes: readonly NumberClass[], value: number): number {
  return classes.findIndex((one) => value >= one.from && value <= one.to) + 1;
}
