/** A quarter of the ring: where it starts and ends, in degrees clockwise from the top. */
export interface Quarter {
  readonly start: number;
  readonly end: number;
}

/** The gap between the fourth quarter and the first, in degrees: where a newcomer enters. */
export const GAP_DEGREES = 22;

/** How far along a phase is; decides the width of its arc. */
export type PhaseState = 'current' | 'reached' | 'ahead';

/** Widths of the arcs in pixels at full size: current 12, reached 6, ahead 2; thinner below 64 px. */
export function arcWidth(state: PhaseState, size: number): number {
  const full = { current: 12, reached: 6, ahead: 2 }[state];
  return size >= 64 ? full : Math.max(1.5, (full * size) / 80);
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The point of a circle at an angle, in degrees clockwise from the top. */
export function pointAt(center: number, radius: number, degrees: number): readonly [number, number] {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return [round(center + radius * Math.cos(radians)), round(center + radius * Math.sin(radians))];
}

/** An SVG path along a circle from one angle to another; anticlockwise when `end` is smaller than `start`. */
export function arcPath(center: number, radius: number, start: number, end: number): string {
  const [x1, y1] = pointAt(center, radius, start);
  const [x2, y2] = pointAt(center, radius, end);
  const large = Math.abs(end - start) > 180 ? 1 : 0;
  return `M${x1} ${y1}A${round(radius)} ${round(radius)} 0 ${large} ${end > start ? 1 : 0} ${x2} ${y2}`;
}

/**
 * The angles of one quarter so that its round ends never touch its neighbours.
 *
 * @param phase - 1 to 4
 * @param radius - of the ring, in pixels
 * @param width - of this arc
 */
export function quarter(phase: number, radius: number, width: number): Quarter {
  const cap = ((width / 2 + 1.5) / radius) * (180 / Math.PI);
  const start = (phase - 1) * 90 + cap;
  const end = phase * 90 - cap;
  return phase === 4 ? { start, end: Math.min(end, 360 - GAP_DEGREES) } : { start, end };
}
