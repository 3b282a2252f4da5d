import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countElection } from './count.ts';
import type { CountResult, Election, ElectionBallot, Method } from './election.ts';

function electionOf(
  method: Method,
  seats: number,
  ballots: ElectionBallot[],
  more: Partial<Election> = {},
): Election {
  const candidates = ['a', 'b', 'c'].map((id) => ({ id }));
  return { format: 'tablee-election/1', method, seats, candidates, ballots, ...more };
}

function countOf(election: Election): CountResult {
  const counted = countElection(election);
  const result = counted.ok ? counted.results[0] : undefined;
  if (!result) throw new Error(JSON.stringify(counted));
  return result;
}

function votesOf(election: Election): unknown {
  return countOf(election).stages[0]?.votes;
}

describe('methods that add up', () => {
  it('ELE-3 counts first places in a plurality, sharing equal first places', () => {
    const ballots = [
      { ranks: [['a']], weight: 3 },
      { ranks: [['b', 'c']], weight: 1 },
    ];
    expect(votesOf(electionOf('plurality', 1, ballots))).toEqual({ a: '3', b: '1/2', c: '1/2' });
    const stopped = countOf(electionOf('plurality', 1, ballots, { equalRanks: 'stop' }));
    expect(stopped.invalid).toEqual([{ ballot: 2, weight: 1, code: 'EqualFirst' }]);
  });
  it('ELE-3 counts every cross of an approval', () => {
    const ballots = [{ marks: { a: 1, b: 1 }, weight: 2 }, { marks: { b: 1, c: 0 } }, { marks: {} }];
    const result = countOf(electionOf('approval', 1, ballots));
    expect(result.stages[0]?.votes).toEqual({ a: '2', b: '3', c: '0' });
    expect(result).toMatchObject({ elected: ['b'], valid: 3, invalid: [{ ballot: 3, code: 'Empty' }] });
  });
  it('ELE-3 gives points by place; equal ranks and the unranked share the places they take', () => {
    const ballots = [{ ranks: [['a'], ['b'], ['c']] }, { ranks: [['a', 'b'], ['c']] }, { ranks: [['c']] }];
    expect(votesOf(electionOf('points', 1, ballots))).toEqual({ a: '4', b: '3', c: '2' });
    expect(votesOf(electionOf('points', 1, ballots, { unranked: 'zero' }))).toEqual({
      a: '7/2',
      b: '5/2',
      c: '2',
    });
    expect(votesOf(electionOf('points', 1, ballots, { points: ['5', '2'] }))).toEqual({
      a: '19/2',
      b: '13/2',
      c: '5',
    });
  });
  it('ELE-3 adds scores, and refuses a mark above the highest', () => {
    const ballots = [{ marks: { a: 5, b: 2 } }, { marks: { a: 6 } }, { marks: { b: 4 } }];
    const result = countOf(electionOf('score', 1, ballots, { maxMark: 5 }));
    expect(result.stages[0]?.votes).toEqual({ a: '5', b: '6', c: '0' });
    expect(result.invalid).toEqual([{ ballot: 2, weight: 1, code: 'MarkTooHigh' }]);
  });
  it('ELE-3 adds dots, and refuses a ballot with more than it was given', () => {
    const ballots = [{ marks: { a: 2, b: 1 } }, { marks: { c: 4 } }];
    const result = countOf(electionOf('dots', 1, ballots, { dots: 3 }));
    expect(result.stages[0]?.votes).toEqual({ a: '2', b: '1', c: '0' });
    expect(result.invalid).toEqual([{ ballot: 2, weight: 1, code: 'TooManyDots' }]);
  });
  it('ELE-4 elects by instant runoff once somebody holds more than half of the votes that still count', () => {
    const ballots = [
      { ranks: [['a']], weight: 4 },
      { ranks: [['b']], weight: 3 },
      { ranks: [['c'], ['b']], weight: 2 },
    ];
    const result = countOf(electionOf('irv', 1, ballots));
    expect(result.elected).toEqual(['b']);
    expect(result.stages.map((stage) => stage.excluded)).toEqual([[], ['c']]);
  });
  it('ELE-4 leaves a tie of the last two open', () => {
    const ballots = [
      { ranks: [['a']], weight: 2 },
      { ranks: [['b']], weight: 2 },
    ];
    const candidates = [{ id: 'a' }, { id: 'b' }];
    expect(countOf({ ...electionOf('irv', 1, ballots), candidates })).toMatchObject({
      outcome: 'tie',
      tie: { over: 'seat' },
    });
  });
  it('ELE-6 keeps the clear seats when a tie for the last one stays open', () => {
    const ballots = [{ ranks: [['a']], weight: 3 }, { ranks: [['b']] }, { ranks: [['c']] }];
    expect(countOf(electionOf('plurality', 2, ballots))).toMatchObject({
      outcome: 'tie',
      elected: ['a'],
      tie: { candidates: ['b', 'c'], over: 'seat' },
      sentence: { en: 'Tie for a seat between b and c: nothing declared settles it.' },
    });
    const order: Partial<Election> = { tieBreaks: ['order'], tieOrder: ['c', 'b', 'a'] };
    expect(countOf(electionOf('plurality', 2, ballots, order)).elected).toEqual(['a', 'c']);
  });
  it('ELE-10 counts each constituency for itself', () => {
    const candidates = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, group: index < 2 ? 'x' : 'y' }));
    const groups = [
      { id: 'x', seats: 1 },
      { id: 'y', seats: 2 },
    ];
    const ballots = [
      { group: 'x', ranks: [['b'], ['a']], weight: 2 },
      { group: 'x', ranks: [['a']] },
      { group: 'y', ranks: [['c'], ['d']] },
    ];
    const counted = countElection({ ...electionOf('stv', 1, ballots), candidates, groups });
    expect(counted.ok && counted.results.map((result) => [result.group, result.elected])).toEqual([
      ['x', ['b']],
      ['y', ['c', 'd']],
    ]);
  });
  it('ELE-1 names what does not fit: unknown candidates, ranks where marks are needed, lots without a seed', () => {
    const wrong = electionOf('score', 1, [{ ranks: [['z']] }], { tieBreaks: ['lot'] });
    const counted = countElection(wrong);
    expect(!counted.ok && counted.problems.map((problem) => problem.path)).toEqual([
      'ballots[0]',
      'ballots[0].ranks',
      'seed',
    ]);
  });
});

const marks = fc.record({ a: fc.nat(3), b: fc.nat(3), c: fc.nat(3) });
const order = fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 });

describe('properties of the methods that add up', () => {
  it('ELE-3 never makes a winner lose by raising it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Method>('plurality', 'approval', 'points', 'score', 'dots'),
        fc.array(fc.record({ marks, order }), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        (method, list, at) => {
          const scored = method === 'score' || method === 'dots' || method === 'approval';
          const ballots = list.map(
            (entry): ElectionBallot =>
              scored ? { marks: entry.marks } : { ranks: entry.order.map((id) => [id]) },
          );
          const before = countOf(electionOf(method, 1, ballots));
          const [winner] = before.elected;
          fc.pre(winner !== undefined);
          const raised = ballots.map((ballot, index): ElectionBallot => {
            if (index !== at % ballots.length || winner === undefined) return ballot;
            if (ballot.marks)
              return { marks: { ...ballot.marks, [winner]: (ballot.marks[winner] ?? 0) + 1 } };
            const others = (ballot.ranks ?? []).filter(([id]) => id !== winner);
            return { ranks: [[winner], ...others] };
          });
          expect(countOf(electionOf(method, 1, raised)).elected).toEqual([winner]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
