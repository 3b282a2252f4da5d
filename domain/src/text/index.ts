export * from './amount.ts';
export * from './date.ts';
export * from './locale.ts';
export * from './number.ts';
export { typography } from './typography.ts';
