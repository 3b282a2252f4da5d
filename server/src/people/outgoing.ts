/** What the queue of letters and the reminders ask of a store. Times are milliseconds since 1970 (UTC). */

/** What a letter is for. */
export const LETTER_KINDS = ['signIn', 'invitation', 'request', 'reply', 'notice', 'digest'] as const;
/** One of them. */
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Enough of a letter to know whether it may still go, and where to say that it did not. */
export interface Purpose {
  readonly kind: LetterKind;
  readonly space?: string;
  /** For whom it is. */
  readonly person?: string;
  /** The person who had it sent; absent where the server did by itself. */
  readonly sender?: string;
  /** The invitation or the personal link that it carries: without it the letter is worth nothing. */
  readonly carries?: string;
}

/**
 * Where a letter stands: it waits, is being handed over, was given up, or nobody knows: the server was stopped while
 * handing it over, or restored from a backup that held it. What is not known is never sent again.
 */
export const LETTER_STATES = ['waiting', 'handing', 'failed', 'unsure'] as const;

/** A letter on its way out. */
export interface OutgoingLetter extends Purpose {
  readonly id: string;
  /** The whole mail, sealed; absent once it will not be tried again. */
  readonly sealed?: Uint8Array;
  readonly created: number;
  /** When it is tried next. */
  readonly next: number;
  /** When it is given up. */
  readonly expires: number;
  readonly tries: number;
  readonly state: (typeof LETTER_STATES)[number];
}

/** The queue of all letters. One that was delivered is no longer in it. */
export interface OutgoingStore {
  /** Durable when it resolves. */
  add(letter: OutgoingLetter): Promise<void>;
  /** What waits to be tried at `now`, the oldest first. */
  due(now: number): Promise<readonly OutgoingLetter[]>;
  /** When the next one is to be tried. */
  next(): Promise<number | undefined>;
  /** Noted before it is handed over. */
  hand(id: string): Promise<void>;
  /** One more try failed: it waits until `next`. */
  putOff(id: string, next: number): Promise<void>;
  delivered(id: string): Promise<void>;
  /** Given up: of one that belongs to a space, what it was for stays to be shown; the letter itself goes. */
  lost(id: string): Promise<void>;
  /** After a stop: nobody knows of what was being handed over. */
  interrupted(): Promise<void>;
  /** After a restore: nobody knows of anything that waited when the backup was made. */
  calledOff(): Promise<void>;
  /** Those of a space that were tried in vain, the latest first. */
  undelivered(space: string): Promise<readonly OutgoingLetter[]>;
  /** Somebody took note. Answers whether there was one. */
  dismiss(space: string, id: string): Promise<boolean>;
  purge(created: number): Promise<void>;
}

/** How often somebody wants to be reminded. */
export const PACES = ['weekly', 'monthly', 'never'] as const;
/** One of them. */
export type Pace = (typeof PACES)[number];
/** The pace that a form or a body names. */
export const paceOf = (value: unknown): Pace | undefined => PACES.find((pace) => pace === value);

/** What is known of the reminders of people. Mondays are ISO dates in the home zone of the partnership. */
export interface ReminderStore {
  /** How often, and the Monday of the last digest. */
  of(space: string, person: string): Promise<{ readonly pace: Pace; readonly monday?: string }>;
  setPace(space: string, person: string, pace: Pace): Promise<void>;
  /** Takes a digest into the queue and notes its Monday in one step; false when the person had one that week or later. */
  remind(
    of: { readonly space: string; readonly person: string; readonly monday: string },
    letter: OutgoingLetter,
  ): Promise<boolean>;
  /** The last Monday for which everybody of the space was looked at. */
  done(space: string): Promise<string | undefined>;
  setDone(space: string, monday: string): Promise<void>;
}
