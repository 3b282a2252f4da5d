import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addNote,
  codeOf,
  command,
  freshId,
  NOTE,
  noteOf,
  peopled,
  runs,
  type SimulatedServer,
  ticket,
  World,
  worldSteps,
} from '../testing/index.ts';
import {
  addRecord,
  type Command,
  changeRecord,
  isPresent,
  type Json,
  type RecordEntity,
  removeRecord,
  translationsOf,
  undoRecord,
} from './index.ts';

const values = (entity: RecordEntity): { readonly [slot: string]: Json } =>
  Object.fromEntries(
    Object.entries(entity.slots).flatMap(([slot, held]) =>
      held.value === undefined ? [] : [[slot, held.value]],
    ),
  );
const withNote = (): SimulatedServer => {
  const server = peopled();
  addNote(server, 'ann', 'partners');
  return server;
};
const send = (server: SimulatedServer, person: string, asked: Command): Command => {
  expect(codeOf(server.send(person, asked))).toBe('ok');
  return asked;
};

describe('undo', () => {
  it('KRN-61 restores the text with its revision, so that translations are fresh again', () => {
    const server = withNote();
    send(
      server,
      'bob',
      changeRecord(ticket(freshId()), noteOf(server), { 'body@en': { lang: 'en', text: 'The spring' } }),
    );
    const before = noteOf(server);
    const done = send(
      server,
      'ann',
      changeRecord(ticket(freshId()), before, { body: { lang: 'fr', text: 'autre' }, mood: 'calm' }),
    );
    expect(translationsOf(noteOf(server), 'body')).toEqual([{ language: 'en', stale: true }]);
    send(server, 'ann', undoRecord(ticket(freshId()), before, noteOf(server), done));
    expect(values(noteOf(server))).toEqual(values(before));
    expect(translationsOf(noteOf(server), 'body')).toEqual([{ language: 'en', stale: false }]);
  });

  it('KRN-61 restores values and freshness after any history', () => {
    let undone = 0;
    fc.assert(
      fc.property(worldSteps, fc.nat(1000), fc.nat(2), (all, pick, who) => {
        const world = new World();
        for (const step of all) world.run(step);
        world.settle();
        const person = world.people[who] ?? 'ann';
        const circles = world.server.actor(person)?.circles;
        const records = [...world.server.state.entities.values()].filter(
          (one): one is RecordEntity => one.kind === 'record' && circles?.has(one.circle) === true,
        );
        const before = records[pick % Math.max(1, records.length)];
        if (before === undefined) return;
        const slots = {
          body: { lang: 'fr', text: `u${pick}` },
          name: pick % 2 ? null : `u${pick}`,
          'languages#it': true,
        };
        const done =
          pick % 5 === 0 ? removeRecord(ticket('done'), before) : changeRecord(ticket('done'), before, slots);
        if (codeOf(world.server.send(person, done)) !== 'ok') return;
        const after = noteOf(world.server, before.id);
        expect(codeOf(world.server.send(person, undoRecord(ticket('undo'), before, after, done)))).toBe(
          // A record that was removed already was not removed by this command, so there is nothing to undo.
          before.slots['~exists']?.value === false && done.type === 'note.remove' ? 'ChangedSince' : 'ok',
        );
        undone += 1;
        const restored = noteOf(world.server, before.id);
        expect(values(restored)).toEqual(values(before));
        expect(translationsOf(restored, 'body')).toEqual(translationsOf(before, 'body'));
      }),
      runs(200),
    );
    expect(undone).toBeGreaterThan(runs(200).numRuns / 4);
  });

  it('KRN-62 is refused where somebody wrote since, and names the slots', () => {
    const server = withNote();
    const before = noteOf(server);
    const done = send(server, 'ann', changeRecord(ticket(freshId()), before, { name: 'A', mood: 'calm' }));
    send(server, 'bob', changeRecord(ticket(freshId()), noteOf(server), { name: 'B' }));
    const answer = server.send('ann', undoRecord(ticket(freshId()), before, noteOf(server), done));
    expect(answer).toEqual({ ok: false, code: 'ChangedSince', detail: ['name'] });
    expect(noteOf(server).slots['mood']?.value).toBe('calm');
  });

  it('KRN-62 is refused for what somebody else wrote, whatever base is claimed', () => {
    const server = withNote();
    send(server, 'bob', changeRecord(ticket(freshId()), noteOf(server), { name: 'Bob' }));
    const own = send(server, 'eve', changeRecord(ticket(freshId()), noteOf(server), { mood: 'calm' }));
    const at = noteOf(server).slots['name']?.at ?? 0;
    const forged = command(
      freshId(),
      'note.undo',
      NOTE,
      { slots: { name: 'Eve' }, undone: own.id },
      'partners',
      { name: at },
    );
    expect(server.send('eve', forged)).toMatchObject({ code: 'ChangedSince' });
  });

  it('KRN-63 leaves alone what others wrote in other slots meanwhile', () => {
    const server = withNote();
    const before = noteOf(server);
    const done = send(server, 'ann', changeRecord(ticket(freshId()), before, { name: 'A' }));
    send(server, 'bob', changeRecord(ticket(freshId()), noteOf(server), { mood: 'tense' }));
    send(server, 'ann', undoRecord(ticket(freshId()), before, noteOf(server), done));
    expect(values(noteOf(server))).toMatchObject({ name: 'Spring', mood: 'tense' });
  });

  it('KRN-63 of nothing changes nothing', () => {
    const server = withNote();
    const done = send(server, 'ann', changeRecord(ticket(freshId()), noteOf(server), {}));
    const head = server.events.length;
    send(server, 'ann', undoRecord(ticket(freshId()), noteOf(server), noteOf(server), done));
    expect(server.events).toHaveLength(head);
    const bare = command(freshId(), 'note.undo', NOTE, { slots: {} });
    expect(codeOf(server.send('ann', bare))).toBe('Invalid');
  });

  it('KRN-64 of an addition removes, of a removal brings back', () => {
    const server = peopled();
    const added = send(
      server,
      'ann',
      addRecord(ticket(freshId()), 'note', { entity: NOTE, circle: 'partners' }, { name: 'x' }),
    );
    send(server, 'ann', undoRecord(ticket(freshId()), undefined, noteOf(server), added));
    expect(isPresent(noteOf(server))).toBe(false);
    const other = 'note000000000000000b';
    send(
      server,
      'ann',
      addRecord(ticket(freshId()), 'note', { entity: other, circle: 'partners' }, { name: 'y' }),
    );
    const before = noteOf(server, other);
    const gone = send(server, 'ann', removeRecord(ticket(freshId()), before));
    expect(isPresent(noteOf(server, other))).toBe(false);
    send(server, 'ann', undoRecord(ticket(freshId()), before, noteOf(server, other), gone));
    expect(isPresent(noteOf(server, other))).toBe(true);
    expect(noteOf(server, other).slots['~exists']?.beside).toBeUndefined();
  });

  it('KRN-77 of a refused command is refused as such', () => {
    const server = withNote();
    const refused = changeRecord(ticket(freshId()), noteOf(server), { name: '' });
    expect(codeOf(server.send('eve', refused))).toBe('Invalid');
    const asked = undoRecord(ticket(freshId()), noteOf(server), noteOf(server), refused);
    expect(codeOf(server.send('eve', asked))).toBe('DependsOnRefused');
  });
});
