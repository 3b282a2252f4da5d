import { intlTag } from './locale.ts';
import { typography } from './typography.ts';

const formatters = new Map<string, Intl.NumberFormat>();

// Building an Intl formatter costs a hundred times its use, and tables write thousands of numbers.
function formatter(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language}|${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(intlTag(language), options);
  formatters.set(key, made);
  return made;
}

/** Options of {@link formatNumber}: how many decimals at least and at most (0 to 20). */
export interface NumberStyle {
  readonly minDecimals?: number;
  readonly maxDecimals?: number;
}

/**
 * Writes a number: `40 000,5` in French, `40,000.5` in English. At most 6 decimals unless told otherwise;
 * half away from zero. Not for years or ids, which are not grouped.
 */
export function formatNumber(value: number, language: string, style: NumberStyle = {}): string {
  const maximumFractionDigits = style.maxDecimals ?? Math.max(6, style.minDecimals ?? 0);
  const minimumFractionDigits = style.minDecimals ?? 0;
  return typography(
    formatter(language, { minimumFractionDigits, maximumFractionDigits }).format(value),
    language,
  );
}

/**
 * Writes a share as a percentage with at most one decimal: `61,1 %`, `61.1%`.
 *
 * @param share - 0.611 for 61.1 %
 */
export function formatPercent(share: number, language: string, maxDecimals = 1): string {
  const options = { style: 'percent', maximumFractionDigits: maxDecimals } as const;
  return typography(formatter(language, options).format(share), language);
}

/**
 * How many decimals a currency has (EUR 2, XOF 0, TND 3), from `Intl`, which follows ISO 4217.
 * An unknown three-letter code counts 2.
 */
export function currencyDecimals(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  return formatter('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * Writes an amount of money: `40 000,50 €`, `€40,000.50`, `40 000 F CFA`. Whole amounts show no decimals.
 *
 * @param minor - integer in minor units of the currency (cents for EUR, francs for XOF)
 * @param currency - ISO 4217 code; anything else is written after the number as it stands
 */
export function formatMoney(minor: number, currency: string, language: string): string {
  const decimals = currencyDecimals(currency);
  const value = minor / 10 ** decimals;
  const shown = Number.isInteger(value) ? 0 : decimals;
  if (!/^[A-Z]{3}$/.test(currency)) {
    return `${formatNumber(value, language, { minDecimals: shown, maxDecimals: shown })}\u00A0${currency}`;
  }
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  } as const;
  return typography(formatter(language, options).format(value), language);
}

/**
 * Writes a quantity with its unit, never broken between the two: `1 250 m³`, `61 %`. An empty unit is left out.
 * `%` follows the language's own rule.
 */
export function formatQuantity(value: number, unit: string, language: string): string {
  const number = formatNumber(value, language);
  if (unit === '') return number;
  if (unit === '%') return typography(`${number}%`, language);
  return `${number}\u00A0${unit}`;
}
