/**
 * A circle of visibility: `public`, `partners`, `core`, `secretariat`, or a named circle whose id is
 * that of the entity that holds its list of readers.
 */
export type Circle = string;

/** Everybody, without an account. */
export const PUBLIC: Circle = 'public';
/** Every member of the space. */
export const PARTNERS: Circle = 'partners';
/** The core group. */
export const CORE: Circle = 'core';
/** The secretariat. */
export const SECRETARIAT: Circle = 'secretariat';

/** The circle and those around it, from the narrowest to `public`. */
export const around = (circle: Circle): readonly Circle[] => {
  if (circle === PUBLIC) return [PUBLIC];
  if (circle === PARTNERS) return [PARTNERS, PUBLIC];
  return [circle, PARTNERS, PUBLIC];
};

/** True for the id of a named circle: anything but the four that every space has. */
export const isNamed = (circle: Circle): boolean => ![PUBLIC, PARTNERS, CORE, SECRETARIAT].includes(circle);

/** True when every reader of `inner` is a reader of `outer` (also when both are the same). */
export const isWithin = (inner: Circle, outer: Circle): boolean =>
  inner === outer || outer === PUBLIC || (outer === PARTNERS && inner !== PUBLIC);

/** True when going from `from` to `to` shows something to people who could not read it before. */
export const isWider = (from: Circle, to: Circle): boolean => !isWithin(to, from);

/** The circles that a person reads. */
export interface Reader {
  readonly circles: ReadonlySet<Circle>;
}

/** The reader of what is public: no account, no membership. */
export const ANYBODY: Reader = { circles: new Set([PUBLIC]) };

/** True when `reader` may read what lives in `circle`. */
export const canRead = (reader: Reader, circle: Circle): boolean => reader.circles.has(circle);
