import { type PartRef, processState } from '@tablee/domain/kernel';

/** How a goal ends. */
export const GOAL_OUTCOME = {
  met: { fr: 'Atteint', en: 'Met' },
  missed: { fr: 'Manqué', en: 'Missed' },
  closed: { fr: 'Clos', en: 'Closed' },
} as const;
/** How a goal ends. */
export type GoalOutcome = keyof typeof GOAL_OUTCOME;

/** The kinds of data about which something is settled. */
export const DATA_KIND = {
  record: { fr: 'Le dossier du partenariat', en: 'The partnership’s record' },
  people: { fr: 'Les données des personnes', en: 'People’s data' },
  figures: { fr: 'Les données de suivi', en: 'Monitoring data' },
  recordings: { fr: 'Les voix et les images', en: 'Voices and pictures' },
  shared: { fr: 'Ce que des partenaires ont confié', en: 'What partners entrusted' },
} as const;
/** A kind of data. */
export type DataKind = keyof typeof DATA_KIND;

/** What becomes of data. */
export const DATA_FATE = {
  keep: { fr: 'Garder', en: 'Keep' },
  return: { fr: 'Rendre', en: 'Return' },
  erase: { fr: 'Effacer', en: 'Erase' },
} as const;
/** What becomes of data. */
export type DataFate = keyof typeof DATA_FATE;

/** The ending of a partnership, or of a team in it, in its parts. */
export type Ending = {
  readonly openedAt: string;
  readonly goals: {
    readonly [result: string]: { readonly outcome: GoalOutcome; readonly reason: PartRef | null };
  };
  /** What is still owed; `nothing` when that was said. */
  readonly owed: {
    readonly nothing: boolean;
    readonly text: PartRef | null;
    readonly commitments: readonly string[];
  } | null;
  readonly data: {
    readonly [kind: string]: {
      readonly fate: DataFate;
      readonly until: string | null;
      readonly holder: string | null;
    };
  };
  readonly thanks: { readonly text: PartRef | null; readonly organisations: readonly string[] } | null;
  readonly concluded: {
    readonly outcome: 'ended' | 'continued';
    readonly decision: string | null;
    readonly words: PartRef | null;
    readonly at: string;
  } | null;
};

/** Refusals of an ending. */
export type EndingRefusal = 'ReasonMissing' | 'NotDecided' | 'AlreadyConcluded';

/** How the ledger holds it: what views read, without the rules that write it. */
export const endingState = processState<Ending>('ending');
