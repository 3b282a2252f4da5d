import { actorName } from '@tablee/domain/modules/actor';
import { hangingOn } from '@tablee/domain/modules/mandate';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { useView } from '#sync/use-space.ts';
import { HangingList } from './hanging-list.tsx';
import { OfficeChangeDone, type PreparedLetters } from './office-change-done.tsx';
import { OfficeChangeForm } from './office-change-form.tsx';

/** "Office holder changed" on an organisation: what hangs on its people, then one deliberate act. */
export function OfficeChangeView(props: {
  readonly organisation: string;
  readonly onClose: () => void;
}): ReactNode {
  const { organisation } = props;
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [hour] = useState(now);
  const [done, setDone] = useState<PreparedLetters>();
  const hanging = hangingOn(view, organisation, { now: hour, lang: locale });
  const name = actorName(view, organisation) ?? '';
  if (done !== undefined)
    return <OfficeChangeDone organisation={organisation} letters={done} onClose={props.onClose} />;
  return (
    <Stack>
      <h2 tabIndex={-1}>{format.text(t('mandate.change-title', { name }))}</h2>
      <Note>{t('mandate.change-note')}</Note>
      <HangingList hanging={hanging} />
      <OfficeChangeForm
        organisation={organisation}
        hanging={hanging}
        onDone={setDone}
        onCancel={props.onClose}
      />
    </Stack>
  );
}
