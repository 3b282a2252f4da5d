import { essential, essentials, handovers, handoversFor } from '@tablee/domain/modules/handover';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Stack } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useEntity, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { EssentialList } from './essential-list.tsx';
import { HandoverList } from './handover-list.tsx';
import { HandoverPanel } from './handover-panel.tsx';
import { OfferForm } from './offer-form.tsx';

/** What must go on, who takes it, are they ready: role by role, accepted by the successor alone. */
export default function HandoverPage({ thing }: RoomProps): ReactNode {
  const view = useView();
  const you = useYou();
  const { t } = useLocale();
  const room = useRoom('handover');
  const readers = useReaders('partners');
  const [adding, setAdding] = useState<'offer' | 'essential'>();
  const goesOn = essentials(view, today());
  const all = handovers(view, today());
  const mine = you === undefined ? [] : handoversFor(view, you.person, today());
  const rest = all.filter((line) => !mine.some((own) => own.id === line.id));
  const none = goesOn.length === 0 && all.length === 0;
  const done = (): void => setAdding(undefined);
  const offer = (
    <ActionButton kind={none ? 'secondary' : 'primary'} onPress={() => setAdding('offer')}>
      {t('handover.offer')}
    </ActionButton>
  );
  const name = (
    <ForWriters>
      <ActionButton kind={none ? 'primary' : 'secondary'} onPress={() => setAdding('essential')}>
        {t('handover.add-essential')}
      </ActionButton>
    </ForWriters>
  );
  return (
    <>
      <PageHead
        title={t('handover.title')}
        opening={
          none
            ? t('handover.opening-none')
            : t('handover.opening', {
                secured: goesOn.filter((line) => line.state === 'secured' && !line.lapsed).length,
                all: goesOn.length,
                waiting: all.filter((line) => line.state.status === 'offered').length,
              })
        }
        readers={readers}
        action={none || adding !== undefined ? undefined : offer}
      />
      {adding === 'offer' && <OfferForm onDone={done} />}
      {adding === 'essential' && (
        <RecordForm
          declaration={essential}
          submit={t('handover.add-essential')}
          onDone={done}
          onCancel={done}
        />
      )}
      {none && adding === undefined && (
        <EmptyState action={name} more={offer}>
          {t('handover.empty')}
        </EmptyState>
      )}
      {!none && adding === undefined && (
        <Stack>
          {mine.length > 0 && (
            <Section title={t('handover.mine')} id="mine">
              <HandoverList room={room} lines={mine} labelledBy="mine" />
            </Section>
          )}
          {rest.length > 0 && (
            <Section title={t('handover.roles')} id="roles">
              <HandoverList room={room} lines={rest} labelledBy="roles" />
            </Section>
          )}
          <Section title={t('handover.essentials')} id="essentials">
            <Stack tight>
              {goesOn.length === 0 ? (
                <p className="note">{t('handover.no-essentials')}</p>
              ) : (
                <EssentialList room={room} lines={goesOn} labelledBy="essentials" />
              )}
              <ActionRow>{name}</ActionRow>
            </Stack>
          </Section>
        </Stack>
      )}
      {thing !== undefined && <Thing key={thing} thing={thing} />}
    </>
  );
}

function Thing({ thing }: { readonly thing: string }): ReactNode {
  const room = useRoom('handover');
  const entity = useEntity(thing);
  return entity?.type === 'essential' ? (
    <ThingPanel room={room} declaration={essential} thing={thing} />
  ) : (
    <HandoverPanel room={room} id={thing} />
  );
}
