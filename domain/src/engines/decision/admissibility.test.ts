import { describe, expect, it } from 'vitest';
import { testAdmissibility } from './admissibility.ts';
import type { DecisionCase } from './case.ts';
import type { Rule } from './rule.ts';
import { caseOf, majority, ruleOf, vote } from './testing.ts';

const STEPS = [vote(majority('whole', '>1/2'))];

function tests(more: Partial<Rule>, input: Partial<DecisionCase> = {}): [string, boolean, string][] {
  const rule = ruleOf(STEPS, more);
  const base = caseOf(rule, { a: 2, b: 2, c: 2 }, input);
  return testAdmissibility(rule, base).map((test) => [test.value, test.met, test.sentence.en]);
}

describe('before the vote', () => {
  it('DEC-6 asks for nothing where the rule asks for nothing', () => {
    expect(tests({})).toEqual([]);
    expect(tests({ admissibility: {} })).toEqual([]);
  });
  it('DEC-6 counts notice in whole days, with and without an upper limit', () => {
    const notice = (max?: number): Partial<Rule> => ({
      admissibility: { noticeDays: { min: 21, ...(max && { max }) } },
    });
    expect(tests(notice())).toEqual([['unknown', false, 'Notice: day of sending unknown: not met.']]);
    expect(tests(notice(), { motion: {} })).toEqual([
      ['unknown', false, 'Notice: day of sending unknown: not met.'],
    ]);
    const sent = { motion: { sentOn: '2025-12-01' } };
    expect(tests(notice(), sent)).toEqual([['90', true, 'Notice of 90 days; at least 21 days needed: met.']]);
    expect(tests(notice(60), sent)).toEqual([
      ['90', false, 'Notice of 90 days; 21 to 60 days needed: not met.'],
    ]);
  });
  it('DEC-6 counts proposers and seconders who hold a vote, each name once', () => {
    const terms = { admissibility: { proposers: 2, seconders: 2 } };
    const met = (proposers: string[], seconders: string[]): boolean[] =>
      tests(terms, { motion: { proposers, seconders } }).map(([, one]) => one);
    expect(met(['a1', 'a2'], ['b1', 'b2'])).toEqual([true, true]);
    expect(met(['a1', 'a1'], ['b1', 'a1'])).toEqual([false, false]);
    expect(tests(terms).map(([value]) => value)).toEqual(['0', '0']);
    const roll = caseOf(ruleOf(STEPS), { a: 2, b: 2 }).roll;
    const members = [
      ...roll.members,
      { id: 'mute', group: 'a', voting: false },
      { id: 'gone', group: 'a', vacant: true },
    ];
    const input = {
      roll: { ...roll, members },
      motion: { proposers: ['mute', 'a1'], seconders: ['gone', 'b1'] },
    };
    expect(tests(terms, input).map(([value]) => value)).toEqual(['1', '1']);
  });
  it('DEC-6 counts the constituencies among the names', () => {
    const terms = { admissibility: { groupsNamed: 2 } };
    expect(tests(terms, { motion: { proposers: ['a1'], seconders: ['a2'] } })[0]?.slice(0, 2)).toEqual([
      '1',
      false,
    ]);
    expect(tests(terms, { motion: { proposers: ['a1'], seconders: ['b2'] } })[0]?.slice(0, 2)).toEqual([
      '2',
      true,
    ]);
  });
  it('DEC-22 tells advice that was not asked for, asked for, and received', () => {
    const title = { fr: 'Conseil', en: 'Board' };
    const needs = (needed: 'asked' | 'received'): Partial<Rule> => ({
      advice: [{ from: 'x', title, needed }],
    });
    const given = (more: {
      askedOn: string;
      receivedOn?: string;
      opinion?: 'reserved';
    }): Partial<DecisionCase> => ({ advice: [{ from: 'x', ...more }] });
    expect(tests(needs('asked'))).toEqual([['none', false, 'Advice, Board: not asked for: not met.']]);
    expect(tests(needs('asked'), given({ askedOn: '2026-03-01' }))).toEqual([
      ['asked', true, 'Advice, Board: asked for, not received yet: met.'],
    ]);
    expect(tests(needs('asked'), given({ askedOn: '2026-03-02' }))[0]?.[1]).toBe(false);
    expect(tests(needs('received'), given({ askedOn: '2026-02-01' }))[0]?.[1]).toBe(false);
    expect(
      tests(
        needs('received'),
        given({ askedOn: '2026-02-01', receivedOn: '2026-03-01', opinion: 'reserved' }),
      ),
    ).toEqual([['reserved', true, 'Advice, Board: received, reserved: met.']]);
    expect(tests(needs('received'), given({ askedOn: '2026-02-01', receivedOn: '2026-03-01' }))[0]?.[0]).toBe(
      'received',
    );
    expect(tests(needs('received'), given({ askedOn: '2026-02-01', receivedOn: '2026-03-02' }))[0]?.[1]).toBe(
      false,
    );
  });
  it('DEC-23 says for how many hours a silence procedure was open', () => {
    const rule = ruleOf([...STEPS, { kind: 'silence', id: 's', minimumDays: 2 }]);
    const silence = { openedAt: '2026-03-01T00:00:00Z', closesAt: '2026-03-03T00:00:00Z' };
    expect(
      testAdmissibility(rule, caseOf(rule, { a: 1 }, { silence })).map((test) => [test.value, test.met]),
    ).toEqual([['48', true]]);
  });
});
