import { viewFor } from '@tablee/domain/kernel';
import { isModerator } from '@tablee/domain/modules/listening';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import type { Hono } from 'hono';
import { type AppDeps, type Call, type Env, gateOf } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import type { AuthorizedSpace } from '../space/gate.ts';
import type { Listening } from './service.ts';
import type { FoundRound } from './standing.ts';

/** Where the routes of rounds begin. */
export const AT = '/api/spaces/:space/rounds/:round';
/** Nothing of a round is kept on the way. */
export const NO_STORE = { 'cache-control': 'no-store' };

/** A round with the one who asks. */
export interface Reading {
  readonly gate: AuthorizedSpace;
  readonly found: FoundRound;
}

/** The round of a request. @throws Refused `NotFound` for what the caller may not see. */
export const reading = async (deps: AppDeps, listening: Listening, c: Call): Promise<Reading> => {
  const gate = await gateOf(deps, c);
  const found = await listening.round({ space: gate.space, round: c.req.param('round') ?? '' });
  if (found === undefined || !gate.circles.has(found.circle)) throw new Refused('NotFound');
  return { gate, found };
};

/**
 * The round of a request by somebody who moderates it.
 * @throws Refused `NotFound` for what the caller may not see, `NotAllowed` for who does not moderate it.
 */
export const moderating = async (deps: AppDeps, listening: Listening, c: Call): Promise<Reading> => {
  const { gate, found } = await reading(deps, listening, c);
  if (!isModerator(found.state, gate.actor)) throw new Refused('NotAllowed');
  return { gate, found };
};

/** @throws Refused `RoundNotOpen` before the opening and after the close. */
export const mustBeOpen = ({ state }: FoundRound): void => {
  if (state.state !== 'open') throw new Refused('RoundNotOpen');
};

/** The files in which a round is printed, by the ending of their name. */
export const PRINTED = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** What is printed of a round: its file name without the ending, and how each kind of file is made of it. */
export interface Printed {
  readonly name: string;
  readonly render: { readonly [Ending in keyof typeof PRINTED]: () => Promise<Buffer> };
}

/** A round that is printed, with the name of its partnership in a language. */
export interface Printing extends Reading {
  readonly nameIn: (lang: string | undefined) => string;
}

/**
 * The two routes of something that moderators print, `<path>.pdf` and `<path>.docx`; kept nowhere on the way. What is
 * made may refuse, as in {@link moderating}.
 */
export const printing = (
  app: Hono<Env>,
  { deps, listening, path }: { readonly deps: AppDeps; readonly listening: Listening; readonly path: string },
  made: (c: Call, asked: Printing) => Printed | Promise<Printed>,
): void => {
  const hand = async (c: Call, ending: keyof typeof PRINTED): Promise<Response> => {
    const asked = await moderating(deps, listening, c);
    const view = viewFor(asked.found.entities, asked.gate.circles);
    const nameIn = (lang: string | undefined): string =>
      partnershipOf(view, lang === 'fr' ? 'fr' : 'en')?.name ?? '';
    const { name, render } = await made(c, { ...asked, nameIn });
    return c.body(new Uint8Array(await render[ending]()), 200, {
      ...NO_STORE,
      'content-type': PRINTED[ending],
      'content-disposition': `attachment; filename="${name}.${ending}"`,
    });
  };
  app.get(`${AT}/${path}.pdf`, (c) => hand(c, 'pdf'));
  app.get(`${AT}/${path}.docx`, (c) => hand(c, 'docx'));
};
