import { MapGrid, type Segment } from './map-grid.ts';
import { type Box, NODE, nodeBox, type Point } from './map-layout.ts';

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

/** What labels find when they look for a place. */
export interface LabelGround {
  readonly width: number;
  readonly height: number;
  /** Half of a shape's side. */
  readonly node?: number;
  /** Lines that words should not cross. */
  readonly lines?: readonly Segment[];
  /** Places that are taken already: names of sectors and rings. */
  readonly held?: readonly Box[];
  /** How many numbers a list below may explain; whoever finds no place after them stays without words. */
  readonly numbers?: number;
}

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

interface Size {
  readonly width: number;
  readonly height: number;
}

const sizeOf = (lines: readonly string[]): Size => ({
  width: Math.max(...lines.map((line) => line.length)) * CHARACTER + 4,
  height: lines.length * LINE,
});

const boxAt = (x: number, y: number, { width, height }: Size): Box => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + height,
});

/** Eight places around a point, the quietest first: below, above, right, left, then the corners. */
const around = ({ x, y }: Point, size: Size, node: number): readonly Box[] => {
  const { width, height } = size;
  const off = node + GAP;
  return [
    boxAt(x - width / 2, y + off, size),
    boxAt(x - width / 2, y - off - height, size),
    boxAt(x + off, y - height / 2, size),
    boxAt(x - off - width, y - height / 2, size),
    boxAt(x + node / 2, y + off, size),
    boxAt(x - node / 2 - width, y + off, size),
    boxAt(x + node / 2, y - off - height, size),
    boxAt(x - node / 2 - width, y - off - height, size),
  ];
};

const DISTANCES = [34, 52, 70, 92];
const DIRECTIONS = Array.from({ length: 16 }, (_, index) => (index * Math.PI) / 8);

const away = ({ x, y }: Point, size: Size): readonly Box[] =>
  DISTANCES.flatMap((distance) =>
    DIRECTIONS.map((angle) =>
      boxAt(
        x + Math.cos(angle) * (distance + size.width / 2) - size.width / 2,
        y + Math.sin(angle) * (distance + size.height / 2) - size.height / 2,
        size,
      ),
    ),
  );

/** The point of a rectangle that is nearest to another point: where a leader line ends. */
export const nearest = (box: Box, to: Point): Point => ({
  x: Math.min(Math.max(to.x, box.left), box.right),
  y: Math.min(Math.max(to.y, box.top), box.bottom),
});

/** A free place and how many lines cross it. */
interface Found {
  readonly box: Box;
  readonly cost: number;
}

class Placing {
  readonly #grid = new MapGrid();
  readonly #ground: LabelGround;
  readonly node: number;
  #numbers = 0;

  constructor(ground: LabelGround) {
    this.#ground = ground;
    this.node = ground.node ?? NODE;
    for (const box of ground.held ?? []) this.#grid.take(box);
    for (const line of ground.lines ?? []) this.#grid.draw(line);
  }

  take(box: Box): void {
    this.#grid.take(box);
  }

  /** The free place that the fewest lines cross; the order of the places decides between equals. */
  #best(boxes: readonly Box[], own: Box): Found | undefined {
    let found: Found | undefined;
    for (const box of boxes) {
      if (!this.#isInside(box) || !this.#grid.isFree(box, own, 2)) continue;
      const cost = this.#grid.crossings(box);
      if (cost === 0) return { box, cost };
      if (found === undefined || cost < found.cost) found = { box, cost };
    }
    return found;
  }

  /** Words that no line crosses come first, at the shape or led to; then the place with the fewest lines. */
  label({ name, at }: Labelled, own: Box): Label | undefined {
    const lines = labelLines(name);
    const size = sizeOf(lines);
    const beside = this.#best(around(at, size, this.node), own);
    if (beside?.cost === 0) return { kind: 'beside', lines, box: beside.box };
    const led = this.#best(away(at, size), own);
    if (led !== undefined && led.cost < (beside?.cost ?? Number.POSITIVE_INFINITY))
      return { kind: 'led', lines, box: led.box, from: nearest(led.box, at) };
    if (beside !== undefined) return { kind: 'beside', lines, box: beside.box };
    return this.#number(at, own);
  }

  #number(at: Point, own: Box): Label | undefined {
    if (this.#numbers >= (this.#ground.numbers ?? Number.POSITIVE_INFINITY)) return undefined;
    const size = sizeOf([`${this.#numbers + 1}`]);
    const spot = this.#best(around(at, size, this.node), own) ?? this.#best(away(at, size), own);
    if (spot === undefined) return undefined;
    this.#numbers += 1;
    return { kind: 'number', number: this.#numbers, box: spot.box };
  }

  /** The lead of a label is a line that later words do not cross either. */
  lead(from: Point, to: Point): void {
    this.#grid.draw([from, to]);
  }

  #isInside(box: Box): boolean {
    const { width, height } = this.#ground;
    return box.left >= 2 && box.top >= 2 && box.right <= width - 2 && box.bottom <= height - 2;
  }
}

/**
 * Places the words of every actor so that no two of them, and no shape, touch: eight places at the shape, then away
 * from it with a leader line, then a number that a list below explains. Lines are crossed only where nothing better is
 * free. Whoever finds no place at all has no label here; the earlier ones of `actors` choose first.
 */
export const placeLabels = (actors: readonly Labelled[], ground: LabelGround): ReadonlyMap<string, Label> => {
  const placing = new Placing(ground);
  const nodes = new Map(actors.map((actor) => [actor.id, nodeBox(actor.at, placing.node)]));
  for (const node of nodes.values()) placing.take(node);
  const labels = new Map<string, Label>();
  for (const actor of actors) {
    const label = placing.label(actor, nodes.get(actor.id) ?? nodeBox(actor.at, placing.node));
    if (label === undefined) continue;
    labels.set(actor.id, label);
    placing.take(label.box);
    if (label.kind === 'led') placing.lead(actor.at, label.from);
  }
  return labels;
};
