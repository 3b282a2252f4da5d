import {
  by,
  choice,
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
      },
      hints: { purpose: 'Qu’est-ce qui sera réglé quand on se quittera ?' },
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
      },
      hints: { purpose: 'What will be settled when people leave?' },
      empty: 'Three people over coffee is a meeting. A date, a place, a question: the invitation follows.',
    },
  },
});
