/** The partnership itself: its record, its journey through the phases, conditions, compass and rooms. */

export * from './journey.ts';
export * from './journey-state.ts';
export * from './partnership.ts';
export * from './room.ts';
export * from './views.ts';
