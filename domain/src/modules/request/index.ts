/** What is asked of people who take part without an account, and what they answered. */

export * from './effect.ts';
export * from './request.ts';
export * from './views.ts';
