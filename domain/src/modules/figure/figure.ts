import {
  KEEPERS,
  PARTNER_ROLES,
  PARTNERS,
  type PartRef,
  process,
  type Role,
  WRITERS,
} from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { channelFact, decimalFact, fileFact, idFact } from '../fact.ts';
import type { Channel } from '../wording/index.ts';
import { decideFigure } from './decide-figure.ts';
import { type Figure, figureState, type Revision } from './state.ts';

const period = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/));
const unit = z.string().check(z.maxLength(60));
const said = z.string().check(z.minLength(1), z.maxLength(2_000));

const given = z.object({ value: decimalFact, unit, channel: channelFact, onBehalf: z.boolean() });
const none = z.object({});

const PARTNERS_AND_KEEPERS: readonly (Role | 'system')[] = [...WRITERS, 'system'];

/**
 * A monitoring figure: recorded with its source, approved or returned with a reason, revised without losing what was
 * said before. Missing is the absence of a figure, never a zero. Rules FIG-1 to FIG-9 of SPEC.md.
 */
export const figure = process(figureState, {
  version: 1,
  circle: PARTNERS,
  labels: { fr: { one: 'valeur', many: 'valeurs' }, en: { one: 'figure', many: 'figures' } },
  events: {
    recorded: z.extend(given, { indicator: idFact, organisation: idFact, period }),
    revised: given,
    confirmed: none,
    approved: none,
    returned: none,
  },
  commands: {
    record: {
      payload: z.object({
        indicator: idFact,
        organisation: idFact,
        period,
        place: z.optional(z.string().check(z.minLength(1), z.maxLength(300))),
        value: decimalFact,
        unit,
        source: z.optional(said),
        evidence: z.optional(fileFact),
        channel: channelFact,
      }),
      who: { roles: PARTNERS_AND_KEEPERS },
      creates: true,
      labels: { fr: 'Saisir une valeur', en: 'Record a figure' },
    },
    revise: {
      payload: z.object({
        value: decimalFact,
        unit,
        source: z.optional(said),
        evidence: z.optional(fileFact),
        reason: z.optional(said),
        channel: channelFact,
      }),
      who: { roles: PARTNERS_AND_KEEPERS },
      labels: { fr: 'Corriger la valeur', en: 'Correct the figure' },
    },
    confirm: {
      payload: none,
      who: { roles: ['system'], own: PARTNER_ROLES },
      labels: { fr: 'Confirmer ce qui a été saisi pour nous', en: 'Confirm what was entered for us' },
    },
    approve: {
      payload: none,
      who: { roles: KEEPERS },
      labels: { fr: 'Valider la valeur', en: 'Approve the figure' },
    },
    return: {
      payload: z.object({ reason: said }),
      who: { roles: KEEPERS },
      labels: { fr: 'Retourner, avec la raison', en: 'Return, with the reason' },
    },
  },
  evolve(state: Figure | undefined, event): Figure | undefined {
    switch (event.verb) {
      case 'recorded': {
        if (state !== undefined) return state;
        const { indicator, organisation, period: of } = event.facts;
        const place = event.parts['place'];
        const recorded: Figure = {
          indicator,
          organisation,
          period: of,
          ...(place === undefined ? {} : { place }),
          revisions: [revision(event)],
          status: 'given',
        };
        return recorded;
      }
      case 'revised': {
        if (state === undefined) return undefined;
        const { returned: _answered, ...held } = state;
        return { ...held, revisions: [...state.revisions, revision(event)], status: 'given' };
      }
      case 'confirmed':
        return state && { ...state, revisions: confirmLast(state.revisions) };
      case 'approved':
        return (
          state && {
            ...state,
            status: 'approved',
            approved: state.revisions.length - 1,
            approvedBy: event.actor,
            approvedOn: event.at,
          }
        );
      case 'returned':
        return state && withReason({ ...state, status: 'returned' }, event.parts['reason']);
    }
  },
  decide: decideFigure,
  owner: (state) => state.organisation,
});

interface Given {
  readonly facts: {
    readonly value: string;
    readonly unit: string;
    readonly channel: Channel;
    readonly onBehalf: boolean;
  };
  readonly parts: { readonly [part: string]: PartRef };
  readonly stamp: number | string;
  readonly at: string;
  readonly actor: string;
}

const revision = ({ facts, parts, stamp, at, actor }: Given): Revision => {
  const { source, evidence, reason } = parts;
  return {
    at: stamp,
    on: at,
    by: actor,
    value: facts.value,
    unit: facts.unit,
    channel: facts.channel,
    onBehalf: facts.onBehalf,
    confirmed: !facts.onBehalf,
    ...(source === undefined ? {} : { source }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(reason === undefined ? {} : { reason }),
  };
};

const confirmLast = (revisions: readonly Revision[]): readonly Revision[] =>
  revisions.map((held, index) => (index === revisions.length - 1 ? { ...held, confirmed: true } : held));

const withReason = (state: Figure, reason: PartRef | undefined): Figure =>
  reason === undefined ? state : { ...state, returned: reason };
