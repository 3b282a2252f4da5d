import type { Words } from '@tablee/domain/kernel';

/** The questions of the fit check, in the order in which they are asked. */
export const FIT_QUESTIONS = ['alone', 'sectors', 'time', 'trust', 'means', 'lighter'] as const;
/** A question of the fit check. */
export type FitQuestion = (typeof FIT_QUESTIONS)[number];

/** The questions in words. In `lighter`, a yes speaks against a partnership. */
export const FIT_QUESTION: { readonly [question in FitQuestion]: Words } = {
  alone: {
    fr: 'Ce problème dépasse-t-il ce qu’une seule organisation peut régler ?',
    en: 'Is this problem beyond what one organisation can settle alone?',
  },
  sectors: {
    fr: 'Faut-il au moins trois secteurs différents pour le résoudre ?',
    en: 'Does solving it take at least three different sectors?',
  },
  time: {
    fr: 'Pouvons-nous y travailler plusieurs années ?',
    en: 'Can we work on it for several years?',
  },
  trust: {
    fr: 'Ceux qui vivent le problème et ceux qui décident voudront-ils s’asseoir à la même table ?',
    en: 'Will those who live with the problem and those who decide sit at the same table?',
  },
  means: {
    fr: 'Quelqu’un peut-il porter le travail de coordination, et le payer ?',
    en: 'Can somebody carry the work of coordination, and pay for it?',
  },
  lighter: {
    fr: 'Une forme plus légère suffirait-elle : un contrat, un échange, rejoindre ce qui existe ?',
    en: 'Would something lighter do: a contract, an exchange, joining what exists?',
  },
};

/** The three large answers. */
export const FIT_ANSWER = {
  yes: { fr: 'Oui', en: 'Yes' },
  partly: { fr: 'En partie', en: 'Partly' },
  no: { fr: 'Non', en: 'No' },
} as const;
/** One of the three answers. */
export type FitAnswer = keyof typeof FIT_ANSWER;

/** What the core group concludes; each is a valid result. */
export const FIT_VERDICT = {
  start: { fr: 'Lancer un partenariat', en: 'Start a partnership' },
  join: { fr: 'Rejoindre une initiative existante', en: 'Join an existing initiative' },
  otherForm: { fr: 'Coopérer sous une autre forme', en: 'Cooperate in another form' },
  notNow: { fr: 'Pas maintenant', en: 'Not now' },
} as const;
/** A verdict. */
export type FitVerdict = keyof typeof FIT_VERDICT;
