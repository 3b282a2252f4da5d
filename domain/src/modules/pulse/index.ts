/** Two questions after a meeting, answered without a name. */
export * from './pulse.ts';
export * from './state.ts';
export * from './views.ts';
