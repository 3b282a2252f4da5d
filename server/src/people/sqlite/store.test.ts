import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../secret.ts';
import { openPeople } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tablee-store-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const account = (more: object = {}) => ({
  id: newId(),
  name: 'Awa',
  emailProven: false,
  language: 'fr' as const,
  steward: false,
  created: 1,
  ...more,
});

describe('the store of people', () => {
  it('keeps what was written over a restart, and copies itself whole while it is open', async () => {
    const store = openPeople(join(folder, 'people.db'));
    const awa = account({ email: 'awa@vallee.test', pin: 'p', code: 'c', handle: 'awa', password: 'x' });
    await store.accounts.add(awa);
    await store.copyTo(join(folder, 'copy.db'));
    await store.close();
    for (const file of ['people.db', 'copy.db']) {
      const again = openPeople(join(folder, file));
      expect(await again.accounts.byEmail('awa@vallee.test')).toEqual(awa);
      await again.close();
    }
  });

  it('refuses data of a newer program and leaves it alone', async () => {
    const file = join(folder, 'people.db');
    await openPeople(file).close();
    const db = new DatabaseSync(file);
    db.exec('pragma user_version = 99');
    db.close();
    expect(() => openPeople(file)).toThrow(/newer version/);
  });

  it('gives one address, name for signing in and code to one account', async () => {
    const store = openPeople(':memory:');
    await store.accounts.add(account({ email: 'a@b.test', handle: 'awa', code: 'c' }));
    for (const taken of [{ email: 'a@b.test' }, { handle: 'awa' }, { code: 'c' }])
      expect(await store.accounts.add(account(taken))).toBe(false);
    const other = account();
    await store.accounts.add(other);
    expect(await store.accounts.change(other.id, { email: 'a@b.test' })).toBe(false);
    expect(await store.accounts.addFirst(account())).toBe(false);
    await store.close();
  });

  it('consumes a sign-in once, and none after its expiry', async () => {
    const store = openPeople(':memory:');
    await store.challenges.put({ hash: 'h', way: 'link', email: 'a@b.test', expires: 100, tries: 0 });
    expect(await store.challenges.consume('h', 100)).toBe(false);
    expect([await store.challenges.consume('h', 99), await store.challenges.consume('h', 99)]).toEqual([
      true,
      false,
    ]);
    await store.close();
  });

  it('raises the version of a space with every change of its cards, and of no other', async () => {
    const store = openPeople(':memory:');
    const card = { space: 's', id: 'p', name: 'Awa', added: 1, withdrawn: false };
    expect([await store.cards.add(card), await store.cards.add(card)]).toEqual([true, false]);
    await store.cards.change('s', 'p', { name: 'Awa N.' });
    expect([await store.cards.version('s'), await store.cards.version('t')]).toEqual([2, 0]);
    expect([await store.cards.erase('s', 'p', 5), await store.cards.erase('s', 'p', 6)]).toEqual([
      true,
      false,
    ]);
    expect(await store.cards.byId('s', 'p')).toEqual({
      space: 's',
      id: 'p',
      added: 1,
      withdrawn: false,
      erased: 5,
    });
    expect(await store.cards.version('s')).toBe(3);
    await store.close();
  });
});
