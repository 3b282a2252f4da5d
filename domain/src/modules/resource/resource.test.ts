import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { budgetTotals, contributionLines, contributionTotals, largestSources, unvalued } from './index.ts';

const euro = (minor: number) => ({ minor, currency: 'EUR' });

const setTable = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  const add = (id: string, slots: { [slot: string]: string | { minor: number; currency: string } }) =>
    table.add('ada', 'contribution', id, { description: { lang: 'en', text: id }, ...slots });
  add('grant', {
    organisation: 'fund',
    kind: 'money',
    amount: euro(2_000_00),
    state: 'announced',
    until: '2026-03',
  });
  add('work', { organisation: 'village', kind: 'time', valued: euro(1_000_00), state: 'acknowledged' });
  add('tools', {
    organisation: 'brewery',
    kind: 'inKind',
    valued: { minor: 50_000, currency: 'XOF' },
    state: 'delivered',
  });
  add('room', { organisation: 'council', kind: 'inKind', state: 'delivered' });
  return table;
};

describe('resources', () => {
  it('MEAN-1 adds up per currency and names what nobody valued', () => {
    const lines = contributionLines(setTable().view(), '2026-01-01');
    expect(contributionTotals(lines).map((total) => [total.currency, total.announced])).toEqual([
      ['EUR', 300_000],
      ['XOF', 50_000],
    ]);
    expect(unvalued(lines).map((line) => line.entity.id)).toEqual(['room']);
  });

  it('MEAN-2 tells announced, delivered and acknowledged apart', () => {
    const [total] = contributionTotals(contributionLines(setTable().view(), '2026-01-01'));
    expect(total).toEqual({
      currency: 'EUR',
      announced: 300_000,
      delivered: 100_000,
      acknowledged: 100_000,
      open: 200_000,
    });
  });

  it('MEAN-3 gives the share of the largest source as a fraction', () => {
    const [largest] = largestSources(contributionLines(setTable().view(), '2026-01-01'));
    expect(largest).toMatchObject({
      organisation: 'fund',
      share: { num: '2', den: '3' },
      moreThanHalf: true,
    });
  });

  it('MEAN-4 calls late what is only announced after its last day', () => {
    const late = (today: string) =>
      contributionLines(setTable().view(), today)
        .filter((line) => line.late)
        .map((line) => line.entity.id);
    expect(late('2026-03-31')).toEqual([]);
    expect(late('2026-04-01')).toEqual(['grant']);
  });

  it('MEAN-5 finds the gap on the lines without a payer', () => {
    const table = setTable();
    table.add('ada', 'budgetLine', 'pipes', {
      title: 'Pipes',
      planned: euro(900),
      funder: 'fund',
      spent: euro(100),
    });
    table.add('ada', 'budgetLine', 'pumps', { title: 'Pumps', planned: euro(300) });
    expect(budgetTotals(table.view())).toEqual([
      { currency: 'EUR', planned: 1200, funded: 900, gap: 300, spent: 100 },
    ]);
  });
});
