import { isObject, type RecordEntity } from '@tablee/domain/kernel';
import { attendanceSheet } from '@tablee/domain/modules/meeting';
import type { Poll } from '@tablee/domain/modules/poll';
import type { Running } from '@tablee/domain/modules/reading';
import { requestsAbout } from '@tablee/domain/modules/request';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Fault, request } from '#sync/api.ts';
import { useOpenSpace, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { HandedOver, type Passed } from './handed-over.tsx';

/** Makes a personal link for everybody who is expected and was not asked yet; needs the server. */
export function PollLinks({
  entity,
  held,
}: {
  readonly entity: RecordEntity;
  readonly held: Running<Poll>;
}): ReactNode {
  const view = useView();
  const people = usePeople();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [made, setMade] = useState<readonly Passed[]>();
  const [fault, setFault] = useState('');
  const asked = new Set(requestsAbout(view, held.id).map(({ state }) => state.person));
  const answered = new Set(held.state.votes.map((vote) => vote.person));
  const waiting = attendanceSheet(view, entity.id).lines.filter(
    (line) => line.person !== undefined && !asked.has(line.person) && !answered.has(line.person),
  );
  const ask = async (): Promise<void> => {
    setFault('');
    const done: Passed[] = [];
    try {
      for (const { person, organisation } of waiting) {
        const answer = await request('POST', path.links(store.space), {
          kind: 'poll',
          subject: held.id,
          circle: held.circle,
          person,
          send: true,
          ...(organisation === undefined ? {} : { organisation }),
          ...(held.state.deadline === null ? {} : { deadline: held.state.deadline }),
        });
        const text = isObject(answer) && typeof answer['text'] === 'string' ? answer['text'] : undefined;
        const mailed = isObject(answer) && answer['mailed'] === true;
        done.push({
          key: person ?? '',
          name: people.find(person ?? '')?.name ?? t('record.somebody'),
          text,
          note: mailed ? t('meeting.mailed') : undefined,
        });
      }
    } catch (caught) {
      if (!(caught instanceof Fault)) throw caught;
      setFault(caught.status === 0 ? t('meeting.needs-network') : caught.message);
    }
    // What was made before the line broke is handed over all the same: it is readable only now.
    if (done.length > 0) setMade(done);
  };
  if (made !== undefined)
    return <HandedOver title={t('meeting.poll-links')} items={made} onDone={() => setMade(undefined)} />;
  return (
    <>
      {waiting.length > 0 && (
        <div>
          <ActionButton onPress={() => void ask()}>
            {t('meeting.poll-ask-all', { n: waiting.length })}
          </ActionButton>
        </div>
      )}
      {fault !== '' && <p role="alert">{fault}</p>}
    </>
  );
}
