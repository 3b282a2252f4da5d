import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addNote,
  codeOf,
  command,
  contentOf,
  freshId,
  NOTE,
  noteOf,
  pact,
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
  changeRecord,
  emptyState,
  fold,
  isErased,
  moveRecord,
  processCommand,
  type RecordEntity,
  sha256,
  snapshotOf,
  textIn,
  textOf,
  verifyChain,
} from './index.ts';

const ALL = { circles: new Set(['public', 'partners', 'core', 'secretariat']) };
const CANARY = 'canary-word-7f3a';
const erase = (server: SimulatedServer, targets: readonly string[], person = 'ann'): string =>
  codeOf(server.send(person, command(freshId(), 'note.erase', NOTE, { targets }, noteOf(server).circle)));
const change = (
  server: SimulatedServer,
  person: string,
  seen: RecordEntity,
  slots: Parameters<typeof changeRecord>[2],
) => server.send(person, changeRecord(ticket(freshId()), seen, slots));
const everything = (server: SimulatedServer): string =>
  JSON.stringify([
    server.events,
    [...server.state.entities.values()],
    snapshotOf(server.state, 's', ALL),
    server.feed(ALL, 0),
  ]);
const refolded = (server: SimulatedServer): string =>
  contentOf(fold(sampleNouns, emptyState(), server.events).entities.values());

/** A note whose body was written, translated, contradicted, moved and settled, each time with the canary in it. */
const wordy = (): SimulatedServer => {
  const server = peopled();
  addNote(server, 'ann', 'partners', {
    name: 'Spring',
    mood: 'calm',
    body: { lang: 'fr', text: `un ${CANARY}` },
    'body@en': { lang: 'en', text: `a ${CANARY}` },
  });
  const seen = noteOf(server);
  change(server, 'bob', seen, { body: { lang: 'fr', text: `deux ${CANARY}` } });
  change(server, 'eve', seen, { body: { lang: 'fr', text: `trois ${CANARY}` } });
  server.send('ann', moveRecord(ticket(freshId()), noteOf(server), 'core'));
  change(server, 'ann', noteOf(server), { 'body@de': { lang: 'de', text: `vier ${CANARY}` } });
  return server;
};

describe('erasing parts of a record', () => {
  it('KRN-51 takes the named slots and nothing that was written with them', () => {
    const server = wordy();
    expect(erase(server, ['body'])).toBe('ok');
    expect(noteOf(server).slots).toMatchObject({
      name: { value: 'Spring' },
      mood: { value: 'calm' },
      body: { erased: true },
    });
    expect(noteOf(server).slots['body']?.value).toBeUndefined();
    expect(refolded(server)).toBe(contentOf(server.state.entities.values()));
  });

  it('KRN-53 KRN-55 leaves the text nowhere, translations, alternatives and the copy of a move included', () => {
    const server = wordy();
    expect(everything(server)).toContain(CANARY);
    expect(erase(server, ['body'])).toBe('ok');
    expect(everything(server)).not.toContain(CANARY);
    expect(verifyChain(server.events, sha256)).toBeUndefined();
    const device = new SimulatedDevice(server, 'bob');
    expect(JSON.stringify([...device.look().entities.values()])).not.toContain(CANARY);
  });

  it('KRN-52 KRN-53 holds for any history: the words are gone, the chain verifies, the refold is the state', () => {
    let struck = 0;
    fc.assert(
      fc.property(worldSteps, fc.nat(1000), (all, pick) => {
        const world = new World();
        for (const step of all) world.run(step);
        world.settle();
        const { server } = world;
        const records = [...server.state.entities.values()].filter(
          (one) => one.type === 'note' && one.kind === 'record',
        );
        const held = records[pick % Math.max(1, records.length)];
        if (held?.kind !== 'record') return;
        const targets = Object.keys(held.slots).filter((name) => name === 'name' || name.startsWith('body'));
        if (targets.length === 0) return;
        const asked = command('last-erasure', 'note.erase', held.id, { targets }, held.circle);
        const outcome = codeOf(server.send('system', asked));
        if (outcome === 'AlreadyErased') return;
        expect(outcome).toBe('ok');
        const written = server.events.filter((event) => event.entity === held.id);
        for (const event of written)
          for (const part of Object.keys(event.parts)) expect(targets).not.toContain(part.split('!')[0]);
        struck += written.filter((event) => Object.keys(event.erased).length > 0).length;
        expect(verifyChain(server.events, sha256)).toBeUndefined();
        expect(refolded(server)).toBe(contentOf(server.state.entities.values()));
        for (const device of world.devices) {
          device.pull();
          const reader = { circles: device.circles };
          expect(contentOf(device.confirmed.entities.values())).toBe(
            contentOf(snapshotOf(server.state, 's', reader).entities),
          );
        }
      }),
      runs(200),
    );
    expect(struck).toBeGreaterThan(runs(200).numRuns / 7);
  });

  it('KRN-54 shows a marker on an earlier day, with the other values, and no older text', () => {
    const server = peopled();
    addNote(server, 'ann', 'partners', { name: 'Spring', body: { lang: 'fr', text: 'ancien' } });
    const day = server.events.length;
    change(server, 'ann', noteOf(server), { body: { lang: 'fr', text: 'récent' } });
    erase(server, ['body']);
    const then = fold(sampleNouns, emptyState(), server.events.slice(0, day)).entities.get(NOTE);
    expect(then).toMatchObject({ slots: { name: { value: 'Spring' }, body: { erased: true } } });
    expect(textIn(then, 'body', 'fr')).toBeUndefined();
    expect(noteOf(server).slots['body']).toMatchObject({ erased: true });
  });

  it('KRN-56 an edit made before the erasure lands beside the marker', () => {
    const server = wordy();
    const seen = noteOf(server);
    erase(server, ['body']);
    change(server, 'bob', seen, { body: { lang: 'fr', text: 'écrit hors ligne' } });
    expect(noteOf(server).slots['body']).toMatchObject({ erased: true });
    expect(noteOf(server).slots['body']?.value).toBeUndefined();
    expect(JSON.stringify(noteOf(server).slots['body']?.beside)).toContain('écrit hors ligne');
    expect(refolded(server)).toBe(contentOf(server.state.entities.values()));
  });

  it('KRN-57 names slots of the record, and says when nothing is left, alternatives included', () => {
    const server = wordy();
    for (const targets of [[], ['nothing'], ['~exists'], ['__proto__'], [7], ['body', 'nothing']])
      expect(codeOf(server.send('ann', command(freshId(), 'note.erase', NOTE, { targets }, 'core')))).toBe(
        'Invalid',
      );
    const seen = noteOf(server);
    expect(erase(server, ['body'])).toBe('ok');
    expect(erase(server, ['body'])).toBe('AlreadyErased');
    change(server, 'bob', seen, { body: { lang: 'fr', text: CANARY } });
    expect(erase(server, ['body'])).toBe('ok');
    expect(everything(server)).not.toContain(CANARY);
  });
});

describe('erasing texts of a process', () => {
  const polled = (): SimulatedServer => {
    const server = peopled();
    server.send('ann', command(freshId(), 'poll.open', 'poll', {}));
    const take = (person: string, stance: string, reason?: string) =>
      server.send(person, command(freshId(), 'poll.take', 'poll', { stance, ...(reason ? { reason } : {}) }));
    take('eve', 'block', `Mr X ${CANARY}`);
    take('eve', 'agree', `fine ${CANARY}`);
    take('bob', 'block', 'the price');
    return server;
  };
  const strike = (server: SimulatedServer, targets: readonly string[]): string =>
    codeOf(server.send('ann', command(freshId(), 'poll.erase', 'poll', { targets })));
  const stances = (server: SimulatedServer) => {
    const held = server.state.entities.get('poll');
    return held?.kind === 'process' ? JSON.parse(JSON.stringify(held.state)).stances : {};
  };

  it('KRN-54 does not bring an older stance back with the text of the newer one', () => {
    const server = polled();
    expect(strike(server, ['reason'])).toBe('ok');
    expect(stances(server)).toMatchObject({
      eve: { stance: 'agree', reason: { erased: true } },
      bob: { stance: 'block', reason: { erased: true } },
    });
    expect(everything(server)).not.toContain(CANARY);
    expect(refolded(server)).toBe(contentOf(server.state.entities.values()));
  });

  it('KRN-52 KRN-58 strikes all of a name or one by its seq, and is the same folded before and after', () => {
    const server = polled();
    const device = new SimulatedDevice(server, 'bob');
    const { at } = stances(server).eve;
    expect(strike(server, [`reason:${at}`])).toBe('ok');
    device.pull();
    expect(isErased(stances(server).eve.reason)).toBe(true);
    expect(textOf(stances(server).eve.reason)).toBeUndefined();
    expect(textOf(stances(server).bob.reason)).toBe('the price');
    expect(refolded(server)).toBe(contentOf(server.state.entities.values()));
    expect(contentOf(device.confirmed.entities.values(), new Set(['partners']))).toBe(
      contentOf(new SimulatedDevice(server, 'bob').confirmed.entities.values(), new Set(['partners'])),
    );
    expect(verifyChain(server.events, sha256)).toBeUndefined();
  });

  it('KRN-59 takes names for targets and no text, since facts are never erased', () => {
    const server = polled();
    for (const targets of [
      ['Mr X, as he was called in the meeting'],
      [''],
      ['__proto__'],
      ['reason:text'],
      ['x'.repeat(200)],
      [],
      [7],
      Array.from({ length: 501 }, () => 'reason'),
    ])
      expect(codeOf(server.send('ann', command(freshId(), 'poll.erase', 'poll', { targets })))).toBe(
        'Invalid',
      );
    expect(codeOf(server.send('ann', command(freshId(), 'poll.erase', 'poll', {})))).toBe('Invalid');
    expect(
      codeOf(server.send('eve', command(freshId(), 'poll.erase', 'poll', { targets: ['reason'] }))),
    ).toBe('NotAllowed');
  });

  it('KRN-60 leaves a frozen copy as it was signed, and lists it', () => {
    const server = peopled();
    addNote(server, 'ann', 'partners', { name: 'Clause', body: { lang: 'fr', text: CANARY } });
    server.send(
      'ann',
      processCommand(
        { ...ticket(freshId()) },
        'pact.freeze',
        { entity: 'pact', circle: 'partners' },
        { notes: [NOTE] },
      ),
    );
    expect(erase(server, ['body'])).toBe('ok');
    const copy = server.state.entities.get('pact');
    if (copy?.kind !== 'process') throw new Error('no pact');
    expect(pact.copies(copy.state)).toEqual([NOTE]);
    expect(JSON.stringify(copy.state)).toContain(CANARY);
    expect(JSON.stringify(noteOf(server))).not.toContain(CANARY);
    expect(refolded(server)).toBe(contentOf(server.state.entities.values()));
  });
});
