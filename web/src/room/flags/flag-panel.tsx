import { actorName } from '@tablee/domain/modules/actor';
import { homeOf } from '@tablee/domain/modules/compass';
import type { Flag } from '@tablee/domain/modules/flag';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { AbsentPanel } from '#page/absent-panel.tsx';
import { today } from '#page/clock.ts';
import { Note } from '#page/note.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useEntity, useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ForWriters } from '#ui/for-writers.tsx';
import { Link } from '#ui/link.tsx';
import { InPanel } from '#ui/panel-slot.tsx';
import { PanelSection, SidePanel } from '#ui/side-panel.tsx';
import { Answer } from './answer.tsx';
import { Choices } from './choices.tsx';
import { Entries } from './entries.tsx';
import { Evidence } from './evidence.tsx';
import { useFlag } from './use-flags.ts';

/** One flag: what shows it, who hears of it, what was done, and the ways on, talking first. */
export function FlagPanel({ room, id }: { readonly room: RoomPlace; readonly id: string }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const you = useYou();
  const flag = useFlag(id);
  const shell = { onClose: room.close, returnFocusTo: `row-${id}`, address: location.href };
  if (flag === undefined)
    return (
      <InPanel>
        <AbsentPanel id={id} onClose={room.close}>
          <Note>{t('flag.gone')}</Note>
        </AbsentPanel>
      </InPanel>
    );
  const mine = flag.audience.first === 'partner' && flag.audience.partner === you?.organisation;
  return (
    <InPanel>
      <SidePanel {...shell} kicker={t('flag.title')} title={format.text(flag.sentence.text)}>
        <Audience flag={flag} />
        {mine && (
          <ForWriters>
            <Answer flag={flag} />
          </ForWriters>
        )}
        <PanelSection title={t('flag.evidence')}>
          <Evidence flag={flag} />
          <About flag={flag} />
        </PanelSection>
        <Choices flag={flag} room={room} />
        {flag.entries.length > 0 && (
          <PanelSection title={t('flag.done')}>
            <Entries flag={flag} />
          </PanelSection>
        )}
      </SidePanel>
    </InPanel>
  );
}

/** Who hears of this flag, said to whoever reads it. */
function Audience({ flag }: { readonly flag: Flag }): ReactNode {
  const view = useView();
  const you = useYou();
  const { t } = useLocale();
  const format = useFormat();
  const { audience } = flag;
  if (audience.first === 'everybody') return <Note>{t('flag.everybody')}</Note>;
  if (audience.partner !== you?.organisation)
    return (
      <Note>
        {t('flag.keepers-only', {
          organisation: actorName(view, audience.partner) ?? t('record.not-visible'),
        })}
      </Note>
    );
  return (
    <Note>
      {today() < audience.keepersFrom
        ? t('flag.first-you', { date: format.date(audience.keepersFrom) })
        : t('flag.first-you-past')}
    </Note>
  );
}

function About({ flag }: { readonly flag: Flag }): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const about = useEntity(flag.about);
  if (about === undefined) return null;
  return (
    <p>
      <Link href={addressOf(store.space, homeOf(about.type), about.id)}>{t('flag.see-about')}</Link>
    </p>
  );
}
