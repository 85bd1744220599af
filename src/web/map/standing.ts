import type { Standing } from "../../domain/question.ts";

/** What a place or a mark is drawn as: an answer's standing, or a step of a scale of numbers from low to high. */
export type Shade = Standing | "n1" | "n2" | "n3" | "n4" | "n5";

/** Order of drawing and of the legend. */
export const SHADES: readonly Shade[] = ["yes", "partial", "no", "unclear", "n5", "n4", "n3", "n2", "n1", "number", "not-applicable", "not-known", "not-coded"];

/** The class that styles a shade. A number without a step is drawn as the middle step. */
export function shadeClass(shade: Shade): string {
  return `s-${shade === "number" ? "n3" : shade}`;
}

/** Shades that carry a pattern besides their colour; each has a mask of this name. */
const PATTERNED: ReadonlySet<Shade> = new Set<Shade>(["partial", "unclear", "not-known"]);

/** Name of the mask that puts a shade's pattern on, within the drawing of this id; null for a plain shade. */
export function maskOf(id: string, shade: Shade): string | null {
  return PATTERNED.has(shade) ? `${id}-${shade}` : null;
}
