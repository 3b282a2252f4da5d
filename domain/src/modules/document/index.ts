/** Texts and files, and what they count for. */
export * from './document.ts';
export * from './views.ts';
