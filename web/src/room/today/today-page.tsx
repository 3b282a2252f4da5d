import { compass } from '@tablee/domain/modules/compass';
import { isRoom, partnershipOf, ROOM_CARD } from '@tablee/domain/modules/partnership';
import { stateIn } from '@tablee/domain/modules/reading';
import { requestState } from '@tablee/domain/modules/request';
import { capital } from '@tablee/domain/modules/sentence';
import { type TodayItem, today } from '@tablee/domain/modules/today';
import { wordingOf } from '@tablee/domain/modules/wording';
import { dayOf } from '@tablee/domain/text';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { addressOf } from '#app/address.ts';
import { useCompass } from '#app/use-navigation.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useNotes } from '#note/use-notes.ts';
import { now as instantHere } from '#page/clock.ts';
import { useCircles, useReaders } from '#register/use-circles.ts';
import { useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { CompassSentence } from '#ui/compass.tsx';
import { drawn } from '#ui/drawn.ts';
import { Icon, type IconName } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead, ReadersLine } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import css from './today.module.css';
import { useVisit } from './use-visit.ts';
import { WhereSentence } from './where-sentence.tsx';

// What stands below waits for what this device remembers, and for the server: it comes once the page is drawn.
const Brief = lazy(async () => ({ default: (await drawn().then(() => import('./brief.tsx'))).Brief }));
const Changes = lazy(async () => ({ default: (await drawn().then(() => import('./changes.tsx'))).Changes }));

/** The instant that begins this minute: what the page says is looked for again when it is another. */
const thisMinute = (): string => `${instantHere().slice(0, 16)}:00.000Z`;

/** Where we are, what waits for me (five things at most), what changed since my last visit. Nothing else. */
export default function TodayPage(): ReactNode {
  const view = useView();
  const you = useYou();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const readers = useReaders('partners');
  const visit = useVisit();
  const ring = useCompass();
  const found = compass(view, locale);
  const now = thisMinute();
  const notes = useNotes();
  const { nouns } = store;
  const page = useMemo(() => {
    const me = {
      id: you?.person ?? '',
      roles: new Set(you?.roles ?? []),
      ...(you?.organisation === undefined ? {} : { organisation: you.organisation }),
    };
    return today(view, { me, now, lang: locale, notes, nouns });
  }, [view, you, now, locale, notes, nouns]);
  const day = dayOf(now, partnershipOf(view, locale)?.zone ?? 'UTC') ?? now.slice(0, 10);
  const phase = found.phases.find((mark) => mark.phase === found.phase);
  const isNew = wordingOf(view, 'problem') === undefined;
  return (
    <>
      <PageHead kicker={capital(format.date(day, { weekday: true }))} title={t('today.title')} quietOnPhone />
      <CompassSentence {...ring} note={(phase?.name ?? '').toLowerCase()}>
        <WhereSentence today={page} />
      </CompassSentence>
      {isNew ? <First /> : <Waiting items={page.next} more={page.more} />}
      <Suspense>
        {visit.isReturn && !isNew && <Brief />}
        <Changes since={visit.since} />
      </Suspense>
      <div className={css['readers']}>
        <ReadersLine {...readers} />
      </div>
    </>
  );
}

function First(): ReactNode {
  const { t } = useLocale();
  const { store } = useOpenSpace();
  return (
    <EmptyState
      action={
        <ActionButton kind="primary" href={addressOf(store.space, 'problem')}>
          {t('today.first-sentence')}
        </ActionButton>
      }
    >
      {t('today.welcome')}
    </EmptyState>
  );
}

const ICONS: { readonly [kind: string]: IconName } = {
  confirmMeeting: 'meeting',
  meeting: 'meeting',
  corrections: 'meeting',
  minutes: 'meeting',
  positionAsked: 'agree',
  decision: 'agree',
  decisionOver: 'agree',
  wording: 'agree',
  confirmPosition: 'agree',
  confirmAnswer: 'received',
  confirmFigure: 'received',
  figureAsked: 'pen',
  figuresToApprove: 'pen',
  sign: 'document',
  mail: 'received',
  clearance: 'clock',
  overdue: 'clock',
  commitment: 'clock',
  commitmentAsked: 'clock',
  conflict: 'conflict',
  followUp: 'people',
  followUpShared: 'people',
  handover: 'seat',
  flag: 'pennant',
};

function Waiting({
  items,
  more,
}: {
  readonly items: readonly TodayItem[];
  readonly more: number;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const { store } = useOpenSpace();
  const format = useFormat();
  const circles = useCircles();
  // A request is answered at what it is about.
  const thingOf = (item: TodayItem): string | undefined =>
    item.entity === '' ? undefined : (stateIn(view, requestState, item.entity)?.subject ?? item.entity);
  const href = (item: TodayItem): string => addressOf(store.space, item.room, thingOf(item));
  return (
    <Section title={t('today.waiting')} id="waiting">
      {items.length === 0 ? (
        <p className="note">{t('today.nothing')}</p>
      ) : (
        <SentenceList
          labelledBy="waiting"
          items={items.map((item, index) => ({
            key: `${item.kind}-${item.entity}-${index}`,
            sign: <Icon name={ICONS[item.kind] ?? 'today'} />,
            text: format.text(item.sentence.text),
            ...noteOf(item),
            action: (
              <ActionButton kind={index === 0 ? 'secondary' : 'quiet'} href={href(item)}>
                {format.text(verbOf(item))}
              </ActionButton>
            ),
          }))}
        />
      )}
      {more > 0 && (
        <p className="note">
          <Link href={addressOf(store.space, 'commitments')}>{t('today.more', { n: more })}</Link>
        </p>
      )}
    </Section>
  );

  // Advice leads to a page: its button says to which one.
  function verbOf({ kind, room, verb }: TodayItem): string {
    return kind === 'advice' && isRoom(room)
      ? t('today.open-room', { room: ROOM_CARD[room].words[locale] })
      : verb;
  }

  function noteOf(item: TodayItem): { readonly note?: string } {
    if (item.kind === 'advice') return { note: t('today.advice') };
    if (item.kind === 'meeting' && item.due !== undefined)
      return { note: capital(format.date(item.due, { weekday: true })) };
    if (item.kind === 'followUp') return { note: t('today.only-you') };
    if (item.circle !== undefined) {
      const circle = circles.find((each) => each.id === item.circle)?.label ?? item.circle;
      return { note: t('today.shared', { circle: t('record.readers', { circle }) }) };
    }
    return item.due === undefined
      ? {}
      : { note: t('today.due', { date: format.date(item.due, { weekday: true }) }) };
  }
}
