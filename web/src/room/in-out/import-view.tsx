import type { AnyRecord } from '@tablee/domain/kernel';
import { guessColumns, header } from '@tablee/domain/modules/register';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Said } from '#page/note.tsx';
import { useLanguages } from '#register/use-languages.ts';
import { useOpenSpace } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { readPasted } from './paste.ts';
import type { Sheet } from './sheet.ts';
import { SheetView } from './sheet-view.tsx';
import { type Imported, type Undone, useImport } from './use-import.ts';
import { useWritable } from './use-registers.ts';

/** Brings rows in: paste, see each row and mend the columns, then all at once; the whole can be undone. */
export function ImportView(): ReactNode {
  const { imported, bring, undo } = useImport();
  const { t } = useLocale();
  const [sheet, setSheet] = useState<Sheet>();
  const [undone, setUndone] = useState<Undone>();
  if (sheet !== undefined)
    return (
      <SheetView
        sheet={sheet}
        onSheet={setSheet}
        onBack={() => setSheet(undefined)}
        onBring={async (rows) => {
          await bring(sheet.declaration, rows);
          setSheet(undefined);
        }}
      />
    );
  return (
    <>
      {imported && <Brought imported={imported} onUndo={() => void undo(imported).then(setUndone)} />}
      {!imported && undone && <Said>{t('exchange.undone', { ...undone })}</Said>}
      <PasteForm
        onSheet={(next) => {
          setUndone(undefined);
          setSheet(next);
        }}
      />
    </>
  );
}

function Brought(props: { readonly imported: Imported; readonly onUndo: () => void }): ReactNode {
  const { imported } = props;
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const many = store.nouns.record(imported.noun)?.labels[locale].many ?? imported.noun;
  return (
    <Said
      ways={
        <>
          <ActionButton kind="quiet" href={addressOf(store.space, `register-${imported.noun}`)}>
            {t('exchange.see')}
          </ActionButton>
          <ActionButton kind="quiet" onPress={props.onUndo}>
            {t('exchange.undo')}
          </ActionButton>
        </>
      }
    >
      {t('exchange.brought', { n: imported.entities.length, many: format.text(many) })}
    </Said>
  );
}

/** The columns of a paste: guessed from its first row; in the order of the list where no heading fits. */
const sheetOf = (
  declaration: AnyRecord,
  rows: readonly (readonly string[])[],
  guessing: { readonly lang: 'fr' | 'en'; readonly languages: readonly string[] },
): Sheet => {
  const width = Math.max(...rows.map((row) => row.length));
  const guessed = guessColumns(declaration, rows[0] ?? [], guessing.languages);
  const hasHead = guessed.some((column) => column !== undefined);
  const own = header(declaration, guessing.lang);
  const columns = Array.from({ length: width }, (_, index) => (hasHead ? guessed[index] : own[index]));
  return { declaration, rows, columns, hasHead, takeKnown: false };
};

function PasteForm({ onSheet }: { readonly onSheet: (sheet: Sheet) => void }): ReactNode {
  const registers = useWritable();
  const languages = useLanguages();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [noun, setNoun] = useState('');
  const [text, setText] = useState('');
  return (
    <Form
      label={t('exchange.view-in')}
      submit={t('exchange.look')}
      onSubmit={() => {
        const declaration = registers.find((each) => each.name === noun);
        const rows = readPasted(text);
        if (declaration === undefined) return [{ name: 'noun', message: t('exchange.choose-missing') }];
        if (rows.length === 0) return [{ name: 'rows', message: t('exchange.paste-missing') }];
        onSheet(sheetOf(declaration, rows, { lang: locale, languages }));
        return undefined;
      }}
    >
      <p>{t('exchange.paste')}</p>
      <SelectField
        name="noun"
        label={t('exchange.register')}
        none={t('exchange.choose')}
        value={noun}
        onChange={setNoun}
        options={registers.map((declaration) => ({
          value: declaration.name,
          label: format.text(declaration.labels[locale].many),
        }))}
      />
      <TextField
        name="rows"
        label={t('exchange.paste-label')}
        hint={t('exchange.paste-hint')}
        rows={6}
        value={text}
        onChange={setText}
        spellCheck={false}
      />
    </Form>
  );
}
