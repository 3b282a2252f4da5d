/** Where a partnership is: ring, cycles, rooms, and the conditions of each phase as advice. */
export * from './compass.ts';
export * from './condition.ts';
export { sectorNames, sectorsSentence } from './initiation-word.ts';
export * from './room.ts';
