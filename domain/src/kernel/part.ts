import { isObject, type Json, type JsonObject } from './json.ts';
import type { Stamp } from './state.ts';

/**
 * A free text of a process, as its state keeps it: opaque to rules, so that the state is the same
 * whether it was folded before or after an erasure.
 */
export type PartRef = JsonObject & {
  readonly $part: string;
  readonly at: Stamp;
  readonly value?: Json;
  readonly erased?: true;
};

/** The reference that `evolve` receives for a part of an event. */
export const partRef = (name: string, at: Stamp, value: Json | undefined): PartRef =>
  value === undefined ? { $part: name, at, erased: true } : { $part: name, at, value };

/** The text of a part; `undefined` when it is absent, erased or not a text. */
export const textOf = (ref: Json | undefined): string | undefined =>
  isObject(ref) && typeof ref['value'] === 'string' ? ref['value'] : undefined;

/** True when the part was erased. */
export const isErased = (ref: Json | undefined): boolean => isObject(ref) && ref['erased'] === true;

/** True for the reference of a part. */
export const isPart = (value: { readonly [key: string]: unknown }): value is PartRef =>
  typeof value['$part'] === 'string' && 'at' in value;

const isTarget = (ref: PartRef, targets: readonly string[]): boolean =>
  targets.includes(ref.$part) || targets.includes(`${ref.$part}:${ref.at}`);

/** The state of a process with the targeted parts turned into markers; all else is kept. */
export const strikeParts = (state: Json, targets: readonly string[]): Json => {
  if (state === null || typeof state !== 'object') return state;
  if (Array.isArray(state)) return state.map((item) => strikeParts(item, targets));
  if (!isObject(state)) return state;
  if (isPart(state)) return isTarget(state, targets) ? partRef(state.$part, state.at, undefined) : state;
  return Object.fromEntries(
    Object.entries(state).map(([key, member]) => [key, strikeParts(member, targets)]),
  );
};
