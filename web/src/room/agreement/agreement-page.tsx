import { clause } from '@tablee/domain/modules/agreement';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useReaders } from '#register/use-circles.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { Comments } from '#request/comments.tsx';
import { useEntity, useOpenSpace } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { AgreementList } from './agreement-list.tsx';
import { type AgreementRoom, nextOrder, useAgreement, useAgreementPlace } from './agreement-room.ts';
import { ClauseDocument } from './clause-document.tsx';
import { ClausePanel } from './clause-panel.tsx';
import { FreezePart } from './freeze-part.tsx';
import { PrepareForm } from './prepare-form.tsx';
import { SignatureView } from './signature-view.tsx';

/** The text we sign: clauses discussed one by one, versions that stand still, signatures under exactly one of them. */
export default function AgreementPage({ thing }: RoomProps): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const readers = useReaders('partners');
  const keeper = useKeeper();
  const found = useAgreement(thing);
  const room = useAgreementPlace(found);
  const entity = useEntity(found.line?.id);
  const [open, setOpen] = useState<'clause' | 'prepare'>();
  const current = viewOf(room, ['text', 'signatures']);
  const close = (): void => setOpen(undefined);
  const add = (
    <ActionButton kind="primary" onPress={() => setOpen('clause')}>
      {t('agreement.propose')}
    </ActionButton>
  );
  const prepare = keeper && open !== 'prepare' && (
    <ActionButton kind={found.line === undefined ? 'secondary' : 'quiet'} onPress={() => setOpen('prepare')}>
      {t(found.line === undefined ? 'agreement.prepare' : 'agreement.prepare-other')}
    </ActionButton>
  );
  const isEmpty = found.clauses.length === 0;
  return (
    <>
      <PageHead
        title={found.line?.title === undefined ? t('agreement.title') : format.text(found.line.title)}
        opening={<Opening found={found} />}
        readers={readers}
        action={open !== undefined || isEmpty || current === 'signatures' ? undefined : add}
      />
      {found.line !== undefined && (
        <RoomTabs
          label={t('agreement.views')}
          room={room}
          current={current}
          views={[
            { id: 'text', label: t('agreement.view.text') },
            { id: 'signatures', label: t('agreement.view.signatures') },
          ]}
        />
      )}
      <Stack>
        {entity !== undefined && <WaitingLine entity={entity} />}
        {open === 'clause' && (
          <RecordForm
            declaration={clause}
            fields={['title', 'text', 'kind']}
            preset={{
              order: nextOrder(found.clauses),
              ...(found.line === undefined ? {} : { agreement: found.line.id }),
            }}
            submit={t('agreement.propose-do')}
            onDone={close}
            onCancel={close}
          />
        )}
        {open === 'prepare' && <PrepareForm all={found.all} onDone={close} />}
        {isEmpty && open === undefined && (
          <EmptyState action={add} more={prepare}>
            {t('agreement.empty')}
          </EmptyState>
        )}
        {current === 'text' && !isEmpty && (
          <>
            <ClauseDocument clauses={found.clauses} room={room} selected={thing} />
            {found.line !== undefined && keeper && <FreezePart key={found.line.id} line={found.line} />}
            {found.line !== undefined && <Download id={found.line.id} />}
            {entity !== undefined && <Comments subject={entity.id} circle={entity.circle} />}
            {prepare && <ActionRow>{prepare}</ActionRow>}
          </>
        )}
        {current === 'signatures' && found.line !== undefined && (
          <>
            <SignatureView key={found.line.id} line={found.line} />
            <Download id={found.line.id} />
          </>
        )}
        <AgreementList all={found.all} current={found.line?.id} />
      </Stack>
      {thing !== undefined && thing !== found.line?.id && (
        <ClausePanel room={room} id={thing} clauses={found.clauses} />
      )}
    </>
  );
}

/** Where the text stands, in one sentence. */
function Opening({ found }: { readonly found: AgreementRoom }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const { line, clauses } = found;
  if (clauses.length === 0) return t('agreement.question');
  const current = line?.current;
  if (line === undefined || current === undefined) return t('agreement.opening-draft', { n: clauses.length });
  const signed = t('agreement.signed', { n: line.signatures.signed, all: line.signatures.of });
  const version = current.number;
  if (current.inForce !== null)
    return `${t('agreement.opening-in-force', { version, date: format.date(current.inForce) })} ${signed}`;
  if (current.adopted !== null)
    return `${t('agreement.opening-adopted', { version, date: format.date(current.adopted.at.slice(0, 10)) })} ${signed}`;
  return t('agreement.opening-frozen', { version, date: format.date(current.frozenAt.slice(0, 10)) });
}

function Download({ id }: { readonly id: string }): ReactNode {
  const { t, locale } = useLocale();
  const { store } = useOpenSpace();
  return (
    <p>
      <a href={`${path.documents(store.space)}/agreement/${id}.pdf?lang=${locale}`}>{t('agreement.pdf')}</a>
    </p>
  );
}
