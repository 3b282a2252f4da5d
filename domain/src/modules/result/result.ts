import {
  by,
  choice,
  integer,
  KEEPERS,
  optional,
  PARTNERS,
  record,
  refs,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** The levels of the chain from the end to the means: impact first, activities last. */
export const LEVELS = ['impact', 'outcome', 'output', 'activity'] as const;
/** A level of the results chain. */
export type Level = (typeof LEVELS)[number];

/** One step of the results chain; `leadsTo` names the results that it is thought to bring about. */
export const result = record('result', {
  version: 1,
  circle: PARTNERS,
  fields: {
    statement: text(2_000),
    level: choice({
      impact: { fr: 'Impact', en: 'Impact' },
      outcome: { fr: 'Effet', en: 'Outcome' },
      output: { fr: 'Produit', en: 'Output' },
      activity: { fr: 'Activité', en: 'Activity' },
    }),
    leadsTo: refs('result'),
    order: optional(integer(0, 9_999)),
  },
  title: 'statement',
  columns: ['level', 'statement', 'leadsTo'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'résultat',
      many: 'résultats',
      fields: { statement: 'Ce qui change', level: 'Niveau', leadsTo: 'Contribue à', order: 'Rang' },
      hints: {
        statement: 'Une phrase : qui fait ou vit quoi autrement ?',
        leadsTo: 'Les résultats que celui-ci doit rendre possibles.',
        order: 'Sa place parmi les résultats du même niveau.',
      },
      empty:
        'Partez de la fin : quel changement durable ? Puis remontez : que faut-il juste avant ? Notez aussi ce que vous supposez ; nous y veillerons.',
    },
    en: {
      one: 'result',
      many: 'results',
      fields: { statement: 'What changes', level: 'Level', leadsTo: 'Contributes to', order: 'Rank' },
      hints: {
        statement: 'One sentence: who does or lives what differently?',
        leadsTo: 'The results that this one is to make possible.',
        order: 'Its place among the results of the same level.',
      },
      empty:
        'Start at the end: what lasting change? Then step back: what has to be true just before? Write down what you assume too; we will keep watch.',
    },
  },
});
