import { meeting, meetings, nextMeeting } from '@tablee/domain/modules/meeting';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { Guidance } from '#guidance/guidance.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now as instantHere } from '#page/clock.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Link } from '#ui/link.tsx';
import { useLocation, useSearch } from '#ui/location.ts';
import { PageHead } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { MeetingDocument } from './meeting-document.tsx';
import css from './meetings.module.css';

/** The views that are used while people sit together. */
const IN_THE_ROOM = ['run', 'aloud', 'projector'];

const FIELDS = ['title', 'moment', 'place', 'purpose', 'minutesLong', 'link'];

/** From the room to the record: the next meeting opens first, as one document; the others stand below. */
export default function MeetingsPage({ thing }: { readonly thing?: string | undefined }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const readers = useReaders('partners');
  const [, go] = useLocation();
  const [adding, setAdding] = useState(false);
  const asked = new URLSearchParams(useSearch()).get('view');
  const now = instantHere();
  const all = meetings(view, locale);
  const next = nextMeeting(view, now, locale);
  const shown = thing ?? next?.id ?? all[0]?.id;
  const prepare = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('meeting.prepare')}
    </ActionButton>
  );
  const form = adding && (
    <RecordForm
      declaration={meeting}
      fields={FIELDS}
      submit={t('meeting.prepare')}
      onCancel={() => setAdding(false)}
      onDone={(id) => {
        setAdding(false);
        go(addressOf(store.space, 'meetings', id));
      }}
    />
  );
  if (shown === undefined || adding)
    return (
      <>
        <PageHead
          title={t(adding ? 'meeting.prepare' : 'meeting.title')}
          opening={t('meeting.opening-none')}
          readers={readers}
        />
        <Guidance tool="meetings" />
        {form || <EmptyState action={prepare}>{t('meeting.empty')}</EmptyState>}
      </>
    );
  return (
    <>
      <MeetingDocument key={shown} id={shown} isNext={shown === next?.id} />
      {/* In the room, only what the room needs is on the screen. */}
      {!IN_THE_ROOM.some((name) => name === asked) && (
        <>
          <Others shown={shown} onPrepare={() => setAdding(true)} />
          <div className={css['foot']}>
            <Guidance tool="meetings" />
          </div>
        </>
      )}
    </>
  );
}

function Others({ shown, onPrepare }: { readonly shown: string; readonly onPrepare: () => void }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const rest = meetings(view, locale).filter((line) => line.id !== shown);
  return (
    <div data-screen>
      <Section title={t('meeting.others')} id="others">
        <div className={css['first']}>
          <ForWriters>
            <ActionButton onPress={onPrepare}>{t('meeting.prepare-other')}</ActionButton>
          </ForWriters>
        </div>
        {rest.length === 0 ? (
          <p className="note">{t('meeting.no-others')}</p>
        ) : (
          <SentenceList
            labelledBy="others"
            items={rest.map((line) => ({
              key: line.id,
              text: (
                <Link href={addressOf(store.space, 'meetings', line.id)}>
                  {format.text(line.title || t('record.untitled'))}
                </Link>
              ),
              note: t(`meeting.state.${line.state}`),
              when:
                line.instant === undefined
                  ? t('meeting.no-date')
                  : format.moment(line.instant, line.zone, { weekday: true }),
            }))}
          />
        )}
      </Section>
    </div>
  );
}
