import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { openChance } from '../../chance/index.ts';

/** What is laid out: plain data, so that it may be sent to a worker. Ties are numbers of actors. */
export interface LayoutInput {
  readonly actors: number;
  readonly ties: readonly (readonly [from: number, to: number, weight: number])[];
  /** Fixes every draw; default 1. */
  readonly seed?: number;
  /** Where actors stood before, x and y by turns; `NaN` for new ones. Keeps a map that people know in place. */
  readonly before?: Float64Array;
  /** Space around each actor, in the units of the result; default 24. */
  readonly room?: number;
}

interface Body extends SimulationNodeDatum {
  readonly number: number;
}

/** Ticks until d3-force's forces have cooled down, as its own default does. */
const TICKS = 300;
/** A map that is only added to settles in fewer steps, from less heat. */
const TICKS_AFTER = 120;
const HEAT_AFTER = 0.3;

/**
 * Places actors so that ties are short and nobody stands on another (NET-9): x and y by turns, around 0, in the units
 * of `room`. The same input gives the same places. Takes some seconds from 2,000 actors on: call it in a worker.
 *
 * @see d3-force: velocity Verlet integration with a Barnes-Hut approximation of the repulsion.
 */
export function layOutNetwork(input: LayoutInput): Float64Array {
  const { actors, before, room = 24 } = input;
  const known = before !== undefined && before.some((place) => !Number.isNaN(place));
  const bodies = Array.from({ length: actors }, (_, number) => placeBefore(number, before));
  const links: SimulationLinkDatum<Body>[] = input.ties.map(([source, target]) => ({ source, target }));
  const strongest = Math.max(1, ...input.ties.map(([, , weight]) => weight));
  const simulation = forceSimulation(bodies)
    .stop()
    .randomSource(openChance(input.seed ?? 1).next)
    .force(
      'repulsion',
      forceManyBody<Body>()
        .strength(-6 * room)
        .distanceMax(20 * room),
    )
    .force(
      'ties',
      forceLink<Body, SimulationLinkDatum<Body>>(links).distance(
        (_link, index) => room * (3 - (input.ties[index]?.[2] ?? 1) / strongest),
      ),
    )
    .force('room', forceCollide<Body>(room / 2))
    .force('x', forceX<Body>().strength(0.06))
    .force('y', forceY<Body>().strength(0.06));
  if (known) simulation.alpha(HEAT_AFTER);
  simulation.tick(known ? TICKS_AFTER : TICKS);
  const places = new Float64Array(actors * 2);
  for (const body of bodies) places.set([body.x ?? 0, body.y ?? 0], body.number * 2);
  return places;
}

/** d3-force itself places bodies that have no place yet, in a spiral that chance has no part in. */
function placeBefore(number: number, before: Float64Array | undefined): Body {
  const [x, y] = [before?.[number * 2], before?.[number * 2 + 1]];
  const placed = x !== undefined && y !== undefined && !Number.isNaN(x) && !Number.isNaN(y);
  return placed ? { number, x, y } : { number };
}
