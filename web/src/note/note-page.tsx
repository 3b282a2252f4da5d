import { isObject } from '@tablee/domain/kernel';
import { newNote, noteValue } from '@tablee/domain/modules/conversation';
import { type PersonalItem, path, type SpaceLine } from '@tablee/domain/protocol';
import { type ReactNode, useEffect, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { now, today } from '#page/clock.ts';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { Fault, request } from '../sync/api.ts';
import { sendNoteFiles } from '../sync/file-queue.ts';
import { newId } from '../sync/id.ts';
import { shelfOf } from '../sync/shelves.ts';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import css from './log-form.module.css';
import { NoteFiles } from './note-files.tsx';
import { forgetShared, sharedFiles } from './shared-files.ts';
import { useNoteFiles } from './use-note-files.ts';

/** The partnership in which this device noted last. */
const LAST = 'tablee-note-space';

const isLine = (value: unknown): value is SpaceLine =>
  isObject(value) && typeof value['space'] === 'string' && typeof value['title'] === 'string';
const linesIn = (value: unknown): readonly SpaceLine[] => (Array.isArray(value) ? value.filter(isLine) : []);

/** My partnerships as this device knows them; asked of the server only where it knows none. */
const spacesOf = async (account: string): Promise<readonly SpaceLine[]> => {
  const held = linesIn(await (await shelfOf(account)).note('spaces'));
  if (held.length > 0) return held;
  const asked = await request('GET', path.spaces).catch((fault: unknown) => {
    if (fault instanceof Fault) return [];
    throw fault;
  });
  return linesIn(asked);
};

/** What another app handed over (text, title, address), as the first words of a note. */
const handedOver = (): string => {
  const given = new URLSearchParams(location.search);
  return ['title', 'text', 'url'].flatMap((name) => given.get(name)?.trim() || []).join('\n');
};

/** The server had to answer a share, since no service worker was there to take it. */
const isLost = (): boolean => new URLSearchParams(location.search).has('lost');

/** Puts a note on this device, then on the server if it is there; else it goes up when the partnership is opened. */
const keep = async (account: string, space: string, item: PersonalItem): Promise<void> => {
  const shelf = await shelfOf(account);
  await shelf.putPersonal(space, item, false);
  localStorage.setItem(LAST, space);
  await forgetShared();
  void sendNoteFiles(account, space, item.id)
    .then(() => request('PUT', `${path.personal(space)}/${item.id}`, item))
    .then(() => shelf.putPersonal(space, item, true))
    .catch((fault: unknown) => {
      if (!(fault instanceof Fault)) throw fault;
    });
};

/** A conversation noted straight from the home screen of a phone, before any partnership is opened. Readable by me alone. */
export function NotePage({ account }: { readonly account: string }): ReactNode {
  const { t } = useLocale();
  const [coming] = useState(() => spacesOf(account));
  const [spaces, setSpaces] = useState<readonly SpaceLine[]>();
  useEffect(() => {
    void coming.then(setSpaces);
  }, [coming]);
  const [chosen, setChosen] = useState(() => localStorage.getItem(LAST) ?? '');
  const [kept, setKept] = useState<string>();
  const spaceIn = (lines: readonly SpaceLine[]): string | undefined =>
    (lines.find((line) => line.space === chosen) ?? lines[0])?.space;
  const space = spaceIn(spaces ?? []);
  return (
    <>
      <PageHead title={t('app.note')} />
      {isLost() && <p role="alert">{t('file.note-shared-gone')}</p>}
      {spaces?.length === 0 && <p>{t('app.note-nowhere')}</p>}
      {kept === undefined ? (
        spaces?.length !== 0 && (
          <NoteForm
            account={account}
            spaces={spaces ?? []}
            space={space}
            find={async () => spaceIn(await coming)}
            onSpace={setChosen}
            onKept={setKept}
          />
        )
      ) : (
        <Kept at={kept} space={space} onNext={() => setKept(undefined)} />
      )}
    </>
  );
}

function NoteForm(props: {
  readonly account: string;
  readonly spaces: readonly SpaceLine[];
  readonly space: string | undefined;
  /** The partnership to note in; a slow phone may still be looking for it when the words are there. */
  readonly find: () => Promise<string | undefined>;
  readonly onSpace: (space: string) => void;
  readonly onKept: (at: string) => void;
}): ReactNode {
  const { space, spaces } = props;
  const { t, locale } = useLocale();
  const [withName, setWithName] = useState('');
  const [text, setText] = useState(handedOver);
  const [followUp, setFollowUp] = useState('');
  const files = useNoteFiles(undefined, sharedFiles);
  const [id] = useState(newId);
  const submit = async () => {
    const [name, words] = [withName.trim(), text.trim()];
    if (name === '' && words === '' && files.fresh.length === 0)
      return [{ name: 'with', message: t('app.note-missing') }];
    const into = await props.find();
    if (into === undefined) return [{ name: 'with', message: t('app.note-nowhere') }];
    const kept = await files.keep(await shelfOf(props.account), into, id);
    if (typeof kept === 'string') return [{ name: 'files', message: kept }];
    const note = newNote(name || t('app.note-somebody'), words, locale, today());
    const value = noteValue({
      ...note,
      ...(followUp === '' ? {} : { followUp, followedUp: false }),
      ...(kept.length === 0 ? {} : { files: kept }),
    });
    const item: PersonalItem = {
      id,
      kind: 'conversation',
      value,
      expires: note.expires,
      changedAt: now(),
    };
    await keep(props.account, into, item);
    props.onKept(item.changedAt);
    return undefined;
  };
  return (
    <div className={css['log']}>
      <p className={css['who']}>
        <Icon name="lock" size={18} /> {t('app.note-mine')}
      </p>
      <Form label={t('app.note')} submit={t('app.note-do')} onSubmit={submit}>
        <TextField
          name="with"
          label={t('app.note-with')}
          value={withName}
          onChange={setWithName}
          maxLength={300}
          autoFocus
        />
        <TextField
          name="text"
          label={t('app.note-text')}
          rows={3}
          value={text}
          onChange={setText}
          maxLength={5_000}
          optional
        />
        <TextField
          name="follow"
          label={t('app.note-follow')}
          type="date"
          value={followUp}
          onChange={setFollowUp}
          size={12}
          optional
        />
        <NoteFiles files={files} />
        {spaces.length > 1 && (
          <SelectField
            label={t('app.note-space')}
            none={t('app.note-space')}
            options={spaces.map((line) => ({ value: line.space, label: line.title }))}
            value={space ?? ''}
            onChange={props.onSpace}
          />
        )}
      </Form>
    </div>
  );
}

function Kept(props: {
  readonly at: string;
  readonly space: string | undefined;
  readonly onNext: () => void;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  return (
    <>
      <p role="status">{t('app.note-kept', { time: format.time(props.at) })}</p>
      <ActionRow>
        <ActionButton kind="primary" onPress={props.onNext}>
          {t('app.note-next')}
        </ActionButton>
        {props.space !== undefined && (
          <ActionButton href={`${addressOf(props.space, 'people')}?view=talks`}>
            {t('app.note-all')}
          </ActionButton>
        )}
      </ActionRow>
    </>
  );
}
