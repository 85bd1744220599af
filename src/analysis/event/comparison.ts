import { student } from "./chance.ts";
import { designOf } from "./design.ts";
import { pearsonOf, plainCovariance, serial } from "./error.ts";
import type { Few } from "./few.ts";
import { fitModel } from "./model.ts";
import { PER_YEAR } from "./period.ts";
import { type Asked, type Interval, type Point, type Study, studyOf } from "./study.ts";

/** A series that the studied one is set against. */
export interface Beside {
  readonly id: string;
  readonly label: string;
  readonly points: readonly Point[];
}

/** One of the series that were compared, the studied one among them. */
export interface Compared {
  /** Empty for the studied series. */
  readonly id: string;
  readonly label: string;
  /** Its own step, or for few points its mean after ÷ before. */
  readonly step: number;
  readonly interval: Interval | null;
  /** Its step ÷ the mean step of all the others: what would be found if it were the studied one. */
  readonly effect: number;
}

/** A comparison series that could not be used: other periods, too few points, nothing but 0 on one side, or no fit. */
export interface LeftOut {
  readonly id: string;
  readonly label: string;
  readonly reason: "periods" | "few" | "zero" | "unsettled";
}

/** The studied step against those of the comparison series. */
export interface Comparison {
  readonly kind: Study["kind"] | Few["kind"];
  /** Ratio of ratios: the studied step ÷ `pooled`. */
  readonly ratio: number;
  /** 95 % interval of `ratio`; null where the points leave nothing to judge by. */
  readonly interval: Interval | null;
  /** Geometric mean of the steps of the comparison series, each counting the same. */
  readonly pooled: number;
  /** Standard deviation of their steps beyond chance, on the log scale; null for a single series, which cannot show it. */
  readonly spread: number | null;
  /** Trend before the event, a year: the studied one ÷ the mean of the others. Null for few points, and for values below 0. */
  readonly trend: { readonly value: number; readonly interval: Interval } | null;
  /** Place of the studied series when all are ordered by how far `effect` is from 1, counted from 1; a tie counts against it. */
  readonly rank: number;
  /** Series that are ranked, the studied one among them. */
  readonly among: number;
  /** (effects at least as large + 1) ÷ (comparison series + 1); null below `FEWEST_PLACES`. */
  readonly p: number | null;
  /** Smallest p that this number of series can give. */
  readonly smallest: number;
  /** Furthest from 1 first. */
  readonly places: readonly Compared[];
  readonly leftOut: readonly LeftOut[];
}

/** None of the comparison series that were asked for could be used. */
export interface NoComparison {
  readonly kind: "none";
  readonly leftOut: readonly LeftOut[];
}

/** Fewest comparison series with which something is said from the rank. */
export const FEWEST_PLACES = 5;
/** Fewest points before the event for a trend. */
const ENOUGH = 8;
const POINTS_PER_TERM = 3;

/** A logarithm with its standard error; null where that is not known. */
interface Estimate {
  readonly value: number;
  readonly error: { readonly value: number; readonly freedom: number } | null;
}

/**
 * Difference in differences on the log scale: the step found in the studied series less the mean of the steps that the same
 * question finds in the others, over the periods of the studied one. `result` is what `studyOf` found in `points`.
 */
export function comparisonOf(points: readonly Point[], asked: Asked, result: Study | Few, label: string, beside: readonly Beside[]): Comparison | NoComparison {
  const own = stepOf(result);
  const leftOut: LeftOut[] = [];
  const used: Array<{ readonly one: Omit<Compared, "effect">; readonly estimate: Estimate; readonly points: readonly Point[] }> = [];
  for (const { id, label: name, points: all } of beside) {
    const found = answered(windowOf(all, points), points, asked, result);
    if (typeof found === "string") leftOut.push({ id, label: name, reason: found });
    else used.push({ one: { id, label: name, ...shown(found.result) }, estimate: found.estimate, points: windowOf(all, points) });
  }
  if (!own || used.length === 0) return { kind: "none", leftOut };
  const others = used.map((one) => one.estimate);
  const found = contrast(own, others, result.kind === "few");
  const all = [{ one: { id: "", label, ...shown(result) }, estimate: own }, ...used];
  const total = all.reduce((sum, one) => sum + one.estimate.value, 0);
  const effectOf = ({ value }: Estimate): number => value - (total - value) / used.length;
  const size = Math.abs(effectOf(own));
  // Two series are always as far from each other: rounding must not put one first.
  const larger = others.filter((one) => Math.abs(effectOf(one)) >= size * (1 - 1e-12)).length;
  const among = all.length;
  return {
    kind: result.kind,
    ratio: Math.exp(found.value),
    interval: found.interval && ends(found.interval),
    pooled: Math.exp(own.value - found.value),
    spread: found.spread,
    trend: trendOf(
      points,
      asked,
      result,
      used.map((one) => one.points),
    ),
    rank: larger + 1,
    among,
    p: used.length < FEWEST_PLACES ? null : (larger + 1) / among,
    smallest: 1 / among,
    places: all
      .map(({ one, estimate }) => ({ ...one, effect: Math.exp(effectOf(estimate)) }))
      .sort((a, b) => Math.abs(Math.log(b.effect)) - Math.abs(Math.log(a.effect)) || Number(b.id === "") - Number(a.id === "")),
    leftOut,
  };
}

/** The points inside the periods of the studied series; a break that ends that one ends these too. */
function windowOf(all: readonly Point[], studied: readonly Point[]): Point[] {
  const [first, last] = [studied[0]?.index ?? 0, studied.at(-1)?.index ?? 0];
  return all.filter((point) => point.index >= first && point.index <= last);
}

function answered(
  points: readonly Point[],
  studied: readonly Point[],
  asked: Asked,
  result: Study | Few,
): { readonly result: Study | Few; readonly estimate: Estimate } | LeftOut["reason"] {
  // With few points each one moves the ratio: series are set against each other over exactly the same periods.
  if (result.kind === "few" && (points.length !== studied.length || points.some((point, row) => point.index !== studied[row]?.index))) return "periods";
  const zero = [true, false].some(
    (after) =>
      points.some((point) => point.index >= result.turn.first === after) &&
      points.every((point) => point.value === 0 || point.index >= result.turn.first !== after),
  );
  if (zero && asked.model !== "linear") return "zero";
  const found = studyOf(points, asked);
  if (found.kind === "refused")
    return found.reason === "all-zero" ? "zero" : found.reason === "unsettled" || found.reason === "too-many-terms" ? "unsettled" : "periods";
  if (found.kind !== result.kind) return "few";
  const estimate = stepOf(found);
  return estimate ? { result: found, estimate } : "zero";
}

function stepOf(result: Study | Few): Estimate | null {
  if (result.kind === "few") return result.ratio !== null && result.ratio > 0 ? { value: Math.log(result.ratio), error: result.error } : null;
  const { ratio, error: value, freedom } = result.step;
  return ratio > 0 ? { value: Math.log(ratio), error: { value, freedom } } : null;
}

function shown(result: Study | Few): { readonly step: number; readonly interval: Interval | null } {
  return result.kind === "few" ? { step: result.ratio ?? 0, interval: result.interval } : { step: result.step.ratio, interval: result.step.stated };
}

/**
 * One estimate less the mean of others. The others may differ from each other by more than their errors; the studied one
 * may then differ from their mean by as much without any event. That spread is found from their variance (Hedges and
 * Olkin’s estimate) and counted for the studied one too. Student’s t with Satterthwaite’s degrees of freedom.
 *
 * The error of a ratio of few points says little, being judged by these points alone. Where there are enough others, how
 * far they lie apart says how far one lies from their mean (Donald and Lang 2007).
 */
function contrast(
  own: Estimate,
  others: readonly Estimate[],
  few = false,
): { readonly value: number; readonly interval: Interval | null; readonly spread: number | null } {
  const count = others.length;
  const mean = others.reduce((sum, one) => sum + one.value, 0) / count;
  const value = own.value - mean;
  const errors = others.map((one) => one.error);
  const known = own.error !== null && !errors.includes(null);
  const within = errors.reduce((sum, one) => sum + (one?.value ?? 0) ** 2, 0) / count;
  const between = count > 1 ? others.reduce((sum, one) => sum + (one.value - mean) ** 2, 0) / (count - 1) : 0;
  const beyond = Math.max(0, between - within);
  const spread = known && count > 1 ? Math.sqrt(beyond) : null;
  if (few && count >= FEWEST_PLACES) {
    const half = student(count - 1) * Math.sqrt(between * (1 + 1 / count));
    return { value, interval: [value - half, value + half], spread };
  }
  if (!own.error || !known) return { value, interval: null, spread };
  const ofOthers = beyond + Math.max(between, within) / count;
  const ofOwn = own.error.value ** 2;
  const freedomOfOthers = between > within ? count - 1 : errors.reduce((sum, one) => sum + (one?.freedom ?? 0), 0);
  const variance = ofOwn + ofOthers;
  // Series that lie exactly on their lines leave no variance at all.
  const freedom = variance > 0 ? variance ** 2 / (ofOwn ** 2 / own.error.freedom + ofOthers ** 2 / freedomOfOthers) : 1;
  const half = student(Math.max(1, Math.floor(freedom))) * Math.sqrt(variance);
  return { value, interval: [value - half, value + half], spread };
}

function ends([from, to]: Interval): Interval {
  return [Math.exp(from), Math.exp(to)];
}

/** How the trends before the event differ: the check that the comparison stands on. */
function trendOf(points: readonly Point[], asked: Asked, result: Study | Few, others: ReadonlyArray<readonly Point[]>): Comparison["trend"] {
  if (result.kind === "few") return null;
  const own = trendBefore(points, asked, result);
  const found = others.map((one) => trendBefore(one, asked, result));
  const known = found.filter((one) => one !== null);
  if (!own || known.length < found.length) return null;
  const { value, interval } = contrast(own, known);
  return interval && { value: Math.exp(value), interval: ends(interval) };
}

/** The trend a year of the points before the event alone, quasi-Poisson; season terms where there are points for them. */
function trendBefore(points: readonly Point[], asked: Asked, { turn, terms }: Study): Estimate | null {
  const before = points.filter((point) => point.index < turn.first);
  if (before.length < ENOUGH || before.some((point) => point.value < 0)) return null;
  const indexes = before.map((point) => point.index);
  const [first = 0, last = 0] = [indexes[0], indexes.at(-1)];
  const breaks = terms.breaks.filter((index) => index > first && index <= last);
  for (const harmonics of asked.harmonics > 0 ? [asked.harmonics, 0] : [0]) {
    const design = designOf(indexes, turn.first, { ...terms, harmonics, slope: false, breaks });
    const rows = [...design.names.keys()].filter((at) => design.names[at] !== "step");
    const columns = rows.map((at) => design.columns[at] as Float64Array);
    if (before.length < POINTS_PER_TERM * columns.length) continue;
    const values = Float64Array.from(before, (point) => point.value);
    const fit = fitModel(
      "quasi-poisson",
      values,
      columns,
      Float64Array.from(before, (point) => point.offset),
    );
    if (!fit) continue;
    const at = rows.findIndex((row) => design.names[row] === "time");
    const diagonal = at * columns.length + at;
    const allowed = serial(columns, fit, pearsonOf(values, fit), indexes);
    const [plain, wide] = [plainCovariance(fit)[diagonal] as number, allowed.covariance[diagonal] as number];
    const year = PER_YEAR[asked.unit];
    return {
      value: (fit.coefficients[at] as number) * year,
      error: { value: Math.sqrt(Math.max(plain, wide)) * year, freedom: wide >= plain ? (allowed.freedom[at] as number) : fit.freedom },
    };
  }
  return null;
}
