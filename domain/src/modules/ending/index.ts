/** Ending well, or going on. */
export * from './ending.ts';
export * from './views.ts';
