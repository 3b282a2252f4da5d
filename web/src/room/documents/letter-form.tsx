import { type JsonObject, processCommand, SECRETARIAT, textOf } from '@tablee/domain/kernel';
import { actorSector } from '@tablee/domain/modules/actor';
import {
  type Civility,
  composeLetter,
  type Letter,
  type LetterDraft,
  type LetterTemplate,
  type LetterTone,
  letter,
  letterFacts,
  letterheadOf,
} from '@tablee/domain/modules/letter';
import { addDays, stateIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { useAct, usePeople, useView, useYou } from '#sync/use-space.ts';
import { Form } from '#ui/form.tsx';
import { LetterChoices } from './letter-choices.tsx';
import { LetterWords } from './letter-words.tsx';

/** What a new letter starts with. */
export interface LetterStart {
  readonly template?: LetterTemplate;
  /** The letter that it recalls or answers. */
  readonly earlier?: string;
  readonly organisation?: string;
}

/** What is chosen before there is a text. */
export interface LetterPlan {
  readonly template: LetterTemplate;
  readonly tone: LetterTone;
  readonly lang: 'fr' | 'en';
  readonly civility: Civility;
  readonly organisation: string;
  readonly person: string;
  readonly about: string;
  readonly dated: string;
  readonly answerBy: string;
  readonly earlier: string;
}

/** The words of a letter as they are edited. */
export interface LetterText extends LetterDraft {
  readonly recipient: string;
  readonly signature: string;
}

/** How many days an answer usually takes. */
const ANSWER_DAYS = 21;

const planOf = (start: LetterStart, held: Letter | undefined, locale: 'fr' | 'en'): LetterPlan => ({
  template: start.template ?? held?.template ?? 'appointment',
  tone: held?.tone ?? 'plain',
  lang: held === undefined ? locale : held.lang === 'en' ? 'en' : 'fr',
  civility: held?.civility ?? 'neutral',
  organisation: start.organisation ?? held?.organisation ?? '',
  person: held?.person ?? '',
  about: held?.about ?? '',
  dated: today(),
  answerBy: addDays(today(), ANSWER_DAYS),
  earlier: start.earlier ?? held?.answers ?? '',
});

/** Writes a letter in two steps: to whom and what for; then its words, all of which may be changed. */
export function LetterForm(props: {
  readonly start: LetterStart;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const view = useView();
  const people = usePeople();
  const { t, locale } = useLocale();
  const before = stateIn(view, letter, props.start.earlier);
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

/** The payload of a letter: what is empty is left out. */
export const letterPayload = (plan: LetterPlan, text: LetterText, signer: string): JsonObject => {
  const given = {
    template: plan.template,
    tone: plan.tone,
    lang: plan.lang,
    civility: plan.civility,
    organisation: plan.organisation,
    person: plan.person,
    signer,
    about: plan.about,
    answers: plan.earlier,
    dated: plan.dated,
    subject: text.subject.trim(),
    recipient: text.recipient.trim(),
    salutation: text.salutation.trim(),
    body: text.body.trim(),
    closing: text.closing.trim(),
    signature: text.signature.trim(),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
};

const useLetterWriter = (plan: LetterPlan): ((text: LetterText) => Promise<string>) => {
  const act = useAct();
  const signer = useYou()?.person ?? '';
  return async (text) => {
    const id = act.newId();
    const place = { entity: id, circle: SECRETARIAT };
    await act.issue(processCommand(act.ticket(), 'letter.write', place, letterPayload(plan, text, signer)));
    if (plan.answerBy !== '')
      await act.issue(processCommand(act.ticket(), 'letter.expect', place, { on: plan.answerBy }));
    return id;
  };
};
