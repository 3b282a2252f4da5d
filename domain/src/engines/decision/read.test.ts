import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { readCase, readElection, readRule } from './read.ts';
import { caseOf, majority, ruleOf, vote, votes } from './testing.ts';

const valid = caseOf(
  ruleOf([vote(majority('whole', '>1/2'))]),
  { a: 2 },
  { ballots: votes('a', { yes: 2 }) },
);

function problems(change: Record<string, unknown>): string[] {
  const read = readCase({ ...valid, ...change });
  return read.ok
    ? []
    : read.problems.map((problem) => `${problem.path}: ${problem.expected} / ${problem.found}`);
}

describe('reading a case', () => {
  it('DEC-1 reads what is written and refuses unknown fields, wrong kinds and words by their path', () => {
    expect(readCase(JSON.parse(JSON.stringify(valid)))).toEqual({ ok: true, value: valid });
    expect(problems({ quorums: 1 })).toEqual(['(document): no field named "quorums" / quorums']);
    expect(problems({ ballots: 'none' })).toEqual(['ballots: array / "none"']);
    expect(problems({ ballots: [{ member: 'a1' }] })).toEqual([
      'ballots[0].stance: one of "agree", "reservations", "standAside", "block", "yes", "no", "abstain" / nothing',
    ]);
    expect(problems({ on: '2026-02-30' })[0]).toMatch(/^on: a date/);
    expect(problems({ rules: [] })[0]).toBe('rules: at least 1 / []');
  });
  it('DEC-1 refuses shares that are not fractions between 0 and 1', () => {
    const withShare = (share: string): boolean =>
      readRule(ruleOf([vote(majority('whole', '>1/2', { bound: { op: 'atLeast', share } }))])).ok;
    expect(['2/3', '1', '0'].map(withShare)).toEqual([true, true, true]);
    expect(['0.66', '66 %', '4/3', '-1/2', '1/0', ''].map(withShare)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
  it('DEC-1 names who and what a case mentions without listing it', () => {
    const decided = decide({
      ...valid,
      ballots: [
        { member: 'zoe', stance: 'yes' },
        { member: 'a1', stance: 'yes', step: 'x' },
      ],
      present: ['max'],
      proxies: [{ from: 'p', to: 'o' }],
      recused: [{ member: 'q' }],
      motion: { proposers: ['r'], seconders: ['s'] },
      roll: {
        groups: valid.roll.groups,
        members: [...valid.roll.members, { id: 'a1', group: 'zz' }, { id: 'b', group: 'a', subgroup: 'n' }],
      },
    });
    expect(!decided.ok && decided.problems.map((problem) => problem.path)).toEqual([
      'roll.members[2]',
      'roll.members[2].group',
      'roll.members[3].subgroup',
      'ballots[0].member',
      'ballots[1].step',
      'recused[0].member',
      'present[0]',
      'proxies[0].from',
      'proxies[0].to',
      'motion.proposers[0]',
      'motion.seconders[0]',
    ]);
  });
  it('DEC-1 refuses a test on a constituency that the roll does not have', () => {
    const rule = ruleOf([vote(majority('whole', '>1/2', { scope: { over: 'whole', groups: ['zz'] } }))]);
    const decided = decide({ ...valid, rules: [rule] });
    expect(decided).toMatchObject({
      ok: false,
      problems: [{ path: 'rules[0].steps[0].adoptIf', found: 'zz' }],
    });
  });
  it('DEC-4 refuses a day on which no rule, or more than one, is in force', () => {
    const decided = decide({ ...valid, rules: [...valid.rules, ...valid.rules] });
    expect(decided).toMatchObject({ ok: false, problems: [{ path: 'rules', found: 'r v1, r v1' }] });
    expect(decide({ ...valid, on: '1999-12-31' })).toMatchObject({
      ok: false,
      problems: [{ found: 'none' }],
    });
  });
  it('ELE-1 reads an election and refuses a method it does not know', () => {
    const election = {
      format: 'tablee-election/1',
      method: 'stv',
      seats: 1,
      candidates: [{ id: 'a' }],
      ballots: [],
    };
    expect(readElection(election).ok).toBe(true);
    expect(readElection({ ...election, method: 'coin' })).toMatchObject({
      ok: false,
      problems: [{ path: 'method' }],
    });
  });
});
