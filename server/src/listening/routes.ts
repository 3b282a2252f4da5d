import {
  entryOf,
  LONGEST_STATEMENT,
  type Naming,
  PAGE_LANGUAGES,
  type Round,
} from '@tablee/domain/modules/listening';
import type { Hono } from 'hono';
import * as z from 'zod';
import { renderPaperPdf } from '../document/paper/paper-pdf.ts';
import { roundPaper } from '../document/paper/round-paper.ts';
import { type AppDeps, type Call, type Env, gateOf, jsonOf } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { parsed } from '../http/shape.ts';
import { hiddenIn } from '../people/hidden.ts';
import { newCode, newId, readCode } from '../people/secret.ts';
import { AT, moderating, mustBeOpen, NO_STORE, type Printed, type Printing, printing } from './asking.ts';
import { doorRoutes } from './door-routes.ts';
import { takeSlip } from './pulse.ts';
import type { Listening } from './service.ts';
import type { Proposal } from './spoken.ts';
import type { FoundRound } from './standing.ts';

const STANCE = { agree: 1, disagree: -1, pass: 0 } as const;

const line = (most: number) => z.string().trim().min(1).max(most);
const stance = z.enum(['agree', 'disagree', 'pass']);
const hands = z.number().int().min(0).max(100_000);
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

/** A name as this moderator may read it: one told to a third person is for that person alone. */
const nameFor = (
  state: Round,
  reader: string,
  said: Pick<Proposal, 'naming' | 'name'>,
): string | undefined =>
  said.naming === 'named' || (said.naming === 'third' && state.confidant === reader) ? said.name : undefined;

/** What was said under the name of somebody in safety waits, name and words, until they are back in view. */
const notHidden = async <Said extends Pick<Proposal, 'name'>>(
  listening: Listening,
  { key }: FoundRound,
  said: readonly Said[],
): Promise<readonly Said[]> => {
  const hidden = await hiddenIn(listening.deps.people.store, key.space);
  return said.filter(({ name }) => !hidden.name(name));
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
  mustBeOpen(found);
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
  mustBeOpen(found);
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
  const waiting = await notHidden(listening, found, await listening.deps.store.spoken.proposals(key));
  const shown = waiting
    .filter(({ id }) => entryOf(state.moderated, id) === undefined)
    .map((said) => ({ ...said, name: nameFor(state, gate.actor.id, said) }));
  return c.json({ proposals: shown }, 200, NO_STORE);
};

const voices = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found, gate } = await moderating(deps, listening, c);
  const { state, key } = found;
  const held = await notHidden(listening, found, await listening.deps.store.spoken.voices(key));
  const shown = held.map((said) => ({
    ...said,
    name: nameFor(state, gate.actor.id, said),
    summarised: entryOf(state.summaries, said.id) !== undefined,
  }));
  return c.json({ voices: shown }, 200, NO_STORE);
};

const sound = async (deps: AppDeps, listening: Listening, c: Call): Promise<Response> => {
  const { found } = await moderating(deps, listening, c);
  const id = c.req.param('voice') ?? '';
  const held = await notHidden(listening, found, await listening.deps.store.spoken.voices(found.key));
  const voice = held.find((said) => said.id === id);
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

/** The most sheets printed at once. */
const MOST_SHEETS = 200;

/** Sheets to be filled in by hand, each with a code of its own. */
const paper = (deps: AppDeps, c: Call, { found, nameIn }: Printing): Printed => {
  const { state, key } = found;
  const lang = state.languages.find((own) => own === c.req.query('lang')) ?? state.languages[0] ?? 'fr';
  const count = Math.min(MOST_SHEETS, Math.max(1, Number(c.req.query('count') ?? 1) || 1));
  const print = roundPaper(state, {
    lang,
    codes: Array.from({ length: Math.floor(count) }, () => newCode()),
    partnership: nameIn(lang),
    address: `${deps.url}/p/${key.space}/listening/${key.round}?view=paper`,
  });
  return {
    name: 'listening',
    render: {
      pdf: () => renderPaperPdf(print),
      docx: async () => (await import('../document/paper/paper-docx.ts')).renderPaperDocx(print),
    },
  };
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
    printing(app, { deps, listening, path: 'paper' }, (c, asked) => paper(deps, c, asked));
    doorRoutes(listening, app, deps);
    app.post(`${AT}/sheets`, (c) => enterSheet(deps, listening, c));
    app.post(`${AT}/hands`, (c) => enterHands(deps, listening, c));
    app.post('/api/spaces/:space/meetings/:meeting/pulse', (c) => answerPulse(deps, listening, c));
  };
