import { Table } from '@tablee/domain/testing';
import { expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { contextSides, initiativeState, overlapOf, overlapSentences } from './index.ts';

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

it('CTX-3 names what an initiative has in common with our problem', () => {
  const made = table();
  const text = 'Au Quartier-Bas, l’eau du puits rend les enfants malades.';
  made.act('ada', 'wording.open', 'text2222', { kind: 'problem', lang: 'fr', text });
  made.add('ada', 'actor', 'utility', { name: 'Régie', sector: 'state' });
  made.add('ada', 'actor', 'women', {
    name: 'Femmes',
    sector: 'civilSociety',
    'stakes#affected': true,
    place: { name: 'Quartier-Bas' },
  });
  made.add('ada', 'initiative', 'three', {
    name: 'Santé des enfants',
    aims: { lang: 'fr', text: 'Analyser l’eau des puits avec les écoles' },
    area: { name: 'Quartier-Bas, Lusaka' },
    start: '2025',
    end: '2027',
    'actors#utility': true,
  });
  const sentences = (id: string): readonly string[] => {
    const entity = made.view().get(id);
    if (entity?.kind !== 'record') throw new Error(id);
    return overlapSentences(overlapOf(made.view(), entity, '2026-03-01', 'fr'), 'fr').map(
      ({ text: said }) => said,
    );
  };
  expect(sentences('three')).toEqual([
    'Notre énoncé du problème emploie les mêmes mots : enfants, eau et puits.',
    'Elle travaille là où nous sommes : Quartier-Bas.',
    'L’un de nos acteurs la porte : Régie.',
    'Elle est en cours en ce moment.',
  ]);
  expect(sentences('one')).toEqual([
    'Rien de ce qui est noté ne recoupe notre problème. Ajoutez ses buts, son lieu, ou ceux qui la portent.',
  ]);
});
