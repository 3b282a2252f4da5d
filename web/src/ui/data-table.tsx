import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useLocale } from '../locale/use-text.tsx';
import { ActionButton } from './action-button.tsx';
import css from './data-table.module.css';
import { FIRST_ROWS, nextRows, rowsDrawn } from './table-rows.ts';
import { nextOrder, type SortOrder, type SortValue, sortRows } from './table-sort.ts';

/** A column of a table. The first one names the row and is its heading on a phone. */
export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  readonly sortBy?: (row: Row) => SortValue;
  /** Numbers stand at the end, with tabular figures. */
  readonly align?: 'start' | 'end';
  /** Shown on a phone; choose two at most. The first column always is. */
  readonly onPhone?: boolean;
  /** On a phone its head stands before the value, where the value alone would not say what it is. */
  readonly headOnPhone?: boolean;
}

/** Props of {@link DataTable}. */
export interface DataTableProps<Row> {
  readonly caption: string;
  /** Hides the caption from the eye when a heading above says the same. */
  readonly captionHidden?: boolean;
  /** While this list itself is the same one, the cells of a row are drawn again only when the row is another. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** The same function from one drawing to the next keeps the rows. */
  readonly rowKey: (row: Row) => string;
  readonly initialSort?: SortOrder;
  /** The selected row, marked at its start. */
  readonly selected?: string | undefined;
  /** `sentences` turns rows into sentences on a phone (default); `scroll` keeps the table and lets it scroll. */
  readonly phone?: 'sentences' | 'scroll';
  /** Said in one row when there is nothing. */
  readonly empty?: string;
}

function HeadCell<Row>(props: {
  readonly column: Column<Row>;
  readonly order: SortOrder | undefined;
  readonly onSort: (key: string) => void;
}): ReactNode {
  const { column, order } = props;
  const sorted = order?.key === column.key ? order.direction : undefined;
  return (
    <th scope="col" role="columnheader" aria-sort={sorted} data-align={column.align}>
      {column.sortBy ? (
        <button
          type="button"
          className={css['sort']}
          data-sorted={sorted}
          onClick={() => props.onSort(column.key)}
        >
          {column.head}
        </button>
      ) : (
        column.head
      )}
    </th>
  );
}

/**
 * A native table: caption, sortable heads, rows as sentences on a phone. Rows are selected by the link inside. Of a long
 * list the first rows are drawn, a line says of how many, and a button draws more.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { columns, rows, rowKey } = props;
  const { locale, t } = useLocale();
  const [order, setOrder] = useState(props.initialSort);
  const sorted = useMemo(() => {
    const by = columns.find((column) => column.key === order?.key)?.sortBy;
    return by && order ? sortRows(rows, by, order.direction, locale) : rows;
  }, [rows, columns, order, locale]);
  const { drawn, body, onMore } = useDrawn(sorted, (row) => rowKey(row) === props.selected);
  const elements = useRows(props, drawn);
  const scrolls = props.phone === 'scroll';
  const table = (
    // The roles repeat what the elements say, because a table laid out as blocks loses its own in some browsers.
    <table role="table" className={css['table']} data-phone={props.phone ?? 'sentences'}>
      <caption className={props.captionHidden ? 'visually-hidden' : undefined}>{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeadCell
              key={column.key}
              column={column}
              order={order}
              onSort={(key) => setOrder(nextOrder(order, key))}
            />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" ref={body}>
        {elements}
        {rows.length === 0 && (
          <tr role="row">
            <td role="cell" colSpan={columns.length} data-phone="show">
              {props.empty ?? t('ui.table.none')}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
  return (
    <>
      {scrolls ? (
        <section
          className={css['scroll']}
          aria-label={t('ui.table.scroll', { caption: props.caption })}
          tabIndex={0}
        >
          {table}
        </section>
      ) : (
        table
      )}
      {drawn.length < rows.length && <Rest drawn={drawn.length} all={rows.length} onMore={onMore} />}
    </>
  );
}

/** The rows that are drawn, and drawing more of them: focus then goes to the first new one. */
function useDrawn<Row>(rows: readonly Row[], isSelected: (row: Row) => boolean) {
  const [asked, setAsked] = useState(FIRST_ROWS);
  const body = useRef<HTMLTableSectionElement>(null);
  const from = useRef<number>(undefined);
  const count = rowsDrawn(rows.length, asked, rows.findIndex(isSelected));
  useEffect(() => {
    if (from.current === undefined) return;
    body.current?.rows[from.current]?.querySelector<HTMLElement>('a, button')?.focus();
    from.current = undefined;
  });
  const onMore = (): void => {
    from.current = count;
    setAsked(nextRows(rows.length, count));
  };
  const drawn = useMemo(() => (count < rows.length ? rows.slice(0, count) : rows), [rows, count]);
  return { drawn, body, onMore };
}

/** The rows as elements, kept from one selection to the next but for the row that is selected. */
function useRows<Item>(props: DataTableProps<Item>, drawn: readonly Item[]): readonly ReactNode[] {
  const { columns, rowKey, selected } = props;
  const elements = useMemo(
    () => drawn.map((row) => <Row key={rowKey(row)} columns={columns} row={row} selected={false} />),
    [drawn, columns, rowKey],
  );
  const at = selected === undefined ? -1 : drawn.findIndex((row) => rowKey(row) === selected);
  const row = drawn[at];
  return row === undefined
    ? elements
    : elements.with(at, <Row key={selected} columns={columns} row={row} selected />);
}

function Rest(props: {
  readonly drawn: number;
  readonly all: number;
  readonly onMore: () => void;
}): ReactNode {
  const { t } = useLocale();
  const { drawn, all } = props;
  return (
    <p className={css['rest']}>
      {t('table.drawn', { drawn, all })}{' '}
      <ActionButton onPress={props.onMore}>
        {t('table.more', { n: nextRows(all, drawn) - drawn })}
      </ActionButton>
    </p>
  );
}

function Row<Item>(props: {
  readonly columns: readonly Column<Item>[];
  readonly row: Item;
  readonly selected: boolean;
}): ReactNode {
  const { columns, row } = props;
  // The same elements are not looked at again: a selection among thousands draws two rows.
  const cells = useMemo(
    () =>
      columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} scope="row" role="rowheader" data-align={column.align}>
            {column.cell(row)}
          </th>
        ) : (
          <td
            key={column.key}
            role="cell"
            data-align={column.align}
            data-phone={column.onPhone ? 'show' : 'hide'}
            data-head={column.headOnPhone ? column.head : undefined}
          >
            {column.cell(row)}
          </td>
        ),
      ),
    [columns, row],
  );
  return (
    <tr role="row" data-selected={props.selected || undefined}>
      {cells}
    </tr>
  );
}
