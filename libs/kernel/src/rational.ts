import { invariant } from './invariant';

/** An exact fraction in lowest terms with a positive denominator. Points are never floats. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Whole numbers up to here are exact as numbers of the engine too, whose remainders come several times as fast. */
const EXACT = BigInt(Number.MAX_SAFE_INTEGER);

const isExact = (value: bigint): boolean => value <= EXACT && value >= -EXACT;

function gcd(first: bigint, second: bigint): bigint {
  let [a, b] = [first, second];
  while (!isExact(a) || !isExact(b)) {
    if (b === 0n) return a < 0n ? -a : a;
    [a, b] = [b, a % b];
  }
  let [x, y] = [Number(a), Number(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(Math.abs(x));
}

/** @throws when the denominator is zero. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 1n) return { numerator: n, denominator: d };
  invariant(d !== 0n, 'a fraction has a denominator other than zero');
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { numerator: n / divisor, denominator: d / divisor };
}

export const ZERO = rational(0);
export const ONE = rational(1);

export const plus = (a: Rational, b: Rational): Rational =>
  a.denominator === b.denominator
    ? rational(a.numerator + b.numerator, a.denominator)
    : rational(
        a.numerator * b.denominator + b.numerator * a.denominator,
        a.denominator * b.denominator,
      );
export const negate = (a: Rational): Rational => rational(-a.numerator, a.denominator);
export const minus = (a: Rational, b: Rational): Rational => plus(a, negate(b));
export const times = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);
/** @throws when `b` is zero. */
export const dividedBy = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);
export const sum = (values: readonly Rational[]): Rational => values.reduce(plus, ZERO);

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareRational(a: Rational, b: Rational): number {
  const difference =
    a.denominator === b.denominator
      ? a.numerator - b.numerator
      : a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const smaller = (a: Rational, b: Rational): Rational => (compareRational(a, b) <= 0 ? a : b);
export const larger = (a: Rational, b: Rational): Rational => (compareRational(a, b) >= 0 ? a : b);

/** `5/6`, or `3` when whole: the exact form that travels beside the decimals. */
export const toFractionText = (value: Rational): string =>
  value.denominator === 1n ? `${value.numerator}` : `${value.numerator}/${value.denominator}`;

/** Reads `5/6`, `3`, `-0.25` or `27,5` exactly; null when it is none of these. */
export function parseRational(text: string): Rational | null {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
  if (fraction) {
    const denominator = BigInt(fraction[2] ?? '0');
    return denominator === 0n ? null : rational(BigInt(fraction[1] ?? '0'), denominator);
  }
  const decimal = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(text);
  if (!decimal) return null;
  const digits = decimal[3] ?? '';
  const unsigned = rational(BigInt(`${decimal[2] ?? '0'}${digits}`), 10n ** BigInt(digits.length));
  return decimal[1] === '-' ? negate(unsigned) : unsigned;
}

/** Rounds half away from zero to `places` decimals, for display only; comparisons use the exact value. */
export function toDecimalText(value: Rational, places = 2): string {
  const negative = value.numerator < 0n;
  const absolute = negative ? -value.numerator : value.numerator;
  const scale = 10n ** BigInt(places);
  const scaled = (2n * absolute * scale + value.denominator) / (2n * value.denominator);
  const whole = (scaled / scale).toString();
  const part = places === 0 ? '' : `.${(scaled % scale).toString().padStart(places, '0')}`;
  return `${negative && scaled !== 0n ? '-' : ''}${whole}${part}`;
}
