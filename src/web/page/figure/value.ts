import type { FigureRow, FigureView } from "../../../api/figure/view.ts";
import { direction } from "../../../domain/locale.ts";
import { numberText } from "../../part/date.ts";
import type { Visit } from "../../visit.ts";

/** Decimals of values on a scale. */
function digitsOf(view: FigureView, value: number): number {
  if (view.asked.scale === "absolute" || view.asked.scale === "log") return 2;
  return Math.abs(value) < 10 && view.asked.scale === "rate" ? 2 : 1;
}

/** A number of a view in the reader's language. */
export function plainText(value: number, view: FigureView, visit: Visit): string {
  const text = numberText(value, visit.locale, digitsOf(view, value));
  if (view.asked.scale !== "change" || value <= 0) return text;
  // As Intl does for a minus: where lines run from right to left, the sign would else stand behind its number.
  return `${direction(visit.locale) === "rtl" ? "\u200e" : ""}+${text}`;
}

/**
 * A value as it stands in the table and the picture. Signs tell how it stands: ≈ rounded, † worked out, ≥ a lower bound;
 * what has no number says so in words and is never 0.
 */
export function valueText(row: FigureRow, view: FigureView, visit: Visit): string {
  const { t } = visit;
  if (row.status === "not-comparable") return t("figure.not-comparable");
  if (row.status === "suppressed") {
    const bound = /^<(\d+)$/.exec(row.bound)?.[1];
    return bound ? t("figure.fewer", { bound: Number(bound) }) : t("figure.suppressed");
  }
  if (row.value === null) return row.words || t("figure.missing");
  const sign = `${row.atLeast ? "≥ " : ""}${row.status === "rounded" ? "≈ " : ""}`;
  // On scales other than the record's own every value is worked out: the sign would tell nothing.
  const worked = row.status === "derived" && (view.asked.scale === "absolute" || view.asked.scale === "log") ? " †" : "";
  return `${sign}${plainText(row.value, view, visit)}${worked}`;
}
