export type { Floors, ProtectedCell, ProtectedLine } from './line.ts';
export { DEFAULT_FLOORS, hideSmall, isNearlyUnanimous, protectLine, raiseFloors } from './line.ts';
export type { Round, RoundRefusal } from './round.ts';
export { closeRound, openRound, readPublication } from './round.ts';
