import { type Money, type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { lastDay, order, ratio, recordsIn } from '../reading/index.ts';
import { budgetLine, type ContributionState, contribution } from './contribution.ts';

/** One contribution as lists show it. */
export interface ContributionLine {
  readonly entity: RecordEntity;
  readonly organisation: string | undefined;
  readonly kind: 'money' | 'inKind' | 'time';
  readonly state: ContributionState;
  /** What it counts for: the amount of money, else the estimated value; absent where nobody estimated it. */
  readonly worth: Money | undefined;
  /** The last day by which it should be there. */
  readonly due: string | undefined;
  /** True when it is only announced and its day has passed. */
  readonly late: boolean;
}

/** All contributions, by organisation. */
export const contributionLines = (view: View, today: string): readonly ContributionLine[] =>
  recordsIn(view, 'contribution').map((entity) => {
    const until = valueOf(contribution, entity, 'until');
    const state = valueOf(contribution, entity, 'state') ?? 'announced';
    const due = until === undefined ? undefined : lastDay(until);
    return {
      entity,
      organisation: valueOf(contribution, entity, 'organisation'),
      kind: valueOf(contribution, entity, 'kind') ?? 'inKind',
      state,
      worth: valueOf(contribution, entity, 'amount') ?? valueOf(contribution, entity, 'valued'),
      due,
      late: state === 'announced' && due !== undefined && due < today,
    };
  });

/** Sums of one currency, in its minor units; currencies are never added together. */
export interface ContributionTotal {
  readonly currency: string;
  /** Everything said: announced, delivered and acknowledged. */
  readonly announced: number;
  /** What came: delivered and acknowledged. */
  readonly delivered: number;
  readonly acknowledged: number;
  /** Announced and not here yet. */
  readonly open: number;
}

/** Totals per currency, by code. What nobody valued is counted by {@link unvalued}, not here. */
export const contributionTotals = (lines: readonly ContributionLine[]): readonly ContributionTotal[] => {
  const currencies = [...new Set(lines.flatMap((line) => line.worth?.currency ?? []))].sort();
  return currencies.map((currency) => {
    const sumOf = (states: readonly ContributionState[]): number =>
      lines
        .filter((line) => line.worth?.currency === currency && states.includes(line.state))
        .reduce((sum, line) => sum + (line.worth?.minor ?? 0), 0);
    const announced = sumOf(['announced', 'delivered', 'acknowledged']);
    const delivered = sumOf(['delivered', 'acknowledged']);
    return {
      currency,
      announced,
      delivered,
      acknowledged: sumOf(['acknowledged']),
      open: announced - delivered,
    };
  });
};

/** Contributions that nobody valued in money: as real as the others, and named beside every total. */
export const unvalued = (lines: readonly ContributionLine[]): readonly ContributionLine[] =>
  lines.filter((line) => line.worth === undefined);

/** The organisation that brings most in a currency, with its exact share. */
export interface LargestSource {
  readonly currency: string;
  readonly organisation: string;
  readonly minor: number;
  readonly total: number;
  /** `minor / total` in lowest terms. */
  readonly share: { readonly num: string; readonly den: string };
  /** True when it brings more than half. */
  readonly moreThanHalf: boolean;
}

/** The largest source per currency, by what was announced; of two equal ones the first by id. */
export const largestSources = (lines: readonly ContributionLine[]): readonly LargestSource[] =>
  contributionTotals(lines).flatMap(({ currency, announced: total }): LargestSource[] => {
    const sums = new Map<string, number>();
    for (const line of lines)
      if (line.worth?.currency === currency && line.organisation !== undefined)
        sums.set(line.organisation, (sums.get(line.organisation) ?? 0) + line.worth.minor);
    const [largest] = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    if (largest === undefined || total <= 0) return [];
    const share = ratio(largest[1], total);
    return [
      {
        currency,
        organisation: largest[0],
        minor: largest[1],
        total,
        share: { num: `${share.num}`, den: `${share.den}` },
        moreThanHalf: order(share, ratio(1, 2)) > 0,
      },
    ];
  });

/** What the budget asks, what is covered and spent, per currency in minor units. */
export interface BudgetTotal {
  readonly currency: string;
  readonly planned: number;
  /** Planned on lines that somebody pays. */
  readonly funded: number;
  readonly gap: number;
  readonly spent: number;
}

/** Totals of the budget per currency; the gap is what stands on lines without a payer. */
export const budgetTotals = (view: View): readonly BudgetTotal[] => {
  const lines = recordsIn(view, 'budgetLine').map((entity) => ({
    planned: valueOf(budgetLine, entity, 'planned'),
    spent: valueOf(budgetLine, entity, 'spent'),
    funded: valueOf(budgetLine, entity, 'funder') !== undefined,
  }));
  const currencies = [
    ...new Set(lines.flatMap((line) => [line.planned?.currency ?? [], line.spent?.currency ?? []].flat())),
  ].sort();
  return currencies.map((currency) => {
    const of = (amount: Money | undefined): number => (amount?.currency === currency ? amount.minor : 0);
    const planned = lines.reduce((sum, line) => sum + of(line.planned), 0);
    const funded = lines.reduce((sum, line) => sum + (line.funded ? of(line.planned) : 0), 0);
    return {
      currency,
      planned,
      funded,
      gap: planned - funded,
      spent: lines.reduce((sum, line) => sum + of(line.spent), 0),
    };
  });
};
