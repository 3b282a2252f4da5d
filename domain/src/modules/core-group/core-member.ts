import {
  by,
  date,
  KEEPERS,
  line,
  optional,
  PARTNERS,
  person,
  record,
  ref,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** Somebody who carries the start: for which organisation, by what mandate, until when. */
export const coreMember = record('coreMember', {
  version: 1,
  circle: PARTNERS,
  fields: {
    organisation: ref('actor'),
    person: optional(person()),
    personName: optional(line(300)),
    mandate: optional(text(2_000)),
    termStart: optional(date()),
    termEnd: optional(date()),
  },
  title: 'personName',
  columns: ['organisation', 'person', 'personName', 'mandate', 'termEnd'],
  owner: 'organisation',
  about: 'person',
  who: { add: by(WRITERS), change: by(KEEPERS, ['leader', 'focal', 'deputy']), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'membre du noyau',
      many: 'membres du noyau',
      fields: {
        organisation: 'Organisation',
        person: 'Personne',
        personName: 'Nom provisoire',
        mandate: 'Mandat',
        termStart: 'Depuis',
        termEnd: 'Jusqu’au',
      },
      hints: {
        personName: 'Une fonction plutôt qu’un nom tant que la personne n’a pas dit oui.',
        mandate: 'Ce qu’elle peut dire ou décider pour son organisation.',
      },
      empty:
        'Quelques personnes décidées suffisent. Qui appelleriez-vous ce soir ? Commencez par elle ; le reste viendra.',
    },
    en: {
      one: 'core group member',
      many: 'core group members',
      fields: {
        organisation: 'Organisation',
        person: 'Person',
        personName: 'Working name',
        mandate: 'Mandate',
        termStart: 'Since',
        termEnd: 'Until',
      },
      hints: {
        personName: 'A function rather than a name until the person has said yes.',
        mandate: 'What they may say or decide for their organisation.',
      },
      empty:
        'A few determined people are enough. Whom would you call tonight? Start there; the rest will follow.',
    },
  },
});
