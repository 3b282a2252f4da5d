/** Exact rational number; the denominator is positive and the fraction is in lowest terms. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/**
 * A fraction as text, in lowest terms: `"2/3"`, `"14"`, `"-1/2"`. This is the form in rules and verdicts, because
 * it survives JSON unchanged.
 */
export type Exact = string;

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/**
 * Gives `num/den` in lowest terms.
 * @throws RangeError when `den` is zero (a defect of the caller).
 */
export function fraction(num: bigint | number, den: bigint | number = 1n): Fraction {
  const n = BigInt(num);
  const d = BigInt(den);
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than zero');
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { num: n / divisor, den: d / divisor };
}

/** The fraction 0. */
export const ZERO: Fraction = { num: 0n, den: 1n };

/** The fraction 1. */
export const ONE: Fraction = { num: 1n, den: 1n };

/** Sum, exact. */
export function add(a: Fraction, b: Fraction): Fraction {
  if (a.den === b.den && a.den === 1n) return { num: a.num + b.num, den: 1n };
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

/** Difference, exact. */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { num: -b.num, den: b.den });
}

/** Product, exact. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den);
}

/**
 * Quotient, exact.
 * @throws RangeError when `b` is zero.
 */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den, a.den * b.num);
}

/** Negative when `a < b`, zero when equal, positive when `a > b`; never goes through floating point. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The lesser of two. */
export function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

/** What a fraction looks like as text: an optional minus, digits, optionally a slash and a positive number. */
export const EXACT_PATTERN = /^-?\d{1,30}(?:\/[1-9]\d{0,29})?$/;

/**
 * Reads `"2/3"` or `"14"`.
 * @throws RangeError when the text does not match {@link EXACT_PATTERN}; schemas check it before.
 */
export function parseExact(text: Exact): Fraction {
  if (!EXACT_PATTERN.test(text)) throw new RangeError(`Not an exact number: ${text}`);
  const [num = '0', den = '1'] = text.split('/');
  return fraction(BigInt(num), BigInt(den));
}

/** Writes a fraction as {@link Exact} text. */
export function formatExact(value: Fraction): Exact {
  return value.den === 1n ? `${value.num}` : `${value.num}/${value.den}`;
}

/**
 * A decimal for reading beside the exact value, rounded half away from zero. Never compare it with anything.
 * @param places number of decimals, 0 or more
 */
export function toDecimal(value: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const negative = value.num < 0n;
  const absolute = negative ? -value.num : value.num;
  const scaled = (2n * absolute * scale + value.den) / (2n * value.den);
  const digits = scaled.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const rest = places === 0 ? '' : `.${digits.slice(digits.length - places)}`;
  return `${negative && scaled !== 0n ? '-' : ''}${whole}${rest}`;
}

/** Sum of a list, exact; 0 for an empty list. */
export function sum(values: Iterable<Fraction>): Fraction {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}
