/** The partnership itself: its record, its journey through the phases, conditions, compass and rooms. */
export * from './partnership.ts';
