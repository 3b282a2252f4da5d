import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BARRIER_KIND,
  conflictPairs,
  isWorkingMapValue,
  LEANING,
  mapAge,
  movable,
  quarterOf,
  readMapReaders,
  readWorkingEntry,
  type WorkingEntry,
  workingEntryValue,
  workingMapExpiry,
} from './index.ts';

const SPACE = 'spacespacespacespace';

const keys = <Key extends string>(choice: { readonly [key in Key]: unknown }): fc.Arbitrary<Key> =>
  fc.constantFrom(...Object.keys(choice).filter((key): key is Key => key in choice));

const entries: fc.Arbitrary<WorkingEntry> = fc.record(
  {
    influence: fc.integer({ min: 0, max: 10 }),
    interest: fc.integer({ min: 0, max: 10 }),
    leaning: keys(LEANING),
    conflicts: fc.array(fc.constantFrom('city', 'brewery', 'women'), { minLength: 1, maxLength: 3 }),
    barrierKind: keys(BARRIER_KIND),
    barrier: fc.string({ minLength: 1 }),
    measure: fc.string({ minLength: 1 }),
    reason: fc.string({ minLength: 1 }),
  },
  { requiredKeys: [] },
);

describe('working map', () => {
  it('WMAP-1 reads back what it wrote, and nothing else', () => {
    fc.assert(
      fc.property(entries, (held) => {
        expect(readWorkingEntry(workingEntryValue(held))).toEqual(held);
      }),
    );
    for (const wrong of [{ influence: 11 }, { leaning: 'hates' }, { mood: 'x' }, [], 'x', { conflicts: 'x' }])
      expect(readWorkingEntry(wrong)).toBeUndefined();
    expect(readMapReaders({ readers: [{ person: 'bob', writes: 'yes' }] })).toBeUndefined();
    expect(isWorkingMapValue(SPACE, SPACE, { influence: 3 })).toBe(false);
    expect(isWorkingMapValue(SPACE, SPACE, { readers: [] })).toBe(true);
    expect(isWorkingMapValue(SPACE, 'city', { influence: 3 })).toBe(true);
  });

  it('WMAP-2 ends six months after its last use and asks fourteen days before', () => {
    expect(workingMapExpiry('2026-08-31')).toBe('2027-02-28');
    expect(mapAge('2026-09-17', '2026-03-17')).toBe('fresh');
    expect(mapAge('2026-09-16', '2026-03-17')).toBe('used-again');
    expect(mapAge('2026-04-01', '2026-03-17')).toBe('used-again');
    expect(mapAge('2026-03-31', '2026-03-17')).toBe('ending');
    expect(mapAge('2026-03-17', '2026-03-17')).toBe('ending');
  });

  it('WMAP-3 lets a barrier and its measure go, and never fear, figures, leanings or reasons', () => {
    fc.assert(
      fc.property(entries, (held) => {
        const offered = movable(held);
        if (held.barrierKind === 'fear') expect(offered).toEqual([]);
        for (const { fact, text } of offered) expect(text).toBe((held[fact] ?? '').trim());
      }),
    );
    expect(movable({ barrier: 'Les mères travaillent le matin', measure: ' ', influence: 9 })).toEqual([
      { fact: 'barrier', text: 'Les mères travaillent le matin' },
    ]);
  });

  it('WMAP-4 counts a conflict once, whoever of the two it was noted at', () => {
    const map = new Map<string, WorkingEntry>([
      ['city', { conflicts: ['brewery', 'city'] }],
      ['brewery', { conflicts: ['city', 'women'] }],
    ]);
    expect(conflictPairs(map)).toEqual([
      ['brewery', 'city'],
      ['brewery', 'women'],
    ]);
  });

  it('WMAP-5 puts somebody with both figures into one quarter', () => {
    expect(quarterOf({ influence: 9, interest: 2 })).toBe('content');
    expect(quarterOf({ influence: 9, interest: 8 })).toBe('close');
    expect(quarterOf({ influence: 5, interest: 8 })).toBe('informed');
    expect(quarterOf({ influence: 1, interest: 5 })).toBe('watched');
    expect(quarterOf({ influence: 1 })).toBeUndefined();
  });
});
