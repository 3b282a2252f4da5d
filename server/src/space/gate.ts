import { type Actor, type Circle, PUBLIC } from '@tablee/domain/kernel';
import type { Account } from '../http/identity.ts';
import { actorIn, type Folded } from './folded.ts';

/** What opens a space: the service of spaces. */
export interface Opener {
  open(space: string): Promise<Folded | undefined>;
}

/** What a gate knows of the one who passed. */
interface Pass {
  readonly space: string;
  readonly actor: Actor;
  readonly account: Account;
}

/**
 * Proof that somebody may read a space, as the actor it names. Its constructor stays in this file, so that a
 * read which did not pass the gate does not compile.
 */
class Authorized {
  readonly #pass: Pass;

  constructor(pass: Pass) {
    this.#pass = pass;
  }

  get space(): string {
    return this.#pass.space;
  }

  get actor(): Actor {
    return this.#pass.actor;
  }

  get account(): Account {
    return this.#pass.account;
  }

  get circles(): ReadonlySet<Circle> {
    return this.#pass.actor.circles;
  }
}

/** See {@link Authorized}: made by `openGate` alone. */
export type AuthorizedSpace = Authorized;

/**
 * Lets an account into a space as the person it is there; `undefined` for a space that does not exist, for one
 * that the account never entered and for one that it left: all three look alike from outside.
 */
export const openGate = async (
  spaces: Opener,
  account: Account,
  person: string | undefined,
  space: string,
): Promise<AuthorizedSpace | undefined> => {
  if (person === undefined) return undefined;
  const folded = await spaces.open(space);
  const actor = folded && actorIn(folded, person);
  return actor && new Authorized({ space, actor, account });
};

/** The gate again after a change: the same person with today's roles and circles, or `undefined` when they left. */
export const reopenGate = async (
  spaces: Opener,
  gate: AuthorizedSpace,
): Promise<AuthorizedSpace | undefined> => openGate(spaces, gate.account, gate.actor.id, gate.space);

/** What everybody reads, without an account. */
export const PUBLIC_CIRCLES: ReadonlySet<Circle> = new Set([PUBLIC]);
