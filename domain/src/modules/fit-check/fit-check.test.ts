import { textOf } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { currentFitCheck, type FitCheck, spreadFor, stillToAnswer } from './index.ts';

const opened = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat', 'core']);
  table.join('ben', ['core'], 'utility');
  table.join('cleo', ['focal'], 'brewery');
  expect(table.act('ada', 'fitCheck.open', 'fit1', {}, 'core')).toBe('ok');
  return table;
};

const state = (table: Table): FitCheck => {
  const found = currentFitCheck(table.viewOf('ada'));
  if (found === undefined) throw new Error('no fit check');
  return found.state;
};

const answer = (table: Table, person: string, alone: string, reason?: string) =>
  table.act(
    person,
    'fitCheck.answer',
    'fit1',
    { answers: { alone, trust: 'partly' }, ...(reason ? { reasons: { alone: reason } } : {}) },
    'core',
  );

describe('fit check', () => {
  it('FIT-1 takes one sheet per person and replaces it when they answer again', () => {
    const table = opened();
    expect(answer(table, 'ada', 'no')).toBe('ok');
    expect(answer(table, 'ada', 'yes')).toBe('ok');
    expect(state(table).sheets['ada']?.answers).toEqual({ alone: 'yes', trust: 'partly' });
    expect(answer(table, 'ada', 'perhaps')).toBe('Invalid');
    expect(answer(table, 'cleo', 'yes')).toBe('NotFound');
    expect(stillToAnswer(state(table), ['ada', 'ben'])).toEqual(['ben']);
  });

  it('FIT-2 shows the spread to those who have answered, without names', () => {
    const table = opened();
    answer(table, 'ada', 'yes', 'Trop grand pour la régie');
    expect(spreadFor(state(table), 'ben')).toBeUndefined();
    answer(table, 'ben', 'no');
    expect(spreadFor(state(table), 'ben')?.[0]).toEqual({
      question: 'alone',
      yes: 1,
      partly: 0,
      no: 1,
      reasons: ['Trop grand pour la régie'],
    });
  });

  it('FIT-3 closes the answers with a verdict and its reason', () => {
    const table = opened();
    answer(table, 'ada', 'yes');
    expect(table.act('ben', 'fitCheck.conclude', 'fit1', { verdict: 'join' }, 'core')).toBe('Invalid');
    expect(
      table.act(
        'ben',
        'fitCheck.conclude',
        'fit1',
        { verdict: 'join', reason: 'Le programme existe', initiative: 'other22' },
        'core',
      ),
    ).toBe('ok');
    expect(state(table).verdict).toMatchObject({ verdict: 'join', initiative: 'other22', by: 'ben' });
    expect(textOf(state(table).verdict?.reason)).toBe('Le programme existe');
    expect(answer(table, 'ada', 'no')).toBe('Concluded');
    expect(spreadFor(state(table), 'nobody')).toBeDefined();
  });

  it('FIT-4 keeps earlier verdicts when the question is asked again', () => {
    const table = opened();
    expect(table.act('ada', 'fitCheck.reopen', 'fit1', {}, 'core')).toBe('NotConcluded');
    table.act('ada', 'fitCheck.conclude', 'fit1', { verdict: 'notNow', reason: 'Pas cette année' }, 'core');
    expect(table.act('ada', 'fitCheck.reopen', 'fit1', {}, 'core')).toBe('ok');
    expect(state(table)).toMatchObject({ verdict: null, earlier: [{ verdict: 'notNow' }] });
    expect(answer(table, 'ada', 'yes')).toBe('ok');
  });
});
