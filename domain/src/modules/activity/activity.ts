import {
  by,
  choice,
  date,
  KEEPERS,
  line,
  optional,
  PARTNER_ROLES,
  PARTNERS,
  record,
  ref,
  refs,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** How far an activity is. */
export const PROGRESS = ['notStarted', 'underWay', 'done', 'stopped'] as const;
/** How far an activity is. */
export type Progress = (typeof PROGRESS)[number];
/** The judgement in words on how it goes. */
export const RATINGS = ['onTrack', 'atRisk', 'offTrack', 'notRated'] as const;
/** The judgement in words on how it goes. */
export type Rating = (typeof RATINGS)[number];

/** A line of the roadmap: what is done, by when, and the one organisation that answers for it. */
export const activity = record('activity', {
  version: 1,
  circle: PARTNERS,
  fields: {
    title: text(1_000),
    result: optional(ref('result')),
    accountable: optional(ref('actor')),
    involved: refs('actor'),
    start: optional(date()),
    end: optional(date()),
    progress: choice({
      notStarted: { fr: 'Pas commencé', en: 'Not started' },
      underWay: { fr: 'En cours', en: 'Under way' },
      done: { fr: 'Fait', en: 'Done' },
      stopped: { fr: 'Arrêté', en: 'Stopped' },
    }),
    rating: optional(
      choice({
        onTrack: { fr: 'En bonne voie', en: 'On track' },
        atRisk: { fr: 'À risque', en: 'At risk' },
        offTrack: { fr: 'En difficulté', en: 'Off track' },
        notRated: { fr: 'Non apprécié', en: 'Not rated' },
      }),
    ),
    ratingReason: optional(text(2_000)),
    ratingDate: optional(date()),
    workstream: optional(line(120)),
    after: refs('activity'),
  },
  title: 'title',
  columns: ['title', 'accountable', 'end', 'progress', 'rating'],
  owner: 'accountable',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS, PARTNER_ROLES) },
  labels: {
    fr: {
      one: 'activité',
      many: 'activités',
      fields: {
        title: 'Ce qui est fait',
        result: 'Résultat visé',
        accountable: 'Organisation qui en répond',
        involved: 'Avec',
        start: 'Début',
        end: 'Fin',
        progress: 'Avancement',
        rating: 'Appréciation',
        ratingReason: 'Pourquoi cette appréciation',
        ratingDate: 'Date de l’appréciation',
        workstream: 'Chantier',
        after: 'Commence après',
      },
      hints: { accountable: 'Une seule organisation ; les autres l’accompagnent.' },
      empty:
        'Dans trois mois, que pourra-t-on voir ? Écrivez-le, avec une organisation qui en répond et une date.',
    },
    en: {
      one: 'activity',
      many: 'activities',
      fields: {
        title: 'What is done',
        result: 'Result it serves',
        accountable: 'Organisation answering for it',
        involved: 'With',
        start: 'Start',
        end: 'End',
        progress: 'Progress',
        rating: 'Rating',
        ratingReason: 'Why this rating',
        ratingDate: 'Date of the rating',
        workstream: 'Workstream',
        after: 'Starts after',
      },
      hints: { accountable: 'One organisation only; the others work alongside.' },
      empty:
        'In three months, what will there be to see? Write it down, with one organisation answering for it and a date.',
    },
  },
});
