import {
  by,
  choice,
  date,
  KEEPERS,
  link,
  optional,
  PARTNERS,
  record,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** Whether a fact of the context helps the partnership or hinders it. */
export const EFFECT = {
  helps: { fr: 'Aide', en: 'Helps' },
  hinders: { fr: 'Freine', en: 'Hinders' },
} as const;

/** A fact of the context, with its source and the day on which somebody looks at it again. */
export const contextFact = record('contextFact', {
  version: 1,
  circle: PARTNERS,
  fields: {
    title: text(500),
    effect: choice(EFFECT),
    evidence: optional(text(5_000)),
    source: optional(text(500)),
    address: optional(link()),
    reviewDate: optional(date()),
  },
  title: 'title',
  columns: ['title', 'effect', 'source', 'reviewDate'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'fait du contexte',
      many: 'faits du contexte',
      fields: {
        title: 'Fait',
        effect: 'Aide ou freine',
        evidence: 'Ce qui le montre',
        source: 'Source',
        address: 'Adresse de la source',
        reviewDate: 'À revoir le',
      },
      empty: 'Une élection en mars ? Un projet voisin ? Une ligne et une source suffisent.',
    },
    en: {
      one: 'context fact',
      many: 'context facts',
      fields: {
        title: 'Fact',
        effect: 'Helps or hinders',
        evidence: 'What shows it',
        source: 'Source',
        address: 'Address of the source',
        reviewDate: 'Look again on',
      },
      empty: 'An election in March? A project next door? One line and a source will do.',
    },
  },
});
