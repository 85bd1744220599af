import { type Comparison, FEWEST_PLACES, type LeftOut } from "../../../analysis/event/comparison.ts";
import type { EventView } from "../../../api/event/view.ts";
import type { SiteLocale } from "../../../domain/locale.ts";
import type { Translate } from "../../message/translate.ts";
import { punctuation } from "../../part/punctuation.ts";
import { factorText, holdsNone } from "./words.ts";

/** What the comparison series say, a sentence or two each. */
export interface ComparisonWords {
  readonly found: string;
  /** What it cannot show, and on how firm a ground it stands. */
  readonly limits: readonly string[];
  /** The check of the trends before the event; empty where there is none for few points. */
  readonly trend: string;
  readonly rank: string;
  readonly leftOut: readonly string[];
}

/** Names of left-out series that are written out for each reason. */
const NAMED = 8;

/** The comparison in words; null when none was asked for. */
export function comparisonWords(view: EventView, t: Translate, locale: SiteLocale): ComparisonWords | null {
  const { comparison } = view;
  if (!comparison) return null;
  const leftOut = leftOutWords(comparison.leftOut, t, locale);
  if (comparison.kind === "none") return { found: t("event.comparison-empty"), limits: [], trend: "", rank: "", leftOut };
  const { ratio, interval, pooled, among, rank, p, smallest } = comparison;
  const count = among - 1;
  const factor = (value: number): string => factorText(value, locale);
  const values = { count, label: view.series?.label ?? t("event.own-label"), ratio: factor(ratio), pooled: factor(pooled) };
  const found = interval
    ? `${t("event.comparison-result", { ...values, from: factor(interval[0]), to: factor(interval[1]) })} ${t(holdsNone(interval) ? "event.comparison-none" : "event.comparison-some")}`
    : t("event.comparison-bare", values);
  const ranked = { rank, among, smallest: factor(smallest) };
  return {
    found,
    limits: [
      t("event.comparison-cannot"),
      ...(comparison.kind === "few" ? [t("event.comparison-few")] : []),
      ...(count < FEWEST_PLACES && interval ? [t("event.comparison-narrow", { count })] : []),
    ],
    trend: trendWords(comparison, t, factor),
    rank: p === null ? t("event.comparison-rank-few", { ...ranked, least: FEWEST_PLACES }) : t("event.comparison-rank", { ...ranked, p: factor(p) }),
    leftOut,
  };
}

function trendWords({ kind, trend }: Comparison, t: Translate, factor: (value: number) => string): string {
  if (kind === "few") return "";
  if (!trend) return t("event.comparison-trend-unknown");
  const { value, interval } = trend;
  return t(holdsNone(interval) ? "event.comparison-trend-alike" : "event.comparison-trend-apart", {
    value: factor(value),
    from: factor(interval[0]),
    to: factor(interval[1]),
  });
}

function leftOutWords(leftOut: readonly LeftOut[], t: Translate, locale: SiteLocale): string[] {
  return (["periods", "few", "zero", "unsettled"] as const).flatMap((reason) => {
    const names = leftOut.filter((one) => one.reason === reason).map((one) => one.label);
    if (names.length === 0) return [];
    const more = names.length > NAMED ? [t("event.comparison-more", { count: names.length - NAMED })] : [];
    return [t("event.comparison-left-out", { reason, list: [...names.slice(0, NAMED), ...more].join(punctuation(locale).comma) })];
  });
}
