import { describe, expect, it } from 'vitest';
import { foldText, narrow } from './narrow.ts';

describe('narrowing a list', () => {
  it('ignores accents, case and ligatures', () => {
    expect(foldText('Mise en ŒUVRE à l’Été')).toBe('mise en oeuvre a l’ete');
    expect(narrow(['Comité du Quartier-Bas', 'Mairie'], 'comite quartier', String)).toEqual([
      'Comité du Quartier-Bas',
    ]);
  });

  it('keeps everything while nothing is typed', () => {
    expect(narrow(['a', 'b'], '  ', String)).toEqual(['a', 'b']);
  });
});
