import {
  type DecisionLine,
  decisionState,
  decisions,
  positionsByStanding,
} from '@tablee/domain/modules/decision';
import { processIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useContext, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now as instantHere } from '#page/clock.ts';
import { Note } from '#page/note.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ReadsOnly } from '#ui/for-writers.tsx';
import { Icon, type IconName } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { useLocation, useSearch } from '#ui/location.ts';
import { PageHead } from '#ui/page-head.tsx';
import { Section, type Sentence, SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState, StateLine } from '#ui/state-line.tsx';
import { DecisionDocument } from './decision-document.tsx';
import { OpenForm } from './open-form.tsx';

/** What we ask, by which rule, what came out: open ones first, then those decided, with their review dates. */
export default function DecisionsPage({ thing }: { readonly thing?: string | undefined }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const readers = useReaders('partners');
  const [, go] = useLocation();
  // What waits for its decision leads here with its question, and the text it is about, in the address.
  const asked = new URLSearchParams(useSearch());
  const about = asked.get('about') ?? undefined;
  const question = asked.get('question') ?? undefined;
  const leadsToForm = about !== undefined || question !== undefined;
  const readsOnly = useContext(ReadsOnly);
  const [preparing, setPreparing] = useState(leadsToForm && !readsOnly);
  if (thing !== undefined) {
    const held = processIn(view, decisionState, thing);
    if (held !== undefined) return <DecisionDocument key={thing} held={held} />;
    return (
      <>
        <PageHead title={t('decision.title')} />
        <StateLine state={{ kind: 'absent' }} />
      </>
    );
  }
  const all = decisions(view, instantHere());
  const open = all.filter((line) => line.status === 'open' || line.status === 'over');
  const done = all.filter((line) => line.status === 'closed' || line.status === 'withdrawn');
  const prepare = (
    <ActionButton kind="primary" onPress={() => setPreparing(true)}>
      {t('decision.prepare')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('decision.title')}
        opening={t('decision.opening', { open: open.length, done: done.length })}
        readers={readers}
        action={preparing || all.length === 0 ? undefined : prepare}
      />
      {preparing && (
        <OpenForm
          about={about}
          question={question}
          onCancel={() => setPreparing(false)}
          onDone={(id) => {
            setPreparing(false);
            go(addressOf(store.space, 'decisions', id));
          }}
        />
      )}
      {leadsToForm && readsOnly && <Note>{t('decision.reads-only')}</Note>}
      {all.length === 0 && !preparing && <EmptyState action={prepare}>{t('decision.empty')}</EmptyState>}
      <Lines title={t('decision.open')} id="open" lines={open} />
      <Lines title={t('decision.decided')} id="decided" lines={done} />
    </>
  );
}

const SIGN: { readonly [outcome: string]: IconName } = { adopted: 'received', rejected: 'close' };

function Lines(props: {
  readonly title: string;
  readonly id: string;
  readonly lines: readonly DecisionLine[];
}): ReactNode {
  const { t } = useLocale();
  const { store } = useOpenSpace();
  const format = useFormat();
  if (props.lines.length === 0) return null;
  const row = (line: DecisionLine): Sentence => {
    const { instant, zone } = line.state.deadline;
    const review = line.state.followUp?.reviewOn;
    const counted = positionsByStanding(line.state).confirmed.length;
    const standing =
      line.status === 'closed'
        ? t(`decision.outcome.${line.outcome ?? 'noDecision'}`)
        : line.status === 'withdrawn'
          ? t('decision.withdrawn')
          : t('decision.so-far', { counted, all: counted + line.awaited.length });
    return {
      key: line.id,
      sign: <Icon name={line.outcome === undefined ? 'clock' : (SIGN[line.outcome] ?? 'ended')} size={18} />,
      text: (
        <Link href={addressOf(store.space, 'decisions', line.id)}>
          {format.text(line.question ?? t('record.erased'))}
        </Link>
      ),
      note: [
        ...(line.status === 'open' ? [t('decision.until', { date: format.deadline(instant, zone) })] : []),
        standing,
        ...(review ? [t('decision.review', { date: format.date(review) })] : []),
      ].join(' · '),
      ...(line.status === 'open'
        ? {}
        : { when: format.date((line.state.closed?.at ?? instant).slice(0, 10)) }),
    };
  };
  return (
    <Section title={props.title} id={props.id}>
      <SentenceList labelledBy={props.id} items={props.lines.map(row)} />
    </Section>
  );
}
