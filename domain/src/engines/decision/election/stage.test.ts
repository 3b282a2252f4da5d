import { describe, expect, it } from 'vitest';
import { countElection } from './count.ts';
import type { CountResult, Election, ElectionBallot, Method } from './election.ts';

function ranked(ballots: Readonly<Record<string, number>>): ElectionBallot[] {
  return Object.entries(ballots).map(([order, weight]) => ({
    weight,
    ranks: order.split(' ').map((place) => place.split('=')),
  }));
}

function countOf(
  method: Method,
  seats: number,
  ballots: ElectionBallot[],
  more: Partial<Election> = {},
): CountResult {
  const candidates = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const counted = countElection({ format: 'tablee-election/1', method, seats, candidates, ballots, ...more });
  const result = counted.ok ? counted.results[0] : undefined;
  if (!result) throw new Error(JSON.stringify(counted));
  return result;
}

const NAMES: Partial<Election> = {
  candidates: [{ id: 'a', name: 'Awa' }, { id: 'b', name: 'Bo' }, { id: 'c' }, { id: 'd' }],
};

describe('stages', () => {
  it('ELE-5 numbers the stages and shows what each one moved', () => {
    const result = countOf('stv', 2, ranked({ 'a b': 6, b: 2, c: 3, d: 1 }));
    expect(result.stages.map((stage) => stage.number)).toEqual([1, 2, 3, 4, 5]);
    expect(result.stages[0]?.transfers).toBeUndefined();
    expect(result.stages[1]?.transfers).toEqual({ a: '-1.00000', b: '0.99996', c: '0.00000', d: '0.00000' });
    expect(result.stages[1]).toMatchObject({ lost: '0.00004', elected: [], excluded: [] });
    expect(result.notices).toEqual([]);
  });
  it('ELE-5 lists those elected at one stage from the most votes', () => {
    expect(countOf('stv', 2, ranked({ a: 4, b: 5, c: 1 })).elected).toEqual(['b', 'a']);
    expect(countOf('stv', 3, ranked({ a: 4, b: 5, c: 6 })).elected).toEqual(['c', 'b', 'a']);
    expect(countOf('stv', 2, ranked({ a: 5, b: 5, c: 1 }))).toMatchObject({
      elected: ['a', 'b'],
      stages: [{ elected: ['a', 'b'] }],
    });
  });
  it('ELE-5 elects whoever reaches the quota by an exclusion, at that stage', () => {
    const quick = countOf('stv', 1, ranked({ a: 4, b: 4, 'c b': 1 }));
    expect(quick.stages.map((stage) => [stage.excluded, stage.elected])).toEqual([
      [[], []],
      [['d'], []],
      [['c'], ['b']],
    ]);
  });
  it('ELE-9 gives an empty result when nobody stands', () => {
    const candidates = [{ id: 'a', withdrawn: true }];
    const result = countOf('stv', 1, [], { candidates });
    expect(result).toMatchObject({ outcome: 'short', elected: [], stages: [{ votes: {} }] });
    expect(result.sentence).toEqual({
      fr: 'Personne n’est élu. Sièges non pourvus : 1.',
      en: 'Nobody is elected. Seats left unfilled: 1.',
    });
    expect(countOf('irv', 1, [], { candidates })).toMatchObject({ outcome: 'short', elected: [] });
  });
  it('ELE-9 says how many seats stay empty, and whom it elected', () => {
    const result = countOf('plurality', 5, ranked({ a: 2, b: 1, c: 1, d: 1 }), NAMES);
    expect(result.sentence.en).toBe('Elected: Awa, Bo, c and d. Seats left unfilled: 1.');
    expect(countOf('plurality', 1, ranked({ a: 2 }), NAMES).sentence.fr).toBe('Personnes élues : Awa.');
    expect(countOf('plurality', 4, ranked({ a: 2, b: 1 }), NAMES).outcome).toBe('complete');
  });
});

describe('instant runoff', () => {
  it('ELE-4 ends at the first stage that has a majority', () => {
    const result = countOf('irv', 1, ranked({ a: 3, b: 1, c: 1 }));
    expect(result).toMatchObject({ elected: ['a'], outcome: 'complete', stages: [{ elected: ['a'] }] });
    expect(result.stages).toHaveLength(1);
  });
  it('ELE-4 elects the only candidate, votes or not', () => {
    expect(countOf('irv', 1, [], { candidates: [{ id: 'a' }] })).toMatchObject({
      elected: ['a'],
      stages: [{}, { elected: ['a'] }],
    });
  });
  it('ELE-6 looks back at earlier stages where declared, and not otherwise', () => {
    const ballots = ranked({ 'a b': 1, b: 2, c: 3, d: 5 });
    expect(countOf('irv', 1, ballots)).toMatchObject({
      outcome: 'tie',
      tie: { candidates: ['b', 'c'], over: 'exclusion' },
    });
    expect(
      countOf('irv', 1, ballots, { tieBreaks: ['earlierStages'] }).stages.flatMap((stage) => stage.excluded),
    ).toEqual(['a', 'b']);
  });
  it('ELE-6 says that a tie of three is one over exclusion', () => {
    expect(countOf('irv', 1, ranked({ a: 1, b: 1, c: 1, d: 1 }))).toMatchObject({
      tie: { over: 'exclusion' },
    });
  });
});

describe('ties', () => {
  const surplus = ranked({ 'a c': 5, 'b c': 5, c: 1, d: 2 });
  it('ELE-6 transfers equal surpluses as declared, the best first', () => {
    expect(countOf('stv', 3, surplus)).toMatchObject({
      outcome: 'tie',
      elected: ['a', 'b'],
      tie: { over: 'transfer' },
    });
    const result = countOf('stv', 3, surplus, { tieBreaks: ['order'], tieOrder: ['b', 'a', 'd', 'c'] });
    expect(result.stages[1]?.action.en).toBe('Transfer of the surplus of b');
  });
  it('ELE-5 transfers the largest surplus first', () => {
    const result = countOf('stv', 3, ranked({ 'a c': 6, 'b c': 8, c: 1, d: 2 }));
    expect(result.stages.map((stage) => stage.action.en).slice(1, 3)).toEqual([
      'Transfer of the surplus of b',
      'Transfer of the surplus of a',
    ]);
  });
  it('ELE-6 transfers first, of equal surpluses, that of the candidate who had more at the stage before', () => {
    // Quota 6; the surplus of d gives a 4 × 0.5 and b 8 × 0.5: both come to 7, from 5 and 3.
    const ballots = ranked({ 'd b': 8, 'd a': 4, 'b c': 3, 'a c': 5, c: 3, e: 2 });
    const candidates = ['b', 'a', 'c', 'd', 'e'].map((id) => ({ id }));
    const result = countOf('stv', 4, ballots, { candidates });
    expect(result.stages[1]?.votes).toMatchObject({ a: '7.00000', b: '7.00000' });
    expect(result.stages[2]?.action.en).toBe('Transfer of the surplus of a');
  });
  it('ELE-6 narrows a tie to those who were still tied at the earliest stage that tells', () => {
    const result = countOf('stv', 1, ranked({ 'a b': 1, b: 2, d: 3, c: 4, 'e c': 1 }), {
      candidates: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id })),
      tieBreaks: ['order'],
      tieOrder: ['c', 'd', 'b', 'e', 'a'],
    });
    expect(result.stages.flatMap((stage) => stage.excluded).slice(0, 3)).toEqual(['a', 'e', 'b']);
  });
  it('ELE-6 excludes the last of the declared order', () => {
    const result = countOf('stv', 1, ranked({ a: 1, b: 1, c: 3, d: 4 }), {
      ...NAMES,
      tieBreaks: ['order'],
      tieOrder: ['a', 'b', 'c', 'd'],
    });
    expect(result.stages[1]?.excluded).toEqual(['b']);
    expect(result.notices[0]).toEqual({
      fr: 'Égalité entre Awa et Bo : l’ordre déclaré désigne Bo.',
      en: 'Tie between Awa and Bo: the declared order picks Bo.',
    });
  });
  it('ELE-6 uses the ways in the order declared, and a seed only where lots are declared', () => {
    const tied = ranked({ a: 1, b: 1 });
    expect(countOf('plurality', 1, tied, { seed: 4 }).outcome).toBe('tie');
    expect(countOf('plurality', 1, tied, { tieOrder: ['b', 'a', 'c', 'd'] }).outcome).toBe('tie');
    const both: Partial<Election> = { seed: 4, tieOrder: ['b', 'a', 'c', 'd'] };
    expect(countOf('plurality', 1, tied, { ...both, tieBreaks: ['order', 'lot'] }).elected).toEqual(['b']);
    expect(countOf('plurality', 1, tied, { ...both, tieBreaks: ['lot', 'order'] }).notices[0]?.en).toContain(
      'the lot (seed 4)',
    );
    const winners = new Set(
      Array.from(
        { length: 12 },
        (_, seed) => countOf('plurality', 1, tied, { seed, tieBreaks: ['lot'] }).elected[0],
      ),
    );
    expect(winners).toEqual(new Set(['a', 'b']));
  });
  it('ELE-6 draws no lot before the declared order, after earlier stages told nothing', () => {
    const ways: Partial<Election> = { tieBreaks: ['order', 'lot'], tieOrder: ['a', 'b', 'c', 'd'] };
    for (let seed = 0; seed < 8; seed += 1)
      expect(
        countOf('stv', 1, ranked({ a: 1, b: 1, c: 3, d: 4 }), { ...ways, seed }).stages[1]?.excluded,
      ).toEqual(['b']);
  });
  it('ELE-6 fills the seats that are left among the tied one by one', () => {
    const result = countOf('plurality', 2, ranked({ a: 1, b: 1, c: 1 }), {
      tieBreaks: ['order'],
      tieOrder: ['c', 'a', 'b', 'd'],
    });
    expect(result.elected).toEqual(['c', 'a']);
    expect(result.notices).toHaveLength(2);
  });
  it('ELE-6 narrows a tie of three step by step through earlier stages', () => {
    const result = countOf('stv', 1, ranked({ 'a b': 1, b: 2, c: 3, d: 3 }));
    expect(result.stages.flatMap((stage) => stage.excluded)).toEqual(['a', 'b']);
    expect(result.tie).toMatchObject({ candidates: ['c', 'd'] });
  });
});

describe('limits of a ballot', () => {
  const faults = (method: Method, marks: Record<string, number>[], more: Partial<Election>): unknown =>
    countOf(
      method,
      1,
      marks.map((one) => ({ marks: one })),
      more,
    ).invalid.map((entry) => [entry.ballot, entry.code]);
  it('ELE-3 allows as many crosses as declared', () => {
    expect(
      faults(
        'approval',
        [
          { a: 1, b: 1 },
          { a: 1, b: 1, c: 1 },
        ],
        { dots: 2 },
      ),
    ).toEqual([[2, 'TooManyCrosses']]);
    expect(faults('approval', [{ a: 1, b: 1, c: 1 }], {})).toEqual([]);
  });
  it('ELE-3 limits the dots of a ballot and those on one candidate', () => {
    expect(
      faults('dots', [{ a: 3 }, { a: 2, b: 1 }, { a: 4 }, {}, { a: 0 }], { dots: 3, maxMark: 2 }),
    ).toEqual([
      [1, 'MarkTooHigh'],
      [3, 'TooManyDots'],
      [4, 'Empty'],
      [5, 'Empty'],
    ]);
    expect(faults('dots', [{ a: 9 }], {})).toEqual([]);
  });
  it('ELE-3 limits one mark, and takes zeros for marks', () => {
    expect(faults('score', [{ a: 5, b: 6 }, { a: 0 }, {}], { maxMark: 5 })).toEqual([
      [1, 'MarkTooHigh'],
      [3, 'Empty'],
    ]);
  });
  it('ELE-8 leaves marks for those who withdrew out of the count', () => {
    const candidates = [{ id: 'a', withdrawn: true }, { id: 'b' }];
    const result = countOf('score', 1, [{ marks: { a: 5, b: 1 } }, { marks: { a: 5 } }], { candidates });
    expect(result.stages[0]?.votes).toEqual({ b: '1' });
    expect(result.invalid).toEqual([{ ballot: 2, weight: 1, code: 'Empty' }]);
    expect(countOf('dots', 1, [{ marks: { a: 5 } }], { candidates }).invalid).toHaveLength(1);
    expect(countOf('points', 1, [{ ranks: [['a']] }], { candidates }).invalid).toHaveLength(1);
    expect(countOf('plurality', 1, [{ ranks: [['a']] }], { candidates }).invalid).toHaveLength(1);
  });
  it('ELE-7 reads marks as places from the highest down', () => {
    const result = countOf(
      'irv',
      1,
      [{ marks: { a: 1, b: 3, c: 2, d: 0 } }, { marks: { d: 1 } }, { marks: { c: 1 } }],
      { tieBreaks: ['order'], tieOrder: ['d', 'c', 'b', 'a'] },
    );
    expect(result.stages.flatMap((stage) => stage.excluded)).toEqual(['a', 'b']);
    expect(result.elected).toEqual(['c']);
  });
  it('ELE-7 stops a paper only from its equal rank on', () => {
    const result = countOf('stv', 1, ranked({ 'a b=c d': 2, b: 3, c: 4, d: 5 }), { equalRanks: 'stop' });
    expect(result.stages[0]?.votes).toMatchObject({ a: '2.00000' });
    expect(result.stages[1]?.nonTransferable).toBe('2.00000');
    expect(result.notices[0]?.en).toBe('Equal ranks: the ballot counts no further.');
  });
});
