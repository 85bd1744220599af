import { student } from "./chance.ts";
import { fitModel, type Model } from "./model.ts";
import type { Turn } from "./period.ts";
import type { Interval, Point } from "./study.ts";

/** What can be said of few points: the mean after ÷ the mean before. Nothing about a trend. */
export interface Few {
  readonly kind: "few";
  readonly turn: Turn;
  readonly model: Model;
  readonly before: number;
  readonly after: number;
  /** Mean of the values (per denominator) after ÷ before; null where there was nothing before. */
  readonly ratio: number | null;
  /** 95 % interval with Student’s t; null where the points leave nothing to judge their spread by. */
  readonly interval: Interval | null;
  /** Standard error of the logarithm of the ratio, and its degrees of freedom; null where there is no interval. */
  readonly error: { readonly value: number; readonly freedom: number } | null;
  readonly dispersion: number | null;
  readonly points: readonly Point[];
}

/** The ratio of the time after to the time before, with a quasi-Poisson interval on n − 2 degrees of freedom. */
export function fewPoints(points: readonly Point[], turn: Turn, model: Model): Few {
  const sides = [false, true].map((side) => points.filter((point) => point.index >= turn.first === side));
  const [before = [], after = []] = sides;
  const rate = (part: readonly Point[]): number => sum(part, (point) => point.value) / sum(part, (point) => Math.exp(point.offset));
  const ratio = rate(before) > 0 ? rate(after) / rate(before) : null;
  const shared = { kind: "few" as const, turn, model, before: before.length, after: after.length, points };
  const none = { ...shared, ratio, interval: null, error: null, dispersion: null };
  if (ratio === null || ratio <= 0 || points.length < 3 || points.some((point) => point.value < 0)) return none;
  const step = Float64Array.from(points, (point) => Number(point.index >= turn.first));
  const fit = fitModel(
    "quasi-poisson",
    Float64Array.from(points, (point) => point.value),
    [new Float64Array(points.length).fill(1), step],
    Float64Array.from(points, (point) => point.offset),
  );
  if (!fit) return none;
  const error = Math.sqrt((fit.inverse[3] as number) * fit.dispersion);
  const half = error * student(fit.freedom);
  return {
    ...shared,
    ratio,
    interval: [ratio * Math.exp(-half), ratio * Math.exp(half)],
    error: { value: error, freedom: fit.freedom },
    dispersion: fit.dispersion,
  };
}

function sum(points: readonly Point[], value: (point: Point) => number): number {
  return points.reduce((total, point) => total + value(point), 0);
}
