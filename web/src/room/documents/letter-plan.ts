import type { JsonObject } from '@tablee/domain/kernel';
import type {
  Civility,
  Letter,
  LetterDraft,
  LetterTemplate,
  LetterTone,
} from '@tablee/domain/modules/letter';
import { addDays } from '@tablee/domain/modules/reading';
import { today } from '#page/clock.ts';

/** What a new letter starts with. */
export interface LetterStart {
  readonly template?: LetterTemplate;
  /** The letter that it recalls or answers. */
  readonly earlier?: string;
  readonly organisation?: string;
  readonly person?: string;
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

/** What a letter is planned with when its form opens: what the start says, else what the earlier letter has. */
export const planOf = (start: LetterStart, held: Letter | undefined, locale: 'fr' | 'en'): LetterPlan => ({
  template: start.template ?? held?.template ?? 'appointment',
  tone: held?.tone ?? 'plain',
  lang: held === undefined ? locale : held.lang === 'en' ? 'en' : 'fr',
  civility: held?.civility ?? 'neutral',
  organisation: start.organisation ?? held?.organisation ?? '',
  person: start.person ?? held?.person ?? '',
  about: held?.about ?? '',
  dated: today(),
  answerBy: addDays(today(), ANSWER_DAYS),
  earlier: start.earlier ?? held?.answers ?? '',
});

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
