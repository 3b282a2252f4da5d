import type { SessionAnswer } from '@tablee/domain/protocol';
import { emailOf, handleOf, readOwnData } from './form.ts';
import type { Limiter } from './limit.ts';
import { refusePassword } from './password.ts';
import type { Account, AccountChange, PeopleStore, ServerLanguage } from './port.ts';
import { type Refused, refused } from './refusal.ts';
import { type Hasher, hashOf, newId, newToken, sameHash } from './secret.ts';
import type { Sessions } from './session.ts';
import type { Clock } from './space-desk.ts';

/** What an account form carries: as it came, not yet trusted. */
export interface AccountForm {
  readonly name?: unknown;
  readonly email?: unknown;
  readonly password?: unknown;
  readonly language: ServerLanguage;
}

/** A change of one's own account: only what is there changes; `email: null` takes the address away. */
export interface AccountEdit {
  readonly name?: unknown;
  readonly email?: unknown;
  readonly language?: ServerLanguage;
  /** The new password, with the current one when there is one. */
  readonly password?: unknown;
  readonly current?: unknown;
}

/** An account, or why not. */
export type AccountAnswer = { readonly ok: true; readonly account: Account } | Refused;

/** What accounts are made with. */
export interface AccountTools {
  readonly store: PeopleStore;
  readonly sessions: Sessions;
  readonly limiter: Limiter;
  readonly hasher: Hasher;
  readonly clock: Clock;
}

/** Accounts: the first one, those of guests, passwords. */
export interface Accounts {
  /** A fresh one-time token for the set-up link while nobody has an account; each call replaces the earlier one. */
  setUpToken(): Promise<string | undefined>;
  isSetUpToken(token: string): boolean;
  /** Makes the first account, that of the steward. */
  setUp(token: string, form: AccountForm): Promise<AccountAnswer>;
  /** Checks a form and prepares an account; nothing is stored. The password may be left out when `mayLackPassword`. */
  draft(form: AccountForm, mayLackPassword: boolean): Promise<AccountAnswer>;
  /** The account of an address (or, without one, of a name) and its password. */
  byPassword(login: unknown, password: unknown): Promise<AccountAnswer>;
  /** Changes one's own account; a new password ends the other sessions. */
  change(account: Account, edit: AccountEdit, session: string): Promise<AccountAnswer>;
  answer(account: Account | undefined): Promise<SessionAnswer>;
}

/** The accounts of a store. */
export const accountsOf = (tools: AccountTools): Accounts => {
  const { store } = tools;
  let setUp: string | undefined;
  return {
    async setUpToken() {
      if ((await store.accounts.count()) > 0) return undefined;
      const token = newToken(128);
      setUp = hashOf(token);
      return token;
    },
    isSetUpToken: (token) => setUp !== undefined && sameHash(hashOf(token), setUp),
    async setUp(token, form) {
      if ((await store.accounts.count()) > 0) return refused('AlreadySetUp');
      if (setUp === undefined || !sameHash(hashOf(token), setUp)) return refused('LinkUnknown');
      const drafted = await draft(tools, form, false);
      if (!drafted.ok) return drafted;
      // Whoever reads the console runs the machine: their word on their own address is enough.
      const account = { ...drafted.account, steward: true, emailProven: drafted.account.email !== undefined };
      if (!(await store.accounts.addFirst(account))) return refused('AlreadySetUp');
      setUp = undefined;
      return { ok: true, account };
    },
    draft: (form, mayLackPassword) => draft(tools, form, mayLackPassword),
    byPassword: (login, password) => byPassword(tools, login, password),
    change: (account, edit, session) => change(tools, account, edit, session),
    async answer(account) {
      const own = account && {
        id: account.id,
        name: account.name,
        ...(account.email === undefined ? {} : { email: account.email }),
        language: account.language,
        steward: account.steward,
      };
      const setUpOpen = own === undefined && (await store.accounts.count()) === 0;
      return { ...(own && { account: own }), setUp: setUpOpen, ways: ['password', 'email', 'code'] };
    },
  };
};

const draft = async (
  { store, hasher, clock }: AccountTools,
  form: AccountForm,
  mayLackPassword: boolean,
): Promise<AccountAnswer> => {
  const read = readOwnData(form.name, form.email);
  if (!read.ok) return read;
  const { name, email } = read.own;
  const made = await passwordOf(hasher, form.password, [name, email ?? ''], mayLackPassword);
  if (!made.ok) return made;
  const handle = email === undefined && made.hash !== undefined ? { handle: handleOf(name) } : {};
  const account: Account = {
    id: newId(),
    name,
    ...(email === undefined ? {} : { email }),
    ...handle,
    emailProven: false,
    language: form.language,
    steward: false,
    ...(made.hash === undefined ? {} : { password: made.hash }),
    created: clock(),
  };
  if (email !== undefined && (await store.accounts.byEmail(email))) return refused('EmailTaken');
  if (account.handle !== undefined && (await store.accounts.byHandle(account.handle)))
    return refused('NameTaken');
  return { ok: true, account };
};

const passwordOf = async (
  hasher: Hasher,
  password: unknown,
  own: readonly string[],
  mayLack: boolean,
): Promise<{ readonly ok: true; readonly hash?: string } | Refused> => {
  if (mayLack && (password === undefined || password === '')) return { ok: true };
  if (typeof password !== 'string') return refused('PasswordTooShort');
  const bad = refusePassword(password, own);
  return bad === undefined ? { ok: true, hash: await hasher.hash(password) } : refused(bad);
};

const byPassword = async (tools: AccountTools, login: unknown, password: unknown): Promise<AccountAnswer> => {
  const { store, limiter, clock } = tools;
  if (
    typeof login !== 'string' ||
    typeof password !== 'string' ||
    login.length > 300 ||
    password.length > 1_000
  )
    return refused('SignInWrong');
  const email = emailOf(login);
  const key = email ?? handleOf(login);
  const wait = limiter.take('password', hashOf(key), clock());
  if (wait > 0) return refused('TooManyTries', { wait });
  const account =
    email === undefined ? await store.accounts.byHandle(key) : await store.accounts.byEmail(email);
  const matches = await tools.hasher.matches(password, account?.password);
  return matches && account !== undefined ? { ok: true, account } : refused('SignInWrong');
};

const change = async (
  tools: AccountTools,
  account: Account,
  edit: AccountEdit,
  session: string,
): Promise<AccountAnswer> => {
  const { store, sessions } = tools;
  const read = readOwnData(edit.name ?? account.name, edit.email === undefined ? account.email : edit.email);
  if (!read.ok) return read;
  const { name, email } = read.own;
  let password: string | undefined;
  if (edit.password !== undefined) {
    if (account.password !== undefined) {
      const known = await byCurrent(tools, account, edit.current);
      if (known !== undefined) return known;
    }
    const made = await passwordOf(tools.hasher, edit.password, [name, email ?? ''], false);
    if (!made.ok) return made;
    password = made.hash;
  }
  const hasPassword = (password ?? account.password) !== undefined;
  // Without address, password and code nobody could come back.
  if (email === undefined && !hasPassword && account.pin === undefined) return refused('EmailInvalid');
  const isOther = email !== account.email;
  const changes: AccountChange = {
    name,
    email: email ?? null,
    handle: email === undefined && hasPassword ? handleOf(name) : null,
    ...(isOther ? { emailProven: false } : {}),
    ...(edit.language === undefined ? {} : { language: edit.language }),
    ...(password === undefined ? {} : { password }),
  };
  if (!(await store.accounts.change(account.id, changes)))
    return refused(email === undefined ? 'NameTaken' : 'EmailTaken');
  if (password !== undefined) await sessions.endAll(account.id, session);
  if (name !== account.name) await renameCards(store, account, name);
  const now = await store.accounts.byId(account.id);
  return now === undefined ? refused('NotFound') : { ok: true, account: now };
};

const byCurrent = async (
  tools: AccountTools,
  account: Account,
  current: unknown,
): Promise<Refused | undefined> => {
  const wait = tools.limiter.take('password', account.id, tools.clock());
  if (wait > 0) return refused('TooManyTries', { wait });
  const matches = await tools.hasher.matches(typeof current === 'string' ? current : '', account.password);
  return matches ? undefined : refused('SignInWrong');
};

/** A card that a person named differently in one partnership on purpose keeps its name. */
const renameCards = async (store: PeopleStore, account: Account, name: string): Promise<void> => {
  for (const { space, person } of await store.cards.spacesOf(account.id)) {
    const card = await store.cards.byId(space, person);
    if (card?.name === account.name) await store.cards.change(space, person, { name });
  }
};
