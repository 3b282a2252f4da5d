import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { accountOf, commitments, overdue } from './index.ts';

const fr = (text: string) => ({ lang: 'fr', text });

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat']);
  made.join('ben', ['focal'], 'utility');
  made.join('cleo', ['focal'], 'brewery');
  made.add('ada', 'actor', 'utility', { name: 'Régie', sector: 'state' });
  made.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  made.add('ada', 'commitment', 'one', {
    what: fr('Les analyses'),
    owner: 'utility',
    to: 'brewery',
    due: '2026-02',
  });
  made.add('ada', 'commitment', 'two', {
    what: fr('La salle'),
    owner: 'brewery',
    due: '2026-02-10',
    state: 'done',
  });
  made.add('ada', 'commitment', 'three', { what: fr('Les chiffres'), owner: 'brewery', due: '2026-02-10' });
  made.add('ada', 'commitment', 'four', { what: fr('Un jour') });
  return made;
};

describe('commitments', () => {
  it('COM-1 counts what was noted in one line as open, those without a date last', () => {
    const all = commitments(table().view(), '2026-02-20', 'fr');
    expect(all.map((owed) => [owed.id, owed.state])).toEqual([
      ['three', 'open'],
      ['two', 'done'],
      ['one', 'open'],
      ['four', 'open'],
    ]);
  });

  it('COM-2 shows both sides of an organisation', () => {
    const view = table().view();
    const account = accountOf(view, 'brewery', '2026-02-20', 'fr');
    expect(account.owes.map((owed) => owed.id)).toEqual(['three']);
    expect(account.isOwed.map((owed) => [owed.id, owed.ownerName])).toEqual([['one', 'Régie']]);
  });

  it('COM-3 is overdue from the day after its last day, whatever the precision', () => {
    const view = table().view();
    expect(overdue(view, '2026-02-10', 'fr')).toEqual([]);
    expect(overdue(view, '2026-02-11', 'fr').map((owed) => [owed.id, owed.daysLate])).toEqual([['three', 1]]);
    expect(overdue(view, '2026-03-01', 'fr').map((owed) => [owed.id, owed.daysLate])).toEqual([
      ['three', 19],
      ['one', 1],
    ]);
  });

  it('COM-4 is changed by those who owe it and by the keepers', () => {
    const made = table();
    expect(made.change('cleo', 'commitment', 'one', { due: '2026-05-01' })).toBe('NotAllowed');
    expect(
      made.change('ben', 'commitment', 'one', { due: '2026-05-01', dateReason: fr('Laboratoire fermé') }),
    ).toBe('ok');
    expect(made.change('ada', 'commitment', 'one', { state: 'dropped' })).toBe('ok');
  });
});
