import type { Day } from "../../domain/date.ts";
import { NORMAL, student } from "./chance.ts";
import { type Design, designOf, type Terms } from "./design.ts";
import { type Covariance, neweyWest, pearsonOf, plainCovariance, type Serial, serial } from "./error.ts";
import { type Few, fewPoints } from "./few.ts";
import { type Fit, fitModel, type Model, predictor } from "./model.ts";
import { PER_YEAR, type Turn, turnOf, type Unit } from "./period.ts";
import { type Residuals, residualsOf } from "./residual.ts";

/** One period of a series. */
export interface Point {
  readonly period: string;
  /** Number of the period, as `numbered` counts. */
  readonly index: number;
  readonly value: number;
  /** Logarithm of the denominator; 0 where there is none. */
  readonly offset: number;
}

/** What is asked of a series. */
export interface Asked {
  readonly unit: Unit;
  readonly at: Day;
  readonly model: Model;
  readonly harmonics: number;
  readonly slope: boolean;
  /** Days at which the series breaks and takes a step of its own. */
  readonly breaks: readonly Day[];
}

/** From and to, both ends of a 95 % interval. */
export type Interval = readonly [from: number, to: number];

/** The change of level at the event. */
export interface Step {
  /** Level after the event ÷ the level that the model expects without it, at the first period after it. */
  readonly ratio: number;
  /** Takes the periods for independent, given the model: estimate ± 1.959964 standard errors. */
  readonly interval: Interval;
  /** Allows for autocorrelation of first order; Student’s t. */
  readonly serial: Interval;
  /** From Newey and West’s standard error; Student’s t. */
  readonly neweyWest: Interval;
  /** The wider of `interval` and `serial`: what may be said in a sentence. */
  readonly stated: Interval;
  /** Standard error of the logarithm of `ratio` that `stated` is made with, and its degrees of freedom. */
  readonly error: number;
  readonly freedom: number;
  /** Estimate ÷ standard error. */
  readonly size: number;
}

/** A change a year: a factor for counts, a difference for the linear model. */
export interface Yearly {
  readonly value: number;
  readonly interval: Interval;
  /** The wider of `interval` and the one that allows for autocorrelation. */
  readonly stated: Interval;
}

/** A coefficient on the scale of the linear predictor, time counted from 1 at the first period. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly error: number;
}

/** One period as the model sees it. */
export interface Line extends Point {
  readonly fitted: number;
  /** What the model expects without the event; equal to `fitted` before it. */
  readonly counterfactual: number;
  readonly after: boolean;
}

/** A segmented regression that could be fitted. */
export interface Study {
  readonly kind: "study";
  readonly turn: Turn;
  readonly model: Model;
  readonly before: number;
  readonly after: number;
  readonly step: Step;
  readonly trend: Yearly;
  /** The trend after the event ÷ the trend before it; null when it was not asked for. */
  readonly slope: Yearly | null;
  readonly dispersion: number;
  readonly theta: number | null;
  /** Autocorrelation of first order that the interval `serial` allows for. */
  readonly correlation: number;
  readonly residuals: Residuals;
  readonly coefficients: readonly Coefficient[];
  readonly lines: readonly Line[];
  readonly fit: Fit;
  readonly design: Design;
  readonly terms: Terms;
}

/** Why nothing could be computed. */
export interface Refused {
  readonly kind: "refused";
  readonly reason: "no-before" | "no-after" | "negative" | "all-zero" | "unsettled" | "too-many-terms";
}

/** Fewest points on either side of an event with which a trend is spoken of. */
const ENOUGH = 8;
/** Fewest points for each term of the model. */
const POINTS_PER_TERM = 3;

/**
 * What the model finds at the event: a segmented regression, or for few points a ratio alone. Points stand in the order of
 * their periods, one a period. A linear model of a series with denominators is one of the value per mean denominator.
 */
export function studyOf(points: readonly Point[], asked: Asked): Study | Few | Refused {
  const turn = turnOf(asked.unit, asked.at);
  const after = points.filter((point) => point.index >= turn.first).length;
  const before = points.length - after;
  if (before === 0) return { kind: "refused", reason: "no-before" };
  if (after === 0) return { kind: "refused", reason: "no-after" };
  if (asked.model !== "linear" && points.some((point) => point.value < 0)) return { kind: "refused", reason: "negative" };
  const indexes = points.map((point) => point.index);
  const terms: Terms = { ...asked, breaks: breaksOf(asked, indexes, turn) };
  const design = designOf(indexes, turn.first, terms);
  if (before < ENOUGH || after < ENOUGH || points.length < POINTS_PER_TERM * design.columns.length) return fewPoints(points, turn, asked.model);
  const { values, offset } = valuesOf(points, asked.model);
  const fit = fitModel(asked.model, values, design.columns, offset);
  if (!fit) return { kind: "refused", reason: refusalOf(points, turn, terms) };
  const pearson = pearsonOf(values, fit);
  const plain = plainCovariance(fit);
  const allowed = serial(design.columns, fit, pearson, indexes);
  const robust = neweyWest(design.columns, fit, pearson, indexes);
  const lines = linesOf(points, design, fit, offset, turn);
  const step = stepOf(fit, design, { plain, serial: allowed, robust }, fit.linear ? { row: before, value: fit.mean[before] as number } : null);
  const year = PER_YEAR[asked.unit];
  return {
    kind: "study",
    turn,
    model: asked.model,
    before,
    after,
    step,
    trend: yearly(fit, design, { plain, serial: allowed }, "time", year),
    slope: asked.slope ? yearly(fit, design, { plain, serial: allowed }, "slope", year) : null,
    dispersion: fit.dispersion,
    theta: fit.theta,
    correlation: allowed.correlation,
    residuals: residualsOf(pearson, indexes),
    coefficients: coefficientsOf(fit, design, plain, turn.first - ((indexes[0] ?? 0) - 1)),
    lines,
    fit,
    design,
    terms,
  };
}

/** Values as the model takes them: for the linear one, per denominator of middle size. */
export function valuesOf(points: readonly Point[], model: Model): { readonly values: Float64Array; readonly offset: Float64Array } {
  const offset = Float64Array.from(points, (point) => point.offset);
  if (model !== "linear") return { values: Float64Array.from(points, (point) => point.value), offset };
  const mean = offset.reduce((sum, value) => sum + value, 0) / offset.length;
  return { values: Float64Array.from(points, (point) => point.value / Math.exp(point.offset - mean)), offset: new Float64Array(points.length) };
}

/** Periods at which breaks inside the series begin: once each, and none where the event itself takes a step. */
function breaksOf(asked: Asked, indexes: readonly number[], turn: Turn): number[] {
  const starts = asked.breaks.map((day) => turnOf(asked.unit, day).first);
  const [first = 0, last = 0] = [indexes[0], indexes.at(-1)];
  return [...new Set(starts)].filter((index) => index > first && index <= last && index !== turn.first).sort((a, b) => a - b);
}

function refusalOf(points: readonly Point[], turn: Turn, terms: Terms): Refused["reason"] {
  for (const side of [true, false]) if (points.filter((point) => point.index >= turn.first === side).every((point) => point.value === 0)) return "all-zero";
  return terms.breaks.length > 0 ? "too-many-terms" : "unsettled";
}

function stepOf(
  fit: Fit,
  design: Design,
  covariance: { readonly plain: Covariance; readonly serial: Serial; readonly robust: Covariance },
  linear: { readonly row: number; readonly value: number } | null,
): Step {
  const size = design.columns.length;
  const at = design.names.indexOf("step");
  const estimate = fit.coefficients[at] as number;
  const error = (of: Covariance): number => Math.sqrt(Math.max(0, of[at * size + at] as number));
  const around = (of: Covariance, times: number): Interval => {
    if (!linear) return [Math.exp(estimate - times * error(of)), Math.exp(estimate + times * error(of))];
    // The ratio 1 + step ÷ counterfactual: its error by the delta method, as both are estimated.
    const base = linear.value - estimate;
    const gradient = design.columns.map((column, i) => (i === at ? 1 / base : (-estimate * (column[linear.row] as number)) / base ** 2));
    let variance = 0;
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1) variance += (gradient[i] as number) * (gradient[j] as number) * (of[i * size + j] as number);
    const ratio = linear.value / base;
    return [ratio - times * Math.sqrt(variance), ratio + times * Math.sqrt(variance)];
  };
  const freedom = covariance.serial.freedom[at] as number;
  const t = student(freedom);
  const interval = around(covariance.plain, NORMAL);
  const allowed = around(covariance.serial.covariance, t);
  const ratio = linear ? linear.value / (linear.value - estimate) : Math.exp(estimate);
  const wide = allowed[1] - allowed[0] > interval[1] - interval[0];
  const half = (wide ? allowed[1] - ratio : interval[1] - ratio) / (wide ? t : NORMAL);
  return {
    ratio,
    interval,
    serial: allowed,
    neweyWest: around(covariance.robust, student(fit.freedom)),
    stated: wide ? allowed : interval,
    error: linear ? half / Math.abs(ratio) : error(wide ? covariance.serial.covariance : covariance.plain),
    freedom: wide ? freedom : fit.freedom,
    size: estimate / error(covariance.plain),
  };
}

function yearly(fit: Fit, design: Design, covariance: { readonly plain: Covariance; readonly serial: Serial }, name: string, periods: number): Yearly {
  const at = design.names.indexOf(name);
  const estimate = (fit.coefficients[at] as number) * periods;
  const half = (of: Covariance, times: number): number => Math.sqrt(Math.max(0, of[at * design.columns.length + at] as number)) * periods * times;
  const plain = half(covariance.plain, NORMAL);
  const wide = Math.max(plain, half(covariance.serial.covariance, student(covariance.serial.freedom[at] as number)));
  const shown = fit.linear ? (value: number) => value : Math.exp;
  return { value: shown(estimate), interval: [shown(estimate - plain), shown(estimate + plain)], stated: [shown(estimate - wide), shown(estimate + wide)] };
}

/** Coefficients as textbooks print them: with a change of slope, the step is the one at time 0 and the slope is step × time. */
function coefficientsOf(fit: Fit, design: Design, covariance: Covariance, origin: number): Coefficient[] {
  const size = design.columns.length;
  const step = design.names.indexOf("step");
  const slope = design.names.indexOf("slope");
  return design.names.map((name, at) => {
    const estimate = fit.coefficients[at] as number;
    const variance = covariance[at * size + at] as number;
    if (at !== step || slope < 0) return { name: name === "slope" ? "step×time" : name, estimate, error: Math.sqrt(variance) };
    const joint = variance + origin ** 2 * (covariance[slope * size + slope] as number) - 2 * origin * (covariance[step * size + slope] as number);
    return { name, estimate: estimate - origin * (fit.coefficients[slope] as number), error: Math.sqrt(joint) };
  });
}

function linesOf(points: readonly Point[], design: Design, fit: Fit, offset: Float64Array, turn: Turn): Line[] {
  const without = fit.coefficients.map((value, at) => (design.names[at] === "step" || design.names[at] === "slope" ? 0 : value));
  const expected = predictor(design.columns, without, offset);
  const mean = points.reduce((sum, point) => sum + point.offset, 0) / points.length;
  return points.map((point, row) => {
    // Lines of a linear model are drawn on the scale of the values.
    const scale = fit.linear ? Math.exp(point.offset - mean) : 1;
    return {
      period: point.period,
      index: point.index,
      value: point.value,
      offset: point.offset,
      fitted: (fit.mean[row] as number) * scale,
      counterfactual: (fit.linear ? (expected[row] as number) : Math.exp(expected[row] as number)) * scale,
      after: point.index >= turn.first,
    };
  });
}
