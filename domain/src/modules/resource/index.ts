/** What partners bring and what things cost. */
export * from './contribution.ts';
export * from './views.ts';
