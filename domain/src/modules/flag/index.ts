/** Flags: where the world leaves the plan, who hears of it first, and what is done about it. */
export * from './flag.ts';
export * from './state.ts';
export * from './views.ts';
export { DEFAULT_RECHECK_MONTHS, EFFECT_MONTHS, FUNDING_NOTICE_DAYS } from './watch.ts';
