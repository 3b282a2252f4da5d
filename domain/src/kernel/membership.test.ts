import { describe, expect, it } from 'vitest';
import {
  type Actor,
  decide,
  emptyState,
  MEMBERSHIP,
  PARTNERS,
  processCommand,
  registry,
  SECRETARIAT,
  type State,
} from './index.ts';

const nouns = registry(...MEMBERSHIP);
const SPACE = 'space';
const ticket = { id: 'c1', space: SPACE, saidAt: '2026-01-01T00:00:00.000Z' };

const withMember = (roles: readonly string[], circles: readonly string[] = []): State => {
  const state = emptyState();
  state.entities.set('ada', {
    kind: 'process',
    id: 'ada',
    type: 'member',
    circle: PARTNERS,
    at: 1,
    state: { roles, circles, since: 1, active: true },
  });
  return state;
};

const context = (actor: Actor) => ({ now: ticket.saidAt, actor, answered: () => undefined });
const keeper: Actor = {
  id: 'kim',
  roles: new Set(['secretariat']),
  circles: new Set(['public', PARTNERS, SECRETARIAT]),
};

describe('membership', () => {
  it('lets a member leave by themselves, and nobody else but the secretariat make them leave', () => {
    const state = withMember(['leader']);
    const leave = processCommand(ticket, 'member.leave', 'ada', PARTNERS, {});
    const as = (id: string): Actor => ({
      id,
      roles: new Set(['leader']),
      circles: new Set(['public', PARTNERS]),
    });
    expect(decide(nouns, leave, state.entities, context(as('ada')))).toMatchObject({
      ok: true,
      events: [{ type: 'member.left' }],
    });
    expect(decide(nouns, leave, state.entities, context(as('bob')))).toMatchObject({
      ok: false,
      code: 'NotAllowed',
    });
    expect(decide(nouns, leave, state.entities, context(keeper))).toMatchObject({ ok: true });
  });

  it('refuses to the secretariat to open, to anybody, a circle that it does not read', () => {
    const change = (circles: readonly string[]) =>
      processCommand(ticket, 'member.change', 'ada', PARTNERS, { roles: ['helper'], circles });
    const state = withMember(['helper'], ['group-a']);
    expect(decide(nouns, change(['group-b']), state.entities, context(keeper))).toMatchObject({
      ok: false,
      code: 'NotAReader',
    });
    expect(decide(nouns, change(['group-a', SECRETARIAT]), state.entities, context(keeper))).toMatchObject({
      ok: true,
    });
  });
});
