/** Monitoring figures: recorded, approved or returned, revised; the grid, coverage and series. */
export * from './figure.ts';
export * from './state.ts';
export * from './views.ts';
