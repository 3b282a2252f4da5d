/**
 * How a group answers the fit check. Each is honest about who learns what: with six people, « anonymous » would be a
 * promise that nobody can keep, since the spread is the names.
 */
export const FIT_MODE = {
  named: { fr: 'Chacun avec son nom', en: 'Each with their name' },
  told: { fr: 'Dit à une tierce personne', en: 'Told to a third person' },
  anonymous: { fr: 'Sans nom, dans une urne', en: 'Without a name, in a box' },
} as const;
/** A way of answering. */
export type FitMode = keyof typeof FIT_MODE;
/** The ways in the order in which they are offered. */
export const FIT_MODES = ['named', 'told', 'anonymous'] as const satisfies readonly FitMode[];

/** From how many people on nobody can be found by what they answered: below it, `anonymous` is not offered. */
export const ANONYMOUS_FROM = 15;

/** The ways that are honest for a group of so many. */
export const honestModes = (people: number): readonly FitMode[] =>
  FIT_MODES.filter((mode) => mode !== 'anonymous' || people >= ANONYMOUS_FROM);

/** Who may read the reasons of a verdict. The core group always does. */
export const FIT_READER = {
  core: { fr: 'Le noyau seul', en: 'The core group alone' },
  verdict: {
    fr: 'Les partenaires lisent la conclusion, sans les raisons',
    en: 'Partners read the verdict, without the reasons',
  },
  reasons: {
    fr: 'Les partenaires lisent la conclusion et les raisons',
    en: 'Partners read the verdict and the reasons',
  },
} as const;
/** Who may read the reasons. */
export type FitReader = keyof typeof FIT_READER;
