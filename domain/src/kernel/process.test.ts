import { describe, expect, it } from 'vitest';
import {
  addNote,
  codeOf,
  command,
  freshId,
  NOTE,
  noteOf,
  peopled,
  pollState,
  sampleNouns,
} from '../testing/index.ts';
import { emptyState, evolve, type Foldable, type Json } from './index.ts';

const event = (
  type: string,
  seq: number,
  facts: { readonly [name: string]: Json } = {},
  entity = 'p1',
): Foldable => ({
  seq,
  type,
  version: 1,
  entity,
  circle: 'partners',
  actor: 'ann',
  at: '2026-01-01T00:00:00.000Z',
  facts,
  parts: {},
  erased: {},
});

describe('processes', () => {
  it('KRN-95 get payloads and facts parsed; what does not parse is refused, or changes nothing', () => {
    const server = peopled();
    server.send('ann', command(freshId(), 'poll.open', 'poll', {}));
    for (const payload of [{}, { stance: 'maybe' }, { stance: 'agree', reason: 7 }])
      expect(server.send('eve', command(freshId(), 'poll.take', 'poll', payload))).toMatchObject({
        code: 'Invalid',
        detail: [{ path: 'reason' in payload ? 'reason' : 'stance' }],
      });
    const state = emptyState();
    evolve(sampleNouns, state, event('poll.opened', 1));
    const before = state.entities.get('p1');
    for (const facts of [{}, { stance: 'maybe' }, { stance: null }])
      expect(evolve(sampleNouns, state, event('poll.taken', 2, facts))).toBe('p1');
    expect(state.entities.get('p1')).toBe(before);
    expect(state.seq).toBe(2);
  });

  it('KRN-95 ignore what comes before its time', () => {
    const state = emptyState();
    evolve(sampleNouns, state, event('poll.taken', 1, { stance: 'agree' }));
    evolve(sampleNouns, state, event('poll.closed', 2, { agree: 1, block: 0 }));
    expect(state.entities.get('p1')).toBeUndefined();
    evolve(sampleNouns, state, event('poll.erased', 3, { targets: ['reason'] }));
    expect([...state.entities.values()]).toEqual([]);
  });

  it('KRN-96 create where nothing is, and else need the thing', () => {
    const server = peopled();
    expect(codeOf(server.send('ann', command(freshId(), 'poll.take', 'poll', { stance: 'agree' })))).toBe(
      'NotFound',
    );
    expect(codeOf(server.send('ann', command(freshId(), 'poll.open', 'poll', {})))).toBe('ok');
    expect(codeOf(server.send('ann', command(freshId(), 'poll.open', 'poll', {})))).toBe('IdTaken');
    expect(codeOf(server.send('ann', command(freshId(), 'poll.take', 'ann', { stance: 'agree' })))).toBe(
      'NotFound',
    );
    expect(codeOf(server.send('ann', command(freshId(), 'note.change', 'poll', { slots: {} })))).toBe(
      'NotFound',
    );
  });

  it('KRN-97 let the order of the server decide, and refuse what comes late', () => {
    const server = peopled();
    server.send('ann', command(freshId(), 'poll.open', 'poll', {}));
    const take = (person: string, stance: string) =>
      codeOf(server.send(person, command(freshId(), 'poll.take', 'poll', { stance, reason: 'r' })));
    expect([take('eve', 'block'), take('eve', 'agree'), take('bob', 'agree')]).toEqual(['ok', 'ok', 'ok']);
    server.send('ann', command(freshId(), 'poll.close', 'poll', {}));
    expect(take('eve', 'block')).toBe('Closed');
    const held = server.state.entities.get('poll');
    if (held?.kind !== 'process') throw new Error('no poll');
    const { open, stances } = pollState.read(held.state);
    expect(open).toBe(false);
    expect(Object.values(stances).map((one) => one.stance)).toEqual(['agree', 'agree']);
  });

  it('KRN-98 change only the entity of their event, and only one of their own noun', () => {
    const server = peopled();
    addNote(server, 'ann', 'partners');
    const others = [...server.state.entities.values()];
    const seq = server.events.length + 1;
    expect(evolve(sampleNouns, server.state, event('poll.opened', seq, {}, NOTE))).toBeUndefined();
    expect(evolve(sampleNouns, server.state, event('note.changed', seq + 1, {}, 'ann'))).toBeUndefined();
    expect([...server.state.entities.values()]).toEqual(others);
    expect(server.state.seq).toBe(seq + 1);
    expect(evolve(sampleNouns, server.state, event('poll.opened', seq + 2))).toBe('p1');
    expect([...server.state.entities.values()].slice(0, others.length)).toEqual(others);
    expect(noteOf(server).slots['name']?.value).toBe('Spring');
  });
});
