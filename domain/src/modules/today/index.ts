/** The first page: where we are, and what waits for me. */
export { COMMITMENT_DAYS } from './asked.ts';
export type { TodayItem } from './item.ts';
export * from './open-point.ts';
export * from './open-shape.ts';
export * from './today.ts';
export { ACTION, type Action } from './word.ts';
