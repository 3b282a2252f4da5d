import { commitment, type Owed } from '@tablee/domain/modules/commitment';
import { type LocalShares, localShares, owedToLocals } from '@tablee/domain/modules/local';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Note, Stack } from '#page/note.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Drawing } from '#ui/drawing.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { ShareDrawing } from './share-drawing.tsx';
import { ShareTable } from './share-table.tsx';
import { useShareWords } from './use-share-words.ts';

/** What share of roles, decisions and contributions is led on the spot, what is not known, and what is promised. */
export default function LocalPage(): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const readers = useReaders('partners');
  const [adding, setAdding] = useState(false);
  const found = localShares(view, today());
  const owed = owedToLocals(view, today(), locale);
  const isEmpty = owed.length === 0 && found.shares.every(({ share }) => share === undefined);
  const close = (): void => setAdding(false);
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('local.note')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('local.title')}
        opening={t('local.opening', { locals: found.locals, all: found.atTable })}
        readers={readers}
        action={adding || isEmpty ? undefined : add}
      />
      <Stack>
        {adding && (
          <>
            <Note>{t('local.note-hint')}</Note>
            <RecordForm
              declaration={commitment}
              fields={['what', 'to', 'owner', 'due']}
              preset={{ state: 'open' }}
              submit={t('local.note-do')}
              onDone={close}
              onCancel={close}
            />
          </>
        )}
        {isEmpty && !adding && <EmptyState action={add}>{t('local.empty')}</EmptyState>}
        {!isEmpty && (
          <>
            <Shares found={found} />
            <Needs owed={owed} />
          </>
        )}
        <Unsaid found={found} />
      </Stack>
    </>
  );
}

function Shares({ found }: { readonly found: LocalShares }): ReactNode {
  const { t } = useLocale();
  const words = useShareWords();
  return (
    <Section title={t('local.shares')} id="shares">
      <SentenceList
        labelledBy="shares"
        form="plain"
        items={found.shares.map((share) => ({
          key: words.key(share),
          text: words.sentence(share),
          note: words.gaps(share),
        }))}
      />
      <Drawing
        caption={t('local.caption')}
        picture={<ShareDrawing shares={found.shares} />}
        table={<ShareTable shares={found.shares} />}
      />
    </Section>
  );
}

function Needs({ owed }: { readonly owed: readonly Owed[] }): ReactNode {
  const { t } = useLocale();
  const { store } = useOpenSpace();
  const format = useFormat();
  const noteOf = (one: Owed): string =>
    [
      ...(one.toName === undefined ? [] : [t('local.need-to', { name: one.toName })]),
      one.ownerName === undefined ? t('local.need-nobody') : t('local.need-by', { name: one.ownerName }),
      ...(one.due === undefined ? [] : [t('local.need-due', { date: format.date(one.due) })]),
    ].join(' · ');
  return (
    <Section title={t('local.needs')} id="needs">
      {owed.length === 0 ? (
        <Note>{t('local.no-needs')}</Note>
      ) : (
        <SentenceList
          labelledBy="needs"
          items={owed.map((one) => ({
            key: one.id,
            text: (
              <Link href={addressOf(store.space, 'commitments', one.id)}>
                {format.text(one.what || t('record.untitled'))}
              </Link>
            ),
            note: format.text(noteOf(one)),
          }))}
        />
      )}
    </Section>
  );
}

/** Organisations of which nobody said whether they are local, each with the way to say it. */
function Unsaid({ found }: { readonly found: LocalShares }): ReactNode {
  const { t } = useLocale();
  const { store } = useOpenSpace();
  const format = useFormat();
  if (found.unsaid.length === 0) return null;
  return (
    <Section title={t('local.unknown')} id="unknown">
      <Note>{t('local.unknown-note')}</Note>
      <SentenceList
        labelledBy="unknown"
        form="plain"
        items={found.unsaid.map(({ id, name }) => ({
          key: id,
          text: (
            <Link href={addressOf(store.space, 'stakeholders', id)}>
              {format.text(name || t('record.untitled'))}
            </Link>
          ),
        }))}
      />
    </Section>
  );
}
