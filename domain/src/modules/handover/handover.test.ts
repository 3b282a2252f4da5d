import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { essentials, handovers, handoversFor } from './index.ts';

const OFFER = {
  kind: 'role',
  title: 'Secretary of the board',
  toPerson: 'ben',
  fromPerson: 'ada',
  date: '2026-03-01',
};

const setTable = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.join('cleo', ['leader'], 'brewery');
  table.act('ada', 'handover.offer', 'h1', OFFER);
  return table;
};

const statusOf = (table: Table) => handovers(table.view(), '2026-01-10')[0]?.state.status;

describe('handover', () => {
  it('HAND-1 is accepted by the successor alone', () => {
    const table = setTable();
    expect(handoversFor(table.view(), 'ben', '2026-01-10').map((line) => line.title)).toEqual([
      'Secretary of the board',
    ]);
    expect(table.act('ada', 'handover.accept', 'h1', {})).toBe('NotTheSuccessor');
    expect(table.act('cleo', 'handover.decline', 'h1', { reason: 'No' })).toBe('NotTheSuccessor');
    expect(table.act('ben', 'handover.accept', 'h1', {})).toBe('ok');
    expect(statusOf(table)).toBe('accepted');
  });

  it('HAND-2 is answered once, and declined with a reason', () => {
    const table = setTable();
    expect(table.act('ben', 'handover.decline', 'h1', {})).toBe('Invalid');
    expect(table.act('ben', 'handover.decline', 'h1', { reason: 'I leave in March' })).toBe('ok');
    expect(table.act('ben', 'handover.accept', 'h1', {})).toBe('AlreadyAnswered');
  });

  it('HAND-3 is done after it was accepted, and stands then', () => {
    const table = setTable();
    expect(table.act('ada', 'handover.finish', 'h1', {})).toBe('NotAccepted');
    table.act('ben', 'handover.accept', 'h1', {});
    expect(handovers(table.view(), '2026-03-02')[0]?.late).toBe(true);
    expect(table.act('ada', 'handover.finish', 'h1', {})).toBe('ok');
    expect(table.act('ada', 'handover.withdraw', 'h1', {})).toBe('AlreadyDone');
    expect(handovers(table.view(), '2026-03-02')[0]?.late).toBe(false);
  });

  it('HAND-4 lists what is not secured first, and what has lapsed', () => {
    const table = setTable();
    table.add('ada', 'essential', 'e1', {
      name: 'Meter readings',
      state: 'secured',
      securedBy: 'utility',
      until: '2026-06',
    });
    table.add('ada', 'essential', 'e2', { name: 'Water fund', state: 'open' });
    expect(essentials(table.view(), '2026-07-01').map((line) => [line.entity.id, line.lapsed])).toEqual([
      ['e2', false],
      ['e1', true],
    ]);
  });
});
