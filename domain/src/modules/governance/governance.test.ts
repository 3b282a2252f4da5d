import { readRule, ruleCard } from '@tablee/domain/engines/decision';
import { isJsonObject, type JsonObject } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import {
  bodies,
  CONSENSUS,
  MAJORITY_PER_GROUP,
  RULE_PRESETS,
  rollOfBody,
  ruleOfBody,
  vacancies,
} from './index.ts';

const asData = (rule: unknown): JsonObject => {
  if (!isJsonObject(rule)) throw new Error('a rule is plain data');
  return rule;
};

const setTable = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.add('ada', 'body', 'board', { name: 'Board' });
  const add = (id: string, slots: { [slot: string]: string | boolean | number }) =>
    table.add('ada', 'seat', id, { body: 'board', voting: true, ...slots });
  add('one', { organisation: 'utility', sector: 'state', holder: 'ben', until: '2026-06', order: 1 });
  add('two', { organisation: 'utility', sector: 'state', order: 2 });
  add('three', { sector: 'science', order: 3 });
  add('four', { organisation: 'village', sector: 'civilSociety', holder: 'dia', voting: false, order: 4 });
  add('five', { organisation: 'brewery', sector: 'private', holder: 'cleo', from: '2027', order: 5 });
  return table;
};

describe('governance', () => {
  it('GOV-1 says why a seat waits', () => {
    const table = setTable();
    const seen = (today: string) =>
      vacancies(table.view(), today).map((line) => [line.entity.id, line.vacancy]);
    expect(seen('2026-06-30')).toEqual([
      ['three', 'noOrganisation'],
      ['two', 'noHolder'],
    ]);
    expect(seen('2026-07-01')).toContainEqual(['one', 'ended']);
    const [board] = bodies(table.view(), '2026-07-01');
    expect(board?.seats).toHaveLength(4);
    expect(board?.balance).toEqual({ state: 1, private: 0, civilSociety: 1, science: 0, other: 0 });
  });

  it('GOV-2 writes the roll from the seats', () => {
    const table = setTable();
    expect(rollOfBody(table.view(), 'board', '2026-01-01')?.members).toEqual([
      { id: 'utility', group: 'state', seats: 2, voting: true },
      { id: 'village', group: 'civilSociety', seats: 1, voting: false },
      { id: 'three', group: 'science', vacant: true },
    ]);
    expect(rollOfBody(table.view(), 'nowhere', '2026-01-01')).toBeUndefined();
  });

  it('GOV-3 adopts what the engine can read, version after version', () => {
    const table = setTable();
    expect(table.act('ben', 'rule.adopt', 'r1', { data: asData(CONSENSUS) })).toBe('NotAllowed');
    expect(table.act('ada', 'rule.adopt', 'r1', { data: { id: 'x' } })).toBe('RuleUnreadable');
    expect(table.act('ada', 'rule.adopt', 'r1', { data: asData(CONSENSUS) })).toBe('ok');
    expect(table.act('ada', 'rule.change', 'r1', { data: asData(CONSENSUS) })).toBe('RuleVersionNotNext');
    expect(
      table.act('ada', 'rule.change', 'r1', { data: asData({ ...MAJORITY_PER_GROUP, version: 2 }) }),
    ).toBe('ok');
  });

  it('GOV-4 falls back on consensus', () => {
    const table = setTable();
    expect(ruleOfBody(table.view(), 'board').id).toBe('consensus');
    table.act('ada', 'rule.adopt', 'r1', { data: asData(MAJORITY_PER_GROUP) });
    table.change('ada', 'body', 'board', { rule: 'r1' });
    expect(ruleOfBody(table.view(), 'board').id).toBe('majority-per-group');
    table.act('ada', 'rule.retire', 'r1', {});
    expect(table.act('ada', 'rule.change', 'r1', { data: asData(CONSENSUS) })).toBe('RuleRetired');
    expect(ruleOfBody(table.view(), 'board').id).toBe('consensus');
  });

  it.each(RULE_PRESETS.map((rule) => [rule.id, rule] as const))(
    'GOV-5 offers a readable rule with a card: %s',
    (_id, rule) => {
      expect(readRule(rule).ok).toBe(true);
      expect(ruleCard(rule).lines.length).toBeGreaterThan(0);
    },
  );
});
