import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countLevels,
  isSameScale,
  measureAgreement,
  measureChange,
  mixEqually,
  nameScale,
  readScale,
  summarise,
} from './index.ts';

const five = { least: 1, most: 5 };
const counts = fc.array(fc.nat(9), { minLength: 5, maxLength: 5 });

describe('scales', () => {
  it('HLT-1 reads and names scales and refuses what is none', () => {
    expect(readScale('0-4')).toEqual({ least: 0, most: 4 });
    expect(readScale('1 – 5')).toEqual(five);
    for (const text of ['5-1', '1-2', 'high', '1-', '']) expect(readScale(text)).toBeUndefined();
    expect([nameScale(five), countLevels(five), isSameScale(five, { least: 0, most: 4 })]).toEqual([
      '1-5',
      5,
      false,
    ]);
  });
});

describe('middle and spread', () => {
  it('HLT-2 finds the middle and quarter levels that sorting finds', () => {
    fc.assert(
      fc.property(counts, (row) => {
        const sorted = row.flatMap((count, level) => new Array<number>(count).fill(level + 1));
        const summary = summarise(row, five);
        if (sorted.length === 0) {
          expect(summary).toBeUndefined();
          return;
        }
        const at = (share: number): number => {
          const mark = share * sorted.length;
          const [low, high] = Number.isInteger(mark)
            ? [mark - 1, mark]
            : [Math.floor(mark), Math.floor(mark)];
          return ((sorted[low] ?? 0) + (sorted[high] ?? sorted[low] ?? 0)) / 2;
        };
        expect([summary?.lower, summary?.median, summary?.upper]).toEqual([at(0.25), at(0.5), at(0.75)]);
        expect(summary?.mean).toBeCloseTo(sorted.reduce((a, b) => a + b, 0) / sorted.length, 12);
      }),
    );
  });

  it('HLT-2 works by hand', () => {
    expect(summarise([1, 0, 2, 3, 0], five)).toMatchObject({ median: 3.5, lower: 3, upper: 4, spread: 1 });
  });
});

describe('agreement', () => {
  it('HLT-3 gives published values: two Dutch parties of van der Eijk, and the example of the R package agrmt', () => {
    expect(measureAgreement([2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6])).toBeCloseTo(0.61, 2);
    expect(measureAgreement([1.6, 2.6, 8.2, 21, 29.3, 27, 10.3])).toBeCloseTo(0.48, 2);
    expect(measureAgreement([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.6113333333333333, 12);
  });

  it('HLT-3 is 1 for one level, 0 for all alike and -1 for two ends', () => {
    expect([
      measureAgreement([0, 4, 0]),
      measureAgreement([2, 2, 2, 2]),
      measureAgreement([3, 0, 0, 3]),
    ]).toEqual([1, 0, -1]);
    expect(measureAgreement([0, 0, 0])).toBe(0);
  });

  it('HLT-3 lies between -1 and 1, minds neither size nor direction', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 9 }), (row, factor) => {
        const agreement = measureAgreement(row);
        expect(agreement >= -1 - 1e-12 && agreement <= 1 + 1e-12).toBe(true);
        expect(measureAgreement(row.map((count) => count * factor))).toBeCloseTo(agreement, 12);
        expect(measureAgreement(row.toReversed())).toBeCloseTo(agreement, 12);
        const whole = row.reduce((a, b) => a + b, 0);
        if (whole > 0) expect(measureAgreement(row.map((count) => count / whole))).toBeCloseTo(agreement, 9);
      }),
    );
  });
});

describe('groups', () => {
  it('HLT-4 gives forty people no more weight than four', () => {
    expect(
      mixEqually([
        [0, 0, 40],
        [4, 0, 0],
        [0, 0, 0],
      ]),
    ).toEqual([0.5, 0, 0.5]);
    fc.assert(
      fc.property(counts, counts, fc.integer({ min: 2, max: 5 }), (one, other, factor) => {
        const larger = one.map((count) => count * factor);
        for (const [level, share] of mixEqually([one, other]).entries()) {
          expect(mixEqually([larger, other])[level]).toBeCloseTo(share, 12);
        }
      }),
    );
  });
});

describe('change', () => {
  it('HLT-7 finds no change where there is none and the same interval for the same seed', () => {
    const row = [[0, 2, 3, 2, 0]];
    const change = measureChange(row, row, five, 5);
    expect(change).toMatchObject({ mean: 0, median: 0, groups: 1 });
    expect((change?.low ?? 1) < 0 && (change?.high ?? -1) > 0).toBe(true);
    expect(measureChange(row, row, five, 5)).toEqual(change);
  });

  it('HLT-7 holds the measured change within its interval and compares only groups read twice', () => {
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const change = measureChange([before, [0, 0, 0, 0, 9]], [after, [0, 0, 0, 0, 0]], five, 1);
        const both = before.some((n) => n > 0) && after.some((n) => n > 0);
        expect(change === undefined).toBe(!both);
        if (change === undefined) return;
        expect(change.groups).toBe(1);
        expect(change.low).toBeLessThanOrEqual(change.mean + 1e-9 + (change.high - change.low) / 2);
        expect(change.low).toBeLessThanOrEqual(change.high);
      }),
      { numRuns: 30 },
    );
  });

  it('HLT-7 covers the true change nine times in ten', () => {
    // Forty answers a round, drawn evenly from levels 2 to 4 and then from 3 to 5: the true change is 1.
    let state = 1;
    const next = (): number => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const draw = (least: number): number[] => {
      const row = [0, 0, 0, 0, 0];
      for (let i = 0; i < 40; i++) {
        const level = least - 1 + Math.floor(next() * 3);
        row[level] = (row[level] ?? 0) + 1;
      }
      return row;
    };
    let covered = 0;
    for (let i = 0; i < 100; i++) {
      const change = measureChange([draw(2)], [draw(3)], five, i);
      if (change && change.low <= 1 && change.high >= 1) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(80);
    expect(covered).toBeLessThanOrEqual(99);
  });
});
