import { describe, expect, it } from 'vitest';
import type { DecisionCase, Member } from './case.ts';
import { readElectorate } from './electorate.ts';
import { formatExact } from './fraction.ts';
import type { Rule } from './rule.ts';
import { caseOf, ruleOf } from './testing.ts';

const title = { fr: 'T', en: 'T' };

function electorateOf(members: Member[], more: Partial<Rule>): DecisionCase {
  const subgroups = [
    { id: 'n', title },
    { id: 's', title },
  ];
  const groups = ['a', 'b'].map((id) => ({ id, title, subgroups }));
  return { ...caseOf(ruleOf([{ kind: 'consensus', id: 'c' }], more), {}), roll: { groups, members } };
}

function counts(members: Member[], more: Partial<Rule>, measure: 'weight' | 'power'): Record<string, string> {
  const input = electorateOf(members, more);
  const { voters } = readElectorate(input, ruleOf([{ kind: 'consensus', id: 'c' }], more));
  return Object.fromEntries(voters.map((voter) => [voter.member.id, formatExact(voter.counts[measure])]));
}

describe('what a vote counts', () => {
  const members: Member[] = [
    { id: 'x', group: 'a', subgroup: 'n', weight: '3' },
    { id: 'y', group: 'a', subgroup: 's', weight: '1', category: 'p' },
    { id: 'z', group: 'b', subgroup: 'n', weight: '4', category: 'p' },
  ];
  it('DEC-5 shares power equally or by weight between constituencies and sub-groups', () => {
    expect(counts(members, { power: { groups: 'equal', subgroups: 'equal' } }, 'power')).toEqual({
      x: '1/4',
      y: '1/4',
      z: '1/2',
    });
    expect(counts(members, { power: { groups: 'equal' } }, 'power')).toEqual({
      x: '3/8',
      y: '1/8',
      z: '1/2',
    });
    const heavier = members.map((member) => (member.id === 'z' ? { ...member, weight: '12' } : member));
    expect(counts(heavier, { power: { groups: 'weight', subgroups: 'equal' } }, 'power')).toEqual({
      x: '1/8',
      y: '1/8',
      z: '3/4',
    });
    expect(counts(members, {}, 'power')).toEqual({ x: '3', y: '1', z: '4' });
  });
  it('DEC-5 gives no power to weights of nothing', () => {
    const nothing = members.map((member) => ({ ...member, weight: '0' }));
    expect(counts(nothing, { power: { groups: 'equal' } }, 'power')).toEqual({ x: '0', y: '0', z: '0' });
    const one = members.map((member) => (member.group === 'b' ? { ...member, weight: '0' } : member));
    expect(counts(one, { power: { groups: 'equal' } }, 'power')).toEqual({ x: '3/4', y: '1/4', z: '0' });
  });
  it('DEC-5 caps within the whole, the constituency or the sub-group', () => {
    const cap = (within: 'whole' | 'group' | 'subgroup', share: string): Record<string, string> =>
      counts(members, { caps: [{ category: 'p', within, share }] }, 'weight');
    expect(cap('whole', '1/4')).toEqual({ x: '3', y: '1/5', z: '4/5' });
    expect(cap('group', '1/10')).toEqual({ x: '3', y: '1/3', z: '4' });
    expect(cap('subgroup', '1/10')).toEqual({ x: '3', y: '1', z: '4' });
    expect(cap('group', '1/4')).toEqual({ x: '3', y: '1', z: '4' });
    expect(cap('whole', '1')).toEqual({ x: '3', y: '1', z: '4' });
  });
  it('DEC-5 holds each member to a share of the total before', () => {
    expect(counts(members, { caps: [{ within: 'group', share: '1/2' }] }, 'weight')).toEqual({
      x: '2',
      y: '1',
      z: '2',
    });
  });
  it('DEC-7 counts the seats that hold a vote, of the constituency itself', () => {
    const input = electorateOf(
      [...members, { id: 'mute', group: 'a', voting: false }, { id: 'gone', group: 'a', vacant: true }],
      {},
    );
    const groups = input.roll.groups.map((group) => ({ ...group, declaredSeats: group.id === 'a' ? 3 : 2 }));
    const { notices } = readElectorate(
      { ...input, roll: { ...input.roll, groups } },
      ruleOf([{ kind: 'consensus', id: 'c' }]),
    );
    expect(notices.map((notice) => notice.en)).toEqual(['T, seats on the roll: 1, seats declared: 2.']);
  });
});
