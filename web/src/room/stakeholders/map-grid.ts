import { type Box, overlap, type Point } from './map-layout.ts';

/** A line of the drawing that words should not cross if they can help it. */
export type Segment = readonly [Point, Point];

const CELL = 48;

const cellsOf = function* ({ left, top, right, bottom }: Box): Generator<number> {
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
    // Rows never reach so far that two cells would share a number.
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) yield x * 65_536 + y;
};

const boxOf = ([a, b]: Segment): Box => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  right: Math.max(a.x, b.x),
  bottom: Math.max(a.y, b.y),
});

const sign = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

const cross = ([a, b]: Segment, [c, d]: Segment): boolean =>
  sign(a, b, c) * sign(a, b, d) < 0 && sign(c, d, a) * sign(c, d, b) < 0;

/** True when a line runs through a rectangle. */
export const runsThrough = (line: Segment, box: Box): boolean => {
  if (!overlap(boxOf(line), box, 0.001)) return false;
  const within = ({ x, y }: Point): boolean => x > box.left && x < box.right && y > box.top && y < box.bottom;
  if (line.some(within)) return true;
  const { left, top, right, bottom } = box;
  return (
    cross(line, [
      { x: left, y: top },
      { x: right, y: bottom },
    ]) ||
    cross(line, [
      { x: right, y: top },
      { x: left, y: bottom },
    ])
  );
};

/** What stands in the drawing, found by place: rectangles that are taken, and lines. */
export class MapGrid {
  readonly #boxes = new Map<number, Box[]>();
  readonly #lines = new Map<number, Segment[]>();

  /** Takes the place of a rectangle. */
  take(box: Box): void {
    for (const cell of cellsOf(box)) {
      const held = this.#boxes.get(cell);
      if (held === undefined) this.#boxes.set(cell, [box]);
      else held.push(box);
    }
  }

  /** Draws a line. */
  draw(line: Segment): void {
    for (const cell of cellsOf(boxOf(line))) {
      const held = this.#lines.get(cell);
      if (held === undefined) this.#lines.set(cell, [line]);
      else held.push(line);
    }
  }

  /** True when nothing but `own` stands within `margin` of a rectangle. */
  isFree(box: Box, own: Box, margin: number): boolean {
    const wide = {
      left: box.left - margin,
      top: box.top - margin,
      right: box.right + margin,
      bottom: box.bottom + margin,
    };
    for (const cell of cellsOf(wide))
      for (const other of this.#boxes.get(cell) ?? [])
        if (other !== own && overlap(box, other, margin)) return false;
    return true;
  }

  /** How many lines run through a rectangle. */
  crossings(box: Box): number {
    const found = new Set<Segment>();
    for (const cell of cellsOf(box))
      for (const line of this.#lines.get(cell) ?? []) if (runsThrough(line, box)) found.add(line);
    return found.size;
  }
}
