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
  /** The code of a sheet of paper that names neither: a voter of its own. */
  readonly sheet?: string;
  /** The name that stands on such a sheet. */
  readonly name?: PartRef;
  /** By number of the date, as text. */
  readonly said: { readonly [option: string]: PollAnswer };
  readonly channel: 'link' | 'paper' | 'phone' | 'email' | 'app';
  readonly confirmed: boolean;
  readonly words: PartRef | null;
  readonly enteredBy: string;
  readonly at: string;
  readonly stamp: Stamp;
  /** What stood before the last answer: what comes back when somebody takes back what they typed in. */
  readonly before?: PollVote;
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
  | 'NotYours'
  | 'NotYourEntry';

/** Who answered is one voter: the person where one is named, else the organisation, else their sheet of paper. */
export const voterOf = (vote: {
  readonly person?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly sheet?: string | undefined;
}): string | undefined => vote.person ?? vote.organisation ?? vote.sheet;

/** True for one of the three answers to a date. */
export const isPollAnswer = (value: unknown): value is PollAnswer =>
  typeof value === 'string' && Object.hasOwn(POLL_ANSWER, value);

/** The most dates that one poll offers. */
export const MOST_DATES = 20;

/** How the ledger holds it: what views read, without the rules that write it. */
export const pollState = processState<Poll>('poll');
