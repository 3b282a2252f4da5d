/** Bodies, seats and the rules by which they decide. */
export * from './body.ts';
