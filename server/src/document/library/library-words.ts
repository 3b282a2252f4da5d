import type { Language } from '@tablee/domain/kernel';

/** The words around workshop formats and templates. */
export interface LibraryWords {
  readonly kind: string;
  readonly time: string;
  readonly people: string;
  readonly material: string;
  readonly steps: string;
  readonly howLong: string;
  readonly what: string;
  readonly after: string;
  readonly example: string;
  readonly blank: string;
  readonly filled: string;
  readonly version: (version: string) => string;
}

const WORDS: { readonly [lang in Language]: LibraryWords } = {
  fr: {
    kind: 'Format d’atelier, phase 1',
    time: 'Temps',
    people: 'Personnes',
    material: 'Matériel',
    steps: 'Déroulement',
    howLong: 'Durée',
    what: 'Ce que l’on fait',
    after: 'À saisir ensuite',
    example: 'Dans la vallée (exemple inventé)',
    blank: 'Modèle, phase 1',
    filled: 'Modèle rempli par la vallée, un exemple inventé',
    version: (version) => `Tablée, ${version}`,
  },
  en: {
    kind: 'Workshop format, phase 1',
    time: 'Time',
    people: 'People',
    material: 'Material',
    steps: 'Steps',
    howLong: 'How long',
    what: 'What to do',
    after: 'What to enter afterwards',
    example: 'In the valley (an invented example)',
    blank: 'Template, phase 1',
    filled: 'Template filled in by the valley, an invented example',
    version: (version) => `Tablée, ${version}`,
  },
};

/** The words in one language. */
export const libraryWordsIn = (lang: Language): LibraryWords => WORDS[lang];
