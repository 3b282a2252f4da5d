import type { HttpBindings } from '@hono/node-server';
import type { Language } from '@tablee/domain/kernel';
import type { Context, Hono } from 'hono';
import type { Log } from '../log.ts';
import type { FileStore } from '../space/file-store.ts';
import { type AuthorizedSpace, openGate } from '../space/gate.ts';
import type { Personal } from '../space/personal.ts';
import type { Runtime } from '../space/runtime.ts';
import type { Snapshots } from '../space/snapshot.ts';
import type { Spaces } from '../space/spaces.ts';
import type { Account, Identity, Vault } from './identity.ts';
import { Refused } from './problem.ts';
import type { Rates } from './rate.ts';

/** What every request of this server carries. */
export interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: {
    correlationId: string;
    language: Language;
    /** The network address that counts for rates. */
    address: string;
    /** Looked up at most once per request. */
    account?: Promise<Account | undefined>;
  };
}

/** A request in a route. */
export type Call = Context<Env>;

/** The parts that the routes stand on. */
export interface AppDeps {
  readonly spaces: Spaces;
  readonly snapshots: Snapshots;
  readonly identity: Identity;
  readonly vault: Vault;
  readonly personal: Personal;
  readonly files: FileStore;
  readonly runtime: Runtime;
  readonly log: Log;
  /** The address that people open, without a slash at the end. */
  readonly url: string;
  /** The address of the proxy whose `X-Forwarded-For` counts. */
  readonly trustProxy?: string;
  /** The folder of the built web app; absent when there is none. */
  readonly web?: string;
  readonly rates?: Rates;
  /** Routes of other parts (people, doors, documents); they are added before the app's own pages. */
  readonly routes?: readonly ((app: Hono<Env>, deps: AppDeps) => void)[];
}

/** The account of the request, looked up once. */
export const accountOf = (deps: AppDeps, c: Call): Promise<Account | undefined> => {
  const held = c.get('account');
  if (held !== undefined) return held;
  const asked = deps.identity.account(c.req.raw).then((account) => {
    if (account !== undefined) c.set('language', account.language);
    return account;
  });
  c.set('account', asked);
  return asked;
};

/** The account of the request. @throws Refused `SignInNeeded` when there is none. */
export const signedIn = async (deps: AppDeps, c: Call): Promise<Account> => {
  const account = await accountOf(deps, c);
  if (account === undefined) throw new Refused('SignInNeeded');
  return account;
};

const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

/**
 * The gate of the space in the address: every read of a space goes through it.
 * @throws Refused `SignInNeeded` without an account; `NotFound` alike for a space that is not there and one that
 * the account may not enter.
 */
export const gateOf = async (deps: AppDeps, c: Call): Promise<AuthorizedSpace> => {
  const account = await signedIn(deps, c);
  const space = c.req.param('space') ?? '';
  if (!ID.test(space)) throw new Refused('NotFound');
  const person = await deps.identity.person(account, space);
  const gate = await openGate(deps.spaces, account, person, space);
  if (gate === undefined) throw new Refused('NotFound');
  return gate;
};

/** The JSON of a body. @throws Refused `MalformedJson`. */
export const jsonOf = async (c: Call): Promise<unknown> => {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('MalformedJson');
  }
};

/** A whole number of the query within bounds; the default for absent or anything else. */
export const numberOf = (
  c: Call,
  name: string,
  bounds: { readonly min: number; readonly max: number; readonly otherwise: number },
): number => {
  const value = Number(c.req.query(name) ?? Number.NaN);
  if (!Number.isSafeInteger(value)) return bounds.otherwise;
  return Math.min(bounds.max, Math.max(bounds.min, value));
};
