import type { Json } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { idFact } from '../fact.ts';
import { addMonths, daysBetween } from '../reading/index.ts';
import { BARRIER_KIND, LEANING } from './working-choice.ts';

/** For how many months a working map is kept after its last use. */
export const WORKING_MAP_MONTHS = 6;
/** How many days before its end the owner is warned. */
export const WORKING_MAP_WARNING = 14;
/** The top of the two scales of the grid; the bottom is 0. */
export const SCALE_TOP = 10;

const scale = z.int().check(z.minimum(0), z.maximum(SCALE_TOP));
const words = z.string().check(z.maxLength(2_000));

const entry = z.strictObject({
  influence: z.optional(scale),
  interest: z.optional(scale),
  leaning: z.optional(z.enum(keysOf(LEANING))),
  /** Ids of actors with whom there is a conflict. */
  conflicts: z.optional(z.array(idFact).check(z.maxLength(200))),
  barrierKind: z.optional(z.enum(keysOf(BARRIER_KIND))),
  barrier: z.optional(words),
  /** What could be done about the barrier. */
  measure: z.optional(words),
  /** Why the owner sees it so. */
  reason: z.optional(words),
});

const readers = z.strictObject({
  readers: z.array(z.strictObject({ person: idFact, writes: z.boolean() })).check(z.maxLength(50)),
});

function keysOf<Key extends string>(choice: { readonly [key in Key]: unknown }): [Key, ...Key[]] {
  // Object.keys forgets that the keys are those of the choice, and that there is at least one.
  return Object.keys(choice) as [Key, ...Key[]];
}

/** What the working map holds of one actor: the `value` of a personal item whose id is the actor's. */
export type WorkingEntry = z.infer<typeof entry>;

/** Whom the owner named, and whether they may write. */
export interface MapReader {
  readonly person: string;
  readonly writes: boolean;
}

/** The private map of one person, as one of its readers holds it. */
export interface WorkingMap {
  /** The person whose map it is; absent when it is mine. */
  readonly owner: string | undefined;
  /** True when I may write in it. */
  readonly writes: boolean;
  /** By the id of the actor. */
  readonly entries: ReadonlyMap<string, WorkingEntry>;
  readonly readers: readonly MapReader[];
  /** The day after which it is erased; `undefined` while nothing is in it. */
  readonly expires: string | undefined;
}

/** Reads what a map holds of one actor; `undefined` for anything else. */
export const readWorkingEntry = (value: Json | undefined): WorkingEntry | undefined => {
  const parsed = entry.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

/**
 * Reads the head of a map, the personal item whose id is the space's: whom its owner named. `undefined` for anything
 * else, so that an item that cannot be read names nobody.
 */
export const readMapReaders = (value: Json | undefined): readonly MapReader[] | undefined => {
  const parsed = readers.safeParse(value);
  return parsed.success ? parsed.data.readers : undefined;
};

/** True for the value of a personal item of kind `working-map`: its head when `id` is the space's, else an entry. */
export const isWorkingMapValue = (space: string, id: string, value: Json): boolean =>
  (id === space ? readMapReaders(value) : readWorkingEntry(value)) !== undefined;

/** The day (`YYYY-MM-DD`) after which a map used on `today` is erased. */
export const workingMapExpiry = (today: string): string => addMonths(today, WORKING_MAP_MONTHS);

/** How a map stands towards its end. */
export type MapAge = 'fresh' | 'used-again' | 'ending';

/**
 * What opening a map on `today` means: `ending` when the owner is to be asked (the end is within
 * {@link WORKING_MAP_WARNING} days), `used-again` when this use moves the end, `fresh` when the end already is where
 * this use would put it.
 */
export const mapAge = (expires: string, today: string): MapAge => {
  if (daysBetween(today, expires) <= WORKING_MAP_WARNING) return 'ending';
  return expires < workingMapExpiry(today) ? 'used-again' : 'fresh';
};

/** What may go to the shared map, where it would stand there. */
export interface Movable {
  readonly fact: 'barrier' | 'measure';
  readonly text: string;
}

/**
 * The facts that may leave the map: the barrier and what could be done about it. A reason of fear or safety is never
 * among them, nor influence, interest, leaning, conflicts and reasons (WMAP-3).
 */
export const movable = (held: WorkingEntry): readonly Movable[] => {
  if (held.barrierKind === 'fear') return [];
  return (['barrier', 'measure'] as const).flatMap((fact) => {
    const text = held[fact]?.trim() ?? '';
    return text === '' ? [] : [{ fact, text }];
  });
};

/** An entry as a personal item keeps it: what is empty is left out. */
export const workingEntryValue = (held: WorkingEntry): Json =>
  Object.fromEntries(
    Object.entries(held).flatMap(([name, value]) =>
      value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
        ? []
        : [[name, value]],
    ),
  );

/** Where the grid puts somebody: both scales in halves, the upper half from 6 on. */
export type Quarter = 'close' | 'content' | 'informed' | 'watched';

/** The quarter of the grid of an actor with both figures; `undefined` without one of them. */
export const quarterOf = ({ influence, interest }: WorkingEntry): Quarter | undefined => {
  if (influence === undefined || interest === undefined) return undefined;
  const [strong, keen] = [influence > SCALE_TOP / 2, interest > SCALE_TOP / 2];
  if (strong) return keen ? 'close' : 'content';
  return keen ? 'informed' : 'watched';
};

/** The pairs between which a conflict is noted, each once, whoever of the two it was noted at. */
export const conflictPairs = (entries: WorkingMap['entries']): readonly (readonly [string, string])[] => {
  const seen = new Map<string, readonly [string, string]>();
  for (const [actor, { conflicts = [] }] of entries)
    for (const other of conflicts) {
      const pair = actor < other ? ([actor, other] as const) : ([other, actor] as const);
      if (actor !== other) seen.set(pair.join(' '), pair);
    }
  return [...seen.values()];
};
