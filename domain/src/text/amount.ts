import { isFrench } from './locale.ts';
import { currencyDecimals } from './number.ts';

/** Why an amount typed by a person was not taken. */
export type AmountRefusal =
  | { readonly ok: false; readonly code: 'AmountMissing' }
  | { readonly ok: false; readonly code: 'AmountUnreadable' }
  | { readonly ok: false; readonly code: 'TooManyDecimals'; readonly decimals: number }
  | { readonly ok: false; readonly code: 'AmountTooLarge' };

/** A number as it was read. `ambiguous` says that another language would read it otherwise: show the reading. */
export interface DecimalReading {
  readonly ok: true;
  /** Plain decimal notation: `-40000.50`. */
  readonly decimal: string;
  readonly value: number;
  readonly ambiguous: boolean;
}

/** An amount of money as it was read, in integer minor units. */
export interface MoneyReading {
  readonly ok: true;
  readonly minor: number;
  readonly ambiguous: boolean;
}

interface Split {
  readonly whole: string;
  readonly fraction: string;
  readonly ambiguous: boolean;
}

const GROUPS = /^\d{1,3}(?:[.,'’\u0020]\d{3})+$/;

function splitAt(text: string, index: number): Split | undefined {
  const before = text.slice(0, index);
  const fraction = text.slice(index + 1);
  const whole = before.replace(/[.,'’ ]/g, '');
  if (!/^\d*$/.test(fraction) || !/^\d*$/.test(whole) || whole + fraction === '') return undefined;
  if (/[.,'’ ]/.test(before) && !GROUPS.test(before)) return undefined;
  return { whole: whole || '0', fraction, ambiguous: false };
}

// The one hard case: a single comma or point with exactly three digits after it.
function splitSingle(text: string, index: number, french: boolean, maxDecimals: number): Split | undefined {
  // A space or an apostrophe already groups, so the comma or point can only be the decimal sign.
  const couldGroup = GROUPS.test(text) && !text.startsWith('0') && !/[ '’]/.test(text);
  if (!couldGroup) return splitAt(text, index);
  const grouped: Split = { whole: text.replace(/[.,'’ ]/g, ''), fraction: '', ambiguous: maxDecimals >= 3 };
  if (maxDecimals < 3) return grouped;
  const decimalSign = french ? ',' : '.';
  if (text[index] !== decimalSign) return grouped;
  const split = splitAt(text, index);
  return split && { ...split, ambiguous: true };
}

function split(text: string, french: boolean, maxDecimals: number): Split | undefined {
  const commas = text.split(',').length - 1;
  const points = text.split('.').length - 1;
  if (commas + points === 0) {
    const whole = text.replace(/['’ ]/g, '');
    return /^\d+$/.test(whole) && (whole === text || GROUPS.test(text))
      ? { whole, fraction: '', ambiguous: false }
      : undefined;
  }
  if (commas > 0 && points > 0) {
    const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
    const lastSign = text[last] === ',' ? commas : points;
    return lastSign === 1 ? splitAt(text, last) : undefined;
  }
  if (commas + points > 1) {
    return GROUPS.test(text)
      ? { whole: text.replace(/[.,'’ ]/g, ''), fraction: '', ambiguous: false }
      : undefined;
  }
  return splitSingle(text, Math.max(text.indexOf(','), text.indexOf('.')), french, maxDecimals);
}

/**
 * Reads a number as people type it: `40 000,50`, `40,000.50`, `40.000,50`, `-3`, any kind of space.
 *
 * @param typed - what stands in the field; white space around it is ignored
 * @param language - decides the single ambiguous case (`1,234`)
 * @param maxDecimals - how many decimals the unit allows, 0 to 12
 */
export function readDecimal(
  typed: string,
  language: string,
  maxDecimals = 6,
): DecimalReading | AmountRefusal {
  const text = typed
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim()
    .replace(/^\u2212/, '-');
  if (text === '') return { ok: false, code: 'AmountMissing' };
  const negative = text.startsWith('-');
  const parts = split(negative ? text.slice(1).trimStart() : text, isFrench(language), maxDecimals);
  if (!parts) return { ok: false, code: 'AmountUnreadable' };
  const fraction = parts.fraction.length > maxDecimals ? parts.fraction.replace(/0+$/, '') : parts.fraction;
  if (fraction.length > maxDecimals) return { ok: false, code: 'TooManyDecimals', decimals: maxDecimals };
  const whole = parts.whole.replace(/^0+(?=\d)/, '');
  if (whole.length + fraction.length > 15) return { ok: false, code: 'AmountTooLarge' };
  const digits = fraction === '' ? whole : `${whole}.${fraction}`;
  const decimal = negative && /[1-9]/.test(digits) ? `-${digits}` : digits;
  return { ok: true, decimal, value: Number(decimal), ambiguous: parts.ambiguous };
}

/**
 * Reads an amount of money into integer minor units of its currency; exact, no binary rounding.
 *
 * @param currency - ISO 4217; an amount with more decimals than the currency has is refused
 */
export function readMoney(typed: string, currency: string, language: string): MoneyReading | AmountRefusal {
  const decimals = currencyDecimals(currency);
  const reading = readDecimal(typed.replace(/[€$£]|\b[A-Z]{3}\b/gu, ' '), language, decimals);
  if (!reading.ok) return reading;
  const [whole = '0', fraction = ''] = reading.decimal.split('.');
  const minor = Number(`${whole}${fraction.padEnd(decimals, '0')}`);
  if (!Number.isSafeInteger(minor)) return { ok: false, code: 'AmountTooLarge' };
  return { ok: true, minor: minor === 0 ? 0 : minor, ambiguous: reading.ambiguous };
}
