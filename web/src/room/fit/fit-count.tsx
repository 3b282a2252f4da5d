import {
  ANONYMOUS_FROM,
  FIT_ANSWER,
  FIT_QUESTION,
  FIT_QUESTIONS,
  type FitAnswer,
  type FitMode,
  type FitQuestion,
} from '@tablee/domain/modules/fit-check';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct } from '#sync/use-space.ts';
import { type FieldFault, Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './fit.module.css';

const ANSWERS = ['yes', 'partly', 'no'] as const satisfies readonly FitAnswer[];
type Numbers = { readonly [cell: string]: string };
const cellOf = (question: FitQuestion, answer: FitAnswer): string => `${question}-${answer}`;

/** The count of answers that carry no names: three numbers per question, and what was said without names. */
export function FitCountForm(props: {
  readonly id: string;
  readonly circle: string;
  readonly mode: FitMode;
  readonly onDone: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const act = useAct();
  const [numbers, setNumbers] = useState<Numbers>({});
  const [reason, setReason] = useState('');
  const read = (question: FitQuestion, answer: FitAnswer): number =>
    Number.parseInt(numbers[cellOf(question, answer)]?.trim() || '0', 10);
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const all = FIT_QUESTIONS.map((question) => {
      const count = {
        yes: read(question, 'yes'),
        partly: read(question, 'partly'),
        no: read(question, 'no'),
      };
      return { question, count, total: count.yes + count.partly + count.no };
    });
    const wrong = all.find(({ total }) => !Number.isInteger(total) || total < 0 || total > 500);
    if (wrong !== undefined) return [{ name: cellOf(wrong.question, 'yes'), message: t('fit.count-wrong') }];
    const given = all.filter(({ total }) => total > 0);
    if (given.length === 0) return [{ name: cellOf('alone', 'yes'), message: t('fit.count-missing') }];
    if (props.mode === 'anonymous' && given.some(({ total }) => total < ANONYMOUS_FROM))
      return [{ name: cellOf('alone', 'yes'), message: t('fit.count-few', { from: ANONYMOUS_FROM }) }];
    const counts = Object.fromEntries(given.map(({ question, count }) => [question, count]));
    const payload = { counts, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
    const place = { entity: props.id, circle: props.circle };
    await act.command('fitCheck.count', place, payload);
    props.onDone();
    return undefined;
  };
  return (
    <Form label={t('fit.count')} submit={t('fit.count')} onSubmit={submit} onCancel={props.onDone}>
      {FIT_QUESTIONS.map((question) => (
        <fieldset key={question} className={css['count']}>
          <legend>{format.text(FIT_QUESTION[question][locale])}</legend>
          {ANSWERS.map((answer) => (
            <TextField
              key={answer}
              name={cellOf(question, answer)}
              label={format.text(FIT_ANSWER[answer][locale])}
              inputMode="numeric"
              size={4}
              value={numbers[cellOf(question, answer)] ?? ''}
              onChange={(text) => setNumbers({ ...numbers, [cellOf(question, answer)]: text })}
            />
          ))}
        </fieldset>
      ))}
      <TextField
        name="reason"
        label={t('fit.count-reason')}
        hint={t('fit.count-reason-hint')}
        optional
        rows={3}
        value={reason}
        onChange={setReason}
      />
    </Form>
  );
}
