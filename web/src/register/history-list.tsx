import { type FeedEvent, isFeedEvent, isObject, nounOf, slotName, verbOf } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { Fault, request } from '../sync/api.ts';
import { useOpenSpace, usePeople, useView } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { SentenceList } from '../ui/sentence-list.tsx';
import { useTitle } from './title.ts';

type Page = { readonly events: readonly FeedEvent[]; readonly before?: number };

const pageOf = (value: unknown): Page => {
  if (!isObject(value) || !Array.isArray(value['events'])) return { events: [] };
  const events = value['events'].filter(isFeedEvent);
  return typeof value['before'] === 'number' ? { events, before: value['before'] } : { events };
};

/** History of one thing or of the whole space, newest first; fetched only when looked at, so it needs the server. */
export function HistoryList({ entity }: { readonly entity?: string }): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [page, setPage] = useState<Page>();
  const [failed, setFailed] = useState(false);
  const load = useCallback(
    async (before?: number): Promise<void> => {
      const query = new URLSearchParams({
        ...(entity ? { entity } : {}),
        ...(before ? { before: String(before) } : {}),
      });
      try {
        const next = pageOf(await request('GET', `${path.history(store.space)}?${query}`));
        setPage((held) => ({
          ...next,
          events: before && held ? [...held.events, ...next.events] : next.events,
        }));
        setFailed(false);
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault;
        setFailed(true);
      }
    },
    [entity, store],
  );
  useEffect(() => {
    void load();
  }, [load]);
  if (failed) return <p className="note">{t('record.history-offline')}</p>;
  if (page === undefined)
    return (
      <p className="note" aria-busy="true">
        {t('record.history-loading')}
      </p>
    );
  if (page.events.length === 0) return <p className="note">{t('record.history-empty')}</p>;
  return (
    <>
      <EventList events={page.events} named={entity === undefined} />
      {page.before !== undefined && (
        <ActionButton onPress={() => void load(page.before)}>{t('record.history-more')}</ActionButton>
      )}
    </>
  );
}

const KNOWN = ['added', 'changed', 'removed', 'stated', 'erased'] as const;

/** Events as sentences: who did what to what, when; `named` says which thing it was, where that does not go without saying. */
function EventList(props: { readonly events: readonly FeedEvent[]; readonly named: boolean }): ReactNode {
  const { events, named } = props;
  const view = useView();
  const called = useTitle();
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  const sentence = (event: FeedEvent): string => {
    const declaration = partnership.find(nounOf(event.type));
    const noun = format.text(declaration?.labels[locale].one ?? nounOf(event.type));
    const entity = named ? view.get(event.entity) : undefined;
    const title = entity && declaration?.kind === 'record' ? called(declaration, entity) : undefined;
    const thing = title === undefined ? noun : t('record.thing', { noun, title: format.text(title) });
    const who =
      event.actor === 'system'
        ? t('record.by-system')
        : (people.find(event.actor)?.name ?? t('record.somebody'));
    const verb = KNOWN.find((known) => known === verbOf(event.type));
    if (verb === 'changed' && declaration?.kind === 'record') {
      const fields = [
        ...new Set(
          Object.keys(event.parts).map(
            (slot) => declaration.labels[locale].fields[slotName(slot).field] ?? slot,
          ),
        ),
      ];
      return t('record.did.changed', { who, thing, fields: fields.join(', ').toLowerCase() });
    }
    return verb === undefined || verb === 'changed'
      ? t('record.did.process', { who, thing })
      : t(`record.did.${verb}`, { who, thing });
  };
  return (
    <SentenceList
      label={t('record.history')}
      form="plain"
      items={events.map((event) => ({
        key: String(event.seq),
        text: sentence(event),
        when: format.moment(event.at),
      }))}
    />
  );
}
