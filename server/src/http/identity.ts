import type { Circle, Language } from '@tablee/domain/kernel';
import type { People } from '@tablee/domain/protocol';

/** Who is signed in, as the rest of the server needs it. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly language: Language;
  /** Keeps the platform; reads no partnership by being steward. */
  readonly steward: boolean;
}

/** A person of the vault in one space: the id under which an account acts there. */
export interface Presence {
  readonly space: string;
  readonly person: string;
}

/** What people, accounts and sessions give to the routes of a space. */
export interface Identity {
  /** The account of the request's session; `undefined` without one, with an expired or a revoked one. */
  account(request: Request): Promise<Account | undefined>;
  /** The person as whom the account acts in a space; `undefined` when it never entered it. */
  person(account: Account, space: string): Promise<string | undefined>;
  /** The same, made when it does not exist yet (creating or importing a space). Twice gives the same id. */
  enroll(account: Account, space: string): Promise<string>;
  /** The spaces that the account ever entered; the ledger says in which of them it still is a member. */
  presences(account: Account): Promise<readonly Presence[]>;
}

/** Who asks for people, and what they may read. */
export interface VaultReader {
  readonly person: string;
  readonly circles: ReadonlySet<Circle>;
}

/** A document that was made, or a file that was taken out: what it was, and whom it names. */
export interface Produced {
  readonly space: string;
  /** SHA-256 of its bytes, in hex. */
  readonly digest: string;
  /** The person who had it made. */
  readonly by: string;
  /** The kind of document (`minutes`, `letter`, …), or `export` for the whole space as a file. */
  readonly kind: string;
  /** The entity that it was made from; of an export, the space. */
  readonly entity: string;
  readonly ending: string;
  /** The circle whose readers may know of it. */
  readonly circle: string;
  readonly at: number;
  /** The ids of the persons whose names stand in it. */
  readonly persons: readonly string[];
}

/** What the vault gives to the routes of a space. */
export interface Vault {
  /** Grows with every change to cards of the space: as long as it is the same, so is everything `people` answers. */
  version(space: string): Promise<number>;
  /** The cards of `persons` as this reader may see them, with a version that grows with every change to them. */
  people(space: string, persons: readonly string[], reader: VaultReader): Promise<People>;
  /** Takes over the cards of an imported space: persons that the vault does not know yet. */
  adopt(space: string, people: People): Promise<void>;
  /** Keeps that a document was produced, before it is handed out. */
  keepProduced(produced: Produced): Promise<void>;
  /** Calls `listener` with the space after a change to cards of that space; returns how to stop. */
  watch(listener: (space: string) => void): () => void;
}
