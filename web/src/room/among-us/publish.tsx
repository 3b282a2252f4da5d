import { type FileRef, type JsonObject, PARTNER_ROLES, textOf } from '@tablee/domain/kernel';
import { fileIn, type Group, type GroupPaper, type GroupPosition } from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { bytesOf } from '#file/file-bytes.ts';
import { useKeepFile } from '#file/use-keep-file.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { useCircles } from '#register/use-circles.ts';
import { useAct, useOpenSpace, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { CircleSelector } from '#ui/circle-selector.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Prose } from '#ui/prose.tsx';
import css from './among-us.module.css';
import { delegatesText } from './delegates-text.ts';
import { useGroupAct, useNameOf } from './use-group.ts';

/** What goes out: the exact words, and what they are in the room. */
interface Going {
  readonly what: 'position' | 'delegates' | 'paper';
  readonly of: string;
  readonly version?: number;
  readonly title: string;
  readonly text: string;
  readonly lang: string;
  readonly file?: FileRef | undefined;
  readonly facts?: JsonObject;
}

interface PublishProps {
  readonly held: Running<Group>;
  readonly onDone: () => void;
}

/** Publishes the version that the group confirmed, with how it agreed. */
export function PublishPosition({
  position,
  ...props
}: PublishProps & { readonly position: GroupPosition }): ReactNode {
  const { t } = useLocale();
  const [{ confirmed, versions, about, title, id }] = useState(position);
  const version = versions.find(({ number }) => number === confirmed?.version);
  const text = textOf(version?.text ?? undefined);
  if (confirmed === null || version === undefined || text === undefined) return null;
  return (
    <Publish
      {...props}
      going={{
        what: 'position',
        of: id,
        version: version.number,
        title: textOf(title ?? undefined) ?? t('group.position'),
        text,
        lang: version.lang,
        facts: {
          confirmed: { how: confirmed.how, on: confirmed.on },
          ...(about === null ? {} : { about }),
        },
      }}
    />
  );
}

/** Publishes a paper; its file is sent again, to those who will read it now. */
export function PublishPaper({ paper, ...props }: PublishProps & { readonly paper: GroupPaper }): ReactNode {
  const { t, locale } = useLocale();
  const title = textOf(paper.title ?? undefined) ?? t('group.erased');
  const text = textOf(paper.text ?? undefined) ?? title;
  const file = fileIn(paper.file);
  return <Publish {...props} going={{ what: 'paper', of: paper.id, title, text, lang: locale, file }} />;
}

/** Publishes who speaks for the group today, and until when. */
export function PublishDelegates(props: PublishProps): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const nameOf = useNameOf();
  const text = delegatesText(props.held.state, today(), {
    nameOf,
    until: (day) => t('group.until', { date: format.date(day) }),
  });
  return (
    <Publish
      {...props}
      going={{ what: 'delegates', of: props.held.id, title: t('group.delegates-title'), text, lang: locale }}
    />
  );
}

/** Who may be told: all partners, or the core group alone where I am in it. */
const OUTSIDE: readonly string[] = ['partners', 'core'];

/** The deliberate act: the words as they will stand, who will read them, and that copies cannot be called back. */
function Publish({ held, going, onDone }: PublishProps & { readonly going: Going }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const circles = useCircles().filter(({ id }) => OUTSIDE.includes(id));
  const [circle, setCircle] = useState('partners');
  const send = useSend(held, going, circle);
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const name = format.text(textOf(held.state.name ?? undefined) ?? t('group.nameless'));
  const publish = async (): Promise<void> => {
    setBusy(true);
    try {
      await send();
      onDone();
    } catch {
      setFault(t('group.file-needs-network'));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      title={t('group.publish-title')}
      onClose={onDone}
      actions={
        <>
          <ActionButton kind="primary" busy={busy} onPress={() => void publish()}>
            {t('group.publish-do')}
          </ActionButton>
          <ActionButton onPress={onDone}>{t('ui.cancel')}</ActionButton>
        </>
      }
    >
      {circles.length > 1 && (
        <CircleSelector circles={circles.toReversed()} value={circle} onChange={setCircle} />
      )}
      <p>
        {t('group.publish-who', {
          circle: circles.find(({ id }) => id === circle)?.label ?? t('group.partners'),
          group: name,
        })}
      </p>
      <div className={css['exact']}>
        <h3>{format.text(going.title)}</h3>
        {going.text !== going.title && <Prose text={going.text} lang={going.lang} shared />}
        {going.file && <p>{going.file.name}</p>}
      </div>
      <p className="note">{t('group.publish-copies')}</p>
      {fault !== undefined && <p role="alert">{fault}</p>}
    </Dialog>
  );
}

/** A statement in the wider circle, then the note in the room of what left. */
const useSend = (held: Running<Group>, going: Going, circle: string): (() => Promise<void>) => {
  const act = useAct();
  const you = useYou();
  const group = useGroupAct(held);
  const widened = useWidened();
  const { state } = held;
  const speaks =
    state.organisation !== null &&
    you?.organisation === state.organisation &&
    PARTNER_ROLES.some((role) => you.roles.includes(role));
  return async () => {
    const file = going.file && (await widened(circle, going.file));
    const id = act.newId();
    await act.command(
      'statement.publish',
      { entity: id, circle },
      {
        kind: going.what,
        group: textOf(state.name ?? undefined) ?? '?',
        title: going.title.slice(0, 300),
        text: going.text,
        lang: going.lang,
        ...going.facts,
        ...(speaks && state.organisation !== null ? { organisation: state.organisation } : {}),
        ...(file === undefined ? {} : { file: { ...file } }),
      },
    );
    const version = going.version === undefined ? {} : { version: going.version };
    await group.do('release', { what: going.what, of: going.of, as: id, ...version });
  };
};

/** Sends a file of the room again, so that the readers of the wider circle can open it. @throws when it cannot be had. */
const useWidened = (): ((circle: string, held: FileRef) => Promise<FileRef>) => {
  const { store } = useOpenSpace();
  const keep = useKeepFile();
  return async (circle, held) => {
    const bytes = await bytesOf(store, held);
    const taken = bytes && (await keep(circle, new File([bytes], held.name, { type: held.type })));
    if (taken?.ok !== true) throw new Error('the file cannot be had here');
    return taken.ref;
  };
};
