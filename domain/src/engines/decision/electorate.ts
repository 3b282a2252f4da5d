import type { DecisionCase, Member } from './case.ts';
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  least,
  multiply,
  ONE,
  parseExact,
  subtract,
  sum,
  ZERO,
} from './fraction.ts';
import type { Cap, Measure, Rule, Text } from './rule.ts';
import { shareText, text } from './wording.ts';

/** One vote of the roll with what it counts under each measure. */
export interface Voter {
  readonly member: Member;
  readonly recused: boolean;
  readonly counts: Readonly<Record<Measure, Fraction>>;
}

/** Those who may vote under a rule, in the order of the roll, with what the reader must know about the roll. */
export interface Electorate {
  readonly voters: readonly Voter[];
  readonly notices: readonly Text[];
}

/** True for a seat that holds a vote, filled or vacant. */
export function hasVote(member: Member): boolean {
  return member.voting !== false;
}

function partOf(member: Member, within: Cap['within']): string {
  if (within === 'whole') return '';
  return within === 'group' ? member.group : `${member.group}/${member.subgroup ?? ''}`;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const parts = new Map<string, T[]>();
  for (const item of items) {
    const part = parts.get(key(item));
    if (part) part.push(item);
    else parts.set(key(item), [item]);
  }
  return parts;
}

type Weights = Map<Member, Fraction>;

function weightOf(weights: Weights, member: Member): Fraction {
  return weights.get(member) ?? ZERO;
}

function capPart(weights: Weights, members: readonly Member[], cap: Cap, notices: Text[]): void {
  const share = parseExact(cap.share);
  const total = sum(members.map((member) => weightOf(weights, member)));
  if (cap.category === undefined) {
    for (const member of members)
      weights.set(member, least(weightOf(weights, member), multiply(share, total)));
    return;
  }
  const capped = members.filter((member) => member.category === cap.category);
  const heavy = sum(capped.map((member) => weightOf(weights, member)));
  if (compare(heavy, multiply(share, total)) <= 0) return;
  const others = subtract(total, heavy);
  if (others.num === 0n || compare(share, ONE) >= 0) {
    notices.push(
      text(
        `Le plafond de ${shareText(share).fr} pour « ${cap.category} » n’a pas d’effet : personne d’autre n’y vote.`,
        `The cap of ${shareText(share).en} on “${cap.category}” has no effect: nobody else votes there.`,
      ),
    );
    return;
  }
  // Scaled to share/(1 - share) of the others, so that they hold exactly the share of the total that results.
  const factor = divide(multiply(divide(share, subtract(ONE, share)), others), heavy);
  for (const member of capped) weights.set(member, multiply(weightOf(weights, member), factor));
}

function cappedWeights(members: readonly Member[], rule: Rule, notices: Text[]): Weights {
  const weights: Weights = new Map(members.map((member) => [member, parseExact(member.weight ?? '1')]));
  for (const cap of rule.caps ?? [])
    for (const part of groupBy(members, (member) => partOf(member, cap.within)).values())
      capPart(weights, part, cap, notices);
  return weights;
}

function shareOut(
  parts: readonly (readonly Member[])[],
  by: 'equal' | 'weight',
  weights: Weights,
): readonly Fraction[] {
  const sizes = parts.map((part) => sum(part.map((member) => weightOf(weights, member))));
  const living = sizes.map((size) => (size.num === 0n ? ZERO : by === 'equal' ? ONE : size));
  const total = sum(living);
  return living.map((size) => (total.num === 0n ? ZERO : divide(size, total)));
}

function powers(members: readonly Member[], rule: Rule, weights: Weights): Weights {
  const result: Weights = new Map();
  const terms = rule.power;
  if (!terms) return new Map(weights);
  const groups = [...groupBy(members, (member) => member.group).values()];
  const groupPower = shareOut(groups, terms.groups, weights);
  groups.forEach((group, index) => {
    const subgroups = [...groupBy(group, (member) => member.subgroup ?? '').values()];
    const subgroupPower = shareOut(subgroups, terms.subgroups ?? 'weight', weights);
    subgroups.forEach((subgroup, inner) => {
      const power = multiply(groupPower[index] ?? ZERO, subgroupPower[inner] ?? ZERO);
      const total = sum(subgroup.map((member) => weightOf(weights, member)));
      for (const member of subgroup)
        result.set(
          member,
          total.num === 0n ? ZERO : divide(multiply(power, weightOf(weights, member)), total),
        );
    });
  });
  return result;
}

function seatNotices(input: DecisionCase): Text[] {
  return input.roll.groups.flatMap((group) => {
    if (group.declaredSeats === undefined) return [];
    const listed = input.roll.members
      .filter((member) => member.group === group.id && hasVote(member))
      .reduce((total, member) => total + (member.seats ?? 1), 0);
    if (listed === group.declaredSeats) return [];
    return [
      text(
        `${group.title.fr}, sièges sur la liste : ${listed}, sièges déclarés : ${group.declaredSeats}.`,
        `${group.title.en}, seats on the roll: ${listed}, seats declared: ${group.declaredSeats}.`,
      ),
    ];
  });
}

/**
 * Works out who may vote under the rule and what each vote counts: caps first, then power between constituencies and
 * sub-groups. Recused members keep their power (nobody inherits it) and are marked, so that each base can leave them
 * out. Seats on the roll that differ from the seats declared give a notice.
 */
export function readElectorate(input: DecisionCase, rule: Rule): Electorate {
  const notices = seatNotices(input);
  const members = input.roll.members.filter(
    (member) => hasVote(member) && (!member.vacant || rule.vacantSeats === 'counted'),
  );
  const weights = cappedWeights(members, rule, notices);
  const power = powers(members, rule, weights);
  const recused = new Set((input.recused ?? []).map((entry) => entry.member));
  const voters = members.map((member) => ({
    member,
    recused: recused.has(member.id),
    counts: {
      head: ONE,
      seat: fraction(member.seats ?? 1),
      weight: weightOf(weights, member),
      power: weightOf(power, member),
    },
  }));
  return { voters, notices };
}

/** Adds two records of counts, measure by measure. */
export function addCounts(
  a: Readonly<Record<Measure, Fraction>>,
  b: Readonly<Record<Measure, Fraction>>,
): Readonly<Record<Measure, Fraction>> {
  return {
    head: add(a.head, b.head),
    seat: add(a.seat, b.seat),
    weight: add(a.weight, b.weight),
    power: add(a.power, b.power),
  };
}
