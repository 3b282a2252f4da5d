import { textOf } from '@tablee/domain/kernel';
import { type Figure, figureState, type Revision } from '@tablee/domain/modules/figure';
import { processIn, type Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { AbsentPanel } from '#page/absent-panel.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import type { RoomPlace } from '#page/use-room.ts';
import { HistoryList } from '#register/history-list.tsx';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useEntity, usePeople, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { InPanel } from '#ui/panel-slot.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';
import { PanelSection, SidePanel } from '#ui/side-panel.tsx';
import { useMyOrganisations } from '#wording/use-organisations.ts';
import { Approval, Confirm } from './figure-acts.tsx';
import { CorrectForm } from './figure-form.tsx';
import { useFigureWords } from './use-figures.ts';

/** One figure beside the grid: what was said when and from where, and what may be done about it. */
export function FigurePanel({ room, id }: { readonly room: RoomPlace; readonly id: string }): ReactNode {
  const view = useView();
  const entity = useEntity(id);
  const { t } = useLocale();
  const words = useFigureWords();
  const held = processIn(view, figureState, id);
  const shell = { onClose: room.close, returnFocusTo: `row-${id}`, address: location.href };
  if (held === undefined)
    return (
      <InPanel>
        <AbsentPanel id={id} onClose={room.close} />
      </InPanel>
    );
  const { state } = held;
  return (
    <InPanel>
      <SidePanel
        {...shell}
        kicker={`${words.organisation(state.organisation)}, ${words.period(state.period)}`}
        title={words.row(state)}
      >
        {entity && <WaitingLine entity={entity} />}
        <Standing held={held} />
        <PanelSection title={t('figure.revisions')}>
          <Revisions state={state} />
        </PanelSection>
        <PanelSection title={t('figure.history')}>
          <History id={id} />
        </PanelSection>
      </SidePanel>
    </InPanel>
  );
}

function Standing({ held }: { readonly held: Running<Figure> }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const keeper = useKeeper();
  const you = useYou();
  const mine = useMyOrganisations();
  const [correcting, setCorrecting] = useState(false);
  const { state } = held;
  const reason = textOf(state.returned);
  const current = state.revisions.at(-1);
  if (correcting) return <CorrectForm id={held.id} onDone={() => setCorrecting(false)} />;
  return (
    <>
      <p>
        {t('figure.status-line', {
          status: t(`figure.status-${state.status}`),
          reason: state.status === 'returned' && reason !== undefined ? format.text(reason) : '',
        })}
      </p>
      {keeper && state.status === 'given' && <Approval held={held} />}
      <ActionRow>
        {mine.some((each) => each.value === state.organisation) && (
          <ActionButton onPress={() => setCorrecting(true)}>{t('figure.correct')}</ActionButton>
        )}
        {current?.confirmed === false && you?.organisation === state.organisation && <Confirm held={held} />}
      </ActionRow>
    </>
  );
}

function Revisions({ state }: { readonly state: Figure }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const people = usePeople();
  const words = useFigureWords();
  const note = (revision: Revision, index: number): string => {
    const reason = textOf(revision.reason);
    const evidence = revision.evidence;
    const by = t('figure.revision-by', {
      who: people.find(revision.by)?.name ?? t('record.somebody'),
      when: format.moment(revision.on),
    });
    const behalf = revision.onBehalf
      ? [t(revision.confirmed ? 'figure.revision-confirmed' : 'figure.revision-behalf')]
      : [];
    return [
      `${by} (${t(`figure.channel-${revision.channel}`)}).`,
      words.source(revision),
      ...(reason === undefined ? [] : [format.text(reason)]),
      ...(evidence === undefined ? [] : [t('figure.f-evidence')]),
      ...behalf,
      ...(state.approved === index ? [t('figure.revision-counts')] : []),
    ].join(' ');
  };
  const items = state.revisions
    .map((revision, index) => ({
      key: String(revision.at),
      text: words.value(revision),
      note: note(revision, index),
    }))
    .reverse();
  return <SentenceList label={t('figure.revisions')} form="plain" items={items} />;
}

function History({ id }: { readonly id: string }): ReactNode {
  const { t } = useLocale();
  const [open, setOpen] = useState(false);
  return open ? (
    <HistoryList entity={id} />
  ) : (
    <ActionRow>
      <ActionButton kind="quiet" onPress={() => setOpen(true)}>
        {t('figure.history-show')}
      </ActionButton>
    </ActionRow>
  );
}
