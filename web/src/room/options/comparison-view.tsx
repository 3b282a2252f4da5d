import { optionWords, type RecordEntity, textIn, valueOf } from '@tablee/domain/kernel';
import { type Comparison, type ComparisonCell, criterion, option } from '@tablee/domain/modules/evaluation';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { useMedia } from '#ui/use-media.ts';
import css from './options.module.css';

/** One box of the comparison. */
export interface CellAddress {
  readonly option: string;
  readonly criterion: string;
}

interface ViewProps {
  readonly table: Comparison;
  readonly room: RoomPlace;
  readonly onCell: (cell: CellAddress) => void;
}

const WIDE = '(min-width: 640px)';

/** Options × criteria as a table; on a phone two options at a time, criterion by criterion. */
export function ComparisonView(props: ViewProps): ReactNode {
  const wide = useMedia(WIDE);
  const { options } = props.table;
  const { t } = useLocale();
  const [pair, setPair] = useState<readonly [string, string]>([options[0]?.id ?? '', options[1]?.id ?? '']);
  if (wide || options.length <= 2) return <CompareTable {...props} shown={options} />;
  const shown = pair.flatMap((id) => options.find((each) => each.id === id) ?? []);
  const choices = options.map((each) => ({ value: each.id, label: valueOf(option, each, 'name') ?? '' }));
  return (
    <>
      <fieldset className={css['pair']}>
        <legend>{t('option.two')}</legend>
        <SelectField
          label={t('option.first')}
          none={t('option.none')}
          value={pair[0]}
          onChange={(id) => setPair([id, pair[1]])}
          options={choices}
        />
        <SelectField
          label={t('option.second')}
          none={t('option.none')}
          value={pair[1]}
          onChange={(id) => setPair([pair[0], id])}
          options={choices}
        />
      </fieldset>
      <CompareTable {...props} shown={shown} />
    </>
  );
}

function CompareTable(props: ViewProps & { readonly shown: readonly RecordEntity[] }): ReactNode {
  const { table, room, shown } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  const kind = (entity: RecordEntity): string => {
    const value = valueOf(option, entity, 'kind');
    return value === undefined ? '' : format.text(optionWords(option.fields.kind, value)[locale]);
  };
  return (
    <table className={css['table']}>
      <caption className="visually-hidden">{t('option.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('option.criterion')}</span>
          </th>
          {shown.map((entity) => (
            <th key={entity.id} scope="col">
              <span id={`row-${entity.id}`} tabIndex={-1}>
                <Link href={room.href(entity.id)} replace>
                  {format.text(valueOf(option, entity, 'name') ?? t('record.untitled'))}
                </Link>
              </span>
              <small>{kind(entity)}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.criterion.id}>
            <th scope="row">
              <span id={`row-${row.criterion.id}`} tabIndex={-1}>
                <Link href={room.href(row.criterion.id)} replace>
                  {format.text(valueOf(criterion, row.criterion, 'name') ?? t('record.untitled'))}
                </Link>
              </span>
              <small>{format.text(textIn(row.criterion, 'question', locale)?.text ?? '')}</small>
            </th>
            {shown.map((entity) => {
              const cell = row.cells.find((each) => each.option === entity.id);
              return <td key={entity.id}>{cell && <CellButton cell={cell} onCell={props.onCell} />}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The median, exact where it is a half: `7/2` reads 3,5. */
const medianOf = (exact: string): number => {
  const [num = '0', den = '1'] = exact.split('/');
  return Number(num) / Number(den);
};

function CellButton(props: {
  readonly cell: ComparisonCell;
  readonly onCell: (cell: CellAddress) => void;
}): ReactNode {
  const { cell } = props;
  const { t } = useLocale();
  const format = useFormat();
  const values = cell.scores.map((score) => score.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const open = (): void => props.onCell({ option: cell.option, criterion: cell.criterion });
  if (cell.median === undefined)
    return (
      <ActionButton kind="quiet" onPress={open}>
        {t('option.rate')}
      </ActionButton>
    );
  return (
    <>
      <Dots value={medianOf(cell.median)} />
      <ActionButton kind="quiet" onPress={open}>
        {t('option.cell', { median: format.number(medianOf(cell.median)) })}
      </ActionButton>
      <small>
        {t('option.cell-n', { n: values.length })}
        {high > low && `, ${t('option.cell-apart', { low, high })}`}
      </small>
    </>
  );
}

/** Five marks, filled as far as the median: for the eye, beside the words. */
function Dots({ value }: { readonly value: number }): ReactNode {
  return (
    <svg aria-hidden="true" viewBox="0 0 90 12" className={css['dots']}>
      {[1, 2, 3, 4, 5].map((n) => (
        <g key={n}>
          <rect x={(n - 1) * 18} y="2" width="15" height="8" className={css['box']} />
          <rect
            x={(n - 1) * 18}
            y="2"
            width={15 * Math.min(1, Math.max(0, value - n + 1))}
            height="8"
            className={css['fill']}
          />
        </g>
      ))}
    </svg>
  );
}
