import { describe, expect, it } from 'vitest';
import { command, note, pact } from '../testing/index.ts';
import {
  type Actor,
  by,
  decide,
  type Entity,
  EXISTS,
  emptyState,
  isAllowed,
  PARTNER_ROLES,
  PROCESS_ERASURE,
  ROLES,
  type Role,
  recordPermission,
  registry,
} from './index.ts';

const actor = (role: Role, organisation?: string): Actor => ({
  id: 'me',
  roles: new Set([role]),
  circles: new Set(['public', 'partners']),
  ...(organisation === undefined ? {} : { organisation }),
});
const context = (who: Actor) => ({ now: '2026-01-01T00:00:00.000Z', actor: who, answered: () => undefined });
const owned = {
  ...note,
  who: { add: by(['core'], PARTNER_ROLES), change: by(['core'], PARTNER_ROLES), remove: by(['core']) },
};
const stateOf = (owner: string) => {
  const state = emptyState();
  const entity: Entity = {
    kind: 'record',
    id: 'n1',
    type: 'note',
    circle: 'partners',
    slots: { [EXISTS]: { at: 1, value: true }, organisation: { at: 1, value: owner } },
  };
  state.entities.set('n1', entity);
  return state;
};

describe('permissions', () => {
  it('KRN-83 are held by role, and by owners where the thing is theirs', () => {
    const permission = by(['core'], ['leader']);
    for (const role of ROLES) {
      expect(isAllowed(permission, actor(role), false)).toBe(role === 'core');
      expect(isAllowed(permission, actor(role), true)).toBe(role === 'core' || role === 'leader');
      expect(isAllowed(by(['core']), actor(role), true)).toBe(role === 'core');
    }
  });

  it('KRN-83 count what belongs to the organisation and what belongs to the person, and nothing else', () => {
    const ask = (who: Actor, owner: string) =>
      decide(
        registry(owned),
        command('c', 'note.change', 'n1', { slots: { mood: 'calm' } }),
        stateOf(owner).entities,
        context(who),
      );
    expect(ask(actor('leader', 'ours'), 'ours').ok).toBe(true);
    expect(ask(actor('leader', 'ours'), 'me').ok).toBe(true);
    expect(ask(actor('leader', 'ours'), 'theirs')).toEqual({ ok: false, code: 'NotAllowed' });
    expect(ask(actor('leader'), 'theirs')).toEqual({ ok: false, code: 'NotAllowed' });
    expect(ask(actor('observer', 'ours'), 'ours')).toEqual({ ok: false, code: 'NotAllowed' });
    const add = (organisation: string) =>
      decide(
        registry(owned),
        command('c', 'note.add', 'n2', { slots: { name: 'x', organisation } }),
        emptyState().entities,
        context(actor('focal', 'ours')),
      );
    expect(add('ours').ok).toBe(true);
    expect(add('theirs')).toEqual({ ok: false, code: 'NotAllowed' });
  });

  it('KRN-85 to put in safety and to erase are held by the keepers and by those to whom it belongs', () => {
    for (const name of ['protect', 'erase'] as const)
      expect(recordPermission(owned, name)).toEqual({
        roles: ['secretariat', 'core', 'chair', 'system'],
        own: ['leader', 'focal', 'deputy', 'coordinator'],
      });
    const erase = (who: Actor, owner: string) =>
      decide(
        registry(owned),
        command('c', 'note.erase', 'n1', { targets: ['organisation'] }),
        stateOf(owner).entities,
        context(who),
      );
    expect(erase(actor('focal', 'ours'), 'ours').ok).toBe(true);
    expect(erase(actor('focal', 'ours'), 'theirs')).toEqual({ ok: false, code: 'NotAllowed' });
    expect(erase(actor('chair'), 'theirs').ok).toBe(true);
    expect(PROCESS_ERASURE.own).toEqual([...PARTNER_ROLES, 'coordinator']);
    const state = emptyState();
    state.entities.set('p1', {
      kind: 'process',
      id: 'p1',
      type: 'pact',
      circle: 'partners',
      at: 1,
      state: {},
    });
    const strike = (who: Actor) =>
      decide(
        registry(pact),
        command('c', 'pact.erase', 'p1', { targets: ['text'] }),
        state.entities,
        context(who),
      );
    expect(strike(actor('core')).ok).toBe(true);
    expect(strike(actor('leader'))).toEqual({ ok: false, code: 'NotAllowed' });
  });
});
