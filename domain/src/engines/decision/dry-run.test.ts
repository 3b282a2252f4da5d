import { describe, expect, it } from 'vitest';
import { dryRun, type Supposition } from './dry-run.ts';
import { caseOf, majority, ruleOf, vote, votes } from './testing.ts';

const input = caseOf(
  ruleOf([vote(majority('whole', '>1/2'))]),
  { a: 3, b: 2 },
  {
    ballots: [...votes('a', { yes: 3 }), ...votes('b', { no: 2 })],
  },
);

function outcomes(...suppositions: Supposition[]): string[] {
  const dry = dryRun(input, suppositions);
  return dry.ok ? [dry.now.outcome, dry.then.outcome] : dry.problems.map((problem) => problem.path);
}

describe('dry run', () => {
  it('DEC-28 shows the verdict now and as it would be, by member or by number of ballots', () => {
    expect(outcomes()).toEqual(['adopted', 'adopted']);
    expect(outcomes({ member: 'a1', stance: 'no' })).toEqual(['adopted', 'rejected']);
    expect(outcomes({ member: 'a1', stance: 'abstain' })).toEqual(['adopted', 'tie']);
    expect(outcomes({ group: 'a', from: 'yes', to: 'no', count: 1 })).toEqual(['adopted', 'rejected']);
    expect(
      outcomes(
        { group: 'a', from: 'yes', to: 'no', count: 1 },
        { group: 'b', from: 'no', to: 'yes', count: 2 },
      ),
    ).toEqual(['adopted', 'adopted']);
  });
  it('DEC-28 names a supposition that cannot be', () => {
    expect(outcomes({ member: 'zoe', stance: 'no' })).toEqual(['what-if[0].member']);
    expect(outcomes({ group: 'b', from: 'no', to: 'yes', count: 3 })).toEqual(['what-if[0].count']);
    expect(dryRun({ ...input, rules: [] }, []).ok).toBe(false);
  });
  it('DEC-28 leaves the case as it was', () => {
    const before = JSON.stringify(input);
    outcomes({ member: 'a1', stance: 'block' });
    expect(JSON.stringify(input)).toBe(before);
  });
});
