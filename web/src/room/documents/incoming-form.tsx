import { type FileRef, SECRETARIAT } from '@tablee/domain/kernel';
import { letterRegister, letterState } from '@tablee/domain/modules/letter';
import { stateIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { FileField } from '#register/file-field.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { DateField } from '#ui/date-field.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';

/** Registers a letter that came in: from whom, when, what it answers, with its scan. */
export function IncomingForm(props: {
  /** The letter that it answers, when it was opened from there. */
  readonly answers?: string | undefined;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const view = useView();
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const organisations = useOrganisations();
  const [answers, setAnswers] = useState(props.answers ?? '');
  const [organisation, setOrganisation] = useState(
    stateIn(view, letterState, props.answers)?.organisation ?? '',
  );
  const [subject, setSubject] = useState('');
  const [on, setOn] = useState(today());
  const [dated, setDated] = useState('');
  const [summary, setSummary] = useState('');
  const [scan, setScan] = useState<FileRef>();
  const out = letterRegister(view, today(), locale).filter(
    (line) => line.state.direction === 'out' && line.state.sent !== null,
  );
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    if (subject.trim() === '') return [{ name: 'subject', message: t('letter.missing.subject') }];
    if (on.length !== 10) return [{ name: 'on', message: t('record.expected.date') }];
    const id = act.newId();
    await act.command(
      'letter.note',
      { entity: id, circle: SECRETARIAT },
      {
        lang: locale,
        on,
        subject: subject.trim(),
        ...(organisation === '' ? {} : { organisation }),
        ...(answers === '' ? {} : { answers }),
        ...(dated.length === 10 ? { dated } : {}),
        ...(summary.trim() === '' ? {} : { summary: summary.trim() }),
        ...(scan === undefined ? {} : { scan: { ...scan } }),
      },
    );
    props.onDone(id);
    return undefined;
  };
  return (
    <Form label={t('letter.note')} submit={t('letter.note-save')} onSubmit={submit} onCancel={props.onCancel}>
      <SelectField
        label={t('letter.from')}
        none={t('letter.to-none')}
        value={organisation}
        options={organisations}
        onChange={setOrganisation}
      />
      <TextField
        name="subject"
        label={t('letter.subject')}
        value={subject}
        onChange={setSubject}
        maxLength={300}
      />
      <DateField name="on" label={t('letter.received-on')} precisions={['day']} value={on} onChange={setOn} />
      <DateField label={t('letter.dated')} optional precisions={['day']} value={dated} onChange={setDated} />
      {out.length > 0 && (
        <SelectField
          label={t('letter.answers')}
          none={t('letter.answers-none')}
          optional
          value={answers}
          options={out.map((line) => ({
            value: line.id,
            label: format.text([line.number, line.subject].filter(Boolean).join(' · ')),
          }))}
          onChange={setAnswers}
        />
      )}
      <FileField
        frame={{ name: 'scan', label: t('letter.scan'), optional: true }}
        value={scan}
        circle={SECRETARIAT}
        onChange={setScan}
      />
      <TextField
        label={t('letter.summary')}
        hint={t('letter.summary-hint')}
        optional
        rows={3}
        maxLength={5_000}
        value={summary}
        onChange={setSummary}
      />
    </Form>
  );
}
