import { sumOf } from "../../analysis/sum.ts";
import type { Observation } from "../../domain/statistic.ts";
import type { Inquiry } from "../inquiry.ts";
import type { FigureRival, FigureSeries } from "./view.ts";

const LIST = "cybertipline-by-country";
const SPLIT = "cybertipline-by-country-2024-split";
const PLATFORM = "cybertipline-by-country-incident-type-2024";
const REFERRALS = "referrals";
const YEAR = "2024";
/** What the annual list seems to count twice; the reason that the record gives. */
const REASON = "country-list-2024-counts-some-twice";

/** Differences up to this share are within the rounding and the dates of the two lists. */
const ALIKE = 0.06;

/** Whether two sources count the same for this view: the annual list of 2024 and NCMEC's policy platform. */
export function hasRivals(dataset: string, measures: readonly string[], periods: readonly string[]): boolean {
  if (!periods.includes(YEAR)) return false;
  return dataset === LIST || ((dataset === SPLIT || dataset === PLATFORM) && measures.some((one) => one.startsWith(REFERRALS)));
}

/** The referrals of 2024 for which the two sources are further apart than their rounding, one a place or group of the view. */
export async function rivalsOf(inquiry: Inquiry, series: readonly FigureSeries[]): Promise<FigureRival[]> {
  const places = [...new Set(series.flatMap((one) => (one.jurisdiction ? [one.jurisdiction] : one.members)))];
  const [list, platform] = await Promise.all(
    [SPLIT, PLATFORM].map((dataset) => inquiry.reader.observations({ dataset, measures: [REFERRALS], jurisdictions: places })),
  );
  const byPlace = (rows: readonly Observation[] | undefined) => new Map((rows ?? []).map((one) => [one.jurisdiction, one]));
  const [listed, published] = [byPlace(list), byPlace(platform)];
  const caveat = inquiry.catalogue.caveats.get(REASON);
  const reason = caveat ? inquiry.say("caveat", REASON, "text", caveat.text).text : "";
  const seen = new Set<string>();
  const rivals: FigureRival[] = [];
  for (const one of series) {
    const key = one.jurisdiction || one.group;
    if (seen.has(key)) continue;
    seen.add(key);
    const members = one.jurisdiction ? [one.jurisdiction] : one.members;
    // Places that one source hides or lacks would make two sums of different places.
    const both = members.filter((code) => listed.get(code)?.value != null && published.get(code)?.value != null);
    const value = sumOf(both.flatMap((code) => listed.get(code) ?? [])).value;
    const other = sumOf(both.flatMap((code) => published.get(code) ?? [])).value;
    if (value === null || other === null || Math.abs(value - other) <= ALIKE * Math.max(value, other)) continue;
    rivals.push({
      jurisdiction: one.jurisdiction,
      group: one.group,
      period: YEAR,
      value,
      status: one.jurisdiction ? "exact" : "derived",
      measure: REFERRALS,
      dataset: SPLIT,
      rival: { value: other, status: "rounded", measure: REFERRALS, dataset: PLATFORM },
      reason,
    });
  }
  return rivals;
}
