import type { RecordEntity } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { attendanceSheet } from '@tablee/domain/modules/meeting';
import { type PollAnswer as Answer, POLL_ANSWER, type Poll } from '@tablee/domain/modules/poll';
import type { Running } from '@tablee/domain/modules/reading';
import { requestsAbout } from '@tablee/domain/modules/request';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, usePeople, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import css from './meetings.module.css';

type Who = 'me' | 'other';

/** Says which dates suit: for oneself, or typed in for somebody who said it on paper or by phone. */
export function PollAnswer({
  entity,
  held,
}: {
  readonly entity: RecordEntity;
  readonly held: Running<Poll>;
}): ReactNode {
  const you = useYou();
  const { t } = useLocale();
  const [open, setOpen] = useState<Who>();
  const mine = held.state.votes.find((vote) => vote.person === you?.person);
  if (open !== undefined)
    return <AnswerForm key={open} entity={entity} held={held} who={open} onDone={() => setOpen(undefined)} />;
  return (
    <ActionRow>
      <ForWriters>
        <ActionButton onPress={() => setOpen('me')}>
          {t(mine === undefined ? 'meeting.poll-mine' : 'meeting.poll-mine-again')}
        </ActionButton>
        <ActionButton kind="quiet" onPress={() => setOpen('other')}>
          {t('meeting.poll-for-somebody')}
        </ActionButton>
      </ForWriters>
    </ActionRow>
  );
}

function AnswerForm(props: {
  readonly entity: RecordEntity;
  readonly held: Running<Poll>;
  readonly who: Who;
  readonly onDone: () => void;
}): ReactNode {
  const { held, who } = props;
  const you = useYou();
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const voters = useVoters(props.entity, held.id);
  const [voter, setVoter] = useState('');
  const [channel, setChannel] = useState<'paper' | 'phone'>('paper');
  const before = held.state.votes.find((vote) => who === 'me' && vote.person === you?.person);
  const [said, setSaid] = useState<{ readonly [option: string]: Answer }>(before?.said ?? {});
  const submit = async () => {
    const dates = Object.entries(said).map(([option, answer]) => ({ option: Number(option), answer }));
    if (dates.length === 0) return [{ name: 'dates', message: t('record.expected.something') }];
    if (who === 'other' && voter === '') return [{ name: 'voter', message: t('meeting.poll-who-missing') }];
    const found = voters.find((each) => each.value === voter);
    const whose =
      who === 'me' ? { person: you?.person ?? '' } : { [found?.kind ?? 'organisation']: found?.id ?? '' };
    await act.command(
      'poll.answer',
      { entity: held.id, circle: held.circle },
      { ...whose, said: dates, channel: who === 'me' ? 'app' : channel },
    );
    props.onDone();
    return undefined;
  };
  const options = Object.entries(POLL_ANSWER).map(([value, words]) => ({
    value: isAnswer(value) ? value : ('no' as const),
    label: format.text(words[locale]),
  }));
  return (
    <Form
      label={t(who === 'me' ? 'meeting.poll-mine' : 'meeting.poll-for-somebody')}
      submit={t('meeting.poll-send')}
      onSubmit={submit}
      onCancel={props.onDone}
    >
      {who === 'other' && (
        <>
          <SelectField
            name="voter"
            label={t('meeting.poll-who')}
            none={t('meeting.poll-who-none')}
            options={voters}
            value={voter}
            onChange={setVoter}
          />
          <Choice
            label={t('meeting.poll-channel')}
            options={[
              { value: 'paper', label: t('meeting.poll-on-paper') },
              { value: 'phone', label: t('meeting.poll-by-phone') },
            ]}
            value={channel}
            onChange={setChannel}
          />
        </>
      )}
      {[...held.state.options]
        .sort((a, b) => (a.instant < b.instant ? -1 : 1))
        .map((option) => (
          <div key={option.number} className={css['kinds']}>
            <Choice
              label={format.moment(option.instant, option.zone, { weekday: true })}
              options={options}
              value={said[String(option.number)]}
              onChange={(answer) => setSaid({ ...said, [String(option.number)]: answer })}
            />
          </div>
        ))}
    </Form>
  );
}

const isAnswer = (value: string): value is Answer => Object.hasOwn(POLL_ANSWER, value);

interface Voter {
  readonly value: string;
  readonly label: string;
  readonly kind: 'person' | 'organisation';
  readonly id: string;
}

/** Those for whom an answer can be typed in: who is expected, and who was asked by a link. */
const useVoters = (entity: RecordEntity, poll: string): readonly Voter[] => {
  const view = useView();
  const people = usePeople();
  const { t } = useLocale();
  const rows = attendanceSheet(view, entity.id).lines;
  const asked = requestsAbout(view, poll).map(({ state }) => ({
    person: state.person ?? undefined,
    organisation: state.organisation ?? undefined,
  }));
  const found = new Map<string, Voter>();
  for (const { person, organisation } of [...rows, ...asked]) {
    const id = person ?? organisation;
    if (id === undefined || found.has(id)) continue;
    const names = [
      actorName(view, organisation),
      person === undefined ? undefined : people.find(person)?.name,
    ].filter((name) => name !== undefined);
    const label = names.length === 0 ? t('record.somebody') : names.join(', ');
    found.set(id, { value: id, id, kind: person === undefined ? 'organisation' : 'person', label });
  }
  return [...found.values()];
};
