/** Words that groups understand differently, side by side. */
export * from './term.ts';
export * from './views.ts';
