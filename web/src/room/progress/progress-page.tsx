import {
  type ActivityLine,
  activity,
  activityLines,
  roadmapByWorkstream,
} from '@tablee/domain/modules/activity';
import { type ReactNode, useContext, useState } from 'react';
import { addressOf } from '#app/address.ts';
import type { RoomProps } from '#app/room-table.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Said, Stack } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { useReaders } from '#register/use-circles.ts';
import { useEntity, useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ReadsOnly } from '#ui/for-writers.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { ActivityList } from './activity-list.tsx';
import { SayForm } from './say-form.tsx';

/** Is it moving, and if not, why: what my organisation answers for first, then by workstream, in words. */
export default function ProgressPage({ thing }: RoomProps): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const readers = useReaders('partners');
  const room = useRoom('progress');
  const [saying, setSaying] = useState(false);
  const [said, setSaid] = useState<string>();
  const lines = activityLines(view, today());
  const counts = {
    done: lines.filter((line) => line.progress === 'done').length,
    all: lines.length,
    late: lines.filter((line) => line.daysLate > 0).length,
  };
  const say = (): void => {
    setSaid(undefined);
    setSaying(true);
  };
  return (
    <>
      <PageHead
        title={t('progress.title')}
        opening={lines.length === 0 ? t('progress.opening-none') : t('progress.opening', counts)}
        readers={readers}
        action={
          saying || lines.length === 0 ? undefined : (
            <ActionButton kind="primary" onPress={say}>
              {t('progress.say')}
            </ActionButton>
          )
        }
      />
      {said !== undefined && (
        <Said
          ways={
            <ActionButton kind="quiet" onPress={say}>
              {t('progress.next')}
            </ActionButton>
          }
        >
          {t('progress.said', { title: said })}
        </Said>
      )}
      {saying && (
        <SayForm
          onDone={(title) => {
            setSaying(false);
            setSaid(title);
          }}
          onCancel={() => setSaying(false)}
        />
      )}
      {lines.length === 0 ? (
        <EmptyState
          action={
            <ActionButton kind="primary" href={addressOf(store.space, 'roadmap')}>
              {t('progress.to-roadmap')}
            </ActionButton>
          }
        >
          {t('progress.empty')}
        </EmptyState>
      ) : (
        !saying && <Lists room={room} lines={lines} />
      )}
      {thing !== undefined && <ActivityPanel key={thing} room={room} id={thing} />}
    </>
  );
}

function Lists({
  room,
  lines,
}: {
  readonly room: RoomPlace;
  readonly lines: readonly ActivityLine[];
}): ReactNode {
  const view = useView();
  const you = useYou();
  const { t } = useLocale();
  const format = useFormat();
  const mine = lines.filter(
    (line) =>
      line.accountable !== undefined && line.accountable === you?.organisation && line.progress !== 'done',
  );
  return (
    <Stack>
      {mine.length > 0 && (
        <Section title={t('progress.mine')} id="mine">
          <ActivityList room={room} lines={mine} labelledBy="mine" />
        </Section>
      )}
      {roadmapByWorkstream(view, today()).map((stream, index) => (
        <Section
          key={stream.workstream ?? ''}
          title={
            stream.workstream === undefined ? t('progress.no-workstream') : format.text(stream.workstream)
          }
          id={`stream-${index}`}
          aside={t('progress.workstream-note', { done: stream.counts.done, all: stream.lines.length })}
        >
          <ActivityList room={room} lines={stream.lines} labelledBy={`stream-${index}`} />
        </Section>
      ))}
    </Stack>
  );
}

function ActivityPanel({ room, id }: { readonly room: RoomPlace; readonly id: string }): ReactNode {
  const entity = useEntity(id);
  const { t } = useLocale();
  const readsOnly = useContext(ReadsOnly);
  const [saying, setSaying] = useState(false);
  return (
    <ThingPanel room={room} declaration={activity} thing={id}>
      {entity?.kind === 'record' && !readsOnly && (
        <PanelSection title={t('progress.rating-section')}>
          {saying ? (
            <SayForm id={id} onDone={() => setSaying(false)} onCancel={() => setSaying(false)} />
          ) : (
            <ActionButton onPress={() => setSaying(true)}>{t('progress.say-this')}</ActionButton>
          )}
        </PanelSection>
      )}
    </ThingPanel>
  );
}
