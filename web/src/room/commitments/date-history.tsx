import { type FeedEvent, isFeedEvent, isObject } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Fault, request } from '#sync/api.ts';
import { useOpenSpace, usePeople } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { PanelSection } from '#ui/side-panel.tsx';

/** The dates that a commitment has had, with who changed them and why; fetched when looked at. */
export function DateHistory({ id }: { readonly id: string }): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [events, setEvents] = useState<readonly FeedEvent[]>();
  const [failed, setFailed] = useState(false);
  const load = async (): Promise<void> => {
    try {
      const answer = await request('GET', `${path.history(store.space)}?entity=${id}`);
      const all = isObject(answer) && Array.isArray(answer['events']) ? answer['events'] : [];
      setEvents(all.filter(isFeedEvent).filter((event) => typeof event.parts['due'] === 'string'));
      setFailed(false);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      setFailed(true);
    }
  };
  return (
    <PanelSection title={t('commitment.dates')}>
      {failed && <p className="note">{t('record.history-offline')}</p>}
      {events === undefined ? (
        <ActionRow>
          <ActionButton kind="quiet" onPress={() => void load()}>
            {t('commitment.dates-show')}
          </ActionButton>
        </ActionRow>
      ) : (
        <Dates events={events} />
      )}
    </PanelSection>
  );
}

function Dates({ events }: { readonly events: readonly FeedEvent[] }): ReactNode {
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  if (events.length === 0) return <p className="note">{t('commitment.no-due')}</p>;
  const dayOf = ({ parts }: FeedEvent): string => (typeof parts['due'] === 'string' ? parts['due'] : '');
  const reason = ({ parts }: FeedEvent): string | undefined => {
    const said = parts['dateReason'];
    return isObject(said) && typeof said['text'] === 'string' ? said['text'] : undefined;
  };
  return (
    <SentenceList
      form="plain"
      label={t('commitment.dates')}
      items={events.map((event) => ({
        key: String(event.seq),
        text: t('commitment.due', { date: format.date(dayOf(event)) }),
        note: format.text(
          [people.find(event.actor)?.name ?? t('record.somebody'), reason(event)].filter(Boolean).join(' · '),
        ),
        when: format.date(event.at.slice(0, 10)),
      }))}
    />
  );
}
