import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import {
  coverage,
  figureGrid,
  figuresAsked,
  figuresToApprove,
  figuresToConfirm,
  gridByOrganisation,
  latestApproved,
} from './index.ts';

const setTable = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.join('cleo', ['focal'], 'brewery');
  table.add('ada', 'indicator', 'taps', {
    name: { lang: 'en', text: 'Standpipes that work' },
    direction: 'up',
    baseline: { value: '0', unit: 'taps' },
    baselineDate: '2025-06-30',
    target: { value: '40', unit: 'taps' },
    targetDate: '2026-12-31',
    collector: 'utility',
    rhythm: 'quarter',
  });
  return table;
};

const given = (value: string, period = '2025-Q3') => ({
  indicator: 'taps',
  organisation: 'utility',
  period,
  value,
  unit: 'taps',
  source: 'Register of the utility',
  channel: 'app',
});

describe('figures', () => {
  it('FIG-1 lets the organisation or a keeper record a figure, and nobody else', () => {
    const table = setTable();
    expect(table.act('cleo', 'figure.record', 'f1', given('12'))).toBe('NotYourOrganisation');
    expect(table.act('ben', 'figure.record', 'f1', given('12'))).toBe('ok');
    expect(table.act('ada', 'figure.record', 'f2', given('14', '2025-Q4'))).toBe('ok');
    expect(figuresToConfirm(table.view(), 'utility').map((held) => held.id)).toEqual(['f2']);
  });

  it('FIG-2 keeps one figure per box and names it to whoever comes second', () => {
    const table = setTable();
    table.act('ben', 'figure.record', 'f1', given('12'));
    expect(table.act('ada', 'figure.record', 'f2', given('13'))).toBe('AlreadyGiven');
    expect(table.detail).toEqual({ figure: 'f1' });
    expect(table.act('ada', 'figure.record', 'f3', { ...given('3'), place: 'Upper town' })).toBe('ok');
  });

  it('FIG-3 refuses a figure for an indicator that is not there', () => {
    const table = setTable();
    expect(table.act('ben', 'figure.record', 'f1', { ...given('12'), indicator: 'other' })).toBe(
      'UnknownIndicator',
    );
  });

  it('FIG-4 approves, or returns with a reason, and keeps every revision', () => {
    const table = setTable();
    table.act('ben', 'figure.record', 'f1', given('120'));
    expect(table.act('ben', 'figure.approve', 'f1', {})).toBe('NotAllowed');
    expect(table.act('ada', 'figure.return', 'f1', {})).toBe('Invalid');
    expect(table.act('ada', 'figure.return', 'f1', { reason: 'Ten times the last one?' })).toBe('ok');
    expect(figureGrid(table.view(), { today: '2025-11-10' })[0]?.cells[0]?.state).toBe('returned');
    expect(table.act('ben', 'figure.revise', 'f1', { value: '12', unit: 'taps', channel: 'phone' })).toBe(
      'ok',
    );
    expect(
      figuresToApprove(table.view()).map((held) => held.state.revisions.map((one) => one.value)),
    ).toEqual([['120', '12']]);
    expect(table.act('ada', 'figure.approve', 'f1', {})).toBe('ok');
  });

  it('FIG-5 asks why an approved figure changes, and lets it count meanwhile', () => {
    const table = setTable();
    table.act('ben', 'figure.record', 'f1', given('12'));
    table.act('ada', 'figure.approve', 'f1', {});
    const change = { value: '11', unit: 'taps', channel: 'app' };
    expect(table.act('ben', 'figure.revise', 'f1', change)).toBe('ReasonMissing');
    expect(table.act('ada', 'figure.return', 'f1', { reason: 'No' })).toBe('AlreadyApproved');
    expect(table.act('ben', 'figure.revise', 'f1', { ...change, reason: 'One was counted twice' })).toBe(
      'ok',
    );
    expect(latestApproved(table.view(), 'taps')?.value.value).toBe('12');
    table.act('ada', 'figure.approve', 'f1', {});
    expect(latestApproved(table.view(), 'taps')?.value.value).toBe('11');
  });

  it('FIG-6 tells expected from missing, and neither from zero', () => {
    const table = setTable();
    table.act('ben', 'figure.record', 'f1', given('0', '2026-Q1'));
    const cells = figureGrid(table.view(), { today: '2026-04-15' })[0]?.cells ?? [];
    expect(cells.map((cell) => [cell.period, cell.state])).toEqual([
      ['2025-Q3', 'missing'],
      ['2025-Q4', 'missing'],
      ['2026-Q1', 'given'],
      ['2026-Q2', 'expected'],
    ]);
    expect(figuresAsked(table.view(), 'utility', '2026-01-20').map((asked) => asked.cell.period)).toEqual([
      '2025-Q3',
      '2025-Q4',
    ]);
  });

  it('FIG-7 counts coverage in whole boxes', () => {
    const table = setTable();
    expect(coverage(figureGrid(table.view(), { today: '2025-07-15' }))).toEqual({ part: 0, of: 0 });
    table.act('ben', 'figure.record', 'f1', given('12'));
    const lines = figureGrid(table.view(), { today: '2026-05-15' });
    expect(coverage(lines)).toEqual({ part: 1, of: 3 });
    expect(gridByOrganisation(lines)[0]?.cells[1]).toEqual({
      period: '2025-Q4',
      counts: { expected: 0, missing: 1, given: 0, approved: 0, returned: 0 },
    });
  });

  it('FIG-8 reads the approved value of the latest period', () => {
    const table = setTable();
    table.act('ben', 'figure.record', 'f1', given('12'));
    table.act('ben', 'figure.record', 'f2', given('20', '2025-Q4'));
    expect(latestApproved(table.view(), 'taps')).toBeUndefined();
    table.act('ada', 'figure.approve', 'f1', {});
    expect(latestApproved(table.view(), 'taps')?.period).toBe('2025-Q3');
    table.act('ada', 'figure.approve', 'f2', {});
    expect(latestApproved(table.view(), 'taps')?.day).toBe('2025-12-31');
  });

  it('FIG-9 lets only the organisation confirm what was entered for it', () => {
    const table = setTable();
    table.act('ada', 'figure.record', 'f1', given('12'));
    expect(table.act('cleo', 'figure.confirm', 'f1', {})).toBe('NotAllowed');
    expect(table.act('ben', 'figure.confirm', 'f1', {})).toBe('ok');
    expect(table.act('ben', 'figure.confirm', 'f1', {})).toBe('NothingToConfirm');
  });
});
