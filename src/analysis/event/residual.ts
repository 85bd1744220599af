import { chiSquareAbove } from "./chance.ts";

/** What the residuals say about being independent. */
export interface Residuals {
  /** Autocorrelation at a distance of one period. */
  readonly lag1: number;
  /** Ljung and Box’s Q over `lags` lags, and the chance of so large a value if there were no autocorrelation. */
  readonly ljungBox: { readonly lags: number; readonly value: number; readonly chance: number };
}

/** Autocorrelation of residuals, over min(10, n ÷ 5) lags. `indexes` are period numbers: pairs over a gap count at their distance. */
export function residualsOf(pearson: Float64Array, indexes: readonly number[]): Residuals {
  const points = indexes.length;
  const lags = Math.max(1, Math.min(10, Math.floor(points / 5)));
  const mean = pearson.reduce((sum, value) => sum + value, 0) / points;
  const place = new Map(indexes.map((index, row) => [index, (pearson[row] as number) - mean]));
  const square = [...place.values()].reduce((sum, value) => sum + value * value, 0);
  const at = (lag: number): number => {
    let sum = 0;
    for (const [index, value] of place) sum += value * (place.get(index - lag) ?? 0);
    return square > 0 ? sum / square : 0;
  };
  let value = 0;
  for (let lag = 1; lag <= lags; lag += 1) value += at(lag) ** 2 / (points - lag);
  value *= points * (points + 2);
  return { lag1: at(1), ljungBox: { lags, value, chance: chiSquareAbove(value, lags) } };
}
