import { currentEnding, type Ending, endingView } from '@tablee/domain/modules/ending';
import type { Running } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useReaders } from '#register/use-circles.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useAct, useEntity, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { Conclude } from './conclude.tsx';
import { DataPart } from './data-part.tsx';
import { GoalsPart } from './goals-part.tsx';
import { LessonsPart, ThanksPart } from './last-parts.tsx';
import { OwedPart } from './owed-part.tsx';

/** Ending well, or going on: goals, what is owed, data, thanks, lessons; nothing closes here without a decision. */
export default function EndingPage(): ReactNode {
  const view = useView();
  const act = useAct();
  const keeper = useKeeper();
  const { t } = useLocale();
  const readers = useReaders('partners');
  const held = currentEnding(view);
  const opening = useOpening(held);
  const entity = useEntity(held?.id);
  const prepare = (label: string): ReactNode => (
    <ActionButton
      kind="primary"
      onPress={() => void act.command('ending.open', { entity: act.newId(), circle: 'partners' }, {})}
    >
      {label}
    </ActionButton>
  );
  const concluded = held?.state.concluded ?? undefined;
  return (
    <>
      <PageHead
        title={t('ending.title')}
        opening={opening}
        readers={readers}
        action={keeper && concluded ? prepare(t('ending.prepare-again')) : undefined}
      />
      {entity && <WaitingLine entity={entity} />}
      {!keeper && <Note>{t('ending.keepers')}</Note>}
      {held === undefined ? (
        <EmptyState action={keeper ? prepare(t('ending.prepare')) : undefined}>
          {t('ending.empty')}
        </EmptyState>
      ) : (
        <Stack>
          <GoalsPart held={held} />
          <OwedPart held={held} />
          <DataPart held={held} />
          <ThanksPart held={held} />
          <LessonsPart held={held} />
          <Conclude held={held} />
        </Stack>
      )}
    </>
  );
}

const useOpening = (held: Running<Ending> | undefined): string => {
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  if (held === undefined) return t('ending.opening-none');
  const { concluded } = held.state;
  if (concluded === null) return t('ending.opening', { done: endingView(view, held.state).done });
  const date = format.date(concluded.at.slice(0, 10));
  return t(concluded.outcome === 'ended' ? 'ending.opening-ended' : 'ending.opening-continued', { date });
};
