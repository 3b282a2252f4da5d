/** What a letter is for; each has its text in French and English, for the state and for everybody else. */
export const LETTER_TEMPLATE = {
  invitation: { fr: 'Invitation, avec termes de référence', en: 'Invitation, with terms of reference' },
  appointment: { fr: 'Demande de rendez-vous', en: 'Request for an appointment' },
  designation: { fr: 'Demande de désignation', en: 'Request for a designation' },
  thanks: { fr: 'Remerciement', en: 'Thank you' },
  second: { fr: 'Seconde lettre', en: 'Second letter' },
  congratulation: { fr: 'Félicitations pour la prise de fonctions', en: 'Congratulations on taking office' },
  listed: {
    fr: 'À une personne qui figure dans nos listes',
    en: 'To somebody who is in our lists',
  },
  transmission: { fr: 'Lettre de transmission', en: 'Letter of transmission' },
  free: { fr: 'Lettre libre', en: 'Letter without template' },
} as const;
/** What a letter is for. */
export type LetterTemplate = keyof typeof LETTER_TEMPLATE;

/** The register in which a letter speaks. */
export const LETTER_TONE = {
  state: { fr: 'Protocolaire (État)', en: 'Official (state)' },
  plain: { fr: 'Simple (tous les autres)', en: 'Plain (everybody else)' },
} as const;
/** A register of speech. */
export type LetterTone = keyof typeof LETTER_TONE;

/** How the addressee is greeted. */
export const CIVILITY = {
  madam: { fr: 'Madame', en: 'Madam' },
  sir: { fr: 'Monsieur', en: 'Sir' },
  neutral: { fr: 'Madame, Monsieur', en: 'Sir or Madam' },
} as const;
/** A form of address. */
export type Civility = keyof typeof CIVILITY;

/** How a letter left. */
export const CARRIAGE = {
  carried: { fr: 'Portée', en: 'Carried by hand' },
  post: { fr: 'Par la poste', en: 'By post' },
  email: { fr: 'Par e-mail', en: 'By e-mail' },
} as const;
/** A way of sending. */
export type Carriage = keyof typeof CARRIAGE;

/** Where a letter stands: those that leave from draft to answered, those that came in `received`. */
export const LETTER_STAGE = {
  draft: { fr: 'En préparation', en: 'Being prepared' },
  fixed: { fr: 'À envoyer', en: 'To be sent' },
  sent: { fr: 'Envoyée', en: 'Sent' },
  arrived: { fr: 'Arrivée à destination', en: 'Arrived' },
  answered: { fr: 'Répondue', en: 'Answered' },
  received: { fr: 'Reçue', en: 'Received' },
  cancelled: { fr: 'Annulée', en: 'Cancelled' },
} as const;
/** A stage of a letter. */
export type LetterStage = keyof typeof LETTER_STAGE;

/** The choices as lists, for forms and schemas, in the order in which they are offered. */
export const LETTER_TEMPLATES = [
  'invitation',
  'appointment',
  'designation',
  'thanks',
  'second',
  'congratulation',
  'listed',
  'transmission',
  'free',
] as const satisfies readonly LetterTemplate[];
/** The ways of sending, in the order in which they are offered. */
export const CARRIAGES = ['carried', 'post', 'email'] as const satisfies readonly Carriage[];
/** The forms of address, in the order in which they are offered. */
export const CIVILITIES = ['madam', 'sir', 'neutral'] as const satisfies readonly Civility[];
/** The registers of speech. */
export const LETTER_TONES = ['state', 'plain'] as const satisfies readonly LetterTone[];
