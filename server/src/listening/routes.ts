import { viewFor } from '@tablee/domain/kernel';
import {
  entryOf,
  isModerator,
  LONGEST_STATEMENT,
  type Naming,
  PAGE_LANGUAGES,
  type Round,
} from '@tablee/domain/modules/listening';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import type { Hono } from 'hono';
import * as z from 'zod';
import { renderPaperPdf } from '../document/paper-pdf.ts';
import { roundPaper } from '../document/round-paper.ts';
import { type AppDeps, type Call, type Env, gateOf, jsonOf } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { parsed } from '../http/shape.ts';
import { newCode, newId, readCode } from '../people/secret.ts';
import type { AuthorizedSpace } from '../space/gate.ts';
import { takeSlip } from './pulse.ts';
import { type Listening, MOST_DOORS } from './service.ts';
import type { Proposal } from './spoken.ts';
import type { FoundRound } from './standing.ts';

const AT = '/api/spaces/:space/rounds/:round';
const STANCE = { agree: 1, disagree: -1, pass: 0 } as const;
const NO_STORE = { 'cache-control': 'no-store' };

const line = (most: number) => z.string().trim().min(1).max(most);
const stance = z.enum(['agree', 'disagree', 'pass']);
const hands = z.number().int().min(0).max(100_000);
const doors = z.object({
  kind: z.enum(['public', 'personal']),
  count: z.number().int().min(1).max(MOST_DOORS).optional(),
});
const sheet = z.object({
  code: line(40),
  language: z.string().max(35).optional(),
  sector: z.string().max(40).optional(),
  naming: z.enum(['named', 'third', 'anonymous']).optional(),
  name: line(300).optional(),
  answers: z.record(z.string(), stance),
  statements: z.array(line(LONGEST_STATEMENT)).max(20).optional(),
});
const mark = z.number().int().min(0).max(3).optional();
const slip = z.object({ useful: mark, heard: mark });
const counted = z.object({
  code: line(40),
  sector: z.string().max(40).optional(),
  counts: z.record(z.string(), z.object({ agree: hands, disagree: hands, pass: hands })),
});

/** A round with the one who asks, who moderates it. */
interface Moderating {
  readonly gate: AuthorizedSpace;
  readonly found: FoundRound;
}

/** @throws Refused `NotFound` for what the caller may not see, `NotAllowed` for who does not moderate it. */
const moderating = async (deps: AppDeps, listening: Listening, c: Call): Promise<Moderating> => {
  const gate = await gateOf(deps, c);
  const found = await listening.round({ space: gate.space, round: c.req.param('round') ?? '' });
  if (found === undefined || !gate.circles.has(found.circle)) throw new Refused('NotFound');
  if (!isModerator(found.state, gate.actor)) throw new Refused('NotAllowed');
  return { gate, found };
};

/** A name as this moderator may read it: one told to a third person is for that person alone. */
const nameFor = (
  state: Round,
  reader: string,
  said: Pick<Proposal, 'naming' | 'name'>,
): string | undefined =>
  said.naming === 'named' || (said.naming === 'third' && state.confidant === reader) ? said.name : undefined;

const open = ({ state }: FoundRound): void => {
  if (state.state !== 'open') throw new Refused('RoundNotOpen');
};

/** The sector if the round offers it. @throws Refused `InvalidRequest` for another one. */
const sectorOf = (state: Round, sector: string | undefined): string | undefined => {
  if (sector !== undefined && !state.sectors.some((offered) => offered === sector))
    throw new Refused('InvalidRequest', 'sector');
  return sector;
};

/** @throws Refused `InvalidRequest` with the statements that are not in the round. */
const known = (state: Round, ids: readonly string[]): void => {
  const unknown = ids.filter((id) => entryOf(state.statements, id) === undefined);
  if (unknown.length > 0) throw new Refused('InvalidRequest', unknown.slice(0, 20).join(', '));
};

const enterSheet = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found } = await moderating(deps, listening, c);
  open(found);
  const asked = parsed(sheet, await jsonOf(c));
  const { key, state } = found;
  known(state, Object.keys(asked.answers));
  const fallback: Naming = state.naming.includes('anonymous')
    ? 'anonymous'
    : (state.naming[0] ?? 'anonymous');
  const naming = asked.naming ?? fallback;
  if (!state.naming.includes(naming)) throw new Refused('InvalidRequest', 'naming');
  const name = naming === 'anonymous' ? undefined : asked.name;
  const language = asked.language ?? state.languages[0] ?? PAGE_LANGUAGES[0];
  const isNew = await listening.deps.store.enterSheet(key, {
    // As it was printed, however it was typed: the same sheet is the same code.
    code: readCode(asked.code) ?? asked.code,
    person: { id: newId(), language, sector: sectorOf(state, asked.sector), naming, name },
    answers: new Map(Object.entries(asked.answers).map(([id, said]) => [id, STANCE[said]])),
  });
  if (!isNew) throw new Refused('SheetEntered', asked.code);
  for (const text of asked.statements ?? [])
    await listening.deps.store.spoken.propose(key, { id: newId(), language, text, naming, name });
  return c.json({ counted: Object.keys(asked.answers).length }, 201, NO_STORE);
};

const enterHands = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found } = await moderating(deps, listening, c);
  open(found);
  const { code, sector, counts } = parsed(counted, await jsonOf(c));
  known(found.state, Object.keys(counts));
  const held = { code, sector: sectorOf(found.state, sector), hands: new Map(Object.entries(counts)) };
  if (!(await listening.deps.store.enterHands(found.key, held))) throw new Refused('SheetEntered', code);
  return c.json({ counted: held.hands.size }, 201, NO_STORE);
};

const progress = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found } = await moderating(deps, listening, c);
  const { bySector, ...counts } = await listening.deps.store.counts(found.key);
  const floor = found.state.floors.perGroup;
  return c.json({ ...counts, bySector: bySector.filter(({ people }) => people >= floor) }, 200, NO_STORE);
};

const proposals = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found, gate } = await moderating(deps, listening, c);
  const { state, key } = found;
  const waiting = await listening.deps.store.spoken.proposals(key);
  const shown = waiting
    .filter(({ id }) => entryOf(state.moderated, id) === undefined)
    .map((said) => ({ ...said, name: nameFor(state, gate.actor.id, said) }));
  return c.json({ proposals: shown }, 200, NO_STORE);
};

const voices = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found, gate } = await moderating(deps, listening, c);
  const { state, key } = found;
  const shown = (await listening.deps.store.spoken.voices(key)).map((said) => ({
    ...said,
    name: nameFor(state, gate.actor.id, said),
    summarised: entryOf(state.summaries, said.id) !== undefined,
  }));
  return c.json({ voices: shown }, 200, NO_STORE);
};

const sound = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found } = await moderating(deps, listening, c);
  const id = c.req.param('voice') ?? '';
  const voice = (await listening.deps.store.spoken.voices(found.key)).find((held) => held.id === id);
  const bytes = voice && (await listening.deps.store.spoken.sound(found.key, id));
  if (voice === undefined || bytes === undefined) throw new Refused('NotFound');
  const body = new Uint8Array(bytes);
  return c.body(body, 200, {
    ...NO_STORE,
    'content-type': voice.type,
    'content-disposition': 'attachment; filename="voice"',
    'x-content-type-options': 'nosniff',
  });
};

/** Loaded when the first one is drawn: a server that waits does not carry it. */
const qrOf = async (text: string): Promise<string> => {
  const { toString } = await import('qrcode');
  return toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
};

const makeDoors = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found } = await moderating(deps, listening, c);
  if (found.state.state === 'closed') throw new Refused('RoundNotOpen');
  const { kind, count = 1 } = parsed(doors, await jsonOf(c));
  const made = await listening.open(found.key, kind, kind === 'public' ? 1 : count);
  const links = made.map(({ id, token }) => ({ id, url: `${deps.url}/l/${token}` }));
  const [first] = links;
  const qr = kind === 'public' && first !== undefined ? { qr: await qrOf(first.url) } : {};
  return c.json({ doors: links, ...qr }, 201, NO_STORE);
};

/** The most sheets printed at once. */
const MOST_SHEETS = 200;

/** Sheets to be filled in by hand, each with a code of its own. */
const paper = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found, gate } = await moderating(deps, listening, c);
  const { state, key, entities } = found;
  const lang = state.languages.find((own) => own === c.req.query('lang')) ?? state.languages[0] ?? 'fr';
  const count = Math.min(MOST_SHEETS, Math.max(1, Number(c.req.query('count') ?? 1) || 1));
  const view = viewFor(entities, gate.circles);
  const print = roundPaper(state, {
    lang,
    codes: Array.from({ length: Math.floor(count) }, () => newCode()),
    partnership: partnershipOf(view, lang === 'fr' ? 'fr' : 'en')?.name ?? '',
    address: `${deps.url}/p/${key.space}/listening/${key.round}?view=paper`,
  });
  const bytes = await renderPaperPdf(print);
  return c.body(new Uint8Array(bytes), 200, {
    ...NO_STORE,
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="listening.pdf"',
  });
};

/** Somebody's own two answers, given in the app: into the box, without their name. */
const answerPulse = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const gate = await gateOf(deps, c);
  const given = parsed(slip, await jsonOf(c));
  const held = Object.entries(given).filter(([, answer]) => answer !== undefined);
  if (held.length === 0) throw new Refused('InvalidRequest', 'useful');
  const key = { space: gate.space, meeting: c.req.param('meeting') ?? '' };
  const taken = await takeSlip(listening.deps, key, gate.actor.id, {
    slip: Object.fromEntries(held),
    channel: 'app',
  });
  if (!taken.ok) throw new Refused(taken.code === 'NotAsked' ? 'NotFound' : 'RoundNotOpen');
  return c.json({ already: taken.already }, 201, NO_STORE);
};

/** The routes by which moderators see how a round goes, what waits for them, and enter paper. */
export const listeningRoutes =
  (listening: Listening) =>
  (app: Hono<Env>, deps: AppDeps): void => {
    app.get(`${AT}/progress`, (c) => progress(deps, listening, c));
    app.get(`${AT}/proposals`, (c) => proposals(deps, listening, c));
    app.get(`${AT}/voices`, (c) => voices(deps, listening, c));
    app.get(`${AT}/voices/:voice`, (c) => sound(deps, listening, c));
    app.get(`${AT}/paper.pdf`, (c) => paper(deps, listening, c));
    app.get(`${AT}/doors`, async (c) => {
      const { found } = await moderating(deps, listening, c);
      const held = await listening.deps.store.doors(found.key);
      return c.json({ doors: held.map(({ id, kind, revoked }) => ({ id, kind, revoked })) }, 200, NO_STORE);
    });
    app.post(`${AT}/doors`, (c) => makeDoors(deps, listening, c));
    app.delete(`${AT}/doors/:door`, async (c) => {
      const { found } = await moderating(deps, listening, c);
      const isDone = await listening.deps.store.revoke(found.key, c.req.param('door') ?? '');
      if (!isDone) throw new Refused('NotFound');
      return c.body(null, 204);
    });
    app.post(`${AT}/sheets`, (c) => enterSheet(deps, listening, c));
    app.post(`${AT}/hands`, (c) => enterHands(deps, listening, c));
    app.post('/api/spaces/:space/meetings/:meeting/pulse', (c) => answerPulse(deps, listening, c));
  };
