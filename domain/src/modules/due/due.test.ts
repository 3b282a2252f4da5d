import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { digestFor, dueOf, everyReminded, halfPages, lateFor, reminderFor, reminderText } from './index.ts';

const fr = (text: string) => ({ lang: 'fr', text });
const asked = { today: '2026-02-20', lang: 'fr' } as const;

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat']);
  made.join('ben', ['focal'], 'utility');
  made.add('ada', 'actor', 'utility', { name: 'Régie', sector: 'state' });
  made.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  const owed = { owner: 'utility', to: 'brewery', state: 'open' };
  made.add('ada', 'commitment', 'late', { ...owed, what: fr('Les analyses'), due: '2026-02-10' });
  made.add('ada', 'commitment', 'soon', { ...owed, what: fr('La salle'), due: '2026-03-01' });
  made.add('ada', 'commitment', 'far', { ...owed, what: fr('Le rapport'), due: '2026-09-01' });
  made.add('ada', 'commitment', 'kept', {
    ...owed,
    what: fr('La liste'),
    state: 'done',
    doneOn: '2026-01-15',
  });
  made.add('ada', 'contribution', 'money', {
    organisation: 'utility',
    kind: 'money',
    description: fr('Dix pompes'),
    state: 'announced',
    until: '2026-02',
  });
  made.act('ada', 'request.open', 'ask', {
    kind: 'comment',
    subject: 'late',
    organisation: 'utility',
    deadline: '2026-02-22',
  });
  return made;
};

describe('what is due', () => {
  it('DUE-1 stands in one list per partner, both ways, by date', () => {
    const view = table().view();
    expect(dueOf(view, 'utility', asked).map(({ id, side, source }) => [id, side, source])).toEqual([
      ['late', 'owes', 'commitment'],
      ['ask', 'owes', 'answer'],
      ['money', 'owes', 'contribution'],
      ['soon', 'owes', 'commitment'],
      ['far', 'owes', 'commitment'],
    ]);
    expect(dueOf(view, 'brewery', asked).map(({ id, side }) => [id, side])).toEqual([
      ['late', 'isOwed'],
      ['soon', 'isOwed'],
      ['far', 'isOwed'],
    ]);
  });

  it('DUE-2 is late for the partner first, for keepers after a week, for nobody else', () => {
    const own = { roles: ['focal'], organisation: 'utility' } as const;
    const keeper = { roles: ['secretariat'] } as const;
    const other = { roles: ['focal'], organisation: 'brewery' } as const;
    const told = (daysLate: number) =>
      [own, keeper, other].map((reader) => lateFor(reader, { owner: 'utility', daysLate }));
    expect(told(3)).toEqual([3, 0, 0]);
    expect(told(8)).toEqual([8, 8, 0]);
    expect(told(-1)).toEqual([0, 0, 0]);
  });

  it('DUE-3 is reminded of in one digest: what is late and what is near', () => {
    const view = table().view();
    const reminder = reminderFor(view, 'utility', asked);
    expect(reminder?.late.map(({ id }) => id)).toEqual(['late']);
    expect(reminder?.soon.map(({ id }) => id)).toEqual(['ask', 'money', 'soon']);
    expect(reminderFor(view, 'brewery', asked)).toBeUndefined();
  });

  it('DUE-6 reminds a person of what they owe, and the focal point of what is for anybody of the organisation', () => {
    const made = table();
    made.join('lea', ['leader'], 'utility');
    made.join('dan', ['helper'], 'utility');
    const own = { owner: 'utility', person: 'dan', due: '2026-02-21' };
    made.add('ada', 'commitment', 'his', { ...own, what: fr('Le devis') });
    made.add('ada', 'commitment', 'hers', { person: 'ada', due: '2026-02-21', what: fr('Le relevé') });
    made.act('ada', 'request.open', 'poll', {
      kind: 'poll',
      subject: 'late',
      person: 'dan',
      deadline: '2026-02-25',
    });
    const view = made.view();
    const told = everyReminded(view, asked).map((reminded) => {
      const { late = [], soon = [] } = digestFor(view, reminded, asked) ?? {};
      return [reminded.person, [...late, ...soon].map(({ id }) => id)];
    });
    expect(Object.fromEntries(told)).toEqual({
      ben: ['late', 'ask', 'money', 'soon'],
      dan: ['his', 'poll'],
      ada: ['hers'],
    });
  });

  it('DUE-6 does not name what lies in a circle narrower than the partners', () => {
    const made = table();
    made.join('cleo', ['core'], 'brewery');
    made.add(
      'cleo',
      'commitment',
      'secret',
      { what: fr('Qwvxzky'), person: 'cleo', due: '2026-02-21' },
      'core',
    );
    const view = made.view('core');
    const reminder = digestFor(view, { person: 'cleo', organisations: new Set() }, asked);
    const text = reminder && reminderText(reminder, { lang: 'fr', partnership: 'L’eau', name: 'Cleo' });
    expect(text?.lines.map(({ words }) => words)).toEqual([
      'Quelque chose dans un espace réservé (pour le 21 février 2026)',
    ]);
  });

  it('DUE-4 ends each quarter on a half page: done, late, and the partner’s own words', () => {
    const made = table();
    made.add('ada', 'quarterPage', 'page', { quarter: '2026-Q1', organisation: 'utility' });
    expect(halfPages(made.view(), '2026-Q1', asked)).toMatchObject([
      { organisation: 'brewery', page: undefined, here: false },
      { organisation: 'utility', done: ['La liste'], late: ['Les analyses'], here: false },
    ]);
    expect(made.change('ben', 'quarterPage', 'page', { need: fr('Un véhicule') })).toBe('ok');
    made.act('ada', 'request.open', 'link', { kind: 'comment', subject: 'page', organisation: 'utility' });
    made.act('ada', 'request.answer', 'link', { said: {}, channel: 'paper', words: 'La route est coupée.' });
    expect(halfPages(made.view(), '2026-Q1', asked)[1]).toMatchObject({
      words: { need: 'Un véhicule' },
      said: ['La route est coupée.'],
      here: true,
    });
    expect(halfPages(made.view(), '2025-Q4', asked)[0]?.done).toEqual([]);
  });

  it('DUE-5 has a half page for whoever owes something, and says nothing of one that has not come', () => {
    const pages = halfPages(table().view(), '2026-Q1', asked);
    expect(pages.map(({ name, here }) => [name, here])).toEqual([
      ['Brasserie', false],
      ['Régie', false],
    ]);
    const made = table();
    made.add('ada', 'actor', 'farm', { name: 'Ferme', sector: 'private' });
    const kept = { owner: 'farm', what: fr('La clôture'), state: 'done', doneOn: '2026-02-11' };
    made.add('ada', 'commitment', 'fence', kept);
    expect(halfPages(made.view(), '2026-Q1', asked)[1]).toMatchObject({
      name: 'Ferme',
      done: ['La clôture'],
    });
    expect(halfPages(made.view(), '2025-Q4', asked).map(({ name }) => name)).toEqual(['Brasserie', 'Régie']);
  });
});
