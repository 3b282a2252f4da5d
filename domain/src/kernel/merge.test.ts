import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addNote,
  codeOf,
  command,
  freshId,
  NOTE,
  note,
  noteOf,
  peopled,
  runs,
  SimulatedDevice,
  type SimulatedServer,
  sampleNouns,
  ticket,
  World,
  worldSteps,
} from '../testing/index.ts';
import {
  type Actor,
  by,
  changeRecord,
  decide,
  type Entity,
  EXISTS,
  emptyState,
  evolve,
  type Foldable,
  isPresent,
  type Json,
  line,
  missingFields,
  openConflicts,
  optional,
  own,
  type RecordEntity,
  record,
  registry,
  removeRecord,
  type Slot,
  type Stamp,
  settleRecord,
  WRITERS,
} from './index.ts';

type Slots = { readonly [slot: string]: Json };
const change = (server: SimulatedServer, person: string, seen: RecordEntity, slots: Slots) =>
  server.send(person, changeRecord(ticket(freshId()), seen, slots));
const slot = (server: SimulatedServer, name: string): Slot | undefined => noteOf(server).slots[name];
const besides = (held: Slot | undefined) => (held?.beside ?? []).map((other) => other.value);
const withNote = (): SimulatedServer => {
  const server = peopled();
  addNote(server, 'ann', 'partners');
  return server;
};

describe('slots', () => {
  it('KRN-23 a change on the current value sets it', () => {
    const server = withNote();
    change(server, 'bob', noteOf(server), { name: 'Well' });
    expect(slot(server, 'name')).toEqual({ at: server.events.length, value: 'Well' });
  });

  it('KRN-24 a change by somebody who had not seen the current value is kept beside it', () => {
    const server = withNote();
    const seen = noteOf(server);
    change(server, 'bob', seen, { name: 'Well' });
    change(server, 'eve', seen, { name: 'Fountain' });
    expect(slot(server, 'name')?.value).toBe('Well');
    expect(besides(slot(server, 'name'))).toEqual(['Fountain']);
    expect(openConflicts(noteOf(server))).toEqual(['name']);
  });

  it('KRN-25 a choice settles the alternatives it names, and a second choice at the same time stays beside', () => {
    const server = withNote();
    const seen = noteOf(server);
    change(server, 'bob', seen, { name: 'Well' });
    change(server, 'eve', seen, { name: 'Fountain' });
    const open = noteOf(server);
    server.send('bob', settleRecord(ticket(freshId()), open, 'name', 'Fountain'));
    server.send('eve', settleRecord(ticket(freshId()), open, 'name', 'Well'));
    expect(slot(server, 'name')?.value).toBe('Fountain');
    expect(besides(slot(server, 'name'))).toEqual(['Well']);
    server.send('ann', settleRecord(ticket(freshId()), noteOf(server), 'name', 'Fountain'));
    expect(openConflicts(noteOf(server))).toEqual([]);
  });

  it('KRN-25 an ordinary change leaves open what it does not name', () => {
    const server = withNote();
    const seen = noteOf(server);
    change(server, 'bob', seen, { name: 'Well' });
    change(server, 'eve', seen, { name: 'Fountain' });
    change(server, 'ann', noteOf(server), { name: 'Source' });
    expect(slot(server, 'name')?.value).toBe('Source');
    expect(besides(slot(server, 'name'))).toEqual(['Fountain']);
  });

  it('KRN-26 three writers leave one value and two alternatives', () => {
    const server = withNote();
    const seen = noteOf(server);
    for (const [person, name] of [
      ['ann', 'A'],
      ['bob', 'B'],
      ['eve', 'C'],
    ] as const)
      change(server, person, seen, { name });
    expect(slot(server, 'name')?.value).toBe('A');
    expect(besides(slot(server, 'name'))).toEqual(['B', 'C']);
  });

  it('KRN-27 two fields, two languages and two elements do not meet', () => {
    const server = withNote();
    const seen = noteOf(server);
    change(server, 'ann', seen, { name: 'A', 'languages#fr': true, 'body@en': { lang: 'en', text: 'E' } });
    change(server, 'bob', seen, { mood: 'calm', 'languages#en': true, 'body@de': { lang: 'de', text: 'D' } });
    expect(openConflicts(noteOf(server))).toEqual([]);
    expect(Object.keys(noteOf(server).slots)).toHaveLength(8);
  });

  it('KRN-28 null is the same as absent', () => {
    const server = withNote();
    change(server, 'ann', noteOf(server), { mood: null });
    expect(slot(server, 'mood')).toEqual({ at: server.events.length });
    addNote(server, 'ann', 'partners');
    const other = 'note000000000000000b';
    server.send('ann', command(freshId(), 'note.add', other, { slots: { name: 'x', mood: null } }));
    expect(noteOf(server, other).slots['mood']).toBeUndefined();
  });

  it('KRN-29 the same field written twice offline is no conflict with oneself', () => {
    const server = withNote();
    const device = new SimulatedDevice(server, 'eve');
    const look = (): RecordEntity => {
      const entity = device.look().entities.get(NOTE);
      if (entity?.kind !== 'record') throw new Error('no note');
      return entity;
    };
    device.issue(changeRecord(ticket(freshId()), look(), { name: 'One' }));
    const first = device.waiting[0]?.id ?? '';
    expect(look().slots['name']?.at).toBe(first);
    device.issue(changeRecord(ticket(freshId()), look(), { name: 'Two' }));
    expect(device.waiting[1]?.base).toEqual({ name: first });
    device.push();
    // Accepted, and not yet in the feed: the third builds on the second.
    device.issue(changeRecord(ticket(freshId()), look(), { name: 'Three' }));
    expect(look().slots['name']).toMatchObject({ value: 'Three' });
    device.pull();
    device.issue(changeRecord(ticket(freshId()), look(), { name: 'Four' }));
    device.push();
    device.pull();
    expect(look().slots['name']).toEqual({ at: server.events.length, value: 'Four' });
    expect(openConflicts(noteOf(server))).toEqual([]);
  });

  it('KRN-29 somebody else’s unseen write between one’s own two is a conflict, rightly', () => {
    const server = withNote();
    const device = new SimulatedDevice(server, 'eve');
    const held = noteOf(server);
    const [one, two] = [freshId(), freshId()];
    device.issue(changeRecord(ticket(one), held, { name: 'One' }));
    device.push();
    change(server, 'bob', noteOf(server), { name: 'Bob' });
    device.issue(command(two, 'note.change', NOTE, { slots: { name: 'Two' } }, 'partners', { name: one }));
    device.push();
    expect(slot(server, 'name')?.value).toBe('Bob');
    expect(besides(slot(server, 'name'))).toEqual(['Two']);
  });

  it('KRN-30 a form held open while the feed moves on does not overwrite', () => {
    const server = withNote();
    const device = new SimulatedDevice(server, 'eve');
    const opened = device.look().entities.get(NOTE);
    if (opened?.kind !== 'record') throw new Error('no note');
    change(server, 'bob', noteOf(server), { name: 'Bob' });
    device.pull();
    expect(opened.slots['name']?.value).toBe('Spring');
    device.issue(changeRecord(ticket(freshId()), opened, { name: 'Eve' }));
    device.push();
    expect(slot(server, 'name')?.value).toBe('Bob');
    expect(besides(slot(server, 'name'))).toEqual(['Eve']);
  });

  it('KRN-33 what is missing is said, and nothing is refused for it', () => {
    const server = peopled();
    expect(codeOf(addNote(server, 'ann', 'partners', {}))).toBe('ok');
    expect(missingFields(note, noteOf(server))).toEqual(['name']);
    change(server, 'ann', noteOf(server), { name: 'x' });
    expect(missingFields(note, noteOf(server))).toEqual([]);
  });

  it('KRN-23 a field may be called like something that every object has', () => {
    const odd = record('odd', {
      version: 1,
      circle: 'partners',
      title: 'toString',
      fields: { toString: line(), valueOf: optional(line()) },
      who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
      labels: {
        fr: { one: 'a', many: 'b', fields: { toString: 'c', valueOf: 'd' } },
        en: { one: 'a', many: 'b', fields: { toString: 'c', valueOf: 'd' } },
      },
    });
    const state = emptyState();
    const event: Foldable = {
      seq: 1,
      type: 'odd.added',
      version: 1,
      entity: 'o',
      circle: 'partners',
      actor: 'ann',
      at: '',
      facts: {},
      parts: { toString: 'one' },
      erased: {},
    };
    const nouns = registry(odd);
    evolve(nouns, state, event);
    evolve(nouns, state, {
      ...event,
      seq: 2,
      type: 'odd.changed',
      parts: { valueOf: 'two' },
      facts: { base: { valueOf: 9 } },
    });
    expect(state.entities.get('o')).toMatchObject({
      slots: { toString: { at: 1, value: 'one' }, valueOf: { at: 2, value: 'two' } },
    });
  });
});

describe('existence', () => {
  const removed = (): SimulatedServer => {
    const server = withNote();
    server.send('bob', removeRecord(ticket(freshId()), noteOf(server)));
    return server;
  };

  it('KRN-34 a removed record keeps its values', () => {
    const server = removed();
    expect(isPresent(noteOf(server))).toBe(false);
    expect(slot(server, 'name')?.value).toBe('Spring');
  });

  it('KRN-35 a change to what was removed unseen is kept, with a conflict about existence', () => {
    const server = withNote();
    const seen = noteOf(server);
    server.send('bob', removeRecord(ticket(freshId()), seen));
    change(server, 'eve', seen, { name: 'Still here' });
    expect(slot(server, 'name')?.value).toBe('Still here');
    expect(isPresent(noteOf(server))).toBe(false);
    expect(openConflicts(noteOf(server))).toEqual([EXISTS]);
  });

  it('KRN-36 a removal of something changed unseen does not happen, and asks', () => {
    const server = withNote();
    const seen = noteOf(server);
    change(server, 'eve', seen, { mood: 'calm' });
    server.send('bob', removeRecord(ticket(freshId()), seen));
    expect(isPresent(noteOf(server))).toBe(true);
    expect(openConflicts(noteOf(server))).toEqual([EXISTS]);
    expect(besides(slot(server, EXISTS))).toEqual([false]);
  });

  it.each([true, false])('KRN-37 a choice about existence settles it: %s', (stays) => {
    const server = withNote();
    const seen = noteOf(server);
    change(server, 'eve', seen, { mood: 'calm' });
    server.send('bob', removeRecord(ticket(freshId()), seen));
    server.send('ann', settleRecord(ticket(freshId()), noteOf(server), EXISTS, stays));
    expect(openConflicts(noteOf(server))).toEqual([]);
    expect(isPresent(noteOf(server))).toBe(stays);
  });

  it('KRN-38 who may change and not remove cannot remove by way of a choice', () => {
    const kept = { ...note, who: { add: by(WRITERS), change: by(WRITERS), remove: by(['secretariat']) } };
    const server = withNote();
    const actor: Actor = { id: 'eve', roles: new Set(['focal']), circles: new Set(['public', 'partners']) };
    const context = { now: server.now(), actor, answered: () => undefined };
    const choose = (exists: boolean) =>
      decide(
        registry(kept),
        settleRecord(ticket(freshId()), noteOf(server), EXISTS, exists),
        server.state.entities,
        context,
      );
    expect(choose(false)).toEqual({ ok: false, code: 'NotAllowed' });
    expect(choose(true)).toMatchObject({ ok: true });
  });

  it('KRN-39 removing what is removed changes nothing', () => {
    const server = removed();
    const head = server.events.length;
    const asked = removeRecord(ticket(freshId()), noteOf(server));
    expect(server.send('ann', asked)).toEqual({ from: head + 1, to: head });
    expect(server.events).toHaveLength(head);
  });
});

/** Every stamp that a record's slot holds: its value's and those of the alternatives beside. */
const stampsIn = (entity: Entity | undefined, name: string): readonly Stamp[] => {
  const held = entity?.kind === 'record' ? own(entity.slots, name) : undefined;
  return held === undefined ? [] : [held.at, ...(held.beside ?? []).map((other) => other.at)];
};

const factOf = (event: Foldable, group: string, name: string): Json | undefined => {
  const found = event.facts[group];
  if (typeof found !== 'object' || found === null) return undefined;
  return Object.entries(found).find(([key]) => key === name)?.[1];
};

describe('whatever three people do offline', () => {
  it('KRN-31 a base that names one’s own command without effect is nobody else’s value', () => {
    const server = withNote();
    const seen = noteOf(server);
    const own = removeRecord(ticket(freshId()), seen);
    server.send('ann', removeRecord(ticket(freshId()), seen));
    // Bob removed it offline too, which changes nothing; then he chose that it stays.
    expect(codeOf(server.send('bob', own))).toBe('ok');
    const slots = { slots: { [EXISTS]: true } };
    server.send('bob', command(freshId(), 'note.change', NOTE, slots, 'partners', { [EXISTS]: own.id }));
    expect(isPresent(noteOf(server))).toBe(false);
    expect(openConflicts(noteOf(server))).toEqual([EXISTS]);
  });

  it('KRN-31 a change never overwrites a value that its author had not seen', () => {
    let overwritten = 0;
    fc.assert(
      fc.property(worldSteps, (all) => {
        const world = new World();
        for (const step of all) world.run(step);
        world.settle();
        const { server } = world;
        const state = emptyState();
        for (const event of server.events) {
          const before = state.entities.get(event.entity);
          evolve(sampleNouns, state, event);
          const after = state.entities.get(event.entity);
          const seen = world.seen.get(event.commandId);
          if (!event.type.endsWith('.changed') || after?.kind !== 'record' || seen === undefined) continue;
          for (const [name, held] of Object.entries(after.slots)) {
            const was = before?.kind === 'record' ? before.slots[name]?.at : undefined;
            if (held.at !== event.seq || was === undefined) continue;
            overwritten += 1;
            // What the device showed then: that very event, or the author's own command that made it.
            const shown = seen[name];
            const made = server.events[Number(was) - 1];
            expect([was, made?.commandId]).toContain(shown);
            if (typeof shown === 'string') expect(made?.actor).toBe(event.actor);
          }
        }
      }),
      runs(200),
    );
    expect(overwritten).toBeGreaterThan(runs(200).numRuns / 4);
  });

  it('KRN-32 no accepted value is lost but by somebody who saw it, a choice that named it, or erasure', () => {
    let kept = 0;
    fc.assert(
      fc.property(worldSteps, (all) => {
        const world = new World();
        for (const step of all) world.run(step);
        world.settle();
        const state = emptyState();
        for (const event of world.server.events) {
          const before = state.entities.get(event.entity);
          evolve(sampleNouns, state, event);
          const after = state.entities.get(event.entity);
          if (event.type === 'note.left' || event.type === 'note.withdrawn') continue;
          const written = event.type === 'note.added' || event.type === 'note.changed';
          for (const name of written ? Object.keys({ ...event.parts, ...event.erased }) : []) {
            kept += 1;
            expect(stampsIn(after, name)).toContain(event.seq);
          }
          for (const name of before?.kind === 'record' ? Object.keys(before.slots) : [])
            for (const stamp of stampsIn(before, name)) {
              if (stampsIn(after, name).includes(stamp)) continue;
              const settles = factOf(event, 'settles', name);
              const seen = factOf(event, 'base', name) === stamp;
              const named = Array.isArray(settles) && settles.includes(stamp);
              const erased = event.type === 'note.erased';
              const gone = event.type === 'note.removed' && name === EXISTS;
              expect(seen || named || erased || gone).toBe(true);
            }
        }
      }),
      runs(200),
    );
    expect(kept).toBeGreaterThan(runs(200).numRuns / 4);
  });
});
