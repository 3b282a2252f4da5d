/** Texts worded in common: versions, positions bound to them, and their standing. */

export * from './position.ts';
export * from './standing.ts';
export * from './standing-fact.ts';
export * from './state.ts';
export * from './views.ts';
export * from './wording.ts';
