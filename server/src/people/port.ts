/**
 * What the accounts, sessions, vault, invitations and personal links ask of a store. Times are milliseconds since
 * 1970 (UTC). Only hashes of tokens, codes, passwords and PINs are ever handed over.
 */
import type { Role } from '@tablee/domain/kernel';
import type { DoorLanguage } from '@tablee/domain/modules/request';
import type { Produced } from '../http/identity.ts';
import type { Sheltered } from '../space/shelter.ts';
import type { OutgoingStore, ReminderStore } from './outgoing.ts';

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
} & { readonly review?: number | null };

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
  /** Who is in safety in a space, those whose cards were emptied since included. */
  sheltered(space: string): Promise<Sheltered>;
  /**
   * Puts somebody in safety or back in view. In safety, their personal links and open invitations become worthless in
   * the same transaction; back in view, they stay so. False when there is no such card or it was emptied.
   */
  shelter(space: string, id: string, on: boolean): Promise<boolean>;
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

/** The list of documents produced. */
export interface ProducedStore {
  /** The same bytes for the same person are one line, of the last time. */
  add(produced: Produced): Promise<void>;
  /** Those that name a person, the newest first. */
  naming(space: string, person: string): Promise<readonly Omit<Produced, 'persons'>[]>;
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
  readonly produced: ProducedStore;
  /** Copies the whole store into one file, consistent at one moment. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}
