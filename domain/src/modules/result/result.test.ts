import { Table } from '@tablee/domain/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { recordIn } from '../reading/index.ts';
import { chain, checkPath, expectedAt, logframe, pathOf, upwards } from './index.ts';

const say = (text: string) => ({ lang: 'en', text });
const percent = (value: string) => ({ value, unit: '%' });

const setTable = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.add('ada', 'result', 'clean', { statement: say('Children are healthy'), level: 'impact' });
  table.add('ada', 'result', 'taps', {
    statement: say('Families use safe taps'),
    level: 'outcome',
    'leadsTo#clean': true,
    'leadsTo#gone': true,
  });
  table.add('ada', 'indicator', 'share', {
    name: say('Households with safe water'),
    result: 'taps',
    direction: 'up',
    baseline: percent('20'),
    baselineDate: '2020-12-31',
    target: percent('80'),
    targetDate: '2022-12-31',
  });
  return table;
};

const indicatorOf = (table: Table) => {
  const entity = recordIn(table.view(), 'indicator', 'share');
  if (entity === undefined) throw new Error('the indicator was refused');
  return entity;
};

describe('results', () => {
  it('RES-1 shows four levels, impact first, and leaves out links to what is not there', () => {
    const view = setTable().view();
    expect(chain(view).map((level) => level.level)).toEqual(['impact', 'outcome', 'output', 'activity']);
    expect(logframe(view).map((step) => [step.entity.id, step.leadsTo, step.from])).toEqual([
      ['clean', [], ['taps']],
      ['taps', ['clean'], []],
    ]);
    expect(upwards(view, 'taps')).toEqual(['clean']);
  });

  it('RES-2 draws the path through baseline, interim values and target', () => {
    const table = setTable();
    table.add('ada', 'milestone', 'half', { indicator: 'share', date: '2021-12', value: percent('30') });
    const days = pathOf(table.view(), indicatorOf(table)).map((point) => [point.kind, point.day]);
    expect(days).toEqual([
      ['baseline', '2020-12-31'],
      ['milestone', '2021-12-31'],
      ['target', '2022-12-31'],
    ]);
  });

  it('RES-3 asks for the exact linear value, none before the path, the last one after it', () => {
    const table = setTable();
    const path = pathOf(table.view(), indicatorOf(table));
    expect(expectedAt(path, '2020-12-30')).toBeUndefined();
    expect(expectedAt(path, '2021-12-31')?.exact).toBe('50');
    expect(expectedAt(path, '2021-01-01')?.exact).toBe('1466/73');
    expect(expectedAt(path, '2030-01-01')?.value).toEqual(percent('80'));
    expect(expectedAt(path.slice(0, 1), '2021-01-01')).toBeUndefined();
  });

  it('RES-3 never leaves the span of its two points, on any day between them', () => {
    const table = setTable();
    const path = pathOf(table.view(), indicatorOf(table));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, day) => {
        const iso = `2021-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const value = Number(expectedAt(path, iso)?.value.value);
        return value >= 20 && value <= 80;
      }),
      { numRuns: 200 },
    );
  });

  it('RES-4 calls a value off only when it is worse by more than a tenth of the way', () => {
    const table = setTable();
    const check = (value: string) =>
      checkPath(table.view(), indicatorOf(table), percent(value), '2021-12-31')?.off;
    expect(check('44')).toBe(false);
    expect(check('43.99')).toBe(true);
    expect(check('95')).toBe(false);
    table.change('ada', 'indicator', 'share', { direction: 'down' });
    expect(check('56')).toBe(false);
    expect(check('56.01')).toBe(true);
  });

  it('RES-5 does not compare another unit', () => {
    const table = setTable();
    const other = { value: '10', unit: 'households' };
    expect(checkPath(table.view(), indicatorOf(table), other, '2021-12-31')).toBeUndefined();
    table.add('ada', 'milestone', 'odd', { indicator: 'share', date: '2021', value: other });
    expect(pathOf(table.view(), indicatorOf(table))).toHaveLength(2);
  });
});
