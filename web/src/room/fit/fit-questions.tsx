import {
  FIT_ANSWER,
  FIT_QUESTION,
  FIT_QUESTIONS,
  type FitAnswer,
  type FitQuestion,
} from '@tablee/domain/modules/fit-check';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './fit.module.css';

/** What somebody has answered so far on this screen. */
export type FitDraft = {
  readonly answers: { readonly [question in FitQuestion]?: FitAnswer };
  readonly reasons: { readonly [question in FitQuestion]?: string };
};

const ANSWERS = ['yes', 'partly', 'no'] as const satisfies readonly FitAnswer[];

/** One question per screen, three large answers, a reason if one wishes; nothing is sent before the last. */
export function FitQuestions(props: {
  readonly id: string;
  readonly circle: string;
  readonly start: FitDraft;
  /** Somebody who says it aloud: their answers are noted for them. */
  readonly person?: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const [draft, setDraft] = useState(props.start);
  const [step, setStep] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = step >= 0;
  }, [step]);
  const question = FIT_QUESTIONS[step] ?? FIT_QUESTIONS[0];
  const isLast = step === FIT_QUESTIONS.length - 1;
  const submit = async () => {
    if (draft.answers[question] === undefined) return [{ name: 'answer', message: t('fit.answer-missing') }];
    if (!isLast) {
      setStep(step + 1);
      return undefined;
    }
    const reasons = Object.fromEntries(
      Object.entries(draft.reasons).flatMap(([key, reason]) =>
        reason.trim() === '' ? [] : [[key, reason.trim()]],
      ),
    );
    await act.command(
      props.person === undefined ? 'fitCheck.answer' : 'fitCheck.note',
      { entity: props.id, circle: props.circle },
      {
        ...(props.person === undefined ? {} : { person: props.person }),
        answers: draft.answers,
        ...(Object.keys(reasons).length === 0 ? {} : { reasons }),
      },
    );
    props.onDone();
    return undefined;
  };
  return (
    <section className={css['question']}>
      <p className={css['step']}>{t('fit.step', { n: step + 1, all: FIT_QUESTIONS.length })}</p>
      <h2 ref={heading} tabIndex={-1}>
        {format.text(FIT_QUESTION[question][locale])}
      </h2>
      <Form label={t('fit.give')} submit={isLast ? t('fit.give') : t('fit.next')} onSubmit={submit}>
        <Choice
          key={question}
          name="answer"
          label={t('fit.answer')}
          labelHidden
          large
          options={ANSWERS.map((value) => ({ value, label: format.text(FIT_ANSWER[value][locale]) }))}
          value={draft.answers[question]}
          onChange={(answer) => setDraft({ ...draft, answers: { ...draft.answers, [question]: answer } })}
        />
        <TextField
          name="reason"
          label={t('fit.why')}
          optional
          rows={2}
          value={draft.reasons[question] ?? ''}
          onChange={(reason) => setDraft({ ...draft, reasons: { ...draft.reasons, [question]: reason } })}
        />
      </Form>
      {step > 0 && (
        <ActionRow>
          <ActionButton kind="quiet" onPress={() => setStep(step - 1)}>
            {t('fit.back')}
          </ActionButton>
        </ActionRow>
      )}
    </section>
  );
}
