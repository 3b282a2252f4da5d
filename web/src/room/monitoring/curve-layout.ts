/** A dated value to draw; `day` counts days, `value` is for the eye only. */
export interface CurvePoint {
  readonly day: number;
  readonly value: number;
}

/** Where a point stands in the drawing. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The size of the drawing and the room that labels take around it, in its own units. */
export const CURVE = { width: 340, height: 190, left: 8, right: 8, top: 26, bottom: 30 } as const;

/**
 * Places points by day and value, the smallest day at the left and the largest value at the top. Points that are all
 * of one day or one value stand in the middle, never outside.
 */
export const placesOf = (points: readonly CurvePoint[]): ((point: CurvePoint) => Place) => {
  const days = points.map((point) => point.day);
  const values = points.map((point) => point.value);
  const across = spread(days, CURVE.left, CURVE.width - CURVE.right);
  const down = spread(values, CURVE.height - CURVE.bottom, CURVE.top);
  return (point) => ({ x: across(point.day), y: down(point.value) });
};

const spread = (values: readonly number[], from: number, to: number): ((value: number) => number) => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (high === low) return () => (from + to) / 2;
  return (value) => from + ((value - low) / (high - low)) * (to - from);
};

/** The `points` of a polyline, rounded to a tenth. */
export const lineOf = (places: readonly Place[]): string =>
  places.map(({ x, y }) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`).join(' ');
