/** Results chain, assumptions, indicators, interim values, and the path that they draw. */
export * from './assumption.ts';
export * from './chain.ts';
export * from './indicator.ts';
export * from './path.ts';
export * from './result.ts';
