import {
  by,
  choice,
  integer,
  KEEPERS,
  line,
  optional,
  PARTNERS,
  record,
  ref,
  refs,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** One clause of an agreement: discussed by itself, traced to what it leads to. */
export const clause = record('clause', {
  version: 1,
  circle: PARTNERS,
  fields: {
    agreement: optional(ref('agreement')),
    order: integer(0, 9_999),
    title: line(),
    text: text(50_000),
    kind: optional(
      choice({
        preamble: { fr: 'Préambule', en: 'Preamble' },
        purpose: { fr: 'Objet et buts', en: 'Purpose and goals' },
        roles: { fr: 'Rôles et contributions', en: 'Roles and contributions' },
        governance: { fr: 'Gouvernance et décisions', en: 'Governance and decisions' },
        money: { fr: 'Moyens', en: 'Resources' },
        information: { fr: 'Information et données', en: 'Information and data' },
        dispute: { fr: 'Désaccords et plaintes', en: 'Disagreements and complaints' },
        duration: { fr: 'Durée, adhésion, départ, fin', en: 'Duration, accession, withdrawal, end' },
        other: { fr: 'Autre', en: 'Other' },
      }),
    ),
    results: refs('result'),
    activities: refs('activity'),
    indicators: refs('indicator'),
    organisations: refs('actor'),
  },
  title: 'title',
  columns: ['order', 'title', 'kind', 'results', 'activities'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'clause',
      many: 'clauses',
      fields: {
        agreement: 'Accord',
        order: 'Numéro',
        title: 'Titre',
        text: 'Texte',
        kind: 'De quoi elle traite',
        results: 'Résultats liés',
        activities: 'Activités liées',
        indicators: 'Indicateurs liés',
        organisations: 'Qui elle engage',
      },
      hints: { activities: 'Ce qui sera fait parce que cette clause existe.' },
      empty:
        'Écrivez d’abord ce sur quoi vous êtes d’accord. Chaque clause se discute à part ; on signe quand le texte ne bouge plus.',
    },
    en: {
      one: 'clause',
      many: 'clauses',
      fields: {
        agreement: 'Agreement',
        order: 'Number',
        title: 'Title',
        text: 'Text',
        kind: 'What it is about',
        results: 'Linked results',
        activities: 'Linked activities',
        indicators: 'Linked indicators',
        organisations: 'Whom it binds',
      },
      hints: { activities: 'What will be done because this clause exists.' },
      empty:
        'First write what you agree on. Each clause is discussed by itself; you sign once the text stands still.',
    },
  },
});
