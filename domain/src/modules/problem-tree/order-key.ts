const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;

const digit = (key: string, at: number): number => Math.max(0, DIGITS.indexOf(key.charAt(at) || '0'));

/**
 * A key that sorts between two others: fractions in base 36 without zeros at the end, compared as plain strings.
 * `before` absent is the start, `after` absent the end. Where `before` is not less than `after`, the key comes after
 * `before`.
 */
export const keyBetween = (before: string | undefined, after: string | undefined): string => {
  const low = before ?? '';
  const high = after !== undefined && low < after ? after : undefined;
  let key = '';
  for (let at = 0; ; at += 1) {
    const from = digit(low, at);
    const isBound = high !== undefined && key === high.slice(0, at);
    const to = isBound ? digit(high, at) : BASE;
    if (to - from > 1) return key + DIGITS.charAt(Math.floor((from + to) / 2));
    key += DIGITS.charAt(from);
  }
};

/** `count` keys in order, evenly apart: for cards that come together. */
export const evenKeys = (count: number): readonly string[] => {
  const keys: string[] = [];
  for (let at = 0; at < count; at += 1) keys.push(`${(at + 1).toString(BASE).padStart(4, '0')}i`);
  return keys;
};

/** The key of the card typed as number `order` (0 or more): later ones sort after earlier ones. */
export const keyOf = (order: number): string => `i${order.toString(BASE).padStart(5, '0')}i`;
