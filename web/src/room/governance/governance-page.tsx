import { type BodyLine, bodies, body, seat, vacancies } from '@tablee/domain/modules/governance';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Stack } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useEntity, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { BodySection } from './body-section.tsx';

const SEAT_FIELDS = ['body', 'sector', 'organisation', 'holder', 'deputy', 'until', 'voting'];

/** Who sits where, who is missing there, and by which rule each body decides. */
export default function GovernancePage({ thing }: RoomProps): ReactNode {
  const { t } = useLocale();
  const room = useRoom('governance');
  const readers = useReaders('partners');
  const keeper = useKeeper();
  const view = useView();
  const all = bodies(view, today());
  const entity = useEntity(thing);
  const [adding, setAdding] = useState<'body' | 'seat'>();
  const done = (): void => setAdding(undefined);
  const addBody = (
    <ActionButton kind={all.length === 0 ? 'primary' : 'quiet'} onPress={() => setAdding('body')}>
      {t('governance.add-body')}
    </ActionButton>
  );
  const addSeat = (
    <ActionButton kind="primary" onPress={() => setAdding('seat')}>
      {t('governance.add-seat')}
    </ActionButton>
  );
  const seats = all.reduce((sum, line) => sum + line.seats.length, 0);
  return (
    <>
      <PageHead
        title={t('governance.title')}
        opening={<Opening all={all} />}
        readers={readers}
        action={keeper && adding === undefined && all.length > 0 ? addSeat : undefined}
      />
      <Stack>
        {adding === 'body' && (
          <RecordForm
            declaration={body}
            fields={['name', 'mandate', 'meets']}
            onDone={done}
            onCancel={done}
          />
        )}
        {adding === 'seat' && (
          <RecordForm
            declaration={seat}
            fields={SEAT_FIELDS}
            preset={{
              order: seats + 1,
              voting: true,
              ...(all.length === 1 && all[0] ? { body: all[0].entity.id } : {}),
            }}
            onDone={done}
            onCancel={done}
          />
        )}
        {all.length === 0 && adding === undefined && (
          <EmptyState action={keeper ? addBody : undefined}>{t('governance.empty')}</EmptyState>
        )}
        {all.map((line) => (
          <BodySection key={line.entity.id} line={line} room={room} selected={thing} />
        ))}
        {keeper && all.length > 0 && adding === undefined && <div>{addBody}</div>}
      </Stack>
      {thing !== undefined && (
        <ThingPanel
          room={room}
          declaration={entity?.type === 'body' ? body : seat}
          thing={thing}
          // The rule stands in words under its body.
          without={['rule']}
        />
      )}
    </>
  );
}

function Opening({ all }: { readonly all: readonly BodyLine[] }): ReactNode {
  const { t } = useLocale();
  const open = vacancies(useView(), today()).length;
  if (all.length === 0) return t('governance.question');
  const seats = all.reduce((sum, line) => sum + line.seats.length, 0);
  return [
    t('governance.opening', { bodies: all.length, seats }),
    t('governance.opening-open', { n: open }),
  ].join(' ');
}
