/** Handing over roles, and what must go on. */
export * from './essential.ts';
