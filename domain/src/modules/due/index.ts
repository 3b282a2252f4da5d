/** What partners owe each other, from wherever it was said; gentle reminders; the half page of each quarter. */
export * from './digest-text.ts';
export * from './due.ts';
export * from './half-page.ts';
