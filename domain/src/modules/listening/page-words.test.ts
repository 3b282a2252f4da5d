import { describe, expect, it } from 'vitest';
import { filled, isPageLanguage, PAGE_WORDS, pageWords } from './index.ts';

const slots = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[|}]/g)].map(([, name = '']) => name))].sort();

describe('the words of the pages of a round', () => {
  it('LSN-17 says the same things in every language, with the same gaps to fill', () => {
    for (const words of Object.values(PAGE_WORDS))
      for (const [key, text] of Object.entries(PAGE_WORDS.fr))
        expect([key, slots(new Map(Object.entries(words)).get(key) ?? '')]).toEqual([key, slots(text)]);
  });

  it('LSN-17 says one and several as the language does, and leaves a gap that nothing fills', () => {
    const said = (people: number, lang: 'fr' | 'en' | 'de' | 'es'): string =>
      filled(PAGE_WORDS[lang].people, { people }, lang);
    expect([said(0, 'fr'), said(1, 'fr'), said(2, 'fr')]).toEqual([
      '0 personne a répondu.',
      '1 personne a répondu.',
      '2 personnes ont répondu.',
    ]);
    expect([said(0, 'en'), said(1, 'en')]).toEqual(['0 people answered.', '1 person answered.']);
    expect([said(1, 'de'), said(1, 'es')]).toEqual(['1 Person hat geantwortet.', 'Ha respondido 1 persona.']);
    expect(filled('{a} {a|x|y} {b}', { a: '{b}' }, 'xx')).toBe('{b} y {b}');
  });

  it('LSN-17 takes what a round brings and falls back to the language that it offers first', () => {
    const words = pageWords('wo', { agree: 'Ànd naa ci', people: '{people} nit' }, ['wo', 'de']);
    expect([words.agree, words.people, words.disagree]).toEqual([
      'Ànd naa ci',
      '{people} nit',
      'Ich stimme nicht zu',
    ]);
    expect(pageWords('wo', {}, ['wo']).agree).toBe('D’accord');
    expect(pageWords('es', {}, ['fr', 'es']).agree).toBe('De acuerdo');
    expect([isPageLanguage('de'), isPageLanguage('toString')]).toEqual([true, false]);
  });
});
