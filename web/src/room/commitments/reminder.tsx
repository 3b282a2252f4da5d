import { KEEPERS } from '@tablee/domain/kernel';
import {
  type Reminder as Reminded,
  remindedFor,
  reminderFor,
  reminderText,
} from '@tablee/domain/modules/due';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { useCopy } from '#request/use-copy.ts';
import { useOpenSpace, usePeople, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Prose } from '#ui/prose.tsx';

/**
 * One friendly message for one partner, for its focal point alone: what comes and what has passed, in one digest.
 * Nothing leaves by itself: whoever keeps the thread reads it, and passes it on in private.
 */
export function Reminder({ organisation }: { readonly organisation: string }): ReactNode {
  const view = useView();
  const you = useYou();
  const { t, locale } = useLocale();
  const [open, setOpen] = useState(false);
  const reminder = reminderFor(view, organisation, { today: today(), lang: locale });
  if (reminder === undefined || !KEEPERS.some((role) => you?.roles.includes(role))) return null;
  if (!open)
    return (
      <ActionRow>
        <ActionButton kind="quiet" onPress={() => setOpen(true)}>
          {t('commitment.remind')}
        </ActionButton>
      </ActionRow>
    );
  return <Message organisation={organisation} reminder={reminder} />;
}

function Message(props: { readonly organisation: string; readonly reminder: Reminded }): ReactNode {
  const view = useView();
  const people = usePeople();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const { said, copy } = useCopy();
  const focal = remindedFor(view, props.organisation, today());
  const name = focal === undefined ? undefined : people.find(focal)?.name;
  const partnership = partnershipOf(view, locale)?.name ?? '';
  const { hello, recall, lines, end } = reminderText(props.reminder, { lang: locale, partnership, name });
  const url = new URL(addressOf(store.space, 'commitments'), location.href).href;
  const text = [hello, recall, ...lines.map(({ words }) => `– ${words}`), end, url].join('\n');
  return (
    <Stack>
      <Note>
        {name === undefined ? t('commitment.for-focal-missing') : t('commitment.for-focal', { name })}
      </Note>
      <Prose text={text} lang={locale} />
      <ActionRow>
        <ActionButton onPress={() => void copy(format.text(text), t('commitment.copied'))}>
          {t('commitment.copy')}
        </ActionButton>
      </ActionRow>
      <p role="status">{said}</p>
    </Stack>
  );
}
