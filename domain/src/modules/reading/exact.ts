/** An exact number: numerator over a positive denominator, in lowest terms. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/**
 * `num / den` in lowest terms.
 * @throws RangeError when `den` is zero: a defect of the caller.
 */
export const ratio = (num: bigint | number, den: bigint | number = 1): Ratio => {
  const [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError('A share of nothing has no value');
  const divisor = (gcd(n, d) || 1n) * (d < 0n ? -1n : 1n);
  return { num: n / divisor, den: d / divisor };
};

/** Reads a decimal as the field `quantity` accepts it (`-12.50`). */
export const fromDecimal = (text: string): Ratio => {
  const [whole = '0', fraction = ''] = text.split('.');
  return ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
};

/** Sum, exact. */
export const plus = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den + b.num * a.den, a.den * b.den);
/** Difference, exact. */
export const minus = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den - b.num * a.den, a.den * b.den);
/** Product, exact. */
export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.num, a.den * b.den);
/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export const order = (a: Ratio, b: Ratio): number => {
  const [left, right] = [a.num * b.den, b.num * a.den];
  return left < right ? -1 : left > right ? 1 : 0;
};
/** Without its sign. */
export const magnitude = (a: Ratio): Ratio => ({ num: a.num < 0n ? -a.num : a.num, den: a.den });

/** As text, in lowest terms: `2/3`, `14`. */
export const asFraction = (a: Ratio): string => (a.den === 1n ? `${a.num}` : `${a.num}/${a.den}`);

/** As a decimal of `places` digits, rounded half away from zero: for reading, never for comparing. */
export const asDecimal = (a: Ratio, places: number): string => {
  const scale = 10n ** BigInt(places);
  const { num, den } = magnitude(a);
  const scaled = (2n * num * scale + den) / (2n * den);
  const digits = scaled.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = a.num < 0n && scaled !== 0n ? '-' : '';
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(digits.length - places)}`;
};

/** The same without zeros at the end, with at most `places` digits: `32.5`, `12`. */
export const asPlain = (a: Ratio, places = 2): string => {
  const text = asDecimal(a, places);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};
