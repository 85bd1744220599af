import type { Fit } from "./model.ts";

/** Covariance of the coefficients, row by row. */
export type Covariance = Float64Array;

/** The covariance that takes the residuals for independent: (X′WX)⁻¹ times the dispersion. */
export function plainCovariance(fit: Fit): Covariance {
  return fit.inverse.map((value) => value * fit.scale);
}

/** Pearson residuals: (value − mean) ÷ √variance function. */
export function pearsonOf(values: Float64Array, fit: Fit): Float64Array {
  // For counts weight = mean² ÷ variance, for the linear model variance = 1.
  return values.map((value, row) =>
    fit.linear ? value - (fit.mean[row] as number) : ((value - (fit.mean[row] as number)) * Math.sqrt(fit.weights[row] as number)) / (fit.mean[row] as number),
  );
}

/** Lags that Newey and West’s covariance reaches back: 4 (n ÷ 100)^(2/9), rounded down. */
function lagsOf(points: number): number {
  return Math.floor(4 * (points / 100) ** (2 / 9));
}

/** A matrix whose rows lie one behind the other. */
interface Rows {
  readonly size: number;
  readonly cells: Float64Array;
}

/** The design as least squares sees it: each row times the root of its weight, and times `factor` where it is given. */
function weighted(columns: readonly Float64Array[], fit: Fit, factor?: Float64Array): Rows {
  const size = columns.length;
  const cells = new Float64Array(size * fit.weights.length);
  for (let row = 0; row < fit.weights.length; row += 1) {
    const root = Math.sqrt(fit.weights[row] as number) * (factor ? (factor[row] as number) : 1);
    for (let i = 0; i < size; i += 1) cells[row * size + i] = root * ((columns[i] as Float64Array)[row] as number);
  }
  return { size, cells };
}

/**
 * Heteroskedasticity- and autocorrelation-consistent covariance (Newey and West 1987): Bartlett weights up to `lagsOf`
 * lags, times n ÷ (n − p). `indexes` are period numbers, so that gaps count as distance.
 */
export function neweyWest(columns: readonly Float64Array[], fit: Fit, pearson: Float64Array, indexes: readonly number[]): Covariance {
  const lags = lagsOf(indexes.length);
  const { size, cells } = weighted(columns, fit, pearson);
  const meat = new Float64Array(size * size);
  const carried = new Float64Array(size);
  for (let row = 0; row < indexes.length; row += 1) {
    carried.fill(0);
    for (let other = row - 1; other >= 0; other -= 1) {
      const distance = (indexes[row] as number) - (indexes[other] as number);
      if (distance > lags) break;
      for (let i = 0; i < size; i += 1) carried[i] = (carried[i] as number) + (1 - distance / (lags + 1)) * (cells[other * size + i] as number);
    }
    add(meat, cells, row, carried);
  }
  return around(fit, meat, indexes.length / fit.freedom);
}

/** What is found about the autocorrelation of first order. */
export interface Serial {
  readonly covariance: Covariance;
  /** Autocorrelation of first order of what varies beyond counting, between 0 and 0.95. */
  readonly correlation: number;
  /** Degrees of freedom of each coefficient’s variance for Student’s t: whole, at least 2. */
  readonly freedom: readonly number[];
}

/** Strongest autocorrelation that is allowed for. */
const STRONGEST = 0.95;
/** Distance over which slopes by the correlation are taken. */
const NEAR = 0.01;
/** Smallest share of the variance that may be correlated: it is an estimate itself. */
const LEAST_SHARE = 0.5;

/**
 * The share of the variance that is more than counting at random gives. Only this part can be correlated from period to
 * period; the rest, of a Poisson count, is new in each (Zeger 1988).
 */
function correlatedShare(fit: Fit): number {
  if (fit.linear) return 1;
  const counting =
    fit.theta === null ? 1 / fit.dispersion : fit.weights.reduce((sum, weight, row) => sum + weight / (fit.mean[row] as number), 0) / fit.mean.length;
  return Math.max(LEAST_SHARE, 1 - counting);
}

/**
 * Covariance for errors whose part beyond counting has an autocorrelation of first order. Residuals are less correlated than errors, because the
 * model has followed them; the correlation is chosen so that its expected residuals are as correlated as the observed
 * ones, and the dispersion with it. A negative correlation is taken for none, which makes intervals no narrower. The
 * degrees of freedom are Satterthwaite’s, 2 ÷ variance of log V for each variance V: they allow for the dispersion and the
 * correlation being estimated too.
 */
export function serial(columns: readonly Float64Array[], fit: Fit, pearson: Float64Array, indexes: readonly number[]): Serial {
  const design = weighted(columns, fit);
  const { alone, beside } = expectations(design, fit, indexes);
  let square = 0;
  let product = 0;
  for (let row = 0; row < indexes.length; row += 1) {
    square += (pearson[row] as number) ** 2;
    if (isNext(indexes, row)) product += (pearson[row] as number) * (pearson[row - 1] as number);
  }
  const share = correlatedShare(fit);
  const powered = (parts: Float64Array, correlation: number): number =>
    (1 - share) * (parts[0] as number) + share * parts.reduceRight((sum, part) => sum * correlation + part, 0);
  const expected = (correlation: number): number => powered(beside, correlation) / powered(alone, correlation);
  const observed = square > 0 ? product / square : 0;
  let low = 0;
  let high = STRONGEST;
  if (observed <= expected(low)) high = low;
  else if (observed >= expected(high)) low = high;
  for (let step = 0; step < 24 && high > low; step += 1) {
    const middle = (low + high) / 2;
    if (expected(middle) < observed) low = middle;
    else high = middle;
  }
  const covarianceAt = (correlation: number): Covariance => around(fit, fading(design, indexes, correlation, share), square / powered(alone, correlation));
  const covariance = covarianceAt(high);
  const beyond = covarianceAt(high + NEAR);
  const steepness = (expected(high + NEAR) - expected(high)) / NEAR;
  // The correlation of neighbours has the variance (1 − ρ²) ÷ n; what it says of ρ is as sure as the curve is steep.
  // At 0 half of its spread is cut off, because a negative one is taken for none.
  const ofCorrelation = ((1 - high ** 2) / indexes.length / steepness ** 2) * (high > 0 ? 1 : 0.5);
  const ofDispersion = (2 * (1 + high ** 2)) / ((1 - high ** 2) * fit.freedom);
  const freedom = Array.from({ length: design.size }, (_, i) => {
    const diagonal = i * design.size + i;
    const slope = Math.log((beyond[diagonal] as number) / (covariance[diagonal] as number)) / NEAR;
    const found = Math.round(2 / (ofDispersion + slope ** 2 * ofCorrelation));
    return Number.isFinite(found) ? Math.max(2, found) : fit.freedom;
  });
  return { correlation: high, covariance, freedom };
}

/** Whether the row follows the one before it without a gap. */
function isNext(indexes: readonly number[], row: number): boolean {
  return row > 0 && (indexes[row] as number) - (indexes[row - 1] as number) === 1;
}

/**
 * With residuals M e, M = I − H, and errors whose correlation is c^distance (times the correlated share): the expected sum of squares of the residuals
 * is Σ alone[d] cᵈ, the expected sum of products of neighbours Σ beside[d] cᵈ, both times the dispersion. `alone` adds up
 * the elements of M by distance, `beside` those of M A M, where A joins neighbours by half in each direction.
 */
function expectations(design: Rows, fit: Fit, indexes: readonly number[]): { readonly alone: Float64Array; readonly beside: Float64Array } {
  const { size, cells } = design;
  const rows = indexes.length;
  const half = times(cells, fit.inverse, size);
  const moved = new Float64Array(cells.length);
  for (let row = 0; row < rows; row += 1) {
    if (!isNext(indexes, row)) continue;
    for (let i = 0; i < size; i += 1) {
      moved[row * size + i] = (moved[row * size + i] as number) + (cells[(row - 1) * size + i] as number) / 2;
      moved[(row - 1) * size + i] = (moved[(row - 1) * size + i] as number) + (cells[row * size + i] as number) / 2;
    }
  }
  // M A M = A − (A X) B X′ + X B (X′ A X B X′ − X′ A), X the weighted design, B the inverse.
  const middle = new Float64Array(size * size);
  for (let row = 0; row < rows; row += 1)
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1)
        middle[i * size + j] = (middle[i * size + j] as number) + (moved[row * size + i] as number) * (cells[row * size + j] as number);
  const rest = times(half, middle, size).map((value, at) => value - (moved[at] as number));
  const reach = (indexes[rows - 1] as number) - (indexes[0] as number) + 1;
  const alone = new Float64Array(reach);
  const beside = new Float64Array(reach);
  for (let a = 0; a < rows; a += 1)
    for (let b = 0; b <= a; b += 1) {
      let hat = 0;
      let joined = 0;
      for (let i = 0, left = a * size, right = b * size; i < size; i += 1, left += 1, right += 1) {
        const own = half[left] as number;
        hat += own * (cells[right] as number);
        joined += own * (rest[right] as number) - (moved[left] as number) * (half[right] as number);
      }
      const distance = (indexes[a] as number) - (indexes[b] as number);
      const both = a === b ? 1 : 2;
      alone[distance] = (alone[distance] as number) + (a === b ? 1 : 0) - both * hat;
      beside[distance] = (beside[distance] as number) + both * (joined + (distance === 1 ? 0.5 : 0));
    }
  return { alone, beside };
}

/** Σ xₐ xₐ′ over all rows + `share` Σ correlation^distance xₐ x_b′ over all pairs: what earlier rows leave is carried along. */
function fading({ size, cells }: Rows, indexes: readonly number[], correlation: number, share: number): Float64Array {
  const meat = new Float64Array(size * size);
  const carried = new Float64Array(size);
  for (let row = 0; row < indexes.length; row += 1) {
    if (row > 0) {
      const fade = correlation ** ((indexes[row] as number) - (indexes[row - 1] as number));
      for (let i = 0; i < size; i += 1) carried[i] = fade * ((carried[i] as number) + share * (cells[(row - 1) * size + i] as number));
    }
    add(meat, cells, row, carried);
  }
  return meat;
}

/** Adds x x′ + x c′ + c x′ for the row x and what is carried, c. */
function add(meat: Float64Array, cells: Float64Array, row: number, carried: Float64Array): void {
  const size = carried.length;
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const own = cells[row * size + i] as number;
      const other = cells[row * size + j] as number;
      meat[i * size + j] = (meat[i * size + j] as number) + own * other + own * (carried[j] as number) + (carried[i] as number) * other;
    }
}

/** B × meat × B × factor, where B is the inverse of the fit. */
function around(fit: Fit, meat: Float64Array, factor: number): Covariance {
  const size = Math.sqrt(meat.length);
  return times(times(fit.inverse, meat, size), fit.inverse, size).map((value) => value * factor);
}

/** Rows of `size` cells times a square matrix. */
function times(rows: Float64Array, square: Float64Array, size: number): Float64Array {
  const result = new Float64Array(rows.length);
  for (let start = 0; start < rows.length; start += size)
    for (let j = 0; j < size; j += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum += (rows[start + k] as number) * (square[k * size + j] as number);
      result[start + j] = sum;
    }
  return result;
}
