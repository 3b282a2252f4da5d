/** The few who carry the start. */
export * from './core-member.ts';
export * from './views.ts';
