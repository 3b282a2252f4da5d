import { Table } from '@tablee/domain/testing';
import { expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { contextSides, initiativeState } from './index.ts';

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat']);
  const title = (text: string) => ({ lang: 'fr', text });
  made.add('ada', 'contextFact', 'vote', {
    title: title('Élections en mars'),
    effect: 'hinders',
    reviewDate: '2026-03',
  });
  made.add('ada', 'contextFact', 'law', { title: title('Nouvelle loi sur l’eau'), effect: 'helps' });
  made.add('ada', 'initiative', 'one', { name: 'Programme régional', verdict: 'join' });
  made.add('ada', 'initiative', 'two', { name: 'Puits pour tous' });
  return made;
};

it('CTX-1 puts facts on their side and says when to look again', () => {
  const { helps, hinders } = contextSides(table().view(), '2026-03-31', 'fr');
  expect(helps.map((fact) => [fact.id, fact.reviewDue])).toEqual([['law', false]]);
  expect(hinders.map((fact) => [fact.title, fact.reviewDue])).toEqual([['Élections en mars', true]]);
  expect(contextSides(table().view(), '2026-03-30', 'fr').hinders[0]?.reviewDue).toBe(false);
});

it('CTX-2 counts initiatives without a verdict', () => {
  expect(initiativeState(table().view())).toEqual({ known: 2, open: 1 });
});
