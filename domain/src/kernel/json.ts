/** A value that survives JSON unchanged: what events, slots and snapshots are made of. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; keys never include `__proto__` (see {@link isJson}). */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** True for a plain object (not null, not an array). */
export const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * True when `value` is JSON as the ledger accepts it: finite numbers, no `undefined`,
 * no key that could reach a prototype, nesting of at most 32 levels.
 */
export const isJson = (value: unknown, depth = 0): value is Json => {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (depth > 32) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  if (!isObject(value)) return false;
  return Object.keys(value).every((key) => isSafeKey(key) && isJson(value[key], depth + 1));
};

/** True when `value` is a JSON object as {@link isJson} understands it. */
export const isJsonObject = (value: unknown): value is JsonObject => isObject(value) && isJson(value);

/** False for the three names through which a key could reach an object's prototype. */
export const isSafeKey = (key: string): boolean =>
  key !== '__proto__' && key !== 'constructor' && key !== 'prototype';

/**
 * The one text of a JSON value that hashes are taken of: keys sorted by code unit, no white space,
 * numbers and strings as `JSON.stringify` writes them. Members that are `undefined` are left out.
 */
export const canonical = (value: Json | undefined): string => {
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).sort();
  const members: string[] = [];
  for (const key of keys) {
    const member = value[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonical(member)}`);
  }
  return `{${members.join(',')}}`;
};

/** `Array.isArray` that keeps the type of a readonly JSON list. */
export const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/**
 * The object without members that are `undefined`, as JSON.
 * @throws when a member is not JSON: a defect of the code that made it.
 */
export const asJsonObject = (value: object): JsonObject => {
  const members = Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
  if (!isJsonObject(members)) throw new TypeError('not a JSON object');
  return members;
};

/** True when both values have the same canonical text. */
export const sameJson = (a: Json | undefined, b: Json | undefined): boolean => canonical(a) === canonical(b);

/** The object's own member, never one inherited from a prototype. */
export const own = <T>(object: { readonly [key: string]: T }, key: string): T | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;
