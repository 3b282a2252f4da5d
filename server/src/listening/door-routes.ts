import type { Hono } from 'hono';
import * as z from 'zod';
import { type AppDeps, type Call, type Env, jsonOf } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { parsed } from '../http/shape.ts';
import {
  AT,
  moderating,
  mustBeOpen,
  NO_STORE,
  type Printed,
  type Printing,
  printing,
  reading,
} from './asking.ts';
import { type Listening, type MadeDoor, MOST_DOORS } from './service.ts';
import type { FoundRound } from './standing.ts';

const doors = z.object({
  kind: z.enum(['public', 'personal']),
  count: z.number().int().min(1).max(MOST_DOORS).optional(),
  person: z.string().max(60).optional(),
});

/** Loaded when the first one is drawn: a server that waits does not carry it. */
const qrOf = async (text: string): Promise<string> => {
  const { toString } = await import('qrcode');
  return toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
};

const linkTo = (deps: AppDeps, { id, token }: MadeDoor) => ({ id, url: `${deps.url}/l/${token}` });

const withQr = async (deps: AppDeps, made: MadeDoor) => {
  const link = linkTo(deps, made);
  return { ...link, qr: await qrOf(link.url) };
};

/** @throws Refused for somebody the vault does not hold, and for a person in safety. */
const mustBeAsked = async (listening: Listening, { key }: FoundRound, person: string): Promise<void> => {
  const card = await listening.deps.people.store.cards.byId(key.space, person);
  if (card === undefined || card.erased !== undefined) throw new Refused('InvalidRequest', 'person');
  if (card.withdrawn) throw new Refused('PersonInSafety');
};

const makeDoors = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found } = await moderating(deps, listening, c);
  if (found.state.state === 'closed') throw new Refused('RoundNotOpen');
  const { kind, count = 1, person } = parsed(doors, await jsonOf(c));
  if (kind === 'personal') {
    if (person !== undefined) await mustBeAsked(listening, found, person);
    const made = await listening.open(found.key, person === undefined ? count : 1, person);
    return c.json({ doors: made.map((one) => linkTo(deps, one)) }, 201, NO_STORE);
  }
  const shared = await listening.shared(found.key, true);
  if (shared === undefined) throw new Refused('RoundNotOpen');
  const { qr, ...link } = await withQr(deps, shared);
  return c.json({ doors: [link], qr }, 201, NO_STORE);
};

/** The links of a round, without the tokens of those for one person; the one that many share can be shown again. */
const listDoors = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found } = await moderating(deps, listening, c);
  const shared = found.state.state === 'closed' ? undefined : await listening.shared(found.key);
  const held = await listening.deps.store.doors(found.key);
  const lines = held.map(({ id, kind, revoked }) => ({ id, kind, revoked }));
  const own = shared === undefined ? {} : { shared: await withQr(deps, shared) };
  return c.json({ doors: lines, ...own }, 200, NO_STORE);
};

/** Where a reader of the round answers: at the link that everybody shares, so that nothing ties it to an account. */
const ownDoor = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found } = await reading(deps, listening, c);
  mustBeOpen(found);
  const shared = await listening.shared(found.key);
  if (shared === undefined) throw new Refused('RoundNotOpen');
  return c.json({ url: linkTo(deps, shared).url }, 200, NO_STORE);
};

/** The poster of a round, or strips with its address, in one of its languages or in all. */
const poster = async (
  deps: AppDeps,
  listening: Listening,
  c: Call,
  { found, nameIn }: Printing,
): Promise<Printed> => {
  if (found.state.state === 'closed') throw new Refused('RoundNotOpen');
  const shared = await listening.shared(found.key, true);
  if (shared === undefined) throw new Refused('RoundNotOpen');
  const { languages } = found.state;
  const one = languages.filter((own) => own === c.req.query('lang'));
  const form = c.req.query('form') === 'strips' ? 'strips' : 'poster';
  const { roundPoster } = await import('../document/paper/round-poster.ts');
  const print = roundPoster(found.state, {
    languages: one.length > 0 ? one : languages,
    partnership: nameIn(languages[0]),
    address: linkTo(deps, shared).url,
    size: c.req.query('size') === 'a3' ? 'a3' : 'a4',
    form,
  });
  // The renderers are loaded with the first file: a server that prints nothing does not carry them.
  return {
    name: `listening-${form}`,
    render: {
      pdf: async () => (await import('../document/paper/poster-pdf.ts')).renderPosterPdf(print),
      docx: async () => (await import('../document/paper/poster-docx.ts')).renderPosterDocx(print),
    },
  };
};

/** The routes of the links to a round, of its poster, and of where its readers answer. */
export const doorRoutes = (listening: Listening, app: Hono<Env>, deps: AppDeps): void => {
  printing(app, { deps, listening, path: 'poster' }, (c, asked) => poster(deps, listening, c, asked));
  app.get(`${AT}/doors`, (c) => listDoors(deps, listening, c));
  app.post(`${AT}/door`, (c) => ownDoor(deps, listening, c));
  app.post(`${AT}/doors`, (c) => makeDoors(deps, listening, c));
  app.delete(`${AT}/doors/:door`, async (c) => {
    const { found } = await moderating(deps, listening, c);
    const isDone = await listening.deps.store.revoke(found.key, c.req.param('door') ?? '');
    if (!isDone) throw new Refused('NotFound');
    return c.body(null, 204);
  });
};
