/** How many are in each band from a place on the axis on. */
export interface StackPoint<B> {
  /** In drawing units from the left. */
  readonly x: number;
  readonly counts: ReadonlyMap<B, number>;
}

/** One band of a stack: an area between two stairs. */
export interface StackPath<B> {
  readonly band: B;
  /** SVG path data in whole units, starting at the left. */
  readonly d: string;
}

interface Stair {
  readonly x: number;
  readonly y: number;
}

/**
 * Areas of a stack from the ground (`y` = height) upwards in the order of `bands`, from the first point to `end`. `most` is
 * the sum that fills the height. Points must come in the order of their places; of those at one place the last counts.
 */
export function stackPaths<B>(
  points: readonly StackPoint<B>[],
  bands: readonly B[],
  frame: { readonly end: number; readonly height: number; readonly most: number },
): StackPath<B>[] {
  const { end, height, most } = frame;
  const places = points.filter((point, index) => points[index + 1]?.x !== point.x);
  const level = (sum: number): number => Math.round((height - (sum / Math.max(1, most)) * height) * 10) / 10;
  const below = places.map(() => 0);
  return bands.flatMap((band) => {
    const bottom = stairs(places.map((point, index) => ({ x: point.x, y: level(below[index] ?? 0) })));
    for (const [index, point] of places.entries()) below[index] = (below[index] ?? 0) + (point.counts.get(band) ?? 0);
    const top = stairs(places.map((point, index) => ({ x: point.x, y: level(below[index] ?? 0) })));
    const filled = places.some((point) => (point.counts.get(band) ?? 0) > 0);
    return filled ? [{ band, d: area(top, bottom, end) }] : [];
  });
}

/** Leaves out places at which the height stays. */
function stairs(points: readonly Stair[]): Stair[] {
  return points.filter((point, index) => index === 0 || points[index - 1]?.y !== point.y);
}

function area(top: readonly Stair[], bottom: readonly Stair[], end: number): string {
  const [first] = top;
  if (!first) return "";
  let d = `M${first.x} ${first.y}`;
  for (const { x, y } of top.slice(1)) d += `H${x}V${y}`;
  d += `H${end}V${bottom.at(-1)?.y ?? 0}`;
  for (let index = bottom.length - 1; index > 0; index -= 1) d += `H${bottom[index]?.x ?? 0}V${bottom[index - 1]?.y ?? 0}`;
  return `${d}H${first.x}z`;
}
