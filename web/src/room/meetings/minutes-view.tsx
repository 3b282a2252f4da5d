import { type JsonObject, type RecordEntity, textOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import {
  type CaughtLine,
  caughtLines,
  changedSinceApproval,
  type Minutes,
  minutesId,
  minutesOf,
  openCorrections,
} from '@tablee/domain/modules/meeting';
import { addDays } from '@tablee/domain/modules/reading';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today as dayHere } from '#page/clock.ts';
import { ReasonForm } from '#page/reason-form.tsx';
import { useAct, useOpenSpace, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { CaughtLines } from './catch-line.tsx';
import { PassOn } from './pass-on.tsx';

/** How many days a correction period takes unless it is said otherwise. */
const CORRECTION_DAYS = 7;

type Open = 'circulate' | 'correct' | 'reopen';

/** The minutes: draft, for correction until a day, approved. Approving keeps a copy that later changes do not touch. */
export function MinutesView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const act = useAct();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const state = minutesOf(view, entity.id);
  const lines = caughtLines(view, entity.id, locale);
  const [open, setOpen] = useState<Open>();
  const id = minutesId(entity.id);
  const issue = (verb: string, payload: JsonObject): Promise<void> =>
    act.command(`minutes.${verb}`, { entity: id, circle: entity.circle }, payload);
  const close = (): void => setOpen(undefined);
  if (lines.length === 0) return <p>{t('meeting.minutes-nothing')}</p>;
  return (
    <>
      <Standing state={state} />
      {open === undefined && (
        <ActionRow>
          {state === undefined && (
            <ActionButton kind="primary" onPress={() => void issue('draft', { meeting: entity.id })}>
              {t('meeting.draft')}
            </ActionButton>
          )}
          {state !== undefined && state.state !== 'approved' && (
            <Ways state={state} onOpen={setOpen} onApprove={() => void issue('approve', {})} />
          )}
          {state?.state === 'approved' && (
            <ActionButton kind="quiet" onPress={() => setOpen('reopen')}>
              {t('meeting.reopen')}
            </ActionButton>
          )}
          <a href={`${path.documents(store.space)}/minutes/${entity.id}.docx?lang=${locale}`} download>
            {t('meeting.docx')}
          </a>
        </ActionRow>
      )}
      {open === 'circulate' && <Circulate issue={issue} onDone={close} />}
      {(open === 'correct' || open === 'reopen') && <Say verb={open} issue={issue} onDone={close} />}
      {state !== undefined && <Corrections state={state} issue={issue} />}
      <PassOn entity={entity} />
      <Section title={t('meeting.minutes-lines')} id="lines">
        {state?.approved ? <Approved state={state} /> : <CaughtLines lines={lines} />}
      </Section>
    </>
  );
}

type Issue = (verb: string, payload: JsonObject) => Promise<void>;

function Standing({ state }: { readonly state: Minutes | undefined }): ReactNode {
  const view = useView();
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  if (state === undefined) return <p>{t('meeting.standing-none')}</p>;
  if (state.approved !== null) {
    const changed = changedSinceApproval(view, state).length;
    const by =
      state.approved.by === 'system'
        ? t('meeting.by-time')
        : (people.find(state.approved.by)?.name ?? t('record.somebody'));
    return (
      <p>
        {t('meeting.standing-approved', { date: format.date(state.approved.at.slice(0, 10)), by })}{' '}
        {changed > 0 && t('meeting.changed-since', { n: changed })}
      </p>
    );
  }
  if (state.until === null) return <p>{t('meeting.standing-draft')}</p>;
  return (
    <p>
      {t('meeting.standing-correction', { date: format.date(state.until, { weekday: true }) })}{' '}
      {state.tacit && t('meeting.standing-tacit')}
    </p>
  );
}

function Ways(props: {
  readonly state: Minutes;
  readonly onOpen: (open: Open) => void;
  readonly onApprove: () => void;
}): ReactNode {
  const { t } = useLocale();
  const waits = openCorrections(props.state).length > 0;
  return (
    <>
      {props.state.state === 'draft' ? (
        <ActionButton kind="primary" onPress={() => props.onOpen('circulate')}>
          {t('meeting.circulate')}
        </ActionButton>
      ) : (
        <ActionButton kind="primary" onPress={() => props.onOpen('correct')}>
          {t('meeting.correct')}
        </ActionButton>
      )}
      {!waits && <ActionButton onPress={props.onApprove}>{t('meeting.approve')}</ActionButton>}
    </>
  );
}

function Circulate({ issue, onDone }: { readonly issue: Issue; readonly onDone: () => void }): ReactNode {
  const { t } = useLocale();
  const [until, setUntil] = useState(addDays(dayHere(), CORRECTION_DAYS));
  const [tacit, setTacit] = useState(false);
  return (
    <Form
      submit={t('meeting.circulate')}
      onCancel={onDone}
      onSubmit={async () => {
        if (until.length !== 10) return [{ name: 'until', message: t('record.expected.date') }];
        await issue('circulate', { until, tacit });
        onDone();
        return undefined;
      }}
    >
      <DateField
        name="until"
        label={t('meeting.until')}
        value={until}
        onChange={setUntil}
        precisions={['day']}
      />
      <label>
        <input type="checkbox" checked={tacit} onChange={(event) => setTacit(event.target.checked)} />{' '}
        {t('meeting.tacit')}
      </label>
    </Form>
  );
}

function Say(props: {
  readonly verb: 'correct' | 'reopen';
  readonly issue: Issue;
  readonly onDone: () => void;
}): ReactNode {
  const { verb, issue } = props;
  const { t } = useLocale();
  return (
    <ReasonForm
      act={t(`meeting.${verb}`)}
      question={t(`meeting.${verb}-what`)}
      rows={3}
      longest={verb === 'correct' ? 5_000 : 2_000}
      onSend={(said) => issue(verb, verb === 'correct' ? { text: said } : { reason: said })}
      onDone={props.onDone}
    />
  );
}

function Corrections({ state, issue }: { readonly state: Minutes; readonly issue: Issue }): ReactNode {
  const view = useView();
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  if (state.corrections.length === 0) return null;
  const answer = (number: number, what: 'taken' | 'noted'): void =>
    void issue('answer', { number, answer: what });
  return (
    <Section title={t('meeting.corrections')} id="corrections">
      <SentenceList
        labelledBy="corrections"
        items={state.corrections.map((correction) => ({
          key: String(correction.number),
          text: format.text(textOf(correction.text) ?? t('record.erased')),
          note: [
            actorName(view, correction.organisation ?? undefined) ??
              people.find(correction.by)?.name ??
              t('record.somebody'),
            ...(correction.answer === null ? [] : [t(`meeting.correction.${correction.answer}`)]),
          ].join(' · '),
          when: format.date(correction.at.slice(0, 10)),
          action: correction.answer === null && state.state !== 'approved' && (
            <ActionRow>
              <ActionButton kind="quiet" onPress={() => answer(correction.number, 'taken')}>
                {t('meeting.take-correction')}
              </ActionButton>
              <ActionButton kind="quiet" onPress={() => answer(correction.number, 'noted')}>
                {t('meeting.note-correction')}
              </ActionButton>
            </ActionRow>
          ),
        }))}
      />
    </Section>
  );
}

/** The copy that was approved, whatever happened to the lines since. */
function Approved({ state }: { readonly state: Minutes }): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  return (
    <SentenceList
      labelledBy="lines"
      items={(state.approved?.lines ?? []).map((line) => ({
        key: line.line,
        text: <span lang={line.lang}>{format.text(textOf(line.text) ?? t('record.erased'), line.lang)}</span>,
        note: noteOf(line.kind, line.owner === null ? undefined : actorName(view, line.owner), line.due),
      }))}
    />
  );

  function noteOf(kind: CaughtLine['kind'], owner: string | undefined, due: string | null): string {
    const who = kind === 'action' ? [owner ?? t('meeting.no-owner')] : [];
    const by = due === null ? [] : [t('meeting.by', { date: format.date(due) })];
    return format.text([t(`meeting.kind.${kind}`), ...who, ...by].join(' · '));
  }
}
