import {
  by,
  CORE,
  choice,
  KEEPERS,
  line,
  optional,
  PARTNERS,
  PUBLIC,
  person,
  record,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** Who will read the note: it tells which parts come from a narrower circle. */
export const NOTE_READERS = {
  core: { fr: 'Le noyau', en: 'The core group' },
  partners: { fr: 'Les partenaires', en: 'Partners' },
  outside: { fr: 'Des personnes de l’extérieur', en: 'People outside' },
} as const;
/** One of the kinds of readers. */
export type NoteReaders = keyof typeof NOTE_READERS;

/** The circle that the readers of a note stand for. */
export const NOTE_CIRCLE: { readonly [readers in NoteReaders]: string } = {
  core: CORE,
  partners: PARTNERS,
  outside: PUBLIC,
};

/**
 * What a concept note needs beyond the data of the partnership: for whom it is, which parts in which order (ids with
 * spaces between them; the usual ones when unset), what is asked and whom to talk to.
 */
export const conceptNote = record('conceptNote', {
  version: 1,
  circle: PARTNERS,
  fields: {
    audience: optional(line(300)),
    readers: optional(choice(NOTE_READERS)),
    lang: optional(choice({ fr: { fr: 'français', en: 'French' }, en: { fr: 'anglais', en: 'English' } })),
    ask: optional(text(3_000)),
    contact: optional(person()),
    parts: optional(line(200)),
  },
  title: 'audience',
  columns: ['audience', 'readers', 'lang'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'note conceptuelle',
      many: 'notes conceptuelles',
      fields: {
        audience: 'Pour qui',
        readers: 'Qui la lira',
        lang: 'Langue de la note',
        ask: 'Ce que nous demandons',
        contact: 'À qui parler',
        parts: 'Parties',
      },
      hints: {
        audience: 'Par exemple : la direction de la brasserie.',
        readers: 'Une partie qui vient d’un cercle plus étroit sera signalée.',
        ask: 'Une décision, une personne, une date : ce qui doit suivre la lecture.',
        contact: 'Son nom et sa fonction viennent des personnes du partenariat.',
      },
      empty: 'Deux pages pour qui décide, écrites à partir de ce qui est déjà là.',
    },
    en: {
      one: 'concept note',
      many: 'concept notes',
      fields: {
        audience: 'For whom',
        readers: 'Who will read it',
        lang: 'Language of the note',
        ask: 'What we ask',
        contact: 'Whom to talk to',
        parts: 'Parts',
      },
      hints: {
        audience: 'For example: headquarters of the brewery.',
        readers: 'A part that comes from a narrower circle will be pointed out.',
        ask: 'A decision, a person, a date: what should follow from reading it.',
        contact: 'Name and function come from the people of the partnership.',
      },
      empty: 'Two pages for somebody who decides, written from what is already here.',
    },
  },
});
