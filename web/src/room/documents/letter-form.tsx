import { SECRETARIAT, textOf } from '@tablee/domain/kernel';
import { actorSector } from '@tablee/domain/modules/actor';
import { composeLetter, letterFacts, letterheadOf, letterState } from '@tablee/domain/modules/letter';
import { stateIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { useAct, usePeople, useView, useYou } from '#sync/use-space.ts';
import { Form } from '#ui/form.tsx';
import { LetterChoices } from './letter-choices.tsx';
import { type LetterPlan, type LetterStart, type LetterText, letterPayload, planOf } from './letter-plan.ts';
import { LetterWords } from './letter-words.tsx';

/** Writes a letter in two steps: to whom and what for; then its words, all of which may be changed. */
export function LetterForm(props: {
  readonly start: LetterStart;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const view = useView();
  const people = usePeople();
  const { t, locale } = useLocale();
  const before = stateIn(view, letterState, props.start.earlier);
  const [plan, setPlan] = useState(() => planOf(props.start, before, locale));
  const [text, setText] = useState<LetterText>();
  const save = useLetterWriter(plan);
  const compose = (): undefined => {
    const facts = letterFacts(
      view,
      {
        organisation: plan.organisation,
        position: people.find(plan.person)?.designation,
        about: plan.about,
        earlier: plan.earlier,
        answerBy: plan.answerBy,
      },
      plan.lang,
    );
    setText({
      ...composeLetter(plan, facts),
      recipient: textOf(before?.texts.recipient ?? undefined) ?? '',
      signature: letterheadOf(view, plan.lang)?.signatory ?? '',
    });
    return undefined;
  };
  if (text === undefined)
    return (
      <Form
        label={t('letter.write')}
        submit={t('letter.compose')}
        onSubmit={compose}
        onCancel={props.onCancel}
      >
        <LetterChoices
          plan={plan}
          onPlan={(next) => setPlan(withTone(plan, next, actorSector(view, next.organisation)))}
        />
      </Form>
    );
  return (
    <LetterWords
      text={text}
      lang={plan.lang}
      submit={t('letter.save')}
      onText={setText}
      onBack={() => setText(undefined)}
      onSave={async () => props.onDone(await save(text))}
      onCancel={props.onCancel}
    />
  );
}

/** A ministry is written to in another register than a firm; who has chosen once keeps the choice. */
const withTone = (before: LetterPlan, next: LetterPlan, sector: string | undefined): LetterPlan =>
  next.organisation === before.organisation
    ? next
    : { ...next, person: '', tone: sector === 'state' ? 'state' : 'plain' };

const useLetterWriter = (plan: LetterPlan): ((text: LetterText) => Promise<string>) => {
  const act = useAct();
  const signer = useYou()?.person ?? '';
  return async (text) => {
    const id = act.newId();
    const place = { entity: id, circle: SECRETARIAT };
    await act.command('letter.write', place, letterPayload(plan, text, signer));
    if (plan.answerBy !== '') await act.command('letter.expect', place, { on: plan.answerBy });
    return id;
  };
};
