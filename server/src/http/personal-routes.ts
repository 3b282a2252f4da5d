import { isJson } from '@tablee/domain/kernel';
import { isWorkingMapValue } from '@tablee/domain/modules/actor';
import type { PersonalItem } from '@tablee/domain/protocol';
import type { Hono } from 'hono';
import { actorIn } from '../space/folded.ts';
import type { Owner } from '../space/owner.ts';
import { MOST_ITEMS, type SharedMap } from '../space/personal.ts';
import { type AppDeps, type Call, type Env, gateOf, jsonOf } from './context.ts';
import { Refused } from './problem.ts';
import { id as idShape, parsed, personalItem } from './shape.ts';

const ownerOf = async (deps: AppDeps, c: Call): Promise<Owner> => {
  const gate = await gateOf(deps, c);
  return { account: gate.account.id, space: gate.space, person: gate.actor.id };
};

/** The working maps open to the caller whose owners are still in the space. */
const mapsFor = async (deps: AppDeps, { person, space }: Owner): Promise<readonly SharedMap[]> => {
  const maps = await deps.personal.sharedWith(person, space);
  if (maps.length === 0) return maps;
  const folded = await deps.spaces.open(space);
  return maps.filter(({ owner }) => folded !== undefined && actorIn(folded, owner.person) !== undefined);
};

/** The item of a body, sent to the address `at`; of a working map only what can be read as one. @throws Refused `InvalidRequest`. */
const itemIn = async (c: Call, at: string): Promise<PersonalItem> => {
  const { value, owner: _, writes: __, ...item } = parsed(personalItem, await jsonOf(c));
  if (item.id !== at) throw new Refused('InvalidRequest', 'id');
  const id = parsed(idShape, c.req.param('id'));
  if (!isJson(value)) throw new Refused('InvalidRequest', 'value');
  if (item.kind === 'working-map' && !isWorkingMapValue(c.req.param('space') ?? '', id, value))
    throw new Refused('InvalidRequest', 'value');
  return { ...item, id, value };
};

const keep = async (deps: AppDeps, owner: Owner, item: PersonalItem): Promise<PersonalItem> => {
  const kept = await deps.personal.put(owner, item);
  if (kept === undefined) throw new Refused('TooLarge', `${MOST_ITEMS} items`);
  return kept;
};

const put = async (deps: AppDeps, c: Call): Promise<Response> => {
  const owner = await ownerOf(deps, c);
  return c.json(await keep(deps, owner, await itemIn(c, c.req.param('id') ?? '')));
};

/** Writes into the map of somebody who allowed it: an entry, never whom the owner named. */
const putInto = async (deps: AppDeps, c: Call): Promise<Response> => {
  const caller = await ownerOf(deps, c);
  const maps = await mapsFor(deps, caller);
  const map = maps.find(({ owner }) => owner.person === c.req.param('owner'));
  if (map === undefined) throw new Refused('NotFound');
  const item = await itemIn(c, `${map.owner.person}/${c.req.param('id')}`);
  if (!map.writes || item.id === caller.space) throw new Refused('NotAllowed');
  if (item.kind !== 'working-map') throw new Refused('InvalidRequest', 'kind');
  const kept = await keep(deps, map.owner, item);
  const owner = map.owner.person;
  return c.json({ ...kept, id: `${owner}/${item.id}`, owner, writes: true } satisfies PersonalItem);
};

const list = async (deps: AppDeps, c: Call): Promise<Response> => {
  const owner = await ownerOf(deps, c);
  const maps = await mapsFor(deps, owner);
  const shared = await Promise.all(maps.map((map) => deps.personal.mapOf(map)));
  const items = [...(await deps.personal.of(owner)), ...shared.flat()];
  return c.json({ items }, 200, { 'cache-control': 'no-store' });
};

/**
 * What its owner reads, and a working map also who was named for it: `GET …/personal`, `PUT` and `DELETE
 * …/personal/{id}`, `PUT …/personal/{owner}/{id}`.
 */
export const personalRoutes = (app: Hono<Env>, deps: AppDeps): void => {
  app.get('/api/spaces/:space/personal', (c) => list(deps, c));
  app.put('/api/spaces/:space/personal/:id', (c) => put(deps, c));
  app.put('/api/spaces/:space/personal/:owner/:id', (c) => putInto(deps, c));
  app.delete('/api/spaces/:space/personal/:id', async (c) => {
    const removed = await deps.personal.remove(await ownerOf(deps, c), c.req.param('id'));
    if (!removed) throw new Refused('NotFound');
    return c.body(null, 204);
  });
};
