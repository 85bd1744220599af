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
 * and stands above every later mark and label that it would reach with `gap` units of air. So the thread from a mark
 * up to its label crosses no other label. Wishes must be in ascending order of `at`.
 */
export function placeLabels(wishes: readonly Wish[], frame: number, gap = 8): Placed[] {
  const placed: Placed[] = [];
  for (let index = wishes.length - 1; index >= 0; index -= 1) {
    const { at = 0, width = 0 } = wishes[index] ?? {};
    const start = Math.max(0, Math.min(at, frame - width));
    const reached = placed.filter((other, later) => Math.min(other.start, wishes[wishes.length - 1 - later]?.at ?? 0) < start + width + gap);
    placed.push({ start, tier: Math.max(-1, ...reached.map((other) => other.tier)) + 1 });
  }
  return placed.reverse();
}
