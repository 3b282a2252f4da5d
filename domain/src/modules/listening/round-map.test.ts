import { expect, it } from 'vitest';
import { mapEnds, mapMarks, mapRows, type ResultLine, type RoundReading } from './index.ts';

const line = (id: string): ResultLine => ({
  id,
  text: `Phrase ${id}`,
  lang: 'fr',
  from: 'seed',
  order: 1,
  shown: true,
  missing: [],
  total: { state: 'hidden' },
  cells: [],
  answer: undefined,
});

const reading = (
  map: RoundReading['map'],
  groupsFrom: RoundReading['groupsFrom'] = 'given',
): RoundReading => ({
  people: 40,
  groups: [
    { name: 'state', members: 21 },
    { name: 'private', members: 19 },
  ],
  groupsFrom,
  common: [],
  divides: [],
  all: ['tap', 'levy', 'night'].map(line),
  map,
  answer: undefined,
});

const MAP = {
  share: [0.4, 0.2],
  spots: [
    { x: -0.5, y: 0.25, people: 2 },
    { x: 0.5, y: 0, people: 1 },
  ],
  middles: [
    { group: 'state', x: 0.1, y: 0.1 },
    { group: 'private', x: 0.1, y: 0.1 },
  ],
  statements: [
    { statement: 'tap', x: 1, y: 0.9 },
    { statement: 'levy', x: -0.2, y: -0.7 },
    { statement: 'gone', x: -1, y: 0 },
    { statement: 'night', x: -0.3, y: 0.1 },
  ],
} satisfies RoundReading['map'];

it('LSN-21 says in its table every middle and every place that the map shows', () => {
  expect(
    mapRows(reading(MAP)).map(({ of, group, people, across, up }) => [of, group, people, across, up]),
  ).toEqual([
    ['middle', 'state', 21, 10, 10],
    ['middle', 'private', 19, 10, 10],
    ['spot', undefined, 2, -50, 25],
    ['spot', undefined, 1, 50, 0],
  ]);
  expect([mapRows(reading(undefined)), mapMarks(reading(undefined)), mapEnds(reading(undefined))]).toEqual([
    [],
    [],
    [],
  ]);
});

it('LSN-21 keeps the signs of two middles apart, and names a group of the answers by its letter', () => {
  const [first, second] = mapMarks(reading(MAP));
  expect([first?.sign, second?.sign]).toEqual(['1', '2']);
  expect(Math.abs((first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThan(0.17);
  const own = { ...MAP, middles: [{ group: 'A', x: 0, y: 0 }] };
  expect(mapMarks(reading(own, 'found')).map(({ sign }) => sign)).toEqual(['A']);
});

it('LSN-21 says what an end means by the statement that pulls there most, one statement for one end', () => {
  expect(mapEnds(reading(MAP)).map(({ towards, line: { id } }) => [towards, id])).toEqual([
    ['right', 'tap'],
    ['down', 'levy'],
  ]);
});
