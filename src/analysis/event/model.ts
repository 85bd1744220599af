import { digamma, trigamma } from "./chance.ts";
import { solve } from "./matrix.ts";

export const MODELS = ["quasi-poisson", "negative-binomial", "linear"] as const;
export type Model = (typeof MODELS)[number];

/** A fitted generalised linear model. */
export interface Fit {
  readonly coefficients: Float64Array;
  /** (X′WX)⁻¹, row by row; times the dispersion it is the covariance of the coefficients. */
  readonly inverse: Float64Array;
  /** Fitted means. */
  readonly mean: Float64Array;
  /** Weights of the last step: what one unit of the linear predictor is worth. */
  readonly weights: Float64Array;
  /** Pearson’s χ² divided by the degrees of freedom. */
  readonly dispersion: number;
  /** What the covariance is multiplied with: the dispersion, or 1 for the negative binomial, whose theta stands for it. */
  readonly scale: number;
  readonly freedom: number;
  /** Shape of the negative binomial; null for the others, and Infinity where the counts vary no more than Poisson counts. */
  readonly theta: number | null;
  /** Whether the mean is the linear predictor itself; otherwise it is its exponential. */
  readonly linear: boolean;
}

/** Rounds of least squares, and of theta, before a fit is given up. */
const ROUNDS = 50;
/** Relative change of the deviance at which a fit has settled; the value of R’s glm. */
const CLOSE = 1e-8;
/** Above it the negative binomial is the Poisson distribution to every digit that is shown. */
const THETA_LIMIT = 1e7;

/**
 * Fits by iteratively reweighted least squares. `offset` is on the scale of the linear predictor (the logarithm of the
 * denominator for counts). Counts have a log link, the linear model the identity. `start` gives means to begin with.
 * Null when a column is made of the others, when no degree of freedom is left, or when the fit does not settle.
 */
export function fitModel(model: Model, values: Float64Array, columns: readonly Float64Array[], offset: Float64Array, start?: Float64Array): Fit | null {
  if (values.length <= columns.length) return null;
  if (model === "linear") return fitLinear(values, columns, offset);
  const poisson = fitCounts(values, columns, offset, Number.POSITIVE_INFINITY, start);
  if (!poisson || model === "quasi-poisson") return poisson && { ...poisson, theta: null };
  let fit = poisson;
  let theta = thetaOf(values, fit.mean, 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (theta > THETA_LIMIT) return { ...poisson, scale: 1, theta: Number.POSITIVE_INFINITY };
    const next = fitCounts(values, columns, offset, theta, fit.mean);
    if (!next) return null;
    fit = next;
    const better = thetaOf(values, fit.mean, theta);
    if (Math.abs(better - theta) <= 1e-8 * theta) return { ...fit, scale: 1, theta: better };
    theta = better;
  }
  return null;
}

function fitLinear(values: Float64Array, columns: readonly Float64Array[], offset: Float64Array): Fit | null {
  const weights = new Float64Array(values.length).fill(1);
  const solved = solve(
    columns,
    weights,
    values.map((value, row) => value - (offset[row] as number)),
  );
  if (!solved) return null;
  const mean = predictor(columns, solved.coefficients, offset);
  const freedom = values.length - columns.length;
  const dispersion = values.reduce((sum, value, row) => sum + (value - (mean[row] as number)) ** 2, 0) / freedom;
  return { ...solved, mean, weights, dispersion, scale: dispersion, freedom, theta: null, linear: true };
}

/** Poisson for an infinite theta, negative binomial with variance μ + μ²/θ otherwise. */
function fitCounts(
  values: Float64Array,
  columns: readonly Float64Array[],
  offset: Float64Array,
  theta: number,
  start?: Float64Array,
): Omit<Fit, "theta"> | null {
  const rows = values.length;
  let mean = start ?? values.map((value) => value + 0.1);
  const weights = new Float64Array(rows);
  const target = new Float64Array(rows);
  let last = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let row = 0; row < rows; row += 1) {
      const mu = mean[row] as number;
      weights[row] = mu / (1 + mu / theta);
      target[row] = Math.log(mu) - (offset[row] as number) + ((values[row] as number) - mu) / mu;
    }
    const solved = solve(columns, weights, target);
    if (!solved) return null;
    mean = predictor(columns, solved.coefficients, offset).map(Math.exp);
    let deviance = 0;
    let pearson = 0;
    for (let row = 0; row < rows; row += 1) {
      const mu = mean[row] as number;
      const value = values[row] as number;
      deviance += devianceOf(value, mu, theta);
      // With the weights of the step that led here, as R takes them: equal where the fit has settled, up to the sixth digit.
      pearson += (weights[row] as number) * ((value - mu) / mu) ** 2;
    }
    if (!Number.isFinite(deviance)) return null;
    if (Math.abs(deviance - last) <= CLOSE * (Math.abs(deviance) + 0.1)) {
      const freedom = rows - columns.length;
      const dispersion = pearson / freedom;
      return { ...solved, mean, weights: mean.map((mu) => mu / (1 + mu / theta)), dispersion, scale: dispersion, freedom, linear: false };
    }
    last = deviance;
  }
  return null;
}

function devianceOf(value: number, mu: number, theta: number): number {
  const first = value > 0 ? value * Math.log(value / mu) : 0;
  if (theta === Number.POSITIVE_INFINITY) return 2 * (first - (value - mu));
  return 2 * (first - (value + theta) * Math.log((value + theta) / (mu + theta)));
}

/** Theta of largest likelihood for these means, by Newton’s method; Infinity where the likelihood grows without end. */
function thetaOf(values: Float64Array, mean: Float64Array, start: number): number {
  const rows = values.length;
  let theta = start;
  if (!(theta > 0)) {
    const excess = values.reduce((sum, value, row) => sum + (value / (mean[row] as number) - 1) ** 2, 0);
    theta = rows / excess;
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    let score = 0;
    let information = 0;
    for (let row = 0; row < rows; row += 1) {
      const value = values[row] as number;
      const mu = mean[row] as number;
      score += digamma(theta + value) - digamma(theta) + Math.log(theta / (mu + theta)) + 1 - (value + theta) / (mu + theta);
      information += trigamma(theta) - trigamma(theta + value) - 1 / theta + 2 / (mu + theta) - (value + theta) / (mu + theta) ** 2;
    }
    const step = score / information;
    // Near the Poisson distribution the likelihood is flat, and rounding decides the sign.
    if (!(information > 0)) theta *= score > 0 ? 4 : 0.25;
    else theta = theta + step > 0 ? theta + step : theta / 4;
    if (theta > THETA_LIMIT) return Number.POSITIVE_INFINITY;
    if (information > 0 && Math.abs(step) <= 1e-10 * theta) break;
  }
  return theta;
}

/** Σ coefficient × column + offset, for every row. */
export function predictor(columns: readonly Float64Array[], coefficients: Float64Array, offset: Float64Array): Float64Array {
  const result = offset.slice();
  for (const [index, column] of columns.entries()) {
    const coefficient = coefficients[index] as number;
    for (let row = 0; row < result.length; row += 1) result[row] = (result[row] as number) + coefficient * (column[row] as number);
  }
  return result;
}
