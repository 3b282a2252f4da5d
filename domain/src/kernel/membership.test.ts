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
  type SimulatedServer,
} from '../testing/index.ts';
import {
  type Actor,
  actorOf,
  CORE,
  changeRecord,
  changesCircles,
  decide,
  emptyState,
  isNamed,
  MEMBERSHIP,
  member,
  memberOf,
  PARTNERS,
  type Role,
  readersOf,
  registry,
  SECRETARIAT,
  type State,
  snapshotOf,
  systemActor,
} from './index.ts';

const GROUP = 'group000000000000000a';
const act = (
  server: SimulatedServer,
  person: string,
  type: string,
  entity: string,
  payload = {},
  circle = 'partners',
) => codeOf(server.send(person, command(freshId(), type, entity, payload, circle)));
const open = (server: SimulatedServer, person: string, readers: readonly string[], id = GROUP) =>
  act(server, person, 'circle.open', id, { purpose: 'group', readers, name: `About ${id}` }, id);
const inGroup = (server: SimulatedServer, person: string): boolean =>
  server.actor(person)?.circles.has(GROUP) === true;

const withMember = (roles: readonly Role[], circles: readonly string[], active = true): State => {
  const state = emptyState();
  state.entities.set('ada', {
    kind: 'process',
    id: 'ada',
    type: 'member',
    circle: PARTNERS,
    at: 1,
    state: { roles, circles, since: 1, active },
  });
  return state;
};
const keeper: Actor = {
  id: 'kim',
  roles: new Set(['secretariat']),
  circles: new Set(['public', PARTNERS, SECRETARIAT]),
};

describe('membership', () => {
  it('KRN-86 gives circles with roles, and takes all of them with leaving', () => {
    const server = peopled();
    expect([...(server.actor('ann')?.circles ?? [])].sort()).toEqual([
      'core',
      'partners',
      'public',
      'secretariat',
    ]);
    expect([...(server.actor('bob')?.circles ?? [])].sort()).toEqual(['core', 'partners', 'public']);
    expect([...(server.actor('eve')?.circles ?? [])].sort()).toEqual(['partners', 'public']);
    expect(readersOf(server.state.entities, CORE)).toEqual(['ann', 'bob']);
    expect(
      act(server, 'ann', 'member.change', 'eve', { roles: ['core', 'leader'], organisation: 'org' }),
    ).toBe('ok');
    expect(server.actor('eve')).toMatchObject({ organisation: 'org' });
    expect(readersOf(server.state.entities, CORE)).toEqual(['ann', 'bob', 'eve']);
    expect(act(server, 'ann', 'member.leave', 'eve')).toBe('ok');
    expect(server.actor('eve')).toBeUndefined();
    expect(addNote(server, 'eve', 'partners')).toMatchObject({ code: 'NotAllowed' });
    expect(memberOf(server.state.entities, 'eve')?.active).toBe(false);
    expect(memberOf(server.state.entities, 'zoe')).toBeUndefined();
    expect(actorOf(server.state.entities, 'constructor')).toBeUndefined();
  });

  it('KRN-87 ends by one’s own hand, or by that of the secretariat', () => {
    const server = peopled();
    expect(act(server, 'bob', 'member.leave', 'eve')).toBe('NotAllowed');
    expect(act(server, 'eve', 'member.leave', 'bob')).toBe('NotAllowed');
    expect(act(server, 'eve', 'member.leave', 'eve')).toBe('ok');
    expect(act(server, 'ann', 'member.leave', 'bob')).toBe('ok');
    expect(act(server, 'system', 'member.leave', 'ann')).toBe('ok');
    expect(act(server, 'bob', 'member.join', 'zoe', { roles: ['core'] })).toBe('NotAllowed');
  });

  it('KRN-91 does not bring named circles back with somebody who comes back; a reader does', () => {
    const server = peopled();
    open(server, 'bob', ['bob', 'eve']);
    expect([inGroup(server, 'bob'), inGroup(server, 'eve'), inGroup(server, 'ann')]).toEqual([
      true,
      true,
      false,
    ]);
    act(server, 'ann', 'member.leave', 'eve');
    expect(act(server, 'ann', 'member.rejoin', 'eve', { roles: ['focal'] })).toBe('ok');
    expect(inGroup(server, 'eve')).toBe(false);
    expect(act(server, 'eve', 'circle.admit', GROUP, { person: 'eve' }, GROUP)).toBe('NotFound');
    expect(act(server, 'bob', 'circle.admit', GROUP, { person: 'eve' }, GROUP)).toBe('ok');
    expect(inGroup(server, 'eve')).toBe(true);
    // Let in again while being in: nothing happens.
    const head = server.events.length;
    expect(act(server, 'ann', 'member.rejoin', 'eve', { roles: ['focal'] })).toBe('ok');
    expect(server.events).toHaveLength(head);
    expect(act(server, 'ann', 'member.join', 'eve', { roles: ['focal'] })).toBe('IdTaken');
    expect(act(server, 'ann', 'member.rejoin', 'zoe', { roles: ['focal'] })).toBe('NotFound');
  });

  it('KRN-92 lets nobody open to others a circle that they do not read themselves', () => {
    const change = (circles: readonly string[], state: State, name = 'change') =>
      decide(
        registry(...MEMBERSHIP),
        command(freshId(), `member.${name}`, 'ada', { roles: ['helper'], circles }),
        state.entities,
        { now: '2026-01-01T00:00:00.000Z', actor: keeper, answered: () => undefined },
      );
    const there = withMember(['helper'], ['group-a']);
    expect(change(['group-b'], there)).toEqual({ ok: false, code: 'NotAReader' });
    expect(change(['group-a', SECRETARIAT], there)).toMatchObject({ ok: true });
    // Who has left has nothing any more that could stay theirs.
    const gone = withMember(['helper'], ['group-a'], false);
    expect(change(['group-a'], gone, 'rejoin')).toEqual({ ok: false, code: 'NotAReader' });
    expect(change([SECRETARIAT], gone, 'rejoin')).toMatchObject({ ok: true });
  });

  it('KRN-93 of a helper ends with their last day, by the system’s hand', () => {
    const server = peopled();
    const invite = (until: string) =>
      act(server, 'ann', 'member.join', 'zoe', { roles: ['helper'], circles: [SECRETARIAT], until });
    for (const day of ['soon, I hope', '2026', '2026-02-30', '']) expect(invite(day)).toBe('Invalid');
    expect(invite('2026-06-30')).toBe('ok');
    expect(server.actor('zoe')?.circles.has(SECRETARIAT)).toBe(true);
    const held = server.state.entities.get('zoe');
    if (held?.kind !== 'process') throw new Error('no member');
    expect(member.due(held.state)).toEqual([
      { at: '2026-06-30T23:59:59.999Z', command: 'leave', payload: {} },
    ]);
    expect(act(server, 'system', 'member.leave', 'zoe')).toBe('ok');
    const after = server.state.entities.get('zoe');
    expect(after?.kind === 'process' && member.due(after.state)).toEqual([]);
  });
});

describe('named circles', () => {
  it('KRN-88 live in themselves: their readers alone see and change the list', () => {
    const server = peopled();
    expect(open(server, 'bob', ['bob', 'eve'])).toBe('ok');
    expect(server.state.entities.get(GROUP)?.circle).toBe(GROUP);
    const seen = (circles: Iterable<string>) =>
      JSON.stringify(snapshotOf(server.state, 's', { circles: new Set(circles) }));
    expect(seen(server.actor('ann')?.circles ?? [])).not.toContain(GROUP);
    expect(seen(server.actor('eve')?.circles ?? [])).toContain('About');
    expect(act(server, 'ann', 'circle.admit', GROUP, { person: 'ann' }, GROUP)).toBe('NotFound');
    expect(act(server, 'ann', 'circle.dismiss', GROUP, { person: 'bob' }, GROUP)).toBe('NotFound');
    expect(act(server, 'eve', 'circle.admit', GROUP, { person: 'ann' }, GROUP)).toBe('ok');
    expect(readersOf(server.state.entities, GROUP)).toEqual(['ann', 'bob', 'eve']);
    expect(addNote(server, 'ann', GROUP)).toMatchObject({ from: server.events.length });
    expect(noteOf(server).circle).toBe(GROUP);
    expect([...systemActor(server.state.entities).circles]).toContain(GROUP);
  });

  it('KRN-88 take what is put in safety into them', () => {
    const server = peopled();
    addNote(server, 'ann', 'partners');
    open(server, 'ann', ['ann', 'bob']);
    expect(act(server, 'ann', 'note.protect', NOTE, { to: GROUP })).toBe('ok');
    const device = new SimulatedDevice(server, 'eve');
    expect(device.look().entities.get(NOTE)).toMatchObject({ kind: 'withdrawn' });
    expect(new SimulatedDevice(server, 'bob').look().entities.get(NOTE)).toMatchObject({ circle: GROUP });
  });

  it.each(['core', 'secretariat', 'partners', 'public'])(
    'KRN-89 cannot be opened under the name %s',
    (name) => {
      const server = peopled();
      expect(isNamed(name)).toBe(false);
      expect(open(server, 'eve', ['eve'], name)).toBe('IdTaken');
      expect([...(server.actor('eve')?.circles ?? [])].sort()).toEqual(['partners', 'public']);
    },
  );

  it('KRN-89 cannot be opened under an id that is taken, an open circle’s included', () => {
    const server = peopled();
    open(server, 'bob', ['bob']);
    expect(open(server, 'eve', ['eve'])).toBe('IdTaken');
    expect(open(server, 'eve', ['eve'], 'ann')).toBe('IdTaken');
    expect(inGroup(server, 'eve')).toBe(false);
    expect(isNamed(GROUP)).toBe(true);
  });

  it('KRN-90 keep one reader, and somebody who has left the space is none', () => {
    const server = peopled();
    open(server, 'bob', ['bob', 'eve']);
    expect(act(server, 'bob', 'circle.dismiss', GROUP, { person: 'ann' }, GROUP)).toBe('ok');
    act(server, 'ann', 'member.leave', 'eve');
    expect(act(server, 'bob', 'circle.dismiss', GROUP, { person: 'bob' }, GROUP)).toBe('LastReader');
    act(server, 'ann', 'member.rejoin', 'eve', { roles: ['focal'] });
    expect(act(server, 'bob', 'circle.dismiss', GROUP, { person: 'bob' }, GROUP)).toBe('LastReader');
    expect(act(server, 'bob', 'circle.admit', GROUP, { person: 'eve' }, GROUP)).toBe('ok');
    expect(act(server, 'bob', 'circle.dismiss', GROUP, { person: 'bob' }, GROUP)).toBe('ok');
    expect(act(server, 'eve', 'circle.dismiss', GROUP, { person: 'eve' }, GROUP)).toBe('LastReader');
    expect(readersOf(server.state.entities, GROUP)).toEqual(['eve']);
  });

  it('KRN-94 leave nothing on the device of somebody who was removed, not even the event that removed them', () => {
    const server = peopled();
    open(server, 'bob', ['bob', 'eve']);
    addNote(server, 'bob', GROUP, { name: 'CANARY' });
    const device = new SimulatedDevice(server, 'eve');
    const seen = device.look().entities.get(NOTE);
    if (seen?.kind !== 'record') throw new Error('no note');
    device.issue(changeRecord({ id: freshId(), space: 's', saidAt: '' }, seen, { name: 'Mine' }));
    act(server, 'bob', 'circle.dismiss', GROUP, { person: 'eve' }, GROUP);
    expect(changesCircles(server.events.at(-1)?.type ?? '')).toBe(true);
    expect(JSON.stringify(server.feed({ circles: new Set(['public', 'partners']) }, 0))).not.toContain(
      'circle.',
    );
    device.push();
    device.pull();
    // What they had written for it was refused like a change to what is not there; the text stays theirs to copy.
    expect(device.refused).toHaveLength(1);
    expect(JSON.stringify([...device.look().entities.values()])).not.toContain('CANARY');
    expect(device.circles.has(GROUP)).toBe(false);
  });
});
