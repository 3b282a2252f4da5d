import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rating, readRatings, readTrust, type TrustReport, trustReportSchema } from './index.ts';

const scale = { least: 1, most: 5 };

function report(ratings: readonly Rating[], options = {}): TrustReport {
  const result = readTrust(ratings, { scale, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return trustReportSchema.parse(result.report);
}

/** Sixteen organisations in a ring, each rating the next five by the rule given. */
function ring(level: (from: number, to: number) => number): Rating[] {
  return Array.from({ length: 16 }, (_, from) =>
    [1, 2, 3, 4, 5].map((step) => {
      const to = (from + step) % 16;
      return { from: `o${from}`, to: `o${to}`, level: level(from, to) };
    }),
  ).flat();
}

describe('trust between organisations', () => {
  it('HLT-12 shows what was received from five ratings on, and says nothing of the rest', () => {
    const ratings = ring((from, to) => 1 + ((from * 3 + to) % 5)).filter(
      (rating) => rating.to !== 'o7' || rating.from !== 'o6',
    );
    const read = report(ratings);
    expect(read.littleKnown).toEqual(['o7']);
    expect(read.shown.length).toBe(15);
    expect(JSON.stringify(read.shown)).not.toContain('from');
  });

  it('HLT-12 cannot be read back: any one rating may change where nearly all are alike', () => {
    fc.assert(
      fc.property(fc.nat(15), fc.nat(4), (from, step) => {
        const to = `o${(from + step + 1) % 16}`;
        const alike = ring(() => 4);
        const turned = alike.map((r) => (r.from === `o${from}` && r.to === to ? { ...r, level: 1 } : r));
        expect(report(turned).shown).toEqual(report(alike).shown);
        expect(report(alike).shown[0]?.agreement).toBeUndefined();
      }),
    );
  });

  it('HLT-12 refuses fewer than fifteen raters unless the round was named', () => {
    const few: Rating[] = [{ from: 'a', to: 'b', level: 5 }];
    expect(readTrust(few, { scale })).toMatchObject({ code: 'TooFewPeople', people: 1, floor: 15 });
    expect(report(few, { named: true }).shown).toMatchObject([{ name: 'b', median: 5, place: 'central' }]);
  });

  it('HLT-13 says who is central and who is apart', () => {
    const read = report(ring((from, to) => (to === 0 ? 4 + (from % 2) : to === 1 ? 1 + (from % 2) : 3)));
    const places = new Map(read.shown.map((entry) => [entry.name, entry.place]));
    expect([places.get('o0'), places.get('o1'), places.get('o2')]).toEqual(['central', 'apart', 'between']);
    expect(read.shown[0]?.name).toBe('o0');
  });

  it('HLT-13 counts pairs that see each other alike', () => {
    const pairs: Rating[] = Array.from({ length: 10 }, (_, i) => [
      { from: `a${i}`, to: `b${i}`, level: 4 },
      { from: `b${i}`, to: `a${i}`, level: i < 6 ? 5 : 1 },
    ]).flat();
    expect(report(pairs).reciprocity).toEqual({ state: 'exact', pairs: 10, alike: 6 });
    const alike = pairs.map((rating) => ({ ...rating, level: 3 }));
    expect(report(alike).reciprocity).toEqual({ state: 'nearlyAll', pairs: 10, alike: true });
    expect(report(ring(() => 3)).reciprocity).toBeUndefined();
  });

  it('HLT-7 measures the change of trust received', () => {
    const mixed = (shift: number) => ring((from) => 1 + shift + (from % 3));
    const read = report(mixed(2), { before: mixed(0) });
    expect(read.shown[0]?.change?.mean).toBeCloseTo(2, 9);
  });

  it('HLT-11 refuses with line, column and what was expected', () => {
    const read = (text: string) => readRatings(text, scale);
    expect(read('from,to\n')).toMatchObject({ line: 1, expected: 'a column "rating"' });
    expect(read('from,to,rating\na,a,1\n')).toMatchObject({ line: 2, column: 'to' });
    expect(read('from,to,rating\n,b,1\n')).toMatchObject({ line: 2, column: 'from' });
    expect(read('from,to,rating\na,,1\n')).toMatchObject({ line: 2, column: 'to' });
    expect(read('from,to,rating\na,b,9\n')).toMatchObject({ line: 2, column: 'rating', found: '"9"' });
    expect(read('from,to,rating\na,b,1\na,b,2\n')).toMatchObject({ line: 3, found: 'another after line 2' });
    const file = read('from,to,rating,round\na,b,1,x\na,b,2,y\n');
    expect(file.ok && [...file.rounds.keys()]).toEqual(['x', 'y']);
  });
});
