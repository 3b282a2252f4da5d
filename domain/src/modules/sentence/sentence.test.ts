import { expect, it } from 'vitest';
import { capital, counted, folded, listed } from './index.ts';

it('takes the French plural from two, the English one for all but one', () => {
  expect([0, 1, 2].map((count) => counted('fr', count, 'acteur', 'acteurs'))).toEqual([
    '0 acteur',
    '1 acteur',
    '2 acteurs',
  ]);
  expect([0, 1, 2].map((count) => counted('en', count, 'actor', 'actors'))).toEqual([
    '0 actors',
    '1 actor',
    '2 actors',
  ]);
});

it('puts names in a row', () => {
  expect(listed('fr', [])).toBe('');
  expect(listed('fr', ['a'])).toBe('a');
  expect(listed('fr', ['a', 'b', 'c'])).toBe('a, b et c');
  expect(listed('en', ['a', 'b'])).toBe('a and b');
});

it('compares names without accents, case and signs', () => {
  expect(folded('  Mairie de la VALLÉE (2) ')).toBe('mairie de la vallee 2');
  expect(capital('été')).toBe('Été');
});
