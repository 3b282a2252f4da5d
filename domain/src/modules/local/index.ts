/** How much of the partnership is led where the work takes place. */
export * from './views.ts';
