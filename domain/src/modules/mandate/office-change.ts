import { KEEPERS, PARTNERS, process } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, freeText, idFact } from '../fact.ts';
import { type OfficeChange, officeChangeState } from './office-change-state.ts';

const facts = z.object({
  organisation: idFact,
  on: dayFact,
  accessEnds: z.optional(dayFact),
  suspendedUntil: z.optional(dayFact),
});

/**
 * "Office holder changed", on the organisation and not on each person. It names nobody: who left is in the mandates,
 * whose names the vault keeps. It changes nothing by itself; {@link officeChangeActs} makes the acts that go with it.
 */
export const officeChange = process(officeChangeState, {
  version: 1,
  circle: PARTNERS,
  labels: {
    fr: { one: 'changement de titulaire', many: 'changements de titulaire' },
    en: { one: 'change of office holder', many: 'changes of office holder' },
  },
  events: { declared: facts, settled: z.object({ on: dayFact }) },
  commands: {
    declare: {
      payload: z.extend(facts, { note: z.optional(freeText(2_000)) }),
      who: { roles: KEEPERS },
      creates: true,
      labels: { fr: 'Titulaire changé', en: 'Office holder changed' },
    },
    settle: {
      payload: z.object({ on: dayFact }),
      who: { roles: KEEPERS },
      labels: { fr: 'La suite est assurée', en: 'Somebody was designated' },
    },
  },
  evolve(state: OfficeChange | undefined, event): OfficeChange | undefined {
    if (event.verb === 'settled') return state && { ...state, settledOn: event.facts.on };
    const { organisation, on, accessEnds, suspendedUntil } = event.facts;
    const declared: OfficeChange = {
      organisation,
      on,
      accessEnds: accessEnds ?? null,
      suspendedUntil: suspendedUntil ?? null,
      note: event.parts['note'] ?? null,
      by: event.actor,
      at: event.at,
      settledOn: null,
    };
    return state ?? declared;
  },
  decide(command, state) {
    if (command.name === 'declare') {
      const { note, ...declared } = command.payload;
      return {
        ok: true,
        events: [{ verb: 'declared', facts: declared, parts: note === undefined ? {} : { note } }],
      };
    }
    if (state === undefined || state.settledOn !== null) return { ok: true, events: [] };
    return { ok: true, events: [{ verb: 'settled', facts: command.payload }] };
  },
});
