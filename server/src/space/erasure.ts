import {
  type Entities,
  type Hash,
  type Registry,
  type StoredEvent,
  strike,
  struckBy,
  targetsOf,
  verbOf,
} from '@tablee/domain/kernel';
import { isWhole, type Ledger } from '../ledger/port.ts';

/** How many events of an entity are read at once. */
const PAGE = 1_000;

/** An entity that holds a frozen copy of another one's text. */
export interface Copy {
  readonly entity: string;
  readonly type: string;
}

const storedOf = async (ledger: Ledger, space: string, entity: string): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page = await ledger.history(space, { before, limit: PAGE, entity });
    events.push(...page.filter(isWhole));
    const last = page.at(-1);
    if (page.length < PAGE || last === undefined) return events;
    before = last.seq;
  }
};

/** What the erasures among new events do: stored events in their new form, and the new events themselves. */
export interface Struck {
  readonly events: readonly StoredEvent[];
  readonly struck: readonly StoredEvent[];
}

/**
 * Strikes the parts that the erasures among `events` name, in everything the entity wrote before them: in the
 * store, and in new events that wait for the same commit. Hashes stay, so the chain verifies as before.
 */
export const strikeFor = async (
  ledger: Ledger,
  hash: Hash,
  events: readonly StoredEvent[],
): Promise<Struck> => {
  const fresh = [...events];
  const stored = new Map<number, StoredEvent>();
  const read = new Map<string, readonly StoredEvent[]>();
  for (const [index, erasing] of events.entries()) {
    if (verbOf(erasing.type) !== 'erased') continue;
    const targets = targetsOf(erasing.facts);
    const earlier = read.get(erasing.entity) ?? (await storedOf(ledger, erasing.space, erasing.entity));
    read.set(erasing.entity, earlier);
    for (const event of earlier) {
      const current = stored.get(event.seq) ?? event;
      const names = struckBy(current, targets);
      if (names.size > 0) stored.set(event.seq, strike(current, names, hash));
    }
    for (let before = 0; before < index; before++) {
      const event = fresh[before];
      if (event?.entity === erasing.entity) fresh[before] = strike(event, struckBy(event, targets), hash);
    }
  }
  return { events: fresh, struck: [...stored.values()] };
};

/** The processes whose state holds a frozen copy of `entity`: they are listed to whoever erases, and not touched. */
export const copiesOf = (
  nouns: Registry,
  entities: Entities,
  entity: string,
  circles: ReadonlySet<string>,
): readonly Copy[] => {
  const found: Copy[] = [];
  for (const held of entities.values()) {
    if (held.kind !== 'process' || !circles.has(held.circle)) continue;
    if (nouns.process(held.type)?.copies(held.state).includes(entity))
      found.push({ entity: held.id, type: held.type });
  }
  return found;
};
