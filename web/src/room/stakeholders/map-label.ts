import { type Box, MAP, NODE, nodeBox, overlap, type Point } from './map-layout.ts';

/** Height of one line of a label, in units of the drawing. */
export const LINE = 20;
/** Mean width of a character at the size of the labels; names are measured without a browser. */
const CHARACTER = 8.8;
/** Characters after which a name takes a second line. */
const WRAP = 19;
const GAP = 5;

/** Where the words of an actor stand: at its side, away from it with a leader line, or as a number explained below. */
export type Label =
  | { readonly kind: 'beside'; readonly lines: readonly string[]; readonly box: Box }
  | { readonly kind: 'led'; readonly lines: readonly string[]; readonly box: Box; readonly from: Point }
  | { readonly kind: 'number'; readonly number: number; readonly box: Box };

/** Somebody to be labelled. */
export interface Labelled {
  readonly id: string;
  readonly name: string;
  readonly at: Point;
}

/** A line of the drawing that words should not cross if they can help it. */
export type Segment = readonly [Point, Point];

/** A name in at most two lines, cut with an ellipsis; the whole name stands in the table. */
export const labelLines = (name: string): readonly string[] => {
  if (name.length <= WRAP) return [name];
  const lines: string[] = [''];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1) ?? '';
    const next = last === '' ? word : `${last} ${word}`;
    if (next.length <= WRAP || last === '') lines[lines.length - 1] = next;
    else lines.push(word);
  }
  const [first = '', second, ...rest] = lines.map((line) =>
    line.length > WRAP + 3 ? `${line.slice(0, WRAP)}…` : line,
  );
  if (second === undefined) return [first];
  return [first, rest.length > 0 && !second.endsWith('…') ? `${second}…` : second];
};

const sizeOf = (lines: readonly string[]): { readonly width: number; readonly height: number } => ({
  width: Math.max(...lines.map((line) => line.length)) * CHARACTER + 4,
  height: lines.length * LINE,
});

const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});

/** Eight places around a point, the quietest first: below, above, right, left, then the corners. */
const around = ({ x, y }: Point, width: number, height: number): readonly Box[] => {
  const off = NODE + GAP;
  const side = NODE + GAP;
  return [
    boxAt(x - width / 2, y + off, width, height),
    boxAt(x - width / 2, y - off - height, width, height),
    boxAt(x + side, y - height / 2, width, height),
    boxAt(x - side - width, y - height / 2, width, height),
    boxAt(x + NODE / 2, y + off, width, height),
    boxAt(x - NODE / 2 - width, y + off, width, height),
    boxAt(x + NODE / 2, y - off - height, width, height),
    boxAt(x - NODE / 2 - width, y - off - height, width, height),
  ];
};

const inside = (box: Box): boolean =>
  box.left >= 2 && box.top >= 2 && box.right <= MAP.width - 2 && box.bottom <= MAP.height - 2;

const sign = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

const cross = ([a, b]: Segment, [c, d]: Segment): boolean =>
  sign(a, b, c) * sign(a, b, d) < 0 && sign(c, d, a) * sign(c, d, b) < 0;

/** True when a line runs through a rectangle. */
export const runsThrough = (line: Segment, box: Box): boolean => {
  const within = ({ x, y }: Point): boolean => x > box.left && x < box.right && y > box.top && y < box.bottom;
  const corner = (x: number, y: number): Point => ({ x, y });
  const [a, b, c, d] = [
    corner(box.left, box.top),
    corner(box.right, box.top),
    corner(box.right, box.bottom),
    corner(box.left, box.bottom),
  ];
  return (
    line.some(within) ||
    [[a, b] as const, [b, c] as const, [c, d] as const, [d, a] as const].some((edge) => cross(line, edge))
  );
};

interface Ground {
  readonly taken: readonly Box[];
  readonly lines: readonly Segment[];
}

const free = (box: Box, own: Box, ground: Ground): boolean =>
  inside(box) && !ground.taken.some((other) => other !== own && overlap(box, other, 2));

const crossings = (box: Box, lines: readonly Segment[]): number =>
  lines.filter((line) => runsThrough(line, box)).length;

/** The free place that the fewest lines cross; the order of the places decides between equals. */
const best = (boxes: readonly Box[], own: Box, ground: Ground): Box | undefined => {
  let found: { readonly box: Box; readonly cost: number } | undefined;
  for (const box of boxes) {
    if (!free(box, own, ground)) continue;
    const cost = crossings(box, ground.lines);
    if (found === undefined || cost < found.cost) found = { box, cost };
  }
  return found?.box;
};

const DISTANCES = [34, 52, 70, 92];
const DIRECTIONS = Array.from({ length: 16 }, (_, index) => (index * Math.PI) / 8);

const away = ({ x, y }: Point, width: number, height: number): readonly Box[] =>
  DISTANCES.flatMap((distance) =>
    DIRECTIONS.map((angle) => {
      const middle = {
        x: x + Math.cos(angle) * (distance + width / 2),
        y: y + Math.sin(angle) * (distance + height / 2),
      };
      return boxAt(middle.x - width / 2, middle.y - height / 2, width, height);
    }),
  );

/** The point of a rectangle that is nearest to another point: where a leader line ends. */
export const nearest = (box: Box, to: Point): Point => ({
  x: Math.min(Math.max(to.x, box.left), box.right),
  y: Math.min(Math.max(to.y, box.top), box.bottom),
});

/**
 * Places the words of every actor so that no two of them, and no shape, touch: eight places at the shape, then away
 * from it with a leader line, then a number that a list below explains. `held` are places that are taken already
 * (names of sectors and rings); lines are crossed only where nothing better is free.
 */
export const placeLabels = (
  actors: readonly Labelled[],
  lines: readonly Segment[],
  held: readonly Box[] = [],
): ReadonlyMap<string, Label> => {
  const nodes = new Map(actors.map((actor) => [actor.id, nodeBox(actor.at)]));
  const taken: Box[] = [...held, ...nodes.values()];
  const labels = new Map<string, Label>();
  let number = 0;
  for (const { id, name, at } of actors) {
    const own = nodes.get(id) ?? nodeBox(at);
    const text = labelLines(name);
    const { width, height } = sizeOf(text);
    const ground = { taken, lines };
    const beside = best(around(at, width, height), own, ground);
    const led = beside === undefined ? best(away(at, width, height), own, ground) : undefined;
    const box = beside ?? led;
    if (box === undefined) {
      number += 1;
      const size = `${number}`.length * CHARACTER + 4;
      const spot = best(around(at, size, LINE), own, ground) ?? boxAt(at.x + NODE, at.y + NODE, size, LINE);
      labels.set(id, { kind: 'number', number, box: spot });
      taken.push(spot);
      continue;
    }
    labels.set(
      id,
      beside
        ? { kind: 'beside', lines: text, box }
        : { kind: 'led', lines: text, box, from: nearest(box, at) },
    );
    taken.push(box);
  }
  return labels;
};
