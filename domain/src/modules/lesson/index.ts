/** Lessons learned. */
export * from './lesson.ts';
export * from './views.ts';
