import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useText } from '../locale/use-text.tsx';
import css from './entry-grid.module.css';

/** How far a value in the grid has come. */
export type CellState = 'saved' | 'waiting' | 'refused' | 'approved' | 'missing';

/** One cell of the grid: what it holds and how far it has come. */
export interface GridCell {
  readonly value: string;
  readonly state?: CellState;
  /** A fixed value is text, not a disabled input. */
  readonly fixed?: boolean;
}

/** Props of {@link EntryGrid}. */
export interface EntryGridProps {
  readonly caption: string;
  readonly columns: readonly { readonly key: string; readonly head: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly head: string;
    readonly cells: Readonly<Record<string, GridCell>>;
  }[];
  /** Called on leaving a cell whose text has changed. */
  readonly onSave: (row: string, column: string, text: string) => void;
}

function GridInput(props: {
  readonly name: string;
  readonly cell: GridCell;
  readonly position: string;
  readonly onSave: (text: string) => void;
  readonly onMove: (event: KeyboardEvent<HTMLInputElement>) => void;
}): ReactNode {
  const t = useText();
  const id = useId();
  const [text, setText] = useState(props.cell.value);
  const [known, setKnown] = useState(props.cell.value);
  // A value that arrives from elsewhere replaces what stands in the field, unless something else was typed.
  if (known !== props.cell.value) {
    setKnown(props.cell.value);
    if (text === known) setText(props.cell.value);
  }
  return (
    <>
      <input
        className={css['input']}
        aria-label={props.name}
        aria-describedby={props.cell.state ? id : undefined}
        data-position={props.position}
        data-state={props.cell.state}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text !== props.cell.value && props.onSave(text)}
        onKeyDown={props.onMove}
      />
      {props.cell.state && (
        <span id={id} className={css['state']}>
          {t(`ui.grid.${props.cell.state}`)}
        </span>
      )}
    </>
  );
}

/** A table of inputs: Tab goes along the row, Enter down the column (Shift turns round); states stand as words. */
export function EntryGrid({ caption, columns, rows, onSave }: EntryGridProps): ReactNode {
  const t = useText();
  const table = useRef<HTMLTableElement>(null);
  const move = (row: number, column: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const next = row + (event.shiftKey ? -1 : 1);
    const input = table.current?.querySelector(`[data-position="${next}-${column}"]`);
    if (input instanceof HTMLInputElement) {
      input.focus();
      input.select();
    }
  };
  return (
    <section className={css['scroll']} aria-label={t('ui.table.scroll', { caption })} tabIndex={0}>
      <table className={css['grid']} ref={table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.key}>
              <th scope="row">{row.head}</th>
              {columns.map((column, columnIndex) => {
                const cell = row.cells[column.key];
                if (!cell) return <td key={column.key} />;
                if (cell.fixed) return <td key={column.key}>{cell.value}</td>;
                return (
                  <td key={column.key}>
                    <GridInput
                      name={`${row.head}, ${column.head}`}
                      cell={cell}
                      position={`${rowIndex}-${columnIndex}`}
                      onSave={(text) => onSave(row.key, column.key, text)}
                      onMove={move(rowIndex, columnIndex)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
