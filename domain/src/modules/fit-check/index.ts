/** Is a partnership the right answer? Questions, answers, spread and verdict. */
export * from './fit-check.ts';
export * from './question.ts';
export * from './views.ts';
