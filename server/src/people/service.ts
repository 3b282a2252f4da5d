import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Identity } from '../http/identity.ts';
import type { Log } from '../log.ts';
import { type Addresses, addressesOf } from '../mail/address.ts';
import { SYSTEM } from '../space/decide-batch.ts';
import type { Spaces } from '../space/spaces.ts';
import { tracesOf } from '../space/traces.ts';
import { type Accounts, accountsOf } from './account.ts';
import { tokenIn } from './cookie.ts';
import { INVITATION, type InvitationTools } from './invitation.ts';
import { finishJoining } from './joining.ts';
import { keyIn } from './key.ts';
import { limiter } from './limit.ts';
import { LINK } from './link.ts';
import type { Account, PeopleStore } from './port.ts';
import { NO_POST, type Post, smtpPost } from './post.ts';
import { type Hasher, hasherOf, newId } from './secret.ts';
import { type Caller, type Sessions, sessionsOf } from './session.ts';
import { type SignIn, signInOf } from './sign-in.ts';
import type { Clock, SpaceDesk } from './space-desk.ts';
import { openPeople } from './sqlite/store.ts';
import { type VaultDesk, vaultOf } from './vault.ts';

/** For how long it is shown that a letter could not be delivered: 30 days, in milliseconds. */
const OUTGOING_KEPT = 30 * 86_400_000;

/** What the service stands on. */
export interface PeopleDeps {
  readonly store: PeopleStore;
  readonly spaces: SpaceDesk;
  readonly post: Post;
  /** The addresses at which mail comes in; absent where none does. */
  readonly mailIn?: Addresses;
  /** 32 bytes, kept beside the data. */
  readonly key: Buffer;
  /** Another cost than that of {@link hasherOf} is for tests. */
  readonly hasher?: Hasher;
  /** The address that people open, without a slash at the end. */
  readonly url: string;
  readonly clock: Clock;
}

/** Accounts, sessions, vault, invitations and personal links, ready for their routes. */
export interface PeopleService extends InvitationTools {
  readonly accounts: Accounts;
  readonly signIn: SignIn;
  readonly identity: Identity;
  readonly vault: VaultDesk;
  /** The caller of a request; `undefined` without a live session. */
  caller(request: Request): Promise<Caller | undefined>;
  /** The one-time set-up address while nobody has an account: printed at start, never logged. */
  setUpLink(): Promise<string | undefined>;
  /** Finishes what a stop interrupted and forgets what is past its time; at start and once an hour. */
  tend(): Promise<void>;
  close(): Promise<void>;
}

/** The desk of the spaces that this server serves. */
export const deskOf = (spaces: Spaces): SpaceDesk => ({
  async read(space) {
    const folded = await spaces.open(space);
    return folded && folded.shelter.entities(folded.state.entities);
  },
  async issue(command, as) {
    const [outcome] = await spaces.submit(command.space, as === 'system' ? SYSTEM : as, [command]);
    return outcome ?? { id: command.id, outcome: 'refused', code: 'Invalid' };
  },
  issueAll: async (commands, as) => {
    const [first] = commands;
    return first === undefined ? [] : spaces.submit(first.space, as === 'system' ? SYSTEM : as, commands);
  },
  shelteredBy: (source) => spaces.shelteredBy(source),
  shelter: (space) => spaces.shelter(space),
  traces: (space, by, person) => tracesOf(spaces, space, by, person),
  all: async () => (await spaces.ledger.spaces()).map(({ space }) => space),
});

/** The service over its parts. */
export const peopleService = (deps: PeopleDeps): PeopleService => {
  const { store, clock } = deps;
  const sessions: Sessions = sessionsOf(store, clock);
  const parts = { sessions, limiter: limiter(), hasher: deps.hasher ?? hasherOf() };
  const accounts = accountsOf({ store, clock, ...parts });
  const vault = vaultOf({ store, spaces: deps.spaces, clock });
  const signIn = signInOf({ ...deps, accounts, ...parts });
  const tools: InvitationTools = { ...deps, accounts, vault, ...parts };
  const caller = async (request: Request): Promise<Caller | undefined> => {
    const token = tokenIn(request.headers.get('cookie'), deps.url);
    return token === undefined ? undefined : sessions.caller(token);
  };
  return {
    ...tools,
    signIn,
    identity: identityOf(store, clock, caller),
    caller,
    async setUpLink() {
      const token = await accounts.setUpToken();
      return token && `${deps.url}/set-up/${token}`;
    },
    async tend() {
      for (const invitation of await store.invitations.joining()) await finishJoining(tools, invitation);
      const forgotten = await store.invitations.purge(clock() - INVITATION.kept);
      for (const { space, person } of forgotten) {
        const card = await store.cards.byId(space, person);
        if (card?.account === undefined && card?.purpose === 'invitation')
          await store.cards.erase(space, person, clock());
      }
      void deps.post.look();
      await store.outgoing.purge(clock() - OUTGOING_KEPT);
      await store.links.purge(clock() - LINK.known);
      await signIn.purge();
      await sessions.purge();
    },
    async close() {
      await deps.post.close();
      await store.close();
    },
  };
};

const identityOf = (
  store: PeopleStore,
  clock: Clock,
  caller: (request: Request) => Promise<Caller | undefined>,
): Identity => ({
  async account(request) {
    const found = await caller(request);
    if (found === undefined) return undefined;
    const { id, name, email, language, steward } = found.account;
    return { id, name, ...(email === undefined ? {} : { email }), language, steward };
  },
  person: async (account, space) => (await store.cards.byAccount(space, account.id))?.id,
  async enroll(account, space) {
    const held = await store.cards.byAccount(space, account.id);
    if (held !== undefined) return held.id;
    const full: Account | undefined = await store.accounts.byId(account.id);
    const card = { space, id: newId(), account: account.id, name: account.name, language: account.language };
    const email = full?.email === undefined ? {} : { email: full.email };
    const isAdded = await store.cards.add({ ...card, ...email, added: clock(), withdrawn: false });
    // Two requests at once: the other one was first.
    return isAdded ? card.id : ((await store.cards.byAccount(space, account.id))?.id ?? card.id);
  },
  presences: (account) => store.cards.spacesOf(account.id),
});

/** Opens everything as the configuration says: `people.db` and `people.key` in the data folder, mail when there is a server. */
export const openPeopleService = (config: Config, spaces: Spaces, log: Log, clock: Clock): PeopleService => {
  const from = config.mailFrom ?? `Tablée <tablee@${new URL(config.url).hostname}>`;
  const key = keyIn(join(config.data, 'people.key'));
  const mailIn = config.mailIn === undefined ? undefined : addressesOf(key, from, config.mailAddress);
  const replies = mailIn === undefined ? {} : { replies: mailIn };
  const store = openPeople(join(config.data, 'people.db'));
  const { smtp } = config;
  return peopleService({
    store,
    spaces: deskOf(spaces),
    post: smtp === undefined ? NO_POST : smtpPost({ smtp, from, log, store, key, clock, ...replies }),
    ...(mailIn === undefined ? {} : { mailIn }),
    key,
    url: config.url,
    clock,
  });
};
