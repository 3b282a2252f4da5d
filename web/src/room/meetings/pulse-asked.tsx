import { isObject, type RecordEntity } from '@tablee/domain/kernel';
import { attendanceSheet } from '@tablee/domain/modules/meeting';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import {
  PULSE_ANSWER,
  PULSE_ANSWERS,
  PULSE_QUESTION,
  type Pulse,
  type PulseQuestion,
  pulseId,
} from '@tablee/domain/modules/pulse';
import { addDays } from '@tablee/domain/modules/reading';
import { requestsAbout } from '@tablee/domain/modules/request';
import { path } from '@tablee/domain/protocol';
import { dayOf, formatZone } from '@tablee/domain/text';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now, today } from '#page/clock.ts';
import { instantIn } from '#register/zone.ts';
import { Fault, request } from '#sync/api.ts';
import { useAct, useOpenSpace, usePeople, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { HandedOver, type Passed } from './handed-over.tsx';
import css from './meetings.module.css';

const QUESTIONS: readonly PulseQuestion[] = ['useful', 'heard'];
/** How many days the questions stay open when nothing else is said. */
const OPEN_DAYS = 7;

/** The last moment of a day in a zone; `undefined` while the day is not whole. */
const endOf = (day: string, zone: string): string | undefined => {
  const next = day.length === 10 ? instantIn(addDays(day, 1), '00:00', zone) : undefined;
  return next && new Date(Date.parse(next) - 1).toISOString();
};

/** The last day on which the questions are open, where the partnership is at home. */
const lastDayOf = ({ closes }: Pulse): string | undefined =>
  closes === null ? undefined : dayOf(closes.instant, closes.zone);

/** Asks the two questions by link, until the end of a day in the home zone of the partnership; no totals before. */
export function PulseOpen({
  entity,
  onDone,
}: {
  readonly entity: RecordEntity;
  readonly onDone: () => void;
}): ReactNode {
  const view = useView();
  const act = useAct();
  const { t, locale } = useLocale();
  const zone = partnershipOf(view, locale)?.zone ?? 'UTC';
  const [day, setDay] = useState(addDays(dayOf(now(), zone) ?? today(), OPEN_DAYS));
  const submit = async () => {
    const instant = endOf(day, zone);
    if (instant === undefined) return [{ name: 'day', message: t('record.expected.date') }];
    if (instant <= now()) return [{ name: 'day', message: t('meeting.pulse-past') }];
    const to = { entity: pulseId(entity.id), circle: entity.circle };
    const payload = { meeting: entity.id, closes: { instant, zone } };
    await act.command('pulse.open', to, payload);
    onDone();
    return undefined;
  };
  return (
    <Form
      label={t('meeting.pulse-open')}
      submit={t('meeting.pulse-open-do')}
      onSubmit={submit}
      onCancel={onDone}
    >
      <DateField
        name="day"
        label={t('meeting.pulse-day')}
        hint={t('meeting.pulse-day-hint', { zone: formatZone(zone, locale) })}
        value={day}
        onChange={setDay}
        precisions={['day']}
      />
    </Form>
  );
}

/** The two questions while they are open: one's own card, how many answered, links for everybody expected. */
export function PulseAsked(props: { readonly entity: RecordEntity; readonly held: Pulse }): ReactNode {
  const { entity, held } = props;
  const view = useView();
  const you = useYou();
  const act = useAct();
  const { t } = useLocale();
  const format = useFormat();
  const asked = requestsAbout(view, entity.id).filter(({ state }) => state.kind === 'pulse');
  const answered = asked.filter(({ state }) => state.answer !== null).length;
  const last = lastDayOf(held);
  const isMine = asked.some(({ state }) => state.person === you?.person && state.state === 'open');
  const close = (): Promise<unknown> => {
    const to = { entity: pulseId(entity.id), circle: entity.circle };
    return act.command('pulse.close', to, {});
  };
  return (
    <div className={css['stack']}>
      <p>
        {t('meeting.pulse-answered', { answered, asked: asked.length })}{' '}
        {last !== undefined && t('meeting.pulse-until', { date: format.date(last) })}
      </p>
      {isMine && held.state === 'open' && <OwnSlip entity={entity} />}
      {held.state === 'open' && (
        <ForWriters>
          <PulseLinks entity={entity} held={held} asked={asked.flatMap(({ state }) => state.person ?? [])} />
          <ActionRow>
            <ActionButton kind="quiet" onPress={() => void close()}>
              {t('meeting.pulse-close')}
            </ActionButton>
          </ActionRow>
        </ForWriters>
      )}
    </div>
  );
}

/** One card: two answers, into the box without a name; needs the network, and says so. */
function OwnSlip({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [said, setSaid] = useState<{ readonly [question in PulseQuestion]?: string }>({});
  const [done, setDone] = useState(false);
  const submit = async () => {
    const given = Object.entries(said).map(([question, answer]) => [question, Number(answer)] as const);
    if (given.length === 0) return [{ name: 'useful', message: t('meeting.pulse-choose') }];
    try {
      const url = `${path.spaces}/${store.space}/meetings/${entity.id}/pulse`;
      await request('POST', url, Object.fromEntries(given));
      setDone(true);
      return undefined;
    } catch (caught) {
      if (!(caught instanceof Fault)) throw caught;
      return [{ name: 'useful', message: caught.status === 0 ? t('meeting.needs-network') : caught.message }];
    }
  };
  if (done) return <p role="status">{t('meeting.pulse-thanks')}</p>;
  return (
    <Form label={t('meeting.pulse')} submit={t('meeting.pulse-drop')} onSubmit={submit}>
      <p className="note">{t('meeting.pulse-nameless')}</p>
      {QUESTIONS.map((question) => (
        <Choice
          key={question}
          label={format.text(PULSE_QUESTION[question][locale])}
          options={PULSE_ANSWERS.map((answer, at) => ({
            value: String(at),
            label: format.text(PULSE_ANSWER[answer][locale]),
          })).reverse()}
          value={said[question]}
          onChange={(answer) => setSaid({ ...said, [question]: answer })}
        />
      ))}
    </Form>
  );
}

/** A personal link for everybody who was expected and was not asked yet; needs the server. */
function PulseLinks(props: {
  readonly entity: RecordEntity;
  readonly held: Pulse;
  readonly asked: readonly string[];
}): ReactNode {
  const { entity, held, asked } = props;
  const view = useView();
  const people = usePeople();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [made, setMade] = useState<readonly Passed[]>();
  const [fault, setFault] = useState('');
  const waiting = [
    ...new Set(attendanceSheet(view, entity.id).lines.flatMap(({ person }) => person ?? [])),
  ].filter((person) => !asked.includes(person));
  const ask = async (): Promise<void> => {
    setFault('');
    const done: Passed[] = [];
    const deadline = lastDayOf(held);
    try {
      for (const person of waiting) {
        const about = {
          kind: 'pulse',
          subject: entity.id,
          circle: entity.circle,
          ...(deadline === undefined ? {} : { deadline }),
        };
        const answer = await request('POST', path.links(store.space), { ...about, person, send: true });
        const text = isObject(answer) && typeof answer['text'] === 'string' ? answer['text'] : undefined;
        const mailed = isObject(answer) && answer['mailed'] === true;
        const name = people.find(person)?.name ?? t('record.somebody');
        done.push({ key: person, name, text, note: mailed ? t('meeting.mailed') : undefined });
      }
    } catch (caught) {
      if (!(caught instanceof Fault)) throw caught;
      setFault(caught.status === 0 ? t('meeting.needs-network') : caught.message);
    }
    // What was made before the line broke is handed over all the same: it is readable only now.
    if (done.length > 0) setMade(done);
  };
  if (made !== undefined)
    return <HandedOver title={t('meeting.pulse-links')} items={made} onDone={() => setMade(undefined)} />;
  return (
    <>
      {waiting.length > 0 && (
        <div>
          <ActionButton onPress={() => void ask()}>
            {t('meeting.pulse-ask', { n: waiting.length })}
          </ActionButton>
        </div>
      )}
      {fault !== '' && <p role="alert">{fault}</p>}
    </>
  );
}
