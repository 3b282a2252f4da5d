import { changeRecord, optionWords, valueOf } from '@tablee/domain/kernel';
import { activity, PROGRESS } from '@tablee/domain/modules/activity';
import { clause, traceOf } from '@tablee/domain/modules/agreement';
import { contribution } from '@tablee/domain/modules/resource';
import { result } from '@tablee/domain/modules/result';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { LinkedList } from '#page/linked-list.tsx';
import { Note } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useRecords } from '#register/register-view.tsx';
import { useAct, useEntity, useView } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { PanelSection } from '#ui/side-panel.tsx';

/** An activity beside the roadmap: how far it is in one press, what it serves, what it rests on. */
export function ActivityPanel({ room, id }: { readonly room: RoomPlace; readonly id: string }): ReactNode {
  const { t } = useLocale();
  return (
    <ThingPanel room={room} declaration={activity} thing={id}>
      <Progress id={id} />
      <PanelSection title={t('roadmap.linked')}>
        <Linked id={id} />
      </PanelSection>
    </ThingPanel>
  );
}

function Progress({ id }: { readonly id: string }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const entity = useEntity(id);
  if (entity?.kind !== 'record') return null;
  return (
    <Choice
      label={t('roadmap.head.progress')}
      options={PROGRESS.map((value) => ({
        value,
        label: format.text(optionWords(activity.fields.progress, value)[locale]),
      }))}
      value={valueOf(activity, entity, 'progress') ?? 'notStarted'}
      onChange={(progress) => void act.issue(changeRecord(act.ticket(), entity, { progress }))}
    />
  );
}

function Linked({ id }: { readonly id: string }): ReactNode {
  const { t } = useLocale();
  const view = useView();
  const trace = traceOf(view, id);
  const given = useRecords(contribution, (entity) => valueOf(contribution, entity, 'activity') === id);
  const linked = [
    ...trace.results.map((each) => ({ id: each, room: 'results', declaration: result })),
    ...trace.clauses.map((each) => ({ id: each, room: 'agreement', declaration: clause })),
    ...given.map((each) => ({ id: each.id, room: 'resources', declaration: contribution })),
  ];
  if (linked.length === 0) return <Note>{t('roadmap.no-link')}</Note>;
  return <LinkedList label={t('roadmap.linked')} linked={linked} />;
}
