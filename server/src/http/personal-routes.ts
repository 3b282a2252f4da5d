import { isJson } from '@tablee/domain/kernel';
import type { PersonalItem } from '@tablee/domain/protocol';
import type { Hono } from 'hono';
import { MOST_ITEMS, type Owner } from '../space/personal.ts';
import { type AppDeps, type Call, type Env, gateOf, jsonOf } from './context.ts';
import { Refused } from './problem.ts';
import { parsed, personalItem } from './shape.ts';

const ownerOf = async (deps: AppDeps, c: Call): Promise<Owner> => {
  const gate = await gateOf(deps, c);
  return { account: gate.account.id, space: gate.space };
};

const put = async (deps: AppDeps, c: Call): Promise<Response> => {
  const owner = await ownerOf(deps, c);
  const { value, ...item } = parsed(personalItem, await jsonOf(c));
  if (item.id !== c.req.param('id') || !isJson(value)) throw new Refused('InvalidRequest', 'id');
  const kept = await deps.personal.put(owner, { ...item, value } satisfies PersonalItem);
  if (kept === undefined) throw new Refused('TooLarge', `${MOST_ITEMS} items`);
  return c.json(kept);
};

/** What only its owner reads: `GET …/personal`, `PUT` and `DELETE …/personal/{id}`. */
export const personalRoutes = (app: Hono<Env>, deps: AppDeps): void => {
  app.get('/api/spaces/:space/personal', async (c) => {
    const items = await deps.personal.of(await ownerOf(deps, c));
    return c.json({ items }, 200, { 'cache-control': 'no-store' });
  });
  app.put('/api/spaces/:space/personal/:id', (c) => put(deps, c));
  app.delete('/api/spaces/:space/personal/:id', async (c) => {
    const removed = await deps.personal.remove(await ownerOf(deps, c), c.req.param('id'));
    if (!removed) throw new Refused('NotFound');
    return c.body(null, 204);
  });
};
