import { MAIL_KIND, type Mail, readingLines } from '@tablee/domain/modules/mail';
import { type Running, stateIn } from '@tablee/domain/modules/reading';
import { REQUEST_KIND, requestState, subjectOf } from '@tablee/domain/modules/request';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale, useText } from '#locale/use-text.tsx';
import { Note, Said } from '#page/note.tsx';
import { useAct, useOpenSpace, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { go } from '#ui/location.ts';
import { Prose } from '#ui/prose.tsx';
import { Facts, PanelSection, SidePanel } from '#ui/side-panel.tsx';
import { StateLine } from '#ui/state-line.tsx';
import { AttachMail, LetterOfMail } from './mail-keep.tsx';
import { NoteAnswer } from './mail-note.tsx';
import type { MailText } from './use-mails.ts';

/** Props of {@link MailPanel}. */
export interface MailPanelProps {
  readonly mail: Running<Mail>;
  /** What the server holds of it. */
  readonly text: MailText | undefined;
  readonly isOffline: boolean;
  /** Where closing leads. */
  readonly address: string;
}

type Open = 'note' | 'letter' | 'attach';

/** One e-mail: who writes what, what was read in it, and where it goes. */
export function MailPanel({ mail, text, isOffline, address }: MailPanelProps): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const [open, setOpen] = useState<Open>();
  const [said, setSaid] = useState('');
  const close = (): void => setOpen(undefined);
  const done = (words: string): void => {
    close();
    setSaid(words);
  };
  const shared = { mail, text, onDone: done, onCancel: close };
  return (
    <SidePanel
      title={format.text(text?.subject || MAIL_KIND[mail.state.kind][locale])}
      kicker={format.text(MAIL_KIND[mail.state.kind][locale])}
      onClose={() => go(address, { replace: true })}
      returnFocusTo={`row-${mail.id}`}
    >
      {said !== '' && <Said>{said}</Said>}
      <About mail={mail} text={text} />
      <Reading mail={mail} />
      {open === undefined && <Acts mail={mail} text={text} onOpen={setOpen} onDone={done} />}
      {open === 'note' && <NoteAnswer {...shared} />}
      {open === 'letter' && <LetterOfMail {...shared} />}
      {open === 'attach' && <AttachMail {...shared} />}
      {text === undefined && <Note>{t(isOffline ? 'mail.offline' : 'mail.past')}</Note>}
      {text?.withheld === true && <StateLine state={{ kind: 'withdrawn' }} />}
      {text !== undefined && !text.withheld && <Words text={text} />}
    </SidePanel>
  );
}

function About({ mail, text }: Pick<MailPanelProps, 'mail' | 'text'>): ReactNode {
  const view = useView();
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  const { state } = mail;
  const person = state.person === null ? undefined : people.find(state.person)?.name;
  const asked = stateIn(view, requestState, state.request ?? undefined);
  const sender = [text?.name, text?.sender].filter(Boolean).join(' · ');
  const request = asked && `${REQUEST_KIND[asked.kind][locale]} : ${subjectOf(view, asked, locale).title}`;
  return (
    <>
      <Facts
        items={[
          { key: 'from', term: t('mail.from'), value: sender || (person ?? '') },
          ...(request === undefined
            ? []
            : [{ key: 'request', term: t('mail.to-request'), value: format.text(request) }]),
          { key: 'arrived', term: t('mail.arrived'), value: format.date(state.at.slice(0, 10)) },
        ]}
      />
      {state.kind === 'bounce' && <Note>{t('mail.bounced', { name: person ?? t('mail.somebody') })}</Note>}
      {state.kind === 'answer' && !state.fromAsked && <Note>{t('mail.from-other')}</Note>}
    </>
  );
}

/** What was read as an answer: a proposal, with what happens to it. */
function Reading({ mail }: { readonly mail: Running<Mail> }): ReactNode {
  const view = useView();
  const people = usePeople();
  const { t, locale } = useLocale();
  const { state } = mail;
  const asked = stateIn(view, requestState, state.request ?? undefined);
  if (state.kind !== 'answer' || asked === undefined) return null;
  const lines = state.said === null ? [] : readingLines(view, asked, state.said, locale);
  const name = (state.person === null ? undefined : people.find(state.person)?.name) ?? t('mail.somebody');
  if (lines.length === 0) return asked.kind === 'comment' ? null : <Note>{t('mail.nothing-read')}</Note>;
  return (
    <PanelSection title={t('mail.read')}>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <strong>{line}</strong>
          </li>
        ))}
      </ul>
      {state.fromAsked && state.state === 'waiting' && <Note>{t('mail.asked-back', { name })}</Note>}
    </PanelSection>
  );
}

function Acts({
  mail,
  text,
  onOpen,
  onDone,
}: Pick<MailPanelProps, 'mail' | 'text'> & {
  readonly onOpen: (open: Open) => void;
  readonly onDone: (words: string) => void;
}): ReactNode {
  const t = useText();
  const act = useAct();
  const { id, circle, state } = mail;
  const issue = async (verb: string, payload: { as: string } | object, words: string): Promise<void> => {
    await act.command(`mail.${verb}`, { entity: id, circle }, { ...payload });
    onDone(words);
  };
  if (state.state === 'discarded')
    return (
      <ActionRow>
        <ActionButton onPress={() => void issue('restore', {}, '')}>{t('mail.restore')}</ActionButton>
      </ActionRow>
    );
  if (state.state !== 'waiting') return null;
  const isAnswer = state.kind === 'answer';
  const hasWords = text !== undefined && !text.withheld;
  return (
    <>
      <ActionRow>
        {state.kind !== 'bounce' && (
          <ActionButton kind={isAnswer ? 'primary' : 'secondary'} onPress={() => onOpen('note')}>
            {t('mail.note')}
          </ActionButton>
        )}
        {hasWords && state.kind !== 'bounce' && circle === 'secretariat' && (
          <ActionButton onPress={() => onOpen('letter')}>{t('mail.letter')}</ActionButton>
        )}
        {hasWords && state.kind !== 'bounce' && (
          <ActionButton onPress={() => onOpen('attach')}>{t('mail.attach')}</ActionButton>
        )}
      </ActionRow>
      <ActionRow>
        <ActionButton kind="quiet" onPress={() => void issue('sort', { as: 'noted' }, t('mail.done'))}>
          {t('mail.seen')}
        </ActionButton>
        <ActionButton kind="quiet" onPress={() => void issue('discard', {}, t('mail.discarded'))}>
          {t('mail.discard')}
        </ActionButton>
      </ActionRow>
    </>
  );
}

function Words({ text }: { readonly text: MailText }): ReactNode {
  const { t, locale } = useLocale();
  const { store } = useOpenSpace();
  const words = text.words || text.text;
  return (
    <>
      {!text.whole && <Note>{t('mail.too-large')}</Note>}
      <PanelSection title={t('mail.words')}>
        <Prose text={words} lang={locale} />
        {text.words !== '' && text.text !== text.words && (
          <details>
            <summary>{t('mail.all')}</summary>
            <Prose text={text.text} lang={locale} />
          </details>
        )}
      </PanelSection>
      {text.files.length > 0 && (
        <PanelSection title={t('mail.files')}>
          <ul>
            {text.files.map((file, index) => (
              <li key={`${index} ${file.name}`}>
                {file.type === undefined ? (
                  t('mail.file-refused', { name: file.name })
                ) : (
                  <a href={`/api/spaces/${store.space}/mails/${text.id}/files/${index}`} download={file.name}>
                    {file.name}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </PanelSection>
      )}
    </>
  );
}
