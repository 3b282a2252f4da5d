import type { ResultLine, RoundReading } from './round-views.ts';

/** The middle of a group on the map, with the sign by which the legend names it. */
export interface MapMark {
  readonly sign: string;
  readonly group: string;
  readonly people: number | undefined;
  readonly x: number;
  readonly y: number;
}

/** How far apart two signs stand at least, where the map goes from -1 to 1. */
const APART = 0.18;

/**
 * The middles of the groups, from the first group to the last. The sign is the letter of a group that the answers
 * show, else a number. One that would lie on another stands a little lower.
 */
export const mapMarks = ({ map, groups, groupsFrom }: RoundReading): readonly MapMark[] => {
  const marks: MapMark[] = [];
  for (const [place, { group, x, y }] of (map?.middles ?? []).entries()) {
    let down = y;
    while (marks.some((mark) => Math.hypot(mark.x - x, mark.y - down) < APART)) down -= APART;
    const sign = groupsFrom === 'found' ? group : String(place + 1);
    const people = groups.find(({ name }) => name === group)?.members;
    marks.push({ sign, group, people, x, y: Math.max(-1, down) });
  }
  return marks;
};

/** One row of the table that says the same as the map; places from -100 to 100. */
export interface MapRow {
  readonly key: string;
  readonly of: 'middle' | 'spot';
  /** `undefined` where a place does not tell it. */
  readonly group: string | undefined;
  readonly people: number | undefined;
  readonly across: number;
  readonly up: number;
}

const percent = (value: number): number => Math.round(100 * value) + 0;

/** What the map shows, as rows: the middles of the groups, then every place from left to right. */
export const mapRows = (reading: RoundReading): readonly MapRow[] => {
  const { map, groups } = reading;
  if (map === undefined) return [];
  const middles = map.middles.map(({ group, x, y }) => ({
    key: `middle ${group}`,
    of: 'middle' as const,
    group,
    people: groups.find(({ name }) => name === group)?.members,
    across: percent(x),
    up: percent(y),
  }));
  const spots = map.spots.map(({ x, y, people, group }) => ({
    key: `${x} ${y} ${group ?? ''}`,
    of: 'spot' as const,
    ...{ group, people, across: percent(x), up: percent(y) },
  }));
  return [...middles, ...spots];
};

/** An end of the map, and the statement with which those who stand there rather agree. */
export interface MapEnd {
  readonly towards: 'right' | 'left' | 'up' | 'down';
  readonly line: ResultLine;
}

/** A statement that pulls less than this share of the strongest says nothing about an end. */
const STRONG = 0.5;

/** What the ends of the map mean, in the words of the statement that pulls there most; weak ends are left out. */
export const mapEnds = ({ map, all }: RoundReading): readonly MapEnd[] => {
  const lines = new Map(all.map((line) => [line.id, line]));
  const pulls = (map?.statements ?? []).flatMap(({ statement, x, y }) => {
    const line = lines.get(statement);
    if (line === undefined) return [];
    // A statement speaks for the axis along which it pulls more, and for one end of it.
    return [
      Math.abs(x) >= Math.abs(y)
        ? { line, right: x, left: -x, up: 0, down: 0 }
        : { line, right: 0, left: 0, up: y, down: -y },
    ];
  });
  return (['right', 'left', 'up', 'down'] as const).flatMap((towards) => {
    const [most] = [...pulls].sort((a, b) => b[towards] - a[towards]);
    return most === undefined || most[towards] < STRONG ? [] : [{ towards, line: most.line }];
  });
};
