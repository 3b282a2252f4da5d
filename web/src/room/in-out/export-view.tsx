import type { AnyRecord } from '@tablee/domain/kernel';
import { tableOf } from '@tablee/domain/modules/register';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { useLanguages } from '#register/use-languages.ts';
import { writeCsv } from '#sheet/delimited.ts';
import { useCellStyle, useRegisters } from '#sheet/use-registers.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section } from '#ui/sentence-list.tsx';

/** Hands a file to the person. */
const saveFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** What goes out: each list as a file for spreadsheets, and the partnership as one verifiable file. */
export function ExportView(): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  return (
    <Stack>
      <Note>{t('exchange.out-care')}</Note>
      <Section title={t('exchange.out-whole')} id="whole">
        <Stack tight>
          <Note>{t('exchange.out-whole-note')}</Note>
          <p>
            <a href={path.export(store.space)} download>
              {t('exchange.out-whole-do')}
            </a>
          </p>
        </Stack>
      </Section>
      <Lists />
    </Stack>
  );
}

function Lists(): ReactNode {
  const view = useView();
  const registers = useRegisters();
  const languages = useLanguages();
  const style = useCellStyle();
  const { t, locale } = useLocale();
  const format = useFormat();
  const tables = registers
    .map((declaration) => ({ declaration, table: tableOf(declaration, view.list(declaration.name), style) }))
    .filter(({ table }) => table.rows.length > 0);
  const [asked, setAsked] = useState('');
  const chosen = tables.find(({ declaration }) => declaration.name === asked)?.declaration;
  const linesOf = (declaration: AnyRecord): readonly (readonly string[])[] => {
    const { columns, rows } = tableOf(declaration, view.list(declaration.name), style, languages);
    // A translation that nobody wrote is no column: the sheet stays as wide as what is in it.
    const kept = columns.flatMap((column, index) =>
      column.translation === undefined || rows.some((row) => row.cells[index] !== '') ? [index] : [],
    );
    const cut = (cells: readonly string[]): readonly string[] => kept.map((index) => cells[index] ?? '');
    return [columns.map((column) => column.label), ...rows.map((row) => row.cells)].map(cut);
  };
  const save = async (declaration: AnyRecord, form: 'xlsx' | 'csv'): Promise<void> => {
    const lines = linesOf(declaration);
    const name = `${declaration.labels[locale].many} ${today()}.${form}`;
    if (form === 'csv') saveFile(name, csvFile(lines, locale === 'fr' ? ';' : ','));
    else {
      // The writer of spreadsheets is loaded with the first one.
      const { workbookFile } = await import('#sheet/workbook-file.ts');
      saveFile(name, await workbookFile(declaration.labels[locale].many, lines));
    }
  };
  return (
    <Section title={t('exchange.out-lists')} id="lists">
      <Stack tight>
        <Note>{t('exchange.out-lists-note')}</Note>
        {tables.length === 0 ? (
          <p>{t('exchange.out-none')}</p>
        ) : (
          <>
            <SelectField
              label={t('exchange.out-which')}
              none={t('exchange.choose')}
              options={tables.map(({ declaration, table }) => ({
                value: declaration.name,
                label: t('exchange.out-row', {
                  many: format.text(capital(table.title)),
                  n: table.rows.length,
                }),
              }))}
              value={asked}
              onChange={setAsked}
            />
            {chosen !== undefined && (
              <ActionRow>
                <ActionButton kind="primary" onPress={() => void save(chosen, 'xlsx')}>
                  {t('exchange.out-xlsx')}
                </ActionButton>
                <ActionButton onPress={() => void save(chosen, 'csv')}>{t('exchange.out-csv')}</ActionButton>
              </ActionRow>
            )}
          </>
        )}
      </Stack>
    </Section>
  );
}

const csvFile = (lines: readonly (readonly string[])[], separator: ';' | ','): Blob =>
  new Blob([writeCsv(lines, separator)], { type: 'text/csv;charset=utf-8' });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
