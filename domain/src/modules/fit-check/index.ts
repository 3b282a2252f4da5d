/** Is a partnership the right answer? Questions, ways of answering, spread and verdict. */
export * from './fit-check.ts';
export * from './fit-verdict.ts';
export * from './mode.ts';
export * from './question.ts';
export * from './state.ts';
export * from './views.ts';
