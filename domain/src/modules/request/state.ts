import { type Language, type PartRef, processState, type Stamp } from '@tablee/domain/kernel';
import type { PollAnswer } from '../poll/index.ts';
import type { Firmness } from '../wording/index.ts';

/** What may be asked of somebody without an account. */
export const REQUEST_KINDS = [
  'confirmMeeting',
  'position',
  'comment',
  'figure',
  'commitment',
  'quarterPage',
  'poll',
  'pulse',
] as const;
/** What is asked. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** The same in words. */
export const REQUEST_KIND = {
  confirmMeeting: { fr: 'Dire si vous venez', en: 'Say whether you are coming' },
  position: { fr: 'Donner une position', en: 'Give a position' },
  comment: { fr: 'Commenter un texte', en: 'Comment on a text' },
  figure: { fr: 'Donner une valeur', en: 'Give a figure' },
  commitment: { fr: 'Faire le point sur un engagement', en: 'Say where a commitment stands' },
  quarterPage: { fr: 'Remplir la demi-page du trimestre', en: 'Fill in the half page of the quarter' },
  poll: { fr: 'Dire quelles dates vous conviennent', en: 'Say which dates suit you' },
  pulse: { fr: 'Répondre à deux questions, sans votre nom', en: 'Answer two questions, without your name' },
} as const satisfies { readonly [K in RequestKind]: { readonly [lang in Language]: string } };

/** By which way the answer came. */
export type AnswerChannel = 'link' | 'paper' | 'phone' | 'email' | 'app';

/** The answer, as facts: which ones are used depends on what was asked. */
export type RequestAnswer = {
  /** confirmMeeting: coming, notComing, sendsDeputy; position: a stance of the text or of the decision; commitment: open, done, dropped. */
  readonly choice?: string;
  /** position and comment: how firm it is. */
  readonly standing?: 'personal' | 'inClearance' | 'adReferendum' | 'confirmed';
  /** figure: an exact decimal with a point, and its unit. */
  readonly value?: string;
  readonly unit?: string;
  /** figure: the period it is for: `2027`, `2027-Q1`, `2027-03`. */
  readonly period?: string;
  /** commitment: the new date; figure: when it was measured. */
  readonly day?: string;
  /** poll: what is said to each date, by its number. */
  readonly dates?: readonly { readonly option: number; readonly answer: PollAnswer }[];
};

/** An answer as it was given, with who wrote it down. */
export type GivenAnswer = {
  readonly said: RequestAnswer;
  readonly channel: AnswerChannel;
  readonly words: PartRef | null;
  readonly enteredBy: string;
  readonly at: string;
  readonly stamp: Stamp;
  /** True once the person themselves gave or confirmed it. */
  readonly confirmed: boolean;
  /** position and comment: what makes it as firm as it is; absent when nobody said. */
  readonly firmness?: Firmness;
};

/** Something asked of one person. */
export type Request = {
  readonly kind: RequestKind;
  /** The entity that it is about: a meeting, a wording or a decision, an indicator, a commitment. */
  readonly subject: string;
  /** For a position: the version that was shown. */
  readonly version: number | null;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly askedBy: string;
  readonly deadline: string | null;
  readonly question: PartRef | null;
  readonly at: string;
  readonly state: 'open' | 'answered' | 'closed';
  readonly answer: GivenAnswer | null;
  /** What stood before the last answer: what comes back when somebody takes back what they entered. */
  readonly before?: GivenAnswer;
  readonly closedFor: 'done' | 'noAnswer' | 'withdrawn' | null;
};

/** Refusals of requests. */
export type RequestRefusal =
  | 'RequestClosed'
  | 'NotAnswered'
  | 'NobodyAsked'
  | 'ChoiceUnknown'
  | 'FigureMissing'
  | 'DatesMissing'
  | 'WordsMissing'
  | 'NotYourEntry'
  | 'AnsweredElsewhere';
/** The choices that each kind of request takes; a figure, a comment, a half page and a poll of dates take none. */
export const REQUEST_CHOICES: { readonly [kind in RequestKind]: readonly string[] } = {
  confirmMeeting: ['coming', 'notComing', 'sendsDeputy'],
  position: ['agree', 'reservations', 'standAside', 'block', 'yes', 'no', 'abstain'],
  comment: [],
  figure: [],
  commitment: ['open', 'done', 'dropped'],
  quarterPage: [],
  poll: [],
  pulse: [],
};

/** How the ledger holds it: what views read, without the rules that write it. */
export const requestState = processState<Request>('request');
