import type { Segment } from './map-grid.ts';
import type { Point } from './map-layout.ts';

/** A relation of the drawing, from one place to another. */
export interface Relation {
  readonly strength: string;
  readonly ends: readonly [Point, Point];
}

/** Relations of one strength in one path, as wide and as dark (0 to 1) as their number allows. */
export interface PictureLine {
  readonly key: string;
  readonly width: number;
  readonly opacity: number;
  readonly d: string;
}

/** The point in the middle of a bent line, towards which it bends. */
const bend = (a: Point, b: Point): Point => ({
  x: (a.x + b.x) / 2 - (b.y - a.y) * 0.06,
  y: (a.y + b.y) / 2 + (b.x - a.x) * 0.06,
});

const written = (value: number): string => String(Math.round(value * 10) / 10);
/** A point as a path holds it, to a tenth of a unit. */
export const spot = ({ x, y }: Point): string => `${written(x)} ${written(y)}`;

/** A line between two organisations, bent a little so that two of them never lie on one another. */
export const curve = (a: Point, b: Point): string => `M${spot(a)}Q${spot(bend(a, b))} ${spot(b)}`;

/** A straight line, as the one that leads to words away from their shape. */
export const lineTo = (a: Point, b: Point): string => `M${spot(a)}L${spot(b)}`;

/** The bent line in straight pieces, for words that avoid it. */
export const pieces = (a: Point, b: Point): readonly Segment[] => {
  const middle = bend(a, b);
  const on = (t: number): Point => ({
    x: (1 - t) ** 2 * a.x + 2 * t * (1 - t) * middle.x + t ** 2 * b.x,
    y: (1 - t) ** 2 * a.y + 2 * t * (1 - t) * middle.y + t ** 2 * b.y,
  });
  return [0, 1, 2, 3].map((step) => [on(step / 4), on((step + 1) / 4)]);
};

/** How wide the lines of each strength are where there is room, in units of the drawing. */
const WIDTHS = { loose: 1.25, regular: 2.25, close: 4 } as const;
const STRENGTHS = ['loose', 'regular', 'close'] as const;
/** So many lines are drawn in full; where there are more, each is finer and fainter. */
const FEW = 100;
/** Faint lines go into so many paths of each strength: where many of them cross, the drawing is darker. */
const PATHS = 5;

/** What is left of the width and of the ink of a line among so many. */
const shareOf = (count: number, most: { readonly power: number; readonly least: number }): number =>
  Math.max(most.least, Math.min(1, (FEW / Math.max(1, count)) ** most.power));

/**
 * The lines of a drawing at a zoom: a few in full, thousands as a veil that is darkest where most of them cross. A
 * closer look has fewer of them on the screen, and shows each more clearly.
 */
export const linesOf = (relations: readonly Relation[], zoom: number): readonly PictureLine[] => {
  const count = relations.length / zoom;
  const thin = shareOf(count, { power: 0.35, least: 0.4 });
  const opacity = Math.round(shareOf(count, { power: 0.5, least: 0.1 }) * 100) / 100;
  const paths = opacity === 1 ? 1 : PATHS;
  return STRENGTHS.flatMap((strength) => {
    const all = relations.filter((one) => one.strength === strength);
    const width = Math.round(WIDTHS[strength] * thin * 100) / 100;
    return Array.from({ length: paths }, (_, path) => ({
      key: `${strength} ${path}`,
      width,
      opacity,
      d: all.flatMap(({ ends }, index) => (index % paths === path ? [curve(...ends)] : [])).join(''),
    })).filter(({ d }) => d !== '');
  });
};
