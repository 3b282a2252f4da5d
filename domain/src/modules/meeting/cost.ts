import {
  by,
  choice,
  flag,
  KEEPERS,
  line,
  type Money,
  money,
  optional,
  record,
  ref,
  SECRETARIAT,
  type View,
  valueOf,
  WRITERS,
} from '@tablee/domain/kernel';
import { actorName } from '../actor/index.ts';
import { recordIn, recordsIn } from '../reading/index.ts';
import { attendance } from './attendance.ts';

/** What was paid for. */
export const COST_KIND = {
  transport: { fr: 'Transport', en: 'Transport' },
  perDiem: { fr: 'Indemnité journalière', en: 'Per diem' },
  lodging: { fr: 'Hébergement', en: 'Lodging' },
  meals: { fr: 'Repas', en: 'Meals' },
  room: { fr: 'Salle', en: 'Room' },
  interpreting: { fr: 'Interprétation', en: 'Interpreting' },
  other: { fr: 'Autre', en: 'Other' },
} as const;

/** One cost of a meeting: for somebody on the attendance sheet, or for all. The secretariat reads it. */
export const meetingCost = record('meetingCost', {
  version: 1,
  circle: SECRETARIAT,
  fields: {
    meeting: ref('meeting'),
    attendance: optional(ref('attendance')),
    kind: choice(COST_KIND),
    amount: money(),
    note: optional(line(300)),
    receipt: optional(flag()),
    paid: optional(flag()),
  },
  title: 'note',
  columns: ['meeting', 'attendance', 'kind', 'amount', 'note', 'receipt', 'paid'],
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(KEEPERS) },
  labels: {
    fr: {
      one: 'frais de réunion',
      many: 'frais de réunion',
      fields: {
        meeting: 'Réunion',
        attendance: 'Pour qui',
        kind: 'Quoi',
        amount: 'Montant',
        note: 'Précision',
        receipt: 'Pièce remise',
        paid: 'Payé',
      },
      empty: 'Transport, indemnités, salle : une ligne par paiement, telle que l’auditeur la lira.',
    },
    en: {
      one: 'meeting cost',
      many: 'meeting costs',
      fields: {
        meeting: 'Meeting',
        attendance: 'For whom',
        kind: 'What',
        amount: 'Amount',
        note: 'Detail',
        receipt: 'Receipt handed in',
        paid: 'Paid',
      },
      empty: 'Transport, per diems, room: one line per payment, as the auditor will read it.',
    },
  },
});

/** A cost with whom it was for. */
export interface CostLine {
  readonly id: string;
  readonly kind: keyof typeof COST_KIND;
  readonly amount: Money;
  readonly organisationName: string | undefined;
  readonly person: string | undefined;
  readonly personName: string | undefined;
  readonly note: string | undefined;
  readonly receipt: boolean;
  readonly paid: boolean;
}

/** The costs of a meeting, and their sum in each currency; currencies are never added up. */
export interface MeetingCosts {
  readonly lines: readonly CostLine[];
  readonly totals: readonly Money[];
}

/** The costs of a meeting: what is for somebody first, by organisation, then what is for all. */
export const costsOf = (view: View, id: string): MeetingCosts => {
  const lines = recordsIn(view, 'meetingCost')
    .filter((entity) => valueOf(meetingCost, entity, 'meeting') === id)
    .flatMap((entity): readonly CostLine[] => {
      const amount = valueOf(meetingCost, entity, 'amount');
      if (amount === undefined) return [];
      const row = recordIn(view, 'attendance', valueOf(meetingCost, entity, 'attendance'));
      return [
        {
          id: entity.id,
          kind: valueOf(meetingCost, entity, 'kind') ?? 'other',
          amount,
          organisationName: actorName(view, valueOf(attendance, row, 'organisation')),
          person: valueOf(attendance, row, 'person'),
          personName: valueOf(attendance, row, 'personName'),
          note: valueOf(meetingCost, entity, 'note'),
          receipt: valueOf(meetingCost, entity, 'receipt') === true,
          paid: valueOf(meetingCost, entity, 'paid') === true,
        },
      ];
    })
    .sort((a, b) =>
      (a.organisationName ?? '~') === (b.organisationName ?? '~')
        ? a.id < b.id
          ? -1
          : 1
        : (a.organisationName ?? '~') < (b.organisationName ?? '~')
          ? -1
          : 1,
    );
  const sums = new Map<string, number>();
  for (const { amount } of lines) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor);
  const totals = [...sums].map(([currency, minor]) => ({ currency, minor }));
  return { lines, totals: totals.sort((a, b) => (a.currency < b.currency ? -1 : 1)) };
};
