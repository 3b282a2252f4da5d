import { describe, expect, it } from 'vitest';
import { command, freshId, poll, pollState, SimulatedServer, ticket } from '../testing/index.ts';
import {
  addRecord,
  by,
  changeRecord,
  digestOf,
  emptyState,
  type FeedEvent,
  fold,
  isErased,
  line,
  MEMBERSHIP,
  optional,
  PARTNERS,
  person,
  record,
  registry,
  type StoredEvent,
  seenBy,
  sha256,
  shadeOf,
  text,
  textOf,
  verifyChain,
  WRITERS,
} from './index.ts';

const words = { one: 'visit', many: 'visits', fields: { place: 'Place', who: 'Who' } };
const visit = record('visit', {
  version: 1,
  circle: PARTNERS,
  fields: { place: line(), who: optional(person()) },
  title: 'place',
  about: 'who',
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: { fr: words, en: words },
});
const mandated = { one: 'mandate', many: 'mandates', fields: { group: 'Group', who: 'Who', proof: 'Proof' } };
const mandate = record('mandate', {
  version: 1,
  circle: PARTNERS,
  fields: { group: line(), who: optional(person()), proof: optional(text()) },
  title: 'group',
  theirs: { who: ['proof'] },
  who: { add: by(WRITERS), change: by(WRITERS), remove: by(WRITERS) },
  labels: { fr: mandated, en: mandated },
});
const nouns = registry(...MEMBERSHIP, poll, visit, mandate);
const VISIT = 'visit00000000000000a';
const POLL = 'poll000000000000000a';
const READER = { circles: new Set(['public', 'partners']) };
const EVE = new Set(['eve']);

/** A visit to eve, and a poll in which she and bob gave reasons, she twice. */
const told = (): SimulatedServer => {
  const server = new SimulatedServer(nouns);
  for (const who of ['ann', 'bob', 'eve']) server.join(who, ['focal']);
  const at = { entity: VISIT, circle: PARTNERS };
  server.send('ann', addRecord(ticket(freshId()), 'visit', at, { place: 'Rue des Saules', who: 'eve' }));
  const say = (who: string, reason: string): unknown =>
    server.send(who, command(freshId(), 'poll.take', POLL, { stance: 'block', reason }));
  server.send('eve', command(freshId(), 'poll.open', POLL, {}));
  say('eve', 'First fear');
  say('bob', 'Too dear');
  say('eve', 'Second fear');
  return server;
};

const shaded = (server: SimulatedServer, persons: ReadonlySet<string>): readonly FeedEvent[] =>
  server.events.flatMap((event) => {
    const shade = shadeOf(nouns, server.state.entities.get(event.entity), persons);
    return shade === undefined ? [event] : (shade.event(event, sha256) ?? []);
  });

const seen = (server: SimulatedServer, id: string) => {
  const entity = server.state.entities.get(id);
  const whole = entity && seenBy(entity, READER);
  return whole && (shadeOf(nouns, entity, EVE)?.entity(whole) ?? whole);
};

const stances = (server: SimulatedServer) => {
  const held = seen(server, POLL);
  return held?.kind === 'process' ? pollState.read(held.state).stances : {};
};

describe('a person in safety', () => {
  it('KRN-120 leaves the stub of a record that is about them, and withholds its events whole', () => {
    const server = told();
    expect(seen(server, VISIT)).toEqual({ kind: 'withdrawn', id: VISIT, type: 'visit', circle: PARTNERS });
    expect(JSON.stringify(shaded(server, EVE))).not.toContain('Saules');
    expect(shaded(server, EVE).filter(({ entity }) => entity === VISIT)).toEqual([]);
  });

  it('KRN-120 withholds a record that names them only beside', () => {
    const server = told();
    const other = 'visit00000000000000b';
    const at = { entity: other, circle: PARTNERS };
    server.send('ann', addRecord(ticket(freshId()), 'visit', at, { place: 'Rue du Puits', who: 'ann' }));
    const first = server.state.entities.get(other);
    if (first?.kind !== 'record') throw new Error('no visit');
    server.send('ann', changeRecord(ticket(freshId()), first, { who: 'bob' }));
    server.send('bob', changeRecord(ticket(freshId()), first, { who: 'eve' }));
    expect(seen(server, other)?.kind).toBe('withdrawn');
  });

  it('KRN-121 loses their words in a process, earlier ones too; choices and the words of others stay', () => {
    const server = told();
    const { eve, bob } = stances(server);
    expect(isErased(eve?.reason ?? undefined)).toBe(true);
    expect(eve?.stance).toBe('block');
    expect(textOf(bob?.reason ?? undefined)).toBe('Too dear');
    const text = JSON.stringify(shaded(server, EVE));
    expect(text).not.toContain('fear');
    expect(text).toContain('Too dear');
  });

  it('KRN-122 folds from the events that are left to the state that is shown, and the chain verifies', () => {
    const server = told();
    const events = shaded(server, EVE);
    const folded = fold(nouns, emptyState(), events).entities.get(POLL);
    expect(folded).toEqual(seen(server, POLL));
    const left = new Map(events.map((event) => [event.seq, event]));
    const links = server.events.map((event, index) => {
      const kept = left.get(event.seq);
      return kept === undefined
        ? { seq: index + 1, digest: digestOf(sha256, event) }
        : ({ ...event, ...kept } satisfies StoredEvent);
    });
    expect(verifyChain(links, sha256)).toBeUndefined();
  });

  it('KRN-124 takes what tells of them out of a record that only names them, alternatives and translations too', () => {
    const server = told();
    const id = 'mandate000000000000a';
    const at = { entity: id, circle: PARTNERS };
    const first = { group: 'The riverside', who: 'eve', proof: { lang: 'fr', text: 'Feuille signée' } };
    server.send('ann', addRecord(ticket(freshId()), 'mandate', at, first));
    const held = server.state.entities.get(id);
    if (held?.kind !== 'record') throw new Error('no mandate');
    const translation = { 'proof@en': { lang: 'en', text: 'Signed sheet' } };
    server.send('ann', changeRecord(ticket(freshId()), held, translation));
    server.send(
      'ann',
      changeRecord(ticket(freshId()), held, { proof: { lang: 'fr', text: 'Lettre signée' } }),
    );
    server.send(
      'bob',
      changeRecord(ticket(freshId()), held, { proof: { lang: 'fr', text: 'Photo signée' } }),
    );
    const shown = seen(server, id);
    expect(shown?.kind === 'record' && shown.slots['group']?.value).toBe('The riverside');
    const left = shaded(server, EVE);
    for (const told of [shown, left]) {
      expect(JSON.stringify(told)).toContain('riverside');
      expect(JSON.stringify(told)).not.toMatch(/sign/i);
    }
    expect(fold(nouns, emptyState(), left).entities.get(id)).toEqual(shown);
    // Without her, and once somebody else carries it, it reads whole.
    expect(shadeOf(nouns, server.state.entities.get(id), new Set(['bob']))).toBeUndefined();
  });

  it('KRN-123 reads as before once they are back in view', () => {
    const server = told();
    expect(shadeOf(nouns, server.state.entities.get(POLL), new Set())).toBeUndefined();
    expect(shadeOf(nouns, server.state.entities.get(POLL), new Set(['ann']))).toBeUndefined();
    expect(shaded(server, new Set())).toEqual(server.events);
  });
});
