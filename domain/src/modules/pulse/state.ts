import { processState } from '@tablee/domain/kernel';

/** The two questions, in their order. */
export const PULSE_QUESTION = {
  useful: {
    fr: 'Cette réunion a-t-elle fait avancer ce qui nous réunit ?',
    en: 'Did this meeting move forward what brings us together?',
  },
  heard: {
    fr: 'Avez-vous pu dire ce que vous aviez à dire ?',
    en: 'Could you say what you had to say?',
  },
} as const;
/** One of the two questions. */
export type PulseQuestion = keyof typeof PULSE_QUESTION;

/** The four answers, from the least to the most; an even number, so that nobody hides in the middle. */
export const PULSE_ANSWER = {
  no: { fr: 'Non', en: 'No' },
  ratherNo: { fr: 'Plutôt non', en: 'Rather not' },
  ratherYes: { fr: 'Plutôt oui', en: 'Mostly' },
  yes: { fr: 'Oui', en: 'Yes' },
} as const;
/** One of the four answers. */
export type PulseAnswer = keyof typeof PULSE_ANSWER;

/** The answers in the order in which they are counted. */
export const PULSE_ANSWERS: readonly PulseAnswer[] = ['no', 'ratherNo', 'ratherYes', 'yes'];

/** What is kept of one question. */
export type PulseResult =
  | { readonly state: 'exact'; readonly counts: readonly number[] }
  | { readonly state: 'nearlyAll'; readonly answer: PulseAnswer }
  | { readonly state: 'hidden' };

/** What came out of the two questions of one meeting. */
export type Pulse = {
  readonly meeting: string;
  readonly useful: PulseResult;
  readonly heard: PulseResult;
  readonly by: string;
  readonly at: string;
};

/** How the ledger holds it: what views read, without the rules that write it. */
export const pulseState = processState<Pulse>('pulse');
