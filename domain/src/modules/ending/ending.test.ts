import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { currentEnding, endingView } from './index.ts';

const setTable = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.add('ada', 'result', 'r1', { statement: { lang: 'en', text: 'Safe water' }, level: 'impact' });
  table.act('ada', 'ending.open', 'e1', {});
  return table;
};

const decide = (table: Table, stance: string): void => {
  table.act('ada', 'decision.open', 'd1', {
    question: 'Shall we end?',
    organisations: [{ organisation: 'utility', sector: 'state' }],
    meeting: 'm1',
    deadline: { instant: '2026-02-01T18:00:00Z', zone: 'UTC' },
  });
  const said = { organisation: 'utility', stance, standing: 'confirmed', channel: 'meeting', reason: 'r' };
  table.act('ada', 'decision.take', 'd1', said);
  table.act('ada', 'decision.close', 'd1', {});
};

const viewOf = (table: Table) => {
  const held = currentEnding(table.view());
  if (held === undefined) throw new Error('the ending was refused');
  return endingView(table.view(), held.state);
};

describe('ending', () => {
  it('END-1 asks why a goal was missed or closed', () => {
    const table = setTable();
    const goal = { result: 'r1', outcome: 'missed' };
    expect(table.act('ada', 'ending.settleGoal', 'e1', goal)).toBe('ReasonMissing');
    expect(table.act('ada', 'ending.settleGoal', 'e1', { ...goal, reason: 'The source dried up' })).toBe(
      'ok',
    );
    expect(table.act('ada', 'ending.settleGoal', 'e1', { result: 'r1', outcome: 'met' })).toBe('ok');
    expect(viewOf(table).goals.map((line) => line.outcome)).toEqual(['met']);
  });

  it('END-2 ends by an adopted decision only, and may go on without one', () => {
    const table = setTable();
    const end = { outcome: 'ended', decision: 'd1' };
    expect(table.act('ada', 'ending.conclude', 'e1', { outcome: 'ended' })).toBe('NotDecided');
    decide(table, 'block');
    expect(table.act('ada', 'ending.conclude', 'e1', end)).toBe('NotDecided');
    const other = setTable();
    decide(other, 'agree');
    expect(other.act('ada', 'ending.conclude', 'e1', end)).toBe('ok');
    expect(table.act('ada', 'ending.conclude', 'e1', { outcome: 'continued' })).toBe('ok');
  });

  it('END-3 stands once it is concluded', () => {
    const table = setTable();
    table.act('ada', 'ending.conclude', 'e1', { outcome: 'continued' });
    expect(table.act('ada', 'ending.thank', 'e1', { organisations: [], text: 'Thank you' })).toBe(
      'AlreadyConcluded',
    );
  });

  it('END-4 counts the parts that are settled', () => {
    const table = setTable();
    expect(viewOf(table).done).toBe(0);
    table.act('ada', 'ending.settleGoal', 'e1', { result: 'r1', outcome: 'met' });
    table.act('ada', 'ending.sayOwed', 'e1', { nothing: true, commitments: [] });
    table.act('ada', 'ending.thank', 'e1', { organisations: ['utility'], text: 'Thank you' });
    for (const kind of ['record', 'people', 'figures', 'recordings'])
      table.act('ada', 'ending.settleData', 'e1', { kind, fate: 'keep', until: '2030-12-31' });
    expect(viewOf(table)).toMatchObject({ done: 3, dataOpen: ['shared'] });
  });
});
