import { KEEPERS } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Said } from '#page/note.tsx';
import { useAct, useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';

/** The one note to all about an organisation whose office holder changed, to be copied, and ended once it is over. */
export function SuspensionNote(props: {
  readonly id: string;
  readonly circle: string;
  readonly organisation: string;
  readonly until: string | null;
  readonly note: string | undefined;
}): ReactNode {
  const view = useView();
  const you = useYou();
  const act = useAct();
  const { t } = useLocale();
  const format = useFormat();
  const [copied, setCopied] = useState(false);
  const name = actorName(view, props.organisation) ?? t('record.not-visible');
  const said =
    props.note ??
    (props.until === null
      ? t('mandate.changed-at', { name })
      : t('mandate.suspended', { name, date: format.date(props.until) }));
  const keeps = KEEPERS.some((role) => you?.roles.includes(role));
  const copy = async (): Promise<void> => {
    // Without a secure context there is no clipboard: the words stand beside the button.
    await navigator.clipboard?.writeText(said).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  const settle = (): Promise<void> =>
    act.command(
      'officeChange.settle',
      { entity: props.id, circle: props.circle },
      {
        on: today(),
      },
    );
  return (
    <Said
      ways={
        keeps && (
          <>
            <ActionButton kind="quiet" onPress={() => void copy()}>
              {t(copied ? 'mandate.note-copied' : 'mandate.note-copy')}
            </ActionButton>
            <ActionButton kind="quiet" onPress={() => void settle()}>
              {t('mandate.settle')}
            </ActionButton>
          </>
        )
      }
    >
      {format.text(said)}
    </Said>
  );
}
