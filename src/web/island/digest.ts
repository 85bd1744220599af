/** The constants of SHA-256 (FIPS 180-4): fractional parts of the cube roots of the first 64 primes; the square roots for the start. */
const PRIMES: number[] = [];
for (let one = 2; PRIMES.length < 64; one += 1) if (PRIMES.every((prime) => one % prime)) PRIMES.push(one);
const fraction = (value: number): number => ((value % 1) * 2 ** 32) | 0;
const ROUND = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const words = new Int32Array(64);

const turn = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

/** The first 32 bits of the SHA-256 of an ASCII text of at most 55 characters. */
export function headOf(text: string): number {
  words.fill(0, 0, 16);
  for (let at = 0; at <= text.length; at += 1) {
    const byte = at < text.length ? text.charCodeAt(at) : 0x80;
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - (at % 4) * 8));
  }
  words[15] = text.length * 8;
  for (let at = 16; at < 64; at += 1) {
    const [near, far] = [words[at - 15] as number, words[at - 2] as number];
    const one = turn(near, 7) ^ turn(near, 18) ^ (near >>> 3);
    const two = turn(far, 17) ^ turn(far, 19) ^ (far >>> 10);
    words[at] = (words[at - 16] as number) + one + (words[at - 7] as number) + two;
  }
  let [a, b, c, d, e, f, g, h] = START as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (ROUND[at] as number) + (words[at] as number)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  return (a + (START[0] as number)) >>> 0;
}
