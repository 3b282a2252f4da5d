/** Who owes what to whom until when. */
export * from './commitment.ts';
export * from './half-page-words.ts';
export * from './quarter-page.ts';
export * from './views.ts';
