import { type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { attendance } from '@tablee/domain/modules/meeting';
import {
  bestDate,
  countDates,
  type DateCount,
  type Poll,
  pollsOf,
  takeDate,
} from '@tablee/domain/modules/poll';
import { type Running, recordsIn } from '@tablee/domain/modules/reading';
import { requestsAbout } from '@tablee/domain/modules/request';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { AskByLink } from '#request/ask-by-link.tsx';
import { RequestList } from '#request/request-list.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Section } from '#ui/sentence-list.tsx';
import css from './meetings.module.css';
import { PollAnswer } from './poll-answer.tsx';
import { PollForm } from './poll-form.tsx';
import { PollLinks } from './poll-links.tsx';
import { PollTable } from './poll-table.tsx';

/** The date of a meeting, sought together: dates on offer, what people say to them, the one that is taken. */
export function PollView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const [opening, setOpening] = useState(false);
  const held = pollsOf(view, entity.id)[0];
  if (held?.state.state === 'open')
    return (
      <Section title={t('meeting.poll')} id="poll">
        <OpenPoll entity={entity} held={held} />
      </Section>
    );
  return (
    <Section title={t('meeting.poll')} id="poll">
      {held?.state.state === 'chosen' && <Chosen state={held.state} />}
      {opening ? (
        <PollForm entity={entity} onDone={() => setOpening(false)} />
      ) : (
        <>
          {held === undefined && <p className="note">{t('meeting.poll-none')}</p>}
          <ForWriters>
            <ActionButton onPress={() => setOpening(true)}>
              {t(held === undefined ? 'meeting.poll-open' : 'meeting.poll-again')}
            </ActionButton>
          </ForWriters>
        </>
      )}
    </Section>
  );
}

function Chosen({ state }: { readonly state: Poll }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const option = state.options.find((each) => each.number === state.chosen);
  if (option === undefined) return null;
  return (
    <p>
      {t('meeting.poll-chosen', {
        date: format.moment(option.instant, option.zone, { weekday: true }),
        n: state.votes.length,
      })}
    </p>
  );
}

function OpenPoll({
  entity,
  held,
}: {
  readonly entity: RecordEntity;
  readonly held: Running<Poll>;
}): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  const { state } = held;
  const best = bestDate(state);
  const asked = requestsAbout(view, held.id).length;
  const expected = recordsIn(view, 'attendance').filter(
    (row) => valueOf(attendance, row, 'meeting') === entity.id,
  ).length;
  return (
    <div className={css['stack']}>
      <p>
        {best === undefined
          ? t('meeting.poll-waiting', { asked: Math.max(asked, expected) })
          : t('meeting.poll-best', {
              date: format.moment(best.instant, best.zone, { weekday: true }),
              n: best.yes + best.ifNeeded,
              all: state.votes.length,
            })}{' '}
        {state.deadline !== null && t('meeting.poll-until', { date: format.date(state.deadline) })}
      </p>
      <ul className={css['points']}>
        {countDates(state).map((date) => (
          <DateRow key={date.number} held={held} date={date} isBest={date.number === best?.number} />
        ))}
      </ul>
      <PollAnswer entity={entity} held={held} />
      <PollTable held={held} />
      <ForWriters>
        <PollLinks entity={entity} held={held} />
        <AskByLink kind="poll" subject={held.id} circle={held.circle} label={t('meeting.poll-ask')} bare />
      </ForWriters>
      <RequestList subject={held.id} />
      <ForWriters>
        <End held={held} />
      </ForWriters>
    </div>
  );
}

function DateRow(props: {
  readonly held: Running<Poll>;
  readonly date: DateCount;
  readonly isBest: boolean;
}): ReactNode {
  const { held, date } = props;
  const view = useView();
  const act = useAct();
  const { t } = useLocale();
  const format = useFormat();
  const take = async (): Promise<void> => {
    for (const command of takeDate(view, held, date.number, () => act.ticket())) await act.issue(command);
  };
  return (
    <li>
      <p className={css['date']}>
        {props.isBest ? (
          <strong>{format.moment(date.instant, date.zone, { weekday: true })}</strong>
        ) : (
          format.moment(date.instant, date.zone, { weekday: true })
        )}
      </p>
      <p className="note">
        {t('meeting.poll-counts', { yes: date.yes, ifNeeded: date.ifNeeded, no: date.no })}
      </p>
      <div className={css['length']}>
        <ForWriters>
          <ActionButton kind={props.isBest ? 'primary' : 'quiet'} onPress={() => void take()}>
            {t('meeting.poll-take')}
          </ActionButton>
        </ForWriters>
      </div>
    </li>
  );
}

function End({ held }: { readonly held: Running<Poll> }): ReactNode {
  const act = useAct();
  const { t } = useLocale();
  return (
    <ActionRow>
      <ActionButton
        kind="quiet"
        onPress={() => void act.command('poll.close', { entity: held.id, circle: held.circle }, {})}
      >
        {t('meeting.poll-end')}
      </ActionButton>
    </ActionRow>
  );
}
