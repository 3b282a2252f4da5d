import {
  by,
  choice,
  flag,
  KEEPERS,
  line,
  optional,
  PARTNERS,
  person,
  record,
  ref,
  WRITERS,
} from '@tablee/domain/kernel';

/** What somebody answered to an invitation. */
export const ANSWER = {
  coming: { fr: 'Vient', en: 'Coming' },
  notComing: { fr: 'Ne vient pas', en: 'Not coming' },
  sendsDeputy: { fr: 'Envoie sa suppléance', en: 'Sends the deputy' },
} as const;

/** Somebody expected at a meeting, and whether they were there. Names on paper lists go in `personName`. */
export const attendance = record('attendance', {
  version: 1,
  circle: PARTNERS,
  fields: {
    meeting: ref('meeting'),
    organisation: optional(ref('actor')),
    person: optional(person()),
    personName: optional(line(300)),
    expected: optional(flag()),
    answer: optional(choice(ANSWER)),
    present: optional(flag()),
    deputyFor: optional(person()),
  },
  title: 'personName',
  columns: ['organisation', 'person', 'personName', 'expected', 'answer', 'present'],
  owner: 'organisation',
  about: 'person',
  who: { add: by([...WRITERS, 'system']), change: by([...WRITERS, 'system']), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'présence',
      many: 'présences',
      fields: {
        meeting: 'Réunion',
        organisation: 'Organisation',
        person: 'Personne',
        personName: 'Nom sur la feuille',
        expected: 'Attendue',
        answer: 'Réponse',
        present: 'Présente',
        deputyFor: 'À la place de',
      },
      empty: 'Qui est attendu ? La feuille de présence se remplit ici ou sur papier.',
    },
    en: {
      one: 'attendance',
      many: 'attendance',
      fields: {
        meeting: 'Meeting',
        organisation: 'Organisation',
        person: 'Person',
        personName: 'Name on the sheet',
        expected: 'Expected',
        answer: 'Answer',
        present: 'Present',
        deputyFor: 'Standing in for',
      },
      empty: 'Who is expected? The attendance sheet is filled in here or on paper.',
    },
  },
});
