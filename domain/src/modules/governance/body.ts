import {
  by,
  choice,
  date,
  flag,
  integer,
  KEEPERS,
  line,
  optional,
  PARTNERS,
  person,
  record,
  ref,
  text,
} from '@tablee/domain/kernel';
import { SECTOR } from '../actor/index.ts';

/** A board, committee or assembly, with its mandate; its seats name it. */
export const body = record('body', {
  version: 1,
  circle: PARTNERS,
  fields: {
    name: line(),
    mandate: optional(text(10_000)),
    meets: optional(line()),
    rule: optional(ref('rule')),
  },
  title: 'name',
  columns: ['name', 'meets', 'rule'],
  who: { add: by(KEEPERS), change: by(KEEPERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'instance',
      many: 'instances',
      fields: { name: 'Nom', mandate: 'Mandat', meets: 'Se réunit', rule: 'Règle de décision' },
      hints: {
        mandate: 'Ce qu’elle décide, et ce qu’elle ne décide pas.',
        meets: 'Par exemple : quatre fois par an.',
      },
      empty:
        'Un comité de quatre sièges, un par secteur, est un bon début. Dites aussi à qui se plaindre quand cela ne va pas.',
    },
    en: {
      one: 'governance body',
      many: 'governance bodies',
      fields: { name: 'Name', mandate: 'Mandate', meets: 'Meets', rule: 'Decision rule' },
      hints: { mandate: 'What it decides, and what it does not.', meets: 'For example: four times a year.' },
      empty:
        'A committee of four seats, one per sector, is a good start. Say too where to turn when things go wrong.',
    },
  },
});

/** A place in a body: of which organisation and sector, held by whom, until when, with or without a vote. */
export const seat = record('seat', {
  version: 1,
  circle: PARTNERS,
  fields: {
    body: ref('body'),
    name: optional(line()),
    organisation: optional(ref('actor')),
    sector: choice(SECTOR),
    holder: optional(person()),
    deputy: optional(person()),
    from: optional(date()),
    until: optional(date()),
    voting: flag(),
    order: optional(integer(0, 9_999)),
  },
  title: 'name',
  columns: ['body', 'organisation', 'sector', 'holder', 'deputy', 'until'],
  owner: 'organisation',
  who: { add: by(KEEPERS), change: by(KEEPERS, ['leader', 'focal']), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'siège',
      many: 'sièges',
      fields: {
        body: 'Instance',
        name: 'Intitulé',
        organisation: 'Organisation',
        sector: 'Secteur',
        holder: 'Titulaire',
        deputy: 'Suppléance',
        from: 'Depuis le',
        until: 'Jusqu’au',
        voting: 'Avec voix',
        order: 'Place à table',
      },
      hints: { voting: 'Un siège sans voix prend part aux échanges, pas au décompte.' },
      empty:
        'Qui s’assied autour de la table ? Un siège par organisation ; laissez vide celui qui attend encore quelqu’un.',
    },
    en: {
      one: 'seat',
      many: 'seats',
      fields: {
        body: 'Body',
        name: 'Title',
        organisation: 'Organisation',
        sector: 'Sector',
        holder: 'Holder',
        deputy: 'Deputy',
        from: 'Since',
        until: 'Until',
        voting: 'With a vote',
        order: 'Place at the table',
      },
      hints: { voting: 'A seat without a vote takes part in the talk, not in the count.' },
      empty:
        'Who sits around the table? One seat per organisation; leave empty the one that still waits for somebody.',
    },
  },
});
