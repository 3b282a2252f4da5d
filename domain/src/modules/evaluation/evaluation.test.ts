import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { comparison, findingsByQuestion, widestGaps } from './index.ts';

const say = (text: string) => ({ lang: 'en', text });

const setTable = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.add('ada', 'option', 'grow', { name: 'Widen to the hills', kind: 'widen' });
  table.add('ada', 'option', 'stop', { name: 'Stop', kind: 'end' });
  table.add('ada', 'criterion', 'cost', { name: 'Cost', order: 2 });
  table.add('ada', 'criterion', 'effect', { name: 'Effect', order: 1 });
  const score = (id: string, option: string, criterion: string, value: number) =>
    table.add('ada', 'score', id, { option, criterion, value });
  score('s1', 'grow', 'effect', 4);
  score('s2', 'grow', 'effect', 5);
  score('s3', 'grow', 'cost', 1);
  score('s4', 'grow', 'cost', 5);
  return table;
};

describe('evaluation', () => {
  it('EVAL-1 compares by medians and leaves empty what nobody scored', () => {
    const { rows } = comparison(setTable().view());
    expect(rows.map((row) => [row.criterion.id, row.cells.map((cell) => cell.median)])).toEqual([
      ['effect', ['9/2', undefined]],
      ['cost', ['3', undefined]],
    ]);
  });

  it('EVAL-2 says whether there is a choice, and whether ending is in it', () => {
    const table = setTable();
    expect(comparison(table.view())).toMatchObject({ enough: true, withEnd: true });
    table.remove('ada', 'option', 'stop');
    expect(comparison(table.view())).toMatchObject({ enough: false, withEnd: false });
  });

  it('EVAL-3 puts the widest gap first', () => {
    expect(widestGaps(comparison(setTable().view())).map((gap) => [gap.criterion, gap.gap])).toEqual([
      ['cost', 4],
      ['effect', 1],
    ]);
  });

  it('EVAL-4 lists findings under their question', () => {
    const table = setTable();
    const question = say('Who is still without water?');
    table.add('ada', 'finding', 'f1', { question, text: say('The hills'), 'indicators#taps': true });
    table.add('ada', 'finding', 'f2', { question, text: say('Newcomers'), response: say('We map them') });
    expect(findingsByQuestion(table.view(), 'en')).toMatchObject([
      { question: 'Who is still without water?', indicators: ['taps'], answered: 1 },
    ]);
  });
});
