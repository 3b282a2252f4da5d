import {
  LETTER_STAGE,
  type LetterFilter,
  type LetterLine,
  type LetterStage,
  narrowLetters,
} from '@tablee/domain/modules/letter';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { useOpenSpace } from '#sync/use-space.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { FilterSheet } from '#ui/filter-sheet.tsx';
import { Link } from '#ui/link.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { LetterExport } from './letter-export.tsx';
import { useNumberWords } from './number-words.ts';

const STAGES = ['draft', 'fixed', 'sent', 'arrived', 'answered', 'received', 'cancelled'] as const;
const DIRECTIONS = ['out', 'in'] as const;

/** The register as a table: number, subject, with whom, when, where it stands; narrowed by filters, taken along as a sheet. */
export function LetterTable(props: {
  readonly lines: readonly LetterLine[];
  readonly selected: string | undefined;
}): ReactNode {
  const { t } = useLocale();
  const [filter, setFilter] = useState<LetterFilter>({});
  const rows = narrowLetters(props.lines, filter);
  const columns = useColumns();
  return (
    <Stack tight>
      <div>
        <FilterSheet
          active={Object.values(filter).filter((value) => value !== undefined && value !== '').length}
          results={rows.length}
          onClear={() => setFilter({})}
        >
          <Filters lines={props.lines} filter={filter} onFilter={setFilter} />
        </FilterSheet>
      </div>
      <DataTable
        caption={t('letter.register')}
        rows={rows}
        rowKey={(line) => line.id}
        selected={props.selected}
        empty={t('letter.none-left')}
        columns={columns}
      />
      <LetterExport lines={rows} />
    </Stack>
  );
}

const useColumns = (): readonly Column<LetterLine>[] => {
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const number = useNumberWords();
  return [
    {
      key: 'subject',
      head: t('letter.subject'),
      cell: (line) => (
        <span id={`row-${line.id}`} tabIndex={-1}>
          <Link href={`${addressOf(store.space, 'documents', line.id)}?view=letters`} replace>
            {format.text(line.subject || t('record.untitled'))}
          </Link>
        </span>
      ),
      sortBy: (line) => line.subject,
    },
    { key: 'number', head: t('letter.number'), cell: number, sortBy: number },
    {
      key: 'with',
      head: t('letter.with'),
      cell: (line) =>
        t(`letter.with-${line.state.direction}`, {
          name: format.text(line.organisationName ?? t('letter.nobody')),
        }),
      sortBy: (line) => line.organisationName ?? '',
      onPhone: true,
    },
    { key: 'on', head: t('letter.on'), cell: (line) => format.date(line.on), sortBy: (line) => line.on },
    {
      key: 'stage',
      head: t('letter.stage'),
      cell: (line) => format.text(LETTER_STAGE[line.stage][locale]),
      sortBy: (line) => STAGES.indexOf(line.stage),
      onPhone: true,
    },
  ];
};

function Filters(props: {
  readonly lines: readonly LetterLine[];
  readonly filter: LetterFilter;
  readonly onFilter: (filter: LetterFilter) => void;
}): ReactNode {
  const { filter, onFilter } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  const organisations = new Map(
    props.lines.flatMap(({ state, organisationName }) =>
      state.organisation === null || organisationName === undefined
        ? []
        : [[state.organisation, organisationName]],
    ),
  );
  const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined =>
    all.find((each) => each === value);
  return (
    <>
      <TextField
        label={t('letter.filter-words')}
        value={filter.words ?? ''}
        onChange={(words) => onFilter({ ...filter, words })}
      />
      <SelectField
        label={t('letter.direction')}
        none={t('letter.all')}
        value={filter.direction ?? ''}
        options={DIRECTIONS.map((value) => ({ value, label: t(`letter.direction.${value}`) }))}
        onChange={(value) => onFilter({ ...filter, direction: oneOf(DIRECTIONS, value) })}
      />
      <SelectField
        label={t('letter.stage')}
        none={t('letter.all')}
        value={filter.stage ?? ''}
        options={STAGES.map((value) => ({ value, label: format.text(LETTER_STAGE[value][locale]) }))}
        onChange={(value) => onFilter({ ...filter, stage: oneOf<LetterStage>(STAGES, value) })}
      />
      <SelectField
        label={t('letter.organisation')}
        none={t('letter.all')}
        value={filter.organisation ?? ''}
        options={[...organisations].map(([value, label]) => ({ value, label: format.text(label) }))}
        onChange={(value) => onFilter({ ...filter, organisation: value === '' ? undefined : value })}
      />
    </>
  );
}
