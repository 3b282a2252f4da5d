import type { AnyRecord } from '@tablee/domain/kernel';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useLanguages } from '#register/use-languages.ts';
import type { FieldFault } from '#ui/form.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import type { Slots } from './incoming.ts';
import { type Sheet, sheetOf } from './sheet.ts';
import { SheetView } from './sheet-view.tsx';
import { SourceForm } from './source-form.tsx';
import { useImport } from './use-import.ts';

/** Rows of any list: paste or choose a file, see each row and mend the columns, then all at once. */
export function ImportSheet(props: {
  /** The list, once it is known. */
  readonly declaration: AnyRecord | undefined;
  /** Asked before the rows: which list. */
  readonly children?: ReactNode;
  readonly check?: () => readonly FieldFault[];
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
}): ReactNode {
  const { declaration } = props;
  const { bring, progress } = useImport();
  const { t, locale } = useLocale();
  const format = useFormat();
  const languages = useLanguages();
  const [sheet, setSheet] = useState<Sheet>();
  const run = async (rows: readonly Slots[]): Promise<void> => {
    if (sheet === undefined) return;
    await bring(sheet.declaration, rows);
    setSheet(undefined);
    props.onDone?.();
  };
  if (progress !== undefined)
    return (
      <ProgressLine
        label={t('exchange.bringing')}
        done={progress.done}
        total={progress.all}
        text={t('exchange.progress', { done: progress.done, all: progress.all })}
      />
    );
  if (sheet !== undefined)
    return <SheetView sheet={sheet} onSheet={setSheet} onBack={() => setSheet(undefined)} onBring={run} />;
  return (
    <SourceForm
      label={declaration === undefined ? t('exchange.view-in') : format.text(declaration.labels[locale].many)}
      hint={t('exchange.paste-hint')}
      onRows={(rows) => {
        if (declaration !== undefined) setSheet(sheetOf(declaration, rows, { lang: locale, languages }));
      }}
      {...(props.check ? { check: props.check } : {})}
      {...(props.onCancel ? { onCancel: props.onCancel } : {})}
    >
      {props.children}
    </SourceForm>
  );
}
