import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { TextField } from '#ui/text-field.tsx';

/** Props of {@link ReasonForm}. */
export interface ReasonFormProps {
  /** Names the act, on the button and for assistive technology. */
  readonly act: string;
  /** What is asked: « Pourquoi ? ». */
  readonly question: string;
  readonly hint?: string;
  readonly rows?: number;
  /** The longest answer that its noun takes, in characters; 2,000 unless said otherwise. */
  readonly longest?: number;
  /** What else goes with the reason, asked before it. */
  readonly children?: ReactNode;
  /** What stands in the way in `children`; nothing when all is there. */
  readonly faults?: () => readonly FieldFault[];
  /** Takes the act; gets the reason, which is never empty. */
  readonly onSend: (reason: string) => Promise<void>;
  /** The act was taken, or left. */
  readonly onDone: () => void;
}

/** The longest reason of most nouns, in characters. */
const LONGEST = 2_000;

/** An act that others read with its reason: nothing is sent before one stands there. */
export function ReasonForm(props: ReasonFormProps): ReactNode {
  const { t } = useLocale();
  const [reason, setReason] = useState('');
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const said = reason.trim();
    const missing = said === '' ? [{ name: 'reason', message: t('record.refused.ReasonMissing') }] : [];
    const faults = [...(props.faults?.() ?? []), ...missing];
    if (faults.length > 0) return faults;
    await props.onSend(said);
    props.onDone();
    return undefined;
  };
  return (
    <Form label={props.act} submit={props.act} onCancel={props.onDone} onSubmit={submit}>
      {props.children}
      <TextField
        name="reason"
        label={props.question}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
        rows={props.rows ?? 2}
        value={reason}
        onChange={setReason}
        maxLength={props.longest ?? LONGEST}
      />
    </Form>
  );
}
