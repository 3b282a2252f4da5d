import { describe, expect, it } from 'vitest';
import {
  addNote,
  codeOf,
  command,
  freshId,
  NOTE,
  noteOf,
  peopled,
  SimulatedDevice,
  ticket,
} from '../testing/index.ts';
import { ANYBODY, changeRecord, moveRecord, openConflicts, snapshotOf } from './index.ts';

const PARTNER = { circles: new Set(['public', 'partners']) };
const server = (circle: string) => {
  const made = peopled();
  addNote(made, 'ann', circle);
  return made;
};

describe('moves', () => {
  it('KRN-40 keep the stamps: an offline edit made before the move is no false conflict', () => {
    const space = server('partners');
    const device = new SimulatedDevice(space, 'eve');
    device.issue(changeRecord(ticket(freshId()), noteOf(space), { name: 'Offline' }));
    const stamps = noteOf(space).slots;
    space.send('ann', moveRecord(ticket(freshId()), noteOf(space), 'public'));
    expect(noteOf(space).slots).toEqual(stamps);
    // It is public now, and eve wrote for the partners: her device looks again before it asks again.
    device.push();
    expect(device.refused).toHaveLength(1);
    device.pull();
    space.send('ann', moveRecord(ticket(freshId()), noteOf(space), 'partners'));
    space.send('ann', moveRecord(ticket(freshId()), noteOf(space), 'core'));
    const bob = changeRecord(ticket(freshId()), { ...noteOf(space), circle: 'partners' }, { name: 'Bob' });
    expect(codeOf(space.send('bob', bob))).toBe('ok');
    expect(openConflicts(noteOf(space))).toEqual([]);
    expect(space.events.filter((event) => event.type === 'note.left').map((event) => event.parts)).toEqual([
      {},
      {},
      {},
    ]);
  });

  it('KRN-41 are refused while a conflict is open, where they show something to others', () => {
    const space = server('core');
    const seen = noteOf(space);
    space.send('ann', changeRecord(ticket(freshId()), seen, { name: 'A' }));
    space.send('bob', changeRecord(ticket(freshId()), seen, { name: 'B-private' }));
    for (const to of ['partners', 'public', 'secretariat'])
      expect(space.send('ann', moveRecord(ticket(freshId()), noteOf(space), to))).toEqual({
        ok: false,
        code: 'SettleFirst',
        detail: ['name'],
      });
    expect(JSON.stringify(space.feed(PARTNER, 0))).not.toContain('B-private');
  });

  it('KRN-42 do not publish what somebody wrote offline for a narrower circle', () => {
    const space = server('core');
    const device = new SimulatedDevice(space, 'ann');
    device.issue(changeRecord(ticket(freshId()), noteOf(space), { name: 'For the core alone' }));
    space.send('bob', moveRecord(ticket(freshId()), noteOf(space), 'public'));
    device.push();
    expect(device.refused).toHaveLength(1);
    expect(noteOf(space).slots['name']?.value).toBe('Spring');
    expect(JSON.stringify(space.feed(ANYBODY, 0))).not.toContain('For the core alone');
  });

  it('KRN-43 inwards let those merge who still read, and answer the others as if nothing were there', () => {
    const space = server('partners');
    const seen = noteOf(space);
    space.send('ann', moveRecord(ticket(freshId()), seen, 'core'));
    expect(space.send('eve', changeRecord(ticket(freshId()), seen, { name: 'Eve' }))).toEqual(
      space.send('eve', changeRecord(ticket(freshId()), { ...seen, id: 'absent' }, { name: 'Eve' })),
    );
    expect(codeOf(space.send('bob', changeRecord(ticket(freshId()), seen, { name: 'Bob' })))).toBe('ok');
    expect(noteOf(space).slots['name']?.value).toBe('Bob');
  });

  it('KRN-44 inwards take the open conflicts along, with their stamps', () => {
    const space = server('partners');
    const seen = noteOf(space);
    for (const [person, name] of [
      ['ann', 'A'],
      ['bob', 'B'],
      ['eve', 'C'],
    ] as const)
      space.send(person, changeRecord(ticket(freshId()), seen, { name, body: { lang: 'fr', text: name } }));
    const before = noteOf(space).slots;
    expect(codeOf(space.send('ann', moveRecord(ticket(freshId()), noteOf(space), 'core')))).toBe('ok');
    expect(noteOf(space).slots).toEqual(before);
    expect(openConflicts(noteOf(space))).toEqual(['name', 'body']);
    expect(space.events.at(-1)?.parts).toMatchObject({ name: 'A', 'name!6': 'B', 'name!7': 'C' });
  });

  it('KRN-45 go only to a circle that their author reads, and nowhere when it is there', () => {
    const space = server('partners');
    const move = (person: string, to: string) =>
      space.send(person, moveRecord(ticket(freshId()), noteOf(space), to));
    expect(codeOf(move('eve', 'core'))).toBe('NotAReader');
    expect(codeOf(move('eve', 'nowhere'))).toBe('NotAReader');
    const head = space.events.length;
    expect(move('eve', 'partners')).toEqual({ from: head + 1, to: head });
    expect(codeOf(space.send('eve', command(freshId(), 'note.move', NOTE, { to: 7 })))).toBe('Invalid');
  });

  it('KRN-46 are not for processes', () => {
    const space = peopled();
    space.send('ann', command(freshId(), 'poll.open', 'poll', {}, 'core'));
    const asked = command(freshId(), 'poll.move', 'poll', { to: 'public' }, 'core');
    expect(codeOf(space.send('ann', asked))).toBe('UnknownCommand');
  });
});

describe('putting in safety', () => {
  const protect = (space: ReturnType<typeof peopled>, person: string, to: string, circle = 'partners') =>
    codeOf(space.send(person, command(freshId(), 'note.protect', NOTE, { to }, circle)));
  const seenBy = (space: ReturnType<typeof peopled>, circles: readonly string[]) =>
    snapshotOf(space.state, 's', { circles: new Set(circles) }).entities.find((entity) => entity.id === NOTE);

  it('KRN-47 leaves a stub and no word of it to those outside', () => {
    const space = server('partners');
    expect(protect(space, 'ann', 'secretariat')).toBe('ok');
    expect(seenBy(space, ['public', 'partners', 'core'])).toEqual({
      kind: 'withdrawn',
      id: NOTE,
      type: 'note',
      circle: 'partners',
    });
    expect(seenBy(space, ['public', 'partners', 'secretariat'])).toMatchObject({ circle: 'secretariat' });
    const feed = space.feed(PARTNER, 0).filter((event) => event.entity === NOTE);
    expect(feed.map((event) => event.type)).toEqual(['note.withdrawn']);
    expect(JSON.stringify([feed, space.foldVisible(PARTNER).entities.get(NOTE)])).not.toContain('Spring');
  });

  it('KRN-48 does not show who did it to those outside', () => {
    const space = server('partners');
    protect(space, 'bob', 'core');
    const [withdrawn, stated] = space.events.slice(-2);
    expect([withdrawn?.type, withdrawn?.actor]).toEqual(['note.withdrawn', 'system']);
    expect([stated?.type, stated?.actor, stated?.circle]).toEqual(['note.stated', 'bob', 'core']);
  });

  it('KRN-49 goes only to a narrower circle that its author reads', () => {
    const space = server('partners');
    expect(protect(space, 'bob', 'secretariat')).toBe('NotAReader');
    expect(protect(space, 'ann', 'public')).toBe('Invalid');
    expect(protect(space, 'eve', 'partners')).toBe('NotAllowed');
    const head = space.events.length;
    expect(protect(space, 'ann', 'partners')).toBe('ok');
    expect(space.events).toHaveLength(head);
    expect(codeOf(space.send('ann', command(freshId(), 'note.protect', NOTE, {})))).toBe('Invalid');
  });

  it('KRN-50 keeps the stub where it was taken from until all who see it see the record again', () => {
    const space = server('public');
    const stubbed = (circles: readonly string[]) => seenBy(space, circles)?.kind;
    const same = (circles: readonly string[]) =>
      expect(space.foldVisible({ circles: new Set(circles) }).entities.get(NOTE)).toEqual(
        seenBy(space, circles),
      );
    protect(space, 'ann', 'partners', 'public');
    protect(space, 'ann', 'core');
    expect(stubbed(['public'])).toBe('withdrawn');
    expect(stubbed(['public', 'partners'])).toBe('withdrawn');
    space.send('ann', moveRecord(ticket(freshId()), noteOf(space), 'partners'));
    expect(stubbed(['public'])).toBe('withdrawn');
    expect(stubbed(['public', 'partners'])).toBe('record');
    for (const circles of [['public'], ['public', 'partners'], ['public', 'partners', 'core']]) same(circles);
    space.send('ann', moveRecord(ticket(freshId()), noteOf(space), 'public'));
    expect(stubbed(['public'])).toBe('record');
    for (const circles of [['public'], ['public', 'partners'], ['public', 'partners', 'core']]) same(circles);
  });
});
