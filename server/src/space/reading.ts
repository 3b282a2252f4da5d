import {
  actorOf,
  type Circle,
  canRead,
  digestOf,
  type Entity,
  type Json,
  type ProcessEntity,
  type Reader,
  type State,
} from '@tablee/domain/kernel';
import type { HistoryAnswer } from '@tablee/domain/protocol';
import { type Found, isWhole, LedgerFault, type Page } from '../ledger/port.ts';
import { type Copy, copiesOf } from './erasure.ts';
import { visibleOf } from './feed.ts';
import type { Folded } from './folded.ts';
import type { AuthorizedSpace } from './gate.ts';
import type { Runtime } from './runtime.ts';
import type { Spaces } from './spaces.ts';

/** The space of an open gate. @throws LedgerFault when it vanished meanwhile. */
export const folded = async (spaces: Spaces, gate: AuthorizedSpace): Promise<Folded> => {
  const found = await spaces.open(gate.space);
  if (found === undefined) throw new LedgerFault('the space is gone');
  return found;
};

/** How many rows are looked through at once for a page of history. */
const LOOK = 500;

/** One page of what this reader may see of the past, newest first. */
export const historyFor = async (
  spaces: Spaces,
  gate: AuthorizedSpace,
  page: Page,
): Promise<HistoryAnswer> => {
  const events: HistoryAnswer['events'][number][] = [];
  let before = page.before;
  for (;;) {
    const rows = await spaces.ledger.history(gate.space, { ...page, before, limit: LOOK });
    const space = await folded(spaces, gate);
    for (const row of rows) {
      before = row.seq;
      events.push(...visibleOf(space, gate.actor, [row]));
      if (events.length === page.limit) return before > 1 ? { events, before } : { events };
    }
    if (rows.length < LOOK) return { events };
  }
};

/** A page of digests, with which a device verifies that what it has is what the server chained. */
export interface ProofAnswer {
  readonly space: string;
  /** Where the ledger stands: seq and hash of its head. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** The seq of the first digest of this page. */
  readonly from: number;
  readonly digests: readonly string[];
}

/** The digests after `after`, visible or withheld alike; at most `limit`. */
export const proofFor = async (
  spaces: Spaces,
  runtime: Runtime,
  gate: AuthorizedSpace,
  range: { readonly after: number; readonly limit: number },
): Promise<ProofAnswer> => {
  const { head } = await folded(spaces, gate);
  const rows = await spaces.ledger.read(gate.space, range);
  const digests = rows.map((row) => (isWhole(row) ? digestOf(runtime.hash, row) : row.digest));
  return { space: gate.space, head: { seq: head.seq, hash: head.hash }, from: range.after + 1, digests };
};

/** The words of a question as the search takes them: letters and digits, at most ten. */
export const wordsOf = (question: string): readonly string[] =>
  (question.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 10);

/** What the reader may see and has all the words; what holds words in safety is not found by any. */
export const searchFor = async (
  spaces: Spaces,
  gate: AuthorizedSpace,
  question: string,
  limit: number,
): Promise<readonly Found[]> => {
  const words = wordsOf(question);
  const found = await spaces.ledger.search(gate.space, [...gate.circles], words, limit);
  const { state, shelter } = await folded(spaces, gate);
  const theirs = shelter.for(gate.actor.id);
  return found.filter(({ entity }) => {
    const held = state.entities.get(entity);
    // The index holds every word: what is found by one that is in safety must not tell that it is there.
    return held === undefined || theirs.entity(held) === held;
  });
};

/** The frozen copies of an entity that this reader may see: listed before and after an erasure, never touched. */
export const copiesFor = async (
  spaces: Spaces,
  gate: AuthorizedSpace,
  entity: string,
): Promise<readonly Copy[]> => {
  const { state } = await folded(spaces, gate);
  return copiesOf(spaces.nouns, state.entities, entity, gate.circles);
};

/** Who reads which circle: active members only, sorted by id. */
export const readersByCircle = (
  membership: Folded['membership'],
  circles: ReadonlySet<Circle>,
): { [circle: string]: string[] } => {
  const readers: Record<string, string[]> = Object.fromEntries(
    [...circles].sort().map((circle) => [circle, []]),
  );
  const members = [...membership.values()].filter(({ type }) => type === 'member');
  for (const person of members.map(({ id }) => id).sort()) {
    const actor = actorOf(membership, person);
    for (const circle of actor?.circles ?? []) readers[circle]?.push(person);
  }
  return readers;
};

/**
 * The persons that a reader meets in what they may see: members, past ones too, and those whom records and processes
 * name. Ids of other things may be among them: the vault knows which are persons.
 */
export const personsIn = (spaces: Spaces, state: State, reader: Reader): readonly string[] => {
  const sight = [...reader.circles].sort().join(' ');
  const held = personsBySight.get(state);
  const bySight = held?.seq === state.seq ? held.bySight : new Map<string, readonly string[]>();
  if (held?.bySight !== bySight) personsBySight.set(state, { seq: state.seq, bySight });
  const persons = bySight.get(sight) ?? gatherPersons(spaces, state, reader);
  bySight.set(sight, persons);
  return persons;
};

/** What was found at a seq, by circles: a change of cards asks once per open feed. */
const personsBySight = new WeakMap<
  State,
  { readonly seq: number; readonly bySight: Map<string, readonly string[]> }
>();

const gatherPersons = (spaces: Spaces, { entities }: State, reader: Reader): readonly string[] => {
  const persons = new Set<string>();
  const fields = personFields(spaces);
  for (const entity of entities.values()) {
    if (!canRead(reader, entity.circle)) continue;
    if (entity.type === 'member') persons.add(entity.id);
    if (entity.kind === 'process') for (const id of idsOf(entity)) persons.add(id);
    if (entity.kind !== 'record') continue;
    for (const field of fields.get(entity.type) ?? []) {
      const value = entity.slots[field]?.value;
      if (typeof value === 'string') persons.add(value);
    }
  }
  return [...persons].sort();
};

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Entities are replaced, never changed, so that what one holds is looked up once. */
const idsByEntity = new WeakMap<Entity, ReadonlySet<string>>();

const idsOf = (entity: ProcessEntity): ReadonlySet<string> => {
  const held = idsByEntity.get(entity);
  if (held !== undefined) return held;
  const found = new Set<string>();
  gatherIds(entity.state, found);
  idsByEntity.set(entity, found);
  return found;
};

const gatherIds = (value: Json, into: Set<string>): void => {
  if (typeof value === 'string') {
    if (ID.test(value)) into.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      if (ID.test(key)) into.add(key);
      gatherIds(member, into);
    }
  }
};

const personFields = (spaces: Spaces): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const declaration of spaces.nouns.declarations.values()) {
    if (declaration.kind !== 'record') continue;
    const fields = Object.entries(declaration.fields).filter(([, field]) => field.kind === 'person');
    if (fields.length > 0)
      found.set(
        declaration.name,
        fields.map(([name]) => name),
      );
  }
  return found;
};
