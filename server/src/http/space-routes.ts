import type { BatchAnswer, CommandOutcome, NewSpace, SpaceLine } from '@tablee/domain/protocol';
import type { Hono } from 'hono';
import { SYSTEM } from '../space/decide-batch.ts';
import { foundingCommands } from '../space/found.ts';
import { copiesFor, folded, historyFor, personsIn, proofFor, searchFor } from '../space/reading.ts';
import type { Encoding } from '../space/snapshot.ts';
import { type AppDeps, type Call, type Env, gateOf, jsonOf, numberOf, signedIn } from './context.ts';
import type { Account } from './identity.ts';
import { Refused } from './problem.ts';
import { commandsOf, newSpace, parsed } from './shape.ts';

const PAGE = { min: 1, max: 500, otherwise: 100 };
const ANY_SEQ = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** The best encoding that the client takes. */
export const encodingOf = (c: Call): Encoding => {
  const taken = c.req.header('accept-encoding') ?? '';
  if (/\bbr\b/.test(taken)) return 'br';
  return /\bgzip\b/.test(taken) ? 'gzip' : 'identity';
};

/** A founding that was cut off goes on where it stopped: what is there already is not refused. */
const accepted = (outcomes: readonly CommandOutcome[]): void => {
  for (const outcome of outcomes) {
    if (outcome.outcome === 'accepted' || ['IdTaken', 'AlreadyBegun'].includes(outcome.code)) continue;
    throw new Refused(outcome.code === 'Defect' ? 'ServerFault' : 'InvalidRequest', outcome.code);
  }
};

/** Whoever founded a space may repeat the request: after a lost answer it must not look like somebody else's. */
const mayFound = async (deps: AppDeps, account: Account, wanted: NewSpace): Promise<boolean> => {
  const { ledger } = deps.spaces;
  if ((await deps.spaces.open(wanted.space)) === undefined) return true;
  const person = await deps.identity.person(account, wanted.space);
  const roles = person && (await ledger.roles(wanted.space, person));
  const line = await ledger.line(wanted.space);
  return roles?.includes('secretariat') === true && (line === undefined || line.title === wanted.title);
};

const found = async (deps: AppDeps, c: Call): Promise<Response> => {
  const account = await signedIn(deps, c);
  const checked = parsed(newSpace, await jsonOf(c));
  const { place, ...asked } = checked;
  const wanted: NewSpace = place === undefined ? asked : { ...asked, place };
  if (!(await mayFound(deps, account, wanted))) throw new Refused('SpaceExists');
  const person = await deps.identity.enroll(account, wanted.space);
  const { bySystem, byFounder } = foundingCommands(deps.runtime, wanted, person);
  accepted(await deps.spaces.submit(wanted.space, SYSTEM, bySystem));
  accepted(await deps.spaces.submit(wanted.space, person, byFounder));
  const line = await lineFor(deps, wanted.space, person);
  return c.json(line, 201, { location: `/api/spaces/${wanted.space}/snapshot` });
};

const lineFor = async (deps: AppDeps, space: string, person: string): Promise<SpaceLine | undefined> => {
  const { ledger } = deps.spaces;
  const [roles, line] = [await ledger.roles(space, person), await ledger.line(space)];
  return roles && line && { space, ...line, roles };
};

const lines = async (deps: AppDeps, c: Call): Promise<Response> => {
  const account = await signedIn(deps, c);
  const presences = await deps.identity.presences(account);
  const found = await Promise.all(presences.map(({ space, person }) => lineFor(deps, space, person)));
  return c.json(found.filter((line) => line !== undefined));
};

const commands = async (deps: AppDeps, c: Call): Promise<Response> => {
  const gate = await gateOf(deps, c);
  const asked = commandsOf(await jsonOf(c));
  const outcomes = await deps.spaces.submit(gate.space, gate.actor.id, asked);
  const head = (await deps.spaces.open(gate.space))?.state.seq ?? 0;
  return c.json({ outcomes, head } satisfies BatchAnswer);
};

const snapshot = async (deps: AppDeps, c: Call): Promise<Response> => {
  const gate = await gateOf(deps, c);
  const body = await deps.snapshots.of(gate);
  const encoding = encodingOf(c);
  const headers = {
    etag: `"${body.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`,
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding',
  };
  if ((c.req.header('if-none-match') ?? '').includes(body.etag))
    return new Response(null, { status: 304, headers });
  const content = { 'content-type': 'application/json; charset=utf-8' };
  const encoded = encoding === 'identity' ? content : { ...content, 'content-encoding': encoding };
  return new Response(await body.encoded(encoding), { headers: { ...headers, ...encoded } });
};

const history = async (deps: AppDeps, c: Call): Promise<Response> => {
  const gate = await gateOf(deps, c);
  const entity = c.req.query('entity');
  const page = {
    before: numberOf(c, 'before', { ...ANY_SEQ, otherwise: Number.MAX_SAFE_INTEGER }),
    limit: numberOf(c, 'limit', PAGE),
    ...(entity === undefined ? {} : { entity }),
  };
  return c.json(await historyFor(deps.spaces, gate, page), 200, { 'cache-control': 'no-store' });
};

const people = async (deps: AppDeps, c: Call): Promise<Response> => {
  const gate = await gateOf(deps, c);
  const { state } = await folded(deps.spaces, gate);
  const persons = personsIn(deps.spaces, state, gate.actor);
  const reader = { person: gate.actor.id, circles: gate.circles };
  return c.json(await deps.vault.people(gate.space, persons, reader), 200, { 'cache-control': 'no-store' });
};

/** The routes of spaces: creating, listing, writing, reading. */
export const spaceRoutes = (app: Hono<Env>, deps: AppDeps): void => {
  app.post('/api/spaces', (c) => found(deps, c));
  app.get('/api/spaces', (c) => lines(deps, c));
  app.post('/api/spaces/:space/commands', (c) => commands(deps, c));
  app.get('/api/spaces/:space/snapshot', (c) => snapshot(deps, c));
  app.get('/api/spaces/:space/history', (c) => history(deps, c));
  app.get('/api/spaces/:space/people', (c) => people(deps, c));
  app.get('/api/spaces/:space/proof', async (c) => {
    const gate = await gateOf(deps, c);
    const range = {
      after: numberOf(c, 'after', { ...ANY_SEQ, otherwise: 0 }),
      limit: numberOf(c, 'limit', { min: 1, max: 5_000, otherwise: 1_000 }),
    };
    return c.json(await proofFor(deps.spaces, deps.runtime, gate, range), 200, {
      'cache-control': 'no-store',
    });
  });
  app.get('/api/spaces/:space/search', async (c) => {
    const gate = await gateOf(deps, c);
    const found = await searchFor(deps.spaces, gate, c.req.query('q') ?? '', numberOf(c, 'limit', PAGE));
    return c.json({ found }, 200, { 'cache-control': 'no-store' });
  });
  app.get('/api/spaces/:space/copies', async (c) => {
    const gate = await gateOf(deps, c);
    const copies = await copiesFor(deps.spaces, gate, c.req.query('entity') ?? '');
    return c.json({ copies }, 200, { 'cache-control': 'no-store' });
  });
};
