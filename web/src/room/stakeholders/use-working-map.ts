import {
  type MapReader,
  mapAge,
  readMapReaders,
  readWorkingEntry,
  type WorkingEntry,
  type WorkingMap,
  workingEntryValue,
  workingMapExpiry,
} from '@tablee/domain/modules/actor';
import type { PersonalItem } from '@tablee/domain/protocol';
import { useEffect, useMemo, useRef } from 'react';
import { today } from '#page/clock.ts';
import { useOpenSpace, usePersonal } from '#sync/use-space.ts';

/** The working maps that I may read: mine, and those that were opened to me. */
export interface WorkingMaps {
  readonly mine: WorkingMap;
  readonly others: readonly WorkingMap[];
}

const mapFrom = (items: readonly PersonalItem[], space: string, owner: string | undefined): WorkingMap => {
  const here = items.map((item) => ({ item, id: item.id.split('/').at(-1) ?? '' }));
  const head = here.find(({ id }) => id === space)?.item;
  const entries = here.flatMap(({ item, id }): readonly (readonly [string, WorkingEntry])[] => {
    const entry = id === space ? undefined : readWorkingEntry(item.value);
    return entry === undefined || Object.keys(entry).length === 0 ? [] : [[id, entry]];
  });
  const ends = items.map(({ expires }) => expires).sort();
  return {
    owner,
    writes: owner === undefined || items.some(({ writes }) => writes === true),
    entries: new Map(entries),
    readers: readMapReaders(head?.value) ?? [],
    expires: ends.at(-1),
  };
};

/** The working maps on this device; new ones after each change. */
export const useWorkingMaps = (): WorkingMaps => {
  const { store } = useOpenSpace();
  const items = usePersonal();
  return useMemo(() => {
    const held = items.filter(({ kind }) => kind === 'working-map');
    const owners = [...new Set(held.flatMap(({ owner }) => owner ?? []))].sort();
    return {
      mine: mapFrom(
        held.filter(({ owner }) => owner === undefined),
        store.space,
        undefined,
      ),
      others: owners.map((owner) =>
        mapFrom(
          held.filter((item) => item.owner === owner),
          store.space,
          owner,
        ),
      ),
    };
  }, [items, store]);
};

/** How a working map is written: on this device at once, also without a network. */
export interface MapKeeper {
  /** Keeps what a map holds of an actor. */
  keep(map: WorkingMap, actor: string, entry: WorkingEntry): Promise<void>;
  /** Takes an actor off a map; off my own without trace. */
  clear(map: WorkingMap, actor: string): Promise<void>;
  /** Names who reads my map, in place of whoever was named before. */
  name(readers: readonly MapReader[]): Promise<void>;
  /** Erases my map with everybody's access to it. */
  erase(): Promise<void>;
}

/** The way to write working maps. */
export const useMapKeeper = (): MapKeeper => {
  const { store, personal } = useOpenSpace();
  const put = async (id: string, value: ReturnType<typeof workingEntryValue>): Promise<void> => {
    await personal.put('working-map', value, workingMapExpiry(today()), id);
  };
  return {
    keep: ({ owner }, actor, entry) =>
      put(owner === undefined ? actor : `${owner}/${actor}`, workingEntryValue(entry)),
    clear: async ({ owner }, actor) => {
      if (owner === undefined) await personal.drop(actor);
      else await put(`${owner}/${actor}`, {});
    },
    name: (readers) =>
      put(store.space, { readers: readers.map(({ person, writes }) => ({ person, writes })) }),
    erase: async () => {
      const mine = personal
        .getItems()
        .filter(({ kind, owner }) => kind === 'working-map' && owner === undefined);
      for (const { id } of mine) await personal.drop(id);
    },
  };
};

/**
 * Opening my map is a use of it: its end moves, but for the last days before it, when its owner is asked. Brings the
 * maps of others up to date as well.
 */
export const useMapUse = ({ mine }: WorkingMaps): void => {
  const { personal } = useOpenSpace();
  const { name } = useMapKeeper();
  const isNoted = useRef(false);
  const isUsedAgain = mine.expires !== undefined && mapAge(mine.expires, today()) === 'used-again';
  useEffect(() => {
    void personal.sync();
  }, [personal]);
  useEffect(() => {
    // Once for each opening: a server whose day is another one answers with another end, which is no new use.
    if (!isUsedAgain || isNoted.current) return;
    isNoted.current = true;
    void name(mine.readers);
  }, [isUsedAgain, name, mine.readers]);
};
