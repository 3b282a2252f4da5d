/** Ending well, or going on. */
export * from './ending.ts';
export * from './state.ts';
export * from './views.ts';
