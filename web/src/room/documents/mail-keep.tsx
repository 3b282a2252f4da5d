import { addRecord, type Command, type FileRef, processCommand, titleOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { letterRegister } from '@tablee/domain/modules/letter';
import { meeting } from '@tablee/domain/modules/meeting';
import { processesIn, recordsIn } from '@tablee/domain/modules/reading';
import { REQUEST_KIND, requestState, subjectOf } from '@tablee/domain/modules/request';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note } from '#page/note.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { type FieldFault, Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';
import type { MailFormProps } from './mail-note.tsx';
import { type MailText, useTakeFile } from './use-mails.ts';

/** The numbers of the attachments that are of a kind that is taken in. */
const filesOf = (text: MailText | undefined): readonly number[] =>
  (text?.files ?? []).flatMap(({ type }, index) => (type === undefined ? [] : [index]));

/** Registers an e-mail as a letter received, its first attachment as the scan. */
export function LetterOfMail({ mail, text, onDone, onCancel }: MailFormProps): ReactNode {
  const act = useAct();
  const { t, locale } = useLocale();
  const organisations = useOrganisations();
  const take = useTakeFile();
  const [subject, setSubject] = useState(text?.subject ?? '');
  const [organisation, setOrganisation] = useState('');
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    if (subject.trim() === '') return [{ name: 'subject', message: t('letter.missing.subject') }];
    const [first] = filesOf(text);
    const scan = first === undefined ? undefined : await take(mail.id, first).catch(() => null);
    if (scan === null) return [{ name: 'subject', message: t('mail.failed') }];
    const letter = act.newId();
    const summary = (text?.words || text?.text || '').trim().slice(0, 5_000);
    const payload = {
      lang: locale,
      on: mail.state.at.slice(0, 10) || today(),
      subject: subject.trim(),
      ...(organisation === '' ? {} : { organisation }),
      ...(mail.state.person === null ? {} : { person: mail.state.person }),
      ...(summary === '' ? {} : { summary }),
      ...(scan === undefined ? {} : { scan: { ...scan } }),
    };
    const { id, circle } = mail;
    await act.issueAll([
      processCommand(act.ticket(), 'letter.note', { entity: letter, circle: 'secretariat' }, payload),
      processCommand(act.ticket(), 'mail.sort', { entity: id, circle }, { as: 'letter', to: letter }),
    ]);
    onDone(t('mail.done'));
    return undefined;
  };
  return (
    <Form label={t('mail.letter')} submit={t('letter.note-save')} onSubmit={submit} onCancel={onCancel}>
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
    </Form>
  );
}

/** What an e-mail may be about: meetings, letters that left, requests, stakeholders. */
const useThings = (): readonly { readonly value: string; readonly label: string }[] => {
  const view = useView();
  const { locale } = useLocale();
  const format = useFormat();
  const titled = (value: string, label: string | undefined) => ({
    value,
    label: format.text(label ?? ''),
  });
  return [
    ...recordsIn(view, 'meeting').map((held) => titled(held.id, titleOf(meeting, held, locale))),
    ...letterRegister(view, today(), locale).map((line) =>
      titled(line.id, [line.number, line.subject].filter(Boolean).join(' · ')),
    ),
    ...processesIn(view, requestState)
      .filter(({ state }) => state.state !== 'closed')
      .map(({ id, state }) =>
        titled(id, `${REQUEST_KIND[state.kind][locale]} : ${subjectOf(view, state, locale).title}`),
      ),
    ...recordsIn(view, 'actor').map((held) => titled(held.id, actorName(view, held.id))),
  ].filter(({ label }) => label !== '');
};

/** Keeps attachments (or the words, where there are none) as draft documents about something. */
export function AttachMail({ mail, text, onDone, onCancel }: MailFormProps): ReactNode {
  const act = useAct();
  const { t, locale } = useLocale();
  const things = useThings();
  const take = useTakeFile();
  const [about, setAbout] = useState(mail.state.request ?? '');
  const files = filesOf(text);
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const wanted = files.length === 0 ? (['text'] as const) : files;
    const kept: FileRef[] = [];
    for (const file of wanted) {
      const taken = await take(mail.id, file).catch(() => undefined);
      if (taken === undefined) return [{ name: 'about', message: t('mail.failed') }];
      kept.push(taken);
    }
    const { id, circle } = mail;
    const commands: readonly Command[] = kept.map((file) =>
      addRecord(
        act.ticket(),
        'document',
        { entity: act.newId(), circle },
        {
          title: { lang: locale, text: kept.length > 1 ? file.name : text?.subject || file.name },
          kind: 'other',
          file: { ...file },
          ...(about === '' ? {} : { about }),
        },
      ),
    );
    const sorted = { as: 'document', ...(about === '' ? {} : { to: about }) };
    await act.issueAll([
      ...commands,
      processCommand(act.ticket(), 'mail.sort', { entity: id, circle }, sorted),
    ]);
    onDone(t('mail.done'));
    return undefined;
  };
  return (
    <Form label={t('mail.attach')} submit={t('mail.attach')} onSubmit={submit} onCancel={onCancel}>
      <Note>{t('mail.attach-what', { n: files.length })}</Note>
      <SelectField
        name="about"
        label={t('mail.about')}
        none={t('mail.about-none')}
        optional
        value={about}
        options={things}
        onChange={setAbout}
      />
    </Form>
  );
}
