/** Bodies, seats and the rules by which they decide; the roll for the decision engine. */
export * from './body.ts';
export * from './preset.ts';
export * from './rule.ts';
export * from './rule-state.ts';
export * from './vacancy.ts';
export * from './views.ts';
