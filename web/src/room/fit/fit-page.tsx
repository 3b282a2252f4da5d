import { currentFitCheck, FIT_VERDICT, fitCheck, toldVerdict } from '@tablee/domain/modules/fit-check';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useReaders } from '#register/use-circles.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useEntity, useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { OpenFit } from './fit-mode.tsx';
import { type Check, RunningFit } from './fit-running.tsx';
import { ToldVerdict } from './fit-verdict.tsx';

/** Is a partnership the right answer? How we answer is said first, then the answers, the spread, and a verdict. */
export default function FitPage(): ReactNode {
  const { t } = useLocale();
  const view = useView();
  const readers = useReaders(fitCheck.circle);
  const found = currentFitCheck(view);
  const isCore = useYou()?.circles.includes(fitCheck.circle) === true;
  const entity = useEntity(found?.id);
  const told = toldVerdict(view);
  const [opening, setOpening] = useState(false);
  return (
    <>
      <PageHead title={t('fit.title')} opening={<Opening check={found} />} readers={readers} />
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
