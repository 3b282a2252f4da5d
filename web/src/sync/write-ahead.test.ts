import { describe, expect, it } from 'vitest';
import { type NoteStore, WriteAhead } from './write-ahead.ts';

const memory = (): NoteStore => {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
};

const isText = (value: unknown): value is string => typeof value === 'string';

describe('what is noted ahead of a transaction', () => {
  it('is found again by the same account in the same space, until it is dropped', () => {
    const store = memory();
    const before = new WriteAhead('awa', isText, store);
    before.note('c1', 'well', 'a first act');
    before.note('c2', 'well', 'a second act');
    before.note('c3', 'forest', 'elsewhere');
    before.drop(['c2']);
    expect(new WriteAhead('awa', isText, store).left('well')).toEqual([
      { key: 'c1', space: 'well', value: 'a first act' },
    ]);
    expect(new WriteAhead('ousmane', isText, store).left('well')).toEqual([]);
  });

  it('is one per command: a later note takes the place of the one before', () => {
    const store = memory();
    const ahead = new WriteAhead('awa', isText, store);
    ahead.note('c1', 'well', 'done');
    ahead.note('c1', 'well', 'taken back');
    expect(ahead.left('well').map(({ value }) => value)).toEqual(['taken back']);
  });

  it('leaves no trace of an account once wiped, and nothing of others goes with it', () => {
    const store = memory();
    new WriteAhead('awa', isText, store).note('c1', 'well', 'mine');
    new WriteAhead('awa2', isText, store).note('c2', 'well', 'theirs');
    store.setItem('tablee.language', 'fr');
    WriteAhead.wipe('awa', store);
    expect(Array.from({ length: store.length }, (_, index) => store.key(index))).toEqual([
      'tablee-ahead.awa2.c2',
      'tablee.language',
    ]);
  });

  it('passes over what is no note, and gives way where storage is full or forbidden', () => {
    const store = memory();
    store.setItem('tablee-ahead.awa.c1', '{ cut off');
    store.setItem('tablee-ahead.awa.c2', JSON.stringify({ space: 'well', value: 5 }));
    expect(new WriteAhead('awa', isText, store).left('well')).toEqual([]);
    const full = (): never => {
      throw new Error('full');
    };
    const ahead = new WriteAhead('awa', isText, { ...store, setItem: full });
    ahead.note('c3', 'well', 'an act');
    expect(new WriteAhead('awa', isText, undefined).left('well')).toEqual([]);
  });
});
