import { FLAG_ANSWER, type Flag, type FlagAnswer } from '@tablee/domain/modules/flag';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Choice } from '#ui/choice.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';

const ANSWERS = ['coming', 'difficulty', 'callMe'] as const;

/** What my organisation says about a flag that concerns it: it is coming, there is a difficulty, please call me. */
export function Answer({ flag }: { readonly flag: Flag }): ReactNode {
  const { t } = useLocale();
  const [open, setOpen] = useState(false);
  if (open) return <AnswerForm flag={flag} onDone={() => setOpen(false)} />;
  return (
    <ActionRow>
      <ActionButton kind="primary" onPress={() => setOpen(true)}>
        {t('flag.answer')}
      </ActionButton>
    </ActionRow>
  );
}

function AnswerForm({ flag, onDone }: { readonly flag: Flag; readonly onDone: () => void }): ReactNode {
  const act = useAct();
  const you = useYou();
  const { t, locale } = useLocale();
  const format = useFormat();
  const [answer, setAnswer] = useState<FlagAnswer>();
  const [on, setOn] = useState('');
  const [words, setWords] = useState('');
  return (
    <Form
      label={t('flag.answer')}
      submit={t('flag.answer-do')}
      onCancel={onDone}
      onSubmit={async () => {
        if (answer === undefined || you?.organisation === undefined)
          return [{ name: 'answer', message: t('flag.answer-missing') }];
        await act.command(
          'flag.answer',
          { entity: act.newId(), circle: 'partners' },
          {
            flag: flag.id,
            organisation: you.organisation,
            answer,
            ...(on.length === 10 ? { on } : {}),
            ...(words.trim() === '' ? {} : { words: words.trim() }),
          },
        );
        onDone();
        return undefined;
      }}
    >
      <Choice
        name="answer"
        label={t('flag.answer-what')}
        hint={t('flag.answer-read')}
        options={ANSWERS.map((value) => ({ value, label: format.text(FLAG_ANSWER[value][locale]) }))}
        value={answer}
        onChange={setAnswer}
        large
      />
      {answer === 'coming' && (
        <DateField
          name="on"
          label={t('flag.answer-on')}
          value={on}
          onChange={setOn}
          precisions={['day']}
          optional
        />
      )}
      <TextField
        name="words"
        label={t('flag.answer-words')}
        rows={2}
        value={words}
        onChange={setWords}
        optional
      />
    </Form>
  );
}
