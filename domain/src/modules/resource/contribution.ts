import {
  by,
  choice,
  date,
  KEEPERS,
  line,
  money,
  optional,
  PARTNER_ROLES,
  PARTNERS,
  quantity,
  record,
  ref,
  text,
  WRITERS,
} from '@tablee/domain/kernel';

/** The three states of a contribution, in order. */
export const CONTRIBUTION_STATES = ['announced', 'delivered', 'acknowledged'] as const;
/** A state of a contribution. */
export type ContributionState = (typeof CONTRIBUTION_STATES)[number];

const STATES = {
  announced: { fr: 'Annoncé', en: 'Announced' },
  delivered: { fr: 'Apporté', en: 'Delivered' },
  acknowledged: { fr: 'Reconnu', en: 'Acknowledged' },
} as const;

/** What a partner brings: money, things or working time, each valued in its own way. */
export const contribution = record('contribution', {
  version: 1,
  circle: PARTNERS,
  fields: {
    organisation: ref('actor'),
    kind: choice({
      money: { fr: 'En argent', en: 'Money' },
      inKind: { fr: 'En nature (matériel)', en: 'In kind' },
      time: { fr: 'En temps de travail', en: 'Time' },
    }),
    description: text(2_000),
    amount: optional(money()),
    quantity: optional(quantity()),
    valued: optional(money()),
    from: optional(date()),
    until: optional(date()),
    activity: optional(ref('activity')),
    state: choice(STATES),
    announced: optional(date()),
    delivered: optional(date()),
    acknowledged: optional(date()),
  },
  title: 'description',
  columns: ['organisation', 'kind', 'description', 'amount', 'state'],
  owner: 'organisation',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS, PARTNER_ROLES) },
  labels: {
    fr: {
      one: 'contribution',
      many: 'contributions',
      fields: {
        organisation: 'Organisation',
        kind: 'Nature de l’apport',
        description: 'Ce qui est apporté',
        amount: 'Montant',
        quantity: 'Quantité',
        valued: 'Valeur estimée',
        from: 'Du',
        until: 'Au',
        activity: 'Pour quelle activité',
        state: 'État',
        announced: 'Annoncé le',
        delivered: 'Apporté le',
        acknowledged: 'Reconnu le',
      },
      hints: {
        quantity: 'Par exemple : 12 jours, 3 camions.',
        valued: 'Ce que cela coûterait s’il fallait le payer.',
        until: 'La date à laquelle tout doit être apporté.',
      },
      empty:
        'De l’argent, du temps, une salle, un savoir : tout compte. L’apport du comité de quartier se voit autant que celui du bailleur.',
    },
    en: {
      one: 'contribution',
      many: 'contributions',
      fields: {
        organisation: 'Organisation',
        kind: 'Kind',
        description: 'What is brought',
        amount: 'Amount',
        quantity: 'Quantity',
        valued: 'Estimated value',
        from: 'From',
        until: 'Until',
        activity: 'For which activity',
        state: 'State',
        announced: 'Announced on',
        delivered: 'Delivered on',
        acknowledged: 'Acknowledged on',
      },
      hints: {
        quantity: 'For example: 12 days, 3 lorries.',
        valued: 'What it would cost if it had to be paid for.',
        until: 'The date by which all of it should be there.',
      },
      empty:
        'Money, time, a room, know-how: all of it counts. The neighbourhood committee’s share shows as much as the funder’s.',
    },
  },
});

/** A line of the budget: what something costs, what was spent, who pays. */
export const budgetLine = record('budgetLine', {
  version: 1,
  circle: PARTNERS,
  fields: {
    title: line(),
    activity: optional(ref('activity')),
    funder: optional(ref('actor')),
    planned: money(),
    spent: optional(money()),
    from: optional(date()),
    until: optional(date()),
    note: optional(text(2_000)),
  },
  title: 'title',
  columns: ['title', 'funder', 'planned', 'spent', 'until'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'ligne du budget',
      many: 'lignes du budget',
      fields: {
        title: 'Intitulé',
        activity: 'Activité',
        funder: 'Qui paie',
        planned: 'Prévu',
        spent: 'Dépensé',
        from: 'Du',
        until: 'Au',
        note: 'Remarque',
      },
      empty:
        'Qu’est-ce que cela coûtera, et qui paie ? Une ligne par dépense ; une ligne sans payeur montre ce qui manque encore.',
    },
    en: {
      one: 'budget line',
      many: 'budget lines',
      fields: {
        title: 'Title',
        activity: 'Activity',
        funder: 'Who pays',
        planned: 'Planned',
        spent: 'Spent',
        from: 'From',
        until: 'Until',
        note: 'Note',
      },
      empty:
        'What will it cost, and who pays? One line per expense; a line without a payer shows what is still missing.',
    },
  },
});
