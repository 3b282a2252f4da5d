import { type PartRef, processState, type Stamp } from '@tablee/domain/kernel';

/** What somebody says to one date. */
export const POLL_ANSWER = {
  yes: { fr: 'Oui', en: 'Yes' },
  ifNeeded: { fr: 'S’il le faut', en: 'If needed' },
  no: { fr: 'Non', en: 'No' },
} as const;
/** What somebody says to one date. */
export type PollAnswer = keyof typeof POLL_ANSWER;

/** A date on offer; numbers count from 1 and are never given twice. */
export type PollOption = {
  readonly number: number;
  /** UTC instant, ISO 8601. */
  readonly instant: string;
  /** IANA zone in which it is said. */
  readonly zone: string;
};

/** What one voter said to the dates. */
export type PollVote = {
  readonly person: string | null;
  readonly organisation: string | null;
  /** By number of the date, as text. */
  readonly said: { readonly [option: string]: PollAnswer };
  readonly channel: 'link' | 'paper' | 'phone' | 'email' | 'app';
  readonly confirmed: boolean;
  readonly words: PartRef | null;
  readonly enteredBy: string;
  readonly at: string;
  readonly stamp: Stamp;
};

/** A poll about the date of a meeting. */
export type Poll = {
  readonly meeting: string;
  readonly options: readonly PollOption[];
  /** The last day for an answer. */
  readonly deadline: string | null;
  /** One per voter, the first who answered first. */
  readonly votes: readonly PollVote[];
  readonly askedBy: string;
  readonly at: string;
  readonly state: 'open' | 'chosen' | 'closed';
  /** The number of the date that was chosen. */
  readonly chosen: number | null;
};

/** Refusals of polls. */
export type PollRefusal =
  | 'Closed'
  | 'NobodyAsked'
  | 'DateUnknown'
  | 'DatesMissing'
  | 'NotAnswered'
  | 'NotYours';

/** The most dates that one poll offers. */
export const MOST_DATES = 20;

/** How the ledger holds it: what views read, without the rules that write it. */
export const pollState = processState<Poll>('poll');
