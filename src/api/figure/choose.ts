import { periodOf } from "../../dataset/observation.ts";
import type { Observation } from "../../domain/statistic.ts";
import type { Extent } from "../../store/reader.ts";
import type { Inquiry } from "../inquiry.ts";
import { collator } from "../order.ts";
import { type Asked, EVERY, lengthOf, WORLD } from "./asked.ts";
import { type GroupAsked, groupLines, isRedundant, isTotal, type Line, linesOf, membersOf } from "./series.ts";
import type { FigureRow, FigureSeries } from "./view.ts";
import type { FigureWords } from "./words.ts";

/** How many series stand for all when none is chosen. */
const TOP = 10;

/** The series that were asked for, on the scale of the record. */
export interface Chosen {
  readonly lines: readonly Line[];
  readonly every: (typeof EVERY)[number];
  /** Figures of periods of another length. */
  readonly others: number;
  /** Rows that are counted elsewhere too and were left out. */
  readonly redundant: number;
  /** Series among which the largest were taken; 0 when they were chosen. */
  readonly among: number;
  /** Chosen places without any figure here. */
  readonly without: readonly string[];
}

/** Reads the figures of the places, groups and platforms that were asked for; the largest when none was. */
export async function choose(inquiry: Inquiry, asked: Asked, extent: Extent, words: FigureWords): Promise<Chosen> {
  const groups = asked.group.map((group) => groupAsked(inquiry, group, asked, extent));
  const all = asked.place[0] === "all" || asked.picture === "map" || (asked.place.length === 0 && asked.group.length === 0);
  const wanted = new Set(asked.place);
  const needed = new Set(asked.place);
  for (const { members, days, total } of groups) {
    for (const day of days) for (const code of members(day)) needed.add(code);
    if (total) needed.add(total);
  }
  const everywhere = extent.jurisdictions.length === 0 || all || asked.group.includes(WORLD);
  const read = await inquiry.reader.observations({
    dataset: asked.dataset,
    measures: asked.measure,
    ...(everywhere ? {} : { jurisdictions: [...needed] }),
    ...(asked.platform.length > 0 ? { platforms: asked.platform } : {}),
  });
  const fitting = read.filter((one) => !isRedundant(one) && within(one, asked) && (asked.category.length === 0 || asked.category.includes(one.category)));
  const every = asked.every || commonest(fitting);
  const kept = fitting.filter((one) => lengthOf(one.period) === every);
  const totals = new Set(kept.filter(isTotal).map((one) => one.platform));
  const lines = linesOf(kept, words);
  const sums = groups.flatMap((one) => groupLines(lines, one, words));
  const singles = all ? lines : lines.filter((one) => wanted.has(one.series.jurisdiction));
  const found = new Set(singles.map((one) => one.series.jurisdiction));
  const chosen = {
    every,
    others: fitting.length - kept.length,
    redundant: read.filter(isRedundant).length,
    without: asked.place.filter((one) => one !== "all" && !found.has(one)),
  };
  const open =
    extent.jurisdictions.length > 0 ? asked.place.length === 0 && asked.picture !== "map" : extent.platforms.length > 0 && asked.platform.length === 0;
  if (!open || (extent.jurisdictions.length > 0 && asked.group.length > 0)) {
    const order = (code: string): number => asked.place.indexOf(code);
    return {
      ...chosen,
      among: 0,
      lines: [...(all ? singles : [...singles].sort((a, b) => order(a.series.jurisdiction) - order(b.series.jurisdiction))), ...sums],
    };
  }
  const candidates = singles.filter((one) => !totals.has(one.series.platform));
  const largest = [...candidates].sort((a, b) => compareNumbers(latest(b), latest(a))).slice(0, TOP);
  return { ...chosen, among: candidates.length > TOP ? candidates.length : 0, lines: [...largest, ...sums] };
}

function groupAsked(inquiry: Inquiry, group: string, asked: Asked, extent: Extent): GroupAsked & { readonly days: readonly string[] } {
  const { catalogue } = inquiry;
  const total = catalogue.groups.get(group)?.jurisdiction ?? "";
  const listed = extent.jurisdictions.filter((code) => code !== total);
  const fixed = membersOf(catalogue, group, inquiry.at, listed);
  if (asked.members === "fixed") return { group, total, members: () => fixed, days: [inquiry.at] };
  const years = [...new Set(extent.periods.map((one) => one.slice(0, 4)))].map((year) => `${year}-12-31`);
  return { group, total, members: (end) => membersOf(catalogue, group, end, listed), days: years };
}

function within(one: Observation, { from, to }: Asked): boolean {
  const start = from && periodOf(from)?.start;
  const end = to && periodOf(to)?.end;
  return (!start || one.start >= start) && (!end || one.end <= end);
}

function commonest(observations: readonly Observation[]): (typeof EVERY)[number] {
  const counts = new Map<string, number>();
  for (const one of observations) counts.set(lengthOf(one.period), (counts.get(lengthOf(one.period)) ?? 0) + 1);
  return EVERY.reduce((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best), "year");
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** The last value of a series, for finding the largest; nothing hidden counts. */
function latest({ cells }: Line): number {
  let best: { end: string; value: number } | null = null;
  for (const { end, value } of cells.values()) if (value !== null && (!best || end > best.end)) best = { end, value };
  return best?.value ?? Number.NEGATIVE_INFINITY;
}

/** The series in the order that was asked for; what has no value comes last. */
export function sorted(
  series: readonly FigureSeries[],
  rows: ReadonlyMap<string, readonly FigureRow[]>,
  sort: Asked["sort"],
  inquiry: Inquiry,
): FigureSeries[] {
  if (sort === "given") return [...series];
  const order = collator(inquiry.locale);
  if (sort === "name") return [...series].sort((a, b) => order.compare(a.label, b.label));
  const weight = (one: FigureSeries): number => {
    const values = (rows.get(one.key) ?? []).filter((row) => row.value !== null);
    const last = values.at(-1);
    if (!last || last.value === null) return Number.NEGATIVE_INFINITY;
    if (sort === "value") return last.value;
    const first = values.find((row) => row.segment === last.segment);
    return first?.value == null ? Number.NEGATIVE_INFINITY : last.value - first.value;
  };
  const weights = new Map(series.map((one) => [one.key, weight(one)]));
  return [...series].sort((a, b) => {
    return compareNumbers(weights.get(b.key) ?? 0, weights.get(a.key) ?? 0);
  });
}
