/**
 * What the accounts, sessions, vault, invitations and personal links ask of a store. Times are milliseconds since
 * 1970 (UTC). Only hashes of tokens, codes, passwords and PINs are ever handed over.
 */
import type { Role } from '@tablee/domain/kernel';
import type { DoorLanguage } from '@tablee/domain/modules/request';

/** A language in which the server itself writes. */
export type ServerLanguage = 'fr' | 'en';

/** Somebody who can sign in. */
export interface Account {
  readonly id: string;
  /** One line, as the person writes it. */
  readonly name: string;
  readonly email?: string;
  /** The folded name, for somebody who signs in by name and password because they gave no address. */
  readonly handle?: string;
  /** True once a message to the address came back as a press or a code, or the operator gave it at set-up. */
  readonly emailProven: boolean;
  readonly language: ServerLanguage;
  readonly steward: boolean;
  /** scrypt, with its parameters and salt. */
  readonly password?: string;
  /** Keyed hash of the invitation code with which they sign in. */
  readonly code?: string;
  /** scrypt of the PIN. */
  readonly pin?: string;
  readonly created: number;
}

/** Wrong PINs of one account. */
export interface Tries {
  readonly count: number;
  /** No try is taken before this moment. */
  readonly waitUntil: number;
}

/** What may change in an account; `null` empties a field. */
export type AccountChange = {
  readonly name?: string;
  readonly email?: string | null;
  readonly handle?: string | null;
  readonly emailProven?: boolean;
  readonly language?: ServerLanguage;
  readonly password?: string | null;
  readonly code?: string | null;
  readonly pin?: string | null;
};

/** Accounts. */
export interface AccountStore {
  count(): Promise<number>;
  byId(id: string): Promise<Account | undefined>;
  byEmail(email: string): Promise<Account | undefined>;
  byHandle(handle: string): Promise<Account | undefined>;
  byCode(code: string): Promise<Account | undefined>;
  stewards(): Promise<readonly Account[]>;
  /** False when the address, the name for signing in or the code belongs to another account. */
  add(account: Account): Promise<boolean>;
  /** False when there is an account already. */
  addFirst(account: Account): Promise<boolean>;
  /** False when the address or the code belongs to another account. */
  change(id: string, change: AccountChange): Promise<boolean>;
  tries(id: string): Promise<Tries>;
  setTries(id: string, tries: Tries): Promise<void>;
}

/** A device that is signed in. */
export interface Session {
  /** Public id, for the list of devices. */
  readonly id: string;
  /** SHA-256 of the cookie's token. */
  readonly hash: string;
  readonly account: string;
  readonly created: number;
  readonly used: number;
  /** "Leave no trace on this device". */
  readonly noTrace: boolean;
  /** Browser and system in two words; no address is kept. */
  readonly device: string;
}

/** Sessions. */
export interface SessionStore {
  open(session: Session): Promise<void>;
  byHash(hash: string): Promise<Session | undefined>;
  touch(id: string, used: number): Promise<void>;
  of(account: string): Promise<readonly Session[]>;
  /** The ids that ended: one, or all of the account but `keep`. */
  end(
    account: string,
    which: { readonly id: string } | { readonly keep?: string },
  ): Promise<readonly string[]>;
  /** Drops what was last used before `used` or began before `created`, and short ones that began before `noTrace`. */
  purge(before: { readonly used: number; readonly created: number; readonly noTrace: number }): Promise<void>;
}

/** A sign-in by e-mail that waits for its second press or its code. */
export interface Challenge {
  /** SHA-256 of the token. */
  readonly hash: string;
  readonly way: 'link' | 'code';
  /** Absent when no account has the address: the answer must not tell. */
  readonly account?: string;
  readonly email: string;
  /** Keyed hash of the six digits. */
  readonly code?: string;
  readonly expires: number;
  readonly tries: number;
}

/** One-time sign-ins. */
export interface ChallengeStore {
  put(challenge: Challenge): Promise<void>;
  /** Whatever its state: expired and used ones are found until they are purged. */
  find(hash: string): Promise<(Challenge & { readonly used: boolean }) | undefined>;
  /** Counts one try and returns how many there were with it. */
  countTry(hash: string): Promise<number>;
  /** True for exactly one caller, and only before `now` passes its expiry. */
  consume(hash: string, now: number): Promise<boolean>;
  purge(before: number): Promise<void>;
}

/** A person of a space, as the vault holds them. */
export interface Card {
  readonly space: string;
  readonly id: string;
  readonly account?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly designation?: string;
  readonly language?: string;
  /** Why somebody who never signed up stands here, and on what basis. */
  readonly purpose?: string;
  readonly basis?: string;
  /** The person who added them. */
  readonly addedBy?: string;
  readonly added: number;
  /** When somebody looks again whether the entry is still needed. */
  readonly review?: number;
  readonly withdrawn: boolean;
  readonly erased?: number;
}

/** What may change in a card; `null` empties a field. */
export type CardChange = {
  readonly [Field in
    | 'account'
    | 'name'
    | 'email'
    | 'phone'
    | 'designation'
    | 'language'
    | 'purpose'
    | 'basis']?: string | null;
} & { readonly withdrawn?: boolean; readonly review?: number | null };

/** The vault: personal data by space, never in the ledger. */
export interface CardStore {
  /** Grows with every change of a space's cards; 0 for a space without any. */
  version(space: string): Promise<number>;
  of(space: string): Promise<readonly Card[]>;
  byId(space: string, id: string): Promise<Card | undefined>;
  byAccount(space: string, account: string): Promise<Card | undefined>;
  /** The spaces in which an account has a card that is not erased. */
  spacesOf(account: string): Promise<readonly { readonly space: string; readonly person: string }[]>;
  /** False when the id is taken in that space. */
  add(card: Card): Promise<boolean>;
  change(space: string, id: string, change: CardChange): Promise<boolean>;
  /** Empties the row; nothing but the marker is left. False when there is no such row or it was empty. */
  erase(space: string, id: string, at: number): Promise<boolean>;
}

/** The terms of a membership, as `member.join` takes them. */
export interface Terms {
  readonly roles: readonly Role[];
  readonly organisation?: string;
  readonly circles?: readonly string[];
  readonly until?: string;
}

/** How an invitation reaches its guest. */
export type InvitationWay = 'email' | 'link' | 'code';

/** An invitation into a space. */
export interface Invitation {
  readonly id: string;
  readonly space: string;
  /** SHA-256 of the link's token, or keyed hash of the code. */
  readonly hash: string;
  readonly way: InvitationWay;
  readonly person: string;
  readonly terms: Terms;
  /** The person who invites. */
  readonly inviter: string;
  readonly created: number;
  readonly expires: number;
  /** The id of the command that lets the guest in: the same at every try. */
  readonly command: string;
  readonly state: 'open' | 'joining' | 'joined' | 'revoked';
  readonly account?: string;
  /** True when the server itself sent it to the guest's address. */
  readonly mailed: boolean;
}

/** Invitations. */
export interface InvitationStore {
  add(invitation: Invitation): Promise<void>;
  byHash(hash: string): Promise<Invitation | undefined>;
  byId(space: string, id: string): Promise<Invitation | undefined>;
  of(space: string): Promise<readonly Invitation[]>;
  /** From `open` to `joining`: true for exactly one caller, and only before it expires. */
  take(id: string, account: string, now: number): Promise<boolean>;
  joined(id: string): Promise<void>;
  /** From `joining` back to `open`: the account could not be made. */
  release(id: string): Promise<void>;
  revoke(space: string, id: string): Promise<boolean>;
  mailed(id: string): Promise<void>;
  /** Those that were taken and whose guest may not be in yet. */
  joining(): Promise<readonly Invitation[]>;
  /** Drops what was created before `created`, unless it is being taken; returns the guests of those never accepted. */
  purge(created: number): Promise<readonly { readonly space: string; readonly person: string }[]>;
}

/** A personal link: one person's door to one request. */
export interface PersonalLink {
  readonly id: string;
  readonly hash: string;
  readonly space: string;
  /** Entity id of the request. */
  readonly request: string;
  readonly person: string;
  readonly language: DoorLanguage;
  /** The person who asks. */
  readonly asker: string;
  readonly created: number;
  readonly closes: number;
  readonly revoked: boolean;
}

/** Personal links. */
export interface LinkStore {
  add(link: PersonalLink): Promise<void>;
  byHash(hash: string): Promise<PersonalLink | undefined>;
  of(space: string): Promise<readonly PersonalLink[]>;
  revoke(space: string, id: string): Promise<boolean>;
  purge(closedBefore: number): Promise<void>;
}

/** What the code on a printed page leads to. */
export interface PageMark {
  /** The signs of the code without hyphens; of a pile of answer sheets, the four signs that all of them begin with. */
  readonly code: string;
  readonly space: string;
  /** What the page is: `minutes`, `agreement`, `letter`, `document`, `paper`. */
  readonly kind: string;
  /** The entity that it was made from. */
  readonly entity: string;
  /** Which state of it was printed: the number of a version, `draft`, a day. */
  readonly edition: string;
  readonly made: number;
}

/** Codes of pages. */
export interface PageCodeStore {
  /** Keeps what a code leads to; the first time stands. */
  keep(mark: PageMark): Promise<void>;
  /** One, or several where piles of two partnerships begin with the same signs. */
  find(code: string): Promise<readonly PageMark[]>;
}

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

/** What is known of the reminders of people. Mondays are ISO dates in the home zone of the partnership. */
export interface ReminderStore {
  pace(space: string, person: string): Promise<Pace>;
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

/** Everything above, in one place. */
export interface PeopleStore {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly challenges: ChallengeStore;
  readonly cards: CardStore;
  readonly invitations: InvitationStore;
  readonly links: LinkStore;
  readonly pages: PageCodeStore;
  readonly outgoing: OutgoingStore;
  readonly reminders: ReminderStore;
  /** Copies the whole store into one file, consistent at one moment. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}
