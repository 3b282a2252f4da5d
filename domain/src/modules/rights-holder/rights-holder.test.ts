import { SECRETARIAT, shadeOf, viewFor } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { promiseBoard, rightsLines } from './index.ts';

const TODAY = '2026-05-10';
const fr = (text: string) => ({ lang: 'fr', text });

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat']);
  made.join('leo', ['leader']);
  return made;
};

it('RIG-1 keeps rights holders and promises to them with their named readers', () => {
  const made = table();
  made.add('ada', 'rightsHolder', 'fishers', { group: 'Pêcheurs de l’aval' }, SECRETARIAT);
  made.add(
    'ada',
    'rightsPromise',
    'promise1',
    { to: 'fishers', promise: fr('Un deuxième puits') },
    SECRETARIAT,
  );
  expect(rightsLines(made.viewOf('ada'), TODAY, 'fr')).toHaveLength(1);
  expect(rightsLines(made.viewOf('leo'), TODAY, 'fr')).toEqual([]);
  expect(promiseBoard(made.viewOf('leo'), TODAY, 'fr')).toEqual([]);
});

it('RIG-2 names what is missing and puts first whose day is here', () => {
  const made = table();
  made.add('ada', 'rightsHolder', 'fishers', { group: 'Aval' }, SECRETARIAT);
  const whole = {
    group: 'Zone nord',
    speaker: 'binta',
    mandateFrom: 'L’assemblée du quartier',
    proof: fr('Procès-verbal'),
    purpose: fr('Répondre'),
    basis: 'community',
    reviewOn: '2026-05',
  };
  made.add('ada', 'rightsHolder', 'north', { ...whole, reviewOn: '2026-05-10' }, SECRETARIAT);
  const lines = rightsLines(made.viewOf('ada'), TODAY, 'fr');
  expect(lines.map(({ id, gaps, reviewDue }) => [id, gaps, reviewDue])).toEqual([
    ['north', [], true],
    ['fishers', ['speaker', 'mandate', 'proof', 'purpose', 'basis', 'review'], false],
  ]);
});

it('RIG-2 neither shows nor asks for the mandate of a speaker who is in safety', () => {
  const made = table();
  const held = {
    group: 'Zone nord',
    speaker: 'binta',
    mandateFrom: 'L’assemblée',
    proof: fr('Procès-verbal'),
  };
  made.add('ada', 'rightsHolder', 'north', { ...held, purpose: fr('Répondre') }, SECRETARIAT);
  const seen = made.viewOf('ada').get('north');
  const shown = seen && shadeOf(partnership, seen, new Set(['binta']))?.entity(seen);
  if (shown === undefined) throw new Error('nothing of hers');
  const view = viewFor(new Map([['north', shown]]), new Set([SECRETARIAT]));
  const [line] = rightsLines(view, TODAY, 'fr');
  expect(line).toMatchObject({ group: 'Zone nord', speaker: 'binta', gaps: ['basis', 'review'] });
  expect([line?.mandateFrom, line?.proof]).toEqual([undefined, undefined]);
});

it('RIG-3 puts overdue promises first and says which ones nobody answered', () => {
  const made = table();
  made.add('ada', 'rightsHolder', 'fishers', { group: 'Aval' }, SECRETARIAT);
  const promise = (id: string, more: object): void =>
    void made.add('ada', 'rightsPromise', id, { to: 'fishers', promise: fr(id), ...more }, SECRETARIAT);
  promise('kept', { state: 'kept', dueOn: '2026-01-01' });
  promise('told', { state: 'broken', answer: fr('Nous n’avons pas pu.') });
  promise('later', { dueOn: '2026-06' });
  promise('late', { dueOn: '2026-04' });
  const board = promiseBoard(made.viewOf('ada'), TODAY, 'fr');
  expect(board.map(({ id, overdue, unanswered, to }) => [id, overdue, unanswered, to])).toEqual([
    ['late', true, false, 'Aval'],
    ['later', false, false, 'Aval'],
    ['kept', false, true, 'Aval'],
    ['told', false, false, 'Aval'],
  ]);
  expect(rightsLines(made.viewOf('ada'), TODAY, 'fr')[0]).toMatchObject({ promises: 4, open: 2 });
});
