/** Decisions: positions under a rule shown first, a verdict from the decision engine, what follows. */

export { counts, isOver, verdictOf } from './case.ts';
export { awaited } from './decide-decision.ts';
export * from './decision.ts';
export * from './explain.ts';
export * from './state.ts';
export * from './views.ts';
