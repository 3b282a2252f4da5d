import { type AnyRecord, isPresent, openConflicts, type RecordEntity, titleOf } from '@tablee/domain/kernel';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useOpenSpace, useView } from '../sync/use-space.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Link } from '../ui/link.tsx';
import { EmptyState } from '../ui/state-line.tsx';
import { isRecord } from './draft.ts';
import { FieldValue } from './show-value.tsx';

/** Props of {@link RegisterTable}. */
export interface RegisterTableProps {
  readonly declaration: AnyRecord;
  /** Only these; all visible ones when absent. */
  readonly filter?: (entity: RecordEntity) => boolean;
  readonly columns?: readonly string[];
  readonly href: (id: string) => string;
  readonly selected?: string | undefined;
  /** What to do when there is nothing yet. */
  readonly emptyAction?: ReactNode;
}

/** The visible records of a type. */
export const useRecords = (
  declaration: AnyRecord,
  filter: (entity: RecordEntity) => boolean = () => true,
): readonly RecordEntity[] => {
  const view = useView();
  return [...view.list(declaration.name)]
    .filter(isRecord)
    .filter((entity) => isPresent(entity) || openConflicts(entity).length > 0)
    .filter(filter);
};

/** A side register as a table, from its declaration: title as link, then the declared columns. */
export function RegisterTable(props: RegisterTableProps): ReactNode {
  const { declaration } = props;
  const { locale, t } = useLocale();
  const format = useFormat();
  const { store } = useOpenSpace();
  const rows = useRecords(declaration, props.filter);
  const words = declaration.labels[locale];
  const names = (props.columns ?? declaration.columns ?? Object.keys(declaration.fields)).filter(
    (name) => name !== declaration.title,
  );
  if (rows.length === 0)
    return (
      <EmptyState action={props.emptyAction}>
        {format.text(words.empty ?? t('record.empty', { many: words.many }))}
      </EmptyState>
    );
  const title = (row: RecordEntity): string => titleOf(declaration, row, locale) ?? t('record.untitled');
  const waiting = new Set(store.waiting.flatMap((each) => (each.answer ? [] : [each.command.entity])));
  const waits = (row: RecordEntity): boolean => waiting.has(row.id);
  return (
    <DataTable
      caption={format.text(words.many)}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      selected={props.selected}
      columns={[
        {
          key: declaration.title,
          head: format.text(words.fields[declaration.title] ?? words.one),
          cell: (row) => (
            <span id={`row-${row.id}`} tabIndex={-1}>
              <Link href={props.href(row.id)} replace>
                {format.text(title(row))}
              </Link>
              {openConflicts(row).length > 0 && <small> {t('record.two-versions')}</small>}
              {waits(row) && <small> {t('record.to-send')}</small>}
            </span>
          ),
          sortBy: title,
        },
        ...names.map((name, index) => ({
          key: name,
          head: format.text(words.fields[name] ?? name),
          cell: (row: RecordEntity) => <FieldValue declaration={declaration} entity={row} name={name} />,
          onPhone: index < 2,
        })),
      ]}
    />
  );
}
