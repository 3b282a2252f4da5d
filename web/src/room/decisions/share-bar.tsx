import { type NumberTest, parseExact, toDecimal } from '@tablee/domain/engines/decision';
import type { ReactNode } from 'react';
import css from './decisions.module.css';

const numberOf = (exact: string): number => Number(toDecimal(parseExact(exact), 6));

/**
 * How a share stands to its threshold, for the eye: the sentence beside it says the same in exact numbers. Ink only,
 * since colours rate and this does not. Nothing where there is no share or no bound.
 */
export function ShareBar({ test }: { readonly test: NumberTest }): ReactNode {
  const bound = test.bound !== undefined && 'share' in test.bound ? test.bound.share : undefined;
  if (test.share === undefined || bound === undefined) return null;
  const share = Math.min(1, Math.max(0, numberOf(test.share)));
  const mark = Math.min(1, Math.max(0, numberOf(bound)));
  return (
    <svg
      aria-hidden="true"
      className={css['bar']}
      viewBox="0 0 400 20"
      preserveAspectRatio="none"
      focusable="false"
    >
      <rect y="7" width="400" height="6" className={css['ground']} />
      <rect y="7" width={400 * share} height="6" className={css['done']} />
      <rect x={400 * mark - 2.5} width="5" y="1" height="18" className={css['halo']} />
      <rect x={400 * mark - 1} width="2" y="1" height="18" className={css['done']} />
    </svg>
  );
}
