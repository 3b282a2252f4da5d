/** Lessons learned. */
export * from './lesson.ts';
