import {
  type Actor,
  type Entity,
  isObject,
  isPresent,
  type Json,
  seenBy,
  shadeOf,
} from '@tablee/domain/kernel';
import type { Copy } from './erasure.ts';
import { wordsOf } from './reading.ts';
import type { Spaces } from './spaces.ts';

/** Where a person stands in what somebody reads. */
export interface Traces {
  /** True when anything at all names them. */
  readonly isNamed: boolean;
  /** What froze something about them, or took it outside: copies of it cannot be called back. */
  readonly copies: readonly Copy[];
  /** Texts in which the name itself is written, which no id tells: to be looked at one by one. */
  readonly mentions: readonly Copy[];
}

/** What leaves the partnership on paper, by mail, by link or under a seal: copies of it exist outside. */
export const FROZEN: ReadonlySet<string> = new Set([
  'agreement',
  'decision',
  'edition',
  'ending',
  'letter',
  'minutes',
  'paper',
  'poll',
  'publicPage',
  'request',
  'statement',
]);

/** The most texts that are listed by name. */
const MOST = 100;

const holds = (value: Json, id: string): boolean => {
  if (value === id) return true;
  if (Array.isArray(value)) return value.some((item: Json) => holds(item, id));
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, member]) => key === id || holds(member, id));
};

const names = (entity: Entity, id: string): boolean => {
  if (entity.id === id) return true;
  if (entity.kind === 'process') return holds(entity.state, id);
  return (
    entity.kind === 'record' &&
    Object.values(entity.slots).some((slot) =>
      [slot, ...(slot.beside ?? [])].some(({ value }) => value !== undefined && holds(value, id)),
    )
  );
};

/** What of a person stands where `by` reads, in safety or not; `name` is what their card says. */
export const tracesOf = async (
  spaces: Spaces,
  space: string,
  by: Pick<Actor, 'circles'>,
  { id, name }: { readonly id: string; readonly name: string | undefined },
): Promise<Traces | undefined> => {
  const folded = await spaces.open(space);
  if (folded === undefined) return undefined;
  const seen = [...folded.state.entities.values()].filter(
    (entity) => isPresent(entity) && seenBy(entity, by) === entity,
  );
  const theirs = new Set(seen.filter((entity) => names(entity, id)).map((entity) => entity.id));
  const isCopy = (entity: Entity): boolean =>
    entity.kind === 'process' &&
    FROZEN.has(entity.type) &&
    (theirs.has(entity.id) ||
      (spaces.nouns.process(entity.type)?.copies(entity.state) ?? []).some((copied) => theirs.has(copied)));
  const words = wordsOf(name ?? '');
  const found = words.length === 0 ? [] : await spaces.ledger.search(space, [...by.circles], words, MOST);
  const persons = new Set([id]);
  const mentions = found.filter(
    ({ entity }) => shadeOf(spaces.nouns, folded.state.entities.get(entity), persons) === undefined,
  );
  const line = ({ id: entity, type }: Entity): Copy => ({ entity, type });
  return {
    isNamed: theirs.size > 0,
    copies: seen.filter(isCopy).map(line),
    mentions: mentions.map(({ entity, type }) => ({ entity, type })),
  };
};
