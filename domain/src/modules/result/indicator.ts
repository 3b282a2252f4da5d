import {
  by,
  choice,
  date,
  KEEPERS,
  line,
  optional,
  PARTNER_ROLES,
  PARTNERS,
  quantity,
  record,
  ref,
  tags,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** How often a figure is due: once a month, a quarter, half a year or a year. */
export const RHYTHMS = ['month', 'quarter', 'halfYear', 'year'] as const;
/** A rhythm of collection. */
export type Rhythm = (typeof RHYTHMS)[number];

/** What shows that a result is coming: where it stood, where it is to be by when, who collects it and how often. */
export const indicator = record('indicator', {
  version: 1,
  circle: PARTNERS,
  fields: {
    name: text(1_000),
    result: optional(ref('result')),
    unit: optional(line(60)),
    direction: choice({
      up: { fr: 'Doit monter', en: 'Should rise' },
      down: { fr: 'Doit baisser', en: 'Should fall' },
    }),
    baseline: optional(quantity()),
    baselineDate: optional(date()),
    target: optional(quantity()),
    targetDate: optional(date()),
    source: optional(text(2_000)),
    collector: optional(ref('actor')),
    rhythm: optional(
      choice({
        month: { fr: 'Chaque mois', en: 'Every month' },
        quarter: { fr: 'Chaque trimestre', en: 'Every quarter' },
        halfYear: { fr: 'Chaque semestre', en: 'Every half-year' },
        year: { fr: 'Chaque année', en: 'Every year' },
      }),
    ),
    disaggregation: tags(),
    sdg: tags(),
  },
  title: 'name',
  columns: ['name', 'result', 'baseline', 'target', 'targetDate', 'collector', 'rhythm'],
  owner: 'collector',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS, PARTNER_ROLES) },
  labels: {
    fr: {
      one: 'indicateur',
      many: 'indicateurs',
      fields: {
        name: 'Ce que l’on compte',
        result: 'Résultat',
        unit: 'Unité',
        direction: 'Sens voulu',
        baseline: 'Valeur de référence',
        baselineDate: 'Date de référence',
        target: 'Cible',
        targetDate: 'À atteindre d’ici',
        source: 'Source de vérification',
        collector: 'Qui renseigne',
        rhythm: 'Rythme',
        disaggregation: 'Ventilé par',
        sdg: 'Objectifs de développement durable',
      },
      hints: {
        disaggregation: 'Par exemple : sexe, âge, quartier.',
        sdg: 'Par exemple : 6.1.',
        source: 'Où chacun peut vérifier la valeur.',
      },
      empty:
        'À quoi verra-t-on que cela change ? Un nombre suffit : d’où l’on part, où l’on va, pour quand, et qui le relève sur place.',
    },
    en: {
      one: 'indicator',
      many: 'indicators',
      fields: {
        name: 'What is counted',
        result: 'Result',
        unit: 'Unit',
        direction: 'Wished direction',
        baseline: 'Baseline',
        baselineDate: 'Date of the baseline',
        target: 'Target',
        targetDate: 'To be reached by',
        source: 'Source of verification',
        collector: 'Who records it',
        rhythm: 'Rhythm',
        disaggregation: 'Broken down by',
        sdg: 'Sustainable Development Goals',
      },
      hints: {
        disaggregation: 'For example: sex, age, neighbourhood.',
        sdg: 'For example: 6.1.',
        source: 'Where anyone can check the figure.',
      },
      empty:
        'How shall we see that it changes? One number will do: where we start, where we are going, by when, and who notes it on the spot.',
    },
  },
});

/** A value to be reached on the way from the baseline to the target. */
export const milestone = record('milestone', {
  version: 1,
  circle: PARTNERS,
  fields: { indicator: ref('indicator'), date: date(), value: quantity(), note: optional(line()) },
  title: 'date',
  columns: ['indicator', 'date', 'value'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: {
    fr: {
      one: 'valeur intermédiaire',
      many: 'valeurs intermédiaires',
      fields: { indicator: 'Indicateur', date: 'Date', value: 'Valeur à atteindre', note: 'Remarque' },
      empty:
        'Entre la valeur de référence et la cible, où faut-il être et quand ? Sans étape, le chemin est une ligne droite.',
    },
    en: {
      one: 'interim value',
      many: 'interim values',
      fields: { indicator: 'Indicator', date: 'Date', value: 'Value to reach', note: 'Note' },
      empty:
        'Between baseline and target, where should we be and when? Without a step the path is a straight line.',
    },
  },
});
