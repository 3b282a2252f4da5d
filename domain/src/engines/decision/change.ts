import type { Stance } from './case.ts';
import { add, compare, divide, type Fraction, fraction, multiply, subtract, sum, ZERO } from './fraction.ts';
import type { Condition, Majority, Measure, Step } from './rule.ts';
import { consensusCounts } from './step.ts';
import { baseOf, type Counts, type Tally, type UnitTally, VOTE_OF } from './tally.ts';
import { reaches } from './wording.ts';

/** What is wished of the changes: that the proposal is adopted, or that it is not. */
export type Wish = 'adopt' | 'stop';

/** Votes of one unit that count the same and hold the same stance, hence may stand for one another. */
export interface Class {
  readonly unit: number;
  readonly stance: Stance;
  readonly counts: Counts;
  readonly ballots: number;
}

/**
 * A way to change some ballots: how many, the counts that result, and a vector in which more is nowhere worse for the
 * wish, so that a way which another matches everywhere can be dropped.
 */
export interface Change {
  readonly changed: number;
  readonly units: Tally;
  readonly vector: readonly Fraction[];
}

/**
 * What the steps look at. `local` is for ways within one constituency (counts by unit where sub-groups are tested);
 * `global` is what a constituency brings to the whole, and adds up over constituencies.
 */
export interface Lens {
  readonly targets: readonly Stance[];
  local(units: Tally): Fraction[];
  global(units: Tally): Fraction[];
}

function scale(counts: Counts, times: number): Counts {
  const by = (value: Fraction): Fraction => multiply(value, fraction(times));
  return { head: by(counts.head), seat: by(counts.seat), weight: by(counts.weight), power: by(counts.power) };
}

function combine(a: Counts, b: Counts, how: (x: Fraction, y: Fraction) => Fraction): Counts {
  return {
    head: how(a.head, b.head),
    seat: how(a.seat, b.seat),
    weight: how(a.weight, b.weight),
    power: how(a.power, b.power),
  };
}

/** The unit with `times` ballots of a class moved to another stance. */
function move(unit: UnitTally, from: Class, to: Stance, times: number): UnitTally {
  const worth = scale(from.counts, times);
  const left = VOTE_OF[from.stance];
  const joined = VOTE_OF[to];
  const out = { ...unit, [left]: combine(unit[left], worth, subtract) };
  return {
    ...out,
    [joined]: combine(out[joined], worth, add),
    stances: {
      ...unit.stances,
      [from.stance]: unit.stances[from.stance] - times,
      [to]: unit.stances[to] + times,
    },
  };
}

function leavesOf(condition: Condition): Majority[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(leavesOf);
  return condition.kind === 'majority' ? [condition] : [];
}

function yesAndNo(units: Tally, measure: Measure): Fraction[] {
  return [
    sum(units.map((unit) => unit.yes[measure])),
    subtract(ZERO, sum(units.map((unit) => unit.no[measure]))),
  ];
}

/** What one constituency brings to one test: counts where votes are pooled, a share, or how many of its parts pass. */
function broughtTo(leaf: Majority, units: Tally): Fraction[] {
  const [first] = units;
  const measure = leaf.measure ?? 'head';
  const { scope } = leaf;
  if (!first || (scope.groups && !scope.groups.includes(first.group))) return [ZERO, ZERO];
  const yes = (part: Tally): Fraction => sum(part.map((unit) => unit.yes[measure]));
  const base = (part: Tally): Fraction => baseOf(part, leaf.base, measure);
  if (scope.over === 'whole') {
    if (leaf.across !== 'equalGroups') return yesAndNo(units, measure);
    const own = base(units);
    return [own.num === 0n ? ZERO : divide(yes(units), own), ZERO];
  }
  const parts = scope.over === 'eachSubgroup' ? units.map((unit) => [unit]) : [units];
  return [fraction(parts.filter((part) => reaches(yes(part), base(part), leaf.bound)).length), ZERO];
}

/** Heads that consensus and silence look at: agreeing, standing aside, blocking. */
function stancesFor(step: Step, units: Tally): Fraction[] {
  if (step.kind === 'vote') return [];
  if (step.kind === 'silence')
    return [fraction(-units.reduce((total, unit) => total + unit.stances.block + unit.stances.no, 0))];
  const counts = consensusCounts(units, step);
  return [fraction(counts.agree), fraction(-counts.standAside), fraction(-counts.block)];
}

/** Makes the lens of the steps that read the changed ballots; conditions are given with their ties already resolved. */
export function lensOf(steps: readonly Step[], conditions: readonly Condition[], wish: Wish): Lens {
  const leaves = conditions.flatMap(leavesOf);
  const measures = [...new Set(leaves.map((leaf) => leaf.measure ?? 'head'))];
  const bySubgroup = leaves.some((leaf) => leaf.scope.over === 'eachSubgroup');
  const sign = (values: Fraction[]): Fraction[] =>
    wish === 'adopt' ? values : values.map((value) => subtract(ZERO, value));
  const standing = steps.some((step) => step.kind === 'consensus' && step.maxStandAside !== undefined);
  const stances = (units: Tally): Fraction[] => steps.flatMap((step) => stancesFor(step, units));
  return {
    targets: wish === 'adopt' ? ['agree'] : standing ? ['block', 'standAside'] : ['block'],
    local: (units) => {
      const parts = bySubgroup ? units.map((unit) => [unit]) : [units];
      return sign([
        ...parts.flatMap((part) => measures.flatMap((measure) => yesAndNo(part, measure))),
        ...stances(units),
      ]);
    },
    global: (units) => sign([...leaves.flatMap((leaf) => broughtTo(leaf, units)), ...stances(units)]),
  };
}

function dominates(a: readonly Fraction[], b: readonly Fraction[]): boolean {
  return a.every((value, index) => compare(value, b[index] ?? ZERO) >= 0);
}

/** Among ways with the same number of changes, keeps those that no other matches everywhere. */
function prune(ways: readonly Change[]): Change[] {
  const byNumber: Change[][] = [];
  for (const way of ways) {
    const rivals = byNumber[way.changed] ?? [];
    if (rivals.some((rival) => dominates(rival.vector, way.vector))) continue;
    byNumber[way.changed] = [...rivals.filter((rival) => !dominates(way.vector, rival.vector)), way];
  }
  return byNumber.flat();
}

function moves(way: Change, from: Class, lens: Lens): Change[] {
  const [first, second] = lens.targets.filter((target) => target !== from.stance);
  const found: Change[] = [];
  for (let a = 0; a <= (first ? from.ballots : 0); a += 1)
    for (let b = 0; b <= (second ? from.ballots - a : 0); b += 1) {
      const unit = way.units[from.unit];
      if (!unit) continue;
      const once = first && a > 0 ? move(unit, from, first, a) : unit;
      const twice = second && b > 0 ? move(once, from, second, b) : once;
      const units = a + b === 0 ? way.units : way.units.with(from.unit, twice);
      found.push({ changed: way.changed + a + b, units, vector: lens.local(units) });
    }
  return found;
}

/** The ways worth looking at to change ballots of one constituency, from none to all, fewest first. */
export function waysOf(units: Tally, classes: readonly Class[], lens: Lens): Change[] {
  let ways: Change[] = [{ changed: 0, units, vector: lens.local(units) }];
  for (const from of classes) ways = prune(ways.flatMap((way) => moves(way, from, lens)));
  return ways;
}

/** Joins the ways of two sets of constituencies, with at most `limit` changes together; vectors must be global ones. */
export function mergeWays(a: readonly Change[], b: readonly Change[], limit: number): Change[] {
  return prune(
    a.flatMap((left) =>
      b.flatMap((right) =>
        left.changed + right.changed > limit
          ? []
          : [
              {
                changed: left.changed + right.changed,
                units: [...left.units, ...right.units],
                vector: left.vector.map((value, index) => add(value, right.vector[index] ?? ZERO)),
              },
            ],
      ),
    ),
  );
}
