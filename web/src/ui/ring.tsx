import type { ReactNode } from 'react';
import { classNames } from './class-name.ts';
import css from './ring.module.css';
import { arcPath, arcWidth, type PhaseState, pointAt, quarter } from './ring-geometry.ts';

/** One phase of the ring as it is drawn. */
export interface RingPhase {
  readonly number: 1 | 2 | 3 | 4;
  readonly state: PhaseState;
}

/** Props of {@link Ring}. */
export interface RingProps {
  readonly phases: readonly RingPhase[];
  /** Pixels; 40 beside a sentence, 84 in the rail, 88 on a phone, 220 on Today. */
  readonly size: number;
  /** 1 for the first; past cycles are thin inner rings. */
  readonly cycle?: number;
  /** The return that opened this cycle. */
  readonly returned?: { readonly from: number; readonly to: number } | undefined;
  /** Words in the middle, from 160 px. */
  readonly center?: { readonly title: string; readonly note?: string } | undefined;
  /** Pointer and touch on an arc; the links beside the ring are the real targets. */
  readonly onPick?: ((phase: number) => void) | undefined;
  readonly className?: string | undefined;
}

const MAX_INNER = 3;

function InnerRings({
  count,
  center,
  radius,
}: {
  readonly count: number;
  readonly center: number;
  readonly radius: number;
}): ReactNode {
  const shown = Math.min(count, MAX_INNER);
  return Array.from({ length: shown }, (_, index) => (
    <circle
      key={String(index)}
      cx={center}
      cy={center}
      r={radius - 4 * (index + 1)}
      className={css['past']}
    />
  ));
}

function ReturnArrow({
  from,
  to,
  center,
  radius,
}: {
  readonly from: number;
  readonly to: number;
  readonly center: number;
  readonly radius: number;
}): ReactNode {
  const start = from * 90 - 38;
  const end = to * 90 - 52;
  const [x, y] = pointAt(center, radius, end);
  const [ax, ay] = pointAt(center, radius - 5, end + 6);
  const [bx, by] = pointAt(center, radius + 5, end + 6);
  return (
    <g className={css['return']}>
      <path d={arcPath(center, radius, start, end)} strokeDasharray="0.1 5" />
      <path d={`M${ax} ${ay}L${x} ${y}L${bx} ${by}`} />
    </g>
  );
}

const MARK_WIDTH = 3.5;

/** The mark: four equal quarters and the gap, without state; beside the name of the product. */
export function RingMark({ size = 24 }: { readonly size?: number }): ReactNode {
  const radius = size / 2 - MARK_WIDTH / 2;
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      className={css['ring']}
      focusable="false"
    >
      {[1, 2, 3, 4].map((phase) => (
        <path
          key={phase}
          d={arcPath(size / 2, radius, (phase - 1) * 90 + 4, phase === 4 ? 328 : phase * 90 - 4)}
          data-phase={phase}
          className={css['mark']}
          strokeWidth={MARK_WIDTH}
        />
      ))}
    </svg>
  );
}

/** The ring seen from above: four phases, a gap where a newcomer enters. A picture only; see `Compass`. */
export function Ring({ phases, size, cycle = 1, returned, center, onPick, className }: RingProps): ReactNode {
  const middle = size / 2;
  const radius = middle - arcWidth('current', size) / 2 - 0.5;
  const inner = radius - arcWidth('current', size) / 2 - 3;
  const past = Math.max(0, cycle - 1);
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      className={classNames(css['ring'], className)}
      focusable="false"
    >
      {phases.map(({ number, state }) => {
        const width = arcWidth(state, size);
        const { start, end } = quarter(number, radius, width);
        return (
          <path
            key={number}
            d={arcPath(middle, radius, start, end)}
            data-phase={number}
            className={css['arc']}
            strokeWidth={width}
            onClick={onPick && (() => onPick(number))}
          />
        );
      })}
      {size >= 64 && <InnerRings count={past} center={middle} radius={inner + 2} />}
      {size >= 160 && returned && (
        <ReturnArrow {...returned} center={middle} radius={inner - 4 * Math.min(past, MAX_INNER) - 8} />
      )}
      {size >= 160 && center && <CenterWords {...center} middle={middle} more={past - MAX_INNER} />}
    </svg>
  );
}

function CenterWords({
  title,
  note,
  middle,
  more,
}: {
  readonly title: string;
  readonly note?: string;
  readonly middle: number;
  readonly more: number;
}): ReactNode {
  return (
    <g textAnchor="middle" className={css['words']}>
      <text x={middle} y={note ? middle - 2 : middle + 6} className={css['title']}>
        {title}
      </text>
      {note && (
        <text x={middle} y={middle + 20} className={css['note']}>
          {note}
        </text>
      )}
      {more > 0 && (
        <text x={middle} y={middle - 30} className={css['note']}>
          +{more}
        </text>
      )}
    </g>
  );
}
