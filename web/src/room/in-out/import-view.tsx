import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { ImportSheet } from '#sheet/import-sheet.tsx';
import { UndoList } from '#sheet/undo-list.tsx';
import { useWritable } from '#sheet/use-registers.ts';
import { useOpenSpace } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { SelectField } from '#ui/select-field.tsx';

/** Brings rows of any list in; the whole of the last import can be undone. */
export function ImportView(): ReactNode {
  const { store } = useOpenSpace();
  const registers = useWritable();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [noun, setNoun] = useState('');
  const see = (of: string): ReactNode => (
    <ActionButton kind="quiet" href={addressOf(store.space, `register-${of}`)}>
      {t('exchange.see')}
    </ActionButton>
  );
  return (
    <Stack>
      <UndoList see={see} />
      <ImportSheet
        declaration={registers.find((each) => each.name === noun)}
        check={() => (noun === '' ? [{ name: 'noun', message: t('exchange.choose-missing') }] : [])}
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
      </ImportSheet>
    </Stack>
  );
}
