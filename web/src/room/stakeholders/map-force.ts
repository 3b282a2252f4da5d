import { layOutNetwork } from '@tablee/domain/engines/network';
import { MAP, nodeFor, type Point } from './map-layout.ts';
import type { PictureRequest } from './map-picture.ts';

/** Space that words at the edge of the drawing need, in its units. */
const MARGIN = { x: 84, y: 40 } as const;
/** The seed of every map: the same actors and relations give the same picture on every device. */
const SEED = 1;

/** How much each strength draws two actors together. */
const WEIGHTS: { readonly [strength: string]: number } = { loose: 1, regular: 2, close: 3 };

/** What a relation weighs in the layout. */
const weightOf = (strength: string | undefined): number => WEIGHTS[strength ?? 'loose'] ?? 1;

/** Where actors stood when the drawing was last laid out, so that one more hardly moves those who are there. */
export interface Known {
  /** Whose places these are, and with which relations. */
  readonly key: string;
  readonly places: ReadonlyMap<string, readonly [x: number, y: number]>;
}

/** Nothing was laid out yet. */
export const NOBODY: Known = { key: '', places: new Map() };

/**
 * Where relations put everybody around 0, in units of their own; takes seconds for thousands. The same actors and
 * relations as in `before` keep their places, others are added to them.
 */
export const settle = ({ actors, relations }: PictureRequest, before: Known): Known => {
  const numbers = new Map(actors.map(({ id }, index) => [id, index]));
  const ties = relations.flatMap(({ from, to, strength }) => {
    const [a, b] = [numbers.get(from), numbers.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [[a, b, weightOf(strength)] as const];
  });
  const key = JSON.stringify([actors.map(({ id }) => id), ties]);
  if (key === before.key) return before;
  const held = actors.flatMap(({ id }) => before.places.get(id) ?? [Number.NaN, Number.NaN]);
  const places = layOutNetwork({
    actors: actors.length,
    ties,
    seed: SEED,
    room: Math.max(24, nodeFor(actors.length) * 4),
    ...(before.places.size > 0 ? { before: Float64Array.from(held) } : {}),
  });
  return {
    key,
    places: new Map(
      actors.map(({ id }, index) => [id, [places[index * 2] ?? 0, places[index * 2 + 1] ?? 0] as const]),
    ),
  };
};

/** Fits settled places into the drawing at zoom 1, in the order of `actors`. */
export const relationPlaces = ({ actors }: PictureRequest, { places }: Known): readonly Point[] => {
  const points = actors.map(({ id }) => places.get(id) ?? ([0, 0] as const));
  let [left, right, top, bottom] = [0, 0, 0, 0];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  return points.map(([x, y]) => ({
    x: MARGIN.x + ((x - left) / width) * (MAP.width - 2 * MARGIN.x),
    y: MARGIN.y + ((y - top) / height) * (MAP.height - 2 * MARGIN.y),
  }));
};
