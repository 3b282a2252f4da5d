import { actorName } from '@tablee/domain/modules/actor';
import {
  budgetLine,
  budgetTotals,
  contribution,
  contributionLines,
  contributionTotals,
  largestSources,
  unvalued,
} from '@tablee/domain/modules/resource';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { Stack } from '#page/note.tsx';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { ThingPanel } from '#page/thing-panel.tsx';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { RecordForm } from '#register/record-form.tsx';
import { RegisterTable, useRecords } from '#register/register-view.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useEntity, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { ContributionPanel } from './contribution-panel.tsx';
import { BudgetTotals, ContributionTable, ContributionTotals } from './contribution-table.tsx';

const FIELDS = ['organisation', 'kind', 'description', 'amount', 'quantity', 'valued', 'until', 'activity'];

/** What each brings, what it costs, what was spent. */
export default function ResourcesPage({ thing }: RoomProps): ReactNode {
  const { t } = useLocale();
  const room = useRoom('resources');
  const readers = useReaders('partners');
  const view = useView();
  const lines = contributionLines(view, today());
  const budget = useRecords(budgetLine).length;
  const entity = useEntity(thing);
  const [adding, setAdding] = useState(false);
  const current = viewOf(room, ['contributions', 'budget']);
  const contributions = current === 'contributions';
  const isEmpty = contributions ? lines.length === 0 : budget === 0;
  const done = (): void => setAdding(false);
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t(contributions ? 'resource.announce' : 'resource.add-line')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('resource.title')}
        opening={<Opening />}
        readers={readers}
        action={adding || isEmpty ? undefined : add}
      />
      <RoomTabs
        label={t('resource.views')}
        room={room}
        current={current}
        views={[
          { id: 'contributions', label: t('resource.view.contributions') },
          { id: 'budget', label: t('resource.view.budget') },
        ]}
      />
      <Stack>
        {adding && contributions && (
          <RecordForm
            declaration={contribution}
            fields={FIELDS}
            preset={{ state: 'announced', announced: today() }}
            submit={t('resource.announce-do')}
            onDone={done}
            onCancel={done}
          />
        )}
        {adding && !contributions && <RecordForm declaration={budgetLine} onDone={done} onCancel={done} />}
        {isEmpty && !adding && contributions && <EmptyState action={add}>{t('resource.empty')}</EmptyState>}
        {!isEmpty && contributions && <Contributions room={room} selected={thing} />}
        {!contributions && !(isEmpty && adding) && (
          <>
            {!isEmpty && <BudgetTotals totals={budgetTotals(view)} />}
            <RegisterTable declaration={budgetLine} href={room.href} selected={thing} emptyAction={add} />
          </>
        )}
      </Stack>
      {thing !== undefined &&
        (entity?.type === 'budgetLine' ? (
          <ThingPanel room={room} declaration={budgetLine} thing={thing} />
        ) : (
          <ContributionPanel room={room} id={thing} />
        ))}
    </>
  );
}

function Contributions(props: {
  readonly room: RoomPlace;
  readonly selected: string | undefined;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const lines = contributionLines(view, today());
  const largest = largestSources(lines).map((source) =>
    t('resource.largest', {
      name: format.text(actorName(view, source.organisation) ?? t('record.not-visible')),
      share: format.percent(Number(source.share.num) / Number(source.share.den), 0),
      currency: source.currency,
    }),
  );
  const open = unvalued(lines).length;
  return (
    <>
      <p>{[...largest, ...(open > 0 ? [t('resource.unvalued', { n: open })] : [])].join(' ')}</p>
      <ContributionTotals totals={contributionTotals(lines)} />
      <ContributionTable lines={lines} room={props.room} selected={props.selected} />
    </>
  );
}

/** How many bring something, what is late, and what the budget still lacks: in sentences. */
function Opening(): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const view = useView();
  const lines = contributionLines(view, today());
  const organisations = new Set(lines.flatMap((line) => line.organisation ?? [])).size;
  const gaps = budgetTotals(view).filter((total) => total.gap > 0);
  if (lines.length === 0 && gaps.length === 0) return t('resource.question');
  const late = lines.filter((line) => line.late).length;
  return [
    t('resource.opening', { n: lines.length, organisations }),
    ...(late > 0 ? [t('resource.late', { n: late })] : []),
    ...gaps.map((gap) => t('resource.gap', { amount: format.money(gap.gap, gap.currency) })),
  ].join(' ');
}
