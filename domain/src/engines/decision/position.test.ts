import { describe, expect, it } from 'vitest';
import type { Ballot, DecisionCase } from './case.ts';
import { decide } from './decide.ts';
import type { Rule } from './rule.ts';
import { bound, caseOf, majority, ruleOf, verdictOf, vote, votes } from './testing.ts';

const SIMPLE = vote(majority('whole', '>1/2'));

function counts(input: DecisionCase): unknown {
  const { yes, no, abstain, present, seats } = verdictOf(input).counts[0] ?? {};
  return [yes, no, abstain, present, seats].map(Number);
}

function codes(input: DecisionCase): string[] {
  return verdictOf(input).refused.map((entry) => `${entry.member} ${entry.code}`);
}

describe('whose ballot counts', () => {
  it('DEC-11 counts confirmed positions only and lists the others beside the result', () => {
    const ballots: Ballot[] = [
      { member: 'a1', stance: 'yes' },
      { member: 'a2', stance: 'no', standing: 'personal' },
      { member: 'a3', stance: 'no', standing: 'clearance' },
      { member: 'a4', stance: 'no', standing: 'adReferendum' },
      { member: 'a5', stance: 'no', standing: 'confirmed' },
    ];
    const verdict = verdictOf(caseOf(ruleOf([SIMPLE]), { a: 5 }, { ballots }));
    expect(verdict.outcome).toBe('tie');
    expect(verdict.unconfirmed).toEqual([
      { member: 'a2', stance: 'no', standing: 'personal' },
      { member: 'a3', stance: 'no', standing: 'clearance' },
      { member: 'a4', stance: 'no', standing: 'adReferendum' },
    ]);
    expect(counts(caseOf(ruleOf([SIMPLE]), { a: 5 }, { ballots }))).toEqual([1, 1, 0, 2, 5]);
  });
  it('DEC-11 keeps a confirmed position when a later one is not confirmed yet', () => {
    const ballots: Ballot[] = [
      { member: 'a1', stance: 'yes', at: '2026-03-01T08:00:00Z' },
      { member: 'a1', stance: 'no', at: '2026-03-01T09:00:00Z', standing: 'clearance' },
    ];
    expect(counts(caseOf(ruleOf([SIMPLE]), { a: 1 }, { ballots }))).toEqual([1, 0, 0, 1, 1]);
  });
  it('DEC-19 lets a later ballot replace an earlier one, by time and not by order', () => {
    const ballots: Ballot[] = [
      { member: 'a1', stance: 'no', at: '2026-03-01T10:00:00+01:00' },
      { member: 'a1', stance: 'yes', at: '2026-03-01T09:30:00Z' },
    ];
    const input = caseOf(ruleOf([SIMPLE]), { a: 1 }, { ballots });
    expect([counts(input), codes(input)]).toEqual([[1, 0, 0, 1, 1], ['a1 Replaced']]);
  });
  it('DEC-19 takes the latest of many, in whatever order they come', () => {
    const times = ['08', '11', '09', '10'];
    const ballots = times.map(
      (hour): Ballot => ({
        member: 'a1',
        stance: hour === '11' ? 'yes' : 'no',
        at: `2026-03-01T${hour}:00:00Z`,
      }),
    );
    for (let turn = 0; turn < ballots.length; turn += 1) {
      const turned = [...ballots.slice(turn), ...ballots.slice(0, turn)];
      for (const list of [turned, turned.toReversed()])
        expect(counts(caseOf(ruleOf([SIMPLE]), { a: 1 }, { ballots: list }))).toEqual([1, 0, 0, 1, 1]);
    }
  });
  it('DEC-11 lists what is not confirmed in the order of the members', () => {
    const ids = ['a3', 'a1', 'a4', 'a2'];
    const ballots = ids.flatMap((member): Ballot[] => [
      { member, stance: 'yes', standing: 'personal' },
      { member, stance: 'no', standing: 'clearance' },
    ]);
    const listed = verdictOf(caseOf(ruleOf([SIMPLE]), { a: 4 }, { ballots })).unconfirmed;
    expect(listed.map((entry) => `${entry.member} ${entry.stance}`)).toEqual([
      'a1 no',
      'a1 yes',
      'a2 no',
      'a2 yes',
      'a3 no',
      'a3 yes',
      'a4 no',
      'a4 yes',
    ]);
  });
  it('DEC-19 takes two equal ballots for one', () => {
    const ballots: Ballot[] = [
      { member: 'a1', stance: 'yes', reason: 'b' },
      { member: 'a1', stance: 'yes', reason: 'a' },
    ];
    const verdict = verdictOf(caseOf(ruleOf([SIMPLE]), { a: 1 }, { ballots }));
    expect([verdict.reasons, verdict.refused.map((entry) => entry.code)]).toEqual([
      [{ member: 'a1', stance: 'yes', reason: 'a' }],
      ['Replaced'],
    ]);
    expect(verdictOf(caseOf(ruleOf([SIMPLE]), { a: 1 }, { ballots: ballots.toReversed() })).reasons).toEqual(
      verdict.reasons,
    );
  });
  it('DEC-8 lists what does not count in the order of the members, by name, with the stance', () => {
    const input = caseOf(
      ruleOf([SIMPLE]),
      { a: 3 },
      {
        ballots: votes('a', { yes: 3 }).toReversed(),
        recused: [{ member: 'a1' }, { member: 'a2' }, { member: 'a3' }],
      },
    );
    const members = input.roll.members.map((member) =>
      member.id === 'a2' ? { ...member, name: 'Awa Sow' } : member,
    );
    const verdict = verdictOf({ ...input, roll: { ...input.roll, members } });
    expect(verdict.refused.map((entry) => [entry.member, entry.stance, entry.sentence.en])).toEqual([
      ['a1', 'yes', 'a1: does not count (recused).'],
      ['a2', 'yes', 'Awa Sow: does not count (recused).'],
      ['a3', 'yes', 'a3: does not count (recused).'],
    ]);
  });
  it('DEC-9 leaves the stance out of a refused proxy that has no instruction', () => {
    const input = caseOf(
      ruleOf([SIMPLE]),
      { a: 2 },
      { present: ['a1'], proxies: [{ from: 'a2', to: 'a1' }] },
    );
    expect(Object.keys(verdictOf(input).refused[0] ?? {}).toSorted()).toEqual(['code', 'member', 'sentence']);
  });
  it('DEC-8 refuses a deputy’s vote for a member who named none', () => {
    const ballots: Ballot[] = [{ member: 'a1', stance: 'yes', castBy: { as: 'deputy', person: 'd' } }];
    expect(codes(caseOf(ruleOf([SIMPLE]), { a: 1 }, { ballots }))).toEqual(['a1 NotADeputy']);
  });
  it('DEC-19 refuses a case where nothing tells which of two ballots is the later', () => {
    const ballots: Ballot[] = [
      { member: 'a1', stance: 'no' },
      { member: 'a1', stance: 'yes' },
    ];
    const decided = decide(caseOf(ruleOf([SIMPLE]), { a: 1 }, { ballots }));
    expect(decided).toMatchObject({ ok: false, code: 'InvalidCase', problems: [{ path: 'ballots[1]' }] });
  });
  it('DEC-17 takes the recused out of every base and out of the quorum', () => {
    const quorum: Rule['quorum'] = { kind: 'quorum', scope: { over: 'whole' }, bound: bound('>1/2') };
    const rule = ruleOf([vote(majority('whole', '>1/2', { base: 'allSeats' }))], { quorum });
    const ballots = [...votes('a', { yes: 2, no: 1 }), { member: 'a4', stance: 'no' as const }];
    const input = caseOf(rule, { a: 4 }, { ballots });
    expect(verdictOf(input).outcome).toBe('tie');
    const recused = { ...input, recused: [{ member: 'a4', reason: 'supplier' }] };
    expect(verdictOf(recused).outcome).toBe('adopted');
    expect([counts(recused), codes(recused)]).toEqual([[2, 1, 0, 3, 3], ['a4 Recused']]);
  });
  it('DEC-17 counts the presence of the recused for the quorum where the rule says so', () => {
    const quorum: Rule['quorum'] = { kind: 'quorum', scope: { over: 'whole' }, bound: bound('>=3') };
    const outcome = (recusedCountForQuorum: boolean): string =>
      verdictOf(
        caseOf(
          ruleOf([SIMPLE], { quorum, recusedCountForQuorum }),
          { a: 3 },
          {
            present: ['a1', 'a2', 'a3'],
            recused: [{ member: 'a3' }],
            ballots: votes('a', { yes: 2 }),
          },
        ),
      ).outcome;
    expect([outcome(false), outcome(true)]).toEqual(['noQuorum', 'adopted']);
  });
  it('DEC-18 leaves vacant seats out, or counts them among all seats, as the rule says', () => {
    const outcome = (vacantSeats: 'leftOut' | 'counted'): string => {
      const input = caseOf(
        ruleOf([vote(majority('whole', '>1/2', { base: 'allSeats' }))], { vacantSeats }),
        { a: 4 },
        { ballots: votes('a', { yes: 2 }) },
      );
      const members = input.roll.members.map((member, index) =>
        index === 3 ? { ...member, vacant: true } : member,
      );
      return verdictOf({ ...input, roll: { ...input.roll, members } }).outcome;
    };
    expect([outcome('leftOut'), outcome('counted')]).toEqual(['adopted', 'tie']);
  });
  it('DEC-18 refuses a ballot for a vacant seat', () => {
    const input = caseOf(ruleOf([SIMPLE]), { a: 1 }, { ballots: votes('a', { yes: 1 }) });
    const members = input.roll.members.map((member) => ({ ...member, vacant: true }));
    expect(codes({ ...input, roll: { ...input.roll, members } })).toEqual(['a1 SeatVacant']);
  });
  it('DEC-8 counts several seats of one member under the measure of seats', () => {
    const input = caseOf(
      ruleOf([vote(majority('whole', '>1/2', { measure: 'seat' }))]),
      { a: 3 },
      { ballots: votes('a', { yes: 1, no: 2 }) },
    );
    const members = input.roll.members.map((member, index) =>
      index === 0 ? { ...member, seats: 3 } : member,
    );
    expect(verdictOf({ ...input, roll: { ...input.roll, members } }).outcome).toBe('adopted');
  });
  it('DEC-8 refuses a deputy’s vote where the rule allows none', () => {
    const input = caseOf(
      ruleOf([SIMPLE], { deputies: false }),
      { a: 1 },
      {
        ballots: [{ member: 'a1', stance: 'yes', castBy: { as: 'deputy', person: 'd' } }],
      },
    );
    expect(codes(input)).toEqual(['a1 DeputiesNotAllowed']);
  });
});

describe('proxies', () => {
  const withProxies = (terms: Rule['proxies']): Rule => ruleOf([SIMPLE], { proxies: terms });
  const carried = (more: Partial<DecisionCase>, terms: Rule['proxies'] = { allowed: true }): DecisionCase =>
    caseOf(withProxies(terms), { a: 3, b: 2 }, { proxies: [{ from: 'a2', to: 'a1' }], ...more });
  it('DEC-9 represents a member by a holder who attends, and counts what the holder casts', () => {
    const cast: Ballot = { member: 'a2', stance: 'yes', castBy: { as: 'proxy', person: 'a1' } };
    expect(counts(carried({ present: ['a1'], ballots: [] }))).toEqual([0, 0, 0, 2, 5]);
    expect(counts(carried({ present: ['a1'], ballots: [cast] }))).toEqual([1, 0, 0, 2, 5]);
    expect(counts(carried({ ballots: [] }))).toEqual([0, 0, 0, 0, 5]);
  });
  it('DEC-9 counts the instruction, also against what the holder casts', () => {
    const proxies = [{ from: 'a2', to: 'a1', instruction: 'no' as const }];
    const cast: Ballot = { member: 'a2', stance: 'yes', castBy: { as: 'proxy', person: 'a1' } };
    expect(counts(carried({ proxies, present: ['a1'] }))).toEqual([0, 1, 0, 2, 5]);
    const against = carried({ proxies, present: ['a1'], ballots: [cast] });
    expect([counts(against), codes(against)]).toEqual([[0, 1, 0, 2, 5], ['a2 AgainstInstruction']]);
  });
  it('DEC-9 lets the member’s own vote lapse the proxy', () => {
    const proxies = [{ from: 'a2', to: 'a1', instruction: 'no' as const }];
    expect(counts(carried({ proxies, ballots: votes('a', { yes: 2 }) }))).toEqual([2, 0, 0, 2, 5]);
    expect(counts(carried({ proxies, present: ['a1', 'a2'] }))).toEqual([0, 0, 0, 2, 5]);
  });
  it('DEC-9 refuses proxies that the rule does not allow, or outside the group, or to the recused', () => {
    expect(codes(carried({ present: ['a1'] }, { allowed: false }))).toEqual(['a2 ProxiesNotAllowed']);
    const abroad = { proxies: [{ from: 'b1', to: 'a1' }], present: ['a1'] };
    expect(codes(carried(abroad, { allowed: true, sameGroup: true }))).toEqual(['b1 ProxyOutsideGroup']);
    expect(codes(carried({ present: ['a1'], recused: [{ member: 'a1' }] }))).toEqual(['a2 Recused']);
    const cast: Ballot = { member: 'a3', stance: 'yes', castBy: { as: 'proxy', person: 'a1' } };
    expect(codes(carried({ ballots: [cast] }))).toEqual(['a3 NoSuchProxy']);
    expect(codes(carried({ proxies: [], ballots: [cast] }, { allowed: false }))).toEqual([
      'a3 ProxiesNotAllowed',
    ]);
  });
  it('DEC-9 keeps the earliest proxies within a cap, and caps each category for itself', () => {
    const proxies = ['a2', 'a3', 'b1', 'b2'].map((from, index) => ({
      from,
      to: 'a1',
      instruction: 'yes' as const,
      ...(index > 0 && { given: `2026-02-0${index}T00:00:00Z` }),
    }));
    const terms = { allowed: true, maxPerHolder: 2 };
    const input = carried({ proxies, present: ['a1'] }, terms);
    expect([codes(input), counts(input)]).toEqual([
      ['a2 ProxyCapReached', 'b2 ProxyCapReached'],
      [2, 0, 0, 3, 5],
    ]);
    const members = input.roll.members.map((member) => ({
      ...member,
      category: member.group === 'a' ? 'firm' : 'person',
    }));
    const byCategory = carried(
      { proxies, present: ['a1'], roll: { ...input.roll, members } },
      { allowed: true, maxPerHolderByCategory: { firm: 1 } },
    );
    expect([codes(byCategory), counts(byCategory)]).toEqual([['a2 ProxyCapReached'], [3, 0, 0, 4, 5]]);
  });
  it('DEC-9 refuses nothing when the holder casts what the instruction says', () => {
    const proxies = [{ from: 'a2', to: 'a1', instruction: 'no' as const }];
    const cast: Ballot = { member: 'a2', stance: 'no', castBy: { as: 'proxy', person: 'a1' } };
    expect(codes(carried({ proxies, present: ['a1'], ballots: [cast] }))).toEqual([]);
    const plain = carried(
      { proxies: [{ from: 'b1', to: 'a1' }], present: ['a1'] },
      { allowed: true, sameGroup: false },
    );
    expect(codes(plain)).toEqual([]);
  });
  it('DEC-9 lets a proxy stand within the same group', () => {
    expect(codes(carried({ present: ['a1'] }, { allowed: true, sameGroup: true }))).toEqual([]);
  });
  it('DEC-9 refuses all proxies in doubt when nothing tells which came first', () => {
    const proxies = ['a2', 'a3', 'b1'].map((from) => ({ from, to: 'a1' }));
    expect(codes(carried({ proxies, present: ['a1'] }, { allowed: true, maxPerHolder: 2 }))).toEqual([
      'a2 ProxyCapReached',
      'a3 ProxyCapReached',
      'b1 ProxyCapReached',
    ]);
    expect(counts(carried({ proxies, present: ['a1'] }, { allowed: true, maxPerHolder: 2 }))).toEqual([
      0, 0, 0, 1, 5,
    ]);
    expect(counts(carried({ proxies, present: ['a1'] }, { allowed: true, maxPerHolder: 3 }))).toEqual([
      0, 0, 0, 4, 5,
    ]);
    const dated = proxies.map((proxy, index) => ({ ...proxy, given: `2026-02-0${3 - index}T00:00:00Z` }));
    expect(codes(carried({ proxies: dated, present: ['a1'] }, { allowed: true, maxPerHolder: 2 }))).toEqual([
      'a2 ProxyCapReached',
    ]);
  });
});
