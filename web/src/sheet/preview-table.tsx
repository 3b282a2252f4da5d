import { type AnyField, optionWords, own } from '@tablee/domain/kernel';
import { type CellProblem, header } from '@tablee/domain/modules/register';
import { type ReactNode, useMemo } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { expectedWords } from '#register/expected-words.ts';
import { useLanguages } from '#register/use-languages.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { Incoming } from './incoming.ts';
import type { Sheet } from './sheet.ts';

/** Rows shown at once; those with something wrong come first, and the others are counted. */
const SHOWN = 50;

const OWN = ['knownName', 'yesOrNo', 'tag'] as const;

/** The rows as they would go in, those with a wrong box first, each wrong box named with what was expected. */
export function PreviewTable(props: {
  readonly sheet: Sheet;
  readonly incoming: readonly Incoming[];
}): ReactNode {
  const { sheet } = props;
  const { t } = useLocale();
  const format = useFormat();
  const say = useProblemWords(sheet);
  const { incoming } = props;
  const shown = useMemo(() => {
    const isWrong = (row: Incoming): boolean => row.slots === undefined;
    return [...incoming.filter(isWrong), ...incoming.filter((row) => !isWrong(row))].slice(0, SHOWN);
  }, [incoming]);
  const used = sheet.columns.flatMap((column, index) => (column === undefined ? [] : [{ column, index }]));
  const state = (row: Incoming): string =>
    row.problems.length > 0
      ? row.problems.map(say).join(' ')
      : t(row.known && !sheet.takeKnown ? 'exchange.known' : 'exchange.good');
  return (
    <>
      <DataTable
        caption={t('exchange.preview')}
        captionHidden
        phone="scroll"
        rows={shown}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: 'line', head: '', cell: (row) => t('exchange.row', { n: row.line }) },
          { key: 'state', head: t('exchange.state'), cell: state, onPhone: true },
          ...used.map(({ column, index }) => ({
            key: column.key,
            head: format.text(column.label),
            cell: (row: Incoming) => row.cells[index] ?? '',
          })),
        ]}
      />
      {incoming.length > SHOWN && <Note>{t('exchange.more', { n: incoming.length - SHOWN })}</Note>}
    </>
  );
}

const useProblemWords = (sheet: Sheet): ((problem: CellProblem) => string) => {
  const languages = useLanguages();
  const { t, locale } = useLocale();
  const format = useFormat();
  const expected = (problem: CellProblem, field: AnyField | undefined): string => {
    if (problem.expected === 'oneOf' && field !== undefined)
      return t('exchange.expected-oneOf', {
        options: Object.keys(field.options ?? {})
          .map((option) => optionWords(field, option)[locale])
          .join(', '),
      });
    const words = expectedWords(problem, t);
    if (words !== undefined) return words;
    const own = OWN.find((each) => each === problem.expected);
    return own === undefined ? t('exchange.expected-other') : t(`exchange.expected-${own}`);
  };
  return (problem) => {
    const column = header(sheet.declaration, locale, languages).find((each) => each.key === problem.column);
    const field: AnyField | undefined = own(sheet.declaration.fields, column?.field ?? problem.column);
    return t('exchange.problem', {
      column: format.text(column?.label ?? problem.column),
      expected: `${expected(problem, field)}.`,
    });
  };
};
