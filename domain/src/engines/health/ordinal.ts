/** The levels that an answer may take: whole numbers from `least` to `most`. Kept with every score (HLT-1). */
export interface Scale {
  readonly least: number;
  readonly most: number;
}

/** How a group answered one question, in measures that respect the order of levels and nothing more. */
export interface OrdinalSummary {
  /** Level of the middle answer, or halfway between the two middle ones. */
  readonly median: number;
  /** Level of the first and of the third quarter, by the same rule. */
  readonly lower: number;
  readonly upper: number;
  /** Third less first quarter: 0 where the middle half agrees. */
  readonly spread: number;
  /** Van der Eijk's A, from -1 (two opposite camps) over 0 (all levels alike) to 1 (all the same). */
  readonly agreement: number;
  /** Mean level: a convenience, since the steps between levels need not be equal. */
  readonly mean: number;
}

/** Reads a scale written as `1-5`; nothing if it is not two rising whole numbers with at least three levels. */
export function readScale(text: string): Scale | undefined {
  const match = /^(\d{1,2})\s*[-–]\s*(\d{1,2})$/.exec(text.trim());
  const scale = { least: Number(match?.[1]), most: Number(match?.[2]) };
  return match && scale.most - scale.least >= 2 ? scale : undefined;
}

/** A scale as people write it. */
export function nameScale(scale: Scale): string {
  return `${scale.least}-${scale.most}`;
}

/** Whether two scales are the same, so that their scores may be compared (HLT-1). */
export function isSameScale(one: Scale, other: Scale): boolean {
  return one.least === other.least && one.most === other.most;
}

/** The number of levels of a scale. */
export function countLevels(scale: Scale): number {
  return scale.most - scale.least + 1;
}

/**
 * Summarises answers (HLT-2, HLT-3).
 *
 * @param weights answers by level, lowest first; counts, or shares of any sum above 0.
 * @returns nothing where there is no answer.
 */
export function summarise(weights: readonly number[], scale: Scale): OrdinalSummary | undefined {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(whole > 0)) return undefined;
  const [lower, median, upper] = [0.25, 0.5, 0.75].map(
    (share) => quantile(weights, whole * share) + scale.least,
  );
  if (lower === undefined || median === undefined || upper === undefined) return undefined;
  return {
    median,
    lower,
    upper,
    spread: upper - lower,
    agreement: measureAgreement(weights),
    mean: meanOf(weights, scale),
  };
}

/** Mean level of weighted answers; not a number where there are none. */
export function meanOf(weights: readonly number[], scale: Scale): number {
  let [sum, whole] = [0, 0];
  for (const [level, weight] of weights.entries()) {
    sum += weight * (scale.least + level);
    whole += weight;
  }
  return sum / whole;
}

/**
 * The level below which `mark` of the weight lies; where the mark falls just between two levels, halfway.
 *
 * @see Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), definition 2.
 */
function quantile(weights: readonly number[], mark: number): number {
  const tolerance = 1e-9 * mark;
  let below = 0;
  for (const [level, weight] of weights.entries()) {
    below += weight;
    if (below > mark + tolerance) return level;
    if (weight > 0 && below >= mark - tolerance) {
      const next = weights.findIndex((other, index) => index > level && other > 0);
      return next < 0 ? level : (level + next) / 2;
    }
  }
  return weights.length - 1;
}

/**
 * Van der Eijk's A: the answers are taken apart into layers in which every level used is used equally; each layer's
 * agreement counts by its share of the answers (HLT-3). 0 for no answers.
 *
 * @param weights answers by level; at least three levels.
 * @see C. van der Eijk, "Measuring Agreement in Ordered Rating Scales", Quality & Quantity 35 (2001), 325-341.
 */
export function measureAgreement(weights: readonly number[]): number {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let rest = [...weights];
  let agreement = 0;
  // What rounding leaves of a layer of shares must not count as a layer of its own.
  const nothing = 1e-12 * whole;
  for (;;) {
    const used = rest.map((weight) => weight > nothing);
    const levels = used.filter(Boolean).length;
    if (levels === 0) return agreement;
    const height = Math.min(...rest.filter((weight) => weight > nothing));
    agreement += ((height * levels) / whole) * agreementOfLayer(used, levels);
    rest = rest.map((weight, level) => (used[level] ? weight - height : weight));
  }
}

function agreementOfLayer(used: readonly boolean[], levels: number): number {
  const all = used.length;
  if (levels === 1) return 1;
  if (levels === all) return 0;
  let [unimodal, bimodal] = [0, 0];
  for (let low = 0; low < all - 2; low++) {
    for (let middle = low + 1; middle < all - 1; middle++) {
      for (let high = middle + 1; high < all; high++) {
        if (used[low] && !used[middle] && used[high]) bimodal += 1;
        else if (used[middle] && used[low] !== used[high]) unimodal += 1;
      }
    }
  }
  const shape = ((all - 2) * unimodal - (all - 1) * bimodal) / ((all - 2) * (unimodal + bimodal));
  return shape * (1 - (levels - 1) / (all - 1));
}

/**
 * Mixes the answers of groups so that each weighs the same whatever its size (HLT-4): the mean of their shares by
 * level. Groups without answers are left out.
 */
export function mixEqually(groups: readonly (readonly number[])[]): number[] {
  const answered = groups.filter((weights) => weights.some((weight) => weight > 0));
  const levels = answered[0]?.length ?? 0;
  return Array.from({ length: levels }, (_, level) => {
    const shares = answered.map((weights) => {
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      return (weights[level] ?? 0) / whole;
    });
    return shares.reduce((sum, share) => sum + share, 0) / answered.length;
  });
}
