import { MAIL_KIND, type Mail, mailsSettled, mailsToSort, SORTED_AS } from '@tablee/domain/modules/mail';
import type { Running } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { Text, useFormat, useLocale, useText } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useCopy } from '#request/use-copy.ts';
import { useOpenSpace, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { InPanel } from '#ui/panel-slot.tsx';
import { Section, type Sentence, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { DocumentsHead } from './documents-head.tsx';
import { MailPanel } from './mail-panel.tsx';
import { type Mails, useMails } from './use-mails.ts';

/** How many sorted e-mails are listed. */
const LATEST = 50;
/** How many characters of an e-mail its line shows. */
const SHOWN = 160;

/** What came in by e-mail: what waits to be sorted, the address to forward to, what was sorted. */
export function InboxTab({ thing }: { readonly thing: string | undefined }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const readers = useReaders('secretariat');
  const mails = useMails();
  const row = useRow(mails);
  const waiting = mailsToSort(view);
  const settled = mailsSettled(view).slice(0, LATEST);
  const answers = waiting.filter(({ state }) => state.kind === 'answer').length;
  const selected = [...waiting, ...settled].find(({ id }) => id === thing);
  return (
    <>
      <DocumentsHead
        shown="inbox"
        opening={t('mail.opening', { n: waiting.length, answers })}
        readers={readers}
      />
      <Stack>
        <Address mails={mails} />
        {waiting.length === 0 && <EmptyState>{t('mail.empty')}</EmptyState>}
        {waiting.length > 0 && (
          <Section title={t('mail.waiting')} id="mail-waiting">
            <SentenceList labelledBy="mail-waiting" items={waiting.map(row)} />
          </Section>
        )}
        {settled.length > 0 && (
          <Section title={t('mail.settled')} id="mail-settled">
            <SentenceList labelledBy="mail-settled" items={settled.map(row)} />
          </Section>
        )}
      </Stack>
      {selected !== undefined && (
        <InPanel>
          <MailPanel
            key={selected.id}
            mail={selected}
            text={mails?.byId.get(selected.id)}
            isOffline={mails === null}
            address={`${addressOf(store.space, 'documents')}?view=inbox`}
          />
        </InPanel>
      )}
    </>
  );
}

function Address({ mails }: { readonly mails: Mails | null | undefined }): ReactNode {
  const t = useText();
  const copy = useCopy();
  if (mails === undefined) return null;
  if (mails === null) return <Note>{t('mail.offline')}</Note>;
  const { address } = mails;
  if (!mails.works || address === undefined) return <Note>{t('mail.none-in')}</Note>;
  return (
    <Stack tight>
      <p>
        <Text id="mail.address" values={{ address }} />
      </p>
      <ActionRow>
        <ActionButton kind="quiet" onPress={() => void copy.copy(address, t('mail.copied'))}>
          {t('mail.copy-address')}
        </ActionButton>
        <span role="status">{copy.said}</span>
      </ActionRow>
    </Stack>
  );
}

const useRow = (mails: Mails | null | undefined): ((held: Running<Mail>) => Sentence) => {
  const { store } = useOpenSpace();
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  return ({ id, state }) => {
    const held = mails?.byId.get(id);
    const person = state.person === null ? undefined : people.find(state.person)?.name;
    const from = person ?? (held?.name || held?.sender) ?? '';
    const kind = MAIL_KIND[state.kind][locale];
    const words = (held?.words || held?.text || '').replace(/\s+/g, ' ');
    const became =
      state.state === 'confirmed'
        ? t('mail.confirmed')
        : state.state === 'discarded'
          ? t('mail.discarded')
          : state.sortedAs === null
            ? ''
            : SORTED_AS[state.sortedAs][locale];
    const note = became || (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words);
    return {
      key: id,
      text: format.text([kind, from, held?.subject].filter(Boolean).join(' · ')),
      ...(note === '' ? {} : { note: format.text(note) }),
      when: format.date(state.at.slice(0, 10)),
      action: (
        <Link id={`row-${id}`} href={`${addressOf(store.space, 'documents', id)}?view=inbox`}>
          {t('mail.open')}
        </Link>
      ),
    };
  };
};
