import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from './word-diff.ts';

const joined = (before: string, after: string, leftOut: 'removed' | 'added'): string =>
  diffWords(before, after)
    .filter((part) => part.kind !== leftOut)
    .map((part) => part.text)
    .join('');

describe('comparing two texts', () => {
  it('shows the words that left and those that came', () => {
    expect(diffWords('Le comité entretient les bornes.', 'Le fonds commun entretient les bornes.')).toEqual([
      { kind: 'same', text: 'Le ' },
      { kind: 'removed', text: 'comité ' },
      { kind: 'added', text: 'fonds commun ' },
      { kind: 'same', text: 'entretient les bornes.' },
    ]);
    expect(diffWords('pareil', 'pareil')).toEqual([{ kind: 'same', text: 'pareil' }]);
    expect(diffWords('', '')).toEqual([]);
  });

  const word = fc.constantFrom('eau', 'puits', 'le', 'la', 'borne,', 'comité');
  const text = fc.array(word, { maxLength: 20 }).map((list) => list.join(' '));
  const bare = (value: string): string => value.replace(/\s+/g, '');

  it('gives back both texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(joined(before, after, 'removed').trimEnd()).toBe(after);
        expect(bare(joined(before, after, 'added'))).toBe(bare(before));
      }),
    );
  });
});
