import { letterhead, letterheadOf } from '@tablee/domain/modules/letter';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { useView } from '#sync/use-space.ts';

/** The letterhead, set once for all letters, in each language of the partnership. */
export function LetterheadForm(props: {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const held = letterheadOf(view, locale)?.entity;
  return (
    <Stack tight>
      <Note>{t('letter.head-note')}</Note>
      <RecordForm
        declaration={letterhead}
        {...(held === undefined ? {} : { entity: held })}
        submit={t('letter.head-save')}
        onDone={props.onDone}
        onCancel={props.onCancel}
      />
    </Stack>
  );
}
