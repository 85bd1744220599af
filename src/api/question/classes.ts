/** A class of numbers on a map, both bounds included. */
export interface NumberClass {
  readonly from: number;
  readonly to: number;
}

/** Most classes that the eye can tell apart on a map. */
const MOST = 5;

/**
 * At most five classes of numbers, lowest first. Every number starts as a class of its own; the two
 * neighbours with the fewest places together are joined until five are left.
 */
export function classesOf(values: readonly number[]): NumberClass[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const classes = [...counts].sort(([a], [b]) => a - b).map(([value, count]) => ({ from: value, to: value, count }));
  while (classes.length > MOST) {
    let least = 0;
    for (let i = 1; i < classes.length - 1; i++) if (joint(classes, i) < joint(classes, least)) least = i;
    const [low, high] = classes.splice(least, 2);
    if (low && high) classes.splice(least, 0, { from: low.from, to: high.to, count: low.count + high.count });
  }
  return classes.map(({ from, to }) => ({ from, to }));
}

function joint(classes: ReadonlyArray<{ readonly count: number }>, index: number): number {
  return (classes[index]?.count ?? 0) + (classes[index + 1]?.count ?? 0);
}

/** The number of the class, from 1, in which a value lies; 0 when it is in none. */
export function classOf(classes: readonly NumberClass[], value: number): number {
  return classes.findIndex((one) => value >= one.from && value <= one.to) + 1;
}
