import { type PartRef, processState, type Stamp } from '@tablee/domain/kernel';
import type { Phase } from './room.ts';

/** How a cycle opened: at the beginning, by going back, or by going on after phase 4. */
export type Opening = 'began' | 'returned' | 'continued';

/** One passage through the phases. */
export type Cycle = {
  readonly number: number;
  readonly opened: Opening;
  /** The phase in which it opened. */
  readonly phase: Phase;
  /** The phase from which the partnership came, when it went back or on. */
  readonly from: Phase | null;
  /** Phases entered in this cycle, in order of entering. */
  readonly entered: readonly Phase[];
  readonly reopened: readonly string[];
  readonly standing: readonly string[];
  /** The decision that said so, when there was one. */
  readonly decision: string | null;
  readonly reason: PartRef | null;
  readonly at: string;
  readonly stamp: Stamp;
};

/** A condition that was set aside, with its reason. */
export type SetAside = {
  readonly reason: PartRef;
  readonly by: string;
  readonly at: string;
  readonly cycle: number;
};

/** Where a partnership is on its way. */
export type Journey = {
  readonly phase: Phase;
  readonly cycles: readonly Cycle[];
  readonly setAside: { readonly [condition: string]: SetAside };
  readonly ended: { readonly at: string; readonly decision: string | null; readonly words: PartRef } | null;
};

/** Refusals of the journey. */
export type JourneyRefusal = 'AlreadyBegun' | 'CycleMoved' | 'AlreadyEnded' | 'UseReturn' | 'NothingToReopen';

/** The number of the cycle under way, from 1. */
export const cycleOf = (state: Journey): number => state.cycles.length;

/** How the ledger holds it: what views read, without the rules that write it. */
export const journeyState = processState<Journey>('journey');

/** The id of a space's journey. */
export const journeyId = (space: string): string => `${space}-journey`;
