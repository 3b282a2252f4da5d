import type { Ballot, DecisionCase, Stance } from './case.ts';
import { countCase, verdictOf } from './decide.ts';
import { VOTE_OF } from './tally.ts';
import type { Decided, Problem, Verdict } from './verdict.ts';

/**
 * A supposition: one member takes another stance, or `count` of the ballots of a constituency go from one vote to
 * another (in the order of the roll).
 */
export type Supposition =
  | { readonly member: string; readonly stance: Stance; readonly reason?: string }
  | {
      readonly group: string;
      readonly from: 'yes' | 'no' | 'abstain';
      readonly to: 'yes' | 'no' | 'abstain';
      readonly count: number;
    };

/** The verdict as it stands beside the verdict as it would be. */
export type DryRun =
  | { readonly ok: true; readonly now: Verdict; readonly then: Verdict }
  | Extract<Decided, { readonly ok: false }>;

type Chosen = { readonly member: string; readonly stance: Stance; readonly reason?: string };

function invalid(problem: Problem): Extract<Decided, { readonly ok: false }> {
  return { ok: false, code: 'InvalidCase', problems: [problem] };
}

/** Members meant by a supposition, or what is wrong with it. */
function choose(supposition: Supposition, index: number, input: DecisionCase): readonly Chosen[] | Problem {
  if ('member' in supposition) {
    if (input.roll.members.some((member) => member.id === supposition.member)) return [supposition];
    return { path: `what-if[${index}].member`, expected: 'a member of the roll', found: supposition.member };
  }
  const counted = countCase(input);
  if (!counted.ok) return counted.problems[0] ?? { path: 'what-if', expected: 'a valid case', found: 'none' };
  const last = counted.counted.steps.findLast((step) => step.hasBallots);
  const holders = counted.counted.electorate.voters.filter(({ member }) => {
    const stance = last?.positions.stances.get(member.id)?.stance;
    return member.group === supposition.group && stance !== undefined && VOTE_OF[stance] === supposition.from;
  });
  if (holders.length < supposition.count) {
    const expected = `at least ${supposition.count} ballots ${supposition.from} in ${supposition.group}`;
    return { path: `what-if[${index}].count`, expected, found: `${holders.length}` };
  }
  return holders
    .slice(0, supposition.count)
    .map(({ member }) => ({ member: member.id, stance: supposition.to }));
}

function withBallot(input: DecisionCase, chosen: Chosen): DecisionCase {
  const asked = input.ballots.findLast(
    (ballot) => ballot.member === chosen.member && ballot.step !== undefined,
  );
  const ballot: Ballot = {
    member: chosen.member,
    stance: chosen.stance,
    // A rule may ask for a reason; in a supposition a dash stands for it.
    reason: chosen.reason ?? '–',
    ...(asked?.step !== undefined && { step: asked.step }),
  };
  return { ...input, ballots: [...input.ballots.filter((other) => other.member !== chosen.member), ballot] };
}

/**
 * What would happen if some stances were different: the verdict now and then. Nothing is recorded; the case is left
 * unchanged.
 */
export function dryRun(input: DecisionCase, suppositions: readonly Supposition[]): DryRun {
  const before = countCase(input);
  if (!before.ok) return before;
  let supposed = input;
  for (const [index, supposition] of suppositions.entries()) {
    const chosen = choose(supposition, index, supposed);
    if ('path' in chosen) return invalid(chosen);
    for (const one of chosen) supposed = withBallot(supposed, one);
  }
  const after = countCase(supposed);
  if (!after.ok) return after;
  return { ok: true, now: verdictOf(before.counted), then: verdictOf(after.counted) };
}
