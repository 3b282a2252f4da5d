import { valueOf } from '@tablee/domain/kernel';
import { indicator, result } from '@tablee/domain/modules/result';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { useText } from '#locale/use-text.tsx';
import { Said, Stack } from '#page/note.tsx';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { useRecords } from '#register/register-view.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Drawing } from '#ui/drawing.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { ChainDrawing } from './chain-drawing.tsx';
import { type ChainEntry, useChain } from './chain-entry.ts';
import { ChainOutline } from './chain-outline.tsx';
import { ResultPanel } from './result-panel.tsx';
import { IndicatorTable, Logframe } from './result-table.tsx';

const INDICATOR_FIELDS = [
  'name',
  'result',
  'direction',
  'baseline',
  'baselineDate',
  'target',
  'targetDate',
  'collector',
  'rhythm',
  'source',
];

/** What leads to what, what we assume, and how we shall know. */
export default function ResultsPage({ thing }: RoomProps): ReactNode {
  const t = useText();
  const room = useRoom('results');
  const readers = useReaders('partners');
  const entries = useChain();
  const indicators = useRecords(indicator).length;
  const [adding, setAdding] = useState(false);
  const current = viewOf(room, ['chain', 'logframe', 'indicators']);
  const isEmpty = current === 'indicators' ? indicators === 0 : entries.length === 0;
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t(current === 'indicators' ? 'result.add-indicator' : 'result.add')}
    </ActionButton>
  );
  const done = (): void => setAdding(false);
  return (
    <>
      <PageHead
        title={t('result.title')}
        opening={<Opening entries={entries} indicators={indicators} />}
        readers={readers}
        action={adding || isEmpty ? undefined : add}
      />
      <RoomTabs
        label={t('result.views')}
        room={room}
        current={current}
        views={[
          { id: 'chain', label: t('result.view.chain') },
          { id: 'logframe', label: t('result.view.logframe') },
          { id: 'indicators', label: t('result.indicators') },
        ]}
      />
      <Stack>
        {adding && current !== 'indicators' && <AddResult onDone={done} />}
        {adding && current === 'indicators' && (
          <RecordForm declaration={indicator} fields={INDICATOR_FIELDS} onDone={done} onCancel={done} />
        )}
        {isEmpty && !adding && (
          <EmptyState action={add}>
            {t(current === 'indicators' ? 'result.indicators-empty' : 'result.empty')}
          </EmptyState>
        )}
        {!isEmpty && current === 'chain' && (
          <Drawing
            caption={t('result.caption')}
            picture={<ChainDrawing entries={entries} room={room} selected={thing} />}
            table={<ChainOutline entries={entries} room={room} />}
          />
        )}
        {!isEmpty && current === 'logframe' && <Logframe entries={entries} room={room} selected={thing} />}
        {!isEmpty && current === 'indicators' && (
          <IndicatorTable entries={entries} room={room} selected={thing} />
        )}
      </Stack>
      {thing !== undefined && <ResultPanel entries={entries} room={room} id={thing} />}
    </>
  );
}

function Opening(props: { readonly entries: readonly ChainEntry[]; readonly indicators: number }): ReactNode {
  const t = useText();
  const { entries, indicators } = props;
  if (entries.length === 0) return t('result.question');
  const assumptions = entries.flatMap((entry) => entry.assumptions);
  const open = assumptions.filter((held) => held.holds !== 'yes').length;
  const blind = entries.filter(
    (entry) => (entry.level === 'impact' || entry.level === 'outcome') && entry.indicators.length === 0,
  ).length;
  return [
    t('result.opening', { results: entries.length, assumptions: assumptions.length, indicators }),
    ...(open > 0 ? [t('result.opening-open', { n: open })] : []),
    ...(blind > 0 ? [t('result.opening-blind', { n: blind })] : []),
  ].join(' ');
}

/** Cards from a wall, typed one after the other: the form stays, with the level of the one before. */
function AddResult({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useText();
  const view = useView();
  const [added, setAdded] = useState<readonly string[]>([]);
  const last = added.at(-1);
  const held = last === undefined ? undefined : view.get(last);
  const level = held?.kind === 'record' ? valueOf(result, held, 'level') : undefined;
  return (
    <>
      {added.length > 0 && <Said>{t('result.added', { n: added.length })}</Said>}
      <RecordForm
        key={added.length}
        declaration={result}
        fields={['statement', 'level', 'leadsTo']}
        {...(level === undefined ? {} : { preset: { level } })}
        onDone={(id) => setAdded([...added, id])}
        onCancel={onDone}
      />
    </>
  );
}
