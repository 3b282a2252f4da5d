import {
  by,
  integer,
  KEEPERS,
  line,
  optional,
  PARTNERS,
  record,
  ref,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** What options are compared on. */
export const criterion = record('criterion', {
  version: 1,
  circle: PARTNERS,
  fields: { name: line(), question: optional(text(1_000)), order: optional(integer(0, 9_999)) },
  title: 'name',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'critère',
      many: 'critères',
      fields: { name: 'Critère', question: 'La question qu’il pose', order: 'Rang' },
      empty:
        'Sur quoi comparer ? L’effet sur les familles, ce que cela coûte, qui le porterait : trois critères suffisent.',
    },
    en: {
      one: 'criterion',
      many: 'criteria',
      fields: { name: 'Criterion', question: 'The question it asks', order: 'Rank' },
      empty:
        'What to compare on? The effect on families, what it costs, who would carry it: three criteria will do.',
    },
  },
});

/** How well an option does on a criterion, from 1 (not at all) to 5 (fully), and why. */
export const score = record('score', {
  version: 1,
  circle: PARTNERS,
  fields: {
    option: ref('option'),
    criterion: ref('criterion'),
    value: integer(1, 5),
    reason: optional(text(2_000)),
  },
  title: 'value',
  columns: ['option', 'criterion', 'value', 'reason'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: {
    fr: {
      one: 'appréciation d’une option',
      many: 'appréciations des options',
      fields: { option: 'Option', criterion: 'Critère', value: 'De 1 à 5', reason: 'Pourquoi' },
      hints: { value: '1 : pas du tout ; 5 : tout à fait.' },
      empty: 'Une case par option et par critère. La raison compte plus que le chiffre.',
    },
    en: {
      one: 'rating of an option',
      many: 'ratings of options',
      fields: { option: 'Option', criterion: 'Criterion', value: 'From 1 to 5', reason: 'Why' },
      hints: { value: '1: not at all; 5: fully.' },
      empty: 'One box per option and criterion. The reason counts more than the number.',
    },
  },
});
