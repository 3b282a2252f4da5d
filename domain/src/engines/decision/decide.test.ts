import { describe, expect, it } from 'vitest';
import type { Ballot, DecisionCase } from './case.ts';
import { decide } from './decide.ts';
import type { Rule, Step } from './rule.ts';
import type { Outcome, Verdict } from './verdict.ts';

const title = { fr: 'Règle', en: 'Rule' };

function ruleOf(steps: Step[], more: Partial<Rule> = {}): Rule {
  return { id: 'r', version: 1, validFrom: '2020-01-01', title, steps, ...more };
}

const CONSENSUS: Step = { kind: 'consensus', id: 'consensus' };
const SIMPLE: Step = {
  kind: 'vote',
  id: 'vote',
  adoptIf: {
    kind: 'majority',
    scope: { over: 'whole' },
    base: 'withoutAbstentions',
    bound: { op: 'moreThan', share: '1/2' },
  },
};

function caseOf(rule: Rule, ballots: Ballot[], size = 6): DecisionCase {
  const members = Array.from({ length: size }, (_, index) => ({
    id: `m${index + 1}`,
    group: index % 2 === 0 ? 'a' : 'b',
  }));
  const groups = [
    { id: 'a', title: { fr: 'Collège A', en: 'Group A' } },
    { id: 'b', title: { fr: 'Collège B', en: 'Group B' } },
  ];
  return {
    format: 'tablee-decision/1',
    on: '2026-03-01',
    rules: [rule],
    roll: { groups, members },
    ballots,
  };
}

function verdictOf(input: DecisionCase): Verdict {
  const decided = decide(input);
  if (!decided.ok) throw new Error(JSON.stringify(decided.problems));
  return decided.verdict;
}

function outcomeOf(input: DecisionCase): Outcome {
  return verdictOf(input).outcome;
}

function votes(...stances: Ballot['stance'][]): Ballot[] {
  return stances.map((stance, index) => ({ member: `m${index + 1}`, stance }));
}

describe('consensus', () => {
  it('DEC-20 adopts when somebody agrees and nobody blocks, and lists the reservations', () => {
    const ballots: Ballot[] = [
      ...votes('agree', 'standAside'),
      { member: 'm3', stance: 'reservations', reason: 'cost' },
    ];
    const verdict = verdictOf(caseOf(ruleOf([CONSENSUS]), ballots));
    expect(verdict.outcome).toBe('adopted');
    expect(verdict.reasons).toEqual([{ member: 'm3', stance: 'reservations', reason: 'cost' }]);
  });
  it('DEC-20 decides nothing when one blocks', () => {
    expect(outcomeOf(caseOf(ruleOf([CONSENSUS]), votes('agree', 'agree', 'block')))).toBe('noDecision');
  });
  it('DEC-20 does not take silence of everybody for consensus', () => {
    expect(outcomeOf(caseOf(ruleOf([CONSENSUS]), []))).toBe('noDecision');
  });
  it('DEC-24 goes on to the declared vote when consensus fails', () => {
    const verdict = verdictOf(caseOf(ruleOf([CONSENSUS, SIMPLE]), votes('agree', 'agree', 'block')));
    expect(verdict.outcome).toBe('adopted');
    expect(verdict.steps.map((step) => [step.kind, step.outcome])).toEqual([
      ['consensus', 'noDecision'],
      ['vote', 'adopted'],
    ]);
  });
});

describe('majority and quorum', () => {
  it('DEC-14 leaves abstentions out of the base that says so', () => {
    expect(outcomeOf(caseOf(ruleOf([SIMPLE]), votes('yes', 'yes', 'no', 'abstain', 'abstain')))).toBe(
      'adopted',
    );
  });
  it('DEC-26 calls exactly half a tie and decides nothing', () => {
    expect(outcomeOf(caseOf(ruleOf([SIMPLE]), votes('yes', 'no')))).toBe('tie');
  });
  it('DEC-12 decides nothing without the quorum, whose bound is exact', () => {
    const quorum = (op: 'atLeast' | 'moreThan'): Rule =>
      ruleOf([SIMPLE], { quorum: { kind: 'quorum', scope: { over: 'whole' }, bound: { op, share: '1/2' } } });
    expect(outcomeOf(caseOf(quorum('atLeast'), votes('yes', 'yes', 'yes')))).toBe('adopted');
    expect(outcomeOf(caseOf(quorum('moreThan'), votes('yes', 'yes', 'yes')))).toBe('noQuorum');
  });
  it('DEC-10 says every number in a sentence of both languages', () => {
    const verdict = verdictOf(caseOf(ruleOf([SIMPLE]), votes('yes', 'yes', 'no')));
    expect(verdict.steps[0]?.tests[0]?.sentence).toEqual({
      fr: 'Ensemble : 2 pour sur 3 voix exprimées, hors abstentions (2/3, soit 66,7 %) ; il faut plus de la moitié : atteint.',
      en: 'Whole: 2 in favour out of 3 votes cast, abstentions left out (2/3, 66.7%); more than half needed: met.',
    });
  });
});
