import type { Roll } from './case.ts';
import {
  add,
  compare,
  divide,
  type Fraction,
  formatExact,
  fraction,
  parseExact,
  sum,
  ZERO,
} from './fraction.ts';
import type { Bound, Condition, Majority, Measure, Quorum, Scope, Text } from './rule.ts';
import { baseOf, type Tally, type UnitTally } from './tally.ts';
import type { NumberTest, Place, Test, TestGroup } from './verdict.ts';
import { baseText, boundText, measureText, metText, reaches, shareText, text } from './wording.ts';

/** What a test needs to name places in words. */
export type Titles = Pick<Roll, 'groups'>;

interface Part {
  readonly place: Place;
  readonly units: Tally;
}

type SeatsOf = 'seats' | 'quorumSeats';

function isLiving(units: Tally, measure: Measure, seats: SeatsOf): boolean {
  return units.some((unit) => unit[seats][measure].num > 0n);
}

function groupParts(tally: Tally, groups: readonly string[] | undefined): Part[] {
  const ids = [...new Set(tally.map((unit) => unit.group))];
  return ids
    .filter((id) => groups === undefined || groups.includes(id))
    .map((id) => ({ place: { group: id }, units: tally.filter((unit) => unit.group === id) }));
}

/** The places where a scope asks for the test; constituencies in which nobody may vote on this decision are left out. */
function partsOf(tally: Tally, test: Quorum | Majority): Part[] {
  const scope: Scope = test.scope;
  const measure = test.measure ?? 'head';
  const seats = test.kind === 'quorum' ? 'quorumSeats' : 'seats';
  if (scope.over === 'whole') {
    const units = scope.groups ? tally.filter((unit) => scope.groups?.includes(unit.group)) : tally;
    const only = scope.groups?.length === 1 ? scope.groups[0] : undefined;
    return [{ place: only === undefined ? {} : { group: only }, units }];
  }
  const parts = groupParts(tally, scope.groups).filter((part) => isLiving(part.units, measure, seats));
  if (scope.over !== 'eachSubgroup') return parts;
  return parts.flatMap((part) =>
    part.units
      .filter((unit) => isLiving([unit], measure, seats))
      .map((unit) => ({
        place: unit.subgroup === undefined ? part.place : { group: unit.group, subgroup: unit.subgroup },
        units: [unit],
      })),
  );
}

/** The name of a place in words: “Whole”, a constituency, or a constituency and its sub-group. */
export function placeText(place: Place, titles: Titles): Text {
  if (place.group === undefined) return text('Ensemble', 'Whole');
  const group = titles.groups.find((entry) => entry.id === place.group);
  const title = group?.title ?? text(place.group, place.group);
  if (place.subgroup === undefined) return title;
  const inner = group?.subgroups?.find((entry) => entry.id === place.subgroup)?.title;
  return text(`${title.fr}, ${inner?.fr ?? place.subgroup}`, `${title.en}, ${inner?.en ?? place.subgroup}`);
}

function shareOf(value: Fraction, base: Fraction): Fraction | undefined {
  return base.num === 0n ? undefined : divide(value, base);
}

function numbersText(value: Fraction, base: Fraction, of: Text, doing: Text): Text {
  const share = shareOf(value, base);
  if (!share) return text(`aucune voix ${of.fr}`, `no votes ${of.en}`);
  const ratio = shareText(share);
  return text(
    `${formatExact(value)} ${doing.fr} sur ${formatExact(base)} ${of.fr} (${ratio.fr})`,
    `${formatExact(value)} ${doing.en} out of ${formatExact(base)} ${of.en} (${ratio.en})`,
  );
}

function testQuorum(test: Quorum, part: Part, titles: Titles): NumberTest {
  const measure = test.measure ?? 'head';
  const value = sum(part.units.map((unit) => unit.quorumPresent[measure]));
  const base = sum(part.units.map((unit) => unit.quorumSeats[measure]));
  const met = reaches(value, base, test.bound);
  const where = placeText(part.place, titles);
  const several = compare(value, fraction(2)) >= 0 ? 's' : '';
  const present = text(`présent${several} ou représenté${several}`, 'present or represented');
  const numbers = numbersText(value, base, measureText(measure), present);
  const bound = boundText(test.bound);
  const sentence = text(
    `Quorum, ${where.fr} : ${numbers.fr} ; il faut ${bound.fr} : ${metText(met).fr}.`,
    `Quorum, ${where.en}: ${numbers.en}; ${bound.en} needed: ${metText(met).en}.`,
  );
  return numberTest({ kind: 'quorum', part, value, base, measure, bound: test.bound, met, sentence });
}

interface Numbers {
  readonly kind: 'quorum' | 'majority';
  readonly part: Part;
  readonly value: Fraction;
  readonly base: Fraction;
  readonly measure: Measure;
  readonly bound: Bound;
  readonly met: boolean;
  readonly sentence: Text;
}

function numberTest(numbers: Numbers): NumberTest {
  const share = shareOf(numbers.value, numbers.base);
  return {
    kind: numbers.kind,
    place: numbers.part.place,
    value: formatExact(numbers.value),
    base: formatExact(numbers.base),
    ...(share && { share: formatExact(share) }),
    measure: numbers.measure,
    bound: numbers.bound,
    met: numbers.met,
    sentence: numbers.sentence,
  };
}

/** Sum of the constituencies' own shares in favour, over the number of constituencies that may vote. */
function equalGroupNumbers(test: Majority, units: Tally, measure: Measure): readonly [Fraction, Fraction] {
  const parts = groupParts(units, undefined).filter((part) =>
    part.units.some((unit) => unit.seats[measure].num > 0n),
  );
  const shares = parts.map((part) => {
    const base = baseOf(part.units, test.base, measure);
    return base.num === 0n ? ZERO : divide(yesOf(part.units, measure), base);
  });
  return [sum(shares), fraction(parts.length)];
}

function yesOf(units: readonly UnitTally[], measure: Measure): Fraction {
  return units.reduce((total, unit) => add(total, unit.yes[measure]), ZERO);
}

function testMajority(test: Majority, part: Part, titles: Titles): NumberTest {
  const measure = test.measure ?? 'head';
  const equal = test.across === 'equalGroups' && test.scope.over === 'whole';
  const [value, base] = equal
    ? equalGroupNumbers(test, part.units, measure)
    : [yesOf(part.units, measure), baseOf(part.units, test.base, measure)];
  const met = reaches(value, base, test.bound);
  const where = placeText(part.place, titles);
  const bound = boundText(test.bound);
  const of = baseText(test.base);
  const unit =
    measure === 'power' ? text('du pouvoir de vote ', 'of the voting power ') : text('voix ', 'votes ');
  const equalOf = text(
    `collèges à poids égal, voix ${of.fr}`,
    `constituencies of equal weight, votes ${of.en}`,
  );
  const inFavour = text('pour', 'in favour');
  const numbers = equal
    ? numbersText(value, base, equalOf, text('de parts favorables', 'shares in favour'))
    : numbersText(value, base, text(`${unit.fr}${of.fr}`, `${unit.en}${of.en}`), inFavour);
  const sentence = text(
    `${where.fr} : ${numbers.fr} ; il faut ${bound.fr} : ${metText(met).fr}.`,
    `${where.en}: ${numbers.en}; ${bound.en} needed: ${metText(met).en}.`,
  );
  return {
    ...numberTest({ kind: 'majority', part, value, base, measure, bound: test.bound, met, sentence }),
    of: test.base,
  };
}

/** Joins tests: `needed` of them must hold. */
export function joinTests(kind: TestGroup['kind'], tests: readonly Test[], needed: number): Test {
  const held = tests.filter((test) => test.met).length;
  const met = held >= needed;
  const sentence = {
    all: text(
      `Toutes les conditions à la fois : ${held} sur ${tests.length} : ${metText(met).fr}.`,
      `All of the conditions together: ${held} of ${tests.length}: ${metText(met).en}.`,
    ),
    any: text(
      `Une des conditions suffit : ${held} sur ${tests.length} : ${metText(met).fr}.`,
      `One of the conditions is enough: ${held} of ${tests.length}: ${metText(met).en}.`,
    ),
    some: text(
      `Au moins ${needed} collèges : ${held} sur ${tests.length} : ${metText(met).fr}.`,
      `At least ${needed} constituencies: ${held} of ${tests.length}: ${metText(met).en}.`,
    ),
  }[kind];
  return { kind, needed, met, tests, sentence };
}

/**
 * Tests a condition against the counts. A share of an empty base is never reached; constituencies in which nobody may
 * vote on this decision are left out of "each" and "some"; nothing left to test does not count as met.
 */
export function testCondition(condition: Condition, tally: Tally, titles: Titles): Test {
  if (condition.kind === 'all' || condition.kind === 'any') {
    const tests = condition.of.map((inner) => testCondition(inner, tally, titles));
    return joinTests(condition.kind, tests, condition.kind === 'all' ? tests.length : 1);
  }
  const parts = partsOf(tally, condition);
  const tests = parts.map((part) =>
    condition.kind === 'quorum' ? testQuorum(condition, part, titles) : testMajority(condition, part, titles),
  );
  const [only] = tests;
  if (condition.scope.over === 'whole' && only) return only;
  if (condition.scope.over === 'someGroups') return joinTests('some', tests, condition.scope.atLeast);
  return joinTests('all', tests, Math.max(1, tests.length));
}

/**
 * The same condition with "more than half" eased to "at least half" in its majorities: when only this one holds, the
 * vote is a tie.
 */
export function easeHalf(condition: Condition): Condition {
  if (condition.kind === 'all' || condition.kind === 'any')
    return { kind: condition.kind, of: condition.of.map(easeHalf) };
  const { bound } = condition;
  if (condition.kind === 'quorum' || !('share' in bound) || bound.op !== 'moreThan') return condition;
  if (formatExact(parseExact(bound.share)) !== '1/2') return condition;
  return { ...condition, bound: { op: 'atLeast', share: '1/2' } };
}
