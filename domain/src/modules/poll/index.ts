/** Date polls: several dates, yes, if needed or no for each, and the date that was chosen. */
export * from './poll.ts';
export * from './state.ts';
export * from './views.ts';
