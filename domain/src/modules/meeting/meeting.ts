import {
  by,
  choice,
  date,
  integer,
  KEEPERS,
  link,
  moment,
  optional,
  PARTNERS,
  place,
  record,
  ref,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** Where a meeting stands; a date that is passed does not hold a meeting by itself. */
export const MEETING_STATE = {
  planned: { fr: 'Prévue', en: 'Planned' },
  held: { fr: 'Tenue', en: 'Held' },
  cancelled: { fr: 'Annulée', en: 'Cancelled' },
} as const;

/** A meeting: three people over coffee or a board. Agenda, attendance and lines are records that point to it. */
export const meeting = record('meeting', {
  version: 1,
  circle: PARTNERS,
  fields: {
    title: text(300),
    purpose: optional(text(2_000)),
    moment: optional(moment()),
    minutesLong: optional(integer(1, 14_400)),
    place: optional(place()),
    link: optional(link()),
    state: optional(choice(MEETING_STATE)),
    host: optional(ref('actor')),
    practical: optional(text(2_000)),
    costs: optional(text(1_000)),
    answerBy: optional(date()),
  },
  title: 'title',
  columns: ['title', 'moment', 'place', 'state'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'réunion',
      many: 'réunions',
      fields: {
        title: 'Titre',
        purpose: 'But',
        moment: 'Date et heure',
        minutesLong: 'Durée en minutes',
        place: 'Lieu',
        link: 'Lien de visioconférence',
        state: 'État',
        host: 'Qui reçoit',
        practical: 'Informations pratiques',
        costs: 'Frais pris en charge',
        answerBy: 'Réponse attendue le',
      },
      hints: {
        purpose: 'Qu’est-ce qui sera réglé quand on se quittera ?',
        practical: 'Accès, repas, interprétation, documents à lire.',
        costs: 'Ce qui est remboursé, à qui, quand et sur quelle pièce. Rien de prévu ? Dites-le aussi.',
      },
      empty:
        'Trois personnes autour d’un café, c’est déjà une réunion. Une date, un lieu, une question : l’invitation suit.',
    },
    en: {
      one: 'meeting',
      many: 'meetings',
      fields: {
        title: 'Title',
        purpose: 'Purpose',
        moment: 'Date and time',
        minutesLong: 'Length in minutes',
        place: 'Place',
        link: 'Video call link',
        state: 'State',
        host: 'Who hosts',
        practical: 'Practical notes',
        costs: 'Costs that are covered',
        answerBy: 'Answer expected by',
      },
      hints: {
        purpose: 'What will be settled when people leave?',
        practical: 'How to get there, meals, interpretation, papers to read.',
        costs: 'What is refunded, to whom, when and against which receipt. Nothing planned? Say so too.',
      },
      empty: 'Three people over coffee is a meeting. A date, a place, a question: the invitation follows.',
    },
  },
});
