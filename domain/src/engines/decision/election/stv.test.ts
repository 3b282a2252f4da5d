import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countElection } from './count.ts';
import type { CountResult, Election, ElectionBallot } from './election.ts';

function ranked(ballots: Readonly<Record<string, number>>): ElectionBallot[] {
  return Object.entries(ballots).map(([order, weight]) => ({
    weight,
    ranks: order.split(' ').map((place) => place.split('=')),
  }));
}

function electionOf(
  seats: number,
  candidates: string,
  ballots: ElectionBallot[],
  more: Partial<Election> = {},
): Election {
  const list = candidates.split(' ').map((id) => ({ id }));
  return { format: 'tablee-election/1', method: 'stv', seats, candidates: list, ballots, ...more };
}

function countOf(election: Election): CountResult {
  const counted = countElection(election);
  const result = counted.ok ? counted.results[0] : undefined;
  if (!result) throw new Error(JSON.stringify(counted));
  return result;
}

const FOOD = electionOf(
  3,
  'orange chocolate pear strawberry bonbon',
  ranked({
    orange: 4,
    'pear orange': 2,
    'chocolate strawberry': 8,
    'chocolate bonbon': 4,
    strawberry: 1,
    bonbon: 1,
  }),
);

describe('single transferable vote', () => {
  it('ELE-5 seats chocolate, orange and strawberry in the well-known election of sweets, stage by stage', () => {
    const result = countOf(FOOD);
    expect(result.quota).toBe('6.00000');
    expect(result.elected).toEqual(['chocolate', 'orange', 'strawberry']);
    const votes = result.stages.map((stage) => Object.values(stage.votes).map(Number));
    expect(votes).toEqual([
      [4, 12, 2, 1, 1],
      [4, 6, 2, 5, 3],
      [6, 6, 0, 5, 3],
      [6, 6, 0, 5, 0],
      [6, 6, 0, 5, 0],
    ]);
    expect(result.stages.map((stage) => stage.action.en)).toEqual([
      'First preferences',
      'Transfer of the surplus of chocolate',
      'Exclusion of pear',
      'Exclusion of bonbon',
      'Last vacancies filled',
    ]);
    expect(result.stages[3]?.nonTransferable).toBe('3.00000');
  });
  it('ELE-5 gives each paper surplus × value ÷ votes, cut after five decimals, and books what is lost', () => {
    // 7 of 9 votes are the quota's; each paper passes on 2/9 = 0.22222.
    const result = countOf(electionOf(2, 'a b c', ranked({ 'a b': 9, b: 4, c: 6 })));
    expect(result.quota).toBe('7.00000');
    expect(result.stages[1]?.votes).toEqual({ a: '7.00000', b: '5.99998', c: '6.00000' });
    expect(result.stages[1]?.lost).toBe('0.00002');
    expect(result.elected).toEqual(['a', 'c']);
  });
  it('ELE-5 passes on papers that came with a surplus at a share of their value', () => {
    const result = countOf(
      electionOf(3, 'a b c d e', ranked({ 'a b c': 12, 'b c': 4, d: 4, e: 2, 'c e': 1 })),
    );
    // Quota 23 ÷ 4 rounded down, plus 1 = 6. A's papers pass 6/12 = 0.5 each to B: 4 + 6 = 10; then B's surplus is 4 of 10.
    expect(result.stages[1]?.votes).toMatchObject({ a: '6.00000', b: '10.00000' });
    // 12 papers at 0.5 × 4 ÷ 10 = 0.2 and 4 papers at 1 × 4 ÷ 10 = 0.4 reach C, who had 1.
    expect(result.stages[2]?.votes).toMatchObject({ b: '6.00000', c: '5.00000' });
    expect(result.elected).toEqual(['a', 'b', 'c']);
  });
  it('ELE-6 breaks a tie for exclusion by the most recent stage where the tied differed', () => {
    // A goes out and gives B a third vote: B and C tie at 3, and B had fewer before.
    const later = countOf(electionOf(1, 'a b c d', ranked({ 'a b': 1, b: 2, c: 3, d: 5 })));
    expect(later.stages.flatMap((stage) => stage.excluded)).toEqual(['a', 'b', 'c']);
    expect(later.notices.map((notice) => notice.en)).toEqual([
      'Tie between b and c: an earlier stage picks b.',
    ]);
  });
  it('ELE-6 stops at a tie that nothing declared settles, and says between whom', () => {
    const election = electionOf(1, 'a b c', ranked({ a: 2, b: 2, c: 3 }));
    expect(countOf(election)).toMatchObject({
      outcome: 'tie',
      tie: { candidates: ['a', 'b'], over: 'exclusion' },
    });
    const drawn = countOf({ ...election, tieBreaks: ['lot'], seed: 7 });
    expect(drawn.outcome).toBe('complete');
    expect(drawn.notices[0]?.en).toContain('seed 7');
    expect(countOf({ ...election, tieBreaks: ['lot'], seed: 7 })).toEqual(drawn);
  });
  it('ELE-7 shares a ballot between candidates ranked equal, or stops there, as declared', () => {
    const split = countOf(electionOf(1, 'a b c', ranked({ 'a=b c': 3, c: 2 })));
    expect(split.stages[0]?.votes).toEqual({ a: '1.50000', b: '1.50000', c: '2.00000' });
    expect(split.notices[0]?.en).toBe('Equal ranks: the vote is shared in equal parts.');
    const stop = countOf(electionOf(1, 'a b c', ranked({ 'a=b c': 3, c: 2 }), { equalRanks: 'stop' }));
    expect(stop.stages[0]).toMatchObject({ votes: { c: '2.00000' }, nonTransferable: '3.00000' });
  });
  it('ELE-7 gives the other half of a shared paper to the candidate who is still there', () => {
    const result = countOf(electionOf(1, 'a b c', ranked({ 'a=b': 2, 'c b': 4, b: 2 })));
    expect(result.stages[1]?.votes).toMatchObject({ a: '0.00000', b: '4.00000' });
  });
  it('ELE-8 leaves out those who withdrew, moves the places up and counts empty ballots apart', () => {
    const election = electionOf(1, 'a b c', ranked({ 'a b': 3, c: 2, a: 1 }));
    const candidates = election.candidates.map((candidate) =>
      candidate.id === 'a' ? { ...candidate, withdrawn: true } : candidate,
    );
    const result = countOf({ ...election, candidates });
    expect(result).toMatchObject({
      elected: ['b'],
      valid: 5,
      invalid: [{ ballot: 3, weight: 1, code: 'Empty' }],
    });
  });
  it('ELE-9 fills what it can when there are fewer candidates than seats', () => {
    expect(countOf(electionOf(3, 'a b', ranked({ a: 2, b: 1 })))).toMatchObject({
      outcome: 'short',
      elected: ['a', 'b'],
    });
  });
});

const IDS = ['a', 'b', 'c', 'd', 'e'];
const order = fc.shuffledSubarray(IDS, { minLength: 1 });
const ballots = fc.array(order, { minLength: 1, maxLength: 25 });
const seatsOf = fc.integer({ min: 1, max: 4 });

/** Counts paper by paper, straight from the text of rules 45 to 52, for ballots without equal ranks. */
function byThePaper(
  papers: readonly string[][],
  seats: number,
): { elected: string[]; votes: Map<string, number>[] } | null {
  const UNIT = 100_000;
  const quota = (Math.floor(papers.length / (seats + 1)) + 1) * UNIT;
  const hands = papers.map((paper) => ({ paper, holder: paper[0] ?? '', value: UNIT }));
  const continuing = new Set(IDS);
  const elected: string[] = [];
  const fixed = new Map<string, number>();
  const votes: Map<string, number>[] = [];
  const held = (id: string): number =>
    fixed.get(id) ?? hands.reduce((total, hand) => total + (hand.holder === id ? hand.value : 0), 0);
  const close = (): void => {
    votes.push(new Map(IDS.map((id) => [id, held(id)])));
    const reached = [...continuing].filter((id) => held(id) >= quota).sort((x, y) => held(y) - held(x));
    for (const id of reached) {
      continuing.delete(id);
      elected.push(id);
    }
  };
  const pass = (from: string, factor: (value: number) => number): void => {
    for (const hand of hands)
      if (hand.holder === from) {
        hand.value = factor(hand.value);
        hand.holder = hand.paper.find((id) => continuing.has(id)) ?? '';
      }
  };
  close();
  while (elected.length < seats) {
    if (continuing.size <= seats - elected.length) return { elected: [...elected, ...continuing], votes };
    const over = elected.filter((id) => !fixed.has(id) && held(id) > quota);
    const pool = over.length > 0 ? over : [...continuing];
    const limit = (over.length > 0 ? Math.max : Math.min)(...pool.map(held));
    const tied = pool.filter((id) => held(id) === limit);
    if (tied.length > 1) return null;
    const [id = ''] = tied;
    if (over.length > 0) {
      const had = held(id);
      fixed.set(id, quota);
      pass(id, (value) => Math.floor(((had - quota) * value) / had));
    } else {
      continuing.delete(id);
      pass(id, (value) => value);
    }
    close();
  }
  return { elected, votes };
}

describe('properties of the single transferable vote', () => {
  const raw = (papers: readonly string[][], seats: number, more: Partial<Election> = {}): Election =>
    electionOf(
      seats,
      IDS.join(' '),
      papers.map((paper) => ({ ranks: paper.map((id) => [id]) })),
      more,
    );
  it('ELE-5 equals a count paper by paper from the text of the rules', () => {
    fc.assert(
      fc.property(ballots, seatsOf, (papers, seats) => {
        const expected = byThePaper(papers, seats);
        fc.pre(expected !== null);
        const result = countOf(raw(papers, seats));
        expect(result.elected.toSorted()).toEqual(expected?.elected.toSorted());
        const shown = result.stages.map((stage) =>
          IDS.map((id) => Math.round(Number(stage.votes[id]) * 100_000)),
        );
        const wanted = expected?.votes.map((votes) => IDS.map((id) => votes.get(id))) ?? [];
        expect(shown.slice(0, wanted.length)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });
  const place = fc.array(order, { minLength: 1, maxLength: 3 });
  it('ELE-5 fills its seats and conserves votes at every stage, equal ranks included', () => {
    fc.assert(
      fc.property(
        ballots,
        place,
        seatsOf,
        fc.constantFrom('split' as const, 'stop' as const),
        (papers, equal, seats, equalRanks) => {
          const election = raw(papers, seats, { tieBreaks: ['lot'], seed: 1, equalRanks });
          const more = equal.map((ids) => ({ ranks: [ids] }));
          const result = countOf({ ...election, ballots: [...election.ballots, ...more] });
          expect(result).toMatchObject({ outcome: 'complete' });
          expect(new Set(result.elected).size).toBe(seats);
          for (const stage of result.stages) {
            const parts = [...Object.values(stage.votes), stage.nonTransferable, stage.lost];
            const units = parts.reduce((total, value) => total + BigInt(value.replace('.', '')), 0n);
            expect(units).toBe(BigInt(result.valid) * 100_000n);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
  it('ELE-2 does not depend on the order of the ballots, nor on how equal ballots are bundled', () => {
    fc.assert(
      fc.property(ballots, seatsOf, (papers, seats) => {
        const election = raw(papers, seats, { tieBreaks: ['lot'], seed: 3 });
        expect(countOf({ ...election, ballots: election.ballots.toReversed() })).toEqual(countOf(election));
      }),
      { numRuns: 80 },
    );
  });
});
