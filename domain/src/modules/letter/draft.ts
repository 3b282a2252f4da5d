import type { Civility, LetterTemplate, LetterTone } from './choice.ts';

/** What a text is filled with; what is missing appears in square brackets, to be seen and completed. */
export interface LetterFacts {
  readonly partnership: string;
  /** The problem that unites the partners, in the language of the letter. */
  readonly problem?: string | undefined;
  /** The addressee's organisation. */
  readonly organisation?: string | undefined;
  /** The addressee's function, as their card has it: « Secrétaire permanent ». */
  readonly position?: string | undefined;
  readonly meeting?:
    | {
        readonly title: string;
        readonly when?: string | undefined;
        readonly place?: string | undefined;
        readonly purpose?: string | undefined;
        readonly agenda: readonly string[];
      }
    | undefined;
  /** The letter that this one recalls or answers. */
  readonly earlier?:
    | { readonly number?: string | undefined; readonly date: string; readonly subject: string }
    | undefined;
  /** The document that goes with it. */
  readonly enclosed?: string | undefined;
  /** By when an answer is hoped for, written out. */
  readonly answerBy?: string | undefined;
}

/** What to compose. */
export interface LetterWish {
  readonly template: LetterTemplate;
  readonly tone: LetterTone;
  readonly lang: 'fr' | 'en';
  readonly civility: Civility;
}

/** A text to start from: every part may be changed before it is fixed. Paragraphs are parted by an empty line. */
export interface LetterDraft {
  readonly subject: string;
  readonly salutation: string;
  readonly body: string;
  readonly closing: string;
}

/** What a language knows: how to greet, how to take leave, and a subject and paragraphs for each purpose. */
export interface LetterLanguage {
  readonly address: (wish: LetterWish, position: string | undefined) => string;
  readonly closing: (wish: LetterWish, address: string) => string;
  readonly texts: {
    readonly [template in LetterTemplate]: (
      facts: LetterFacts,
      tone: LetterTone,
    ) => { readonly subject: string; readonly paragraphs: readonly (string | undefined)[] };
  };
}

/** A line that stands alone and begins a new page of the letter: the annex follows, its first line as heading. */
export const PAGE_BREAK = '---';
