import { KEEPERS, PARTNERS, type PartRef, process } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, freeText, idFact } from '../fact.ts';

/** An organisation whose office holders changed: what was done once, and the note that everybody reads. */
export type OfficeChange = {
  readonly organisation: string;
  /** The day of the change. */
  readonly on: string;
  /** The last day on which those who left can read along; `null` when they had no access. */
  readonly accessEnds: string | null;
  /** Deadlines of the organisation rest until this day. */
  readonly suspendedUntil: string | null;
  readonly note: PartRef | null;
  readonly by: string;
  readonly at: string;
  /** The day on which somebody was designated again. */
  readonly settledOn: string | null;
};

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
export const officeChange = process('officeChange', {
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
