/** What is asked of people who take part without an account, and what they answered. */
export * from './request.ts';
