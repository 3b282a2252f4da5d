import { processCommand } from '@tablee/domain/kernel';
import {
  currentVersion,
  type ReadVersion,
  versionIn,
  type Wording,
  type WordingKind,
  type WordingVersion,
  wordingOf,
} from '@tablee/domain/modules/wording';
import { type ReactNode, useState } from 'react';
import { Stack } from '#page/note.tsx';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useLanguages } from '../register/use-languages.ts';
import { AskByLink } from '../request/ask-by-link.tsx';
import { Comments } from '../request/comments.tsx';
import { useAct, usePeople, useView } from '../sync/use-space.ts';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { ForWriters } from '../ui/for-writers.tsx';
import { Form } from '../ui/form.tsx';
import { Prose } from '../ui/prose.tsx';
import { Section } from '../ui/sentence-list.tsx';
import { EmptyState, StateLine } from '../ui/state-line.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PositionForm } from './position-form.tsx';
import { PositionList } from './position-list.tsx';
import { useMyOrganisations } from './use-organisations.ts';
import { VersionCompare } from './version-compare.tsx';

/** Props of {@link WordingDocument}. */
export interface WordingDocumentProps {
  readonly kind: WordingKind;
  /** What an empty page teaches: what this is for, an example, the first step. */
  readonly empty: string;
  /** The circle of a new text. */
  readonly circle?: string;
  /** Shows the text in a way of its own: a room marks words in it. */
  readonly shown?: (version: ReadVersion) => ReactNode;
  /** What a first version starts with: sentences to keep or to change. */
  readonly starter?: string;
}

type Open = 'propose' | 'position' | 'translate' | 'compare';

/** A text that partners word together: the version that is talked about, positions bound to it, what changed. */
export function WordingDocument({
  kind,
  empty,
  circle = 'partners',
  shown,
  starter,
}: WordingDocumentProps): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const found = wordingOf(view, kind);
  const version = found && currentVersion(found.state);
  const mine = useMyOrganisations();
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  if (found === undefined || version === undefined)
    return open === 'propose' ? (
      <Propose kind={kind} circle={circle} starter={starter} onDone={close} />
    ) : (
      <EmptyState
        action={
          <ActionButton kind="primary" onPress={() => setOpen('propose')}>
            {t('wording.first')}
          </ActionButton>
        }
      >
        {empty}
      </EmptyState>
    );
  const target = { id: found.id, circle, state: found.state, version };
  return (
    <>
      <Stack tight>
        <VersionText version={version} show={shown} />
        {open === undefined && <Actions target={target} onOpen={setOpen} />}
      </Stack>
      {open !== undefined && (
        <div className="opened">
          {open === 'propose' && <Propose kind={kind} circle={circle} target={target} onDone={close} />}
          {open === 'translate' && <Translate target={target} onDone={close} />}
          {open === 'compare' && <VersionCompare state={found.state} version={version} onDone={close} />}
          {open === 'position' && <Take target={target} onDone={close} />}
        </div>
      )}
      <Section title={t('wording.positions')}>
        <PositionList noun="wording" id={found.id} circle={circle} state={found.state} />
        {open === undefined && mine.length > 0 && (
          <AskByLink kind="position" subject={found.id} version={version.number} circle={found.circle} />
        )}
      </Section>
      <Comments subject={found.id} version={version.number} circle={found.circle} />
    </>
  );
}

interface Target {
  readonly id: string;
  readonly circle: string;
  readonly state: Wording;
  readonly version: WordingVersion;
}

function VersionText({
  version,
  show,
}: {
  readonly version: WordingVersion;
  readonly show: WordingDocumentProps['shown'];
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const people = usePeople();
  const shown = versionIn(version, locale);
  const by = people.find(version.by)?.name ?? t('record.somebody');
  return (
    <article>
      <Stack tight>
        {shown === undefined ? (
          <StateLine state={{ kind: 'erased', date: '' }} />
        ) : (
          (show?.(shown) ?? <Prose text={shown.text} lang={shown.lang} shared lead />)
        )}
        {shown && shown.lang !== locale && (
          <StateLine state={{ kind: 'untranslated', language: shown.lang }} />
        )}
        <p className="note">
          {t('wording.version-by', { n: version.number, by, when: format.moment(version.at) })}
        </p>
      </Stack>
    </article>
  );
}

function Actions({
  target,
  onOpen,
}: {
  readonly target: Target;
  readonly onOpen: (open: Open) => void;
}): ReactNode {
  const { t } = useLocale();
  const languages = useLanguages();
  const mine = useMyOrganisations();
  const untranslated = languages.some((lang) => target.version.texts[lang] === undefined);
  return (
    <ActionRow>
      {mine.length > 0 && (
        <ActionButton kind="primary" onPress={() => onOpen('position')}>
          {t('wording.give')}
        </ActionButton>
      )}
      <ForWriters>
        <ActionButton onPress={() => onOpen('propose')}>{t('wording.propose')}</ActionButton>
        {untranslated && (
          <ActionButton kind="quiet" onPress={() => onOpen('translate')}>
            {t('wording.translate')}
          </ActionButton>
        )}
      </ForWriters>
      {target.version.number > 1 && (
        <ActionButton kind="quiet" onPress={() => onOpen('compare')}>
          {t('wording.compare')}
        </ActionButton>
      )}
    </ActionRow>
  );
}

function Propose(props: {
  readonly kind: WordingKind;
  readonly circle: string;
  readonly target?: Target;
  readonly starter?: string | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const { target } = props;
  const { t, locale } = useLocale();
  const act = useAct();
  const [seen] = useState(target);
  const shown = seen && versionIn(seen.version, locale);
  const lang = shown?.lang ?? locale;
  const [text, setText] = useState(shown?.text ?? props.starter ?? '');
  const submit = async () => {
    if (text.trim() === '') return [{ name: 'text', message: t('record.expected.something') }];
    const ticket = act.ticket();
    const command =
      seen === undefined
        ? processCommand(
            ticket,
            'wording.open',
            { entity: act.newId(), circle: props.circle },
            {
              kind: props.kind,
              text: text.trim(),
              lang,
            },
          )
        : processCommand(
            ticket,
            'wording.propose',
            { entity: seen.id, circle: seen.circle },
            {
              after: seen.version.number,
              text: text.trim(),
              lang,
            },
          );
    await act.issue(command);
    props.onDone();
    return undefined;
  };
  return (
    <Form
      label={t('wording.propose')}
      submit={t('wording.propose-do')}
      onSubmit={submit}
      onCancel={props.onDone}
    >
      <TextField
        name="text"
        label={t('wording.text')}
        hint={seen ? t('wording.text-hint') : t('wording.text-hint-first')}
        rows={6}
        value={text}
        onChange={setText}
        lang={lang}
        autoFocus
        shared
      />
    </Form>
  );
}

function Translate({ target, onDone }: { readonly target: Target; readonly onDone: () => void }): ReactNode {
  const { t, locale } = useLocale();
  const act = useAct();
  const languages = useLanguages();
  const lang = [locale, ...languages].find((code) => target.version.texts[code] === undefined) ?? locale;
  const [text, setText] = useState('');
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang;
  return (
    <Form
      label={t('wording.translate')}
      submit={t('wording.translate-do')}
      onCancel={onDone}
      onSubmit={async () => {
        if (text.trim() === '') return [{ name: 'text', message: t('record.expected.something') }];
        await act.command(
          'wording.translate',
          { entity: target.id, circle: target.circle },
          {
            version: target.version.number,
            text: text.trim(),
            lang,
          },
        );
        onDone();
        return undefined;
      }}
    >
      <TextField
        name="text"
        label={t('wording.translation-in', { language: name })}
        rows={6}
        value={text}
        onChange={setText}
        lang={lang}
        autoFocus
        shared
      />
    </Form>
  );
}

function Take({ target, onDone }: { readonly target: Target; readonly onDone: () => void }): ReactNode {
  const act = useAct();
  const [{ id, circle, state, version }] = useState(target);
  return (
    <PositionForm
      subject={id}
      positions={state.positions}
      onDone={onDone}
      onGive={(position) =>
        act.command('wording.take', { entity: id, circle }, { ...position, version: version.number })
      }
    />
  );
}
