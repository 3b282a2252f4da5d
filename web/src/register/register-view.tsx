import { type AnyRecord, isPresent, openConflicts, type RecordEntity } from '@tablee/domain/kernel';
import { type ReactNode, useMemo } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useOpenSpace, useView } from '../sync/use-space.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Link } from '../ui/link.tsx';
import { EmptyState } from '../ui/state-line.tsx';
import { isRecord } from './draft.ts';
import { FieldValue } from './show-value.tsx';
import { useTitle } from './title.ts';

/** Props of {@link RegisterTable}. */
export interface RegisterTableProps {
  readonly declaration: AnyRecord;
  /** Only these; all visible ones when absent. */
  readonly filter?: (entity: RecordEntity) => boolean;
  readonly columns?: readonly string[];
  /** The address of a row's thing; the same function while it gives the same addresses, so that rows are kept. */
  readonly href: (id: string) => string;
  readonly selected?: string | undefined;
  /** What to do when there is nothing yet. */
  readonly emptyAction?: ReactNode;
}

const all = (): boolean => true;
const idOf = ({ id }: RecordEntity): string => id;

/** The visible records of a type; the same list until the space changes, for the same `filter`. */
export const useRecords = (
  declaration: AnyRecord,
  filter: (entity: RecordEntity) => boolean = all,
): readonly RecordEntity[] => {
  const view = useView();
  return useMemo(
    () =>
      [...view.list(declaration.name)]
        .filter(isRecord)
        .filter((entity) => isPresent(entity) || openConflicts(entity).length > 0)
        .filter(filter),
    [view, declaration, filter],
  );
};

/** The title as link, with what is to be said of the row, then the declared columns; the same until what waits is another. */
const useColumns = (props: RegisterTableProps): readonly Column<RecordEntity>[] => {
  const { declaration, href } = props;
  const { locale, t } = useLocale();
  const format = useFormat();
  const called = useTitle();
  // The view becomes another one with what waits.
  useView();
  const { waiting } = useOpenSpace().store;
  const names = (props.columns ?? declaration.columns ?? Object.keys(declaration.fields)).join(' ');
  return useMemo(() => {
    const words = declaration.labels[locale];
    const title = (row: RecordEntity): string => called(declaration, row) ?? t('record.untitled');
    const unsent = new Set(waiting.flatMap((each) => (each.answer ? [] : [each.command.entity])));
    const others = names.split(' ').filter((name) => name !== '' && name !== declaration.title);
    return [
      {
        key: declaration.title,
        head: format.text(words.fields[declaration.title] ?? words.one),
        cell: (row) => (
          <span id={`row-${row.id}`} tabIndex={-1}>
            <Link href={href(row.id)} replace>
              {format.text(title(row))}
            </Link>
            {openConflicts(row).length > 0 && <small> {t('record.two-versions')}</small>}
            {unsent.has(row.id) && <small> {t('record.to-send')}</small>}
          </span>
        ),
        sortBy: title,
      },
      ...others.map((name, index) => ({
        key: name,
        head: format.text(words.fields[name] ?? name),
        cell: (row: RecordEntity) => <FieldValue declaration={declaration} entity={row} name={name} />,
        onPhone: index < 2,
      })),
    ];
  }, [waiting, declaration, names, href, locale, t, format, called]);
};

/** A side register as a table, from its declaration: title as link, then the declared columns. */
export function RegisterTable(props: RegisterTableProps): ReactNode {
  const { declaration } = props;
  const { locale, t } = useLocale();
  const format = useFormat();
  const rows = useRecords(declaration, props.filter);
  const columns = useColumns(props);
  const words = declaration.labels[locale];
  if (rows.length === 0)
    return (
      <EmptyState action={props.emptyAction}>
        {format.text(words.empty ?? t('record.empty', { many: words.many }))}
      </EmptyState>
    );
  return (
    <DataTable
      caption={format.text(words.many)}
      captionHidden
      rows={rows}
      rowKey={idOf}
      selected={props.selected}
      columns={columns}
    />
  );
}
