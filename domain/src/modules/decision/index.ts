/** Decisions: positions under a rule shown first, a verdict from the decision engine, what follows. */

export * from './decision.ts';
export * from './explain.ts';
export * from './standing.ts';
export * from './state.ts';
export * from './views.ts';
