import { meetingTable, type Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { expectable, expectGroups, peopleOf, standInsFor } from './index.ts';

const TODAY = '2026-01-10';

const names = (table: Table, id: string, slots: object): void => {
  expect(table.add('ada', 'mandate', id, { organisation: 'utility', ...slots })).toBe('ok');
};

const expected = (table: Table) =>
  expectable(table.view(), 'meeting1', TODAY).find((each) => each.organisation === 'utility')?.people;

describe('whom a meeting may expect', () => {
  it('INV-1 offers groups at once, the operational contact first, and nobody twice', () => {
    const table = meetingTable(partnership);
    table.add('ada', 'body', 'board', { name: 'Comité' });
    table.add('ada', 'seat', 'seat1', { body: 'board', organisation: 'brewery', sector: 'private' });
    const among = expectable(table.view(), 'meeting1', TODAY);
    expect(among.map((each) => each.name)).toEqual(['Brasserie', 'Régie des eaux']);
    const groups = expectGroups(table.view(), among, 'fr');
    expect(groups.find((group) => group.key === 'all')?.organisations).toHaveLength(2);
    expect(groups.find((group) => group.key === 'board')).toMatchObject({
      name: 'Comité',
      organisations: ['brewery'],
    });
    expect(groups.find((group) => group.key === 'state')?.organisations).toEqual(['utility']);
    table.add('ada', 'attendance', 'row2', { meeting: 'meeting1', organisation: 'brewery' });
    expect(expectable(table.view(), 'meeting1', TODAY).map((each) => each.organisation)).toEqual(['utility']);
  });

  it('INV-2 reads who speaks from mandates on that day, and from roles where no mandate speaks', () => {
    const table = meetingTable(partnership);
    expect(expected(table)).toEqual([
      { person: 'cleo', part: 'focal' },
      { person: 'ben', part: 'deputy' },
    ]);
    names(table, 'mandate1', { role: 'deputy', person: 'dan', from: '2026-01-01', until: '2026-12-31' });
    expect(expected(table)).toEqual([
      { person: 'cleo', part: 'focal' },
      { person: 'dan', part: 'deputy' },
      { person: 'ben', part: undefined },
    ]);
    expect(peopleOf(table.view(), 'utility', '2027-02-01')).toEqual([
      { person: 'cleo', part: 'focal' },
      { person: 'ben', part: 'deputy' },
    ]);
  });

  it('INV-2 does not count a mandate that ends before the meeting, though it holds today', () => {
    const table = meetingTable(partnership);
    names(table, 'mandate1', { role: 'focal', person: 'cleo', from: '2025-01-01', until: '2026-01-31' });
    expect(peopleOf(table.view(), 'utility', TODAY)[0]).toEqual({ person: 'cleo', part: 'focal' });
    expect(expected(table)).toEqual([
      { person: 'ben', part: 'deputy' },
      { person: 'cleo', part: undefined },
    ]);
  });

  it('INV-3 offers deputies first in somebody’s place, and never that person', () => {
    const table = meetingTable(partnership);
    const row = { meeting: 'meeting1', organisation: 'utility' };
    expect(standInsFor(table.view(), { ...row, person: 'cleo' }, TODAY)).toEqual([
      { person: 'ben', part: 'deputy' },
    ]);
    expect(
      standInsFor(table.view(), { ...row, person: undefined }, TODAY).map((each) => each.person),
    ).toEqual(['ben', 'cleo']);
  });
});
