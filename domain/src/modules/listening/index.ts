/** What groups say about the problem, in their own words. */
export * from './perspective.ts';
export * from './views.ts';
