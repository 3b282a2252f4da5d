import type { BenchLine } from './engine.ts';

/** A ratio that must reach `least`. */
export const atLeast = (name: string, ratio: number, least: number): BenchLine => ({
  name,
  value: ratio.toFixed(2),
  budget: `at least ${least}`,
  kept: ratio >= least,
});

/** A number that must stay within `most`; `unit` stands after both. */
export const atMost = (name: string, value: number, most: number, unit = ''): BenchLine => ({
  name,
  value: `${round(value)}${unit}`,
  budget: `at most ${most}${unit}`,
  kept: value <= most,
});

/** A figure without a budget, to be read beside the others. */
export const noted = (name: string, value: string): BenchLine => ({ name, value, budget: '', kept: true });

const round = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);

/** The middle of some numbers; 0 of none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which the share `at` (0 to 1) of the values lies; 0 of none. */
export const quantile = (values: readonly number[], at: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
};
