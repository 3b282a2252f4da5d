/** A ring of the map, from the middle outwards. */
export type MapRing = 'core' | 'partner' | 'concerned';

/** Somebody on the map. `wedge` is the index of the sector's part of the circle. */
export interface MapActor {
  readonly id: string;
  readonly wedge: number;
  readonly ring: MapRing;
}

/** A point of the drawing, in its own units. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle of the drawing. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Width and height of the drawing before it is zoomed. */
export const MAP = { width: 724, height: 704 } as const;
const CENTER: Point = { x: MAP.width / 2, y: MAP.height / 2 };

/** Outer radius of each ring. */
export const RADIUS: { readonly [ring in MapRing]: number } = { core: 112, partner: 222, concerned: 328 };
const INNER: { readonly [ring in MapRing]: number } = { core: 34, partner: 134, concerned: 246 };
/** Half of a shape's side where there is room. */
export const NODE = 11;

/** The middle of the rings. */
export const mapCenter = CENTER;

/** Half of a shape's side in a drawing of so many: smaller where there are many, so that they stand apart. */
export const nodeFor = (count: number): number => {
  if (count <= 60) return NODE;
  if (count <= 250) return 7;
  return count <= 800 ? 5 : 4;
};

/** A point at an angle (degrees clockwise from the top) and distance from the middle. */
export const polar = (degrees: number, radius: number): Point => {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return { x: CENTER.x + radius * Math.cos(radians), y: CENTER.y + radius * Math.sin(radians) };
};

/** Where a wedge begins and ends in degrees; four quarters, or five equal parts when others are on the map. */
export const wedgeOf = (index: number, count: number): { readonly start: number; readonly end: number } => {
  const span = 360 / count;
  return { start: index * span, end: (index + 1) * span };
};

interface Band {
  readonly ring: MapRing;
  /** Degrees that the wedge spans. */
  readonly span: number;
  readonly node: number;
}

/** Rows of a band that its actors need, so that neighbours keep their distance. */
const rowsFor = (count: number, { ring, span, node }: Band): number => {
  const middle = (INNER[ring] + RADIUS[ring]) / 2;
  const fits = Math.max(1, Math.floor((middle * ((span - 16) * Math.PI)) / 180 / (node * 6)));
  const most = Math.max(4, Math.floor((RADIUS[ring] - INNER[ring] - node * 3) / (node * 2 + 3)));
  return Math.min(most, Math.ceil(count / fits));
};

/**
 * Puts every actor into the part of its sector and the band of its ring, evenly along the arc, in rows where there are
 * many. The same actors give the same drawing; one more moves only those of its own sector and ring.
 */
export const placeActors = (actors: readonly MapActor[], wedges: number): ReadonlyMap<string, Point> => {
  const places = new Map<string, Point>();
  const node = nodeFor(actors.length);
  for (const ring of ['core', 'partner', 'concerned'] as const)
    for (let wedge = 0; wedge < wedges; wedge += 1) {
      const here = actors.filter((actor) => actor.ring === ring && actor.wedge === wedge);
      const { start, end } = wedgeOf(wedge, wedges);
      const span = end - start;
      const rows = here.length < 2 ? 1 : Math.max(2, rowsFor(here.length, { ring, span, node }));
      here.forEach((actor, index) => {
        const row = index % rows;
        const share = (index + 0.5) / here.length;
        const low = INNER[ring] + node;
        const high = RADIUS[ring] - node * 2;
        const radius = rows === 1 ? (low + high) / 2 : high - ((high - low) * row) / (rows - 1);
        places.set(actor.id, polar(start + 8 + (span - 16) * share, radius));
      });
    }
  return places;
};

/** True when two rectangles touch, with a margin between them. */
export const overlap = (a: Box, b: Box, margin = 0): boolean =>
  a.left < b.right + margin &&
  b.left < a.right + margin &&
  a.top < b.bottom + margin &&
  b.top < a.bottom + margin;

/** The square that a shape covers. */
export const nodeBox = (point: Point, node: number = NODE): Box => ({
  left: point.x - node,
  top: point.y - node,
  right: point.x + node,
  bottom: point.y + node,
});
