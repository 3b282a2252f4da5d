import type { RecordEntity, View } from '@tablee/domain/kernel';
import { processesIn, type Running, recordsIn } from '../reading/index.ts';
import { logframe } from '../result/index.ts';
import { type DataKind, type Ending, endingState, type GoalOutcome } from './state.ts';

/** One goal with how it ended; `undefined` while nobody said. */
export interface GoalLine {
  readonly entity: RecordEntity;
  readonly outcome: GoalOutcome | undefined;
}

/** The five parts of ending well, each with whether it is settled. */
export interface EndingView {
  readonly goals: readonly GoalLine[];
  readonly dataOpen: readonly DataKind[];
  readonly settled: {
    readonly goals: boolean;
    readonly owed: boolean;
    readonly data: boolean;
    readonly thanks: boolean;
    readonly lessons: boolean;
  };
  /** Parts settled, of 5: advice, not a gate. */
  readonly done: number;
}

const KINDS = ['record', 'people', 'figures', 'recordings', 'shared'] as const satisfies readonly DataKind[];

/** The ending that is being prepared, or the last one that was concluded; `undefined` while there is none. */
export const currentEnding = (view: View): Running<Ending> | undefined => {
  const all = processesIn(view, endingState);
  const open = all.find((held) => held.state.concluded === null);
  return (
    open ??
    [...all].sort((a, b) => ((a.state.concluded?.at ?? '') < (b.state.concluded?.at ?? '') ? 1 : -1))[0]
  );
};

/** What is settled of an ending: goals are the impact and the outcomes of the chain, lessons three at least. */
export const endingView = (view: View, state: Ending): EndingView => {
  const goals = logframe(view)
    .filter((step) => step.level === 'impact' || step.level === 'outcome')
    .map(({ entity }): GoalLine => {
      const goal = Object.hasOwn(state.goals, entity.id) ? state.goals[entity.id] : undefined;
      return { entity, outcome: goal?.outcome };
    });
  const dataOpen = KINDS.filter((kind) => !Object.hasOwn(state.data, kind));
  const settled = {
    goals: goals.length > 0 && goals.every((goal) => goal.outcome !== undefined),
    owed: state.owed !== null,
    data: dataOpen.length === 0,
    thanks: state.thanks !== null,
    lessons: recordsIn(view, 'lesson').length >= 3,
  };
  return { goals, dataOpen, settled, done: Object.values(settled).filter(Boolean).length };
};
