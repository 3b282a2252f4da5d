/** Where somebody stands towards the work, as one person of the team sees it. */
export const LEANING = {
  opposes: { fr: 'S’y oppose', en: 'Opposes' },
  reserved: { fr: 'Émet des réserves', en: 'Has reservations' },
  neutral: { fr: 'Neutre', en: 'Neutral' },
  supports: { fr: 'Soutient', en: 'Supports' },
  drives: { fr: 'Porte le projet', en: 'Drives the work' },
} as const;
/** One of the leanings, from against to for. */
export type Leaning = keyof typeof LEANING;

/** Why somebody does not come or does not speak. `fear` is the one that never leaves the working map. */
export const BARRIER_KIND = {
  time: { fr: 'Le temps', en: 'Time' },
  money: { fr: 'L’argent', en: 'Money' },
  distance: { fr: 'La distance', en: 'Distance' },
  language: { fr: 'La langue', en: 'Language' },
  mandate: { fr: 'Un mandat manque', en: 'A mandate is missing' },
  trust: { fr: 'La confiance manque', en: 'Trust is missing' },
  fear: { fr: 'La peur ou la sécurité', en: 'Fear or safety' },
  other: { fr: 'Autre chose', en: 'Something else' },
} as const;
/** A kind of barrier. */
export type BarrierKind = keyof typeof BARRIER_KIND;
