/** Words of the pages without account: French and English always, German and Spanish where somebody wrote them. */
export interface DoorWords {
  readonly fr: string;
  readonly en: string;
  readonly de?: string;
  readonly es?: string;
}

/** The languages of the pages without account. */
export const DOOR_LANGUAGES = ['fr', 'en', 'de', 'es'] as const;
/** A language of the pages without account. */
export type DoorLanguage = (typeof DOOR_LANGUAGES)[number];

/** True when a tag is one of a page without account. */
export const isDoorLanguage = (tag: unknown): tag is DoorLanguage =>
  DOOR_LANGUAGES.some((language) => language === tag);

/** The words in a language; English where they are not there in it. */
export const worded = (words: DoorWords, lang: string): string =>
  (isDoorLanguage(lang) ? words[lang] : undefined) ?? words.en;

/** What is asked, as an infinitive, in every language of the doors: « dire si vous venez ». */
export const ACT_WORDS = {
  confirmMeeting: {
    fr: 'dire si vous venez',
    en: 'say whether you are coming',
    de: 'sagen, ob Sie kommen',
    es: 'decir si viene',
  },
  position: {
    fr: 'donner une position',
    en: 'give a position',
    de: 'eine Haltung mitteilen',
    es: 'dar una posición',
  },
  comment: {
    fr: 'commenter un texte',
    en: 'comment on a text',
    de: 'einen Text kommentieren',
    es: 'comentar un texto',
  },
  figure: { fr: 'donner une valeur', en: 'give a figure', de: 'einen Wert angeben', es: 'dar un valor' },
  poll: {
    fr: 'dire quelles dates vous conviennent',
    en: 'say which dates suit you',
    de: 'sagen, welche Termine Ihnen passen',
    es: 'decir qué fechas le convienen',
  },
  pulse: {
    fr: 'répondre à deux questions, sans votre nom',
    en: 'answer two questions, without your name',
    de: 'zwei Fragen beantworten, ohne Ihren Namen',
    es: 'responder a dos preguntas, sin su nombre',
  },
  quarterPage: {
    fr: 'remplir la demi-page du trimestre',
    en: 'fill in the half page of the quarter',
    de: 'die halbe Seite zum Quartal ausfüllen',
    es: 'rellenar la media página del trimestre',
  },
  commitment: {
    fr: 'faire le point sur un engagement',
    en: 'say where a commitment stands',
    de: 'sagen, wie es um eine Zusage steht',
    es: 'decir cómo va un compromiso',
  },
} as const satisfies { readonly [kind: string]: DoorWords };
