import { isObject } from '@tablee/domain/kernel';
import type { SessionAnswer } from '@tablee/domain/protocol';
import { SESSION_KEY } from './known-device.ts';

/** True when the value is what the server answers of a session. */
export const isSession = (value: unknown): value is SessionAnswer =>
  isObject(value) && typeof value['setUp'] === 'boolean' && Array.isArray(value['ways']);

/** Keeps the session on this device while it has an account, and forgets it otherwise. */
export const remember = (answer: SessionAnswer | undefined): void => {
  if (answer?.account) localStorage.setItem(SESSION_KEY, JSON.stringify(answer));
  else localStorage.removeItem(SESSION_KEY);
};

/** The session that this device remembers; `undefined` where none is, or storage is forbidden. */
export const recall = (): SessionAnswer | undefined => {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(SESSION_KEY) ?? 'null');
    return isSession(held) ? held : undefined;
  } catch {
    return undefined;
  }
};
