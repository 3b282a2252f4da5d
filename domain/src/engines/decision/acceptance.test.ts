import { describe, expect, it } from 'vitest';
import type { Ballot, DecisionCase } from './case.ts';
import { decide } from './decide.ts';
import { countElection } from './election/count.ts';
import { parseExact, toDecimal } from './fraction.ts';
import type { Rule } from './rule.ts';
import { bound, caseOf, majority, ruleOf, verdictOf, vote, votes } from './testing.ts';

const CHAMBERS = { env: 20, soc: 20, eco: 20 };

/** The chambers' general assembly: quorum by chamber, majority in each, two thirds of all voting power. */
const ASSEMBLY: Rule = ruleOf(
  [
    vote({
      kind: 'all',
      of: [
        majority('eachGroup', '>1/2', { measure: 'power' }),
        majority('whole', '>=2/3', { measure: 'power' }),
      ],
    }),
  ],
  {
    power: { groups: 'equal' },
    quorum: { kind: 'quorum', scope: { over: 'eachGroup' }, measure: 'power', bound: bound('>1/2') },
    admissibility: { proposers: 1, seconders: 2, groupsNamed: 3 },
    proxies: { allowed: true, maxPerHolderByCategory: { organisation: 5 } },
  },
);

const MOTION = { proposers: ['env1'], seconders: ['soc1', 'eco1'] };

function assembly(env: number, soc: number, eco: number): DecisionCase {
  return caseOf(ASSEMBLY, CHAMBERS, {
    motion: MOTION,
    ballots: [
      ...votes('env', { yes: env, no: 20 - env }),
      ...votes('soc', { yes: soc, no: 20 - soc }),
      ...votes('eco', { yes: eco, no: 20 - eco }),
    ],
  });
}

describe('G1 general assembly of three chambers', () => {
  it('DEC-13 adopts 60, 80 and 90 %: every chamber and 76.7 % overall', () => {
    const verdict = verdictOf(assembly(12, 16, 18));
    expect(verdict.outcome).toBe('adopted');
    const tests = verdict.steps[0]?.tests[0];
    const overall = tests && 'tests' in tests ? tests.tests[1] : undefined;
    expect(overall).toMatchObject({ share: '23/30', met: true });
  });
  it('DEC-13 rejects 45, 95 and 95 %: the first chamber fails', () => {
    expect(verdictOf(assembly(9, 19, 19)).outcome).toBe('rejected');
  });
  it('DEC-13 rejects 60, 60 and 65 %: every chamber says yes, but 61.7 % overall', () => {
    expect(verdictOf(assembly(12, 12, 13)).outcome).toBe('rejected');
  });
  it('DEC-12 has no quorum at exactly half of one chamber', () => {
    const input = assembly(20, 20, 20);
    const half = input.ballots.filter(
      (ballot) =>
        !['env', 'soc'].includes(ballot.member.slice(0, 3)) ||
        Number(ballot.member.slice(3)) <= (ballot.member.startsWith('env') ? 10 : 20),
    );
    expect(verdictOf({ ...input, ballots: half }).outcome).toBe('noQuorum');
    const oneMore: Ballot = { member: 'env11', stance: 'yes' };
    expect(verdictOf({ ...input, ballots: [...half, oneMore] }).outcome).toBe('adopted');
  });
  it('DEC-6 does not admit a motion with all names from two chambers', () => {
    const input = assembly(20, 20, 20);
    const motion = { proposers: ['env1'], seconders: ['env2', 'soc1'] };
    expect(verdictOf({ ...input, motion }).outcome).toBe('inadmissible');
  });
  it('DEC-9 lets one member carry five organisations, not six, and any number of individuals', () => {
    const carried = (category: string, count: number): DecisionCase => {
      const input = assembly(0, 20, 20);
      return {
        ...input,
        ballots: input.ballots.filter(
          (ballot) => !ballot.member.startsWith('env') || ballot.member === 'env1',
        ),
        roll: {
          ...input.roll,
          members: input.roll.members.map((member) =>
            member.group === 'env' ? { ...member, category } : member,
          ),
        },
        proxies: Array.from({ length: count }, (_, index) => ({
          from: `env${index + 2}`,
          to: 'env1',
          instruction: 'yes' as const,
          given: `2026-02-${`${index + 1}`.padStart(2, '0')}T09:00:00Z`,
        })),
      };
    };
    const refused = (input: DecisionCase): string[] => verdictOf(input).refused.map((entry) => entry.member);
    expect(refused(carried('organisation', 5))).toEqual([]);
    expect(refused(carried('organisation', 6))).toEqual(['env7']);
    expect(refused(carried('individual', 19))).toEqual([]);
  });
  it('DEC-5 halves a chamber between North and South and caps individuals at a tenth of their sub-chamber', () => {
    const title = { fr: 'T', en: 'T' };
    const rule = ruleOf([vote(majority('whole', '>1/2', { measure: 'power' }))], {
      power: { groups: 'equal', subgroups: 'equal' },
      caps: [{ category: 'individual', within: 'subgroup', share: '1/10' }],
    });
    const input: DecisionCase = {
      ...caseOf(rule, { env: 0 }),
      roll: {
        groups: [
          {
            id: 'env',
            title,
            subgroups: [
              { id: 'n', title },
              { id: 's', title },
            ],
          },
        ],
        members: [
          { id: 'o1', group: 'env', subgroup: 'n', category: 'organisation' },
          { id: 'i1', group: 'env', subgroup: 'n', category: 'individual' },
          { id: 'i2', group: 'env', subgroup: 'n', category: 'individual' },
          { id: 'o2', group: 'env', subgroup: 's', category: 'organisation' },
        ],
      },
      ballots: [
        { member: 'i1', stance: 'yes' },
        { member: 'i2', stance: 'yes' },
        { member: 'o1', stance: 'no' },
        { member: 'o2', stance: 'no' },
      ],
    };
    const line = verdictOf(input).counts.find((entry) => entry.measure === 'power' && entry.group === null);
    expect(line).toMatchObject({ yes: '1/20', no: '19/20' });
  });
});

describe('G2 members’ meeting and board', () => {
  const quorum: Rule['quorum'] = {
    kind: 'all',
    of: [
      { kind: 'quorum', scope: { over: 'whole' }, bound: bound('>=1/2') },
      { kind: 'quorum', scope: { over: 'eachGroup' }, bound: bound('>=1/3') },
    ],
  };
  const meeting = ruleOf(
    [{ kind: 'consensus', id: 'consensus' }, vote(majority('whole', '>=2/3', { across: 'equalGroups' }))],
    { quorum },
  );
  const present = (countries: number, companies: number, society: number): DecisionCase =>
    caseOf(
      meeting,
      { cou: 40, com: 20, soc: 30 },
      {
        ballots: [
          ...votes('cou', { agree: countries }),
          ...votes('com', { agree: companies }),
          ...votes('soc', { agree: society }),
        ],
      },
    );
  it('DEC-12 has no quorum with 20, 5 and 21 of 40, 20 and 30: half of all, but companies below a third', () => {
    expect(verdictOf(present(20, 5, 21)).outcome).toBe('noQuorum');
  });
  it('DEC-12 has a quorum with 20, 7 and 18', () => {
    expect(verdictOf(present(20, 7, 18)).outcome).toBe('adopted');
  });
  it('DEC-4 uses the version of the rule that is in force on the day', () => {
    const board = (needed: string, more: Partial<Rule>): Rule =>
      ruleOf(
        [
          vote({
            kind: 'all',
            of: [majority('whole', needed), majority('eachGroup', '>=1/3', { base: 'allSeats' })],
          }),
        ],
        more,
      );
    const rules = [
      board('>=12', { validFrom: '2010-01-01', validUntil: '2013-12-31' }),
      board('>=13', { version: 2, validFrom: '2014-01-01' }),
    ];
    const input = caseOf(
      rules,
      { a: 8, b: 6, c: 6 },
      { ballots: [...votes('a', { yes: 8 }), ...votes('b', { yes: 2 }), ...votes('c', { yes: 2 })] },
    );
    expect(verdictOf({ ...input, on: '2013-12-31' })).toMatchObject({
      outcome: 'adopted',
      rule: { version: 1 },
    });
    expect(verdictOf({ ...input, on: '2014-01-01' })).toMatchObject({
      outcome: 'rejected',
      rule: { version: 2 },
    });
  });
});

describe('G3 board of donors and implementers', () => {
  const rule = ruleOf([vote(majority('eachGroup', '>=2/3', { base: 'cast' }))]);
  const board = (donors: number, implementers: number): DecisionCase =>
    caseOf(
      rule,
      { don: 10, imp: 10 },
      {
        ballots: [
          ...votes('don', { yes: donors, no: 10 - donors }),
          ...votes('imp', { yes: implementers, no: 10 - implementers }),
        ],
      },
    );
  it('DEC-13 adopts 7 of 10 and 7 of 10', () => {
    expect(verdictOf(board(7, 7)).outcome).toBe('adopted');
  });
  it('DEC-13 rejects 10 of 10 and 6 of 10, whatever the 80 % overall', () => {
    expect(verdictOf(board(10, 6)).outcome).toBe('rejected');
  });
  it('DEC-8 refuses the vote of a member without a vote', () => {
    const input = board(7, 6);
    const members = [...input.roll.members, { id: 'who', group: 'imp', voting: false }];
    const verdict = verdictOf({
      ...input,
      roll: { ...input.roll, members },
      ballots: [...input.ballots, { member: 'who', stance: 'yes' }],
    });
    expect(verdict.outcome).toBe('rejected');
    expect(verdict.refused).toMatchObject([{ member: 'who', code: 'NotEntitled' }]);
  });
});

describe('G4 board of representatives and independents', () => {
  const rule = ruleOf([vote(majority('whole', '>=2/3', { base: 'cast' }))], {
    quorum: { kind: 'quorum', scope: { over: 'whole' }, bound: bound('>=14') },
  });
  const board = caseOf(rule, { rep: 18, ind: 9 });
  const members = [...board.roll.members, { id: 'ceo', group: 'ind', voting: false }];
  it('DEC-12 has no quorum with 13 voting members and the chief executive', () => {
    const present = [...board.roll.members.slice(0, 13).map((member) => member.id), 'ceo'];
    const input = { ...board, roll: { ...board.roll, members }, present };
    expect(verdictOf(input).outcome).toBe('noQuorum');
    expect(verdictOf({ ...input, present: [...present, 'ind9'] }).outcome).not.toBe('noQuorum');
  });
  it('DEC-8 counts one vote when a member and the alternate both vote', () => {
    const roll = {
      ...board.roll,
      members: members.map((member) => (member.id === 'rep1' ? { ...member, deputies: ['alt1'] } : member)),
    };
    const present = members.slice(0, 14).map((member) => member.id);
    const ballots: Ballot[] = [
      { member: 'rep1', stance: 'no', castBy: { as: 'deputy', person: 'alt1' } },
      { member: 'rep1', stance: 'yes' },
    ];
    const verdict = verdictOf({ ...board, roll, present, ballots });
    expect(verdict.counts[0]).toMatchObject({ yes: '1', no: '0' });
    expect(verdict.refused).toMatchObject([{ member: 'rep1', code: 'MemberVotedInPerson' }]);
  });
});

describe('G6 general assembly of a round table', () => {
  it('DEC-14 adopts the resolution of 2025 with 92.19 % of the votes without abstentions', () => {
    const input = caseOf(ruleOf([vote(majority('whole', '>1/2', { measure: 'weight' }))]), { all: 0 });
    const members = [
      ['y', '8791'],
      ['n', '745'],
      ['a', '464'],
    ].map(([id = '', weight = '']) => ({ id, group: 'all', weight }));
    const ballots: Ballot[] = [
      { member: 'y', stance: 'yes' },
      { member: 'n', stance: 'no' },
      { member: 'a', stance: 'abstain' },
    ];
    const verdict = verdictOf({ ...input, roll: { ...input.roll, members }, ballots });
    expect(verdict.outcome).toBe('adopted');
    const test = verdict.steps[0]?.tests[0];
    const share = parseExact(test && 'share' in test ? (test.share ?? '0') : '0');
    expect(toDecimal({ num: share.num * 100n, den: share.den }, 2)).toBe('92.19');
  });
  it('DEC-12 shows that 209 of 1,266 cannot meet a quorum of a third', () => {
    const quorum: Rule['quorum'] = { kind: 'quorum', scope: { over: 'whole' }, bound: bound('>=1/3') };
    const input = caseOf(
      ruleOf([vote(majority('whole', '>1/2'))], { quorum }),
      { all: 1266 },
      { ballots: votes('all', { yes: 209 }) },
    );
    const verdict = verdictOf(input);
    expect(verdict.outcome).toBe('noQuorum');
    expect(verdict.preconditions[0]?.sentence.en).toContain('16.5%');
  });
  it('DEC-12 tests a quorum of two members in each constituency', () => {
    const quorum: Rule['quorum'] = { kind: 'quorum', scope: { over: 'eachGroup' }, bound: bound('>=2') };
    const sizes = { gro: 4, pro: 2, ngo: 2 };
    const input = caseOf(ruleOf([vote(majority('whole', '>1/2'))], { quorum }), sizes);
    const ballots = [...votes('gro', { yes: 2 }), ...votes('pro', { yes: 2 })];
    expect(verdictOf({ ...input, ballots: [...ballots, ...votes('ngo', { yes: 1 })] }).outcome).toBe(
      'noQuorum',
    );
    expect(verdictOf({ ...input, ballots: [...ballots, ...votes('ngo', { yes: 2 })] }).outcome).toBe(
      'adopted',
    );
  });
  it('DEC-6 asks for a notice of 21 to 60 days', () => {
    const rule = ruleOf([vote(majority('whole', '>1/2'))], {
      admissibility: { noticeDays: { min: 21, max: 60 } },
    });
    const on = (sentOn: string): string =>
      verdictOf(caseOf(rule, { a: 1 }, { motion: { sentOn }, ballots: votes('a', { yes: 1 }) })).outcome;
    expect([on('2026-02-08'), on('2026-02-09'), on('2025-12-31'), on('2025-12-30')]).toEqual([
      'adopted',
      'inadmissible',
      'adopted',
      'inadmissible',
    ]);
  });
  it('ELE-9 leaves a seat without nomination unfilled', () => {
    const counted = countElection({
      format: 'tablee-election/1',
      method: 'plurality',
      seats: 2,
      candidates: [{ id: 'a' }],
      ballots: [{ ranks: [['a']] }],
    });
    expect(counted.ok && counted.results[0]).toMatchObject({ outcome: 'short', elected: ['a'] });
  });
});

describe('G8 council of four categories', () => {
  it('DEC-15 weighs categories equally whatever their size', () => {
    const rule = ruleOf([vote(majority('whole', '>1/2', { across: 'equalGroups' }))]);
    const ballots = [
      ...votes('ret', { no: 200 }),
      ...votes('sup', { yes: 10 }),
      ...votes('pro', { yes: 5 }),
      ...votes('soc', { yes: 5 }),
    ];
    const verdict = verdictOf(caseOf(rule, { ret: 200, sup: 10, pro: 5, soc: 5 }, { ballots }));
    expect(verdict).toMatchObject({ outcome: 'adopted' });
    expect(verdict.steps[0]?.tests[0]).toMatchObject({ share: '3/4' });
  });
});

describe('G10 steering circle by consensus', () => {
  const sizes = { bus: 4, ngo: 3, gov: 3, uni: 1, std: 1 };
  const all = [
    ...votes('bus', { agree: 4 }),
    ...votes('ngo', { agree: 3 }),
    ...votes('gov', { agree: 3 }),
    ...votes('std', { agree: 1 }),
  ];
  const circle = (union: Ballot['stance'], abstention?: 'standAside' | 'block'): string =>
    verdictOf(
      caseOf(ruleOf([{ kind: 'consensus', id: 'c', ...(abstention && { abstention }) }]), sizes, {
        ballots: [...all, { member: 'uni1', stance: union }],
      }),
    ).outcome;
  it('DEC-20 decides nothing when eleven agree and the trade union objects', () => {
    expect(circle('block')).toBe('noDecision');
  });
  it('DEC-21 lets the rule say whether abstaining stands aside or blocks', () => {
    expect([circle('abstain'), circle('abstain', 'standAside'), circle('abstain', 'block')]).toEqual([
      'adopted',
      'adopted',
      'noDecision',
    ]);
  });
});

describe('G11 group of fifteen with named deputies', () => {
  it('DEC-8 counts the deputy’s vote, and refuses one from nobody’s deputy', () => {
    const input = caseOf(ruleOf([{ kind: 'consensus', id: 'c' }]), { gov: 5, bus: 5, soc: 5 });
    const roll = {
      ...input.roll,
      members: input.roll.members.map((member) =>
        member.id === 'soc5' ? { ...member, deputies: ['dep'] } : member,
      ),
    };
    const cast = (person: string): string =>
      verdictOf({
        ...input,
        roll,
        ballots: [
          ...votes('gov', { agree: 5 }),
          { member: 'soc5', stance: 'block', castBy: { as: 'deputy', person } },
        ],
      }).outcome;
    expect([cast('dep'), cast('stranger')]).toEqual(['noDecision', 'adopted']);
  });
});

describe('G12 steering board whose seats do not add up', () => {
  it('DEC-7 says that twelve seats are listed where thirteen are declared', () => {
    const input = caseOf(ruleOf([{ kind: 'consensus', id: 'c' }]), { board: 12 });
    const groups = input.roll.groups.map((group) => ({ ...group, declaredSeats: 13 }));
    const verdict = verdictOf({ ...input, roll: { ...input.roll, groups } });
    expect(verdict.notices.map((notice) => notice.en)).toEqual([
      'Group board, seats on the roll: 12, seats declared: 13.',
    ]);
  });
});

describe('G15 trustees with the advice of two bodies', () => {
  const rule = ruleOf([vote(majority('whole', '>1/2'))], {
    advice: [
      { from: 'tab', title: { fr: 'Conseil technique', en: 'Technical board' }, needed: 'received' },
      { from: 'sac', title: { fr: 'Conseil des acteurs', en: 'Stakeholder council' }, needed: 'asked' },
    ],
  });
  const input = caseOf(rule, { t: 3 }, { ballots: votes('t', { yes: 3 }) });
  it('DEC-22 waits for advice but is not bound by it', () => {
    const asked = { from: 'sac', askedOn: '2026-02-01' };
    const given = {
      from: 'tab',
      askedOn: '2026-02-01',
      receivedOn: '2026-02-20',
      opinion: 'unfavourable' as const,
    };
    expect(verdictOf({ ...input, advice: [asked] }).outcome).toBe('inadmissible');
    expect(verdictOf({ ...input, advice: [asked, given] }).outcome).toBe('adopted');
  });
  it('DEC-22 says of an advisory body’s own vote that it does not bind', () => {
    const verdict = verdictOf(
      caseOf(
        ruleOf([vote(majority('whole', '>1/2'))], { binding: false }),
        { t: 1 },
        { ballots: votes('t', { yes: 1 }) },
      ),
    );
    expect(verdict).toMatchObject({ outcome: 'adopted', binding: false });
    expect(verdict.sentence.fr).toContain('avis');
  });
});

describe('G17 accord with a sunset', () => {
  it('DEC-4 has no rule after the sunset, and the extension is a version of its own', () => {
    const accord = ruleOf([{ kind: 'consensus', id: 'c' }], {
      validFrom: '2018-06-01',
      validUntil: '2021-05-31',
    });
    const extension = { ...accord, version: 2, validFrom: '2021-06-01', validUntil: '2022-05-31' };
    const on = (rules: Rule[]): boolean => decide({ ...caseOf(rules, { a: 1 }), on: '2021-06-01' }).ok;
    expect([on([accord]), on([accord, extension])]).toEqual([false, true]);
  });
});
