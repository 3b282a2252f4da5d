/** Facts that help or hinder, and the initiatives that exist already. */
export * from './context-fact.ts';
export * from './initiative.ts';
export * from './overlap.ts';
export * from './views.ts';
