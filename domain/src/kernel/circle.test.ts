import { describe, expect, it } from 'vitest';
import {
  addNote,
  codeOf,
  command,
  contentOf,
  freshId,
  NOTE,
  noteOf,
  peopled,
  SimulatedDevice,
} from '../testing/index.ts';
import {
  ANYBODY,
  addRecord,
  around,
  changeRecord,
  isWider,
  isWithin,
  moveRecord,
  restrict,
  snapshotOf,
  viewFor,
} from './index.ts';

const OTHER = 'note000000000000000b';
const ticket = (id = freshId()) => ({
  id,
  space: 'space0000000000000000',
  saidAt: '2026-01-01T00:00:00.000Z',
});
const NAMES = ['public', 'partners', 'core', 'secretariat', 'group0000000000000000'];

describe('circles', () => {
  it('KRN-12 are a tree, in which readers of a circle read those around it', () => {
    expect(around('public')).toEqual(['public']);
    expect(around('partners')).toEqual(['partners', 'public']);
    expect(around('core')).toEqual(['core', 'partners', 'public']);
    expect(around('group0000000000000000')).toEqual(['group0000000000000000', 'partners', 'public']);
    for (const inner of NAMES)
      for (const outer of NAMES) expect(isWithin(inner, outer)).toBe(around(inner).includes(outer));
  });

  it('KRN-13 make every move wider that shows something to others, a sibling included', () => {
    expect(isWider('core', 'partners')).toBe(true);
    expect(isWider('core', 'secretariat')).toBe(true);
    expect(isWider('partners', 'public')).toBe(true);
    expect(isWider('public', 'core')).toBe(false);
    for (const circle of NAMES) expect(isWider(circle, circle)).toBe(false);
  });
});

describe('what is decided on', () => {
  it('KRN-15 a partner cannot freeze into their circle the text of a note that only the core sees', () => {
    const server = peopled();
    addNote(server, 'ann', 'core', { name: 'Secret', body: { lang: 'fr', text: 'CANARY' } });
    const freeze = (person: string, circle: string) =>
      codeOf(
        server.send(person, command(freshId(), 'pact.freeze', `pact${freshId()}`, { notes: [NOTE] }, circle)),
      );
    expect(freeze('eve', 'partners')).toBe('NotFound');
    // Nor can somebody who sees it publish it by way of a process, nor the system.
    expect(freeze('ann', 'partners')).toBe('NotFound');
    expect(freeze('system', 'partners')).toBe('NotFound');
    expect(freeze('ann', 'core')).toBe('ok');
    expect(JSON.stringify(server.feed({ circles: new Set(['partners', 'public']) }, 0))).not.toContain(
      'CANARY',
    );
  });

  it('KRN-15 a count in a wide circle counts what all its readers see', () => {
    const server = peopled();
    addNote(server, 'ann', 'core');
    server.send('ann', addRecord(ticket(), 'note', { entity: OTHER, circle: 'partners' }, { name: 'Open' }));
    server.send('ann', command(freshId(), 'poll.open', 'poll', {}, 'partners'));
    server.send('ann', command(freshId(), 'poll.close', 'poll', {}, 'partners'));
    expect(server.events.at(-1)?.facts).toEqual({ agree: 0, block: 1 });
    const view = restrict(server.state.entities, 'partners');
    expect(view.get(NOTE)).toBeUndefined();
    expect([...view.list('note')].map((entity) => entity.id)).toEqual([OTHER]);
  });

  it('KRN-16 hidden and absent answer alike, whatever is asked', () => {
    const server = peopled();
    addNote(server, 'ann', 'core');
    server.send('ann', command(freshId(), 'poll.open', 'poll', {}, 'core'));
    const payload = { slots: { name: 'x' }, to: 'public', targets: ['name'], stance: 'agree' };
    for (const [type, hidden] of [
      ['note.change', NOTE],
      ['note.remove', NOTE],
      ['note.move', NOTE],
      ['note.protect', NOTE],
      ['note.erase', NOTE],
      ['note.undo', NOTE],
      ['poll.take', 'poll'],
      ['poll.close', 'poll'],
      ['poll.erase', 'poll'],
    ] as const)
      for (const circle of ['core', 'partners', 'public']) {
        const ask = (entity: string) =>
          server.consider('eve', command('probe', type, entity, { ...payload, undone: 'c0' }, circle));
        expect(ask(hidden)).toEqual(ask('absent0000000000000'));
      }
  });

  it('KRN-17 a command whose author saw a narrower circle is refused, one that saw a wider one is not', () => {
    const server = peopled();
    addNote(server, 'ann', 'partners');
    const change = (circle: string) =>
      codeOf(
        server.send('ann', command(freshId(), 'note.change', NOTE, { slots: { mood: 'calm' } }, circle)),
      );
    expect(change('core')).toBe('CircleWidened');
    expect(change('secretariat')).toBe('CircleWidened');
    expect(change('partners')).toBe('ok');
    expect(change('public')).toBe('ok');
  });

  it('KRN-18 nobody adds to a circle they do not read', () => {
    const server = peopled();
    expect(codeOf(addNote(server, 'eve', 'core'))).toBe('NotFound');
    const poll = command(freshId(), 'poll.open', 'poll', {}, 'group0000000000000000');
    expect(codeOf(server.send('eve', poll))).toBe('NotFound');
    expect(server.state.entities.get('poll')).toBeUndefined();
  });

  it('KRN-20 an id that is taken in a hidden circle is taken: two readers never see two things under one id', () => {
    const server = peopled();
    addNote(server, 'ann', 'core');
    expect(codeOf(addNote(server, 'eve', 'partners'))).toBe('IdTaken');
    expect(codeOf(server.send('eve', command(freshId(), 'poll.open', NOTE, {}, 'partners')))).toBe('IdTaken');
    const rows = [{ entity: NOTE, slots: { name: 'x' } }];
    const imported = server.send('eve', command(freshId(), 'note.import', 'import', { rows }, 'partners'));
    expect(imported).toMatchObject({ code: 'Invalid', detail: [{ row: 0, expected: 'newId' }] });
    expect(noteOf(server).circle).toBe('core');
  });

  it('KRN-21 a reference may point to what its reader does not see, and answers the same for what is not there', () => {
    const server = peopled();
    addNote(server, 'ann', 'core');
    const refer = (organisation: string, id: string) =>
      server.send(
        'eve',
        addRecord(ticket(), 'note', { entity: id, circle: 'partners' }, { name: 'Mine', organisation }),
      );
    expect(codeOf(refer(NOTE, 'note000000000000000c'))).toBe('ok');
    expect(codeOf(refer('absent0000000000000', 'note000000000000000d'))).toBe('ok');
  });
});

describe('what a reader gets', () => {
  it('KRN-14 KRN-22 a note that moved outwards is in every new reader’s fold, one that moved inwards in none', () => {
    const server = peopled();
    addNote(server, 'ann', 'partners');
    server.send('ann', moveRecord(ticket(), noteOf(server), 'public'));
    const open = server.foldVisible(ANYBODY).entities;
    expect(contentOf(open.values())).toBe(contentOf(snapshotOf(server.state, 's', ANYBODY).entities));
    expect(open.get(NOTE)).toMatchObject({ kind: 'record', circle: 'public' });
    server.send('ann', moveRecord(ticket(), noteOf(server), 'core'));
    expect(server.foldVisible(ANYBODY).entities.get(NOTE)).toBeUndefined();
    const partner = { circles: new Set(['public', 'partners']) };
    const seen = server.feed(partner, 0).filter((event) => event.entity === NOTE);
    expect(seen.map((event) => event.type)).toEqual(['note.left', 'note.left']);
    expect(JSON.stringify(seen)).not.toContain('Spring');
  });

  it('KRN-19 screens on the server and on a device show the same, the stub included', () => {
    const server = peopled();
    addNote(server, 'ann', 'partners');
    server.send('ann', addRecord(ticket(), 'note', { entity: OTHER, circle: 'public' }, { name: 'Open' }));
    server.send('ann', command(freshId(), 'note.protect', NOTE, { to: 'secretariat' }));
    for (const person of ['ann', 'bob', 'eve']) {
      const device = new SimulatedDevice(server, person);
      const there = viewFor(device.confirmed.entities, device.circles);
      const here = viewFor(server.state.entities, device.circles);
      expect(contentOf(here.list('note'))).toBe(contentOf(there.list('note')));
      for (const id of [NOTE, OTHER]) expect(here.get(id)).toEqual(there.get(id));
      expect(here.get(NOTE)?.kind).toBe(person === 'ann' ? 'record' : 'withdrawn');
    }
    expect(viewFor(server.state.entities, new Set()).get(NOTE)).toBeUndefined();
  });

  it('KRN-33 a change is not refused for what is missing elsewhere in the record', () => {
    const server = peopled();
    expect(codeOf(addNote(server, 'ann', 'partners', {}))).toBe('ok');
    expect(codeOf(server.send('ann', changeRecord(ticket(), noteOf(server), { mood: 'calm' })))).toBe('ok');
  });
});
