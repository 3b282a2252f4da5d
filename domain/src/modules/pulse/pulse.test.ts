import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { publishable, pulseId, pulseOf } from './index.ts';

const PULSE = pulseId('meeting1');

const held = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.add('ada', 'meeting', 'meeting1', { title: { lang: 'fr', text: 'Rencontre' }, state: 'held' });
  return table;
};

const count = (table: Table, useful: number[], heard: number[]) =>
  table.act('ada', 'pulse.count', PULSE, { meeting: 'meeting1', useful, heard });

describe('two questions after a meeting', () => {
  it('PLS-1 takes totals and nothing else', () => {
    const table = held();
    expect(count(table, [0, 1, 3, 2], [0, 0, 2, 4])).toBe('ok');
    expect(pulseOf(table.view(), 'meeting1')).toMatchObject({
      useful: { state: 'exact', counts: [0, 1, 3, 2] },
      heard: { state: 'exact', counts: [0, 0, 2, 4] },
      by: 'ada',
    });
    expect(count(held(), [1, 2, 3], [0, 0, 0, 6])).toBe('Invalid');
  });

  it('PLS-2 counts once', () => {
    const table = held();
    expect(count(table, [0, 1, 3, 2], [0, 0, 2, 4])).toBe('ok');
    expect(count(table, [0, 1, 3, 3], [0, 0, 2, 5])).toBe('IdTaken');
  });

  it('PLS-3 keeps nothing below five answers, and no counts where all but one agree', () => {
    const table = held();
    expect(count(table, [1, 1, 1, 1], [0, 0, 1, 4])).toBe('ok');
    const kept = pulseOf(table.view(), 'meeting1');
    expect(kept?.useful).toEqual({ state: 'hidden' });
    expect(kept?.heard).toEqual({ state: 'nearlyAll', answer: 'yes' });
    expect(JSON.stringify([...table.state.entities.values()])).not.toContain('[1,1,1,1]');
    expect(publishable([0, 1, 2, 2])).toEqual({ state: 'exact', counts: [0, 1, 2, 2] });
  });

  const closes = { instant: '2999-01-01T00:00:00.000Z', zone: 'Africa/Dakar' };

  it('PLS-4 asks by link until a moment that is still to come, and shows no figure before the close', () => {
    const table = held();
    const past = { instant: '2000-01-01T00:00:00.000Z', zone: 'Africa/Dakar' };
    expect(table.act('ada', 'pulse.open', PULSE, { meeting: 'meeting1', closes: past })).toBe('PulseOver');
    expect(table.act('ada', 'pulse.open', PULSE, { meeting: 'meeting1', closes })).toBe('ok');
    expect(pulseOf(table.view(), 'meeting1')).toMatchObject({ state: 'open', useful: null, heard: null });
    expect(table.act('ada', 'pulse.close', PULSE, {})).toBe('ok');
    expect(table.act('ada', 'pulse.close', PULSE, {})).toBe('PulseNotOpen');
  });

  it('PLS-5 takes the count of links from the server alone, once, after the close', () => {
    const table = held();
    const totals = { useful: [0, 1, 3, 2], heard: [0, 0, 1, 1] };
    expect(table.act('ada', 'pulse.open', PULSE, { meeting: 'meeting1', closes })).toBe('ok');
    expect(count(table, [0, 1, 3, 2], [0, 0, 2, 4])).toBe('IdTaken');
    expect(table.act('system', 'pulse.conclude', PULSE, totals)).toBe('PulseOpen');
    expect(table.act('ada', 'pulse.close', PULSE, {})).toBe('ok');
    expect(table.act('ada', 'pulse.conclude', PULSE, totals)).toBe('NotAllowed');
    expect(table.act('system', 'pulse.conclude', PULSE, totals)).toBe('ok');
    expect(table.act('system', 'pulse.conclude', PULSE, totals)).toBe('PulseOver');
    expect(pulseOf(table.view(), 'meeting1')).toMatchObject({
      state: 'counted',
      useful: { state: 'exact', counts: [0, 1, 3, 2] },
      heard: { state: 'hidden' },
    });
  });
});
