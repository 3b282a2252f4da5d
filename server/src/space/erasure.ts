import { filesNamedIn } from '@tablee/domain/file';
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
  /** Contents of files that only the struck texts named: their entries go in the same append. */
  readonly unnamed: readonly string[];
}

const filesIn = (events: Iterable<StoredEvent>): ReadonlySet<string> =>
  new Set([...events].flatMap(({ parts }) => filesNamedIn(parts)));

/**
 * The contents that events named before they were struck and that nothing in their space names afterwards, not even an
 * older version of something else: `before` and `after` are the same events.
 */
export const unnamedBy = async (
  ledger: Ledger,
  space: string,
  { before, after }: { readonly before: readonly StoredEvent[]; readonly after: readonly StoredEvent[] },
): Promise<readonly string[]> => {
  const left = filesIn(after);
  const changed = new Set(after.map(({ seq }) => seq));
  const unnamed: string[] = [];
  for (const hash of filesIn(before)) {
    if (left.has(hash)) continue;
    const naming = await ledger.naming(space, hash);
    if (naming.every((seq) => changed.has(seq))) unnamed.push(hash);
  }
  return unnamed;
};

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
  const before = new Map<number, StoredEvent>();
  for (const [index, erasing] of events.entries()) {
    if (verbOf(erasing.type) !== 'erased') continue;
    const targets = targetsOf(erasing.facts);
    const earlier = read.get(erasing.entity) ?? (await storedOf(ledger, erasing.space, erasing.entity));
    read.set(erasing.entity, earlier);
    for (const event of earlier) {
      const current = stored.get(event.seq) ?? event;
      const names = struckBy(current, targets);
      if (names.size === 0) continue;
      before.set(event.seq, event);
      stored.set(event.seq, strike(current, names, hash));
    }
    for (let earlierHere = 0; earlierHere < index; earlierHere++) {
      const event = fresh[earlierHere];
      if (event?.entity !== erasing.entity) continue;
      fresh[earlierHere] = strike(event, struckBy(event, targets), hash);
    }
  }
  const struck = [...stored.values()];
  const [space] = events.map((event) => event.space);
  const unnamed =
    read.size === 0 || space === undefined
      ? []
      : await unnamedBy(ledger, space, {
          before: [...before.values(), ...events],
          after: [...struck, ...fresh],
        });
  return { events: fresh, struck, unnamed };
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
