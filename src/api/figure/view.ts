import { forbidsComparison } from "../../analysis/rate.ts";
import { type Day, type FuzzyDate, firstDay } from "../../domain/date.ts";
import { punctuation } from "../../domain/punctuation.ts";
import type { Citation } from "../../domain/source.ts";
import type { Break, Dataset, Measure, Observation } from "../../domain/statistic.ts";
import { dateText } from "../date.ts";
import { Fault } from "../fault.ts";
import type { Inquiry } from "../inquiry.ts";
import { type Asked, askedOf, datasetOf, WORLD } from "./asked.ts";
import { choose, sorted } from "./choose.ts";
import { hasRivals, rivalsOf } from "./rival.ts";
import { logIsSound, type Populations, rowsOf } from "./scale.ts";
import type { Line } from "./series.ts";
import { warningsOf } from "./warning.ts";
import { figureWords } from "./words.ts";

/** How a value stands: as the record says, or that it must not be set against the values before it. */
export type FigureStatus = Observation["status"] | "not-comparable";

/** How values are shown. */
export type FigureScale = "absolute" | "rate" | "change" | "index" | "log";

/** How values are drawn. */
export type PictureKind = "line" | "bar" | "slope" | "multiples" | "map";

/** One value, tidy: one row a series and period. */
export interface FigureRow {
  /** The key of its series. */
  readonly series: string;
  /** Code of the place; empty for groups and for figures without a place. */
  readonly jurisdiction: string;
  /** Id of the group, code of the M49 region, or `world`; empty for single places. */
  readonly group: string;
  readonly platform: string;
  readonly category: string;
  readonly measure: string;
  readonly period: string;
  readonly start: Day;
  readonly end: Day;
  /** The value as shown, on the scale of the view; null when there is none that may be shown. Never 0 for a suppressed or missing one. */
  readonly value: number | null;
  /** The value on the scale of the record, in the unit of the measure. */
  readonly count: number | null;
  /** The value when it is words. */
  readonly words: string;
  readonly status: FigureStatus;
  /** What the publisher says of a suppressed value, such as `<50`. */
  readonly bound: string;
  /** True for a sum of which parts are suppressed or missing: the value is a lower bound. */
  readonly atLeast: boolean;
  /** Rows of one series with the same number can be compared; a break that forbids comparison begins the next. */
  readonly segment: number;
  /** The residents that a rate divides by, and their year; null and empty on other scales. */
  readonly population: number | null;
  readonly populationYear: string;
  /** The publisher's note and ours, in the reader's language where it is ours. */
  readonly note: string;
  /** Ids of sources. */
  readonly sources: readonly string[];
}

/** One line of the picture, one row of the table. */
export interface FigureSeries {
  readonly key: string;
  /** In the reader's language. */
  readonly label: string;
  readonly jurisdiction: string;
  readonly group: string;
  readonly platform: string;
  readonly category: string;
  readonly measure: string;
  /** Codes of the places that a group sum is made of, in any of the periods. */
  readonly members: readonly string[];
}

/** A day at which the series changed its meaning. */
export interface FigureBreak {
  readonly id: string;
  readonly day: Day;
  readonly from: FuzzyDate;
  readonly to: FuzzyDate | "";
  /** In the reader's language. */
  readonly what: string;
  readonly effect: string;
  /** True when values before and after must not be compared: no line is drawn across. */
  readonly forbids: boolean;
}

/** What another source says about the same place and period, and why it differs. */
export interface FigureRival {
  readonly jurisdiction: string;
  /** The group, when it is a sum over places for which both sources have a figure. */
  readonly group: string;
  readonly period: string;
  readonly value: number;
  readonly status: FigureStatus;
  readonly measure: string;
  readonly dataset: string;
  readonly rival: { readonly value: number; readonly status: FigureStatus; readonly measure: string; readonly dataset: string };
  readonly reason: string;
}

/** A measure with its words in the reader's language. */
export interface FigureMeasure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
}

/** What was asked for, after defaults: the parameters of the address that gives the same view. */
export interface FigureAsked {
  readonly dataset: string;
  readonly measure: readonly string[];
  readonly place: readonly string[];
  readonly group: readonly string[];
  /** `fixed`: the members of the day of the view in every period; `then`: those at the end of each period. */
  readonly members: "fixed" | "then";
  readonly platform: readonly string[];
  readonly category: readonly string[];
  readonly every: string;
  readonly from: string;
  readonly to: string;
  readonly scale: FigureScale;
  readonly base: string;
  readonly picture: PictureKind;
  readonly sort: "given" | "name" | "value" | "change";
  readonly status: string;
}

/** Figures with all that must travel with them. Texts are in the language of the inquiry. */
export interface FigureView {
  readonly title: string;
  readonly subtitle: string;
  readonly asked: FigureAsked;
  /** The parameters that differ from the defaults: the address of the view. */
  readonly keep: Readonly<Record<string, string>>;
  readonly dataset: Dataset;
  readonly datasetTitle: string;
  readonly measures: readonly FigureMeasure[];
  /** The labels of the measures, joined. */
  readonly measure: string;
  /** The unit of `value` as shown. */
  readonly unit: string;
  /** The unit of `count`. */
  readonly countUnit: string;
  readonly definition: string;
  readonly asOf: FuzzyDate;
  readonly publisher: string;
  readonly terms: string;
  /** Series by series in the order of `series`, in each by time. */
  readonly rows: readonly FigureRow[];
  readonly series: readonly FigureSeries[];
  /** Every period of the rows, by time. */
  readonly periods: readonly string[];
  readonly breaks: readonly FigureBreak[];
  readonly caveats: ReadonlyArray<{ readonly id: string; readonly text: string; readonly lang: string }>;
  readonly citations: readonly Citation[];
  readonly warnings: ReadonlyArray<{ readonly id: string; readonly text: string }>;
  readonly rivals: readonly FigureRival[];
}

/** Most series whose names stand in the title. */
const NAMED = 3;

/**
 * The figures that the parameters of the inquiry ask for, with all that must travel with them.
 * @throws {Fault} of status 400, in the reader's language, for what the data set does not have or what would mislead.
 */
export async function figureView(inquiry: Inquiry): Promise<FigureView> {
  const words = figureWords(inquiry.t);
  const dataset = datasetOf(inquiry);
  const extent = await inquiry.reader.extent(dataset.id);
  const asked = askedOf(inquiry, dataset, extent);
  const chosen = await choose(inquiry, asked, extent, words);
  const measures = asked.measure.map((id) => measureIn(inquiry, dataset, id));
  const lines = chosen.lines.map((one) => ({ ...one, series: { ...one.series, label: labelOf(one.series, asked, inquiry) } }));
  const breaks = breaksOf(inquiry, dataset, asked, lines);
  const base = baseOf(asked, lines, inquiry);
  const ends = (measure: string): Day[] => breaks.filter((one) => forbidsComparison(one.id, dataset.id, measure)).map((one) => one.day);
  const populations = asked.scale === "rate" ? await populationsOf(inquiry, lines) : new Map();
  const scaling = { scale: asked.scale, base, ends, populations, name: inquiry.name, comma: punctuation(inquiry.locale).comma, words };
  const every = new Map(lines.map((line) => [line.series.key, rowsOf(line, scaling)]));
  const series = sorted(
    lines.map((one) => one.series),
    every,
    asked.sort,
    inquiry,
  ).filter((one) => !asked.status || (every.get(one.key) ?? []).some((row) => row.status === asked.status));
  const rows = series.flatMap((one) => (every.get(one.key) ?? []).filter((row) => !asked.status || row.status === asked.status));
  if (asked.scale === "log" && !logIsSound(rows)) throw new Fault(400, "scale", words.faults.log);
  const periods = periodsOf(rows);
  const picture = pictureOf(asked, periods, words.faults.twoPeriods);
  const full: FigureAsked = { ...asked, base, picture, every: chosen.every };
  const rivals = hasRivals(dataset.id, asked.measure, periods) && asked.scale !== "change" ? await rivalsOf(inquiry, series) : [];
  const countUnit = measures[0]?.unit ?? "";
  const { comma, semicolon } = punctuation(inquiry.locale);
  const measure = measures.map((one) => one.label).join(semicolon);
  const datasetTitle = inquiry.say("dataset", dataset.id, "title", dataset.title).text;
  const unit = asked.scale === "absolute" || asked.scale === "log" ? countUnit : words.units[asked.scale](countUnit, base);
  const range = periods.length > 1 ? `${periods[0]}–${periods.at(-1)}` : (periods[0] ?? "");
  const names = [...new Set(series.map((one) => placeLabel(one, asked, inquiry)).filter(Boolean))];
  const named = names.length > NAMED ? `${names.slice(0, NAMED - 1).join(comma)} + ${names.length - NAMED + 1}` : names.join(comma);
  return {
    title: [named ? `${measure}${words.colon}${named}` : measure, range].filter(Boolean).join(comma),
    subtitle: [unit, datasetTitle].join(" · "),
    asked: full,
    keep: keepOf(asked, inquiry),
    dataset,
    datasetTitle,
    measures,
    measure,
    unit,
    countUnit,
    definition: measures
      .map((one) => (measures.length > 1 && one.definition ? `${one.label}${words.colon}${one.definition}` : one.definition))
      .filter(Boolean)
      .join(" "),
    asOf: dataset.asOf,
    publisher: dataset.publisher,
    terms: inquiry.say("dataset", dataset.id, "terms", dataset.terms).text,
    rows,
    series,
    periods,
    breaks,
    caveats: caveatsOf(inquiry, dataset, asked),
    citations: citationsOf(inquiry, dataset, rows),
    warnings: warningsOf(inquiry, { rows, series, breaks, chosen, asked, rivals }),
    rivals,
  };
}

/** A measure of a data set in the reader's language. */
export function measureIn(inquiry: Inquiry, dataset: Dataset, id: string): FigureMeasure {
  const index = dataset.measures.findIndex((one) => one.id === id);
  const say = (field: keyof Measure, text: string): string => (text ? inquiry.say("dataset", dataset.id, `measures.${index}.${field}`, text).text : "");
  const found = dataset.measures[index];
  return { id, label: say("label", found?.label ?? id), unit: say("unit", found?.unit ?? ""), definition: say("definition", found?.definition ?? "") };
}

/** The name of a group whose sums can be asked for. */
export function groupName(inquiry: Inquiry, group: string): string {
  if (group === WORLD) return figureWords(inquiry.t).world;
  const found = inquiry.catalogue.groups.get(group);
  return found ? inquiry.say("group", group, "name", found.name).text : inquiry.name(group);
}

function placeLabel(one: FigureSeries, asked: Asked, inquiry: Inquiry): string {
  const words = figureWords(inquiry.t);
  if (!one.group) return one.jurisdiction ? inquiry.name(one.jurisdiction) : one.platform;
  const name = groupName(inquiry, one.group);
  if (!inquiry.catalogue.groups.has(one.group)) return name;
  return words.group(name, asked.members === "then" ? words.membersThen : words.membersFixed(one.members.length, dateText(inquiry.at, inquiry.locale)));
}

function labelOf(one: FigureSeries, asked: Asked, inquiry: Inquiry): string {
  const dataset = inquiry.catalogue.datasets.get(asked.dataset);
  const measure = asked.measure.length > 1 || !(one.jurisdiction || one.group || one.platform) ? dataset && measureIn(inquiry, dataset, one.measure).label : "";
  return [placeLabel(one, asked, inquiry), one.category, measure].filter(Boolean).join(" · ");
}

/** The breaks of the data set that touch what is shown, by day. A break of the law of the European Union is one where a member is shown. */
function breaksOf(inquiry: Inquiry, dataset: Dataset, asked: Asked, lines: readonly Line[]): FigureBreak[] {
  const { catalogue } = inquiry;
  const placed = lines.some((line) => line.series.jurisdiction || line.series.group);
  const european = (day: Day): boolean =>
    !placed ||
    lines.some(
      ({ series }) => ["eu", WORLD].includes(series.group) || (series.jurisdiction !== "" && catalogue.groupsOf(series.jurisdiction, day).includes("eu")),
    );
  const fits = (one: Break): boolean => one.scope.some((scope) => scope !== "eu") || european(firstDay(one.from));
  return dataset.breaks
    .flatMap((id) => catalogue.breaks.get(id) ?? [])
    .filter(fits)
    .map((one) => ({
      id: one.id,
      day: firstDay(one.from),
      from: one.from,
      to: one.to,
      what: inquiry.say("break", one.id, "what", one.what).text,
      effect: inquiry.say("break", one.id, "effect", one.effect).text,
      forbids: asked.measure.some((measure) => forbidsComparison(one.id, dataset.id, measure)),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The period that an index starts from: the one asked for, or the first for which every series has a value, or the first at all. */
function baseOf(asked: Asked, lines: readonly Line[], inquiry: Inquiry): string {
  if (asked.scale !== "index") return "";
  const usable = (line: Line, period: string): boolean => Boolean(line.cells.get(period)?.value);
  const periods = [...new Map(lines.flatMap((line) => [...line.cells.values()].map((cell) => [cell.period, cell.start] as const)))]
    .sort((a, b) => (a[1] < b[1] ? -1 : 1))
    .map(([period]) => period);
  if (asked.base) {
    if (lines.some((line) => usable(line, asked.base))) return asked.base;
    throw new Fault(400, "base", figureWords(inquiry.t).faults.base(asked.base.slice(0, 40)), periods.slice(0, 40));
  }
  return periods.find((period) => lines.every((line) => usable(line, period))) ?? periods[0] ?? "";
}

async function populationsOf(inquiry: Inquiry, lines: readonly Line[]): Promise<Populations> {
  const places = new Set(lines.flatMap(({ series }) => (series.jurisdiction ? [series.jurisdiction] : series.members)));
  const found = await inquiry.reader.observations({ dataset: "population", jurisdictions: [...places] });
  const populations = new Map<string, Map<number, number>>();
  for (const one of found) {
    if (one.value === null) continue;
    const years = populations.get(one.jurisdiction) ?? new Map<number, number>();
    years.set(Number(one.start.slice(0, 4)), one.value);
    populations.set(one.jurisdiction, years);
  }
  return populations;
}

function periodsOf(rows: readonly FigureRow[]): string[] {
  const starts = new Map(rows.map((row) => [row.period, `${row.start}/${row.end}`]));
  return [...starts].sort((a, b) => (a[1] < b[1] ? -1 : 1)).map(([period]) => period);
}

function pictureOf(asked: Asked, periods: readonly string[], message: string): PictureKind {
  if (asked.picture === "") return periods.length > 1 && asked.every !== "other" ? "line" : "bar";
  if (asked.picture !== "bar" && asked.picture !== "map" && periods.length === 1) throw new Fault(400, "picture", message);
  return asked.picture;
}

/** What the figures do not mean; what a rate does not mean, only beside a rate. */
function caveatsOf(inquiry: Inquiry, dataset: Dataset, asked: Asked): FigureView["caveats"] {
  const ids = dataset.caveats.filter((id) => id !== "rates-divide-by-residents" || asked.scale === "rate");
  return ids.flatMap((id) => {
    const found = inquiry.catalogue.caveats.get(id);
    if (!found) return [];
    const { text, lang } = inquiry.say("caveat", id, "text", found.text);
    return [{ id, text, lang }];
  });
}

function citationsOf(inquiry: Inquiry, dataset: Dataset, rows: readonly FigureRow[]): Citation[] {
  const ids = new Set(rows.flatMap((row) => row.sources));
  const found = [...ids].flatMap((source) => {
    const read = inquiry.catalogue.sources.get(source)?.read;
    return read ? [{ source, read, instrument: "", provision: "", note: "" }] : [];
  });
  return found.length > 0 ? found : [...dataset.citations];
}

/** The parameters that lead to the same view, without those that are as by default. */
function keepOf(asked: Asked, { query }: Inquiry): Record<string, string> {
  const { dataset, place, group, platform, category, measure, from, to, picture, every, status, base } = asked;
  const lists = query.has("measure") ? measure.join(",") : "";
  const keep = {
    dataset: query.has("dataset") ? dataset : "",
    measure: lists,
    place: place.join(","),
    group: group.join(","),
    members: asked.members === "then" ? "then" : "",
    platform: platform.join(","),
    category: category.join(","),
    every,
    from,
    to,
    scale: asked.scale === "absolute" ? "" : asked.scale,
    base,
    picture,
    sort: asked.sort === "given" ? "" : asked.sort,
    status,
  };
  return Object.fromEntries(Object.entries(keep).filter(([, value]) => value !== ""));
}
