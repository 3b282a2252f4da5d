import { textOf } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { bestDate, countDates, pollsOf, takeDate } from './index.ts';

const ZONE = 'Africa/Dakar';
const day = (number: number) => ({ instant: `2026-02-0${number}T09:00:00Z`, zone: ZONE });

const opened = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.add('ada', 'meeting', 'meeting1', { title: { lang: 'fr', text: 'Rencontre' } });
  const open = { meeting: 'meeting1', options: [day(3), day(1), day(2)] };
  expect(table.act('ada', 'poll.open', 'poll1', open)).toBe('ok');
  return table;
};

const stateOf = (table: Table) => {
  const held = pollsOf(table.view(), 'meeting1')[0];
  if (held === undefined) throw new Error('no poll');
  return held;
};

const answer = (table: Table, who: string, voter: object, ...said: readonly string[]) =>
  table.act(who, 'poll.answer', 'poll1', {
    ...voter,
    said: said.flatMap((value, index) => (value === '' ? [] : [{ option: index + 1, answer: value }])),
    channel: who === 'system' ? 'link' : 'paper',
  });

describe('date polls', () => {
  it('POL-1 opens with two dates at least, in their order, each once', () => {
    const table = opened();
    expect(stateOf(table).state.options.map((option) => option.instant.slice(8, 10))).toEqual([
      '01',
      '02',
      '03',
    ]);
    const twice = { meeting: 'meeting1', options: [day(1), day(1)] };
    expect(table.act('ada', 'poll.open', 'poll2', twice)).toBe('DatesMissing');
  });

  it('POL-2 takes an answer per date and refuses a date that is not on offer', () => {
    const table = opened();
    expect(answer(table, 'ada', { person: 'guest' }, 'yes', '', 'no')).toBe('ok');
    expect(countDates(stateOf(table).state).map(({ yes, no, silent }) => [yes, no, silent])).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
    ]);
    expect(answer(table, 'ada', { person: 'guest' }, 'yes', 'yes', 'yes', 'yes')).toBe('DateUnknown');
    expect(answer(table, 'ada', {}, 'yes')).toBe('NobodyAsked');
  });

  it('POL-3 replaces what somebody said before, and offers a date that was added later', () => {
    const table = opened();
    answer(table, 'ada', { person: 'guest' }, 'yes', 'yes', 'yes');
    answer(table, 'ada', { person: 'guest' }, 'no', 'yes');
    expect(stateOf(table).state.votes).toHaveLength(1);
    expect(table.act('ada', 'poll.addDate', 'poll1', day(4))).toBe('ok');
    expect(countDates(stateOf(table).state).map(({ yes, silent }) => [yes, silent])).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 1],
    ]);
  });

  it('POL-4 confirms what people say themselves; the rest waits for them and for nobody else', () => {
    const table = opened();
    answer(table, 'ada', { organisation: 'utility' }, 'yes');
    expect(stateOf(table).state.votes[0]?.confirmed).toBe(false);
    expect(table.act('ada', 'poll.confirm', 'poll1', { voter: 'utility' })).toBe('NotYours');
    expect(table.act('ben', 'poll.confirm', 'poll1', { voter: 'utility' })).toBe('ok');
    expect(stateOf(table).state.votes[0]?.confirmed).toBe(true);
    answer(table, 'system', { person: 'guest' }, 'yes');
    expect(stateOf(table).state.votes[1]?.confirmed).toBe(true);
  });

  it('POL-5 puts the date first on which the fewest cannot', () => {
    const table = opened();
    expect(bestDate(stateOf(table).state)).toBeUndefined();
    answer(table, 'ada', { person: 'one' }, 'yes', 'ifNeeded', 'no');
    answer(table, 'ada', { person: 'two' }, 'no', 'ifNeeded', 'yes');
    expect(bestDate(stateOf(table).state)?.number).toBe(2);
    answer(table, 'ada', { person: 'two' }, 'yes', 'yes', 'yes');
    expect(bestDate(stateOf(table).state)?.number).toBe(1);
  });

  it('POL-6 gives the meeting its date and takes no answer afterwards', () => {
    const table = opened();
    let count = 0;
    const ticket = () => {
      count += 1;
      return { id: `take${count}`, space: 'space0000000000000000', saidAt: table.now };
    };
    const [choose, change] = takeDate(table.view(), stateOf(table), 2, ticket);
    expect(choose).toMatchObject({ type: 'poll.choose', payload: { option: 2 } });
    expect(change).toMatchObject({ type: 'meeting.change', payload: { slots: { moment: day(2) } } });
    expect(table.act('ada', 'poll.choose', 'poll1', { option: 2 })).toBe('ok');
    expect(stateOf(table).state).toMatchObject({ state: 'chosen', chosen: 2 });
    expect(answer(table, 'system', { person: 'guest' }, 'yes')).toBe('Closed');
  });

  it('POL-7 takes back what was typed in for somebody, and brings back what stood before', () => {
    const table = opened();
    const takeBack = (who: string) => table.act(who, 'poll.takeBack', 'poll1', { voter: 'guest' });
    expect(takeBack('ada')).toBe('NotAnswered');
    answer(table, 'ada', { person: 'guest' }, 'yes');
    answer(table, 'ada', { person: 'guest' }, 'no');
    expect(takeBack('ben')).toBe('NotYourEntry');
    expect(takeBack('ada')).toBe('ok');
    expect(stateOf(table).state.votes[0]?.said).toEqual({ '1': 'yes' });
    expect(takeBack('ada')).toBe('ok');
    expect(stateOf(table).state.votes).toEqual([]);
    answer(table, 'system', { person: 'guest' }, 'yes');
    expect(takeBack('ada')).toBe('NotYourEntry');
  });

  it('POL-8 counts a sheet that names nobody once, by its code, with the name that stands on it', () => {
    const table = opened();
    const sheet = { sheet: 'AC7K-3RT', name: 'Tante Fatou' };
    expect(answer(table, 'ada', sheet, 'yes')).toBe('ok');
    expect(answer(table, 'ada', sheet, 'no', 'yes')).toBe('ok');
    const [vote, ...more] = stateOf(table).state.votes;
    expect(more).toEqual([]);
    expect(vote).toMatchObject({ person: null, organisation: null, sheet: 'AC7K-3RT', confirmed: false });
    expect(textOf(vote?.name)).toBe('Tante Fatou');
    expect(table.act('ada', 'poll.confirm', 'poll1', { voter: 'AC7K-3RT' })).toBe('NotYours');
  });
});
