import { phases } from '@tablee/domain/framework';
import { type Language, own, perView, textOf } from '@tablee/domain/kernel';
import { journeyOf, type Phase } from '../partnership/index.ts';
import type { Condition, Conditions, Finding } from './condition.ts';
import { design } from './design.ts';
import { evolution } from './evolution.ts';
import { implementation } from './implementation.ts';
import { initiation } from './initiation.ts';
import { type CycleMark, cycles } from './room.ts';

const OF_PHASE: { readonly [phase in Phase]: Conditions } = {
  1: initiation,
  2: design,
  3: implementation,
  4: evolution,
};
const PHASES: readonly Phase[] = [1, 2, 3, 4];

/**
 * The conditions of one phase, or of all, in the order in which the method names them. Advice: they are computed
 * from what the reader may see, say so in a sentence, and block nothing.
 */
export const conditions = perView((view, lang: Language, phase?: Phase): readonly Condition[] => {
  const aside = journeyOf(view)?.setAside ?? {};
  return PHASES.filter((one) => phase === undefined || one === phase).flatMap((one) =>
    OF_PHASE[one](view, lang).map((found) => judged(found, own(aside, found.id)?.reason)),
  );
});

/** A condition that is met counts as met, also when somebody had set it aside before. */
const judged = (found: Finding, reason: Parameters<typeof textOf>[0]): Condition => {
  const { id, phase, room, met } = found;
  const words = textOf(reason);
  return {
    id,
    phase,
    room,
    state: met ? 'met' : reason === undefined ? 'notYet' : 'setAside',
    // What it says may take counting: it is asked when it is shown.
    get sentence() {
      return found.sentence;
    },
    ...(met || words === undefined ? {} : { reason: words }),
  };
};

/** A phase on the ring. */
export interface PhaseMark {
  readonly phase: Phase;
  readonly name: string;
  /** `reached`: entered in this cycle or an earlier one; `ahead`: not entered yet. */
  readonly state: 'current' | 'reached' | 'ahead';
  /** Conditions met or set aside, and all of them. */
  readonly settled: number;
  readonly total: number;
}

/** The ring: where the partnership is, and how it came there. */
export interface Compass {
  /** False before the journey began: the ring then shows phase 1. */
  readonly begun: boolean;
  readonly phase: Phase;
  /** From 1. */
  readonly cycle: number;
  readonly phases: readonly PhaseMark[];
  /** Every cycle, the current one last. */
  readonly cycles: readonly CycleMark[];
  /** ISO instant of the end; `undefined` while the partnership lives. */
  readonly endedAt: string | undefined;
}

/** The compass of the partnership. */
export const compass = perView((view, lang: Language): Compass => {
  const journey = journeyOf(view);
  const current: Phase = journey?.phase ?? 1;
  const entered = new Set(journey?.cycles.flatMap((cycle) => cycle.entered) ?? []);
  const names = phases(lang);
  return {
    begun: journey !== undefined,
    phase: current,
    cycle: journey?.cycles.length ?? 1,
    cycles: cycles(view),
    endedAt: journey?.ended?.at,
    phases: PHASES.map((phase) => {
      const list = conditions(view, lang, phase);
      const reached = entered.has(phase) || phase < current;
      return {
        phase,
        name: names.find((card) => card.id === phase)?.name ?? '',
        state: phase === current ? 'current' : reached ? 'reached' : 'ahead',
        settled: list.filter((condition) => condition.state !== 'notYet').length,
        total: list.length,
      };
    }),
  };
});
