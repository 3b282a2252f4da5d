import { textIn, valueOf } from '@tablee/domain/kernel';
import { indicator, milestone } from '@tablee/domain/modules/result';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useRecords } from '#register/register-view.tsx';
import { FieldValue } from '#register/show-value.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import type { ChainEntry } from './chain-entry.ts';
import { AssumptionLine } from './chain-outline.tsx';
import css from './result-table.module.css';

interface TableProps {
  readonly entries: readonly ChainEntry[];
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}

/** The logframe: results, indicators with baseline and target, sources of verification, assumptions. */
export function Logframe({ entries, room, selected }: TableProps): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  return (
    <DataTable
      caption={t('result.logframe')}
      captionHidden
      phone="scroll"
      rows={entries}
      rowKey={(entry) => entry.id}
      selected={selected}
      columns={[
        {
          key: 'result',
          head: t('result.head.result'),
          cell: (entry) => (
            <div className={css['cell']}>
              <small>{t(`result.level.${entry.level}`)}</small>
              <span id={`row-${entry.id}`} tabIndex={-1}>
                <Link href={room.href(entry.id)} replace>
                  {entry.words}
                </Link>
              </span>
            </div>
          ),
        },
        {
          key: 'indicators',
          head: t('result.indicators'),
          cell: (entry) =>
            entry.indicators.length === 0 ? (
              <small>{t('result.no-indicator')}</small>
            ) : (
              <ul className={css['cell']}>
                {entry.indicators.map((held) => (
                  <li key={held.id}>
                    <Link href={room.href(held.id)} replace>
                      {held.words}
                    </Link>
                    <br />
                    <small>
                      <FieldValue declaration={indicator} entity={held.entity} name="baseline" /> →{' '}
                      <FieldValue declaration={indicator} entity={held.entity} name="target" />
                    </small>
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: 'sources',
          head: t('result.head.sources'),
          cell: (entry) =>
            entry.indicators
              .flatMap((held) => textIn(held.entity, 'source', locale)?.text ?? [])
              .map((source) => format.text(source))
              .join(' · '),
        },
        {
          key: 'assumptions',
          head: t('result.assumptions'),
          cell: (entry) => (
            <ul className={css['cell']}>
              {entry.assumptions.map((held) => (
                <li key={held.id}>
                  <AssumptionLine held={held} room={room} />
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

/** Indicators with where they start, where they are to be by when, who records them and how often. */
export function IndicatorTable({ entries, room, selected }: TableProps): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const rows = useRecords(indicator);
  const steps = useRecords(milestone);
  const resultOf = (id: string | undefined): string =>
    entries.find((entry) => entry.id === id)?.words ?? t('result.no-result');
  return (
    <DataTable
      caption={t('result.indicators')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      selected={selected}
      columns={[
        {
          key: 'name',
          head: t('result.head.counted'),
          sortBy: (row) => textIn(row, 'name', locale)?.text ?? '',
          cell: (row) => (
            <div className={css['cell']}>
              <span id={`row-${row.id}`} tabIndex={-1}>
                <Link href={room.href(row.id)} replace>
                  {format.text(textIn(row, 'name', locale)?.text ?? t('record.untitled'))}
                </Link>
              </span>
              <small>{resultOf(valueOf(indicator, row, 'result'))}</small>
            </div>
          ),
        },
        {
          key: 'baseline',
          head: t('result.head.baseline'),
          align: 'end',
          onPhone: true,
          headOnPhone: true,
          cell: (row) => (
            <Figure row={row} value="baseline" date="baselineDate" missing={t('result.no-baseline')} />
          ),
        },
        {
          key: 'target',
          head: t('result.head.target'),
          align: 'end',
          onPhone: true,
          headOnPhone: true,
          cell: (row) => (
            <>
              <Figure row={row} value="target" date="targetDate" missing={t('result.no-target')} />
              <Steps n={steps.filter((step) => valueOf(milestone, step, 'indicator') === row.id).length} />
            </>
          ),
        },
        {
          key: 'collector',
          head: t('result.head.collector'),
          cell: (row) => (
            <>
              {valueOf(indicator, row, 'collector') === undefined ? (
                <small>{t('result.no-collector')}</small>
              ) : (
                <FieldValue declaration={indicator} entity={row} name="collector" />
              )}
              <br />
              <small>
                <FieldValue declaration={indicator} entity={row} name="rhythm" />
              </small>
            </>
          ),
        },
      ]}
    />
  );
}

function Steps({ n }: { readonly n: number }): ReactNode {
  const { t } = useLocale();
  return n === 0 ? null : (
    <>
      <br />
      <small>{t('result.steps', { n })}</small>
    </>
  );
}

function Figure(props: {
  readonly row: Parameters<typeof FieldValue>[0]['entity'];
  readonly value: 'baseline' | 'target';
  readonly date: 'baselineDate' | 'targetDate';
  readonly missing: string;
}): ReactNode {
  const format = useFormat();
  if (valueOf(indicator, props.row, props.value) === undefined) return <small>{props.missing}</small>;
  const date = valueOf(indicator, props.row, props.date);
  return (
    <>
      <FieldValue declaration={indicator} entity={props.row} name={props.value} />
      {date !== undefined && (
        <>
          <br />
          <small>{format.date(date)}</small>
        </>
      )}
    </>
  );
}
