import { isObject } from '@tablee/domain/kernel';
import { MEETING_MOMENT, meetingTable, type Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { problemTree } from '../problem-tree/index.ts';
import {
  attendanceSheet,
  cardCommand,
  caughtLines,
  costsOf,
  invitationState,
  markLine,
  markOf,
  photosOf,
  type RollMark,
  rollOf,
  rowOfSlip,
  slipCode,
} from './index.ts';

const SENT = { instant: '2026-01-10T09:00:00Z', zone: 'UTC' };

/** The same with one guest on the sheet. */
const prepared = (): Table => {
  const table = meetingTable(partnership);
  table.add('ada', 'attendance', 'rowabcd2', { meeting: 'meeting1', personName: 'Mme N.' });
  return table;
};

const tell = (table: Table, id: string, slots: object): void => {
  const said = table.add('ada', 'invitation', id, {
    meeting: 'meeting1',
    way: 'email',
    'told#rowabcd2': true,
    sequence: invitationState(table.view(), 'meeting1').sequence,
    sent: SENT,
    ...slots,
  });
  expect(said).toBe('ok');
};

describe('preparing a meeting', () => {
  it('MTG-3 counts somebody who sends a deputy once, with whoever comes in their place', () => {
    const table = prepared();
    table.add('ada', 'attendance', 'row2', {
      meeting: 'meeting1',
      organisation: 'utility',
      person: 'cleo',
      answer: 'sendsDeputy',
    });
    table.add('ada', 'attendance', 'row3', {
      meeting: 'meeting1',
      organisation: 'utility',
      person: 'ben',
      answer: 'coming',
      deputyFor: 'cleo',
    });
    expect(attendanceSheet(table.view(), 'meeting1').coming).toBe(1);
  });

  it('MTG-11 knows who waits for the news after the hour changed or the meeting was called off', () => {
    const table = prepared();
    expect(invitationState(table.view(), 'meeting1')).toMatchObject({ sequence: 0, outdated: false });
    tell(table, 'sent1', { moment: MEETING_MOMENT });
    const told = invitationState(table.view(), 'meeting1');
    expect([...told.told]).toEqual(['rowabcd2']);
    expect(told.outdated).toBe(false);
    const later = { ...MEETING_MOMENT, instant: '2026-02-11T09:00:00Z' };
    table.change('ada', 'meeting', 'meeting1', { moment: later });
    const changed = invitationState(table.view(), 'meeting1');
    expect(changed).toMatchObject({ sequence: 1, outdated: true });
    expect([...changed.toTell]).toEqual(['rowabcd2']);
    tell(table, 'sent2', { moment: later });
    expect(invitationState(table.view(), 'meeting1')).toMatchObject({ sequence: 1, outdated: false });
    table.change('ada', 'meeting', 'meeting1', { state: 'cancelled' });
    expect(invitationState(table.view(), 'meeting1')).toMatchObject({ sequence: 2, outdated: true });
  });

  it('MTG-12 adds costs up by currency, for those who read the secretariat', () => {
    const table = prepared();
    const add = (id: string, minor: number, currency: string) =>
      table.add(
        'ada',
        'meetingCost',
        id,
        { meeting: 'meeting1', kind: 'transport', amount: { minor, currency } },
        'secretariat',
      );
    expect([add('cost1', 5_000, 'XAF'), add('cost2', 2_500, 'XAF'), add('cost3', 1_050, 'EUR')]).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    expect(costsOf(table.viewOf('ada'), 'meeting1').totals).toEqual([
      { minor: 1_050, currency: 'EUR' },
      { minor: 7_500, currency: 'XAF' },
    ]);
    expect(costsOf(table.viewOf('ben'), 'meeting1').lines).toEqual([]);
  });

  it('MTG-13 finds the row of a reply slip however the code is typed', () => {
    const table = prepared();
    expect(slipCode('rowabcd2')).toBe('ROWA-BCD2');
    expect(rowOfSlip(table.view(), 'meeting1', ' rowa bcd2 ')?.id).toBe('rowabcd2');
    expect(rowOfSlip(table.view(), 'other', 'ROWA-BCD2')).toBeUndefined();
    expect(rowOfSlip(table.view(), 'meeting1', 'ROWA')).toBeUndefined();
  });

  it('MTG-14 keeps photos in the order in which they were added', () => {
    const table = prepared();
    const file = { hash: 'a'.repeat(64), name: 'tableau.jpg', size: 1_000, type: 'image/jpeg' };
    for (const [index, id] of ['photob', 'photoa'].entries())
      table.add('ada', 'meetingPhoto', id, { meeting: 'meeting1', kind: 'flipChart', file, order: index });
    expect(photosOf(table.view(), 'meeting1').map((photo) => photo.id)).toEqual(['photob', 'photoa']);
  });

  it('MTG-15 lets a card go where it was said once: notes, perspectives, stakeholders, the tree, words', () => {
    const table = prepared();
    for (const goes of ['note', 'perspective', 'actor', 'cause', 'effect', 'word'] as const) {
      const ticket = { id: `card${goes}`, space: 'space0000000000000000', saidAt: table.now };
      const asked = { goes, text: ' Le puits ', lang: 'fr', meeting: 'meeting1', item: 'item1', order: 1 };
      const command = cardCommand({ ...asked, circle: 'partners', entity: `new${goes}` }, ticket);
      expect(table.act('ada', command.type, command.entity, command.payload)).toBe('ok');
    }
    expect(caughtLines(table.view(), 'meeting1', 'fr')).toMatchObject([
      { kind: 'note', text: 'Le puits', item: 'item1' },
    ]);
    expect(table.view().get('newperspective')?.type).toBe('perspective');
    expect(table.view().get('newactor')?.type).toBe('actor');
    expect(table.view().get('newword')?.type).toBe('term');
    const tree = problemTree(table.view(), 'fr');
    expect([tree.causes, tree.effects].map((cards) => cards.map((card) => card.text))).toEqual([
      ['Le puits'],
      ['Le puits'],
    ]);
  });

  it('MTG-16 marks each line by one key, in the order of the printed sheet, with one deputy each', () => {
    const table = prepared();
    table.add('ada', 'attendance', 'row2', { meeting: 'meeting1', organisation: 'utility', person: 'cleo' });
    table.add('ada', 'attendance', 'row3', { meeting: 'meeting1', organisation: 'brewery' });
    let count = 0;
    const next = (): string => {
      count += 1;
      return `roll${count}`;
    };
    const ticket = () => ({ id: next(), space: 'space0000000000000000', saidAt: table.now });
    const lines = () => attendanceSheet(table.view(), 'meeting1').lines;
    expect(rollOf(lines()).map((group) => [group.sector, group.lines.map(({ id }) => id)])).toEqual([
      ['state', ['row2']],
      ['private', ['row3']],
      [undefined, ['rowabcd2']],
    ]);
    const press = (id: string, mark: RollMark): void => {
      const line = lines().find((each) => each.id === id);
      for (const { type, entity, payload } of line
        ? markLine(table.view(), line, mark, { ticket, newId: next })
        : []) {
        const slots = isObject(payload['slots']) ? payload['slots'] : {};
        const [noun = '', verb] = type.split('.');
        expect(table[verb === 'add' ? 'add' : 'change']('ada', noun, entity, slots)).toBe('ok');
      }
    };
    const marks = () => lines().map((line) => [line.deputyFor ?? line.id, markOf(table.view(), line)]);
    press('row2', 'deputy');
    press('row3', 'present');
    press('rowabcd2', 'absent');
    expect(marks()).toEqual([
      ['row3', 'present'],
      ['row2', 'deputy'],
      ['cleo', 'present'],
      ['rowabcd2', 'absent'],
    ]);
    const [state] = rollOf(lines());
    expect(state?.rows.map(({ line, deputy }) => [line.id, deputy?.deputyFor])).toEqual([['row2', 'cleo']]);
    press('row2', 'present');
    expect(marks()[2]).toEqual(['cleo', 'absent']);
    press('row2', 'deputy');
    expect(lines()).toHaveLength(4);
    expect(attendanceSheet(table.view(), 'meeting1').present).toBe(2);
  });
});
