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

/** What was announced, came and was acknowledged, one row per currency: currencies are never added together. */
export function ContributionTotals({ totals }: { readonly totals: readonly ContributionTotal[] }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const narrow = useMedia('(max-width: 639px)');
  if (totals.length === 0) return null;
  if (narrow)
    return (
      <SentenceList
        label={t('resource.totals')}
        items={totals.map((total) => ({
          key: total.currency,
          text: t('resource.total-line', {
            announced: format.money(total.announced, total.currency),
            delivered: format.money(total.delivered, total.currency),
            open: format.money(total.open, total.currency),
          }),
        }))}
      />
    );
  const column = (key: 'announced' | 'delivered' | 'acknowledged' | 'open') => ({
    key,
    head: t(`resource.total.${key}`),
    align: 'end' as const,
    onPhone: key === 'announced' || key === 'delivered',
    cell: (total: ContributionTotal) => format.money(total[key], total.currency),
  });
  return (
    <DataTable
      caption={t('resource.totals')}
      rows={totals}
      rowKey={(total) => total.currency}
      columns={[
        { key: 'currency', head: t('resource.currency'), cell: (total) => total.currency },
        column('announced'),
        column('delivered'),
        column('acknowledged'),
        column('open'),
      ]}
    />
  );
}

/** What the budget asks, who pays, what is missing and spent, one row per currency. */
export function BudgetTotals({ totals }: { readonly totals: readonly BudgetTotal[] }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const narrow = useMedia('(max-width: 639px)');
  if (totals.length === 0) return null;
  if (narrow)
    return (
      <SentenceList
        label={t('resource.budget-totals')}
        items={totals.map((total) => ({
          key: total.currency,
          text: t('resource.budget-line', {
            planned: format.money(total.planned, total.currency),
            gap: format.money(total.gap, total.currency),
            spent: format.money(total.spent, total.currency),
          }),
        }))}
      />
    );
  const column = (key: 'planned' | 'funded' | 'gap' | 'spent') => ({
    key,
    head: t(`resource.budget.${key}`),
    align: 'end' as const,
    onPhone: key === 'planned' || key === 'gap',
    cell: (total: BudgetTotal) => format.money(total[key], total.currency),
  });
  return (
    <DataTable
      caption={t('resource.budget-totals')}
      rows={totals}
      rowKey={(total) => total.currency}
      columns={[
        { key: 'currency', head: t('resource.currency'), cell: (total) => total.currency },
        column('planned'),
        column('funded'),
        column('gap'),
        column('spent'),
      ]}
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
