import { type Quantity, type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import {
  asFraction,
  asPlain,
  dayNumber,
  fromDecimal,
  lastDay,
  magnitude,
  minus,
  order,
  plus,
  type Ratio,
  ratio,
  recordsIn,
  times,
} from '../reading/index.ts';
import { indicator, milestone } from './indicator.ts';

/** How far from its path an indicator may be before it counts as off: a tenth of the way from baseline to target. */
export const PATH_TOLERANCE: Ratio = ratio(1, 10);

/** A point of the path: a day and the value that stands there. */
export interface PathPoint {
  readonly day: string;
  readonly value: Quantity;
  readonly kind: 'baseline' | 'milestone' | 'target';
}

/** The path of an indicator: baseline, interim values, target, by day. Points without a date or in another unit are left out. */
export const pathOf = (view: View, entity: RecordEntity): readonly PathPoint[] => {
  const points: PathPoint[] = [];
  const add = (kind: PathPoint['kind'], date: string | undefined, value: Quantity | undefined): void => {
    if (date !== undefined && value !== undefined) points.push({ kind, day: lastDay(date), value });
  };
  add('baseline', valueOf(indicator, entity, 'baselineDate'), valueOf(indicator, entity, 'baseline'));
  for (const step of recordsIn(view, 'milestone'))
    if (valueOf(milestone, step, 'indicator') === entity.id)
      add('milestone', valueOf(milestone, step, 'date'), valueOf(milestone, step, 'value'));
  add('target', valueOf(indicator, entity, 'targetDate'), valueOf(indicator, entity, 'target'));
  const unit = points[0]?.value.unit;
  return points
    .filter((point) => point.value.unit === unit)
    .sort((a, b) => dayNumber(a.day) - dayNumber(b.day));
};

/** The value that the path asks for on a day. */
export interface Expected {
  /** Exact, as a fraction: `485/12`. */
  readonly exact: string;
  /** For reading, at most two digits after the point. */
  readonly value: Quantity;
  readonly before: PathPoint;
  readonly after: PathPoint;
}

const between = (before: PathPoint, after: PathPoint, day: string): Ratio => {
  const from = fromDecimal(before.value.value);
  const span = dayNumber(after.day) - dayNumber(before.day);
  if (span === 0) return fromDecimal(after.value.value);
  const share = ratio(dayNumber(day) - dayNumber(before.day), span);
  return plus(from, times(share, minus(fromDecimal(after.value.value), from)));
};

const expected = (
  path: readonly PathPoint[],
  day: string,
): { readonly ratio: Ratio; readonly said: Expected } | undefined => {
  const first = path[0];
  const last = path.at(-1);
  if (first === undefined || last === undefined || path.length < 2 || day < first.day) return undefined;
  const index = path.findIndex((point) => point.day >= day);
  const after = path[index] ?? last;
  const before = index > 0 ? (path[index - 1] ?? first) : index === 0 ? first : last;
  const value = between(before, after, day);
  return {
    ratio: value,
    said: {
      exact: asFraction(value),
      value: { value: asPlain(value), unit: first.value.unit },
      before,
      after,
    },
  };
};

/**
 * The value that a path asks for on a day: exactly linear between its points, the last point's value after it.
 * `undefined` before the first point and where there are fewer than two.
 */
export const expectedAt = (path: readonly PathPoint[], day: string): Expected | undefined =>
  expected(path, day)?.said;

/** A figure held against the path. */
export interface PathCheck {
  readonly day: string;
  readonly actual: Quantity;
  readonly expected: Expected;
  /** Actual minus expected, for reading. */
  readonly gap: Quantity;
  readonly off: boolean;
  readonly direction: 'up' | 'down';
}

/**
 * Holds a value of a day against the path of its indicator. Off: worse than expected (by the wished direction) by more
 * than {@link PATH_TOLERANCE} of the way from the first point to the last. `undefined` without a path, or in another unit.
 */
export const checkPath = (
  view: View,
  entity: RecordEntity,
  actual: Quantity,
  day: string,
): PathCheck | undefined => {
  const path = pathOf(view, entity);
  const found = expected(path, day);
  const first = path[0];
  const last = path.at(-1);
  if (found === undefined || first === undefined || last === undefined || first.value.unit !== actual.unit)
    return undefined;
  const gap = minus(fromDecimal(actual.value), found.ratio);
  const way = magnitude(minus(fromDecimal(last.value.value), fromDecimal(first.value.value)));
  const rises = order(fromDecimal(last.value.value), fromDecimal(first.value.value)) >= 0;
  const direction = valueOf(indicator, entity, 'direction') ?? (rises ? 'up' : 'down');
  const worse = direction === 'up' ? order(gap, ratio(0)) < 0 : order(gap, ratio(0)) > 0;
  const off = worse && order(magnitude(gap), times(PATH_TOLERANCE, way)) > 0;
  return {
    day,
    actual,
    expected: found.said,
    gap: { value: asPlain(gap), unit: actual.unit },
    off,
    direction,
  };
};
