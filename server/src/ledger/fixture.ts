import { hash as digest, randomBytes } from 'node:crypto';
import { GENESIS, KERNEL_FORMAT, type StoredEvent, seal } from '@tablee/domain/kernel';
import type { Append, LedgerEvent } from './port.ts';

/** SHA-256 and salts of this runtime. */
export const crypto = {
  hash: (text: string): string => digest('sha256', text),
  salt: (): string => randomBytes(16).toString('hex'),
};

/** The first `count` events of a space, sealed and chained, each a record added; the same space gives the same chain length. */
export const eventsOf = (space: string, count: number): readonly StoredEvent[] => {
  const events: StoredEvent[] = [];
  for (let seq = 1; seq <= count; seq++) {
    const draft = {
      type: 'actor.added',
      version: 1,
      entity: `entity${seq % 2 === 0 ? 1 : seq}`,
      circle: 'partners',
      facts: {},
      parts: { name: `Ä ${seq} \u2028 "` },
    };
    const at = `2026-03-01T10:00:0${seq % 10}.000Z`;
    const place = {
      space,
      seq,
      actor: 'p',
      at,
      saidAt: at,
      commandId: `c${seq}`,
      previous: events.at(-1)?.hash ?? GENESIS,
    };
    events.push(seal(draft, place, crypto.hash, () => `${seq}`.padStart(32, '0')));
  }
  return events;
};

/** An append of events alone. */
export const appendOf = (space: string, expected: number, events: readonly LedgerEvent[]): Append => ({
  space,
  expected,
  events,
  struck: [],
  log: [],
  models: [],
  model: 1,
  format: KERNEL_FORMAT,
});
