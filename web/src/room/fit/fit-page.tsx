import { own, processCommand, textOf } from '@tablee/domain/kernel';
import {
  currentFitCheck,
  FIT_QUESTIONS,
  FIT_VERDICT,
  type FitCheck,
  fitCheck,
  spreadFor,
} from '@tablee/domain/modules/fit-check';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useReaders } from '#register/use-circles.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useAct, useEntity, useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { type FitDraft, FitQuestions } from './fit-questions.tsx';
import { ConcludeFit, FitSpread, Verdict } from './fit-verdict.tsx';

interface Check {
  readonly id: string;
  readonly state: FitCheck;
}

/** Is a partnership the right answer? Each answers alone, then the spread, then a verdict with its reasons. */
export default function FitPage(): ReactNode {
  const { t } = useLocale();
  const act = useAct();
  const readers = useReaders(fitCheck.circle);
  const found = currentFitCheck(useView());
  const isCore = useYou()?.circles.includes(fitCheck.circle) === true;
  const entity = useEntity(found?.id);
  const open = (): void =>
    void act.issue(
      processCommand(act.ticket(), 'fitCheck.open', { entity: act.newId(), circle: fitCheck.circle }, {}),
    );
  return (
    <>
      <PageHead title={t('fit.title')} opening={<Opening check={found} />} readers={readers} />
      {entity !== undefined && <WaitingLine entity={entity} />}
      {found === undefined && !isCore && <EmptyState>{t('fit.core-only')}</EmptyState>}
      {found === undefined && isCore && (
        <EmptyState
          action={
            <ActionButton kind="primary" onPress={open}>
              {t('fit.give')}
            </ActionButton>
          }
        >
          {t('fit.empty')}
        </EmptyState>
      )}
      {found !== undefined && <Running check={found} />}
    </>
  );
}

function Opening({ check }: { readonly check: Check | undefined }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const { store } = useOpenSpace();
  if (check === undefined) return t('fit.question');
  const { verdict, sheets } = check.state;
  if (verdict !== null)
    return t('fit.concluded', {
      verdict: format.text(FIT_VERDICT[verdict.verdict][locale]),
      when: format.date(verdict.at.slice(0, 10)),
    });
  const n = Object.keys(sheets).length;
  return t('fit.counted', { n, all: Math.max(n, store.readers[fitCheck.circle]?.length ?? n) });
}

/** What the reader said before, to start from when they answer again. */
const draftOf = (state: FitCheck, person: string): FitDraft => {
  const sheet = own(state.sheets, person);
  const reasons = FIT_QUESTIONS.flatMap((question) => {
    const reason = textOf(own(sheet?.reasons ?? {}, question));
    return reason === undefined ? [] : [[question, reason] as const];
  });
  return { answers: sheet?.answers ?? {}, reasons: Object.fromEntries(reasons) };
};

function Running({ check }: { readonly check: Check }): ReactNode {
  const { t } = useLocale();
  const act = useAct();
  const you = useYou();
  const keeper = useKeeper();
  const [open, setOpen] = useState<'answer' | 'conclude'>();
  const { id, state } = check;
  const circle = fitCheck.circle;
  const person = you?.person ?? '';
  const spread = spreadFor(state, person);
  const close = (): void => setOpen(undefined);
  if (state.verdict === null && (spread === undefined || open === 'answer'))
    return (
      <Stack>
        <FitQuestions id={id} circle={circle} start={draftOf(state, person)} onDone={close} />
        <Note>{t('fit.alone')}</Note>
      </Stack>
    );
  if (open === 'conclude') return <ConcludeFit id={id} circle={circle} onDone={close} />;
  const reopen = (): void =>
    void act.issue(processCommand(act.ticket(), 'fitCheck.reopen', { entity: id, circle }, {}));
  return (
    <Stack>
      {state.verdict !== null && <Verdict verdict={state.verdict} />}
      <ActionRow>
        {state.verdict === null && keeper && (
          <ActionButton kind="primary" onPress={() => setOpen('conclude')}>
            {t('fit.conclude')}
          </ActionButton>
        )}
        {state.verdict === null && (
          <ActionButton onPress={() => setOpen('answer')}>{t('fit.again')}</ActionButton>
        )}
        {state.verdict !== null && keeper && <ActionButton onPress={reopen}>{t('fit.reopen')}</ActionButton>}
      </ActionRow>
      {spread !== undefined && (
        <Section title={t('fit.spread-title')}>
          <FitSpread spread={spread} />
        </Section>
      )}
      {state.earlier.length > 0 && (
        <Section title={t('fit.earlier')}>
          {state.earlier.map((verdict) => (
            <Verdict key={verdict.at} verdict={verdict} />
          ))}
        </Section>
      )}
    </Stack>
  );
}
