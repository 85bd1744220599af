import { sumOf } from "../../analysis/sum.ts";
import { type Day, firstDay, lastDay } from "../../domain/date.ts";
import type { Observation } from "../../domain/statistic.ts";
import type { Catalogue } from "../../store/catalogue.ts";
import { keepsCategory, WORLD } from "./asked.ts";
import type { FigureSeries, FigureStatus } from "./view.ts";
import type { FigureWords } from "./words.ts";

/** One value of a series on the scale of the record. */
export interface Cell {
  readonly period: string;
  readonly start: Day;
  readonly end: Day;
  readonly value: number | null;
  readonly words: string;
  readonly status: FigureStatus;
  readonly bound: string;
  readonly atLeast: boolean;
  readonly note: string;
  readonly sources: readonly string[];
  /** For a sum over places: those that it adds, with their values. */
  readonly parts: ReadonlyArray<{ readonly jurisdiction: string; readonly value: number }>;
}

/** A series with its values by period. */
export interface Line {
  readonly series: FigureSeries;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Rows that their source counts elsewhere too; they are never shown beside what holds them. */
export function isRedundant(one: Observation): boolean {
  return one.note.startsWith("redundant");
}

/** The published total of all platforms, or the remainder without a name: neither is one platform among others. */
export function isTotal(one: Observation): boolean {
  return /(?:^| · )(?:total|remainder)$/.test(one.category);
}

/** Figures as series, in the order in which they come. Several rows of one series and period are added. */
export function linesOf(observations: readonly Observation[], words: FigureWords): Line[] {
  const lines = new Map<string, { series: FigureSeries; rows: Map<string, Observation[]> }>();
  for (const one of observations) {
    const category = keepsCategory(one.dataset) ? one.category : "";
    const key = [one.jurisdiction, one.platform, category, one.measure].filter(Boolean).join("/");
    let line = lines.get(key);
    if (!line) {
      const { jurisdiction, platform, measure } = one;
      line = { series: { key, label: "", jurisdiction, group: "", platform, category, measure, members: [] }, rows: new Map() };
      lines.set(key, line);
    }
    const rows = line.rows.get(one.period);
    if (rows) rows.push(one);
    else line.rows.set(one.period, [one]);
  }
  return [...lines.values()].map(({ series, rows }) => ({ series, cells: new Map([...rows].map(([period, list]) => [period, cellOf(list, words)])) }));
}

function cellOf(rows: readonly Observation[], words: FigureWords): Cell {
  const [first] = rows as readonly [Observation, ...Observation[]];
  const { period, start, end } = first;
  const sources = [...new Set(rows.map((one) => one.source).filter(Boolean))];
  if (rows.length === 1) {
    const { value, words: said, status, bound, note } = first;
    return { period, start, end, value, words: said, status, bound, atLeast: false, note, sources, parts: [] };
  }
  const sum = sumOf(rows);
  return {
    period,
    start,
    end,
    value: sum.value,
    words: "",
    status: sum.status,
    bound: "",
    atLeast: sum.atLeast,
    note: words.added(rows.length),
    sources,
    parts: [],
  };
}

/** The places that a group is made of on a day: all of the data set for the world, members of a group, places of an M49 region. */
export function membersOf(catalogue: Catalogue, group: string, day: Day, listed: readonly string[]): string[] {
  if (group === WORLD) return [...listed];
  if (catalogue.groups.has(group))
    return catalogue.memberships
      .filter((one) => one.group === group && (one.from === "" || firstDay(one.from) <= day) && (one.to === "" || lastDay(one.to) >= day))
      .map((one) => one.jurisdiction)
      .filter((code) => catalogue.jurisdictions.get(code)?.kind !== "supranational");
  // A place that a data set never lists is not a part of its region's sum.
  return listed.filter((code) => {
    const one = catalogue.jurisdictions.get(code);
    return one?.region === group || one?.subregion === group;
  });
}

/** What a sum over a group needs to know. */
export interface GroupAsked {
  readonly group: string;
  /** The code under which a data set would publish the total of the group itself; empty when there is none. */
  readonly total: string;
  /** The members that count for a period ending on this day. */
  readonly members: (end: Day) => readonly string[];
}

/** Sums over a group of places, one series for each platform, category and measure among the members' series. */
export function groupLines(lines: readonly Line[], asked: GroupAsked, words: FigureWords): Line[] {
  const kinds = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.series.jurisdiction === "") continue;
    const kind = [line.series.platform, line.series.category, line.series.measure].filter(Boolean).join("/");
    const held = kinds.get(kind);
    if (held) held.push(line);
    else kinds.set(kind, [line]);
  }
  const sums: Line[] = [];
  for (const [kind, parts] of kinds) {
    const byPlace = new Map(parts.map((one) => [one.series.jurisdiction, one]));
    const periods = new Map(parts.flatMap((one) => [...one.cells.values()].map((cell) => [cell.period, cell] as const)));
    const everyone = new Set<string>();
    const cells = new Map<string, Cell>();
    for (const { period, start, end } of periods.values()) {
      const members = asked.members(end);
      for (const code of members) everyone.add(code);
      const found = members.flatMap((code) => {
        const cell = byPlace.get(code)?.cells.get(period);
        return cell ? [{ jurisdiction: code, cell }] : [];
      });
      // The world is what the list has; any other group has members whether they are listed or not.
      const published = byPlace.get(asked.total)?.cells.get(period);
      const sum = sumOf(
        found.map(({ cell }) => ({ value: cell.value, status: cell.status === "not-comparable" ? "missing" : cell.status })),
        asked.group === WORLD ? found.length : members.length,
        published ? { value: published.value, status: "derived" } : null,
      );
      if (found.length === 0) continue;
      const bounds = new Set(found.map(({ cell }) => cell.bound).filter(Boolean));
      cells.set(period, {
        period,
        start,
        end,
        value: sum.value,
        words: "",
        status: sum.status,
        bound: sum.status === "suppressed" && !sum.withheld && found.length === 1 ? ([...bounds][0] ?? "") : "",
        atLeast: sum.atLeast,
        note: sum.withheld ? words.withheld : sum.added === 0 ? words.sumOnlyHidden : words.sum(sum.added, sum.suppressed, sum.missing),
        sources: [...new Set(found.flatMap(({ cell }) => cell.sources))],
        parts: found.flatMap(({ jurisdiction, cell }) => (cell.value === null ? [] : [{ jurisdiction, value: cell.value }])),
      });
    }
    const first = parts[0]?.series;
    if (!first || cells.size === 0) continue;
    const { platform, category, measure } = first;
    sums.push({
      series: { key: `${asked.group}/${kind}`, label: "", jurisdiction: "", group: asked.group, platform, category, measure, members: [...everyone].sort() },
      cells,
    });
  }
  return sums;
}
