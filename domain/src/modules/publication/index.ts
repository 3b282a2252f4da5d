/** What is told to everybody: news and the public page. */
export * from './news.ts';
export * from './public-page.ts';
export * from './public-page-state.ts';
export { isPublished } from './published.ts';
export * from './views.ts';
