import { CONTACT_COLUMN, type ContactColumn } from '@tablee/domain/modules/actor';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { ChoiceMany } from '#ui/choice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import css from './contact.module.css';
import type { ContactSheet } from './contact-sheet.ts';

const COLUMNS = Object.entries(CONTACT_COLUMN);
const isColumn = (value: string): value is ContactColumn => Object.hasOwn(CONTACT_COLUMN, value);

/** Which column is which, folded away as long as the guess is right. */
export function ContactColumnChoices(props: {
  readonly sheet: ContactSheet;
  readonly onSheet: (sheet: ContactSheet) => void;
}): ReactNode {
  const { sheet, onSheet } = props;
  const { t, locale } = useLocale();
  const format = useFormat();
  const known = sheet.columns.filter((column) => column !== undefined).length;
  const sample = (index: number): string =>
    (sheet.rows[sheet.hasHead ? 1 : 0]?.[index] ?? sheet.rows[0]?.[index] ?? '').slice(0, 40);
  const choose = (index: number, value: string): void =>
    onSheet({
      ...sheet,
      columns: sheet.columns.map((held, at) => {
        if (at === index) return isColumn(value) ? value : undefined;
        return held === value ? undefined : held;
      }),
    });
  return (
    <details className={css['columns']} open={!sheet.columns.includes('organisation')}>
      <summary>{t('contact.columns', { known, all: sheet.columns.length })}</summary>
      <div className={css['choices']}>
        {sheet.columns.map((column, index) => (
          <SelectField
            // A column is its place in the paste.
            key={String(index)}
            label={t('exchange.column', { n: index + 1, sample: format.text(sample(index)) })}
            none={t('exchange.column-none')}
            value={column ?? ''}
            onChange={(value) => choose(index, value)}
            options={COLUMNS.map(([value, words]) => ({ value, label: format.text(words[locale]) }))}
          />
        ))}
      </div>
      <ChoiceMany
        label={t('exchange.has-head')}
        labelHidden
        options={[{ value: 'head', label: t('exchange.has-head') }]}
        values={sheet.hasHead ? ['head'] : []}
        onChange={(values) => onSheet({ ...sheet, hasHead: values.length > 0 })}
      />
      <Note>{t('contact.columns-note')}</Note>
    </details>
  );
}
