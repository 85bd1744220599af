/** The point of the standard normal distribution that leaves 2.5 % above it. */
export const NORMAL = 1.959964;

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6,
  1.5056327351493116e-7,
];

/** Logarithm of the gamma function for x > 0, to about 14 digits. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const base = z + LANCZOS.length - 0.5;
  const sum = LANCZOS.reduce((total, value, index) => total + value / (z + index + 1), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(sum);
}

/** First derivative of `logGamma`, x > 0. */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  for (; shifted < 8; shifted += 1) sum -= 1 / shifted;
  const square = 1 / (shifted * shifted);
  return sum + Math.log(shifted) - 0.5 / shifted - square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))));
}

/** Second derivative of `logGamma`, x > 0. */
export function trigamma(x: number): number {
  let shifted = x;
  let sum = 0;
  for (; shifted < 8; shifted += 1) sum += 1 / (shifted * shifted);
  const square = 1 / (shifted * shifted);
  return sum + 1 / shifted + square / 2 + (square / shifted) * (1 / 6 - square * (1 / 30 - square * (1 / 42 - square / 30)));
}

/** The chance that a χ² variable with `freedom` degrees of freedom is at least `value`. */
export function chiSquareAbove(value: number, freedom: number): number {
  if (!(value > 0)) return 1;
  const shape = freedom / 2;
  const x = value / 2;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let k = 1; k < 1000 && term > sum * 1e-15; k += 1) {
      term *= x / (shape + k);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 1000; k += 1) {
    const a = -k * (k - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-14) break;
  }
  return front * fraction;
}

/** Points that were found before: a study asks for the same few again and again. */
const points = new Map<number, number>();

/** The point of Student’s t distribution that leaves 2.5 % above it, for a whole `freedom` ≥ 1; to six digits. */
export function student(freedom: number): number {
  const known = points.get(freedom) ?? studentPoint(freedom);
  points.set(freedom, known);
  return known;
}

function studentPoint(freedom: number): number {
  let low = 1.9;
  let high = 13;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (studentAbove(middle, freedom) > 0.025) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance that a t variable with a whole number of degrees of freedom is above `value` > 0. */
function studentAbove(value: number, freedom: number): number {
  const angle = Math.atan(value / Math.sqrt(freedom));
  const cosine = Math.cos(angle) ** 2;
  // The finite sums of Abramowitz and Stegun, 26.7.3 and 26.7.4.
  const odd = freedom % 2 === 1;
  let term = odd ? Math.cos(angle) : 1;
  let sum = odd && freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= (cosine * (k - 1)) / k;
    sum += term;
  }
  const inside = odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  return (1 - inside) / 2;
}
