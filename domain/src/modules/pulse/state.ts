import { processState } from '@tablee/domain/kernel';

/** The two questions, in their order. */
export const PULSE_QUESTION = {
  useful: {
    fr: 'Cette réunion a-t-elle fait avancer ce qui nous réunit ?',
    en: 'Did this meeting move forward what brings us together?',
    de: 'Hat diese Sitzung vorangebracht, was uns verbindet?',
    es: '¿Hizo avanzar esta reunión lo que nos une?',
  },
  heard: {
    fr: 'Avez-vous pu dire ce que vous aviez à dire ?',
    en: 'Could you say what you had to say?',
    de: 'Konnten Sie sagen, was Sie zu sagen hatten?',
    es: '¿Pudo decir lo que tenía que decir?',
  },
} as const;
/** One of the two questions. */
export type PulseQuestion = keyof typeof PULSE_QUESTION;

/** The four answers, from the least to the most; an even number, so that nobody hides in the middle. */
export const PULSE_ANSWER = {
  no: { fr: 'Non', en: 'No', de: 'Nein', es: 'No' },
  ratherNo: { fr: 'Plutôt non', en: 'Rather not', de: 'Eher nicht', es: 'Más bien no' },
  ratherYes: { fr: 'Plutôt oui', en: 'Mostly', de: 'Eher ja', es: 'Más bien sí' },
  yes: { fr: 'Oui', en: 'Yes', de: 'Ja', es: 'Sí' },
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

/** The two questions of one meeting: asked by link until a moment, or counted. */
export type Pulse = {
  readonly meeting: string;
  /** `open` takes answers by link, `closed` waits for the server's count, `counted` is over. */
  readonly state: 'open' | 'closed' | 'counted';
  /** When answers by link end; `null` where only paper was asked. */
  readonly closes: { readonly instant: string; readonly zone: string } | null;
  /** What may be known of each; `null` until it is counted. */
  readonly useful: PulseResult | null;
  readonly heard: PulseResult | null;
  /** Who asked, or typed the totals in. */
  readonly by: string;
  readonly at: string;
};

/** Refusals of the two questions. */
export type PulseRefusal = 'PulseOpen' | 'PulseOver' | 'PulseNotOpen';

/** How the ledger holds it: what views read, without the rules that write it. */
export const pulseState = processState<Pulse>('pulse');
