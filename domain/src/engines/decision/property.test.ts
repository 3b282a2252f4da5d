import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ballot, DecisionCase, Stance } from './case.ts';
import type { Condition, Rule } from './rule.ts';
import { bound, caseOf, majority, ruleOf, verdictOf, vote } from './testing.ts';

const stance = fc.constantFrom<Stance>(
  'agree',
  'reservations',
  'standAside',
  'block',
  'yes',
  'no',
  'abstain',
);
const share = fc.constantFrom('>1/2', '>=1/2', '>=2/3', '>1/3', '>=3/4');
const base = fc.constantFrom(
  'cast' as const,
  'withoutAbstentions' as const,
  'present' as const,
  'allSeats' as const,
);
const measure = fc.constantFrom('head' as const, 'weight' as const, 'power' as const, 'seat' as const);
const leaf: fc.Arbitrary<Condition> = fc
  .record({
    over: fc.constantFrom('whole' as const, 'eachGroup' as const, 'someGroups' as const),
    share,
    base,
    measure,
  })
  .map((more) => majority(more.over, more.share, { base: more.base, measure: more.measure }));
const condition: fc.Arbitrary<Condition> = fc.oneof(
  leaf,
  fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const),
    of: fc.array(leaf, { minLength: 1, maxLength: 3 }),
  }),
);
const quorum = fc
  .record({ over: fc.constantFrom('whole' as const, 'eachGroup' as const), share })
  .map((more): Condition => ({ kind: 'quorum', scope: { over: more.over }, bound: bound(more.share) }));
const rule: fc.Arbitrary<Rule> = fc.record({ condition, quorum, consensus: fc.boolean() }).map((more) =>
  ruleOf([...(more.consensus ? [{ kind: 'consensus' as const, id: 'c' }] : []), vote(more.condition)], {
    quorum: more.quorum,
    power: { groups: 'equal' },
  }),
);

interface Person {
  readonly group: 'a' | 'b' | 'c';
  readonly weight: number;
  readonly stance: Stance | null;
}
const person: fc.Arbitrary<Person> = fc.record({
  group: fc.constantFrom('a' as const, 'b' as const, 'c' as const),
  weight: fc.integer({ min: 1, max: 3 }),
  stance: fc.option(stance),
});
const people = fc.array(person, { minLength: 1, maxLength: 12 });

function inputOf(chosen: Rule, persons: readonly Person[]): DecisionCase {
  const groups = caseOf(chosen, { a: 0, b: 0, c: 0 }).roll.groups;
  const members = persons.map((entry, index) => ({
    id: `m${index}`,
    group: entry.group,
    weight: `${entry.weight}`,
  }));
  const ballots = persons.flatMap((entry, index): Ballot[] =>
    entry.stance === null ? [] : [{ member: `m${index}`, stance: entry.stance, reason: `r${index}` }],
  );
  return { ...caseOf(chosen, {}), roll: { groups, members }, ballots };
}

describe('properties of every verdict', () => {
  it('DEC-2 does not depend on the order of the ballots', () => {
    fc.assert(
      fc.property(rule, people, fc.infiniteStream(fc.nat()), (chosen, persons, keys) => {
        const input = inputOf(chosen, persons);
        const shuffled = input.ballots
          .map((ballot) => ({ ballot, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map((entry) => entry.ballot);
        expect(verdictOf({ ...input, ballots: shuffled })).toEqual(verdictOf(input));
      }),
      { numRuns: 150 },
    );
  });
  it('DEC-3 gives the same outcome to an electorate doubled, under rules of shares only', () => {
    fc.assert(
      fc.property(rule, people, (chosen, persons) => {
        const once = verdictOf(inputOf(chosen, persons)).outcome;
        expect(verdictOf(inputOf(chosen, [...persons, ...persons])).outcome).toBe(once);
      }),
      { numRuns: 150 },
    );
  });
  it('DEC-12 never unmakes a quorum by one more presence', () => {
    fc.assert(
      fc.property(rule, people, fc.nat(), (chosen, persons, at) => {
        const input = inputOf(chosen, persons);
        const more = { ...input, present: [`m${at % persons.length}`] };
        const quorumMet = (one: DecisionCase): boolean => verdictOf(one).outcome !== 'noQuorum';
        if (quorumMet(input)) expect(quorumMet(more)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
  it('DEC-16 never loses an adopted proposal to one more agreement', () => {
    fc.assert(
      fc.property(rule, people, fc.nat(), (chosen, persons, at) => {
        const index = at % persons.length;
        const before = persons[index];
        fc.pre(before?.stance !== null && before !== undefined);
        const after = persons.map((entry, position) =>
          position === index ? { ...entry, stance: 'agree' as const } : entry,
        );
        if (verdictOf(inputOf(chosen, persons)).outcome === 'adopted')
          expect(verdictOf(inputOf(chosen, after)).outcome).toBe('adopted');
      }),
      { numRuns: 150 },
    );
  });
  it('DEC-2 gives a verdict that survives JSON unchanged', () => {
    fc.assert(
      fc.property(rule, people, (chosen, persons) => {
        const verdict = verdictOf(inputOf(chosen, persons));
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
      }),
      { numRuns: 60 },
    );
  });
});
