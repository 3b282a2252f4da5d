import type { RecordEntity } from '@tablee/domain/kernel';
import {
  PULSE_ANSWER,
  PULSE_ANSWERS,
  PULSE_QUESTION,
  type PulseAnswer,
  type PulseQuestion,
  type PulseResult,
  pulseId,
  pulseOf,
} from '@tablee/domain/modules/pulse';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './meetings.module.css';
import { PulseAsked, PulseOpen } from './pulse-asked.tsx';

const QUESTIONS: readonly PulseQuestion[] = ['useful', 'heard'];

/** Two questions on slips without a name: how to ask them, the totals, and what may be known of them. */
export function PulseView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [open, setOpen] = useState<'link' | 'paper'>();
  const close = (): void => setOpen(undefined);
  const held = pulseOf(view, entity.id);
  return (
    <Section title={t('meeting.pulse')} id="pulse">
      {held?.state === 'open' || held?.state === 'closed' ? (
        <PulseAsked entity={entity} held={held} />
      ) : held === undefined ? (
        <div className={css['stack']}>
          <p className="note">{t('meeting.pulse-how')}</p>
          {open === 'paper' && <Totals entity={entity} onDone={close} />}
          {open === 'link' && <PulseOpen entity={entity} onDone={close} />}
          {open === undefined && (
            <>
              <ol className={css['questions']}>
                {QUESTIONS.map((question) => (
                  <li key={question}>{format.text(PULSE_QUESTION[question][locale])}</li>
                ))}
              </ol>
              <ForWriters>
                <ActionRow>
                  <ActionButton onPress={() => setOpen('link')}>{t('meeting.pulse-open')}</ActionButton>
                  <ActionButton kind="quiet" onPress={() => setOpen('paper')}>
                    {t('meeting.pulse-type')}
                  </ActionButton>
                </ActionRow>
              </ForWriters>
            </>
          )}
        </div>
      ) : (
        <dl className={css['results']}>
          {QUESTIONS.map((question) => (
            <div key={question}>
              <dt>{format.text(PULSE_QUESTION[question][locale])}</dt>
              <dd>
                <Result result={held[question]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

function Result({ result }: { readonly result: PulseResult | null }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const word = (answer: PulseAnswer): string => format.text(PULSE_ANSWER[answer][locale]);
  switch (result?.state) {
    case undefined:
      return null;
    case 'hidden':
      return t('meeting.pulse-hidden');
    case 'nearlyAll':
      return t('meeting.pulse-nearly', { answer: word(result.answer) });
    case 'exact':
      return PULSE_ANSWERS.map(
        (answer, index) => `${word(answer)} ${format.number(result.counts[index] ?? 0)}`,
      )
        .reverse()
        .join(' · ');
  }
}

type Typed = { readonly [question in PulseQuestion]: { readonly [answer in PulseAnswer]: string } };
const EMPTY = { no: '', ratherNo: '', ratherYes: '', yes: '' } as const;

function Totals({
  entity,
  onDone,
}: {
  readonly entity: RecordEntity;
  readonly onDone: () => void;
}): ReactNode {
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [typed, setTyped] = useState<Typed>({ useful: EMPTY, heard: EMPTY });
  const countsOf = (question: PulseQuestion): number[] =>
    PULSE_ANSWERS.map((answer) => Number(typed[question][answer]));
  const submit = async () => {
    const [useful, heard] = [countsOf('useful'), countsOf('heard')];
    const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);
    if (sum(useful) + sum(heard) === 0) return [{ name: 'useful-yes', message: t('meeting.pulse-empty') }];
    await act.command(
      'pulse.count',
      { entity: pulseId(entity.id), circle: entity.circle },
      { meeting: entity.id, useful, heard },
    );
    onDone();
    return undefined;
  };
  return (
    <Form label={t('meeting.pulse')} submit={t('meeting.pulse-keep')} onSubmit={submit} onCancel={onDone}>
      {QUESTIONS.map((question) => (
        <fieldset key={question} className={css['totals']}>
          <legend>{format.text(PULSE_QUESTION[question][locale])}</legend>
          <div>
            {[...PULSE_ANSWERS].reverse().map((answer) => (
              <TextField
                key={answer}
                name={`${question}-${answer}`}
                label={format.text(PULSE_ANSWER[answer][locale])}
                inputMode="numeric"
                size={4}
                value={typed[question][answer]}
                onChange={(text) =>
                  setTyped({
                    ...typed,
                    [question]: { ...typed[question], [answer]: text.replace(/\D/g, '').slice(0, 4) },
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      ))}
    </Form>
  );
}
