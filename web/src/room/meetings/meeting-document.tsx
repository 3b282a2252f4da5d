import { changeRecord, type RecordEntity } from '@tablee/domain/kernel';
import {
  agenda,
  attendanceSheet,
  decisionList,
  type MeetingLine,
  meeting,
  meetings,
  minutesOf,
} from '@tablee/domain/modules/meeting';
import { daysBetween, recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today as dayHere } from '#page/clock.ts';
import { Conflicts } from '#register/conflict.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { FieldText } from '#register/show-value.tsx';
import { useReaders } from '#register/use-circles.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { useSearch } from '#ui/location.ts';
import { PageHead } from '#ui/page-head.tsx';
import { StateLine } from '#ui/state-line.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';
import { AfterView } from './after-view.tsx';
import { AgendaView } from './agenda-view.tsx';
import { AloudView } from './aloud-view.tsx';
import { AttendanceView } from './attendance-view.tsx';
import { Coming } from './coming.tsx';
import { InvitationView } from './invitation-view.tsx';
import css from './meetings.module.css';
import { MinutesView } from './minutes-view.tsx';
import { ProjectorView } from './projector-view.tsx';
import { RunView } from './run-view.tsx';

const VIEWS = ['agenda', 'attendance', 'invite', 'run', 'aloud', 'minutes', 'after'] as const;
type ViewName = (typeof VIEWS)[number];

/** One meeting as a document: what is planned, who comes, the run-sheet, what is read aloud, the minutes. */
export function MeetingDocument({
  id,
  isNext,
}: {
  readonly id: string;
  readonly isNext: boolean;
}): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const entity = recordIn(view, 'meeting', id);
  const line = meetings(view, locale).find((each) => each.id === id);
  const readers = useReaders(entity?.circle ?? 'partners');
  const asked = new URLSearchParams(useSearch()).get('view');
  if (entity === undefined || line === undefined)
    return (
      <>
        <PageHead title={t('meeting.title')} />
        <StateLine state={{ kind: 'absent' }} />
      </>
    );
  if (asked === 'projector') return <ProjectorView entity={entity} />;
  const shown = VIEWS.find((name) => name === asked) ?? (line.state === 'held' ? 'minutes' : 'agenda');
  const inRoom = shown === 'run' || shown === 'aloud';
  const base = addressOf(store.space, 'meetings', id);
  return (
    <>
      <Head line={line} isNext={isNext} inRoom={inRoom} readers={readers} />
      <div data-screen className={css['details']}>
        <WaitingLine entity={entity} />
        <Conflicts declaration={meeting} entity={entity} />
        {!inRoom && <Details entity={entity} line={line} />}
        {!inRoom && line.state === 'planned' && (
          <ForWriters>
            <Coming entity={entity} />
          </ForWriters>
        )}
        <ViewTabs
          label={t('meeting.views')}
          views={VIEWS.map((name) => ({
            href: `${base}?view=${name}`,
            label: t(`meeting.view.${name}`),
            current: name === shown,
          }))}
        />
      </div>
      <Shown name={shown} id={id} entity={entity} />
    </>
  );
}

function Shown(props: {
  readonly name: ViewName;
  readonly id: string;
  readonly entity: RecordEntity;
}): ReactNode {
  switch (props.name) {
    case 'agenda':
      return <AgendaView entity={props.entity} />;
    case 'attendance':
      return <AttendanceView entity={props.entity} />;
    case 'invite':
      return <InvitationView entity={props.entity} />;
    case 'run':
      return <RunView entity={props.entity} />;
    case 'aloud':
      return <AloudView entity={props.entity} />;
    case 'after':
      return <AfterView entity={props.entity} />;
    case 'minutes':
      return <MinutesView entity={props.entity} />;
  }
}

function Head(props: {
  readonly line: MeetingLine;
  readonly isNext: boolean;
  /** While people sit together only the title stands above the work. */
  readonly inRoom: boolean;
  readonly readers: ReturnType<typeof useReaders>;
}): ReactNode {
  const { line } = props;
  const { t } = useLocale();
  const format = useFormat();
  const opening = useOpening(line);
  const when =
    line.instant === undefined ? t('meeting.no-date') : format.deadline(line.instant, line.zone ?? 'UTC');
  return (
    <PageHead
      title={format.text(line.title || t('record.untitled'))}
      kicker={[
        t(props.isNext ? 'meeting.next' : `meeting.state.${line.state}`),
        when,
        ...(line.place === undefined ? [] : [format.text(line.place)]),
      ].join(' · ')}
      {...(props.inRoom ? {} : { opening, readers: props.readers })}
    />
  );
}

/** The answer on which a meeting opens: what is ready, or what came out. */
const useOpening = (line: MeetingLine): string => {
  const view = useView();
  const { t, locale } = useLocale();
  const today = dayHere();
  const list = decisionList(view, line.id, locale);
  if (line.state === 'cancelled') return t('meeting.opening-cancelled');
  if (line.state === 'held') {
    const state = minutesOf(view, line.id)?.state ?? 'none';
    return t('meeting.opening-held', {
      decisions: list.decisions.length,
      actions: list.actions.length,
      minutes: t(`meeting.minutes-are.${state}`),
    });
  }
  const day = line.instant?.slice(0, 10);
  if (day !== undefined && day < today) return t('meeting.opening-past');
  const items = agenda(view, line.id, locale).length;
  const sheet = attendanceSheet(view, line.id);
  const ready = t('meeting.opening-ready', { items, expected: sheet.expected, coming: sheet.coming });
  if (day === undefined) return `${t('meeting.opening-no-date')} ${ready}`;
  const n = daysBetween(today, day);
  return `${t('meeting.opening-in', { n })} ${ready}`;
};

function Details({ entity, line }: { readonly entity: RecordEntity; readonly line: MeetingLine }): ReactNode {
  const { t } = useLocale();
  const act = useAct();
  const [editing, setEditing] = useState(false);
  const today = dayHere();
  const isOver = line.state === 'planned' && line.instant !== undefined && line.instant.slice(0, 10) <= today;
  const say = (state: string): void => void act.issue(changeRecord(act.ticket(), entity, { state }));
  if (editing)
    return (
      <RecordForm
        declaration={meeting}
        entity={entity}
        fields={['title', 'moment', 'place', 'purpose', 'minutesLong', 'link', 'host', 'state']}
        onDone={() => setEditing(false)}
        onCancel={() => setEditing(false)}
      />
    );
  return (
    <>
      <FieldText entity={entity} field="purpose" />
      <ForWriters>
        <ActionRow>
          {isOver && <ActionButton onPress={() => say('held')}>{t('meeting.was-held')}</ActionButton>}
          <ActionButton kind="quiet" onPress={() => setEditing(true)}>
            {t('meeting.edit')}
          </ActionButton>
          {line.state === 'planned' && (
            <ActionButton kind="quiet" onPress={() => say('cancelled')}>
              {t(isOver ? 'meeting.was-cancelled' : 'meeting.call-off')}
            </ActionButton>
          )}
        </ActionRow>
      </ForWriters>
    </>
  );
}
