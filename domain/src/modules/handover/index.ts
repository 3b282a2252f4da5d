/** Handing over roles to a named successor, and what must go on. */
export * from './essential.ts';
export * from './handover.ts';
export * from './state.ts';
export * from './views.ts';
