import {
  type FeedEvent,
  isFeedEvent,
  isObject,
  nounOf,
  slotName,
  titleOf,
  verbOf,
} from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { actorSector } from '@tablee/domain/modules/actor';
import { homeOf } from '@tablee/domain/modules/compass';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useEffect, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { Text, useFormat, useLocale } from '#locale/use-text.tsx';
import { today as dayHere } from '#page/clock.ts';
import { Fault, request } from '#sync/api.ts';
import { useOpenSpace, usePeople, useView, useYou } from '#sync/use-space.ts';
import { Icon } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { SectorShape } from '#ui/sector-shape.tsx';
import { Section, type Sentence, SentenceList } from '#ui/sentence-list.tsx';

/** How many changes are shown at most. */
const SHOWN = 7;

const eventsIn = (value: unknown): readonly FeedEvent[] =>
  isObject(value) && Array.isArray(value['events']) ? value['events'].filter(isFeedEvent) : [];

/**
 * What the list needs of an event: who did what to which fields, without a word of what was written. A list that a
 * device keeps must not hold what is later withdrawn, erased or moved out of its reach.
 */
const withoutWords = (event: FeedEvent): FeedEvent => ({
  ...event,
  facts: {},
  parts: Object.fromEntries(Object.keys(event.parts).map((slot) => [slot, null])),
  salts: {},
  erased: {},
});

/** The latest events: from this device at once, from the server when it answers. */
const useEvents = (): readonly FeedEvent[] => {
  const { store, shelf } = useOpenSpace();
  const [events, setEvents] = useState<readonly FeedEvent[]>([]);
  const head = store.seq;
  useEffect(() => {
    let current = true;
    const key = `changes-${store.space}`;
    void shelf
      .note(key)
      .then((held) => current && setEvents((now) => (now.length > 0 ? now : eventsIn(held))));
    void request('GET', path.history(store.space))
      .then(async (answer) => {
        if (!current) return;
        const told = eventsIn(answer).map(withoutWords);
        setEvents(told);
        await shelf.putNote(key, { events: told });
      })
      .catch((fault: unknown) => {
        // Without the network the list of the last visit stands.
        if (!(fault instanceof Fault)) throw fault;
      });
    return () => {
      current = false;
    };
  }, [store, shelf, head]);
  return events;
};

/** What others changed since my last visit, one line per thing, the latest first. */
export function Changes({ since }: { readonly since: string | undefined }): ReactNode {
  const you = useYou();
  const { t } = useLocale();
  const format = useFormat();
  const events = useEvents();
  const row = useRow();
  const seen = new Set<string>();
  const rows = events
    .filter((event) => event.actor !== you?.person && (since === undefined || event.at > since))
    // Joining is told by the person's own work; the list of people shows who is here.
    .filter((event) => nounOf(event.type) !== 'member')
    .flatMap((event) => {
      if (seen.has(event.entity)) return [];
      seen.add(event.entity);
      const line = row(event);
      return line === undefined ? [] : [line];
    })
    .slice(0, SHOWN);
  if (rows.length === 0) return null;
  return (
    <Section
      title={
        since === undefined
          ? t('today.changed')
          : t('today.changed-since', { date: format.date(since.slice(0, 10)) })
      }
      id="changed"
    >
      <SentenceList form="plain" labelledBy="changed" items={rows} />
    </Section>
  );
}

const RECORD_VERBS = ['added', 'changed', 'removed'] as const;

const useRow = (): ((event: FeedEvent) => Sentence | undefined) => {
  const view = useView();
  const { store } = useOpenSpace();
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  return (event) => {
    const entity = view.get(event.entity);
    const declaration = partnership.find(nounOf(event.type));
    if (entity === undefined || declaration === undefined) return undefined;
    const who =
      event.actor === 'system'
        ? t('today.by-time')
        : (people.find(event.actor)?.name ?? t('record.somebody'));
    const noun = format.text(declaration.labels[locale].one);
    const title = declaration.kind === 'record' ? titleOf(declaration, entity, locale) : undefined;
    const thing = (
      <>
        <Link href={addressOf(store.space, homeOf(entity.type), event.entity)}>
          {title === undefined ? noun : format.text(title)}
        </Link>
        {title !== undefined && ` (${noun})`}
      </>
    );
    const sector = entity.type === 'actor' ? actorSector(view, entity.id) : undefined;
    const verb = RECORD_VERBS.find((known) => known === verbOf(event.type));
    const fields =
      verb === 'changed' && declaration.kind === 'record'
        ? [
            ...new Set(
              Object.keys(event.parts).map(
                (slot) => declaration.labels[locale].fields[slotName(slot).field] ?? '',
              ),
            ),
          ]
            .filter((name) => name !== '')
            .join(', ')
            .toLowerCase()
        : '';
    return {
      key: String(event.seq),
      sign:
        sector === undefined ? (
          <Icon name={verb === 'changed' ? 'pen' : 'document'} size={18} />
        ) : (
          <SectorShape sector={sector} />
        ),
      text: <Text id={`today.did.${verb ?? 'other'}`} values={{ who, thing }} />,
      ...(fields === '' ? {} : { note: format.text(fields) }),
      when: whenOf(event.at),
    };
  };

  function whenOf(at: string): string {
    const day = at.slice(0, 10);
    if (day === dayHere()) return format.time(at);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    return day === yesterday ? t('today.yesterday') : format.date(day, { withoutYear: true });
  }
};
