import { conceptNote } from '@tablee/domain/modules/concept-note';
import { currentFitCheck, FIT_VERDICT, fitCheck, toldVerdict } from '@tablee/domain/modules/fit-check';
import { type ReactNode, useState } from 'react';
import type { RoomProps } from '#app/room-table.tsx';
import { Guidance } from '#guidance/guidance.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { useRoom } from '#page/use-room.ts';
import { useReaders } from '#register/use-circles.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useEntity, useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { OpenFit } from './fit-mode.tsx';
import { type Check, RunningFit } from './fit-running.tsx';
import { ToldVerdict } from './fit-verdict.tsx';
import { NoteView } from './note-view.tsx';

/** Is a partnership the right answer? How we answer is said first, then the answers, the spread, and a verdict. */
export default function FitPage({ thing }: RoomProps): ReactNode {
  const { t } = useLocale();
  const room = useRoom('fit');
  const current = viewOf(room, ['question', 'note']);
  const found = currentFitCheck(useView());
  const readers = useReaders(current === 'note' ? conceptNote.circle : fitCheck.circle);
  return (
    <>
      <PageHead
        title={t('fit.title')}
        opening={current === 'note' ? t('concept.opening-none') : <Opening check={found} />}
        readers={readers}
      />
      <Guidance tool="fit" />
      <RoomTabs
        label={t('concept.views')}
        room={room}
        current={current}
        views={[
          { id: 'question', label: t('concept.tab-question') },
          { id: 'note', label: t('concept.tab-note') },
        ]}
      />
      {current === 'note' ? <NoteView room={room} thing={thing} /> : <Question found={found} />}
    </>
  );
}

function Question({ found }: { readonly found: Check | undefined }): ReactNode {
  const { t } = useLocale();
  const view = useView();
  const isCore = useYou()?.circles.includes(fitCheck.circle) === true;
  const entity = useEntity(found?.id);
  const told = toldVerdict(view);
  const [opening, setOpening] = useState(false);
  return (
    <>
      {entity !== undefined && <WaitingLine entity={entity} />}
      {found === undefined && !isCore && told !== undefined && <ToldVerdict />}
      {found === undefined && !isCore && told === undefined && <EmptyState>{t('fit.core-only')}</EmptyState>}
      {found === undefined && isCore && opening && <OpenFit onDone={() => setOpening(false)} />}
      {found === undefined && isCore && !opening && (
        <EmptyState
          action={
            <ActionButton kind="primary" onPress={() => setOpening(true)}>
              {t('fit.give')}
            </ActionButton>
          }
        >
          {t('fit.empty')}
        </EmptyState>
      )}
      {found !== undefined && <RunningFit check={found} />}
    </>
  );
}

function Opening({ check }: { readonly check: Check | undefined }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const { store } = useOpenSpace();
  if (check === undefined) return t('fit.question');
  const { verdict, sheets, tally, mode } = check.state;
  if (verdict !== null)
    return t('fit.concluded', {
      verdict: format.text(FIT_VERDICT[verdict.verdict][locale]),
      when: format.date(verdict.at.slice(0, 10)),
    });
  if (tally !== null) return t('fit.tallied');
  if (mode === 'told' || mode === 'anonymous') return t('fit.to-count');
  const n = Object.keys(sheets).length;
  return t('fit.counted', { n, all: Math.max(n, store.readers[fitCheck.circle]?.length ?? n) });
}
