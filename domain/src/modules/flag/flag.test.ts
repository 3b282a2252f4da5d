import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { allFlags, type Flag, flagsFor } from './index.ts';

const TODAY = '2026-07-15';
const say = (text: string) => ({ lang: 'en', text });
const taps = (value: string) => ({ value, unit: 'taps' });

const setTable = (): Table => {
  const table = new Table(partnership);
  table.now = `${TODAY}T09:00:00.000Z`;
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.join('cleo', ['leader'], 'brewery');
  table.add('ada', 'actor', 'utility', { name: 'Water utility', sector: 'state' });
  return table;
};

const withIndicator = (table: Table): Table => {
  table.add('ada', 'result', 'r1', { statement: say('Children are healthy'), level: 'impact' });
  table.add('ada', 'result', 'r2', { statement: say('Safe taps'), level: 'outcome', 'leadsTo#r1': true });
  table.add('ada', 'indicator', 'cases', {
    name: say('Cases of diarrhoea'),
    result: 'r1',
    direction: 'down',
    baseline: taps('100'),
    baselineDate: '2024-12-31',
    target: taps('20'),
    targetDate: '2026-12-31',
  });
  return table;
};

const approve = (table: Table, id: string, period: string, value: string): void => {
  const figure = { indicator: 'cases', organisation: 'utility', period, ...taps(value), channel: 'app' };
  table.act('ben', 'figure.record', id, figure);
  table.act('ada', 'figure.approve', id, {});
};

const kinds = (table: Table, today = TODAY) => allFlags(table.view(), today, 'en').map((seen) => seen.id);
const find = (table: Table, id: string): Flag => {
  const found = allFlags(table.view(), TODAY, 'en').find((seen) => seen.id === id);
  if (found === undefined) throw new Error(`${id} is not flagged`);
  return found;
};

const owing = (table: Table, due = '2026-07-10'): Table => {
  table.add('ada', 'commitment', 'c1', { what: say('Send the map'), owner: 'utility', due });
  return table;
};

describe('flags', () => {
  it('FLAG-1 explains itself in both languages and offers to talk first, never to end', () => {
    const table = withIndicator(setTable());
    approve(table, 'f1', '2026-Q2', '90');
    const seen = find(table, 'indicator-off-path-cases');
    expect(seen.offers).toEqual(['talk', 'adjust', 'adapt', 'return', 'mute']);
    expect(seen.evidence).toMatchObject({ actual: { value: '90', unit: 'taps' }, direction: 'down' });
    const [fr] = allFlags(table.view(), TODAY, 'fr');
    expect(fr?.sentence.key).toBe(seen.sentence.key);
    for (const sentence of [seen.sentence, fr?.sentence]) expect(sentence?.text).toMatch(/90/);
    expect(allFlags(owing(setTable()).view(), TODAY, 'fr')[0]?.sentence.text).toContain('Send the map');
  });

  it('FLAG-2 flags an approved value off its path, not one that waits', () => {
    const table = withIndicator(setTable());
    approve(table, 'f1', '2025-Q2', '75');
    expect(kinds(table)).toEqual([]);
    const waiting = {
      indicator: 'cases',
      organisation: 'utility',
      period: '2026-Q2',
      ...taps('90'),
      channel: 'app',
    };
    table.act('ben', 'figure.record', 'f2', waiting);
    expect(kinds(table)).toEqual([]);
    table.act('ada', 'figure.approve', 'f2', {});
    expect(kinds(table)).toEqual(['indicator-off-path-cases']);
  });

  it('FLAG-3 flags an assumption that is due or does not hold', () => {
    const table = setTable();
    const add = (id: string, slots: { [slot: string]: string | number }) =>
      table.add('ada', 'assumption', id, { statement: say(id), result: 'r2', owner: 'utility', ...slots });
    add('fresh', { checked: '2026-05', recheck: 3, holds: 'yes' });
    add('due', { checked: '2026-04-01', recheck: 3, holds: 'yes' });
    add('yearly', { checked: '2025-07-14', holds: 'unsure' });
    add('broken', { checked: '2026-07-01', holds: 'no' });
    expect(kinds(table).sort()).toEqual([
      'assumption-broken-broken',
      'assumption-overdue-due',
      'assumption-overdue-yearly',
    ]);
  });

  it('FLAG-4 flags work that is done while what it serves does not move', () => {
    const table = withIndicator(setTable());
    table.add('ada', 'activity', 'dig', {
      title: say('Three standpipes'),
      result: 'r2',
      progress: 'done',
      end: '2025-06',
    });
    approve(table, 'f1', '2025-Q2', '75');
    expect(kinds(table)).toEqual([]);
    approve(table, 'f2', '2025-Q4', '76');
    const seen = find(table, 'activity-without-effect-cases');
    expect(seen.evidence).toMatchObject({ activities: ['dig'], before: taps('75'), after: taps('76') });
    expect(seen.sentence.text).toContain('Three standpipes');
    approve(table, 'f3', '2026-Q1', '40');
    expect(kinds(table)).toEqual([]);
  });

  it('FLAG-5 flags seats, commitments, contributions, figures and money', () => {
    const table = owing(setTable());
    table.add('ada', 'body', 'board', { name: 'Board' });
    table.add('ada', 'seat', 's1', { body: 'board', organisation: 'utility', sector: 'state', voting: true });
    table.add('ada', 'contribution', 'k1', {
      organisation: 'brewery',
      kind: 'money',
      description: say('Pumps'),
      until: '2026-06',
      state: 'announced',
    });
    table.add('ada', 'budgetLine', 'b1', {
      title: 'Salaries',
      funder: 'fund',
      planned: { minor: 100, currency: 'EUR' },
      until: '2026-09',
    });
    table.add('ada', 'indicator', 'cases', {
      name: say('Cases'),
      direction: 'down',
      baselineDate: '2026-03-31',
      collector: 'utility',
      rhythm: 'month',
    });
    expect(kinds(table)).toEqual([
      'seat-vacant-s1',
      'figure-missing-cases',
      'contribution-late-k1',
      'commitment-overdue-c1',
      'funding-ending-b1',
    ]);
    expect(find(table, 'figure-missing-cases').evidence).toEqual({ periods: ['2026-04', '2026-05'] });
  });

  it('FLAG-6 tells a partner first and alone, the keepers after 14 days, other partners never', () => {
    const table = owing(setTable());
    const heard = (
      person: string,
      organisation: string | undefined,
      roles: readonly ('focal' | 'secretariat')[],
      today: string,
    ) => flagsFor(table.viewOf(person), { organisation, roles }, today, 'en').open.length;
    expect(heard('ben', 'utility', ['focal'], TODAY)).toBe(1);
    expect(heard('ada', undefined, ['secretariat'], TODAY)).toBe(0);
    expect(heard('ada', undefined, ['secretariat'], '2026-07-24')).toBe(1);
    expect(heard('cleo', 'brewery', ['focal'], '2026-12-31')).toBe(0);
    const world = withIndicator(setTable());
    approve(world, 'f1', '2026-Q2', '90');
    expect(
      flagsFor(world.viewOf('cleo'), { organisation: 'brewery', roles: ['leader'] }, TODAY, 'en').open,
    ).toHaveLength(1);
  });

  it('FLAG-7 is muted with a reason until a day, and comes back the day after', () => {
    const table = owing(setTable());
    const mute = { flag: 'commitment-overdue-c1', until: '2026-07-31' };
    expect(table.act('ben', 'flag.mute', 'm1', mute)).toBe('Invalid');
    expect(table.act('ben', 'flag.mute', 'm1', { ...mute, until: '2026-07-01', reason: 'x' })).toBe(
      'UntilPassed',
    );
    expect(table.act('ben', 'flag.mute', 'm1', { ...mute, reason: 'The map maker is ill' })).toBe('ok');
    const list = (today: string) =>
      flagsFor(table.view(), { organisation: 'utility', roles: ['focal'] }, today, 'en');
    expect([list('2026-07-31').open.length, list('2026-07-31').muted.length]).toEqual([0, 1]);
    expect([list('2026-08-01').open.length, list('2026-08-01').muted.length]).toEqual([1, 0]);
  });

  it('FLAG-8 goes to the agenda and takes the answer of the organisation', () => {
    const table = owing(setTable());
    const flag = 'commitment-overdue-c1';
    expect(table.act('ada', 'flag.talk', 't1', { flag, meeting: 'meet1' })).toBe('ok');
    const answer = { flag, organisation: 'utility', answer: 'coming', on: '2026-07-20' };
    expect(table.act('cleo', 'flag.answer', 'a1', answer)).toBe('NotYourOrganisation');
    expect(table.act('ben', 'flag.answer', 'a1', answer)).toBe('ok');
    const seen = find(table, flag);
    expect([seen.onAgenda, seen.answer?.answer, seen.answer?.on]).toEqual(['meet1', 'coming', '2026-07-20']);
  });

  it('FLAG-9 may be lifted, and goes by itself when the world is in order', () => {
    const table = owing(setTable());
    const flag = 'commitment-overdue-c1';
    table.act('ada', 'flag.choose', 'x1', { flag, choice: 'adjust', words: 'A later date' });
    table.act('ben', 'flag.mute', 'm1', { flag, until: '2026-07-31', reason: 'Ill' });
    table.act('ben', 'flag.lift', 'm1', {});
    expect(find(table, flag).mutedUntil).toBeUndefined();
    expect(find(table, flag).entries.map((held) => held.state.act)).toEqual(['chosen']);
    table.change('ada', 'commitment', 'c1', { state: 'done' });
    expect(kinds(table)).toEqual([]);
    expect(flagsFor(table.view(), { roles: [] }, TODAY, 'fr').watching.text).toBe(
      'Rien à signaler pour l’instant.',
    );
  });
});
