import type { Language } from '@tablee/domain/kernel';

/** The fixed words of a letter in its own language, which may differ from the reader's. */
export interface LetterWords {
  readonly subject: string;
  readonly number: (number: string) => string;
  readonly numberLater: string;
  readonly draft: string;
  readonly date: (place: string | undefined, date: string) => string;
  readonly dateLater: string;
  readonly person: (civility: 'madam' | 'sir' | 'neutral', name: string) => string;
  readonly logo: (name: string) => string;
  readonly foot: (address: string) => string;
}

const fr: LetterWords = {
  subject: 'Objet :',
  number: (number) => `N° ${number}`,
  numberLater: 'Numéro à l’envoi',
  draft: 'Projet',
  date: (place, date) => (place === undefined ? `Le ${date}` : `${place}, le ${date}`),
  dateLater: '[date]',
  person: (civility, name) => ({ madam: `Madame ${name}`, sir: `Monsieur ${name}`, neutral: name })[civility],
  logo: (name) => `Logo : ${name}`,
  foot: (address) => `L’état de cette lettre : ${address}`,
};

const en: LetterWords = {
  subject: 'Subject:',
  number: (number) => `No. ${number}`,
  numberLater: 'Number given on sending',
  draft: 'Draft',
  date: (place, date) => (place === undefined ? date : `${place}, ${date}`),
  dateLater: '[date]',
  person: (civility, name) => ({ madam: `Ms ${name}`, sir: `Mr ${name}`, neutral: name })[civility],
  logo: (name) => `Logo: ${name}`,
  foot: (address) => `The state of this letter: ${address}`,
};

/** The words of letters in one language. */
export const letterWordsIn = (language: Language): LetterWords => (language === 'fr' ? fr : en);
