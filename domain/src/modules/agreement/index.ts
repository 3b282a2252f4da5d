/** Agreement: its clauses, frozen versions, adoption and signatures. */
export * from './clause.ts';
