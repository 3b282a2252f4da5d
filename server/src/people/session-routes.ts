import { isObject } from '@tablee/domain/kernel';
import type { Hono } from 'hono';
import { type Call, type Env, jsonOf } from '../http/context.ts';
import type { AccountAnswer, AccountEdit } from './account.ts';
import { dropSession, giveSession } from './cookie.ts';
import { languageOf } from './form.ts';
import { accept, findInvitation, welcome } from './joining.ts';
import type { AllowanceName } from './limit.ts';
import type { Account } from './port.ts';
import { answerRefusal } from './problem.ts';
import { refused } from './refusal.ts';
import type { PeopleService } from './service.ts';
import type { Caller } from './session.ts';

type Body = { readonly [key: string]: unknown };

/** The JSON object of a body; an empty one when it is something else: each reader says what it misses. */
export const bodyOf = async (c: Call): Promise<Body> => {
  const value = await jsonOf(c);
  return isObject(value) ? value : {};
};

/** Seconds to wait before this network address may try again; 0 when it may now. */
export const waitOf = (people: PeopleService, c: Call, name: AllowanceName): number =>
  people.limiter.take(name, c.get('address'), people.clock());

/** The caller, or the answer that sends them to sign in. */
export const callerOf = async (people: PeopleService, c: Call): Promise<Caller | Response> =>
  (await people.caller(c.req.raw)) ?? answerRefusal(c, refused('SignInFirst'));

/** Opens a session for the account and answers with it. */
const enter = async (
  people: PeopleService,
  c: Call,
  account: Account,
  noTrace: boolean,
): Promise<Response> => {
  const agent = c.req.header('user-agent') ?? '';
  const token = await people.sessions.open({ account: account.id, noTrace, agent });
  giveSession(c, people.url, token, noTrace);
  return c.json(await people.accounts.answer(account));
};

const entered = async (
  people: PeopleService,
  c: Call,
  answer: AccountAnswer,
  body: Body,
): Promise<Response> =>
  answer.ok ? enter(people, c, answer.account, body['noTrace'] === true) : answerRefusal(c, answer);

const limited =
  (people: PeopleService, name: AllowanceName, work: (c: Call, body: Body) => Promise<Response>) =>
  async (c: Call): Promise<Response> => {
    const wait = waitOf(people, c, name);
    return wait > 0 ? answerRefusal(c, refused('TooManyTries', { wait })) : work(c, await bodyOf(c));
  };

/** Invitation code with PIN: the first time it lets in, afterwards it signs in. */
const byPin = async (people: PeopleService, c: Call, body: Body): Promise<Response> => {
  const { code, pin } = body;
  const found = await findInvitation(people, { code });
  if (!found.ok) {
    const known = await people.signIn.pin(code, pin);
    if (known.ok || known.code !== 'CodeNotRecognised') return entered(people, c, known, body);
    return answerRefusal(c, found.code === 'LinkUsed' ? known : found);
  }
  const welcomed = await welcome(people, found.invitation);
  if (!welcomed.ok) return answerRefusal(c, welcomed);
  if (pin === undefined) {
    const { partnership, organisation, name, isReset } = welcomed;
    const initials = name
      .split(/\s+/)
      .map((part) => `${[...part][0] ?? ''}.`)
      .join(' ');
    return c.json({ first: true, isReset, partnership, organisation, initials });
  }
  const language = languageOf(body['language'] ?? welcomed.language);
  const done = await accept(people, welcomed, { with: 'pin', code: String(code), pin, language });
  return done.ok ? enter(people, c, done.account, body['noTrace'] === true) : answerRefusal(c, done);
};

const sessionList = async (people: PeopleService, c: Call): Promise<Response> => {
  const caller = await callerOf(people, c);
  if (caller instanceof Response) return caller;
  const sessions = await people.sessions.of(caller.account.id);
  return c.json({
    sessions: sessions.map(({ id, created, used, noTrace, device }) => ({
      id,
      device,
      created: new Date(created).toISOString(),
      seen: new Date(used).toISOString(),
      noTrace,
      current: id === caller.session.id,
    })),
  });
};

const edit = async (people: PeopleService, c: Call): Promise<Response> => {
  const caller = await callerOf(people, c);
  if (caller instanceof Response) return caller;
  const { name, email, language, password, current } = await bodyOf(c);
  const change: AccountEdit = {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(language === undefined ? {} : { language: languageOf(language) }),
    ...(password === undefined ? {} : { password, current }),
  };
  const answer = await people.accounts.change(caller.account, change, caller.session.id);
  if (!answer.ok) return answerRefusal(c, answer);
  for (const { space } of await people.store.cards.spacesOf(caller.account.id)) people.vault.changed(space);
  return c.json(await people.accounts.answer(answer.account));
};

/** The routes of set-up, session, signing in and one's own account. */
export const sessionRoutes = (app: Hono<Env>, people: PeopleService): void => {
  app.get('/api/session', async (c) => {
    const caller = await people.caller(c.req.raw);
    return c.json(await people.accounts.answer(caller?.account), 200, { 'cache-control': 'no-store' });
  });
  app.delete('/api/session', async (c) => {
    const caller = await people.caller(c.req.raw);
    if (caller !== undefined) await people.sessions.end(caller.account.id, caller.session.id);
    dropSession(c, people.url);
    return c.body(null, 204);
  });
  app.post(
    '/api/set-up',
    limited(people, 'guess', async (c, body) => {
      const form = {
        name: body['name'],
        email: body['email'],
        password: body['password'],
        language: languageOf(body['language']),
      };
      const token = typeof body['token'] === 'string' ? body['token'] : '';
      return entered(people, c, await people.accounts.setUp(token, form), body);
    }),
  );
  app.post(
    '/api/session/password',
    limited(people, 'address', async (c, body) =>
      entered(people, c, await people.accounts.byPassword(body['email'], body['password']), body),
    ),
  );
  app.post(
    '/api/session/email',
    limited(people, 'address', async (c, body) => {
      const answer = await people.signIn.request(body['email'], body['way'] === 'link' ? 'link' : 'code');
      if (!answer.ok) return answerRefusal(c, answer);
      const { challenge, by } = answer;
      return c.json({ by, ...(challenge === '' ? {} : { challenge }) }, 202);
    }),
  );
  app.post(
    '/api/session/code',
    limited(people, 'guess', async (c, body) =>
      entered(people, c, await people.signIn.digits(body['challenge'], body['code']), body),
    ),
  );
  app.post(
    '/api/session/pin',
    limited(people, 'guess', (c, body) => byPin(people, c, body)),
  );
  app.get('/api/sessions', (c) => sessionList(people, c));
  app.delete('/api/sessions/:id', async (c) => {
    const caller = await callerOf(people, c);
    if (caller instanceof Response) return caller;
    const isEnded = await people.sessions.end(caller.account.id, c.req.param('id'));
    return isEnded ? c.body(null, 204) : answerRefusal(c, refused('NotFound'));
  });
  app.patch('/api/account', (c) => edit(people, c));
};
