import { own, textOf } from '@tablee/domain/kernel';
import {
  FIT_QUESTIONS,
  type FitCheck,
  fitCheck,
  spreadFor,
  stillToAnswer,
} from '@tablee/domain/modules/fit-check';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note, Stack } from '#page/note.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useAct, useOpenSpace, usePeople, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { FitCountForm } from './fit-count.tsx';
import { ModeLine } from './fit-mode.tsx';
import { type FitDraft, FitQuestions } from './fit-questions.tsx';
import { ConcludeFit, FitSpread, Verdict } from './fit-verdict.tsx';

/** A fit check that was opened. */
export interface Check {
  readonly id: string;
  readonly state: FitCheck;
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

type Open = 'answer' | 'conclude' | 'count' | 'aloud';

/** A check under way: one's own answer first, or the count; then the spread, the verdict, and asking again. */
export function RunningFit({ check }: { readonly check: Check }): ReactNode {
  const you = useYou();
  const [open, setOpen] = useState<Open>();
  const [aloud, setAloud] = useState<string>();
  const { id, state } = check;
  const circle = fitCheck.circle;
  const person = you?.person ?? '';
  const nameless = state.mode === 'told' || state.mode === 'anonymous';
  const spread = spreadFor(state, person);
  const close = (): void => {
    setOpen(undefined);
    setAloud(undefined);
  };
  if (state.verdict === null && aloud !== undefined)
    return (
      <FitQuestions id={id} circle={circle} person={aloud} start={draftOf(state, aloud)} onDone={close} />
    );
  if (state.verdict === null && open === 'count' && state.mode !== null)
    return <FitCountForm id={id} circle={circle} mode={state.mode} onDone={close} />;
  if (state.verdict === null && !nameless && (spread === undefined || open === 'answer'))
    return (
      <Stack>
        <ModeLine mode={state.mode} />
        <FitQuestions id={id} circle={circle} start={draftOf(state, person)} onDone={close} />
        {state.mode === 'named' && <Aloud state={state} onPerson={setAloud} />}
      </Stack>
    );
  if (open === 'conclude') return <ConcludeFit id={id} circle={circle} onDone={close} />;
  return (
    <Stack>
      {state.verdict !== null && <Verdict verdict={state.verdict} />}
      <ModeLine mode={state.mode} />
      <Acts check={check} onOpen={setOpen} />
      {state.mode === 'named' && state.verdict === null && <Aloud state={state} onPerson={setAloud} />}
      <Outcome state={state} person={person} />
    </Stack>
  );
}

function Acts({
  check,
  onOpen,
}: {
  readonly check: Check;
  readonly onOpen: (open: Open) => void;
}): ReactNode {
  const { t } = useLocale();
  const act = useAct();
  const keeper = useKeeper();
  const { id, state } = check;
  const nameless = state.mode === 'told' || state.mode === 'anonymous';
  const waits = nameless && state.tally === null;
  const place = { entity: id, circle: fitCheck.circle };
  if (state.verdict !== null)
    return keeper ? (
      <ActionRow>
        <ActionButton onPress={() => void act.command('fitCheck.reopen', place, {})}>
          {t('fit.reopen')}
        </ActionButton>
      </ActionRow>
    ) : null;
  return (
    <ActionRow>
      {keeper && !waits && (
        <ActionButton kind="primary" onPress={() => onOpen('conclude')}>
          {t('fit.conclude')}
        </ActionButton>
      )}
      {nameless ? (
        <ActionButton kind={waits ? 'primary' : 'secondary'} onPress={() => onOpen('count')}>
          {t(waits ? 'fit.count' : 'fit.count-again')}
        </ActionButton>
      ) : (
        <ActionButton onPress={() => onOpen('answer')}>{t('fit.again')}</ActionButton>
      )}
    </ActionRow>
  );
}

/** In a round around the table: the answers of somebody who says them aloud are noted with their name. */
function Aloud(props: { readonly state: FitCheck; readonly onPerson: (person: string) => void }): ReactNode {
  const { t } = useLocale();
  const keeper = useKeeper();
  const people = usePeople();
  const { store } = useOpenSpace();
  const readers = store.readers[fitCheck.circle] ?? [];
  const waiting = stillToAnswer(props.state, readers).filter((id) => people.find(id)?.name !== undefined);
  if (!keeper || waiting.length === 0) return null;
  return (
    <SelectField
      label={t('fit.aloud')}
      hint={t('fit.aloud-hint')}
      none={t('fit.aloud-none')}
      value=""
      onChange={(person) => {
        if (person !== '') props.onPerson(person);
      }}
      options={waiting.map((id) => ({ value: id, label: people.find(id)?.name ?? '' }))}
    />
  );
}

function Outcome({ state, person }: { readonly state: FitCheck; readonly person: string }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const spread = spreadFor(state, person);
  const said = textOf(state.tally?.reason ?? undefined);
  return (
    <>
      {spread !== undefined && (
        <Section title={t('fit.spread-title')}>
          <FitSpread spread={spread} />
          {said !== undefined && <Note>{format.text(said)}</Note>}
        </Section>
      )}
      {state.earlier.length > 0 && (
        <Section title={t('fit.earlier')}>
          {state.earlier.map((verdict) => (
            <Verdict key={verdict.at} verdict={verdict} />
          ))}
        </Section>
      )}
    </>
  );
}
