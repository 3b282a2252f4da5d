import type { Account, PeopleStore, Session } from './port.ts';
import { hashOf, newId, newToken } from './secret.ts';
import type { Clock } from './space-desk.ts';

const DAY = 86_400_000;

/** How long a session lasts: since its last use, in all, and when it leaves no trace. Milliseconds. */
export const SESSION = { idle: 30 * DAY, longest: 90 * DAY, noTrace: 2 * 3_600_000 } as const;

/** The last use is written at most this often: a write per request would cost a sync each. */
const TOUCH = 3_600_000;

/** Who holds a request's session. */
export interface Caller {
  readonly account: Account;
  readonly session: Session;
}

/** What a new session is about. */
export interface NewSession {
  readonly account: string;
  readonly noTrace: boolean;
  /** The request's `User-Agent`; only browser and system are kept. */
  readonly agent: string;
}

/** Sessions: opaque tokens of 256 bits, of which only the SHA-256 is stored. */
export interface Sessions {
  /** Opens a session and returns the token for the cookie. */
  open(asked: NewSession): Promise<string>;
  /** The caller of a token; `undefined` when it is unknown, expired or revoked. Renews the last use. */
  caller(token: string): Promise<Caller | undefined>;
  of(account: string): Promise<readonly Session[]>;
  /** Ends one session of the account, acting at once; false when it has none of that id. */
  end(account: string, id: string): Promise<boolean>;
  /** Ends all sessions of the account but `keep`. */
  endAll(account: string, keep?: string): Promise<void>;
  /** Calls `listener` with the id and account of each session that ends by hand, so that open feeds are closed. */
  watch(listener: (session: string, account: string) => void): () => void;
  purge(): Promise<void>;
}

const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Samsung Internet', /SamsungBrowser/],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
];

const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['KaiOS', /KAIOS/i],
  ['Windows', /Windows/],
  ['macOS', /Macintosh|Mac OS X/],
  ['Linux', /Linux|X11/],
];

/** Browser and system of a `User-Agent`, in two words at most: `Firefox, Android`; empty when neither is known. */
export const deviceOf = (agent: string): string =>
  [BROWSERS, SYSTEMS]
    .map((known) => known.find(([, pattern]) => pattern.test(agent))?.[0])
    .filter((name) => name !== undefined)
    .join(', ');

/** Since when a session must have been used, and opened, to live at `now`. Milliseconds since 1970. */
const livingSince = (now: number) => ({
  used: now - SESSION.idle,
  created: now - SESSION.longest,
  noTrace: now - SESSION.noTrace,
});

/** True while the session lives: 30 days since its last use and 90 at most, or 2 hours when it leaves no trace. */
export const isLive = (session: Session, now: number): boolean => {
  const since = livingSince(now);
  return session.used >= since.used && session.created >= (session.noTrace ? since.noTrace : since.created);
};

/** The sessions of a store. */
export const sessionsOf = (store: PeopleStore, clock: Clock): Sessions => {
  const listeners = new Set<(session: string, account: string) => void>();
  const tell = (ids: readonly string[], account: string): void => {
    for (const id of ids) for (const listener of listeners) listener(id, account);
  };
  return {
    async open({ account, noTrace, agent }) {
      const token = newToken(256);
      const now = clock();
      const device = deviceOf(agent);
      await store.sessions.open({
        id: newId(),
        hash: hashOf(token),
        account,
        created: now,
        used: now,
        noTrace,
        device,
      });
      return token;
    },
    async caller(token) {
      const session = await store.sessions.byHash(hashOf(token));
      const now = clock();
      if (session === undefined || !isLive(session, now)) return undefined;
      if (now - session.used > TOUCH) await store.sessions.touch(session.id, now);
      const account = await store.accounts.byId(session.account);
      return account && { account, session };
    },
    async of(account) {
      const now = clock();
      return (await store.sessions.of(account)).filter((session) => isLive(session, now));
    },
    async end(account, id) {
      const ended = await store.sessions.end(account, { id });
      tell(ended, account);
      return ended.length > 0;
    },
    async endAll(account, keep) {
      tell(await store.sessions.end(account, keep === undefined ? {} : { keep }), account);
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    purge: () => store.sessions.purge(livingSince(clock())),
  };
};
