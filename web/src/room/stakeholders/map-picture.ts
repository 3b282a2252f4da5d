import { SECTORS, type Sector } from '@tablee/domain/modules/actor';
import { type Label, LINE, placeLabels } from './map-label.ts';
import {
  type Box,
  MAP,
  type MapRing,
  mapCenter,
  nodeFor,
  type Point,
  placeActors,
  polar,
  RADIUS,
  wedgeOf,
} from './map-layout.ts';
import { linesOf, type PictureLine, pieces, type Relation, spot } from './map-line.ts';

/** The two drawings of the shared map: by ring and sector, or by who is near whom. */
export type MapForm = 'rings' | 'relations';

/** Somebody to be drawn. */
export interface PictureActor {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly ring: MapRing;
  readonly missing: boolean;
}

/** A relation to be drawn between two actors. */
export interface PictureRelation {
  readonly from: string;
  readonly to: string;
  /** Thickness of its line; the thinnest when nobody said. */
  readonly strength: string | undefined;
}

/** What is to be drawn: plain data, so that a worker can draw it. */
export interface PictureRequest {
  readonly form: MapForm;
  /** 1 for the whole map; at 2 it is twice as wide and high, words and shapes keep their size. */
  readonly zoom: number;
  readonly actors: readonly PictureActor[];
  readonly relations: readonly PictureRelation[];
}

/** Shapes of one look in one path, so that two thousand of them are a handful of elements. */
export interface PictureShape {
  readonly sector: Sector;
  readonly missing: boolean;
  readonly d: string;
}

/** The words of an actor, by its place in `actors`. */
export interface PictureLabel {
  readonly index: number;
  readonly label: Label;
}

/** A laid-out drawing in its own units. The same request gives the same picture. */
export interface Picture {
  readonly form: MapForm;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  /** Half of a shape's side. */
  readonly node: number;
  /** The parts of the circle clockwise from the top; none in the drawing of relations. */
  readonly wedges: readonly Sector[];
  /** x and y of each actor by turns, in the order of the request. */
  readonly at: Float64Array;
  readonly shapes: readonly PictureShape[];
  readonly lines: readonly PictureLine[];
  readonly labels: readonly PictureLabel[];
}

/** The rings from the middle outwards. */
export const RINGS = ['core', 'partner', 'concerned'] as const satisfies readonly MapRing[];
const ALL_SECTORS = [...SECTORS, 'other'] as const;
const SECTOR_NAMES_AT = 1.22;
/** Above so many relations no place is free of them: words stand on them with a halo of paper. */
const MOST_LINES = 1_200;
/** How many numbers a list below the drawing may explain before it is one itself. */
const MOST_NUMBERS = 40;

/** The parts of the circle clockwise from the top; `other` has one only when somebody stands in it. */
export const wedgesOf = (actors: readonly { readonly sector: Sector }[]): readonly Sector[] =>
  actors.some(({ sector }) => sector === 'other')
    ? ['private', 'civilSociety', 'other', 'science', 'state']
    : ['private', 'civilSociety', 'science', 'state'];

/** Where the name of each part stands, in degrees: in the corners of the drawing, where no actor is. */
const NAME_ANGLES: { readonly [count: number]: readonly number[] } = {
  4: [45, 135, 225, 315],
  5: [42, 126, 180, 234, 318],
};

const scaled = ({ x, y }: Point, zoom: number): Point => ({ x: x * zoom, y: y * zoom });

/** Where the name of a sector stands. */
export const nameSpot = (index: number, count: number, zoom: number): Point => {
  const { x, y } = polar(NAME_ANGLES[count]?.[index] ?? 0, RADIUS.concerned * SECTOR_NAMES_AT);
  return scaled(
    { x: Math.min(Math.max(x, 70), MAP.width - 70), y: Math.min(Math.max(y, 22), MAP.height - 4) },
    zoom,
  );
};

/** Where the name of a ring stands: inside it, on the line between two sectors, low in the drawing. */
export const ringSpot = (ring: MapRing, count: number, zoom: number): Point =>
  scaled(polar(wedgeOf(2, count).start, RADIUS[ring] - 8 / zoom), zoom);

const boxAround = ({ x, y }: Point, half: number): Box => ({
  left: x - half,
  right: x + half,
  top: y - LINE,
  bottom: y + 4,
});

/** The shape of a sector around a point; what is drawn in lists stands in `ui/sector-shape.tsx`. */
export const shapeAt = (sector: Sector, { x, y }: Point, half: number): string => {
  const to = (dx: number, dy: number): string => spot({ x: x + dx * half, y: y + dy * half });
  switch (sector) {
    case 'state':
      return `M${to(-0.8, -0.8)}L${to(0.8, -0.8)}L${to(0.8, 0.8)}L${to(-0.8, 0.8)}Z`;
    case 'private': {
      const r = (half * 0.85).toFixed(2);
      return `M${to(0, -0.85)}A${r} ${r} 0 0 1 ${to(0, 0.85)}A${r} ${r} 0 0 1 ${to(0, -0.85)}Z`;
    }
    case 'civilSociety':
      return `M${to(0, -0.85)}L${to(0.9, 0.75)}L${to(-0.9, 0.75)}Z`;
    case 'science':
      return `M${to(0, -0.95)}L${to(0.95, 0)}L${to(0, 0.95)}L${to(-0.95, 0)}Z`;
    case 'other':
      return `M${to(-0.45, -0.8)}L${to(0.45, -0.8)}L${to(0.9, 0)}L${to(0.45, 0.8)}L${to(-0.45, 0.8)}L${to(-0.9, 0)}Z`;
  }
};

const shapesOf = (
  actors: readonly PictureActor[],
  places: readonly Point[],
  node: number,
): readonly PictureShape[] =>
  ALL_SECTORS.flatMap((sector) =>
    [false, true].flatMap((missing): readonly PictureShape[] => {
      const d = actors
        .map((actor, index) => {
          const at = places[index];
          return at !== undefined && actor.sector === sector && actor.missing === missing
            ? shapeAt(sector, at, node)
            : '';
        })
        .join('');
      return d === '' ? [] : [{ sector, missing, d }];
    }),
  );

const drawnOf = (request: PictureRequest, places: readonly Point[]): readonly Relation[] => {
  const byId = new Map(request.actors.map(({ id }, index) => [id, places[index]]));
  return request.relations.flatMap(({ from, to, strength }) => {
    const [a, b] = [byId.get(from), byId.get(to)];
    return a && b ? [{ strength: strength ?? 'loose', ends: [a, b] }] : [];
  });
};

/** The middle is the tightest: who stands there chooses first; then who has most relations. */
const choosing = ({ form, actors, relations }: PictureRequest): readonly number[] => {
  const ties = new Map<string, number>();
  for (const { from, to } of relations) for (const end of [from, to]) ties.set(end, (ties.get(end) ?? 0) + 1);
  const rank = (index: number): number => {
    const actor = actors[index];
    if (actor === undefined) return 0;
    const near = form === 'rings' ? RINGS.indexOf(actor.ring) * 10_000 : 0;
    return near - (ties.get(actor.id) ?? 0);
  };
  return actors.map((_, index) => index).sort((a, b) => rank(a) - rank(b) || a - b);
};

/** Where the rings put everybody, at zoom 1. */
export const ringPlaces = (actors: readonly PictureActor[]): readonly Point[] => {
  const wedges = wedgesOf(actors);
  const places = placeActors(
    actors.map(({ id, ring, sector }) => ({ id, ring, wedge: wedges.indexOf(sector) })),
    wedges.length,
  );
  return actors.map(({ id }) => places.get(id) ?? mapCenter);
};

/** Draws a map whose actors stand at `places` (at zoom 1, in the order of the request). */
export const drawMap = (request: PictureRequest, places: readonly Point[]): Picture => {
  const { form, zoom, actors } = request;
  const node = nodeFor(actors.length);
  const at = places.map((place) => scaled(place, zoom));
  const wedges = form === 'rings' ? wedgesOf(actors) : [];
  const drawn = drawnOf(request, at);
  const order = choosing(request);
  const labels = placeLabels(
    order.map((index) => ({
      id: String(index),
      name: actors[index]?.name ?? '',
      at: at[index] ?? mapCenter,
    })),
    {
      width: MAP.width * zoom,
      height: MAP.height * zoom,
      node,
      lines: drawn.length > MOST_LINES ? [] : drawn.flatMap(({ ends }) => pieces(...ends)),
      held: wedges.length === 0 ? [] : heldOf(wedges.length, zoom),
      numbers: MOST_NUMBERS,
    },
  );
  return {
    form,
    zoom,
    width: MAP.width * zoom,
    height: MAP.height * zoom,
    node,
    wedges,
    at: Float64Array.from(at.flatMap(({ x, y }) => [x, y])),
    shapes: shapesOf(actors, at, node),
    lines: linesOf(drawn, zoom),
    labels: [...labels].map(([index, label]) => ({ index: Number(index), label })),
  };
};

const heldOf = (count: number, zoom: number): readonly Box[] => [
  ...Array.from({ length: count }, (_, index) => boxAround(nameSpot(index, count, zoom), 70)),
  ...RINGS.map((ring) => boxAround(ringSpot(ring, count, zoom), 62)),
];

/** Where an actor of a picture stands. */
export const placeIn = ({ at }: Picture, index: number): Point => ({
  x: at[index * 2] ?? 0,
  y: at[index * 2 + 1] ?? 0,
});

/**
 * The actor whose words or shape a point touches: its place in the request; `undefined` on empty ground. Words come
 * first, since no shape stands on them, while the reach of a finger around a shape goes over the words beside it.
 */
export const actorAt = (picture: Picture, { x, y }: Point): number | undefined => {
  const named = picture.labels.find(
    ({ label: { box } }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
  if (named !== undefined) return named.index;
  let found: number | undefined;
  let nearest = Math.max(picture.node + 4, 14);
  for (let index = 0; index * 2 < picture.at.length; index += 1) {
    const at = placeIn(picture, index);
    const distance = Math.hypot(at.x - x, at.y - y);
    if (distance < nearest) [found, nearest] = [index, distance];
  }
  return found;
};
