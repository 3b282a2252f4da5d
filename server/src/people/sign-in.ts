import type { AccountAnswer, Accounts } from './account.ts';
import { emailOf } from './form.ts';
import { signInCodeLetter, signInLinkLetter } from './letter.ts';
import type { Limiter } from './limit.ts';
import type { Account, Challenge, PeopleStore } from './port.ts';
import type { Post } from './post.ts';
import { type Refused, refused } from './refusal.ts';
import { type Hasher, hashOf, keyedHash, newDigits, newToken, readCode, sameHash } from './secret.ts';
import type { Sessions } from './session.ts';
import type { Clock } from './space-desk.ts';

const MINUTE = 60_000;

/** How long a sign-in by e-mail lives, and how often its code or a PIN may be wrong. Milliseconds. */
export const SIGN_IN = { link: 15 * MINUTE, code: 10 * MINUTE, tries: 5, pinWait: 15 * MINUTE } as const;

/** A sign-in link that no mail server could carry: the steward hands it over. */
export interface PendingSignIn {
  readonly name: string;
  readonly email: string;
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** What a request for a link or a code answers: the same whether or not the address has an account. */
export interface SignInAsked {
  readonly ok: true;
  /** For a code: goes back with the six digits. */
  readonly challenge: string;
  /** Who brings the message: the mail, or the steward in person. */
  readonly by: 'mail' | 'steward';
}

/** What signing in is made with. */
export interface SignInTools {
  readonly store: PeopleStore;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly limiter: Limiter;
  readonly hasher: Hasher;
  readonly post: Post;
  readonly key: Buffer;
  /** The address that people open, without a slash at the end. */
  readonly url: string;
  readonly clock: Clock;
}

/** Signing in without a password. */
export interface SignIn {
  request(email: unknown, way: 'link' | 'code'): Promise<SignInAsked | Refused>;
  /** What a link is worth, without using it up. */
  look(token: string): Promise<{ readonly ok: true } | Refused>;
  /** The second press. */
  press(token: string): Promise<AccountAnswer>;
  digits(challenge: unknown, typed: unknown): Promise<AccountAnswer>;
  /** Invitation code and PIN of somebody who has been here before. */
  pin(code: unknown, pin: unknown): Promise<AccountAnswer>;
  /** The links that wait for the steward to hand them over; none when there is a mail server. */
  pending(): readonly PendingSignIn[];
  purge(): Promise<void>;
}

/** Signing in over a store. */
export const signInOf = (tools: SignInTools): SignIn => {
  const { store, clock } = tools;
  const waiting: PendingSignIn[] = [];
  const pending = (): readonly PendingSignIn[] => {
    const now = clock();
    const live = waiting.filter((each) => each.expires > now);
    waiting.splice(0, waiting.length, ...live);
    return live;
  };
  return {
    async request(email, way) {
      const asked = await request(tools, email, way);
      if (!asked.ok) return asked;
      if (asked.held !== undefined) {
        pending();
        waiting.push(asked.held);
      }
      return asked.answer;
    },
    async look(token) {
      const found = await linkOf(tools, token);
      return found.ok ? { ok: true } : found;
    },
    press: (token) => press(tools, token),
    digits: (challenge, typed) => byDigits(tools, challenge, typed),
    pin: (code, pin) => byPin(tools, code, pin),
    pending,
    purge: () => store.challenges.purge(clock() - 24 * 60 * MINUTE),
  };
};

/** Makes the link or the digits and sends them; `held` is the link that no mail server can carry. */
const request = async (
  { store, limiter, post, key, url: origin, clock }: SignInTools,
  email: unknown,
  wished: 'link' | 'code',
): Promise<{ readonly ok: true; readonly answer: SignInAsked; readonly held?: PendingSignIn } | Refused> => {
  // Without mail the steward hands over a link; six digits read over the phone would be one more thing to guess.
  const way = post.works ? wished : 'link';
  const address = emailOf(email);
  if (address === undefined) return refused('EmailInvalid');
  const now = clock();
  const wait = limiter.take('message', hashOf(address), now);
  if (wait > 0) return refused('TooManyTries', { wait });
  const account = await store.accounts.byEmail(address);
  const token = newToken(128);
  const digits = newDigits();
  const challenge: Challenge = {
    hash: hashOf(token),
    way,
    ...(account === undefined ? {} : { account: account.id }),
    email: address,
    ...(way === 'code' ? { code: keyedHash(key, `${token} ${digits}`) } : {}),
    expires: now + SIGN_IN[way],
    tries: 0,
  };
  await store.challenges.put(challenge);
  const url = `${origin}/sign-in/${token}`;
  if (account !== undefined && post.works) {
    const letter =
      way === 'link' ? signInLinkLetter(account.language, url) : signInCodeLetter(account.language, digits);
    const mail = { to: address, ...letter, purpose: { kind: 'signIn' } } as const;
    // After the answer, which must not tell by its time whether there is such an account.
    setImmediate(() => void post.send(mail, SIGN_IN[way]).catch(() => undefined));
  }
  const answer: SignInAsked = {
    ok: true,
    challenge: way === 'code' ? token : '',
    by: post.works ? 'mail' : 'steward',
  };
  return account === undefined || post.works
    ? { ok: true, answer }
    : { ok: true, answer, held: { name: account.name, email: address, url, expires: challenge.expires } };
};

const linkOf = async (
  { store, clock }: SignInTools,
  token: string,
): Promise<{ readonly ok: true; readonly challenge: Challenge } | Refused> => {
  const challenge = await store.challenges.find(hashOf(token));
  if (challenge === undefined || challenge.way !== 'link') return refused('LinkUnknown');
  if (challenge.used) return refused('LinkUsed');
  return challenge.expires <= clock() ? refused('LinkExpired') : { ok: true, challenge };
};

const press = async (tools: SignInTools, token: string): Promise<AccountAnswer> => {
  const found = await linkOf(tools, token);
  if (!found.ok) return found;
  if (!(await tools.store.challenges.consume(found.challenge.hash, tools.clock())))
    return refused('LinkUsed');
  return proven(tools, found.challenge);
};

const byDigits = async (tools: SignInTools, challenge: unknown, typed: unknown): Promise<AccountAnswer> => {
  const { store, clock, key } = tools;
  if (typeof challenge !== 'string' || typeof typed !== 'string') return refused('Invalid');
  const held = await store.challenges.find(hashOf(challenge));
  if (held === undefined || held.way !== 'code' || held.used || held.expires <= clock())
    return refused('LinkExpired');
  const tries = await store.challenges.countTry(held.hash);
  if (tries > SIGN_IN.tries) return refused('TooManyTries');
  const matches = sameHash(keyedHash(key, `${challenge} ${typed.replace(/\D/g, '')}`), held.code ?? '');
  if (!matches || held.account === undefined) return refused('CodeWrong', { left: SIGN_IN.tries - tries });
  if (!(await store.challenges.consume(held.hash, clock()))) return refused('LinkUsed');
  return proven(tools, held);
};

/**
 * The address is proven now. Whoever made the account without proving it may not be the one who reads the
 * mailbox: what they set (password, other sessions) falls.
 */
const proven = async ({ store, sessions }: SignInTools, challenge: Challenge): Promise<AccountAnswer> => {
  const account = challenge.account === undefined ? undefined : await store.accounts.byId(challenge.account);
  if (account === undefined || account.email !== challenge.email) return refused('LinkUnknown');
  if (account.emailProven) return { ok: true, account };
  await store.accounts.change(account.id, { emailProven: true, password: null, code: null, pin: null });
  await sessions.endAll(account.id);
  const { password: _password, code: _code, pin: _pin, ...rest } = account;
  return { ok: true, account: { ...rest, emailProven: true } };
};

const byPin = async (tools: SignInTools, code: unknown, pin: unknown): Promise<AccountAnswer> => {
  const read = typeof code === 'string' ? readCode(code) : undefined;
  const account =
    read === undefined ? undefined : await tools.store.accounts.byCode(keyedHash(tools.key, read));
  if (account === undefined) return refused('CodeNotRecognised');
  return checkPin(tools, account, pin, tools.clock());
};

const checkPin = async (
  { store, hasher }: SignInTools,
  account: Account,
  pin: unknown,
  now: number,
): Promise<AccountAnswer> => {
  const tries = await store.accounts.tries(account.id);
  if (tries.waitUntil > now)
    return refused('TooManyTries', { wait: Math.ceil((tries.waitUntil - now) / 1_000) });
  const count = tries.waitUntil > 0 ? 1 : tries.count + 1;
  // Counted before the slow comparison, so that tries side by side do not share one count.
  await store.accounts.setTries(account.id, {
    count,
    waitUntil: count >= SIGN_IN.tries ? now + SIGN_IN.pinWait : 0,
  });
  const typed = typeof pin === 'string' ? pin.replace(/\D/g, '') : '';
  if (await hasher.matches(typed, account.pin)) {
    await store.accounts.setTries(account.id, { count: 0, waitUntil: 0 });
    return { ok: true, account };
  }
  return count >= SIGN_IN.tries
    ? refused('TooManyTries', { wait: SIGN_IN.pinWait / 1_000 })
    : refused('CodeWrong', { left: SIGN_IN.tries - count });
};
