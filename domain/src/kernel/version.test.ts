import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  addNote,
  codeOf,
  command,
  freshId,
  NOTE,
  noteOf,
  peopled,
  SimulatedDevice,
  sampleNouns,
} from '../testing/index.ts';
import {
  type AnyRecord,
  by,
  changeRecord,
  emptyState,
  type Foldable,
  fold,
  GENESIS,
  type Json,
  line,
  MEMBERSHIP,
  openSnapshot,
  optional,
  process,
  processState,
  type Registry,
  record,
  registry,
  SNAPSHOT_FORMAT,
  type StoredEvent,
  seal,
  sha256,
  slotsToday,
  snapshotOf,
  struckBy,
  text,
  textIn,
  verifyChain,
  WRITERS,
} from './index.ts';

const fields = {
  title: optional(line()),
  first: optional(line()),
  last: optional(line()),
  body: optional(text()),
};
const labels = { one: 'x', many: 'y', fields: { title: 'a', first: 'b', last: 'c', body: 'd' } };

/** Version 3: `name` became `title`, then `person` was split into `first` and `last`, and `fax` was dropped. */
const card: AnyRecord = record('card', {
  version: 3,
  circle: 'partners',
  title: 'title',
  fields,
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: { fr: labels, en: labels },
  upcasts: [
    {
      from: 2,
      slots: (slot, value) => {
        if (slot === 'fax') return [];
        if (slot !== 'person') return [[slot, value]];
        const [first, last] = typeof value === 'string' ? value.split(' ') : [];
        return [
          ['first', first],
          ['last', last],
        ];
      },
    },
    { from: 1, slots: (slot, value) => [[slot.replace(/^name$/, 'title'), value]] },
  ],
});
const nouns = registry(card);

const event = (seq: number, verb: string, more: Partial<Foldable> = {}): Foldable => ({
  seq,
  type: `card.${verb}`,
  version: 1,
  entity: 'c',
  circle: 'partners',
  actor: 'ann',
  at: '2026-01-01T00:00:00.000Z',
  facts: {},
  parts: {},
  erased: {},
  ...more,
});
const slotsAfter = (...events: readonly Foldable[]) => {
  const held = fold(nouns, emptyState(), events).entities.get('c');
  return held?.kind === 'record' ? held.slots : undefined;
};
const added = event(1, 'added', { parts: { name: 'Spring', person: 'Ann Ba', fax: '123' } });

describe('upcasters', () => {
  it('KRN-99 rename, split and drop, each from the version of the event', () => {
    expect(slotsAfter(added)).toEqual({
      '~exists': { at: 1, value: true },
      title: { at: 1, value: 'Spring' },
      first: { at: 1, value: 'Ann' },
      last: { at: 1, value: 'Ba' },
    });
    expect(
      slotsAfter(event(1, 'added', { version: 2, parts: { title: 'T', person: 'Bo Sy' } })),
    ).toMatchObject({
      title: { value: 'T' },
      last: { value: 'Sy' },
    });
    expect(slotsAfter(event(1, 'added', { version: 3, parts: { person: 'kept as it is' } }))).toHaveProperty(
      'person',
    );
  });

  it('KRN-99 take the base along: a change with an old name merges into the new slot', () => {
    const change = (base: number) =>
      event(3, 'changed', { parts: { name: 'Well' }, facts: { base: { name: base } } });
    expect(slotsAfter(added, change(1))).toMatchObject({ title: { at: 3, value: 'Well' } });
    expect(slotsAfter(added, change(0))).toMatchObject({
      title: { at: 1, value: 'Spring', beside: [{ at: 3, value: 'Well' }] },
    });
    const settled = event(4, 'changed', {
      parts: { name: 'Well' },
      facts: { base: { name: 1 }, settles: { name: [3] } },
    });
    expect(slotsAfter(added, change(0), settled)?.['title']).toEqual({ at: 4, value: 'Well' });
  });

  it('KRN-99 keep the stamps, the markers and what is beside, when a move states it', () => {
    const stated = event(9, 'stated', {
      parts: { '~exists': true, name: 'Spring', 'name!5': 'Well' },
      facts: {
        stamps: { '~exists': 1, name: 4, 'name!5': 5, person: 7 },
        markers: ['person'],
        rev: { name: 2 },
      },
    });
    expect(slotsAfter(stated)).toEqual({
      '~exists': { at: 1, value: true },
      title: { at: 4, rev: 2, value: 'Spring', beside: [{ at: 5, value: 'Well' }] },
      first: { at: 7, erased: true },
      last: { at: 7, erased: true },
    });
  });

  it('KRN-101 reach erasures: the old name in an old erasure, today’s name for what was written under the old one', () => {
    const struck = event(1, 'added', { parts: { fax: '1' }, erased: { name: 'h', person: 'h' } });
    const erased = event(2, 'erased', { facts: { targets: ['name', 'person'] } });
    // Folded before the erasure was known, and after it.
    expect(slotsAfter(added, erased)).toEqual(slotsAfter(struck, erased));
    expect(slotsAfter(added, erased)).toMatchObject({
      title: { at: 2, erased: true },
      first: { at: 2, erased: true },
      last: { at: 2, erased: true },
    });
    const today = (slot: string) => slotsToday(card, 1, slot);
    expect(today('person')).toEqual(['first', 'last']);
    expect(today('fax')).toEqual([]);
    expect([...struckBy(added, ['title'], today)]).toEqual(['name']);
    expect([...struckBy(added, ['last'], today)]).toEqual(['person']);
    expect([...struckBy(added, ['title'])]).toEqual([]);
    expect([
      ...struckBy(event(4, 'stated', { parts: { 'name!5': 'x', mood: 'y' } }), ['title'], today),
    ]).toEqual(['name!5']);
  });

  it('KRN-100 come after the chain was verified on what was stored', () => {
    let salt = 0;
    const place = {
      space: 's',
      seq: 1,
      actor: 'ann',
      at: '2026-01-01T00:00:00.000Z',
      saidAt: '2026-01-01T00:00:00.000Z',
      commandId: 'c1',
      previous: GENESIS,
    };
    const draft = {
      type: 'card.added',
      version: 1,
      entity: 'c',
      circle: 'partners',
      facts: {},
      parts: { name: 'Spring' },
    };
    const stored: StoredEvent = seal(draft, place, sha256, () => String(salt++).padStart(32, '0'));
    expect(verifyChain([stored], sha256)).toBeUndefined();
    expect(slotsAfter(stored)).toMatchObject({ title: { value: 'Spring' } });
    expect(stored.parts).toEqual({ name: 'Spring' });
    const upcast = { ...stored, version: 3, parts: { title: 'Spring' } };
    expect(verifyChain([upcast], sha256)).toEqual({ seq: 1, fault: 'payload' });
  });

  it('KRN-102 give a process its facts in today’s form', () => {
    const tally = process(processState<{ readonly votes: number }>('tally'), {
      version: 2,
      circle: 'partners',
      labels: { fr: { one: 'a', many: 'b' }, en: { one: 'a', many: 'b' } },
      events: { counted: z.object({ votes: z.number() }) },
      commands: {},
      evolve: (state: { readonly votes: number } | undefined, one) => ({
        votes: (state?.votes ?? 0) + one.facts.votes,
      }),
      decide: () => ({ ok: true, events: [] }),
      upcast: (verb, version, facts): { readonly [name: string]: Json } =>
        verb === 'counted' && version === 1 ? { votes: facts['count'] ?? 0 } : facts,
    });
    const counted = (seq: number, version: number, facts: { readonly [name: string]: Json }): Foldable => ({
      ...event(seq, 'counted'),
      type: 'tally.counted',
      version,
      facts,
    });
    const state = fold(registry(tally), emptyState(), [
      counted(1, 1, { count: 3 }),
      counted(2, 2, { votes: 4 }),
      counted(3, 2, { count: 9 }),
    ]);
    expect(state.entities.get('c')).toMatchObject({ state: { votes: 7 } });
  });

  it('KRN-103 are nothing for snapshots: one of another format is not opened', () => {
    const server = peopled();
    const snapshot = snapshotOf(server.state, 's', { circles: new Set(['public', 'partners']) });
    expect(openSnapshot(snapshot)?.seq).toBe(server.events.length);
    expect(openSnapshot({ ...snapshot, format: SNAPSHOT_FORMAT + 1 })).toBeUndefined();
    expect(openSnapshot({ ...snapshot, format: SNAPSHOT_FORMAT - 1 })).toBeUndefined();
  });
});

describe('what is unknown', () => {
  const older: Registry = registry(
    ...MEMBERSHIP,
    ...[sampleNouns.record('note')].filter((one) => one !== undefined),
  );
  it.each([
    ['a noun', { type: 'cloud.added' }],
    ['a verb', { type: 'note.split' }],
    ['a version', { type: 'note.changed', version: 2 }],
    ['a process verb', { type: 'member.cloned' }],
    ['no noun', { type: 'note' }],
  ])('KRN-104 stops the fold: %s', (_what, unknown) => {
    const server = peopled();
    addNote(server, 'ann', 'partners');
    const state = fold(older, emptyState(), server.events);
    const next = { ...event(5, 'x'), entity: NOTE, parts: { name: 'after' } };
    const before = [...state.entities.values()];
    fold(older, state, [
      { ...next, ...unknown },
      { ...next, seq: 6, type: 'note.changed', version: 1, facts: { base: { name: 4 } } },
    ]);
    expect(state.stopped).toEqual({ seq: 5, type: unknown.type });
    expect(state.seq).toBe(4);
    expect([...state.entities.values()]).toEqual(before);
  });

  it('KRN-105 leaves the outbox of a device as it is, until it knows the noun', () => {
    const server = peopled();
    addNote(server, 'ann', 'partners');
    const device = new SimulatedDevice(server, 'eve', older);
    const seen = device.confirmed.entities.get(NOTE);
    if (seen?.kind !== 'record') throw new Error('no note');
    device.issue(
      changeRecord({ id: 'mine', space: 'space0000000000000000', saidAt: '' }, seen, { name: 'Mine' }),
    );
    server.send('ann', command(freshId(), 'poll.open', 'poll', {}));
    server.send(
      'ann',
      changeRecord({ id: freshId(), space: 's', saidAt: '' }, noteOf(server), { mood: 'calm' }),
    );
    device.pull();
    expect(device.confirmed.stopped).toEqual({ seq: 5, type: 'poll.opened' });
    expect(device.waiting.map((asked) => asked.id)).toEqual(['mine']);
    expect(device.confirmed.entities.get(NOTE)).toEqual(seen);
    device.update(sampleNouns);
    expect(device.confirmed.stopped).toBeUndefined();
    expect(device.waiting.map((asked) => asked.id)).toEqual(['mine']);
    device.push();
    device.pull();
    expect(device.waiting).toEqual([]);
    expect(noteOf(server).slots).toMatchObject({ name: { value: 'Mine' }, mood: { value: 'calm' } });
    expect(noteOf(server).slots['name']?.beside).toBeUndefined();
    expect(codeOf(server.send('eve', command(freshId(), 'poll.take', 'poll', { stance: 'agree' })))).toBe(
      'ok',
    );
    expect(textIn(noteOf(server), 'body', 'fr')?.text).toBe('La source');
  });
});
