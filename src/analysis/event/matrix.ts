/** A symmetric matrix, row by row, and what its design leaves for it. */
export interface Solved {
  readonly coefficients: Float64Array;
  /** (X′WX)⁻¹, row by row, `size` × `size`. */
  readonly inverse: Float64Array;
}

/** Smallest share of a column that must not be made of the others. */
const TOLERANCE = 1e-10;

/**
 * Weighted least squares: `columns` of equal length, weights ≥ 0, right side `target`. Columns are brought to length one
 * before the Cholesky factor is taken, so that units do not matter. Null when a column is made of the others.
 */
export function solve(columns: readonly Float64Array[], weights: Float64Array, target: Float64Array): Solved | null {
  const size = columns.length;
  const rows = target.length;
  const gram = new Float64Array(size * size);
  const right = new Float64Array(size);
  const line = new Float64Array(size);
  for (let row = 0; row < rows; row += 1) {
    const weight = weights[row] as number;
    const goal = weight * (target[row] as number);
    for (let i = 0; i < size; i += 1) line[i] = (columns[i] as Float64Array)[row] as number;
    for (let i = 0; i < size; i += 1) {
      const value = line[i] as number;
      right[i] = (right[i] as number) + value * goal;
      const weighted = value * weight;
      for (let j = 0; j <= i; j += 1) gram[i * size + j] = (gram[i * size + j] as number) + weighted * (line[j] as number);
    }
  }
  const length = Float64Array.from({ length: size }, (_, i) => Math.sqrt(gram[i * size + i] as number));
  if (length.some((one) => !(one > 0) || !Number.isFinite(one))) return null;
  for (let i = 0; i < size; i += 1) {
    right[i] = (right[i] as number) / (length[i] as number);
    for (let j = 0; j <= i; j += 1) gram[i * size + j] = (gram[i * size + j] as number) / ((length[i] as number) * (length[j] as number));
  }
  if (!factor(gram, size)) return null;
  const inverse = inverted(gram, size);
  const coefficients = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += (inverse[i * size + j] as number) * (right[j] as number);
    coefficients[i] = sum / (length[i] as number);
  }
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) inverse[i * size + j] = (inverse[i * size + j] as number) / ((length[i] as number) * (length[j] as number));
  return { coefficients, inverse };
}

/** Puts the Cholesky factor into the lower half; false when the matrix is not positive definite. */
function factor(matrix: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k += 1) sum -= (matrix[i * size + k] as number) * (matrix[j * size + k] as number);
      if (i !== j) matrix[i * size + j] = sum / (matrix[j * size + j] as number);
      else if (sum > TOLERANCE) matrix[i * size + i] = Math.sqrt(sum);
      else return false;
    }
  return true;
}

/** The inverse of a matrix whose Cholesky factor is given. */
function inverted(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let c = 0; c < size; c += 1) {
    for (let i = 0; i < size; i += 1) {
      let sum = i === c ? 1 : 0;
      for (let k = 0; k < i; k += 1) sum -= (lower[i * size + k] as number) * (column[k] as number);
      column[i] = sum / (lower[i * size + i] as number);
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = column[i] as number;
      for (let k = i + 1; k < size; k += 1) sum -= (lower[k * size + i] as number) * (column[k] as number);
      column[i] = sum / (lower[i * size + i] as number);
      inverse[i * size + c] = column[i] as number;
    }
  }
  return inverse;
}
