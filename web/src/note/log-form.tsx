import { type HeldNote, newNote } from '@tablee/domain/modules/conversation';
import { type ReactNode, useState } from 'react';
import { today as dayHere } from '#page/clock.ts';
import { useLocale } from '../locale/use-text.tsx';
import { newId } from '../sync/id.ts';
import { useOpenSpace } from '../sync/use-space.ts';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useOrganisations } from '../wording/use-organisations.ts';
import css from './log-form.module.css';
import { NoteFiles } from './note-files.tsx';
import { useNoteFiles } from './use-note-files.ts';
import { useNoteKeeper } from './use-notes.ts';

/** Props of {@link LogForm}. */
export interface LogFormProps {
  /** The note to change; absent for a new one. */
  readonly held?: HeldNote;
  /** With whom, when it is known. */
  readonly withName?: string;
  readonly person?: string;
  readonly organisation?: string | undefined;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A conversation noted in 20 seconds: with whom, what I take away, when to follow up. Readable by me alone. */
export function LogForm(props: LogFormProps): ReactNode {
  const { held } = props;
  const { t, locale } = useLocale();
  const keeper = useNoteKeeper();
  const organisations = useOrganisations();
  const [withName, setWithName] = useState(held?.note.withName ?? props.withName ?? '');
  const [text, setText] = useState(held?.note.text ?? '');
  const [followUp, setFollowUp] = useState(held?.note.followUp ?? '');
  const [organisation, setOrganisation] = useState(held?.note.organisation ?? props.organisation ?? '');
  const files = useNoteFiles(held?.note.files);
  const { shelf, store } = useOpenSpace();
  const today = dayHere();
  const submit = async () => {
    const name = withName.trim();
    if (name === '') return [{ name: 'with', message: t('people.with-missing') }];
    const id = held?.id ?? newId();
    const kept = await files.keep(shelf, store.space, id);
    if (typeof kept === 'string') return [{ name: 'files', message: kept }];
    const {
      followUp: _before,
      organisation: _old,
      files: _files,
      ...fresh
    } = held?.note ?? newNote(name, text.trim(), locale, today);
    await keeper.keep(
      {
        ...fresh,
        withName: name,
        text: text.trim(),
        ...(followUp === '' ? {} : { followUp, followedUp: false }),
        ...(organisation === '' ? {} : { organisation }),
        ...(props.person === undefined ? {} : { person: props.person }),
        ...(kept.length === 0 ? {} : { files: kept }),
      },
      id,
    );
    props.onDone();
    return undefined;
  };
  return (
    <div className={css['log']}>
      <p className={css['who']}>
        <Icon name="lock" size={18} /> {t('people.only-you')}
      </p>
      <Form label={t('people.log')} submit={t('people.log-do')} onSubmit={submit} onCancel={props.onCancel}>
        <TextField
          name="with"
          label={t('people.with')}
          value={withName}
          onChange={setWithName}
          maxLength={300}
          {...(props.withName === undefined ? { autoFocus: true } : {})}
        />
        <TextField
          name="text"
          label={t('people.take-away')}
          rows={3}
          value={text}
          onChange={setText}
          maxLength={5_000}
          optional
          {...(props.withName === undefined ? {} : { autoFocus: true })}
        />
        <TextField
          name="follow"
          label={t('people.follow-up')}
          type="date"
          value={followUp}
          onChange={setFollowUp}
          size={12}
          optional
        />
        <NoteFiles files={files} />
        {organisations.length > 0 && (
          <details>
            <summary>{t('people.more-details')}</summary>
            <SelectField
              label={t('people.organisation')}
              none={t('people.no-organisation')}
              options={organisations}
              value={organisation}
              onChange={setOrganisation}
            />
          </details>
        )}
      </Form>
    </div>
  );
}
