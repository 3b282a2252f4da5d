/** Agreement: its clauses, frozen versions, adoption, signatures, what changed and what hangs together. */
export * from './agreement.ts';
export * from './clause.ts';
export * from './compare.ts';
export { clausesOf, freeze, hashOf } from './freeze.ts';
export * from './standing.ts';
export * from './state.ts';
export * from './views.ts';
