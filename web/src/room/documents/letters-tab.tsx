import { document } from '@tablee/domain/modules/document';
import { LETTER_TEMPLATES, letterCounts, letterheadOf, letterRegister } from '@tablee/domain/modules/letter';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { Guidance } from '#guidance/guidance.tsx';
import { useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { RecordPanel } from '#register/record-panel.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { useLocation, useSearch } from '#ui/location.ts';
import { InPanel } from '#ui/panel-slot.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { DocumentsHead } from './documents-head.tsx';
import { IncomingForm } from './incoming-form.tsx';
import { LateLetters } from './late-letters.tsx';
import { LetterForm } from './letter-form.tsx';
import { LetterPanel } from './letter-panel.tsx';
import type { LetterStart } from './letter-plan.ts';
import { LetterTable } from './letter-table.tsx';
import { LetterheadForm } from './letterhead-form.tsx';
import { SharedLetters } from './shared-letters.tsx';

/** What is open above the register: a letter to write, one to register, the letterhead. */
type Open =
  | { readonly kind: 'write'; readonly start: LetterStart }
  | { readonly kind: 'note'; readonly answers?: string }
  | { readonly kind: 'head' };

/** Letters: the register of the secretariat, and for everybody what was laid open to all. */
export function LettersTab({ thing }: { readonly thing: string | undefined }): ReactNode {
  const you = useYou();
  return you?.roles.includes('secretariat') === true ? (
    <Register thing={thing} />
  ) : (
    <ForPartners thing={thing} />
  );
}

function ForPartners({ thing }: { readonly thing: string | undefined }): ReactNode {
  const { t } = useLocale();
  const readers = useReaders('partners');
  return (
    <>
      <DocumentsHead shown="letters" opening={t('letter.for-partners')} readers={readers} />
      <SharedLetters selected={thing} />
      <SharedPanel thing={thing} />
    </>
  );
}

function SharedPanel({ thing }: { readonly thing: string | undefined }): ReactNode {
  const { store } = useOpenSpace();
  const [, go] = useLocation();
  if (thing === undefined) return null;
  return (
    <InPanel>
      <RecordPanel
        key={thing}
        declaration={document}
        id={thing}
        onClose={() => go(`${addressOf(store.space, 'documents')}?view=letters`, { replace: true })}
        returnFocusTo={`row-${thing}`}
      />
    </InPanel>
  );
}

/** What another room asks for in the address: `?write=designation&for={organisation}`, `?write=listed&to={person}`. */
const useAsked = (): Open | undefined => {
  const asked = new URLSearchParams(useSearch());
  const template = LETTER_TEMPLATES.find((each) => each === asked.get('write'));
  const organisation = asked.get('for');
  if (template === undefined) return undefined;
  const person = asked.get('to');
  return {
    kind: 'write',
    start: {
      template,
      ...(organisation === null ? {} : { organisation }),
      ...(person === null ? {} : { person }),
    },
  };
};

function Register({ thing }: { readonly thing: string | undefined }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const readers = useReaders('secretariat');
  const [, go] = useLocation();
  const [open, setOpen] = useState(useAsked());
  const lines = letterRegister(view, today(), locale);
  const counts = letterCounts(lines);
  const close = (): void => setOpen(undefined);
  const show = (id: string): void => {
    close();
    go(`${addressOf(store.space, 'documents', id)}?view=letters`, { replace: true });
  };
  const write = (
    <ActionButton kind="primary" onPress={() => setOpen({ kind: 'write', start: {} })}>
      {t('letter.write')}
    </ActionButton>
  );
  return (
    <>
      <DocumentsHead
        shown="letters"
        opening={t('letter.opening', { ...counts })}
        readers={readers}
        action={open !== undefined || lines.length === 0 ? undefined : write}
      />
      <Guidance tool="letters" />
      {open?.kind === 'write' && <LetterForm start={open.start} onDone={show} onCancel={close} />}
      {open?.kind === 'note' && <IncomingForm answers={open.answers} onDone={show} onCancel={close} />}
      {open?.kind === 'head' && <LetterheadForm onDone={close} onCancel={close} />}
      {open === undefined && (
        <Stack>
          {lines.length === 0 && <EmptyState action={write}>{t('letter.empty')}</EmptyState>}
          {letterheadOf(view, locale) === undefined && <Note>{t('letter.head-missing')}</Note>}
          <LateLetters
            lines={lines.filter((line) => line.late)}
            onSecond={(line) =>
              setOpen({
                kind: 'write',
                start: { template: 'second', earlier: line.id },
              })
            }
          />
          {lines.length > 0 && <LetterTable lines={lines} selected={thing} />}
          <ActionRow>
            <ActionButton onPress={() => setOpen({ kind: 'note' })}>{t('letter.note')}</ActionButton>
            <ActionButton kind="quiet" onPress={() => setOpen({ kind: 'head' })}>
              {t('letter.head')}
            </ActionButton>
          </ActionRow>
          <SharedLetters selected={thing} />
        </Stack>
      )}
      {thing !== undefined && view.get(thing)?.type !== 'document' && (
        <InPanel>
          <LetterPanel
            key={thing}
            id={thing}
            onClose={() => go(`${addressOf(store.space, 'documents')}?view=letters`, { replace: true })}
            onOpen={show}
            onSecond={() => setOpen({ kind: 'write', start: { template: 'second', earlier: thing } })}
            onNoteAnswer={() => setOpen({ kind: 'note', answers: thing })}
          />
        </InPanel>
      )}
      {thing !== undefined && view.get(thing)?.type === 'document' && <SharedPanel thing={thing} />}
    </>
  );
}
