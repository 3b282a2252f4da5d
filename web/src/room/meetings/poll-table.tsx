import { textOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { POLL_ANSWER, type Poll, type PollVote, voterOf } from '@tablee/domain/modules/poll';
import type { Running } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, usePeople, useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import css from './meetings.module.css';

/** Who said what to which date; what was typed in for somebody waits for them and says so. */
export function PollTable({ held }: { readonly held: Running<Poll> }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const { votes, options } = held.state;
  if (votes.length === 0) return null;
  const dates = [...options].sort((a, b) => (a.instant < b.instant ? -1 : 1));
  return (
    // A wide table is scrolled by keyboard too, so its frame takes the focus.
    <section className={css['scroll']} tabIndex={0} aria-label={t('meeting.poll-answers')}>
      <table className={css['answers']}>
        <caption className="visually-hidden">{t('meeting.poll-answers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('meeting.poll-voter')}</th>
            {dates.map((date) => (
              <th key={date.number} scope="col">
                {format.moment(date.instant, date.zone, { weekday: true })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {votes.map((vote) => (
            <tr key={voterOf(vote) ?? vote.at}>
              <th scope="row">
                <Voter held={held} vote={vote} />
              </th>
              {dates.map((date) => {
                const said = vote.said[String(date.number)];
                return (
                  <td key={date.number} data-answer={said}>
                    {said === undefined ? '–' : format.text(POLL_ANSWER[said][locale])}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Voter({ held, vote }: { readonly held: Running<Poll>; readonly vote: PollVote }): ReactNode {
  const view = useView();
  const people = usePeople();
  const you = useYou();
  const act = useAct();
  const { t } = useLocale();
  const format = useFormat();
  const person = vote.person === null ? undefined : people.find(vote.person)?.name;
  const names = [
    person,
    actorName(view, vote.organisation ?? undefined),
    ...(vote.sheet === undefined ? [] : [textOf(vote.name), vote.sheet]),
  ].filter((name) => name !== undefined);
  const isMine =
    vote.person === null
      ? vote.organisation !== null && vote.organisation === you?.organisation
      : vote.person === you?.person;
  const words = textOf(vote.words ?? undefined);
  const voter = voterOf(vote) ?? '';
  return (
    <>
      {format.text(names.length === 0 ? t('record.somebody') : names.join(', '))}
      {words !== undefined && <span className="note"> {format.text(words)}</span>}
      {!vote.confirmed && vote.sheet === undefined && (
        <span className="note"> {t('meeting.poll-unconfirmed')}</span>
      )}
      {!vote.confirmed && isMine && (
        <ActionButton
          kind="quiet"
          onPress={() =>
            void act.command('poll.confirm', { entity: held.id, circle: held.circle }, { voter })
          }
        >
          {t('meeting.poll-confirm')}
        </ActionButton>
      )}
    </>
  );
}
