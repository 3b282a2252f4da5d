import { describe, expect, it } from 'vitest';
import type { Ballot, DecisionCase } from './case.ts';
import type { Condition } from './rule.ts';
import { bound, caseOf, majority, ruleOf, verdictOf, vote, votes } from './testing.ts';
import type { Test } from './verdict.ts';

const title = (name: string): { fr: string; en: string } => ({ fr: `${name} fr`, en: `${name} en` });
const ROLL: DecisionCase['roll'] = {
  groups: [
    {
      id: 'a',
      title: title('A'),
      subgroups: [
        { id: 'n', title: title('North') },
        { id: 's', title: title('South') },
      ],
    },
    { id: 'b', title: title('B') },
  ],
  members: [
    { id: 'an', group: 'a', subgroup: 'n' },
    { id: 'as', group: 'a', subgroup: 's' },
    { id: 'b1', group: 'b' },
    { id: 'b2', group: 'b' },
  ],
};

function testsOf(condition: Condition, ballots: Ballot[], more: Partial<DecisionCase> = {}): Test {
  const input = { ...caseOf(ruleOf([vote(condition)]), {}, { ballots }), roll: ROLL, ...more };
  const [test] = verdictOf(input).steps[0]?.tests ?? [];
  if (!test) throw new Error('no test was made');
  return test;
}

function sentences(test: Test): string[] {
  return 'tests' in test ? test.tests.flatMap(sentences) : [test.sentence.en];
}

const ALL: Ballot[] = ['an', 'as', 'b1', 'b2'].map((member) => ({
  member,
  stance: member === 'b2' ? 'no' : 'yes',
}));

describe('tests in their places', () => {
  it('DEC-10 names the whole, each constituency and each sub-group by their titles', () => {
    expect(sentences(testsOf(majority('whole', '>1/2'), ALL))[0]).toMatch(
      /^Whole: 3 in favour out of 4 votes/,
    );
    expect(sentences(testsOf(majority('eachGroup', '>=1/2'), ALL)).map((said) => said.split(':')[0])).toEqual(
      ['A en', 'B en'],
    );
    const each = testsOf(majority('eachSubgroup', '>=1/2'), ALL);
    expect(sentences(each).map((said) => said.split(':')[0])).toEqual([
      'A en, North en',
      'A en, South en',
      'B en',
    ]);
    expect('tests' in each && each.tests.map((test) => 'place' in test && test.place)).toEqual([
      { group: 'a', subgroup: 'n' },
      { group: 'a', subgroup: 's' },
      { group: 'b' },
    ]);
    expect('tests' in each && each.tests.map((test) => 'value' in test && test.value)).toEqual([
      '1',
      '1',
      '1',
    ]);
  });
  it('DEC-10 names one constituency tested alone, and several together as the whole', () => {
    const alone = majority('whole', '>1/2', { scope: { over: 'whole', groups: ['a'] } });
    expect(testsOf(alone, ALL)).toMatchObject({ place: { group: 'a' }, value: '2', base: '2' });
    const both = majority('whole', '>1/2', { scope: { over: 'whole', groups: ['a', 'b'] } });
    expect(testsOf(both, ALL)).toMatchObject({ place: {}, value: '3', base: '4' });
  });
  it('DEC-13 narrows "each constituency" to those named', () => {
    const one = majority('eachGroup', '>1/2', { scope: { over: 'eachGroup', groups: ['b'] } });
    expect(sentences(testsOf(one, ALL))).toHaveLength(1);
    expect(testsOf(one, ALL).met).toBe(false);
  });
  it('DEC-13 leaves out sub-groups in which nobody may vote', () => {
    const each = majority('eachSubgroup', '>=1/2');
    expect(
      sentences(testsOf(each, ALL, { recused: [{ member: 'as' }] })).map((said) => said.split(':')[0]),
    ).toEqual(['A en, North en', 'B en']);
    expect(
      sentences(testsOf(majority('eachGroup', '>=1/2'), ALL, { recused: [{ member: 'as' }] })),
    ).toHaveLength(2);
  });
  it('DEC-15 means over the constituencies that may vote', () => {
    const equal = majority('whole', '>1/2', { across: 'equalGroups' });
    expect(testsOf(equal, ALL)).toMatchObject({ value: '3/2', base: '2', share: '3/4' });
    const recused = [{ member: 'b1' }, { member: 'b2' }];
    expect(testsOf(equal, ALL, { recused })).toMatchObject({ value: '1', base: '1', share: '1' });
    expect(testsOf(equal, ALL, { recused: [{ member: 'an' }] })).toMatchObject({ value: '3/2', base: '2' });
  });
  it('DEC-17 keeps for the quorum a constituency of the recused, where they count for it', () => {
    const each: Condition = { kind: 'quorum', scope: { over: 'eachGroup' }, bound: bound('>=1/2') };
    const rule = ruleOf([vote(majority('eachGroup', '>1/2'))], { quorum: each, recusedCountForQuorum: true });
    const recused = [{ member: 'b1' }, { member: 'b2' }];
    const input = { ...caseOf(rule, {}, { ballots: ALL, recused, present: ['b1'] }), roll: ROLL };
    expect(verdictOf(input).preconditions.flatMap(sentences)).toHaveLength(2);
    expect(verdictOf(input).outcome).toBe('adopted');
    expect(verdictOf({ ...input, present: [] }).outcome).toBe('noQuorum');
  });
  it('DEC-15 takes means over the whole only', () => {
    const each = majority('eachGroup', '>=1/2', { across: 'equalGroups' });
    const test = testsOf(each, ALL);
    expect('tests' in test && test.tests.map((one) => 'base' in one && one.base)).toEqual(['2', '2']);
  });
  it('DEC-12 says one present in the singular, and more in the plural', () => {
    const quorum: Condition = { kind: 'quorum', scope: { over: 'whole' }, bound: bound('>=1') };
    const said = (present: string[]): string | undefined =>
      verdictOf({ ...caseOf(ruleOf([vote(majority('whole', '>1/2'))], { quorum }), {}), roll: ROLL, present })
        .preconditions[0]?.sentence.fr;
    expect(said(['an'])).toMatch(/: 1 présent ou représenté sur 4 membres/);
    expect(said(['an', 'b1'])).toMatch(/: 2 présents ou représentés sur 4 membres/);
  });
  it('DEC-10 says what is counted under the measure of power', () => {
    const power = vote(majority('whole', '>1/2', { measure: 'power' }));
    const input = {
      ...caseOf(ruleOf([power], { power: { groups: 'equal' } }), {}, { ballots: ALL }),
      roll: ROLL,
    };
    const test = verdictOf(input).steps[0]?.tests[0];
    expect(test?.sentence.en).toContain('3/4 in favour out of 1 of the voting power cast');
  });
  it('DEC-26 eases "more than half" only, of majorities only', () => {
    const outcome = (condition: Condition, more: Ballot[]): string =>
      verdictOf(caseOf(ruleOf([vote(condition)]), { x: 6 }, { ballots: more })).outcome;
    expect(outcome(majority('whole', '>1/2'), votes('x', { yes: 1, no: 1 }))).toBe('tie');
    expect(outcome(majority('whole', '>2/3'), votes('x', { yes: 2, no: 1 }))).toBe('rejected');
    expect(outcome(majority('whole', '>1'), votes('x', { yes: 1 }))).toBe('rejected');
    expect(outcome(majority('whole', '>2/4'), votes('x', { yes: 1, no: 1 }))).toBe('tie');
    const present: Condition = { kind: 'quorum', scope: { over: 'whole' }, bound: bound('>1/2') };
    const both: Condition = { kind: 'all', of: [present, majority('whole', '>1/2')] };
    expect(outcome(both, votes('x', { yes: 2, no: 1 }))).toBe('rejected');
  });
  it('DEC-10 gives the counts of the whole and of each constituency', () => {
    const lines = verdictOf({
      ...caseOf(ruleOf([vote(majority('whole', '>1/2'))]), {}, { ballots: ALL }),
      roll: ROLL,
    }).counts;
    expect(lines.map((line) => [line.group, line.yes, line.no, line.seats])).toEqual([
      [null, '3', '1', '4'],
      ['a', '2', '0', '2'],
      ['b', '1', '1', '2'],
    ]);
  });
});
