/** A label that wants to stand around a place on the axis. */
export interface Wish {
  /** Where its mark stands, in drawing units. */
  readonly at: number;
  /** Its width in drawing units. */
  readonly width: number;
}

/** Where a label came to stand: its start, and how many lines away from the axis (0 is nearest). */
export interface Placed {
  readonly start: number;
  readonly tier: number;
}

/**
 * Places labels so that none covers another: each begins at its mark, or as far left as the frame (0 to `frame`) asks,
 * in the nearest line where it has `gap` units of air. Later marks choose first, so that the thread from an earlier
 * mark up to its label passes beside the labels below it. Wishes must be in ascending order of `at`.
 */
export function placeLabels(wishes: readonly Wish[], frame: number, gap = 8): Placed[] {
  const starts: number[] = [];
  const placed = [...wishes].reverse().map(({ at, width }) => {
    const start = Math.max(0, Math.min(at, frame - width));
    let tier = starts.findIndex((other) => start + width + gap <= other);
    if (tier < 0) tier = starts.length;
    starts[tier] = start;
    return { start, tier };
  });
  return placed.reverse();
}
