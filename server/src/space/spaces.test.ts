import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addRecord,
  type Command,
  changeRecord,
  type RecordEntity,
  type StoredEvent,
  undoRecord,
  verifyChain,
} from '@tablee/domain/kernel';
import type { CommandOutcome } from '@tablee/domain/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bed, commandIn, foundSpace, letIn, openBed, snapshotOf } from '../http/fixture.ts';
import { isWhole, type Ledger, LedgerFault } from '../ledger/port.ts';
import { SILENT } from '../log.ts';
import { Hub } from './feed.ts';
import { Scheduler } from './scheduler.ts';
import { Spaces } from './spaces.ts';

let folder = '';
let bed: Bed;
let space = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tablee-space-'));
  bed = await openBed({ folder, bounds: { bytes: 60_000, waiting: 5_000, together: 128, keepEvery: 20 } });
  space = await foundSpace(bed, 'ann');
});
afterEach(async () => {
  await bed.dispose();
  rmSync(folder, { recursive: true });
});

const actor = (name: string, circle = 'partners'): Command =>
  addRecord(
    { id: bed.runtime.id(), space, saidAt: '2026-03-01T09:59:00.000Z' },
    'actor',
    { entity: bed.runtime.id(), circle },
    { name },
  );
const submit = (...commands: Command[]): Promise<readonly CommandOutcome[]> =>
  bed.spaces.submit(space, 'ann-person', commands);
const all = async (): Promise<readonly StoredEvent[]> =>
  (await bed.spaces.ledger.read(space, { after: 0, limit: 10_000 })).filter(isWhole);
const recordOf = async (id: string): Promise<RecordEntity> => {
  const entity = (await bed.spaces.open(space))?.state.entities.get(id);
  if (entity?.kind !== 'record') throw new Error(`no record ${id}`);
  return structuredClone(entity);
};
const everyByte = (): string =>
  readdirSync(folder)
    .map((name) => {
      try {
        return readFileSync(join(folder, name), 'latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
const entitiesOf = async (): Promise<string> => {
  const { snapshot } = await snapshotOf(bed, space, 'ann');
  return JSON.stringify(snapshot.entities);
};

describe('spaces', () => {
  it('SPC-1 chains every event with its own salts, in an order in which time never goes back', async () => {
    await submit(actor('A'), actor('B'));
    bed.runtime.time -= 3_600_000;
    await submit(actor('C'));
    const events = await all();
    const { head } = (await bed.spaces.open(space)) ?? {};
    expect(verifyChain(events, bed.runtime.hash, head?.hash)).toBeUndefined();
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
    const salts = events.flatMap((event) => Object.values(event.salts));
    expect(new Set(salts).size).toBe(salts.length);
  });

  it('SPC-2 commits what waits together and answers each author with their own outcomes', async () => {
    const commands = Array.from({ length: 200 }, (_, n) => actor(`${n}`));
    const answers = await Promise.all(commands.map((command) => submit(command)));
    answers.forEach(([outcome], index) =>
      expect(outcome).toMatchObject({ id: commands[index]?.id, outcome: 'accepted' }),
    );
    const seqs = answers.map(([outcome]) => (outcome?.outcome === 'accepted' ? outcome.to : 0));
    expect(new Set(seqs).size).toBe(200);
  });

  it('SPC-3 folds to the same state after it was forgotten, from a kept state and from the beginning', async () => {
    for (let n = 0; n < 30; n++) await submit(actor(`${n}`));
    const before = await entitiesOf();
    await bed.spaces.settle();
    expect((await bed.spaces.ledger.kept(space))?.seq).toBeGreaterThan(0);
    bed.spaces.drop(space);
    expect(await entitiesOf()).toBe(before);
    await bed.spaces.ledger.keep(space, { seq: 3, maker: 'another version', text: 'not JSON' });
    bed.spaces.drop(space);
    expect(await entitiesOf()).toBe(before);
  });

  it('SPC-4 keeps folded spaces within the bound of memory and gives each back when it is asked for', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 12; n++) ids.push(await foundSpace(bed, 'ann'));
    for (const id of ids) expect((await bed.spaces.open(id))?.state.entities.get(id)).toBeDefined();
    expect((await bed.spaces.open(space))?.state.entities.get(space)).toBeDefined();
  });

  it('SPC-5 erases a text from store, kept state, search and history, in that command alone; the chain verifies', async () => {
    const secret = actor('Zyxwvut Canary');
    await submit(secret, actor('Reste'));
    await submit(
      commandIn(bed, space, {
        type: 'actor.change',
        entity: secret.entity,
        payload: { slots: { name: 'Zyxwvut encore' } },
      }),
    );
    for (let n = 0; n < 25; n++) await submit(actor(`${n}`));
    await bed.spaces.settle();
    expect(everyByte()).toMatch(/Zyxwvut/);
    const [outcome] = await submit(
      commandIn(bed, space, { type: 'actor.erase', entity: secret.entity, payload: { targets: ['name'] } }),
    );
    expect(outcome?.outcome).toBe('accepted');
    expect(everyByte()).not.toMatch(/Zyxwvut/i);
    expect(await entitiesOf()).not.toMatch(/Zyxwvut/i);
    expect(await (await bed.ask('ann', `/api/spaces/${space}/history?limit=500`)).text()).not.toMatch(
      /Zyxwvut/i,
    );
    expect(await (await bed.ask('ann', `/api/spaces/${space}/search?q=zyxwvut`)).json()).toEqual({
      found: [],
    });
    const { head } = (await bed.spaces.open(space)) ?? {};
    expect(verifyChain(await all(), bed.runtime.hash, head?.hash)).toBeUndefined();
    const folded = await entitiesOf();
    bed.spaces.drop(space);
    expect(await entitiesOf()).toBe(folded);
    expect(folded).toMatch(/Reste/);
  });

  it('SPC-6 strikes what the same batch wrote just before the erasure', async () => {
    const secret = actor('Zyxwvut');
    const outcomes = await submit(
      secret,
      commandIn(bed, space, { type: 'actor.erase', entity: secret.entity, payload: { targets: ['name'] } }),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(everyByte()).not.toMatch(/Zyxwvut/i);
    expect(verifyChain(await all(), bed.runtime.hash)).toBeUndefined();
  });

  it('SPC-7 acts when time has come, once, in due order, also for what fell due while it was stopped', async () => {
    for (const [who, until] of [
      ['bob', '2026-03-05'],
      ['eve', '2026-03-03'],
    ] as const)
      await letIn(bed, space, who, { roles: ['helper'], until });
    const scheduler = new Scheduler(bed.spaces, bed.runtime, SILENT);
    await scheduler.run();
    expect((await bed.ask('bob', `/api/spaces/${space}/snapshot`)).status).toBe(200);
    bed.runtime.time = Date.parse('2026-03-10T00:00:00.000Z');
    await scheduler.run();
    await scheduler.run();
    const left = (await all()).filter(({ type }) => type === 'member.left');
    expect(left.map(({ entity, actor: by }) => [entity, by])).toEqual([
      ['eve-person', 'system'],
      ['bob-person', 'system'],
    ]);
    expect(await bed.spaces.ledger.due('2030-01-01T00:00:00.000Z', 10)).toEqual([]);
    await bed.spaces.submit(space, 'system', [
      commandIn(bed, space, {
        type: 'member.rejoin',
        entity: 'bob-person',
        payload: { roles: ['helper'], until: '2026-03-11' },
      }),
    ]);
    bed.runtime.time = Date.parse('2026-03-12T00:00:01.000Z');
    await scheduler.run();
    expect((await all()).filter(({ type }) => type === 'member.left')).toHaveLength(3);
  });

  it('SPC-7 erases a shared conversation when its last day is over, so that no byte of it is left', async () => {
    const [entity, ticket] = [
      bed.runtime.id(),
      { id: bed.runtime.id(), space, saidAt: '2026-03-01T09:59:00.000Z' },
    ];
    const text = { lang: 'fr', text: 'Qwvxzky' };
    const slots = { withName: 'Mme Jkqwzv', on: '2026-03-01', expires: '2026-03-03', text };
    await submit(addRecord(ticket, 'conversation', { entity, circle: 'core' }, slots));
    const scheduler = new Scheduler(bed.spaces, bed.runtime, SILENT);
    bed.runtime.time = Date.parse('2026-03-03T22:00:00.000Z');
    await scheduler.run();
    expect((await recordOf(entity)).slots['text']?.value).toEqual(text);
    bed.runtime.time = Date.parse('2026-03-04T00:00:00.000Z');
    await scheduler.run();
    await scheduler.run();
    const { slots: left } = await recordOf(entity);
    expect(Object.values(left).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))).toEqual([
      '2026-03-03',
    ]);
    expect((await all()).filter(({ type }) => type === 'conversation.erased')).toHaveLength(1);
    expect(everyByte()).not.toMatch(/Qwvxzky|Jkqwzv/i);
    expect(verifyChain(await all(), bed.runtime.hash)).toBeUndefined();
  });

  it('SPC-8 shows nothing of what the store did not take, and decides the retry afresh', async () => {
    let broken = true;
    const { ledger } = bed.spaces;
    const failing: Ledger = Object.create(ledger, {
      append: {
        value: async (append: Parameters<Ledger['append']>[0]) =>
          broken ? Promise.reject(new LedgerFault('full')) : ledger.append(append),
      },
    });
    const methods = ['head', 'read', 'history', 'answers', 'kept', 'keep'] as const;
    for (const name of methods) Object.defineProperty(failing, name, { value: ledger[name].bind(ledger) });
    const spaces = new Spaces({
      ledger: failing,
      nouns: bed.spaces.nouns,
      runtime: bed.runtime,
      hub: new Hub(),
      log: SILENT,
    });
    const command = actor('Perdu');
    const before = (await spaces.open(space))?.state.seq;
    await expect(spaces.submit(space, 'ann-person', [command])).rejects.toThrow(LedgerFault);
    expect((await spaces.open(space))?.state.seq).toBe(before);
    expect((await spaces.open(space))?.state.entities.get(command.entity)).toBeUndefined();
    broken = false;
    expect(await spaces.submit(space, 'ann-person', [command])).toMatchObject([{ outcome: 'accepted' }]);
  });

  it('SPC-9 decides again on what another writer appended meanwhile', async () => {
    const other = new Spaces({
      ledger: bed.spaces.ledger,
      nouns: bed.spaces.nouns,
      runtime: bed.runtime,
      hub: new Hub(),
      log: SILENT,
    });
    await other.open(space);
    await submit(actor('Ici'));
    expect(await other.submit(space, 'ann-person', [actor('Là')])).toMatchObject([{ outcome: 'accepted' }]);
    const racing = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        (n % 2 === 0 ? bed.spaces : other).submit(space, 'ann-person', [actor(`${n}`)]),
      ),
    );
    expect(racing.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(verifyChain(await all(), bed.runtime.hash)).toBeUndefined();
  });

  it('SPC-10 finds the command that another takes back, however many words of the same batch look like an id', async () => {
    const ticket = () => ({ id: bed.runtime.id(), space, saidAt: '2026-03-01T09:59:00.000Z' });
    const made = actor('Puits');
    await submit(made);
    const before = await recordOf(made.entity);
    const renamed = changeRecord(ticket(), before, { name: 'Forage' });
    await submit(renamed);
    const back = undoRecord(ticket(), before, await recordOf(made.entity), renamed);
    const words = Array.from({ length: 1_100 }, (_, n) => actor(`mot${n}`));
    const outcomes = await submit(...words, back);
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'accepted' });
    expect((await recordOf(made.entity)).slots['name']).toMatchObject({ value: 'Puits' });
  });
});
