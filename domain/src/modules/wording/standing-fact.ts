import type { PartRef } from '@tablee/domain/kernel';
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

interface Asked {
  readonly standing: string;
  readonly clearWith?: string | undefined;
  readonly clearUntil?: string | undefined;
  readonly confirmedBy?: string | undefined;
  readonly confirmedHow?: ConfirmedHow | undefined;
  readonly confirmedOn?: string | undefined;
}

/** Facts and texts of what was asked, only those that belong to its standing. */
export const firmnessIn = ({
  standing,
  clearWith,
  clearUntil,
  confirmedBy,
  confirmedHow,
  confirmedOn,
}: Asked) => {
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
  facts: Pick<Asked, 'clearUntil' | 'confirmedHow' | 'confirmedOn'>,
  parts: { readonly [part: string]: PartRef },
): Firmness | undefined => {
  const { clearUntil: until = null, confirmedHow: by = null, confirmedOn: on = null } = facts;
  const { clearWith, confirmedBy } = parts;
  if (until === null && by === null && on === null && clearWith === undefined && confirmedBy === undefined)
    return undefined;
  return { with: clearWith ?? null, until, by: confirmedBy ?? null, how: by, on };
};
