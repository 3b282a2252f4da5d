import type { Flag, FlagOffer } from '@tablee/domain/modules/flag';
import { type ReactNode, useContext, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note } from '#page/note.tsx';
import { ReasonForm } from '#page/reason-form.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import type { RoomPlace } from '#page/use-room.ts';
import { useAct, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ReadsOnly } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './flags.module.css';
import { Talk } from './talk.tsx';

const KEEPERS_ONLY: readonly FlagOffer[] = ['adjust', 'adapt', 'return'];

/** The ways on that a flag offers, one under the other: talking first, then changing, then muting. */
export function Choices({ flag, room }: { readonly flag: Flag; readonly room: RoomPlace }): ReactNode {
  const { t } = useLocale();
  const keeper = useKeeper();
  const [open, setOpen] = useState<FlagOffer>();
  const close = (): void => setOpen(undefined);
  const you = useYou();
  const mine = flag.audience.first === 'partner' && flag.audience.partner === you?.organisation;
  const readsOnly = useContext(ReadsOnly);
  if (readsOnly) return null;
  const offered = flag.offers.filter((offer) => keeper || !KEEPERS_ONLY.includes(offer));
  if (open === 'talk') return <Talk flag={flag} onDone={close} />;
  if (open === 'adjust' || open === 'adapt') return <Change flag={flag} choice={open} onDone={close} />;
  if (open === 'mute') return <Mute flag={flag} onDone={close} />;
  return (
    <PanelSection title={t('flag.what')}>
      <ul className={css['choices']}>
        {offered.map((offer) => (
          <li key={offer}>
            {offer === 'return' ? (
              <ActionButton href={`${room.href(flag.id).split('?')[0]}?view=return`}>
                {t('flag.return')}
              </ActionButton>
            ) : (
              <ActionButton
                kind={offer === 'talk' && !mine ? 'primary' : 'secondary'}
                onPress={() => setOpen(offer)}
              >
                {t(`flag.${offer}`)}
              </ActionButton>
            )}
            {offer !== 'talk' && <Note>{t(`flag.${offer}-hint`)}</Note>}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function Change(props: {
  readonly flag: Flag;
  readonly choice: 'adjust' | 'adapt';
  readonly onDone: () => void;
}): ReactNode {
  const { flag, choice, onDone } = props;
  const act = useAct();
  const { t } = useLocale();
  const circle = useFlagCircle(flag);
  const [words, setWords] = useState('');
  return (
    <Form
      label={t(`flag.${choice}`)}
      submit={t('flag.say-change')}
      onCancel={onDone}
      onSubmit={async () => {
        if (words.trim() === '') return [{ name: 'words', message: t('flag.words-missing') }];
        await act.command(
          'flag.choose',
          { entity: act.newId(), circle },
          {
            flag: flag.id,
            choice,
            words: words.trim(),
          },
        );
        onDone();
        return undefined;
      }}
    >
      <TextField
        name="words"
        label={t('flag.what-changes')}
        hint={t(`flag.${choice}-hint`)}
        rows={3}
        value={words}
        onChange={setWords}
        autoFocus
      />
    </Form>
  );
}

function Mute({ flag, onDone }: { readonly flag: Flag; readonly onDone: () => void }): ReactNode {
  const act = useAct();
  const { t } = useLocale();
  const circle = useFlagCircle(flag);
  const [until, setUntil] = useState('');
  const isDay = until.length === 10 && until >= today();
  const send = (reason: string): Promise<void> => {
    const muted = { flag: flag.id, until, reason };
    return act.command('flag.mute', { entity: act.newId(), circle }, muted);
  };
  return (
    <ReasonForm
      act={t('flag.mute')}
      question={t('flag.mute-why')}
      faults={() => (isDay ? [] : [{ name: 'until', message: t('flag.until-missing') }])}
      onSend={send}
      onDone={onDone}
    >
      <DateField
        name="until"
        label={t('flag.mute-until')}
        value={until}
        onChange={setUntil}
        precisions={['day']}
      />
    </ReasonForm>
  );
}

/** Where an entry about a flag lives: what concerns one partner stays with the keepers when a keeper writes it. */
const useFlagCircle = (flag: Flag): string => {
  const you = useYou();
  const keeper = useKeeper();
  if (flag.audience.first === 'everybody' || !keeper) return 'partners';
  return ['secretariat', 'core'].find((circle) => you?.circles.includes(circle)) ?? 'partners';
};
