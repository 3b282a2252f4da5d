import { changeRecord, type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { activity } from '@tablee/domain/modules/activity';
import { clause, traceOf } from '@tablee/domain/modules/agreement';
import { indicator, result } from '@tablee/domain/modules/result';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { LinkedList } from '#page/linked-list.tsx';
import { Note } from '#page/note.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import type { RoomPlace } from '#page/use-room.ts';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { PanelSection } from '#ui/side-panel.tsx';

/** One clause beside the text: its words and conflicts, its place, and what it leads to. */
export function ClausePanel(props: {
  readonly room: RoomPlace;
  readonly id: string;
  readonly clauses: readonly RecordEntity[];
}): ReactNode {
  const { t } = useLocale();
  return (
    <ThingPanel room={props.room} declaration={clause} thing={props.id} without={['agreement', 'order']}>
      <ForWriters>
        <PanelSection title={t('agreement.place')}>
          <Place clauses={props.clauses} id={props.id} />
        </PanelSection>
      </ForWriters>
      <PanelSection title={t('agreement.trace')}>
        <Trace id={props.id} />
      </PanelSection>
    </ThingPanel>
  );
}

function Place({
  clauses,
  id,
}: {
  readonly clauses: readonly RecordEntity[];
  readonly id: string;
}): ReactNode {
  const { t } = useLocale();
  const act = useAct();
  const at = clauses.findIndex((entity) => entity.id === id);
  const move = async (by: -1 | 1): Promise<void> => {
    const [own, other] = [clauses[at], clauses[at + by]];
    if (own === undefined || other === undefined) return;
    const here = valueOf(clause, own, 'order') ?? at;
    const there = valueOf(clause, other, 'order') ?? at + by;
    // Two clauses with the same number are told apart, since changing places would leave them as they are.
    const next = here === there ? Math.max(0, there + by) : there;
    await act.issue(changeRecord(act.ticket(), own, { order: next }));
    if (here !== there) await act.issue(changeRecord(act.ticket(), other, { order: here }));
  };
  if (at < 0) return null;
  return (
    <ActionRow>
      {at > 0 && <ActionButton onPress={() => void move(-1)}>{t('agreement.up')}</ActionButton>}
      {at < clauses.length - 1 && (
        <ActionButton onPress={() => void move(1)}>{t('agreement.down')}</ActionButton>
      )}
    </ActionRow>
  );
}

function Trace({ id }: { readonly id: string }): ReactNode {
  const { t } = useLocale();
  const view = useView();
  const trace = traceOf(view, id);
  const linked = [
    ...trace.results.map((each) => ({ id: each, room: 'results', declaration: result })),
    ...trace.activities.map((each) => ({ id: each, room: 'roadmap', declaration: activity })),
    ...trace.indicators.map((each) => ({ id: each, room: 'results', declaration: indicator })),
  ];
  if (linked.length === 0) return <Note>{t('agreement.no-trace')}</Note>;
  return <LinkedList label={t('agreement.trace')} linked={linked} />;
}
