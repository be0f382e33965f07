/** A fraction of two integers, as pairs, kept apart from the product's own arithmetic on purpose. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

export const whole = (value: number): Fraction => [BigInt(value), 1n];
export const ratio = (a: number, b: number): Fraction => [BigInt(a), BigInt(b)];

/** Reads `7`, `2.5` or `5/3`. */
export function parse(text: string): Fraction {
  const [top = '', bottom] = text.split('/');
  if (bottom !== undefined) return [BigInt(top), BigInt(bottom)];
  const [integer = '', decimals = ''] = top.split('.');
  return [BigInt(integer + decimals), 10n ** BigInt(decimals.length)];
}

/** Reduced, or the denominators of a year would grow to thousands of digits. */
export const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction =>
  b === d ? reduced([a + c, b]) : reduced([a * d + c * b, b * d]);
export const multiply = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const divide = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d, b * c];
/** Denominators are positive throughout. */
export const isLess = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;
export const lesser = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? a : b);

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function reduced([a, b]: Fraction): Fraction {
  const common = divisor(a, b);
  return [a / common, b / common];
}

/** In lowest terms, `3` or `22/7`. */
export function print(fraction: Fraction): string {
  const [a, b] = reduced(fraction);
  return b === 1n ? String(a) : `${a}/${b}`;
}
