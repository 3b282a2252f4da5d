import { formatDate } from '@tablee/domain/text';
import type { Due, Reminder } from './due.ts';

/** A reminder in words, paragraph by paragraph: the same by e-mail and to be passed on by hand. */
export interface ReminderText {
  readonly hello: string;
  readonly recall: string;
  readonly lines: readonly { readonly due: Due; readonly words: string }[];
  readonly end: string;
}

/** For whom a reminder is written. */
export interface ReminderAsked {
  readonly lang: 'fr' | 'en';
  readonly partnership: string;
  readonly name?: string | undefined;
}

const WORDS = {
  fr: {
    hello: (name: string) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
    recall: (partnership: string) => `Un petit rappel de ce qui a été convenu dans « ${partnership} » :`,
    until: (date: string) => `pour le ${date}`,
    reserved: 'Quelque chose dans un espace réservé',
    end: 'Si une date ne va plus, dites-le simplement : elle se change en une ligne. Merci !',
  },
  en: {
    hello: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
    recall: (partnership: string) => `A short reminder of what was agreed in “${partnership}”:`,
    until: (date: string) => `by ${date}`,
    reserved: 'Something in a reserved space',
    end: 'If a date no longer works, just say so: it changes in one line. Thank you!',
  },
} as const;

/**
 * A gentle reminder: what is late and what is near, without a word on which is which. What lies in a circle narrower
 * than the partners is said to be there, and not named.
 */
export const reminderText = (
  { late, soon }: Reminder,
  { lang, partnership, name = '' }: ReminderAsked,
): ReminderText => {
  const words = WORDS[lang];
  return {
    hello: words.hello(name),
    recall: words.recall(partnership),
    lines: [...late, ...soon].map((due) => {
      const what = due.isNamed ? due.what : words.reserved;
      const until = due.due === undefined ? '' : ` (${words.until(formatDate(due.due, lang))})`;
      return { due, words: `${what}${until}` };
    }),
    end: words.end,
  };
};
