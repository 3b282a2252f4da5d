import { textOf, valueOf } from '@tablee/domain/kernel';
import { commitment, commitments } from '@tablee/domain/modules/commitment';
import type { Decision } from '@tablee/domain/modules/decision';
import { type Running, recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useContext, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today as dayHere } from '#page/clock.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ReadsOnly } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { Prose } from '#ui/prose.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './decisions.module.css';

/** What follows from a decision: said by a person, carried by commitments, with a day to look at it again. */
export function FollowUp({ held }: { readonly held: Running<Decision> }): ReactNode {
  const { followUp } = held.state;
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const readsOnly = useContext(ReadsOnly);
  const [open, setOpen] = useState<'say' | 'owe'>();
  const today = dayHere();
  const owed = commitments(view, today, locale).filter(
    (one) => one.origin === held.id || followUp?.commitments.includes(one.id),
  );
  const text = textOf(followUp?.text ?? undefined);
  return (
    <Section title={t('decision.follow-up')} id="follow-up">
      {text !== undefined && <Prose text={text} lang={locale} />}
      {followUp?.reviewOn && (
        <p className="note">{t('decision.review', { date: format.date(followUp.reviewOn) })}</p>
      )}
      {owed.length > 0 && (
        <SentenceList
          labelledBy="follow-up"
          items={owed.map((one) => ({
            key: one.id,
            text: <Link href={addressOf(store.space, 'commitments', one.id)}>{format.text(one.what)}</Link>,
            note: format.text([one.ownerName, one.due && format.date(one.due)].filter(Boolean).join(' · ')),
          }))}
        />
      )}
      {followUp === null && owed.length === 0 && <p className="note">{t('decision.follow-none')}</p>}
      {open === undefined && !readsOnly && (
        <div className={css['after']}>
          <ActionRow>
            <ActionButton kind="primary" onPress={() => setOpen('say')}>
              {t('decision.write-follow-up')}
            </ActionButton>
            <ActionButton onPress={() => setOpen('owe')}>{t('decision.note-commitment')}</ActionButton>
          </ActionRow>
        </div>
      )}
      {open === 'say' && (
        <Say held={held} commitments={owed.map((one) => one.id)} onDone={() => setOpen(undefined)} />
      )}
      {open === 'owe' && (
        <RecordForm
          declaration={commitment}
          fields={['what', 'owner', 'due']}
          preset={{ state: 'open', origin: held.id }}
          circle={held.circle}
          onDone={() => setOpen(undefined)}
          onCancel={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}

function Say(props: {
  readonly held: Running<Decision>;
  readonly commitments: readonly string[];
  readonly onDone: () => void;
}): ReactNode {
  const { held } = props;
  const view = useView();
  const act = useAct();
  const { t } = useLocale();
  const [text, setText] = useState(textOf(held.state.followUp?.text ?? undefined) ?? '');
  const [reviewOn, setReviewOn] = useState(held.state.followUp?.reviewOn ?? '');
  return (
    <Form
      label={t('decision.follow-up')}
      submit={t('decision.follow-do')}
      onCancel={props.onDone}
      onSubmit={async () => {
        if (text.trim() === '' && reviewOn === '')
          return [{ name: 'text', message: t('record.expected.something') }];
        // Only commitments that everybody of this circle sees are named, or the record would point into the dark.
        const named = props.commitments.filter(
          (id) => valueOf(commitment, recordIn(view, 'commitment', id), 'what') !== undefined,
        );
        await act.command(
          'decision.followUp',
          { entity: held.id, circle: held.circle },
          {
            commitments: named,
            ...(text.trim() === '' ? {} : { text: text.trim() }),
            ...(reviewOn.length === 10 ? { reviewOn } : {}),
          },
        );
        props.onDone();
        return undefined;
      }}
    >
      <TextField
        name="text"
        label={t('decision.follow-text')}
        rows={4}
        value={text}
        onChange={setText}
        autoFocus
      />
      <DateField
        label={t('decision.review-on')}
        value={reviewOn}
        onChange={setReviewOn}
        precisions={['day']}
        optional
      />
    </Form>
  );
}
