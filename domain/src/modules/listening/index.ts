/** What groups say about the problem in their own words, and the rounds in which many are heard. */
export * from './page-text.ts';
export * from './page-words.ts';
export * from './perspective.ts';
export * from './round.ts';
export { entryOf, isModerator, roundPart } from './round-decide.ts';
export * from './round-map.ts';
export * from './round-result.ts';
export * from './round-spread.ts';
export * from './round-state.ts';
export * from './round-views.ts';
export * from './views.ts';
