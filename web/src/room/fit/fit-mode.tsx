import {
  ANONYMOUS_FROM,
  FIT_MODE,
  type FitMode,
  fitCheck,
  honestModes,
} from '@tablee/domain/modules/fit-check';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { useAct, useOpenSpace } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';

/** How the group will answer, said before anybody does: who learns what, and who could guess. */
export function OpenFit({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const { store } = useOpenSpace();
  const [mode, setMode] = useState<FitMode>('named');
  const people = store.readers[fitCheck.circle]?.length ?? 1;
  const submit = async (): Promise<undefined> => {
    const place = { entity: act.newId(), circle: fitCheck.circle };
    await act.command('fitCheck.open', place, { mode });
    onDone();
  };
  return (
    <Form label={t('fit.how')} submit={t('fit.open')} onSubmit={submit} onCancel={onDone}>
      <Choice
        name="mode"
        label={t('fit.how')}
        large
        options={honestModes(people).map((value) => ({
          value,
          label: format.text(FIT_MODE[value][locale]),
          hint: t(`fit.mode-${value}`),
        }))}
        value={mode}
        onChange={setMode}
      />
      {people < ANONYMOUS_FROM && <Note>{t('fit.too-few', { n: people, from: ANONYMOUS_FROM })}</Note>}
    </Form>
  );
}

/** Who learns what, in the words of the way that was agreed; stands above every answer. */
export function ModeLine({ mode }: { readonly mode: FitMode | null }): ReactNode {
  const { t } = useLocale();
  return <Note>{mode === null ? t('fit.alone') : t(`fit.mode-${mode}`)}</Note>;
}
