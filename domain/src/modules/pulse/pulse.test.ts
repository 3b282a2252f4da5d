import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { publishable, pulseId, pulseOf } from './index.ts';

const PULSE = pulseId('meeting1');

const opened = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.add('ada', 'meeting', 'meeting1', { title: { lang: 'fr', text: 'Rencontre' } });
  expect(table.act('ada', 'pulse.open', PULSE, { meeting: 'meeting1', until: '2026-01-20' })).toBe('ok');
  return table;
};

describe('two questions after a meeting', () => {
  it('PLS-1 records once that somebody took part, by the server alone', () => {
    const table = opened();
    expect(table.act('ben', 'pulse.takePart', PULSE, { person: 'ben' })).toBe('NotAllowed');
    expect(table.act('system', 'pulse.takePart', PULSE, { person: 'ben' })).toBe('ok');
    expect(table.act('system', 'pulse.takePart', PULSE, { person: 'ben' })).toBe('AlreadyAnswered');
    expect(pulseOf(table.view(), 'meeting1')?.took).toEqual(['ben']);
  });

  it('PLS-2 publishes once, by the server alone, and takes no answer afterwards', () => {
    const table = opened();
    const result = { useful: publishable([0, 1, 3, 2]), heard: publishable([0, 0, 0, 6]) };
    expect(table.act('ada', 'pulse.publish', PULSE, result)).toBe('NotAllowed');
    expect(table.act('ada', 'pulse.end', PULSE, {})).toBe('ok');
    expect(pulseOf(table.view(), 'meeting1')).toMatchObject({ state: 'closing', result: null });
    expect(table.act('system', 'pulse.takePart', PULSE, { person: 'ben' })).toBe('Closed');
    expect(table.act('system', 'pulse.publish', PULSE, result)).toBe('ok');
    expect(table.act('system', 'pulse.publish', PULSE, result)).toBe('Closed');
    expect(pulseOf(table.view(), 'meeting1')?.result).toEqual(result);
  });

  it('PLS-3 says nothing below five answers, and no counts where all but one agree', () => {
    expect(publishable([1, 1, 1, 1])).toEqual({ state: 'hidden' });
    expect(publishable([0, 0, 1, 4])).toEqual({ state: 'nearlyAll', answer: 'yes' });
    expect(publishable([0, 1, 2, 2])).toEqual({ state: 'exact', counts: [0, 1, 2, 2] });
  });

  it('PLS-4 ends after the day that was named', () => {
    const table = opened();
    expect(table.act('system', 'pulse.end', PULSE, {})).toBe('ok');
    expect(pulseOf(table.view(), 'meeting1')?.state).toBe('closing');
  });
});
