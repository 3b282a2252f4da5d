import type { Ballot, DecisionCase, Member, Stance } from './case.ts';
import { decide } from './decide.ts';
import type { Bound, Condition, Majority, Rule, Scope, Step } from './rule.ts';
import type { Verdict } from './verdict.ts';

/** A rule in force from 2000 with one title, for tests. */
export function ruleOf(steps: Step[], more: Partial<Rule> = {}): Rule {
  const title = { fr: 'Règle', en: 'Rule' };
  return { id: 'r', version: 1, validFrom: '2000-01-01', title, steps, ...more };
}

/** A share bound written short: `">1/2"`, `">=2/3"`; a number without slash is a count: `">=13"`. */
export function bound(text: string): Bound {
  const op = text.startsWith('>=') ? 'atLeast' : 'moreThan';
  const value = text.replace(/^>=?/u, '');
  return value.includes('/') ? { op, share: value } : { op, count: Number(value) };
}

/** A majority in heads with abstentions left out, unless `more` says otherwise. */
export function majority(over: Scope['over'], share: string, more: Partial<Majority> = {}): Condition {
  const scope: Scope = over === 'someGroups' ? { over, atLeast: 1 } : { over };
  return { kind: 'majority', scope, base: 'withoutAbstentions', bound: bound(share), ...more };
}

/** A vote step. */
export function vote(adoptIf: Condition, more: Partial<Extract<Step, { kind: 'vote' }>> = {}): Step {
  return { kind: 'vote', id: 'vote', adoptIf, ...more };
}

/** Members `{group}1` to `{group}n` of each group, in order. */
export function membersOf(sizes: Readonly<Record<string, number>>): Member[] {
  return Object.entries(sizes).flatMap(([group, size]) =>
    Array.from({ length: size }, (_, index) => ({ id: `${group}${index + 1}`, group })),
  );
}

/** A case with the given groups and no ballots yet. */
export function caseOf(
  rule: Rule | Rule[],
  sizes: Readonly<Record<string, number>>,
  more: Partial<DecisionCase> = {},
): DecisionCase {
  const groups = Object.keys(sizes).map((id) => ({ id, title: { fr: `Collège ${id}`, en: `Group ${id}` } }));
  return {
    format: 'tablee-decision/1',
    on: '2026-03-01',
    rules: Array.isArray(rule) ? rule : [rule],
    roll: { groups, members: membersOf(sizes) },
    ballots: [],
    ...more,
  };
}

const STANCES = ['agree', 'reservations', 'standAside', 'block', 'yes', 'no', 'abstain'] as const;

/** The first members of a group take these stances, in the order of the list above: `votes('a', { yes: 3, no: 2 })`. */
export function votes(group: string, counts: Partial<Record<Stance, number>>, from = 1): Ballot[] {
  const stances = STANCES.flatMap((stance) => Array.from({ length: counts[stance] ?? 0 }, () => stance));
  return stances.map((stance, index) => ({ member: `${group}${from + index}`, stance }));
}

/** The verdict of a case that is known to be valid. */
export function verdictOf(input: DecisionCase): Verdict {
  const decided = decide(input);
  if (!decided.ok) throw new Error(JSON.stringify(decided.problems));
  return decided.verdict;
}
