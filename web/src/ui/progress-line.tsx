import type { ReactNode } from 'react';
import { useFormat, useText } from '../locale/use-text.tsx';
import css from './progress-line.module.css';

/** Props of {@link ProgressLine}. */
export interface ProgressLineProps {
  readonly label: ReactNode;
  readonly done: number;
  /** More than 0. */
  readonly total: number;
  /** Replaces « 13 sur 70 ». */
  readonly text?: string;
  /** A mark on the bar, in the unit of `done`; its words follow the text. */
  readonly threshold?: { readonly at: number; readonly label?: string };
}

const share = (value: number, total: number): number => Math.min(100, Math.max(0, (value / total) * 100));

/** How far something has come: words first, then a bar for the eye; the threshold is an ink mark with words. */
export function ProgressLine({ label, done, total, text, threshold }: ProgressLineProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const limit =
    threshold && (threshold.label ?? t('ui.progress.threshold', { value: format.number(threshold.at) }));
  return (
    <div className={css['line']}>
      <p className={css['words']}>
        <span>{label}</span>
        <span className={css['count']}>
          {text ?? t('ui.progress.of', { done, total })}
          {limit && <span className={css['limit']}>, {limit}</span>}
        </span>
      </p>
      <svg
        aria-hidden="true"
        className={css['bar']}
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        focusable="false"
      >
        <rect y="2" width="100" height="6" className={css['ground']} />
        <rect y="2" width={share(done, total)} height="6" className={css['done']} />
        {threshold && (
          <rect x={share(threshold.at, total) - 0.3} width="0.6" height="10" className={css['mark']} />
        )}
      </svg>
    </div>
  );
}
