import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closeRound,
  hideSmall,
  openRound,
  protectLine,
  type Round,
  raiseFloors,
  readPublication,
} from './index.ts';

/** All ways to give `answers` answers to `width` options. */
function waysToAnswer(answers: number, width: number): number[][] {
  if (width === 1) return [[answers]];
  return Array.from({ length: answers + 1 }, (_, first) =>
    waysToAnswer(answers - first, width - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/** All tables whose cells have these sizes, gathered by what would be published of them. */
function tablesByPublication([sizes, width, floor]: World, keep: 'total' | 'groups'): number[][][][] {
  let tables: number[][][] = [[]];
  for (const size of sizes) {
    const ways = waysToAnswer(size, width);
    tables = tables.flatMap((table) => ways.map((way) => [...table, way]));
  }
  const classes = new Map<string, number[][][]>();
  for (const table of tables) {
    const key = JSON.stringify(protectLine(table, floor, keep));
    const known = classes.get(key);
    if (known) known.push(table);
    else classes.set(key, [table]);
  }
  return [...classes.values()];
}

type World = readonly [sizes: readonly number[], width: number, floor: number];

const SMALL_WORLDS: readonly World[] = [
  [[3], 3, 3],
  [[4, 4], 3, 3],
  [[3, 2], 3, 3],
  [[2, 2, 4], 3, 3],
  [[1, 3, 4], 3, 3],
  [[4, 4, 3], 3, 3],
  [[1, 1, 3, 4], 2, 3],
  [[3, 3, 3, 3], 2, 3],
  [[5, 6, 7], 2, 5],
  [[7, 2], 3, 3],
  [[2, 4, 4, 4], 2, 3],
  [[1, 6, 7], 2, 5],
  [[5, 4, 6], 2, 5],
  [[1, 5, 5, 6], 2, 5],
  [[2, 3, 8], 3, 5],
  [[6, 3], 5, 3],
];

describe('disclosure', () => {
  it('DIS-1 raises floors and never lowers them', () => {
    expect(raiseFloors({ perGroup: 1, inAll: 40 })).toEqual({ perGroup: 5, inAll: 40 });
  });

  it('DIS-2 hides small cells and as many others as a subtraction would need', () => {
    expect(hideSmall([8, 3, 6], 5)).toEqual([false, true, true]);
    expect(
      protectLine(
        [
          [5, 4],
          [3, 3],
          [2, 1],
        ],
        5,
      ),
    ).toMatchObject({
      cells: [{ state: 'exact' }, { state: 'hidden' }, { state: 'hidden' }],
      total: { state: 'exact' },
    });
    expect(
      protectLine(
        [
          [9, 9],
          [4, 4],
          [2, 1],
          [4, 4],
        ],
        5,
      ).cells.map((cell) => cell.state),
    ).toContain('exact');
    expect(
      protectLine(
        [
          [6, 5],
          [2, 1],
        ],
        5,
      ),
    ).toMatchObject({
      cells: [{ state: 'exact' }, { state: 'hidden' }],
      total: { state: 'hidden' },
    });
    expect(hideSmall([8, 3, 3], 5)).toEqual([false, true, true]);
    expect(hideSmall([8, 0, 6], 5)).toEqual([false, false, false]);
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 8 }), fc.integer({ min: 1, max: 7 }), (sizes, floor) => {
        const hidden = hideSmall(sizes, floor);
        const rest = sizes.filter((_, index) => hidden[index]).reduce((a, b) => a + b, 0);
        const all = sizes.reduce((a, b) => a + b, 0);
        expect(rest === 0 || rest >= floor || rest === all).toBe(true);
        expect(sizes.every((size, index) => hidden[index] || size === 0 || size >= floor)).toBe(true);
      }),
    );
  });

  it('DIS-3 shows six of six and five of six alike', () => {
    expect(protectLine([[6, 0, 0]], 5)).toEqual(protectLine([[5, 1, 0]], 5));
    expect(protectLine([[4, 2, 0]], 5).cells[0]).toEqual({ state: 'exact', counts: [4, 2, 0], answers: 6 });
  });

  it('DIS-4 withholds the total where it would give a hidden or nearly unanimous cell away', () => {
    const mixed = [3, 3, 0];
    expect(protectLine([mixed, mixed, [5, 0, 0]], 5).total).toEqual({ state: 'hidden' });
    expect(protectLine([mixed, [3, 0, 0], [3, 0, 0]], 5).total).toEqual({ state: 'hidden' });
    expect(protectLine([mixed, [3, 0, 0], [0, 3, 0]], 5).total).toMatchObject({ counts: [6, 6, 0] });
    expect(
      protectLine(
        [
          [5, 0],
          [6, 0],
        ],
        5,
      ).total,
    ).toEqual({ state: 'nearlyAll', answer: 0, answers: 11 });
  });

  it.each(['total', 'groups'] as const)(
    'DIS-5 never lets a reader who subtracts find a group unanimous (%s kept)',
    (keep) => {
      for (const world of SMALL_WORLDS) {
        const [sizes, width] = world;
        for (const tables of tablesByPublication(world, keep)) {
          for (const [group, size] of sizes.entries()) {
            for (let answer = 0; answer < width; answer++) {
              const surelyUnanimous = tables.every((table) => table[group]?.[answer] === size);
              expect(surelyUnanimous, `${sizes} ${JSON.stringify(tables[0])}`).toBe(false);
            }
          }
        }
      }
    },
  );

  it.each(['total', 'groups'] as const)(
    'DIS-6 never lets a reader who subtracts find the counts of a hidden cell (%s kept)',
    (keep) => {
      for (const world of SMALL_WORLDS) {
        const [sizes, , floor] = world;
        for (const tables of tablesByPublication(world, keep)) {
          const line = protectLine(tables[0] ?? [], floor, keep);
          for (const [group, cell] of line.cells.entries()) {
            if (cell.state !== 'hidden') continue;
            const readings = new Set(tables.map((table) => JSON.stringify(table[group])));
            expect(readings.size, `${sizes} ${JSON.stringify(tables[0])}`).toBeGreaterThan(1);
          }
        }
      }
    },
  );

  it('DIS-7 publishes once, at close, whatever is asked and answered in between', () => {
    const step = fc.oneof(fc.record({ answer: fc.integer() }), fc.constantFrom('close', 'read'));
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let round: Round<number[]> = openRound();
        const answers: number[] = [];
        const seen = new Set<string>();
        for (const action of steps) {
          if (action === 'close') round = closeRound(round, () => [...answers]);
          else if (action === 'read') {
            const reading = readPublication(round);
            if (reading.ok) seen.add(JSON.stringify(reading.publication));
            else expect(round.status).toBe('open');
          } else if (typeof action === 'object') answers.push(action.answer);
        }
        expect(seen.size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
