import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendOf, crypto, eventsOf } from './fixture.ts';
import type { Ledger } from './port.ts';

/** What a contract test needs of an adapter: a fresh store, and the same store opened again. */
export interface LedgerFactory {
  open(): Promise<Ledger>;
  /** Closes what is open and opens the same data again. */
  reopen(): Promise<Ledger>;
  dispose(): Promise<void>;
}

const NOW = '2026-03-01T10:00:00.000Z';

/** The contract of a ledger: what every adapter must keep, called with a factory by each adapter's own test. */
export const ledgerContract = (name: string, make: () => LedgerFactory): void => {
  describe(`ledger contract: ${name}`, () => {
    let factory: LedgerFactory;
    let ledger: Ledger;
    beforeEach(async () => {
      factory = make();
      ledger = await factory.open();
    });
    afterEach(() => factory.dispose());

    it('LED-1 gives back, byte for byte, what it acknowledged, also after it was opened again', async () => {
      const events = eventsOf('alpha', 3);
      expect(await ledger.append(appendOf('alpha', 0, events))).toEqual({ ok: true });
      ledger = await factory.reopen();
      expect(await ledger.read('alpha', { after: 0, limit: 10 })).toEqual(events);
      expect(await ledger.head('alpha')).toMatchObject({
        seq: 3,
        hash: events[2]?.hash,
        at: events[2]?.at,
        format: 1,
      });
    });

    it('LED-2 writes nothing of an append that was decided on another head', async () => {
      const events = eventsOf('alpha', 3);
      await ledger.append(appendOf('alpha', 0, events.slice(0, 2)));
      expect(await ledger.append(appendOf('alpha', 0, events.slice(0, 1)))).toEqual({
        ok: false,
        code: 'StaleHead',
      });
      expect(await ledger.append(appendOf('alpha', 5, events.slice(2)))).toEqual({
        ok: false,
        code: 'StaleHead',
      });
      expect(await ledger.read('alpha', { after: 0, limit: 10 })).toHaveLength(2);
    });

    it('LED-3 accepts exactly one of many appends that race on one head, and all of many spaces', async () => {
      const race = Array.from({ length: 20 }, () => ledger.append(appendOf('race', 0, eventsOf('race', 1))));
      const others = Array.from({ length: 50 }, (_, n) =>
        ledger.append(appendOf(`s${n}`, 0, eventsOf(`s${n}`, 2))),
      );
      expect((await Promise.all(race)).filter((answer) => answer.ok)).toHaveLength(1);
      expect((await Promise.all(others)).every((answer) => answer.ok)).toBe(true);
      expect(await ledger.spaces()).toHaveLength(51);
    });

    it('LED-4 keeps the answer of a command in the same append', async () => {
      const log = {
        id: 'c1',
        salt: crypto.salt(),
        author: crypto.hash('a'),
        fingerprint: crypto.hash('f'),
        at: NOW,
      };
      const refused = { ...log, id: 'c2', answer: { code: 'NotAllowed', detail: [{ path: 'x' }] } };
      await ledger.append({
        ...appendOf('alpha', 0, eventsOf('alpha', 1)),
        log: [{ ...log, answer: { from: 1, to: 1 } }, refused],
      });
      const found = await ledger.answers('alpha', ['c1', 'c2', 'c3']);
      expect(found.get('c1')).toEqual({ ...log, answer: { from: 1, to: 1 } });
      expect(found.get('c2')).toEqual(refused);
      expect(found.has('c3')).toBe(false);
      expect((await ledger.answers('beta', ['c1'])).size).toBe(0);
      expect(await ledger.forgetCommands('2027-01-01')).toBe(2);
    });

    it('LED-5 fails an append whose row collides without disturbing its neighbours', async () => {
      const [first, second] = eventsOf('alpha', 2);
      if (first === undefined || second === undefined) throw new Error('no events');
      const twice = {
        ...appendOf('beta', 0, eventsOf('beta', 1)),
        events: [...eventsOf('beta', 1), ...eventsOf('beta', 1)],
      };
      const answers = await Promise.allSettled([
        ledger.append(appendOf('alpha', 0, [first])),
        ledger.append(twice),
        ledger.append(appendOf('alpha', 1, [second])),
      ]);
      expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await ledger.head('beta')).toBeUndefined();
      expect((await ledger.head('alpha'))?.seq).toBe(2);
    });

    it('LED-6 reads history newest first, of a space and of one entity', async () => {
      const events = eventsOf('alpha', 6);
      await ledger.append(appendOf('alpha', 0, events));
      const page = await ledger.history('alpha', { before: 6, limit: 2 });
      expect(page.map((event) => event.seq)).toEqual([5, 4]);
      const ofOne = await ledger.history('alpha', { before: 100, limit: 9, entity: 'entity1' });
      expect(ofOne.map((event) => event.seq)).toEqual([6, 4, 2, 1]);
    });

    it('LED-7 strikes events in the append that erases, and drops the kept state with them', async () => {
      const events = eventsOf('alpha', 2);
      const [first, second] = events;
      if (first === undefined || second === undefined) throw new Error('no events');
      await ledger.append(appendOf('alpha', 0, [first]));
      await ledger.keep('alpha', { seq: 1, maker: 'm', text: '{}' });
      expect(await ledger.kept('alpha')).toEqual({ seq: 1, maker: 'm', text: '{}' });
      const struck = {
        ...first,
        parts: {},
        salts: { '': first.salts[''] ?? '' },
        erased: { name: crypto.hash('x') },
      };
      await ledger.append({ ...appendOf('alpha', 1, [second]), struck: [struck] });
      expect((await ledger.read('alpha', { after: 0, limit: 1 }))[0]).toEqual(struck);
      expect(await ledger.kept('alpha')).toBeUndefined();
    });

    it('LED-8 finds the text of an entity in the circles named, accents and case ignored, words begun', async () => {
      const model = (entity: string, circle: string, text: string) => ({
        entity,
        search: { circle, type: 'actor', text },
        jobs: [],
      });
      const models = [
        model('a', 'partners', 'Coopérative des Éleveurs'),
        model('b', 'core', 'Coopérative secrète'),
      ];
      await ledger.append({ ...appendOf('alpha', 0, eventsOf('alpha', 1)), models });
      const find = async (circles: string[], ...words: string[]) =>
        (await ledger.search('alpha', circles, words, 10)).map(({ entity }) => entity);
      expect(await find(['partners'], 'cooperative')).toEqual(['a']);
      expect((await find(['partners', 'core'], 'COOP')).sort()).toEqual(['a', 'b']);
      expect(await find(['partners'], 'elev', 'coop')).toEqual(['a']);
      expect(await find(['partners'], 'secrete')).toEqual([]);
      expect(await find(['partners'], '"', 'OR', '*')).toEqual([]);
      expect(await ledger.search('beta', ['partners'], ['cooperative'], 10)).toEqual([]);
      await ledger.append({
        ...appendOf('alpha', 1, eventsOf('alpha', 2).slice(1)),
        models: [{ entity: 'a', search: null, jobs: [] }],
      });
      expect(await find(['partners'], 'cooperative')).toEqual([]);
    });

    it('LED-9 replaces the due commands of an entity and gives them earliest first', async () => {
      const job = (at: string) => ({ command: 'close', at, payload: { reason: 'time' }, stamp: 1 });
      const later = {
        entity: 'a',
        search: null,
        jobs: [job('2026-03-02T00:00:00.000Z'), job('2026-03-01T00:00:00.000Z')],
      };
      await ledger.append({ ...appendOf('alpha', 0, eventsOf('alpha', 1)), models: [later] });
      const due = await ledger.due('2026-03-05T00:00:00.000Z', 10);
      expect(due.map(({ at }) => at)).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z']);
      expect(due[0]).toEqual({ space: 'alpha', entity: 'a', ...job('2026-03-01T00:00:00.000Z') });
      if (due[0] !== undefined) await ledger.done(due[0]);
      expect(await ledger.due('2026-03-05T00:00:00.000Z', 10)).toHaveLength(1);
      expect(await ledger.due('2026-03-01T12:00:00.000Z', 10)).toHaveLength(0);
    });

    it('LED-10 knows the roles of members and the line of a space without folding it', async () => {
      const line = { title: 'Eau', language: 'fr', phase: 2, cycle: 1, ended: false, sample: false };
      const joined = { entity: 'p', search: null, jobs: [], member: ['secretariat', 'core'] as const };
      await ledger.append({ ...appendOf('alpha', 0, eventsOf('alpha', 1)), models: [joined], line });
      expect(await ledger.line('alpha')).toEqual(line);
      expect(await ledger.roles('alpha', 'p')).toEqual(['secretariat', 'core']);
      await ledger.append({
        ...appendOf('alpha', 1, eventsOf('alpha', 2).slice(1)),
        models: [{ ...joined, member: null }],
      });
      expect(await ledger.roles('alpha', 'p')).toBeUndefined();
    });

    it('LED-11 holds withheld events as digests, in their place', async () => {
      const [first] = eventsOf('alpha', 1);
      if (first === undefined) throw new Error('no event');
      const withheld = { space: 'alpha', seq: 2, digest: crypto.hash('digest'), hash: crypto.hash('link') };
      await ledger.append(appendOf('alpha', 0, [first, withheld]));
      expect(await ledger.read('alpha', { after: 0, limit: 9 })).toEqual([first, withheld]);
      expect(await ledger.head('alpha')).toMatchObject({ seq: 2, hash: withheld.hash, at: first.at });
    });

    it('LED-12 knows in which circles a file may be read', async () => {
      const file = {
        space: 'alpha',
        hash: crypto.hash('content'),
        circle: 'core',
        type: 'application/pdf',
        size: 12,
        at: NOW,
      };
      await ledger.addFile(file);
      await ledger.addFile({ ...file, circle: 'partners' });
      await ledger.addFile(file);
      expect((await ledger.fileRows('alpha', file.hash)).map(({ circle }) => circle).sort()).toEqual([
        'core',
        'partners',
      ]);
      expect(await ledger.fileRows('beta', file.hash)).toEqual([]);
      expect(await ledger.filesOf('alpha')).toHaveLength(2);
    });

    it('LED-13 removes the entries of a content in the append that leaves it without a name, in that space alone', async () => {
      const hash = crypto.hash('content');
      const file = { hash, circle: 'core', type: 'application/pdf', size: 12, at: NOW };
      const other = crypto.hash('another');
      await ledger.addFile({ ...file, space: 'alpha' });
      await ledger.addFile({ ...file, space: 'alpha', circle: 'partners' });
      await ledger.addFile({ ...file, space: 'alpha', hash: other });
      await ledger.addFile({ ...file, space: 'beta' });
      const events = eventsOf('alpha', 2);
      await ledger.append({ ...appendOf('alpha', 0, events), unnamed: [hash] });
      expect(await ledger.naming('alpha', 'Ä 2')).toEqual([2]);
      expect(await ledger.naming('beta', 'Ä 2')).toEqual([]);
      expect((await ledger.filesOf('alpha')).map((row) => row.hash)).toEqual([other]);
      expect(await ledger.contents()).toEqual(new Set([hash, other]));
      await ledger.append({ ...appendOf('alpha', 0, events), unnamed: [other] });
      expect(await ledger.filesOf('alpha')).toHaveLength(1);
    });
  });
};
