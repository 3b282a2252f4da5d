import { fillable } from '@tablee/domain/modules/register';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useLanguages } from '#register/use-languages.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Choice, ChoiceMany } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section } from '#ui/sentence-list.tsx';
import type { Incoming, Slots } from './incoming.ts';
import { PreviewTable } from './preview-table.tsx';
import css from './sheet.module.css';
import { daysIn, type Sheet } from './sheet.ts';
import { useIncoming } from './use-incoming.ts';

interface SheetProps {
  readonly sheet: Sheet;
  readonly onSheet: (sheet: Sheet) => void;
}

/** The rows before they go in: columns to mend, every wrong box named, then one act for all. */
export function SheetView(
  props: SheetProps & {
    readonly onBack: () => void;
    readonly onBring: (rows: readonly Slots[]) => Promise<void>;
  },
): ReactNode {
  const { sheet, onSheet } = props;
  const readers = useReaders(sheet.declaration.circle);
  const { t } = useLocale();
  const { rows: incoming, done } = useIncoming(sheet);
  const taken = incoming.filter((row) => row.slots !== undefined && (sheet.takeKnown || !row.known));
  return (
    <Stack>
      <ColumnChoices sheet={sheet} onSheet={onSheet} />
      <SheetNotes sheet={sheet} />
      {sheet.days !== undefined && <DayChoice sheet={sheet} onSheet={onSheet} />}
      <Section title={t('exchange.preview')} id="preview">
        <Stack tight>
          {!done && <Note>{t('exchange.reading', { n: incoming.length, all: sheet.rows.length })}</Note>}
          <Counted incoming={incoming} takeKnown={sheet.takeKnown} />
          <PreviewTable sheet={sheet} incoming={incoming} />
        </Stack>
      </Section>
      <Form
        label={t('exchange.preview')}
        submit={t('exchange.bring', { n: taken.length })}
        onSubmit={async () => {
          if (!done) return [{ name: 'known', message: t('exchange.still-reading') }];
          if (taken.length === 0) return [{ name: 'known', message: t('exchange.bring-none') }];
          await props.onBring(taken.flatMap((row) => (row.slots === undefined ? [] : [row.slots])));
          return undefined;
        }}
        more={
          <ActionButton kind="quiet" onPress={props.onBack}>
            {t('exchange.again')}
          </ActionButton>
        }
      >
        {incoming.some((row) => row.known) && (
          <ChoiceMany
            name="known"
            label={t('exchange.known')}
            labelHidden
            options={[{ value: 'known', label: t('exchange.take-known') }]}
            values={sheet.takeKnown ? ['known'] : []}
            onChange={(values) => onSheet({ ...sheet, takeKnown: values.length > 0 })}
          />
        )}
        <Note>{t('exchange.readers', { who: readers.summary })}</Note>
      </Form>
    </Stack>
  );
}

function Counted(props: { readonly incoming: readonly Incoming[]; readonly takeKnown: boolean }): ReactNode {
  const { t } = useLocale();
  const good = props.incoming.filter((row) => row.slots !== undefined && (props.takeKnown || !row.known));
  const wrong = props.incoming.filter((row) => row.slots === undefined);
  const known = props.takeKnown ? 0 : props.incoming.filter((row) => row.known).length;
  return (
    <>
      <p role="status">{t('exchange.counted', { good: good.length, wrong: wrong.length })}</p>
      {known > 0 && <Note>{t('exchange.counted-known', { n: known })}</Note>}
    </>
  );
}

function ColumnChoices({ sheet, onSheet }: SheetProps): ReactNode {
  const languages = useLanguages();
  const { t, locale } = useLocale();
  const format = useFormat();
  const own = fillable(sheet.declaration, locale, languages);
  const known = sheet.columns.filter((column) => column !== undefined).length;
  const choose = (columns: Sheet['columns']): void =>
    onSheet({ ...sheet, columns, days: daysIn(sheet.declaration, columns, sheet.rows) });
  const sample = (index: number): string => {
    const cell = sheet.rows[0]?.[index] ?? '';
    return cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
  };
  return (
    <Section title={t('exchange.columns')} id="columns">
      <Note>{t('exchange.columns-hint', { known, all: sheet.columns.length })}</Note>
      <div className={css['columns']}>
        {sheet.columns.map((column, index) => (
          <SelectField
            // A column is its place in the paste.
            key={String(index)}
            label={t('exchange.column', { n: index + 1, sample: sample(index) })}
            none={t('exchange.column-none')}
            value={column?.key ?? ''}
            onChange={(key) =>
              choose(
                sheet.columns.map((held, at) => (at === index ? own.find((each) => each.key === key) : held)),
              )
            }
            options={own.map((each) => ({ value: each.key, label: format.text(each.label) }))}
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
    </Section>
  );
}

/** What had to be decided while reading a workbook: said, so that nobody wonders later. */
function SheetNotes({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const { t } = useLocale();
  return (
    <>
      {sheet.formulas > 0 && <Note>{t('exchange.formulas', { n: sheet.formulas })}</Note>}
      {sheet.merged > 0 && <Note>{t('exchange.merged-cells', { n: sheet.merged })}</Note>}
    </>
  );
}

/** Asked once for the whole sheet, and only where its dates may be read both ways; what was found can be mended too. */
function DayChoice({ sheet, onSheet }: SheetProps): ReactNode {
  const { t } = useLocale();
  return (
    <Choice
      name="days"
      label={t(sheet.days === 'ask' ? 'exchange.days-ask' : 'exchange.days-found')}
      options={[
        { value: 'dayFirst', label: t('exchange.days-dayFirst') },
        { value: 'monthFirst', label: t('exchange.days-monthFirst') },
      ]}
      value={sheet.days === 'ask' ? undefined : sheet.days}
      onChange={(days) => onSheet({ ...sheet, days })}
    />
  );
}
