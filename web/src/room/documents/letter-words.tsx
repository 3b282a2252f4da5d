import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { ActionButton } from '#ui/action-button.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { LetterText } from './letter-plan.ts';

const LONGEST = {
  recipient: 1_000,
  subject: 300,
  salutation: 300,
  body: 20_000,
  closing: 1_000,
  signature: 500,
};
const ROWS: { readonly [name in keyof LetterText]?: number } = {
  recipient: 3,
  body: 14,
  closing: 2,
  signature: 2,
};
const NAMES = ['recipient', 'subject', 'salutation', 'body', 'closing', 'signature'] as const;

/** The words of a letter, in the order in which they stand on paper. */
export function LetterWords(props: {
  readonly text: LetterText;
  readonly lang: string;
  readonly submit: string;
  readonly onText: (text: LetterText) => void;
  readonly onSave: () => Promise<void>;
  readonly onCancel: () => void;
  /** Back to the choices; absent where the letter exists already. */
  readonly onBack?: () => void;
  /** Fields above the words. */
  readonly children?: ReactNode;
}): ReactNode {
  const { text, onText } = props;
  const { t } = useLocale();
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const missing = (['subject', 'body'] as const).filter((name) => text[name].trim() === '');
    if (missing.length > 0) return missing.map((name) => ({ name, message: t(`letter.missing.${name}`) }));
    await props.onSave();
    return undefined;
  };
  return (
    <Form
      label={t('letter.words')}
      submit={props.submit}
      onSubmit={submit}
      onCancel={props.onCancel}
      more={
        props.onBack && (
          <ActionButton kind="quiet" onPress={props.onBack}>
            {t('letter.back')}
          </ActionButton>
        )
      }
    >
      {props.children}
      {NAMES.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(`letter.word.${name}`)}
          {...(name === 'recipient' || name === 'body' ? { hint: t(`letter.word.${name}-hint`) } : {})}
          lang={props.lang}
          value={text[name]}
          maxLength={LONGEST[name]}
          {...(ROWS[name] === undefined ? {} : { rows: ROWS[name] })}
          {...(name === 'subject' || name === 'body' ? {} : { optional: true })}
          shared={name === 'body'}
          onChange={(next) => onText({ ...text, [name]: next })}
        />
      ))}
    </Form>
  );
}
