/** Texts and files, and what they count for. */
export * from './document.ts';
export * from './edition.ts';
export * from './sending.ts';
export * from './state.ts';
export * from './views.ts';
