import { isObject } from '@tablee/domain/kernel';
import { type NewSpace, path, type SpaceLine } from '@tablee/domain/protocol';
import { type ReactNode, useEffect, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { Fault, request } from '../sync/api.ts';
import { openFile } from '../sync/archive.ts';
import { newId } from '../sync/id.ts';
import { shelfOf } from '../sync/shelves.ts';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { ChoiceMany } from '../ui/choice.tsx';
import { FileDrop, type FileItem } from '../ui/file-drop.tsx';
import { Form } from '../ui/form.tsx';
import { Link } from '../ui/link.tsx';
import { useLocation } from '../ui/location.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Ring } from '../ui/ring.tsx';
import { SentenceList } from '../ui/sentence-list.tsx';
import { EmptyState } from '../ui/state-line.tsx';
import { TextField } from '../ui/text-field.tsx';
import { addressOf } from './address.ts';
import { PlainPage } from './plain-page.tsx';
import { useSession } from './session.tsx';

const isLine = (value: unknown): value is SpaceLine =>
  isObject(value) && typeof value['space'] === 'string' && typeof value['title'] === 'string';

const linesOf = (value: unknown): readonly SpaceLine[] => (Array.isArray(value) ? value.filter(isLine) : []);

/** My partnerships: from this device at once, from the server when it answers. */
const useSpaces = (account: string | undefined): readonly SpaceLine[] | undefined => {
  const [lines, setLines] = useState<readonly SpaceLine[]>();
  useEffect(() => {
    if (account === undefined) return;
    void (async () => {
      const shelf = await shelfOf(account);
      const held = linesOf(await shelf.note('spaces'));
      if (held.length > 0) setLines((now) => now ?? held);
      try {
        const answer = await request('GET', path.spaces);
        setLines(linesOf(answer));
        await shelf.putNote('spaces', answer);
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault;
        setLines((now) => now ?? held);
      }
    })();
  }, [account]);
  return lines;
};

/** The first page after signing in: one sentence per partnership, and the way to begin one. */
export default function HomePage(): ReactNode {
  const { answer } = useSession();
  const { t } = useLocale();
  const lines = useSpaces(answer?.account?.id);
  const [creating, setCreating] = useState(false);
  const [, go] = useLocation();
  const create = (
    <ActionButton kind="primary" onPress={() => setCreating(true)}>
      {t('app.create')}
    </ActionButton>
  );
  return (
    <PlainPage>
      <PageHead
        title={t(creating ? 'app.create' : 'app.home')}
        {...(lines && lines.length > 0 && !creating ? { action: create } : {})}
      />
      {creating && (
        <CreateForm onCancel={() => setCreating(false)} onDone={(space) => go(addressOf(space))} />
      )}
      {!creating && lines?.length === 0 && (
        <EmptyState
          action={
            <ActionRow>
              {create}
              <SampleButton />
            </ActionRow>
          }
        >
          {t('app.home-empty')}
        </EmptyState>
      )}
      {!creating && lines && lines.length > 0 && (
        <>
          <Spaces lines={lines} />
          {!lines.some((line) => line.sample) && <SampleButton />}
        </>
      )}
      {!creating && <OpenFile onDone={(space) => go(addressOf(space))} />}
      {!creating && answer?.account?.steward && (
        <p>
          <Link href="/installation">{t('app.installation')}</Link>
        </p>
      )}
    </PlainPage>
  );
}

function Spaces({ lines }: { readonly lines: readonly SpaceLine[] }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const ring = (line: SpaceLine) =>
    ([1, 2, 3, 4] as const).map((number) => ({
      number,
      state:
        number === line.phase
          ? ('current' as const)
          : number < line.phase
            ? ('reached' as const)
            : ('ahead' as const),
    }));
  return (
    <SentenceList
      label={t('app.home')}
      items={lines.map((line) => ({
        key: line.space,
        sign: <Ring phases={ring(line)} size={40} />,
        text: (
          <Link href={addressOf(line.space)}>
            <strong>{format.text(line.title)}</strong>
          </Link>
        ),
        note: [
          line.ended
            ? t('app.line-ended')
            : t(
                `app.line-phase.${line.phase === 2 ? '2' : line.phase === 3 ? '3' : line.phase === 4 ? '4' : '1'}`,
              ),
          ...(line.cycle > 1 ? [t('app.line-cycle', { n: line.cycle })] : []),
          ...(line.sample ? [t('app.line-sample')] : []),
        ].join(', '),
      }))}
    />
  );
}

/** Opens a partnership from its one file: verified by the server before anything enters. */
function OpenFile({ onDone }: { readonly onDone: (space: string) => void }): ReactNode {
  const { t } = useLocale();
  const [item, setItem] = useState<FileItem>();
  const open = async (file: File): Promise<void> => {
    const entry = { id: file.name, name: file.name };
    setItem({ ...entry, state: 'sending', share: '' });
    try {
      onDone(await openFile(file));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      setItem({
        ...entry,
        state: 'refused',
        reason: fault.status === 0 ? t('app.needs-network') : fault.message,
      });
    }
  };
  return (
    <details>
      <summary>{t('app.open-file')}</summary>
      <FileDrop
        label={t('app.open-file-label')}
        accept=".tablee"
        items={item ? [item] : []}
        onFiles={(files) => files[0] && void open(files[0])}
        onRemove={() => setItem(undefined)}
        maxSize={t('app.open-file-limit')}
        kinds=".tablee"
      />
    </details>
  );
}

function SampleButton(): ReactNode {
  const { t } = useLocale();
  const [, go] = useLocation();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const visit = async (): Promise<void> => {
    setBusy(true);
    try {
      const answer = await request('POST', '/api/samples/valley-water');
      if (isObject(answer) && typeof answer['space'] === 'string') go(addressOf(answer['space']));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ActionButton busy={busy} onPress={() => void visit()}>
        {t('app.sample')}
      </ActionButton>
      {failed && (
        <p role="alert" className="note">
          {t('app.needs-network')}
        </p>
      )}
    </>
  );
}

/** A working name from the sentence: its first part where a comma ends one, else its first words and that they go on. */
const nameFrom = (problem: string): string => {
  const [part = ''] = problem.trim().split(/[,;:.!?]/);
  const words = part.split(/\s+/);
  return words.length > 6 ? `${words.slice(0, 6).join(' ')}…` : part;
};

/** One sentence first; name, place and languages are proposed and can wait. */
function CreateForm(props: {
  readonly onCancel: () => void;
  readonly onDone: (space: string) => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const [problem, setProblem] = useState('');
  const [title, setTitle] = useState<string>();
  const [place, setPlace] = useState('');
  const [languages, setLanguages] = useState<readonly string[]>([locale]);
  const [space] = useState(newId);
  const submit = async () => {
    if (problem.trim() === '') return [{ name: 'problem', message: t('app.problem-missing') }];
    const asked: NewSpace = {
      space,
      title: (title ?? '').trim() || nameFrom(problem),
      problem: problem.trim(),
      language: locale,
      languages: languages.length > 0 ? languages : [locale],
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
      ...(place.trim() === '' ? {} : { place: place.trim() }),
    };
    try {
      await request('POST', path.spaces, asked);
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      return [{ name: 'problem', message: fault.status === 0 ? t('app.needs-network') : fault.message }];
    }
    props.onDone(space);
    return undefined;
  };
  return (
    <Form submit={t('app.create-do')} onSubmit={submit} onCancel={props.onCancel} label={t('app.create')}>
      <TextField
        name="problem"
        label={t('app.problem')}
        hint={t('app.problem-hint')}
        rows={3}
        value={problem}
        onChange={setProblem}
        autoFocus
        shared
      />
      <TextField
        name="title"
        label={t('app.title')}
        optional
        value={title ?? nameFrom(problem)}
        onChange={setTitle}
      />
      <details>
        <summary>{t('app.create-more')}</summary>
        <div className="later">
          <TextField name="place" label={t('app.place')} optional value={place} onChange={setPlace} />
          <ChoiceMany
            name="languages"
            label={t('app.languages')}
            options={['fr', 'en', 'de', 'es', 'pt', 'ar', 'ny', 'wo'].map((code) => ({
              value: code,
              label: new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code,
            }))}
            values={languages}
            onChange={setLanguages}
          />
        </div>
      </details>
    </Form>
  );
}
