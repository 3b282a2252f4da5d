import {
  activity,
  activityLines,
  roadmapByQuarter,
  withoutAccountable,
} from '@tablee/domain/modules/activity';
import { boundsOf, periodName, periodOf } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Stack } from '#page/note.tsx';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { ActivityPanel } from './activity-panel.tsx';
import { useActivityRow } from './activity-row.tsx';
import { ActivityTable, RoleTable } from './activity-table.tsx';

const FIELDS = [
  'title',
  'accountable',
  'end',
  'start',
  'involved',
  'result',
  'progress',
  'workstream',
  'after',
];

/** Who does what by when: by quarter, as a table, and by role; exactly one organisation answers for each line. */
export default function RoadmapPage({ thing }: RoomProps): ReactNode {
  const { t } = useLocale();
  const view = useView();
  const room = useRoom('roadmap');
  const readers = useReaders('partners');
  const lines = activityLines(view, today());
  const [adding, setAdding] = useState(false);
  const current = viewOf(room, ['quarters', 'table', 'roles']);
  const done = (): void => setAdding(false);
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('roadmap.add')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('roadmap.title')}
        opening={<Opening />}
        readers={readers}
        action={adding || lines.length === 0 ? undefined : add}
      />
      {lines.length > 0 && (
        <RoomTabs
          label={t('roadmap.views')}
          room={room}
          current={current}
          views={[
            { id: 'quarters', label: t('roadmap.view.quarters') },
            { id: 'table', label: t('roadmap.view.table') },
            { id: 'roles', label: t('roadmap.view.roles') },
          ]}
        />
      )}
      <Stack>
        {adding && <RecordForm declaration={activity} fields={FIELDS} onDone={done} onCancel={done} />}
        {lines.length === 0 && !adding && <EmptyState action={add}>{t('roadmap.empty')}</EmptyState>}
        {current === 'quarters' && <Quarters room={room} />}
        {current === 'table' && lines.length > 0 && (
          <ActivityTable lines={lines} room={room} selected={thing} />
        )}
        {current === 'roles' && lines.length > 0 && <RoleTable room={room} selected={thing} />}
      </Stack>
      {thing !== undefined && <ActivityPanel room={room} id={thing} />}
    </>
  );
}

function Opening(): ReactNode {
  const { t } = useLocale();
  const view = useView();
  const lines = activityLines(view, today());
  if (lines.length === 0) return t('roadmap.question');
  const quarter = periodOf('quarter', today());
  const here = roadmapByQuarter(view, today()).find((group) => group.quarter === quarter)?.lines.length ?? 0;
  const late = lines.filter((line) => line.daysLate > 0).length;
  const orphans = withoutAccountable(view).length;
  return [
    t('roadmap.opening', { n: lines.length, here }),
    ...(late > 0 ? [t('roadmap.opening-late', { n: late })] : []),
    ...(orphans > 0 ? [t('roadmap.opening-orphans', { n: orphans })] : []),
  ].join(' ');
}

function Quarters({ room }: { readonly room: RoomPlace }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const row = useActivityRow(room);
  const now = periodOf('quarter', today());
  return (
    <Stack>
      {roadmapByQuarter(view, today()).map(({ quarter, lines }) => {
        const id = `quarter-${quarter ?? 'none'}`;
        const bounds = quarter === undefined ? undefined : boundsOf(quarter);
        return (
          <Section
            key={id}
            id={id}
            title={quarter === undefined ? t('roadmap.no-date') : periodName(quarter, locale)}
            aside={
              quarter === now
                ? t('roadmap.now')
                : bounds && format.period(bounds.first.slice(0, 7), bounds.last.slice(0, 7))
            }
          >
            <SentenceList labelledBy={id} items={lines.map(row)} />
          </Section>
        );
      })}
    </Stack>
  );
}
