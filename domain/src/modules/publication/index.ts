/** What is told to everybody: news and the public page. */
export * from './news.ts';
