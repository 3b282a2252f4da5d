import {
  by,
  choice,
  date,
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

/** What an evaluation found, under which question and criterion, and what the partners answer to it. */
export const finding = record('finding', {
  version: 1,
  circle: PARTNERS,
  fields: {
    question: text(1_000),
    text: text(10_000),
    criterion: optional(
      choice({
        relevance: { fr: 'Pertinence', en: 'Relevance' },
        coherence: { fr: 'Cohérence', en: 'Coherence' },
        effectiveness: { fr: 'Efficacité', en: 'Effectiveness' },
        efficiency: { fr: 'Efficience', en: 'Efficiency' },
        impact: { fr: 'Impact', en: 'Impact' },
        sustainability: { fr: 'Durabilité', en: 'Sustainability' },
      }),
    ),
    evidence: optional(text(5_000)),
    indicators: refs('indicator'),
    date: optional(date()),
    response: optional(text(5_000)),
    responder: optional(ref('actor')),
  },
  title: 'question',
  columns: ['question', 'text', 'criterion', 'response'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'constat',
      many: 'constats',
      fields: {
        question: 'Question posée',
        text: 'Ce que nous constatons',
        criterion: 'Critère',
        evidence: 'Ce qui le montre',
        indicators: 'Indicateurs à l’appui',
        date: 'Date',
        response: 'Réponse des partenaires',
        responder: 'Qui y donne suite',
      },
      hints: { criterion: 'L’un des six critères du CAD de l’OCDE.' },
      empty: 'Posez d’abord vos trois questions. Les valeurs déjà saisies se rangeront dessous.',
    },
    en: {
      one: 'finding',
      many: 'findings',
      fields: {
        question: 'Question asked',
        text: 'What we find',
        criterion: 'Criterion',
        evidence: 'What shows it',
        indicators: 'Indicators behind it',
        date: 'Date',
        response: 'The partners’ response',
        responder: 'Who follows it up',
      },
      hints: { criterion: 'One of the six OECD-DAC criteria.' },
      empty: 'Ask your three questions first. Figures already recorded will line up below.',
    },
  },
});

/** The ways on that the method knows. */
export const OPTION_KINDS = ['widen', 'replicate', 'institutionalise', 'shift', 'handOver', 'end'] as const;
/** A way on. */
export type OptionKind = (typeof OPTION_KINDS)[number];

/** A way on, to be compared with others; ending is one like any other. */
export const option = record('option', {
  version: 1,
  circle: PARTNERS,
  fields: {
    name: line(),
    description: optional(text(10_000)),
    kind: choice({
      widen: { fr: 'Élargir', en: 'Widen' },
      replicate: { fr: 'Reproduire ailleurs', en: 'Replicate elsewhere' },
      institutionalise: { fr: 'Inscrire dans les institutions', en: 'Anchor in institutions' },
      shift: { fr: 'Changer de cap', en: 'Change course' },
      handOver: { fr: 'Transmettre', en: 'Hand over' },
      end: { fr: 'S’arrêter', en: 'Stop' },
    }),
    plan: optional(text(10_000)),
  },
  title: 'name',
  columns: ['name', 'kind', 'description'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'option',
      many: 'options',
      fields: {
        name: 'Nom',
        description: 'En quoi elle consiste',
        kind: 'Voie',
        plan: 'Comment nous y prendrions-nous',
      },
      empty:
        'Élargir, transmettre, changer de cap, s’arrêter : mettez au moins deux chemins côte à côte. S’arrêter mérite sa colonne.',
    },
    en: {
      one: 'option',
      many: 'options',
      fields: {
        name: 'Name',
        description: 'What it consists of',
        kind: 'Way on',
        plan: 'How we would go about it',
      },
      empty:
        'Widen, hand on, change course, stop: put at least two ways side by side. Stopping deserves its column.',
    },
  },
});
