import {
  by,
  CORE,
  date,
  KEEPERS,
  line,
  optional,
  person,
  record,
  ref,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/**
 * A conversation that somebody chose to share: made from a private note (see `note.ts`) by a deliberate act.
 * Its texts can be erased at any time; after the last day of `expires` the system erases them.
 */
export const conversation = record('conversation', {
  version: 1,
  circle: CORE,
  fields: {
    withName: line(300),
    organisation: optional(ref('actor')),
    person: optional(person()),
    by: optional(person()),
    on: optional(date()),
    text: optional(text(5_000)),
    followUp: optional(date()),
    expires: optional(date()),
  },
  title: 'withName',
  columns: ['withName', 'organisation', 'on', 'followUp'],
  owner: 'by',
  about: 'person',
  expires: 'expires',
  who: { add: by(WRITERS), change: by(KEEPERS, WRITERS), remove: by(KEEPERS, WRITERS) },
  labels: {
    fr: {
      one: 'échange',
      many: 'échanges',
      fields: {
        withName: 'Avec qui',
        organisation: 'Organisation',
        person: 'Personne',
        by: 'Noté par',
        on: 'Le',
        text: 'Ce que j’en retiens',
        followUp: 'À suivre le',
        expires: 'Effacer après le',
      },
      empty:
        'Un appel, une visite, un café : deux lignes. Elles restent affichées pour vous seulement, tant que vous ne les partagez pas.',
    },
    en: {
      one: 'conversation',
      many: 'conversations',
      fields: {
        withName: 'With whom',
        organisation: 'Organisation',
        person: 'Person',
        by: 'Noted by',
        on: 'On',
        text: 'What I take away',
        followUp: 'Follow up on',
        expires: 'Erase after',
      },
      empty:
        'A call, a visit, a coffee: two lines. They are shown to you only, until you choose to share them.',
    },
  },
});
