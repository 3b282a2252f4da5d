import type { LetterDraft, LetterFacts, LetterLanguage, LetterWish } from './draft.ts';
import { english } from './text-en.ts';
import { french } from './text-fr.ts';

const LANGUAGES: { readonly [lang in 'fr' | 'en']: LetterLanguage } = { fr: french, en: english };

/** The text of a template for these facts. It names no person: name and function come from the vault when it is printed. */
export const composeLetter = (wish: LetterWish, facts: LetterFacts): LetterDraft => {
  const language = LANGUAGES[wish.lang];
  const { subject, paragraphs } = language.texts[wish.template](facts, wish.tone);
  const address = language.address(wish, facts.position);
  return {
    subject,
    salutation: `${address},`,
    body: paragraphs.filter((each) => each !== undefined && each !== '').join('\n\n'),
    closing: language.closing(wish, address),
  };
};
