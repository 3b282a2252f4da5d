import { isModerator } from '@tablee/domain/modules/listening';
import { type AppDeps, type Call, gateOf } from '../http/context.ts';
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

/** A printed file as an answer, kept nowhere on the way. */
export const handed = (c: Call, bytes: Buffer, name: string, type: string): Response =>
  c.body(new Uint8Array(bytes), 200, {
    ...NO_STORE,
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  });
