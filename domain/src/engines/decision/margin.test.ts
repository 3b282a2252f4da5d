import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ballot, DecisionCase, Stance } from './case.ts';
import { type Margin, margin } from './margin.ts';
import type { Rule, Step } from './rule.ts';
import { bound, caseOf, majority, ruleOf, verdictOf, vote, votes } from './testing.ts';

function marginOf(input: DecisionCase): Margin {
  const result = margin(input);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.margin;
}

function numbers(input: DecisionCase): { alone: (number | null)[]; together: number | null } {
  const found = marginOf(input);
  return { alone: found.groups.map((group) => group.ballots), together: found.ballots };
}

const EACH_AND_TWO_THIRDS = ruleOf([
  vote({
    kind: 'all',
    of: [majority('eachGroup', '>1/2'), majority('whole', '>=2/3', { across: 'equalGroups' })],
  }),
]);

describe('margin', () => {
  it('DEC-30 needs 7, 5 or 9 changed votes at 24/16, 16/11 and 32/18 in three equal groups', () => {
    const input = caseOf(
      EACH_AND_TWO_THIRDS,
      { a: 40, b: 27, c: 50 },
      {
        ballots: [
          ...votes('a', { yes: 24, no: 16 }),
          ...votes('b', { yes: 16, no: 11 }),
          ...votes('c', { yes: 32, no: 18 }),
        ],
      },
    );
    expect(numbers(input)).toEqual({ alone: [7, 5, 9], together: 5 });
    expect(marginOf(input).groups[0]?.sentence).toEqual({
      fr: 'Collège a : 7 bulletins à changer.',
      en: 'Group a: 7 ballots would have to change.',
    });
  });
  it('DEC-31 says "not by this group alone" where another group fails as well', () => {
    const input = caseOf(
      ruleOf([vote(majority('eachGroup', '>1/2'))]),
      { a: 3, b: 3 },
      { ballots: [...votes('a', { yes: 1, no: 2 }), ...votes('b', { yes: 1, no: 2 })] },
    );
    expect(numbers(input)).toEqual({ alone: [null, null], together: 2 });
    expect(marginOf(input).groups[0]?.sentence.en).toBe('Group a: not by this group alone.');
  });
  it('DEC-31 finds that no stance turns a missing quorum or an inadmissible proposal', () => {
    const quorum: Rule['quorum'] = { kind: 'quorum', scope: { over: 'whole' }, bound: bound('>=4') };
    const rule = ruleOf([vote(majority('whole', '>1/2'))], { quorum });
    const input = caseOf(rule, { a: 5 }, { ballots: votes('a', { yes: 3 }) });
    expect(numbers(input)).toEqual({ alone: [null], together: null });
    const late = ruleOf([vote(majority('whole', '>1/2'))], { admissibility: { proposers: 1 } });
    expect(numbers({ ...input, rules: [late] })).toEqual({ alone: [null], together: null });
  });
  it('DEC-32 chooses the heavy ballots first', () => {
    const input = caseOf(ruleOf([vote(majority('whole', '>1/2', { measure: 'weight' }))]), { a: 4 });
    const weights = ['5', '3', '1', '1'];
    const members = input.roll.members.map((member, index) => ({ ...member, weight: weights[index] ?? '1' }));
    const roll = { ...input.roll, members };
    expect(numbers({ ...input, roll, ballots: votes('a', { no: 4 }) }).together).toBe(2);
  });
  it('DEC-32 sees that one block does not turn a decision that the fallback vote still adopts', () => {
    const rule = ruleOf([{ kind: 'consensus', id: 'c' }, vote(majority('whole', '>1/2'))]);
    const input = caseOf(rule, { a: 5 }, { ballots: votes('a', { agree: 5 }) });
    expect(numbers(input).together).toBe(3);
  });
});

/** The smallest changes by trying every outcome of every ballot, on counts. */
function bruteForce(
  input: DecisionCase,
  stances: readonly Stance[],
  groups: readonly string[],
): ReturnType<typeof numbers> {
  const adopted = verdictOf(input).outcome === 'adopted';
  const byGroup = groups.map((group) => input.ballots.filter((ballot) => ballot.member.startsWith(group)));
  const alternatives = byGroup.map((ballots, index) => countsOf(ballots, stances, groups[index] ?? ''));
  const alone: (number | null)[] = groups.map(() => null);
  let together: number | null = null;
  const visit = (index: number, changed: readonly number[], ballots: readonly Ballot[]): void => {
    const options = alternatives[index];
    if (!options) {
      if ((verdictOf({ ...input, ballots: [...ballots] }).outcome === 'adopted') === adopted) return;
      const total = changed.reduce((a, b) => a + b, 0);
      together = Math.min(together ?? total, total);
      const moved = changed.flatMap((count, at) => (count > 0 ? [at] : []));
      const [only] = moved;
      if (moved.length === 1 && only !== undefined) alone[only] = Math.min(alone[only] ?? total, total);
      return;
    }
    for (const option of options)
      visit(index + 1, [...changed, option.changed], [...ballots, ...option.ballots]);
  };
  visit(0, [], []);
  return { alone, together };
}

function countsOf(
  ballots: readonly Ballot[],
  stances: readonly Stance[],
  group: string,
): { changed: number; ballots: Ballot[] }[] {
  const now = stances.map((stance) => ballots.filter((ballot) => ballot.stance === stance).length);
  const found: { changed: number; ballots: Ballot[] }[] = [];
  const fill = (counts: number[], left: number): void => {
    if (counts.length === stances.length - 1) {
      const all = [...counts, left];
      const changed = all.reduce((total, count, index) => total + Math.abs(count - (now[index] ?? 0)), 0) / 2;
      const named = Object.fromEntries(stances.map((stance, index) => [stance, all[index] ?? 0]));
      found.push({ changed, ballots: votes(group, named) });
      return;
    }
    for (let count = 0; count <= left; count += 1) fill([...counts, count], left - count);
  };
  fill([], ballots.length);
  return found;
}

const SHARES = ['>1/2', '>=1/2', '>=2/3', '>1/3', '>=3/4', '>=2'] as const;
const share = fc.constantFrom(...SHARES);
const base = fc.constantFrom('cast', 'withoutAbstentions', 'present', 'allSeats' as const);
const leaf = fc.oneof(
  fc.record({ share, base }).map((more) => majority('whole', more.share, { base: more.base })),
  fc.record({ share, base }).map((more) => majority('eachGroup', more.share, { base: more.base })),
  fc.record({ share, base }).map((more) => majority('someGroups', more.share, { base: more.base })),
  fc
    .record({ share: fc.constantFrom('>1/2', '>=2/3', '>=3/5'), base })
    .map((more) => majority('whole', more.share, { base: more.base, across: 'equalGroups' })),
);
const condition = fc.oneof(
  leaf,
  fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const),
    of: fc.array(leaf, { minLength: 2, maxLength: 3 }),
  }),
);
const tie = fc.constantFrom('unsettled' as const, 'rejected' as const, 'castingVote' as const);
const voteStep = fc.record({ condition, tie }).map((more) => vote(more.condition, { tie: more.tie }));
const consensusStep: fc.Arbitrary<Step> = fc
  .record({ blocks: fc.nat(2), aside: fc.constantFrom(null, '>1/3', '>=1', '>=2/3') })
  .map(({ blocks, aside }) => ({
    kind: 'consensus',
    id: 'consensus',
    maxBlocks: blocks,
    ...(aside !== null && { maxStandAside: bound(aside) }),
  }));

function sized(group: string, counts: readonly number[], stances: readonly Stance[]): Ballot[] {
  return votes(group, Object.fromEntries(stances.map((stance, index) => [stance, counts[index] ?? 0])));
}

describe('margin against brute force', () => {
  const run = (steps: Step[], sizes: readonly (readonly number[])[], stances: readonly Stance[]): void => {
    const groups = ['a', 'b', 'c'].slice(0, sizes.length);
    const ballots = groups.flatMap((group, index) => sized(group, sizes[index] ?? [], stances));
    const seats = Object.fromEntries(groups.map((group) => [group, 5]));
    const input = caseOf(ruleOf(steps), seats, { ballots, castingVote: 'yes' });
    expect(numbers(input)).toEqual(bruteForce(input, stances, groups));
  };
  const three = fc.tuple(fc.nat(2), fc.nat(1), fc.nat(1));
  it('DEC-30 equals it for votes under every kind of majority', () => {
    fc.assert(
      fc.property(voteStep, three, three, (step, a, b) => run([step], [a, b], ['yes', 'no', 'abstain'])),
      { numRuns: 120 },
    );
  });
  it('DEC-30 equals it in three groups', () => {
    fc.assert(
      fc.property(voteStep, three, three, three, (step, a, b, c) =>
        run([step], [a, b, c], ['yes', 'no', 'abstain']),
      ),
      { numRuns: 25 },
    );
  });
  it('DEC-30 equals it for consensus with and without a fallback', () => {
    const stances: Stance[] = ['agree', 'reservations', 'standAside', 'block'];
    const four = fc.tuple(fc.nat(2), fc.nat(1), fc.nat(1), fc.nat(1));
    fc.assert(
      fc.property(consensusStep, voteStep, fc.boolean(), four, three, (first, second, fallback, a, b) =>
        run(fallback ? [first, second] : [first], [a, [...b, 0]], stances),
      ),
      { numRuns: 40 },
    );
  });
});

/** The smallest changes by trying every stance of every single ballot. */
function ballotByBallot(input: DecisionCase, stances: readonly Stance[]): number | null {
  const adopted = verdictOf(input).outcome === 'adopted';
  let best: number | null = null;
  const visit = (index: number, changed: number, ballots: readonly Ballot[]): void => {
    const ballot = input.ballots[index];
    if (best !== null && changed >= best) return;
    if (!ballot) {
      if ((verdictOf({ ...input, ballots: [...ballots] }).outcome === 'adopted') !== adopted) best = changed;
      return;
    }
    for (const stance of stances)
      visit(index + 1, changed + (stance === ballot.stance ? 0 : 1), [...ballots, { ...ballot, stance }]);
  };
  visit(0, 0, []);
  return best;
}

describe('margin of unequal votes', () => {
  const member = fc.record({
    subgroup: fc.constantFrom('n', 's'),
    weight: fc.integer({ min: 1, max: 4 }),
    stance: fc.constantFrom<Stance>('yes', 'no', 'abstain'),
  });
  const measured = fc
    .record({
      over: fc.constantFrom(
        'whole' as const,
        'eachGroup' as const,
        'eachSubgroup' as const,
        'someGroups' as const,
      ),
      share,
      base,
      measure: fc.constantFrom('head' as const, 'weight' as const, 'power' as const),
    })
    .map((more) => majority(more.over, more.share, { base: more.base, measure: more.measure }));
  it('DEC-32 equals trying every ballot, with weights, power and sub-groups', () => {
    const title = { fr: 'T', en: 'T' };
    const subgroups = [
      { id: 'n', title },
      { id: 's', title },
    ];
    const kind = fc.constantFrom('all' as const, 'any' as const);
    const property = fc.property(
      fc.array(member, { minLength: 1, maxLength: 3 }),
      fc.array(member, { minLength: 1, maxLength: 3 }),
      fc.array(measured, { minLength: 1, maxLength: 3 }),
      kind,
      (a, b, of, joined) => {
        const rule = ruleOf([vote({ kind: joined, of })], { power: { groups: 'equal', subgroups: 'equal' } });
        const listed = [a, b].flatMap((list, at) =>
          list.map((entry, index) => ({
            ...entry,
            group: at === 0 ? 'a' : 'b',
            id: `${at === 0 ? 'a' : 'b'}${index + 1}`,
          })),
        );
        const members = listed.map(({ id, group, subgroup, weight }) => ({
          id,
          group,
          subgroup,
          weight: `${weight}`,
        }));
        const groups = ['a', 'b'].map((id) => ({ id, title, subgroups }));
        const ballots = listed.map(({ id, stance }) => ({ member: id, stance }));
        const input = { ...caseOf(rule, {}), roll: { groups, members }, ballots };
        expect(numbers(input).together).toBe(ballotByBallot(input, ['yes', 'no', 'abstain']));
      },
    );
    fc.assert(property, { numRuns: 80 });
  });
});
