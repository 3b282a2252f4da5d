import { type PartRef, textOf } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, freeText } from '../fact.ts';
import type { ConfirmedHow, Firmness } from './standing.ts';

const how = z.enum(['decision', 'mandate', 'letter', 'signature']);
/** What may stand beside a standing, as facts of an event. */
export const firmnessFacts = {
  clearUntil: z.optional(dayFact),
  confirmedHow: z.optional(how),
  confirmedOn: z.optional(dayFact),
};
/** The same with its texts, as a command carries it. */
export const firmnessAsked = {
  ...firmnessFacts,
  clearWith: z.optional(freeText(300)),
  confirmedBy: z.optional(freeText(300)),
};

/** What somebody says beside a standing, as a command carries it. */
export type FirmnessSaid = {
  readonly clearWith?: string;
  readonly clearUntil?: string;
  readonly confirmedBy?: string;
  readonly confirmedHow?: ConfirmedHow;
  readonly confirmedOn?: string;
};

/** The same as it comes out of a payload or a form: what is not said may be there as `undefined`. */
export type FirmnessGiven = { readonly [K in keyof FirmnessSaid]?: FirmnessSaid[K] | undefined };

/** What was said beside a standing and nothing else: texts are trimmed, what is empty is not there. */
export const firmnessSaid = ({
  clearWith,
  clearUntil,
  confirmedBy,
  confirmedHow,
  confirmedOn,
}: FirmnessGiven): FirmnessSaid => ({
  ...(clearWith?.trim() ? { clearWith: clearWith.trim() } : {}),
  ...(clearUntil ? { clearUntil } : {}),
  ...(confirmedBy?.trim() ? { confirmedBy: confirmedBy.trim() } : {}),
  ...(confirmedHow === undefined ? {} : { confirmedHow }),
  ...(confirmedOn ? { confirmedOn } : {}),
});

interface Asked extends FirmnessGiven {
  readonly standing?: string | undefined;
}

/** Facts and texts of what was asked, only those that belong to its standing. */
export const firmnessIn = ({ standing, ...given }: Asked) => {
  const { clearWith, clearUntil, confirmedBy, confirmedHow, confirmedOn } = firmnessSaid(given);
  const clearing = standing === 'inClearance';
  const confirming = standing === 'confirmed';
  return {
    facts: {
      ...(clearing && clearUntil !== undefined ? { clearUntil } : {}),
      ...(confirming && confirmedHow !== undefined ? { confirmedHow } : {}),
      ...(confirming && confirmedOn !== undefined ? { confirmedOn } : {}),
    },
    parts: {
      ...(clearing && clearWith !== undefined ? { clearWith } : {}),
      ...(confirming && confirmedBy !== undefined ? { confirmedBy } : {}),
    },
  };
};

/** What an event says beside the standing, as the state holds it; `undefined` when it says nothing. */
export const firmnessOf = (
  facts: Pick<FirmnessGiven, 'clearUntil' | 'confirmedHow' | 'confirmedOn'>,
  parts: { readonly [part: string]: PartRef },
): Firmness | undefined => {
  const { clearUntil: until = null, confirmedHow: by = null, confirmedOn: on = null } = facts;
  const { clearWith, confirmedBy } = parts;
  if (until === null && by === null && on === null && clearWith === undefined && confirmedBy === undefined)
    return undefined;
  return { with: clearWith ?? null, until, by: confirmedBy ?? null, how: by, on };
};

/** What was said, read back from the state: to show it in a form again, or to say it once more elsewhere. */
export const saidOf = (firmness: Firmness | undefined): FirmnessSaid =>
  firmnessSaid({
    clearWith: textOf(firmness?.with ?? undefined),
    clearUntil: firmness?.until ?? undefined,
    confirmedBy: textOf(firmness?.by ?? undefined),
    confirmedHow: firmness?.how ?? undefined,
    confirmedOn: firmness?.on ?? undefined,
  });
