/** Results chain, assumptions, indicators and their interim values. */
export * from './assumption.ts';
export * from './indicator.ts';
export * from './result.ts';
