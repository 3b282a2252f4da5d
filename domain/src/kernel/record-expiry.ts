import { daysIn } from './field.ts';
import { type AnyRecord, fieldOfSlot } from './record.ts';
import type { RecordEntity, Slot, Stamp } from './state.ts';

/** An erasure that time will bring. */
export interface Expiry {
  /** The end of the last day on which the record is kept, ISO 8601 UTC. */
  readonly at: string;
  /** The slots to erase. */
  readonly targets: readonly string[];
  /** The seq of the last event that wrote any of them; 0 while none is confirmed. */
  readonly stamp: number;
}

const endOf = (date: string): string => {
  const [year = '', month = '12', day] = date.split('-');
  const last = day ?? String(daysIn(Number(year), Number(month))).padStart(2, '0');
  return `${year}-${month}-${last}T23:59:59.999Z`;
};

const isLeft = (slot: Slot): boolean =>
  [slot, ...(slot.beside ?? [])].some((held) => held.erased !== true && held.value !== undefined);

const latest = (stamps: readonly Stamp[]): number =>
  stamps.reduce<number>((most, at) => (typeof at === 'number' && at > most ? at : most), 0);

/**
 * When everything written in a record is due to be erased, by the date of its declaration's `expires`; `undefined`
 * where the type or the record says none, and where nothing is left to erase.
 */
export const expiryOf = (declaration: AnyRecord, entity: RecordEntity): Expiry | undefined => {
  const name = declaration.expires;
  if (name === undefined) return undefined;
  const until = entity.slots[name]?.value;
  const field = declaration.fields[name];
  if (typeof until !== 'string' || field?.is(until) !== true) return undefined;
  const left = Object.entries(entity.slots).filter(
    ([slot, held]) => slot !== name && fieldOfSlot(declaration, slot) !== undefined && isLeft(held),
  );
  if (left.length === 0) return undefined;
  return {
    at: endOf(until),
    targets: left.map(([slot]) => slot),
    stamp: latest(left.flatMap(([, held]) => [held.at, ...(held.beside ?? []).map((other) => other.at)])),
  };
};
