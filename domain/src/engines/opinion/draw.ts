import type { Floors } from '../disclosure/index.ts';
import { type Grouping, type OpinionMap, pick } from './opinion-map.ts';
import type { OpinionReport } from './report.ts';

/** Below this many statements a place on the map would tell the votes behind it. */
const ENOUGH_STATEMENTS = 10;
/** Grid steps from the middle of an anonymous map to its edge. */
const GRID = 8;

/** What a drawing must keep to. */
export interface DrawRules {
  readonly floors: Floors;
  readonly named: boolean;
  /** Numbers of the statements whose total is shown: an arrow of any other could tell what its line hides. */
  readonly exact: ReadonlySet<number>;
}

/**
 * Draws the map of a report, or nothing where it may not be drawn (OPN-16). Coordinates run from -1 to 1. In
 * anonymous rounds places are rounded to a grid of 17 by 17, the group of a place is told only of groups that the
 * votes themselves show, and middles stand only for groups at or above the floor.
 */
export function drawMap(
  map: OpinionMap,
  grouping: Grouping | undefined,
  { floors, named, exact }: DrawRules,
): Pick<OpinionReport, 'map'> {
  const open = map.table.statements.length - map.moderated.size;
  const places = pick(map.positions, map.onMap);
  const extent = Math.max(...places.x.map(Math.abs), ...places.y.map(Math.abs), 0);
  const few = map.onMap.length < floors.inAll || (!named && open < ENOUGH_STATEMENTS);
  if (few || extent === 0) return {};
  const round = (value: number): number => {
    const scaled = value / extent;
    return (named ? Math.round(scaled * 1000) / 1000 : Math.round(scaled * GRID) / GRID) + 0;
  };
  return {
    map: {
      share: [twoPlaces(map.components.share[0]), twoPlaces(map.components.share[1])],
      spots: gatherSpots(map, { round, named, grouping: tellable(map, grouping, floors, named) }),
      middles: middlesOf(map, grouping, floors.perGroup).map(({ group, x, y }) => ({
        group,
        x: round(x),
        y: round(y),
      })),
      statements: arrows(map, exact),
    },
  };
}

/** The grouping whose letter may stand at a place: a given sector would help to find the person. */
function tellable(
  map: OpinionMap,
  grouping: Grouping | undefined,
  floors: Floors,
  named: boolean,
): Grouping | undefined {
  if (named || grouping === undefined) return grouping;
  if (grouping !== map.found) return undefined;
  const sizes = grouping.names.map((_, g) => grouping.groupOf.filter((own) => own === g).length);
  return Math.min(...sizes) >= floors.perGroup ? grouping : undefined;
}

interface SpotRules {
  readonly round: (value: number) => number;
  readonly named: boolean;
  readonly grouping: Grouping | undefined;
}

type Spot = NonNullable<OpinionReport['map']>['spots'][number];

function gatherSpots(map: OpinionMap, { round, named, grouping }: SpotRules): Spot[] {
  const spots = new Map<string, Spot>();
  for (const person of map.onMap) {
    const [x, y] = [round(map.positions.x[person] ?? 0), round(map.positions.y[person] ?? 0)];
    const group = grouping?.names[grouping.groupOf[person] ?? -1];
    const key = JSON.stringify([x, y, group]);
    const spot = spots.get(key) ?? { x, y, people: 0, ...(group === undefined ? {} : { group }) };
    spot.people += 1;
    if (named) spot.names = [...(spot.names ?? []), map.table.people[person] ?? ''];
    spots.set(key, spot);
  }
  return [...spots.values()].sort(
    (a, b) => a.x - b.x || a.y - b.y || (a.group ?? '').localeCompare(b.group ?? ''),
  );
}

function middlesOf(
  map: OpinionMap,
  grouping: Grouping | undefined,
  floor: number,
): { group: string; x: number; y: number }[] {
  return (grouping?.names ?? []).flatMap((group, g) => {
    const members = map.onMap.filter((person) => grouping?.groupOf[person] === g);
    if (members.length < floor) return [];
    const { x, y } = pick(map.positions, members);
    return [{ group, x: mean(x), y: mean(y) }];
  });
}

function mean(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Which way each statement pulls, to one decimal of the strongest pull. */
function arrows(map: OpinionMap, exact: ReadonlySet<number>): { statement: string; x: number; y: number }[] {
  const [first, second] = map.components.axes;
  const strongest = Math.max(...first.map(Math.abs), ...second.map(Math.abs), Number.MIN_VALUE);
  return map.table.statements.flatMap((statement, s) => {
    if (map.moderated.has(s) || !exact.has(s)) return [];
    const round = (entry: number): number => Math.round((entry / strongest) * 10) / 10 + 0;
    return [{ statement, x: round(first[s] ?? 0), y: round(second[s] ?? 0) }];
  });
}

function twoPlaces(share: number): number {
  return Math.round(share * 100) / 100;
}
