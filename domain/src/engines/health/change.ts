import { openChance } from '../chance/index.ts';
import { meanOf, mixEqually, type Scale, summarise } from './ordinal.ts';

/** How far answers moved between two rounds, over the groups that can be read in both. */
export interface Change {
  /** Difference of the mean levels, each group weighing the same. */
  readonly mean: number;
  /** The middle 90 % of what resampling gives for that difference. */
  readonly low: number;
  readonly high: number;
  /** Difference of the medians. */
  readonly median: number;
  /** How many groups were compared. */
  readonly groups: number;
}

const RESAMPLES = 2000;

/**
 * Measures the change from one round to the next (HLT-7): a percentile bootstrap, answers drawn anew within each
 * group, 2,000 times, from the given seed.
 *
 * @param before and @param after answers by level, group by group in the same order.
 * @see B. Efron, R. Tibshirani, An Introduction to the Bootstrap (1993), section 13.3.
 */
export function measureChange(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
  scale: Scale,
  seed: number,
): Change | undefined {
  const both = before.map((_, g) => g).filter((g) => sum(before[g]) > 0 && sum(after[g]) > 0);
  if (both.length === 0) return undefined;
  const [old, now] = [both.map((g) => before[g] ?? []), both.map((g) => after[g] ?? [])];
  const chance = openChance(seed);
  const draw = (counts: readonly number[]): number[] => resample(counts, chance.next);
  const differences = Array.from(
    { length: RESAMPLES },
    () => meanOfGroups(now.map(draw), scale) - meanOfGroups(old.map(draw), scale),
  ).sort((a, b) => a - b);
  const medianOf = (groups: readonly (readonly number[])[]): number =>
    summarise(mixEqually(groups), scale)?.median ?? 0;
  return {
    mean: meanOfGroups(now, scale) - meanOfGroups(old, scale),
    low: differences[Math.floor(0.05 * (RESAMPLES - 1))] ?? 0,
    high: differences[Math.ceil(0.95 * (RESAMPLES - 1))] ?? 0,
    median: medianOf(now) - medianOf(old),
    groups: both.length,
  };
}

function meanOfGroups(groups: readonly (readonly number[])[], scale: Scale): number {
  return groups.reduce((total, counts) => total + meanOf(counts, scale), 0) / groups.length;
}

/** As many answers as there were, each drawn from those that there were. */
function resample(counts: readonly number[], next: () => number): number[] {
  const answers = sum(counts);
  const drawn = counts.map(() => 0);
  for (let i = 0; i < answers; i++) {
    let mark = next() * answers;
    let level = 0;
    while (level < counts.length - 1 && mark >= (counts[level] ?? 0)) mark -= counts[level++] ?? 0;
    drawn[level] = (drawn[level] ?? 0) + 1;
  }
  return drawn;
}

function sum(counts: readonly number[] | undefined): number {
  return (counts ?? []).reduce((total, count) => total + count, 0);
}
