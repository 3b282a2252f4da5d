import { optionWords, textIn, valueOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import {
  type BudgetTotal,
  CONTRIBUTION_STATES,
  type ContributionLine,
  type ContributionTotal,
  contribution,
} from '@tablee/domain/modules/resource';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { FieldValue } from '#register/show-value.tsx';
import { useView } from '#sync/use-space.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { useMedia } from '#ui/use-media.ts';

/** Sums per currency: as one sentence each on a phone, else as a table. Currencies are never added together. */
function MoneyTotals<Key extends string>(props: {
  readonly caption: string;
  readonly totals: readonly ({ readonly currency: string } & { readonly [K in Key]: number })[];
  /** The columns, the first of which a phone's table shows too. */
  readonly columns: readonly { readonly key: Key; readonly head: string; readonly onPhone?: boolean }[];
  readonly sentence: (money: (key: Key) => string) => string;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const narrow = useMedia('(max-width: 639px)');
  type Total = (typeof props.totals)[number];
  const money = (total: Total, key: Key): string => format.money(total[key], total.currency);
  if (props.totals.length === 0) return null;
  if (narrow)
    return (
      <SentenceList
        label={props.caption}
        items={props.totals.map((total) => ({
          key: total.currency,
          text: props.sentence((key) => money(total, key)),
        }))}
      />
    );
  return (
    <DataTable
      caption={props.caption}
      rows={props.totals}
      rowKey={(total) => total.currency}
      columns={[
        { key: 'currency', head: t('resource.currency'), cell: (total) => total.currency },
        ...props.columns.map((column) => ({
          ...column,
          align: 'end' as const,
          cell: (total: Total) => money(total, column.key),
        })),
      ]}
    />
  );
}

/** What was announced, came and was acknowledged, one row per currency. */
export function ContributionTotals({ totals }: { readonly totals: readonly ContributionTotal[] }): ReactNode {
  const { t } = useLocale();
  return (
    <MoneyTotals
      caption={t('resource.totals')}
      totals={totals}
      columns={[
        { key: 'announced', head: t('resource.total.announced'), onPhone: true },
        { key: 'delivered', head: t('resource.total.delivered'), onPhone: true },
        { key: 'acknowledged', head: t('resource.total.acknowledged') },
        { key: 'open', head: t('resource.total.open') },
      ]}
      sentence={(money) =>
        t('resource.total-line', {
          announced: money('announced'),
          delivered: money('delivered'),
          open: money('open'),
        })
      }
    />
  );
}

/** What the budget asks, who pays, what is missing and spent, one row per currency. */
export function BudgetTotals({ totals }: { readonly totals: readonly BudgetTotal[] }): ReactNode {
  const { t } = useLocale();
  return (
    <MoneyTotals
      caption={t('resource.budget-totals')}
      totals={totals}
      columns={[
        { key: 'planned', head: t('resource.budget.planned'), onPhone: true },
        { key: 'funded', head: t('resource.budget.funded') },
        { key: 'gap', head: t('resource.budget.gap'), onPhone: true },
        { key: 'spent', head: t('resource.budget.spent') },
      ]}
      sentence={(money) =>
        t('resource.budget-line', { planned: money('planned'), gap: money('gap'), spent: money('spent') })
      }
    />
  );
}

/** Contributions, money and the rest alike: the committee's days stand beside the funder's sum. */
export function ContributionTable(props: {
  readonly lines: readonly ContributionLine[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const words = (line: ContributionLine): string =>
    format.text(textIn(line.entity, 'description', locale)?.text ?? t('record.untitled'));
  return (
    <DataTable
      caption={t('resource.view.contributions')}
      captionHidden
      rows={props.lines}
      rowKey={(line) => line.entity.id}
      selected={props.selected}
      columns={[
        {
          key: 'what',
          head: t('resource.head.what'),
          sortBy: words,
          cell: (line) => (
            <span id={`row-${line.entity.id}`} tabIndex={-1}>
              <Link href={props.room.href(line.entity.id)} replace>
                {words(line)}
              </Link>
            </span>
          ),
        },
        {
          key: 'who',
          head: t('resource.head.who'),
          onPhone: true,
          sortBy: (line) => actorName(view, line.organisation) ?? '',
          cell: (line) => format.text(actorName(view, line.organisation) ?? t('resource.nobody')),
        },
        {
          key: 'worth',
          head: t('resource.head.worth'),
          align: 'end',
          cell: (line) => <Worth line={line} />,
        },
        {
          key: 'state',
          head: t('resource.head.state'),
          onPhone: true,
          sortBy: (line) => CONTRIBUTION_STATES.indexOf(line.state),
          cell: (line) =>
            line.late && line.due !== undefined
              ? t('resource.state-late', {
                  date: format.date(valueOf(contribution, line.entity, 'until') ?? line.due),
                })
              : format.text(optionWords(contribution.fields.state, line.state)[locale]),
        },
      ]}
    />
  );
}

function Worth({ line }: { readonly line: ContributionLine }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const estimated = line.worth !== undefined && valueOf(contribution, line.entity, 'amount') === undefined;
  const hasQuantity = valueOf(contribution, line.entity, 'quantity') !== undefined;
  return (
    <>
      {line.worth && format.money(line.worth.minor, line.worth.currency)}
      {estimated && <small> {t('resource.estimated')}</small>}
      {hasQuantity && (
        <>
          {line.worth && <br />}
          <FieldValue declaration={contribution} entity={line.entity} name="quantity" />
        </>
      )}
      {line.worth === undefined && !hasQuantity && <small>{t('resource.not-valued')}</small>}
    </>
  );
}
