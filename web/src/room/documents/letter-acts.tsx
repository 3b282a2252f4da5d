import type { FileRef, JsonObject } from '@tablee/domain/kernel';
import { CARRIAGE, CARRIAGES, type Carriage, type LetterLine } from '@tablee/domain/modules/letter';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { FileField } from '#register/file-field.tsx';
import { useAct } from '#sync/use-space.ts';
import { Choice } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';

/** What may be noted of a letter that left. */
export type LetterAct = 'send' | 'arrive' | 'answer' | 'expect';

/** Issues a command of a letter. */
export const useLetterAct = (line: LetterLine): ((verb: string, payload?: JsonObject) => Promise<void>) => {
  const act = useAct();
  return (verb, payload = {}) =>
    act.command(`letter.${verb}`, { entity: line.id, circle: line.circle }, payload);
};

/** One thing to note of a letter: that it left, arrived, was answered, or when an answer is hoped for. */
export function LetterActForm(props: {
  readonly line: LetterLine;
  readonly act: LetterAct;
  readonly onDone: () => void;
}): ReactNode {
  const { line, act } = props;
  const { t } = useLocale();
  const issue = useLetterAct(line);
  const [on, setOn] = useState(act === 'expect' ? (line.state.replyDue ?? '') : today());
  const [how, setHow] = useState<Carriage>('carried');
  const [scan, setScan] = useState<FileRef>();
  const [words, setWords] = useState('');
  const payload = (): JsonObject => {
    if (act === 'send') return { on, how };
    if (act === 'arrive') return { on, ...(scan === undefined ? {} : { scan: { ...scan } }) };
    if (act === 'answer') return { on, ...(words.trim() === '' ? {} : { words: words.trim() }) };
    return on === '' ? {} : { on };
  };
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const isOpen = act === 'expect' && on === '';
    if (!isOpen && on.length !== 10) return [{ name: 'on', message: t('record.expected.date') }];
    await issue(act, payload());
    props.onDone();
    return undefined;
  };
  return (
    <Form
      label={t(`letter.act.${act}`)}
      submit={t(`letter.act.${act}`)}
      onSubmit={submit}
      onCancel={props.onDone}
    >
      {act === 'send' && <HowField value={how} onChange={setHow} />}
      <DateField
        name="on"
        label={t(`letter.act-on.${act}`)}
        precisions={['day']}
        value={on}
        onChange={setOn}
        {...(act === 'expect' ? { optional: true } : {})}
      />
      {act === 'arrive' && (
        <FileField
          frame={{ name: 'scan', label: t('letter.stamped'), optional: true }}
          value={scan}
          circle={line.circle}
          onChange={setScan}
        />
      )}
      {act === 'answer' && (
        <TextField
          label={t('letter.answer-words')}
          optional
          rows={3}
          maxLength={2_000}
          value={words}
          onChange={setWords}
        />
      )}
    </Form>
  );
}

function HowField(props: {
  readonly value: Carriage;
  readonly onChange: (value: Carriage) => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  return (
    <Choice
      label={t('letter.how')}
      options={CARRIAGES.map((value) => ({ value, label: format.text(CARRIAGE[value][locale]) }))}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
