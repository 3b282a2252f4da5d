import { textOf } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import {
  currentFitCheck,
  type FitCheck,
  type FitMode,
  honestModes,
  spreadFor,
  spreadSentence,
  stillToAnswer,
  toldVerdict,
} from './index.ts';

const opened = (mode?: FitMode): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat', 'core']);
  table.join('ben', ['core'], 'utility');
  table.join('cleo', ['focal'], 'brewery');
  expect(table.act('ada', 'fitCheck.open', 'fit1', mode === undefined ? {} : { mode }, 'core')).toBe('ok');
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

  it('FIT-5 takes what is said aloud for each person where names were agreed, and shows them', () => {
    const table = opened('named');
    const note = { person: 'ben', answers: { alone: 'no' }, reasons: { alone: 'La régie suffit' } };
    expect(table.act('ada', 'fitCheck.note', 'fit1', note, 'core')).toBe('ok');
    answer(table, 'ada', 'yes');
    expect(state(table).sheets['ben']?.notedBy).toBe('ada');
    expect(spreadFor(state(table), 'ada')?.[0]).toMatchObject({
      names: { yes: ['ada'], partly: [], no: ['ben'] },
      reasons: ['La régie suffit'],
    });
    expect(table.act('ada', 'fitCheck.count', 'fit1', { counts: {} }, 'core')).toBe('OtherMode');
    expect(opened().act('ada', 'fitCheck.note', 'fit1', note, 'core')).toBe('OtherMode');
  });

  it('FIT-6 holds numbers alone where no names are to be, and no anonymous count of few', () => {
    const table = opened('told');
    expect(answer(table, 'ada', 'yes')).toBe('OtherMode');
    const counts = { alone: { yes: 4, partly: 1, no: 1 } };
    expect(table.act('ada', 'fitCheck.count', 'fit1', { counts, reason: 'Deux doutent' }, 'core')).toBe('ok');
    expect(state(table).sheets).toEqual({});
    expect(spreadFor(state(table), 'ben')).toEqual([
      { question: 'alone', yes: 4, partly: 1, no: 1, reasons: [] },
    ]);
    const anonymous = opened('anonymous');
    expect(anonymous.act('ada', 'fitCheck.count', 'fit1', { counts }, 'core')).toBe('TooFew');
    const many = { alone: { yes: 9, partly: 4, no: 2 } };
    expect(anonymous.act('ada', 'fitCheck.count', 'fit1', { counts: many }, 'core')).toBe('ok');
    expect([honestModes(14), honestModes(15)]).toEqual([
      ['named', 'told'],
      ['named', 'told', 'anonymous'],
    ]);
  });

  it('FIT-7 tells the spread in a sentence', () => {
    const say = (yes: number, partly: number, no: number, lang: 'fr' | 'en' = 'fr'): string =>
      spreadSentence({ question: 'alone', yes, partly, no, reasons: [] }, lang).text;
    expect(say(6, 0, 0)).toBe('6 oui : tous du même avis.');
    expect(say(4, 1, 1)).toBe('4 oui, 1 en partie et 1 non : la plupart sont du même avis.');
    expect(say(3, 1, 2, 'en')).toBe('3 yes, 1 partly and 2 no: opinions are divided.');
    expect(say(0, 0, 0)).toBe('Personne n’a répondu à cette question.');
  });

  it('FIT-8 lets partners read what was written for them, and nothing else', () => {
    const table = opened('named');
    table.act('ada', 'fitCheck.conclude', 'fit1', { verdict: 'start', reason: 'Motif du noyau' }, 'core');
    expect(currentFitCheck(table.viewOf('cleo'))).toBeUndefined();
    expect(toldVerdict(table.viewOf('cleo'))).toBeUndefined();
    table.add('ada', 'fitVerdict', 'told2222', { verdict: 'start' });
    expect(toldVerdict(table.viewOf('cleo'))?.slots['verdict']?.value).toBe('start');
    expect(JSON.stringify(toldVerdict(table.viewOf('cleo')))).not.toContain('Motif');
  });
});
