import { type Chance, openChance } from '../chance/index.ts';
import type { Positions } from './components.ts';

/** People sorted into groups by where they stand. */
export interface Clustering {
  /** Number of groups. */
  readonly groups: number;
  /** Group of each point, from 0, in the order of the points given; groups are ordered by falling size. */
  readonly groupOf: Int32Array;
  /** Middle of each group. */
  readonly middles: readonly (readonly [number, number])[];
  /** Mean silhouette, from -1 to 1: how much nearer people stand to their own group than to the next. */
  readonly silhouette: number;
}

/** What bounds the search for groups. */
export interface ClusterOptions {
  readonly seed: number;
  /** Groups tried: from 2 to this number. */
  readonly most: number;
  /** A division with a group smaller than this is not taken. */
  readonly smallest: number;
}

const STARTS = 4;
const STEPS = 100;
/** Above this many points the silhouette is taken of a seeded sample of as many. */
const SILHOUETTE_LIMIT = 4000;

/**
 * Finds the division into 2 to `most` groups whose mean silhouette is greatest; of equals, the one with fewer groups
 * (OPN-7). Each number of groups is tried from four seeded starts and the tightest of the four is kept.
 *
 * @returns nothing where no division has only groups of at least `smallest` points at different places.
 * @see Arthur and Vassilvitskii, "k-means++" (2007); Rousseeuw, "Silhouettes" (1987).
 */
export function findGroups(points: Positions, options: ClusterOptions): Clustering | undefined {
  const candidates: Division[] = [];
  for (let groups = 2; groups <= Math.min(options.most, points.x.length); groups++) {
    const chance = openChance(options.seed * 31 + groups);
    let best: Division | undefined;
    for (let start = 0; start < STARTS; start++) {
      const division = settle(points, scatter(points, groups, chance));
      if (best === undefined || division.spread < best.spread) best = division;
    }
    if (best && Math.min(...sizesOf(best)) >= Math.max(1, options.smallest)) candidates.push(best);
  }
  const widths = silhouettes(points, candidates, openChance(options.seed));
  let chosen = -1;
  for (const [index, width] of widths.entries())
    if (chosen < 0 || width > (widths[chosen] ?? 0) + 1e-12) chosen = index;
  const division = candidates[chosen];
  return division && bySize(division, widths[chosen] ?? 0);
}

/** Sorts points to the nearest of the given middles and moves the middles until nobody changes group. */
export function settleGroups(points: Positions, middles: readonly (readonly [number, number])[]): Clustering {
  const start = Float64Array.from(middles.flat());
  const division = settle(points, start);
  return {
    groups: middles.length,
    groupOf: division.groupOf,
    middles: pairs(division.middles),
    silhouette: silhouettes(points, [division], openChance(0))[0] ?? 0,
  };
}

interface Division {
  readonly groupOf: Int32Array;
  /** x and y of each middle, one after the other. */
  readonly middles: Float64Array;
  /** Sum of squared distances to the middles. */
  readonly spread: number;
}

/** First middles as k-means++ draws them: far apart, by squared distance. */
function scatter({ x, y }: Positions, groups: number, chance: Chance): Float64Array {
  const middles = new Float64Array(groups * 2);
  const nearest = new Float64Array(x.length).fill(Number.POSITIVE_INFINITY);
  let drawn = chance.below(x.length);
  for (let g = 0; g < groups; g++) {
    const [mx, my] = [x[drawn] ?? 0, y[drawn] ?? 0];
    middles[2 * g] = mx;
    middles[2 * g + 1] = my;
    let sum = 0;
    for (let i = 0; i < x.length; i++) {
      const distance = ((x[i] ?? 0) - mx) ** 2 + ((y[i] ?? 0) - my) ** 2;
      if (distance < (nearest[i] ?? 0)) nearest[i] = distance;
      sum += nearest[i] ?? 0;
    }
    let mark = chance.next() * sum;
    drawn = 0;
    while (drawn < x.length - 1 && mark >= (nearest[drawn] ?? 0)) mark -= nearest[drawn++] ?? 0;
  }
  return middles;
}

function settle(points: Positions, middles: Float64Array): Division {
  const groupOf = new Int32Array(points.x.length).fill(-1);
  const current = middles.slice();
  let spread = 0;
  for (let step = 0; step < STEPS; step++) {
    const sorted = sortToNearest(points, current, groupOf);
    spread = sorted.spread;
    if (!sorted.moved) break;
    moveMiddles(points, groupOf, current);
  }
  return { groupOf, middles: current, spread };
}

function sortToNearest(
  { x, y }: Positions,
  middles: Float64Array,
  groupOf: Int32Array,
): { readonly moved: boolean; readonly spread: number } {
  let [moved, spread] = [false, 0];
  for (let i = 0; i < x.length; i++) {
    let [nearest, least] = [0, Number.POSITIVE_INFINITY];
    for (let g = 0; g < middles.length / 2; g++) {
      const distance =
        ((x[i] ?? 0) - (middles[2 * g] ?? 0)) ** 2 + ((y[i] ?? 0) - (middles[2 * g + 1] ?? 0)) ** 2;
      if (distance < least) [nearest, least] = [g, distance];
    }
    if (groupOf[i] !== nearest) moved = true;
    groupOf[i] = nearest;
    spread += least;
  }
  return { moved, spread };
}

function moveMiddles({ x, y }: Positions, groupOf: Int32Array, middles: Float64Array): void {
  const sums = new Float64Array(middles.length);
  const sizes = new Int32Array(middles.length / 2);
  for (let i = 0; i < x.length; i++) {
    const g = groupOf[i] ?? 0;
    sums[2 * g] = (sums[2 * g] ?? 0) + (x[i] ?? 0);
    sums[2 * g + 1] = (sums[2 * g + 1] ?? 0) + (y[i] ?? 0);
    sizes[g] = (sizes[g] ?? 0) + 1;
  }
  for (let k = 0; k < middles.length; k++) {
    const size = sizes[k >> 1] ?? 0;
    if (size > 0) middles[k] = (sums[k] ?? 0) / size;
  }
}

function sizesOf(division: Division): number[] {
  const sizes = new Array<number>(division.middles.length / 2).fill(0);
  for (const group of division.groupOf) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}

/**
 * Mean silhouette of each division. Points that all divisions keep together share a bin, and each point's distances
 * are added up by bin: one pass over the pairs serves every division, and no matrix of distances is kept.
 */
function silhouettes(points: Positions, divisions: readonly Division[], chance: Chance): number[] {
  if (divisions.length === 0) return [];
  const sample = samplePoints(points.x.length, chance);
  const bins = new Map<string, number>();
  const binOf = Int32Array.from(sample, (i) => {
    const key = divisions.map((division) => division.groupOf[i]).join();
    const bin = bins.get(key) ?? bins.size;
    bins.set(key, bin);
    return bin;
  });
  const sums = addDistances(points, sample, { binOf, bins: bins.size });
  const groupsOfBins = [...bins.keys()].map((key) => key.split(',').map(Number));
  return divisions.map((division, d) => {
    const groupOfBin = Int32Array.from(groupsOfBins, (groups) => groups[d] ?? 0);
    return meanWidth({ sums, binOf, groupOfBin, groups: division.middles.length / 2 });
  });
}

/** Sum of the distances from each sampled point to the points of each bin: `sums[point * bins + bin]`. */
function addDistances(
  points: Positions,
  sample: Int32Array,
  { binOf, bins }: { readonly binOf: Int32Array; readonly bins: number },
): Float64Array {
  const x = Float64Array.from(sample, (i) => points.x[i] ?? 0);
  const y = Float64Array.from(sample, (i) => points.y[i] ?? 0);
  const sums = new Float64Array(sample.length * bins);
  for (let a = 0; a < x.length; a++) {
    const [ax, ay, row, bin] = [x[a] ?? 0, y[a] ?? 0, a * bins, binOf[a] ?? 0];
    for (let b = a + 1; b < x.length; b++) {
      const dx = (x[b] ?? 0) - ax;
      const dy = (y[b] ?? 0) - ay;
      const distance = Math.sqrt(dx * dx + dy * dy);
      const there = row + (binOf[b] ?? 0);
      const back = b * bins + bin;
      sums[there] = (sums[there] ?? 0) + distance;
      sums[back] = (sums[back] ?? 0) + distance;
    }
  }
  return sums;
}

interface Binned {
  readonly sums: Float64Array;
  readonly binOf: Int32Array;
  readonly groupOfBin: Int32Array;
  readonly groups: number;
}

function meanWidth({ sums, binOf, groupOfBin, groups }: Binned): number {
  const bins = groupOfBin.length;
  const sizes = new Int32Array(groups);
  for (const bin of binOf) sizes[groupOfBin[bin] ?? 0] = (sizes[groupOfBin[bin] ?? 0] ?? 0) + 1;
  const toGroup = new Float64Array(groups);
  let total = 0;
  for (const [i, ownBin] of binOf.entries()) {
    toGroup.fill(0);
    for (let bin = 0; bin < bins; bin++) {
      const group = groupOfBin[bin] ?? 0;
      toGroup[group] = (toGroup[group] ?? 0) + (sums[i * bins + bin] ?? 0);
    }
    total += widthOf(toGroup, sizes, groupOfBin[ownBin] ?? 0);
  }
  return binOf.length === 0 ? 0 : total / binOf.length;
}

/** Silhouette of one point from its summed distances to each group; 0 for the only one of its group. */
function widthOf(toGroup: Float64Array, sizes: Int32Array, own: number): number {
  if ((sizes[own] ?? 0) < 2) return 0;
  const inside = (toGroup[own] ?? 0) / ((sizes[own] ?? 0) - 1);
  let outside = Number.POSITIVE_INFINITY;
  for (let g = 0; g < sizes.length; g++) {
    const size = sizes[g] ?? 0;
    if (g !== own && size > 0) outside = Math.min(outside, (toGroup[g] ?? 0) / size);
  }
  const wider = Math.max(inside, outside);
  return wider > 0 && wider < Number.POSITIVE_INFINITY ? (outside - inside) / wider : 0;
}

function samplePoints(count: number, chance: Chance): Int32Array {
  const all = Int32Array.from({ length: count }, (_, i) => i);
  if (count <= SILHOUETTE_LIMIT) return all;
  for (let i = 0; i < SILHOUETTE_LIMIT; i++) {
    const j = i + chance.below(count - i);
    [all[i], all[j]] = [all[j] ?? 0, all[i] ?? 0];
  }
  return all.slice(0, SILHOUETTE_LIMIT);
}

function bySize(division: Division, silhouette: number): Clustering {
  const sizes = sizesOf(division);
  const order = sizes.map((_, g) => g).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  const rank = new Map(order.map((group, place) => [group, place]));
  const middles = pairs(division.middles);
  return {
    groups: sizes.length,
    groupOf: division.groupOf.map((group) => rank.get(group) ?? 0),
    middles: order.map((group) => middles[group] ?? [0, 0]),
    silhouette,
  };
}

function pairs(flat: Float64Array): (readonly [number, number])[] {
  return Array.from({ length: flat.length / 2 }, (_, g) => [flat[2 * g] ?? 0, flat[2 * g + 1] ?? 0] as const);
}
