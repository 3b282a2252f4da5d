/** What is asked of people who take part without an account, and what they answered. */

export * from './choice-word.ts';
export * from './effect.ts';
export * from './four-lines.ts';
export * from './in-name.ts';
export * from './read-day.ts';
export * from './request.ts';
export * from './standing-word.ts';
export * from './state.ts';
export * from './subject.ts';
export * from './views.ts';
export * from './word.ts';
