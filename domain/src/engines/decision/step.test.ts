import { describe, expect, it } from 'vitest';
import type { Ballot, DecisionCase } from './case.ts';
import { decide } from './decide.ts';
import type { Rule, Step } from './rule.ts';
import { bound, caseOf, majority, ruleOf, verdictOf, vote, votes } from './testing.ts';

const CONSENSUS: Step = { kind: 'consensus', id: 'consensus' };

function outcomeOf(rule: Rule, size: number, more: Partial<DecisionCase>): string {
  return verdictOf(caseOf(rule, { a: size }, more)).outcome;
}

describe('consensus', () => {
  it('DEC-21 limits how many may block and how large a part may stand aside', () => {
    const rule = ruleOf([{ ...CONSENSUS, maxBlocks: 1, maxStandAside: bound('>1/3') }]);
    expect(outcomeOf(rule, 4, { ballots: votes('a', { agree: 3, block: 1 }) })).toBe('adopted');
    expect(outcomeOf(rule, 4, { ballots: votes('a', { agree: 2, block: 2 }) })).toBe('noDecision');
    expect(outcomeOf(rule, 6, { ballots: votes('a', { agree: 4, standAside: 2 }) })).toBe('adopted');
    expect(outcomeOf(rule, 6, { ballots: votes('a', { agree: 3, standAside: 3 }) })).toBe('noDecision');
  });
  it('DEC-25 refuses a block without its reason where the rule asks for one', () => {
    const rule = ruleOf([{ ...CONSENSUS, blockNeedsReason: true }]);
    const ballots: Ballot[] = [...votes('a', { agree: 1 }), { member: 'a2', stance: 'block', reason: ' ' }];
    const verdict = verdictOf(caseOf(rule, { a: 2 }, { ballots }));
    expect(verdict).toMatchObject({ outcome: 'adopted', refused: [{ member: 'a2', code: 'ReasonMissing' }] });
    const reasoned = ballots.map((ballot) => ({ ...ballot, reason: 'cost' }));
    expect(outcomeOf(rule, 2, { ballots: reasoned })).toBe('noDecision');
  });
  it('DEC-24 waits for ballots of its own where the fallback asks for them', () => {
    const rule = ruleOf([CONSENSUS, vote(majority('whole', '>1/2'), { ballots: 'own' })]);
    const ballots = votes('a', { agree: 2, block: 1 });
    const waiting = verdictOf(caseOf(rule, { a: 3 }, { ballots }));
    expect(waiting.outcome).toBe('noDecision');
    expect(waiting.notices[0]?.en).toBe('The next step, “vote”, waits for ballots of its own.');
    const own = votes('a', { yes: 1, no: 2 }).map((ballot) => ({ ...ballot, step: 'vote' }));
    expect(outcomeOf(rule, 3, { ballots: [...ballots, ...own] })).toBe('rejected');
  });
  it('DEC-24 does not read ballots of a later step in an earlier one', () => {
    const rule = ruleOf([CONSENSUS, vote(majority('whole', '>1/2'))]);
    const ballots = votes('a', { agree: 2 }).concat([{ member: 'a3', stance: 'no', step: 'vote' }]);
    const verdict = verdictOf(caseOf(rule, { a: 3 }, { ballots }));
    expect(verdict.steps.map((step) => step.kind)).toEqual(['consensus']);
    const named = ballots.map((ballot) => ({ ...ballot, step: 'consensus' }));
    expect(verdictOf(caseOf(rule, { a: 3 }, { ballots: named })).steps.map((step) => step.outcome)).toEqual([
      'noDecision',
      'adopted',
    ]);
  });
  it('DEC-24 reads for a step with ballots of its own none that name another', () => {
    const rule = ruleOf([CONSENSUS, vote(majority('whole', '>1/2'), { ballots: 'own' })]);
    const ballots = [
      ...votes('a', { agree: 2, block: 1 }),
      { member: 'a3', stance: 'no' as const, step: 'vote' },
    ];
    expect(verdictOf(caseOf(rule, { a: 3 }, { ballots })).counts[0]).toMatchObject({ yes: '0', no: '1' });
  });
  it('DEC-24 puts the ballot given for the later step before an earlier one, without refusing either', () => {
    const rule = ruleOf([CONSENSUS, vote(majority('whole', '>1/2'))]);
    const ballots: Ballot[] = [
      { member: 'a1', stance: 'block' },
      { member: 'a1', stance: 'yes', step: 'vote' },
    ];
    const verdict = verdictOf(caseOf(rule, { a: 1 }, { ballots: ballots.toReversed() }));
    expect(verdict).toMatchObject({ outcome: 'adopted', refused: [] });
  });
  it('DEC-20 counts heads of every stance', () => {
    const numbers = (ballots: Ballot[]): string[] =>
      verdictOf(
        caseOf(ruleOf([{ ...CONSENSUS, maxStandAside: bound('>1/1') }]), { a: 9 }, { ballots }),
      ).steps[0]?.tests.flatMap((test) => ('value' in test ? [test.value, test.base ?? ''] : [])) ?? [];
    const ballots = votes('a', {
      agree: 1,
      reservations: 1,
      standAside: 1,
      block: 1,
      yes: 2,
      no: 1,
      abstain: 2,
    });
    expect(numbers(ballots)).toEqual(['4', '', '2', '', '3', '9']);
  });
});

describe('silence procedure', () => {
  const rule = ruleOf([{ kind: 'silence', id: 'silence', minimumDays: 14 }]);
  const silence = { openedAt: '2026-03-01T12:00:00Z', closesAt: '2026-03-15T12:00:00Z' };
  const at = (now: string, ballots: Ballot[] = [], more: Partial<DecisionCase> = {}): string =>
    outcomeOf(rule, 3, { silence, now, ballots, ...more });
  it('DEC-23 is pending until the deadline has passed, then adopted', () => {
    expect([at('2026-03-15T12:00:00Z'), at('2026-03-15T12:00:01Z')]).toEqual(['pending', 'adopted']);
  });
  it('DEC-23 stops at the first objection, and takes no late one', () => {
    const objection = (when: string): Ballot[] => [{ member: 'a1', stance: 'block', at: when }];
    expect(at('2026-03-02T12:00:00Z', objection('2026-03-02T09:00:00Z'))).toBe('noDecision');
    expect(at('2026-03-20T12:00:00Z', objection('2026-03-15T12:00:00Z'))).toBe('noDecision');
    expect(at('2026-03-20T12:00:00Z', objection('2026-03-15T12:00:01Z'))).toBe('adopted');
  });
  it('DEC-23 needs as many objections as the rule says, and reservations are none', () => {
    const two = ruleOf([{ kind: 'silence', id: 's', objectionsToStop: 2 }]);
    const now = '2026-03-16T00:00:00Z';
    expect(outcomeOf(two, 3, { silence, now, ballots: votes('a', { block: 1, reservations: 2 }) })).toBe(
      'adopted',
    );
    expect(outcomeOf(two, 3, { silence, now, ballots: votes('a', { block: 1, no: 1 }) })).toBe('noDecision');
  });
  it('DEC-23 is inadmissible when it was open for fewer days than the rule asks', () => {
    const short = { ...silence, closesAt: '2026-03-15T11:59:59Z' };
    expect(at('2026-03-20T00:00:00Z', [], { silence: short })).toBe('inadmissible');
  });
  it('DEC-25 refuses an objection without its reason where the rule asks for one', () => {
    const strict = ruleOf([{ kind: 'silence', id: 's', objectionNeedsReason: true }]);
    const now = '2026-03-16T00:00:00Z';
    const ballots: Ballot[] = [{ member: 'a1', stance: 'no' }];
    expect(outcomeOf(strict, 1, { silence, now, ballots })).toBe('adopted');
    expect(
      outcomeOf(strict, 1, { silence, now, ballots: [{ member: 'a1', stance: 'no', reason: 'cost' }] }),
    ).toBe('noDecision');
    expect(outcomeOf(ruleOf([{ kind: 'silence', id: 's' }]), 1, { silence, now, ballots })).toBe(
      'noDecision',
    );
  });
  it('DEC-23 lists the objections and the deadline among its tests', () => {
    const verdict = verdictOf(caseOf(rule, { a: 1 }, { silence, now: '2026-03-16T00:00:00Z' }));
    expect(verdict.steps[0]?.tests.map((test) => [test.met, test.sentence.en])).toEqual([
      [true, 'Silence procedure, objections: 0; 1 needed to stop it: not stopped.'],
      [true, 'Deadline: 2026-03-15T12:00:00Z: passed.'],
    ]);
    expect(verdict.notices).toEqual([]);
  });
  it('DEC-23 asks for the instants it needs', () => {
    const decided = decide(caseOf(rule, { a: 1 }));
    expect(!decided.ok && decided.problems.map((problem) => problem.path)).toEqual(['silence', 'now']);
  });
  it('DEC-24 takes ballots given after the deadline for the vote that follows', () => {
    const both = ruleOf([{ kind: 'silence', id: 's' }, vote(majority('whole', '>1/2'))]);
    const now = '2026-03-20T00:00:00Z';
    const late = votes('a', { yes: 2 }).map((ballot) => ({ ...ballot, at: '2026-03-19T00:00:00Z' }));
    const ballots: Ballot[] = [{ member: 'a3', stance: 'no', at: '2026-03-02T00:00:00Z' }, ...late];
    const verdict = verdictOf(caseOf(both, { a: 3 }, { silence, now, ballots }));
    expect([verdict.outcome, verdict.refused, verdict.steps.map((step) => step.tests.length)]).toEqual([
      'adopted',
      [],
      [2, 1],
    ]);
  });
  it('DEC-24 goes on to the next step when somebody objected', () => {
    const both = ruleOf([{ kind: 'silence', id: 's' }, vote(majority('whole', '>1/2'))]);
    const now = '2026-03-02T00:00:00Z';
    expect(outcomeOf(both, 3, { silence, now, ballots: votes('a', { no: 1, yes: 2 }) })).toBe('adopted');
  });
});

describe('ties', () => {
  const tied = (
    tie: 'unsettled' | 'rejected' | 'castingVote' | 'lot',
    more: Partial<DecisionCase> = {},
  ): string =>
    outcomeOf(ruleOf([vote(majority('whole', '>1/2'), { tie })]), 2, {
      ballots: votes('a', { yes: 1, no: 1 }),
      ...more,
    });
  it('DEC-26 breaks a tie as the rule declares and in no other way', () => {
    expect(tied('unsettled')).toBe('tie');
    expect(tied('rejected')).toBe('rejected');
    expect([
      tied('castingVote'),
      tied('castingVote', { castingVote: 'yes' }),
      tied('castingVote', { castingVote: 'no' }),
    ]).toEqual(['tie', 'adopted', 'rejected']);
    expect(tied('unsettled', { castingVote: 'yes', seed: 1 })).toBe('tie');
  });
  it('DEC-26 draws lots from the given seed only, and names it', () => {
    expect(tied('lot')).toBe('tie');
    const drawn = Array.from({ length: 12 }, (_, seed) => tied('lot', { seed }));
    expect(drawn.slice(0, 6)).toEqual(['rejected', 'adopted', 'adopted', 'adopted', 'adopted', 'adopted']);
    expect(new Set(drawn)).toEqual(new Set(['adopted', 'rejected']));
    const rule = ruleOf([vote(majority('whole', '>1/2'), { tie: 'lot' })]);
    const verdict = verdictOf(caseOf(rule, { a: 2 }, { ballots: votes('a', { yes: 1, no: 1 }), seed: 41 }));
    expect(verdict.notices[0]?.en).toContain('seed 41');
  });
  it('DEC-26 lists the tie among the tests, met when it was broken in favour', () => {
    const rule = ruleOf([vote(majority('whole', '>1/2'), { tie: 'castingVote' })]);
    const ballots = votes('a', { yes: 1, no: 1 });
    const tests = (castingVote: 'yes' | 'no'): unknown =>
      verdictOf(caseOf(rule, { a: 2 }, { ballots, castingVote })).steps[0]?.tests.map((test) => [
        test.kind,
        test.met,
      ]);
    expect(tests('yes')).toEqual([
      ['majority', false],
      ['tie', true],
    ]);
    expect(tests('no')).toEqual([
      ['majority', false],
      ['tie', false],
    ]);
  });
  it('DEC-26 sees no tie where more than an exact half is missing', () => {
    const rule = ruleOf([vote(majority('whole', '>1/2', { base: 'cast' }))]);
    expect(outcomeOf(rule, 5, { ballots: votes('a', { yes: 2, no: 2, abstain: 1 }) })).toBe('rejected');
  });
});

describe('majorities', () => {
  const of = (
    condition: Parameters<typeof vote>[0],
    sizes: Record<string, number>,
    ballots: Ballot[],
  ): string => verdictOf(caseOf(ruleOf([vote(condition)]), sizes, { ballots })).outcome;
  it('DEC-13 adopts when at least k of n constituencies are in favour', () => {
    const sizes = { a: 1, b: 1, c: 1 };
    const two = majority('someGroups', '>1/2', { scope: { over: 'someGroups', atLeast: 2 } });
    expect(
      of(two, sizes, [...votes('a', { yes: 1 }), ...votes('b', { yes: 1 }), ...votes('c', { no: 1 })]),
    ).toBe('adopted');
    expect(
      of(two, sizes, [...votes('a', { yes: 1 }), ...votes('b', { no: 1 }), ...votes('c', { no: 1 })]),
    ).toBe('rejected');
  });
  it('DEC-13 joins majorities by OR, and narrows a test to named constituencies', () => {
    const either = {
      kind: 'any' as const,
      of: [
        majority('whole', '>=3/4'),
        majority('whole', '>1/2', { scope: { over: 'whole', groups: ['b'] } }),
      ],
    };
    const sizes = { a: 3, b: 2 };
    expect(of(either, sizes, [...votes('a', { no: 3 }), ...votes('b', { yes: 2 })])).toBe('adopted');
    expect(of(either, sizes, [...votes('a', { yes: 3 }), ...votes('b', { no: 2 })])).toBe('rejected');
  });
  it('DEC-13 tests each sub-group', () => {
    const title = { fr: 'T', en: 'T' };
    const rule = ruleOf([vote(majority('eachSubgroup', '>1/2'))]);
    const input = caseOf(
      rule,
      {},
      {
        ballots: [
          { member: 'x', stance: 'yes' },
          { member: 'y', stance: 'no' },
          { member: 'z', stance: 'yes' },
        ],
      },
    );
    const subgroups = [
      { id: 'n', title },
      { id: 's', title },
    ];
    const members = ['n', 's', 'n'].map((subgroup, index) => ({
      id: 'xyz'.charAt(index),
      group: 'a',
      subgroup,
    }));
    expect(verdictOf({ ...input, roll: { groups: [{ id: 'a', title, subgroups }], members } }).outcome).toBe(
      'rejected',
    );
  });
  it('DEC-14 takes the base that the rule names', () => {
    const outcomes = (['withoutAbstentions', 'cast', 'present', 'allSeats'] as const).map(
      (base) =>
        verdictOf(
          caseOf(
            ruleOf([vote(majority('whole', '>=1/2', { base }))]),
            { a: 8 },
            {
              present: ['a6', 'a7'],
              ballots: votes('a', { yes: 3, no: 2, abstain: base === 'withoutAbstentions' ? 0 : 1 }),
            },
          ),
        ).outcome,
    );
    expect(outcomes).toEqual(['adopted', 'adopted', 'rejected', 'rejected']);
  });
  it('DEC-14 never reaches a share of nothing', () => {
    expect(of(majority('whole', '>=1/2'), { a: 1 }, votes('a', { abstain: 1 }))).toBe('rejected');
  });
  it('DEC-15 counts a constituency that cast nothing as no share in favour', () => {
    const equal = majority('whole', '>1/2', { across: 'equalGroups' });
    expect(of(equal, { a: 1, b: 1 }, votes('a', { yes: 1 }))).toBe('tie');
  });
  it('DEC-13 leaves out constituencies in which nobody may vote on the decision', () => {
    const rule = ruleOf([vote(majority('eachGroup', '>1/2'))]);
    const input = caseOf(
      rule,
      { a: 1, b: 1 },
      { ballots: votes('a', { yes: 1 }), recused: [{ member: 'b1' }] },
    );
    expect(verdictOf(input).outcome).toBe('adopted');
  });
  it('DEC-5 caps what a single member weighs', () => {
    const rule = ruleOf([vote(majority('whole', '>1/2', { measure: 'weight' }))], {
      caps: [{ within: 'whole', share: '1/4' }],
    });
    const input = caseOf(rule, { a: 5 }, { ballots: votes('a', { yes: 1, no: 4 }) });
    const members = input.roll.members.map((member, index) => ({
      ...member,
      weight: index === 0 ? '96' : '1',
    }));
    const verdict = verdictOf({ ...input, roll: { ...input.roll, members } });
    expect(verdict.counts.find((line) => line.measure === 'weight')).toMatchObject({ yes: '25', no: '4' });
  });
  it('DEC-5 says when a cap has nothing to bind against', () => {
    const rule = ruleOf([vote(majority('whole', '>1/2', { measure: 'weight' }))], {
      caps: [{ category: 'individual', within: 'whole', share: '1/10' }],
    });
    const input = caseOf(rule, { a: 2 }, { ballots: votes('a', { yes: 2 }) });
    const members = input.roll.members.map((member) => ({ ...member, category: 'individual' }));
    const verdict = verdictOf({ ...input, roll: { ...input.roll, members } });
    expect([verdict.outcome, verdict.notices[0]?.en]).toEqual([
      'adopted',
      'The cap of 1/10, 10.0% on “individual” has no effect: nobody else votes there.',
    ]);
  });
});
