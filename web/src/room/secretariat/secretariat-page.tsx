import { changeRecord } from '@tablee/domain/kernel';
import { commitment, commitments, type Owed } from '@tablee/domain/modules/commitment';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import type { RoomProps } from '#app/room-table.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useAct, useOpenSpace, usePeople, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';

/** The open commitments of those who are the secretariat. */
const useTasks = (): { readonly holders: readonly string[]; readonly tasks: readonly Owed[] } => {
  const view = useView();
  const { store } = useOpenSpace();
  const { locale } = useLocale();
  const holders = store.readers['secretariat'] ?? [];
  const tasks = commitments(view, today(), locale).filter(
    (each) => each.state === 'open' && each.person !== undefined && holders.includes(each.person),
  );
  return { holders, tasks };
};

/** Can those who hold the thread keep holding it: who they are, what they owe, and what rests on one person. */
export default function SecretariatPage({ thing }: RoomProps): ReactNode {
  const you = useYou();
  const { t } = useLocale();
  const room = useRoom('secretariat');
  const readers = useReaders('partners');
  const [adding, setAdding] = useState(false);
  const { holders, tasks } = useTasks();
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('progress.secretariat-add')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('progress.secretariat')}
        opening={t('progress.secretariat-opening', {
          people: holders.length,
          tasks: tasks.length,
          late: tasks.filter((task) => (task.daysLate ?? 0) > 0).length,
        })}
        readers={readers}
        action={adding || tasks.length === 0 ? undefined : add}
      />
      {adding && (
        <RecordForm
          declaration={commitment}
          fields={['what', 'person', 'due']}
          preset={{ kind: 'action', state: 'open', ...(you === undefined ? {} : { person: you.person }) }}
          submit={t('progress.secretariat-add')}
          onDone={() => setAdding(false)}
          onCancel={() => setAdding(false)}
        />
      )}
      {!adding && (
        <Stack>
          {tasks.length === 0 ? (
            <EmptyState action={add}>{t('progress.secretariat-empty')}</EmptyState>
          ) : (
            <Tasks room={room} tasks={tasks} />
          )}
          <Holders holders={holders} tasks={tasks} />
        </Stack>
      )}
      {thing !== undefined && <ThingPanel room={room} declaration={commitment} thing={thing} />}
    </>
  );
}

function Tasks({ room, tasks }: { readonly room: RoomPlace; readonly tasks: readonly Owed[] }): ReactNode {
  const act = useAct();
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  return (
    <Section title={t('progress.secretariat-tasks')} id="tasks">
      <SentenceList
        labelledBy="tasks"
        items={tasks.map((task) => {
          const late = task.daysLate ?? 0;
          const who = people.find(task.person ?? '')?.name ?? t('record.somebody');
          return {
            key: task.id,
            text: (
              <span id={`row-${task.id}`} tabIndex={-1}>
                <Link href={room.href(task.id)} replace>
                  {format.text(task.what)}
                </Link>
              </span>
            ),
            note: late > 0 ? `${who}. ${t('progress.secretariat-late', { n: late })}` : who,
            ...(task.due === undefined
              ? {}
              : { when: t('progress.secretariat-due', { date: format.date(task.due) }) }),
            action: (
              <ActionButton
                kind="quiet"
                onPress={() => void act.issue(changeRecord(act.ticket(), task.entity, { state: 'done' }))}
              >
                {t('progress.secretariat-done')}
              </ActionButton>
            ),
          };
        })}
      />
    </Section>
  );
}

function Holders(props: { readonly holders: readonly string[]; readonly tasks: readonly Owed[] }): ReactNode {
  const { store } = useOpenSpace();
  const people = usePeople();
  const { t } = useLocale();
  return (
    <Section title={t('progress.secretariat-people')} id="holders">
      <Stack tight>
        <SentenceList
          labelledBy="holders"
          form="plain"
          items={props.holders.map((id) => ({
            key: id,
            text: t('progress.secretariat-person', {
              name: people.find(id)?.name ?? t('record.somebody'),
              n: props.tasks.filter((task) => task.person === id).length,
            }),
          }))}
        />
        {props.holders.length === 1 && <Note>{t('progress.secretariat-alone')}</Note>}
        <ActionRow>
          <ActionButton kind="quiet" href={addressOf(store.space, 'handover')}>
            {t('progress.secretariat-handover')}
          </ActionButton>
        </ActionRow>
      </Stack>
    </Section>
  );
}
