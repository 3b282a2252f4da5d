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
  peopled,
  runs,
  SimulatedDevice,
  type SimulatedServer,
  sampleNouns,
  ticket,
  World,
  worldStep,
  worldSteps,
} from '../testing/index.ts';
import {
  changeRecord,
  decide,
  guess,
  type Json,
  type JsonObject,
  Layer,
  policyTable,
  RECORD_COMMANDS,
  type Stamp,
  snapshotOf,
} from './index.ts';

const withNote = (): SimulatedServer => {
  const server = peopled();
  addNote(server, 'ann', 'partners');
  return server;
};

describe('commands', () => {
  it('KRN-75 sent again get the same answer and do nothing more', () => {
    const server = withNote();
    const seen = noteOf(server);
    const move = command(freshId(), 'note.move', NOTE, { to: 'core' });
    const first = server.send('ann', move);
    const head = server.events.length;
    expect(first).toEqual({ from: head - 1, to: head });
    expect([server.send('ann', move), server.send('ann', move)]).toEqual([first, first]);
    expect(server.events).toHaveLength(head);

    // Accepted without an effect, then somebody writes: sent again it is no conflict.
    const nothing = changeRecord(ticket(freshId()), seen, {});
    const answer = server.send('bob', nothing);
    server.send('ann', changeRecord(ticket(freshId()), noteOf(server), { name: 'N' }));
    expect(server.send('bob', nothing)).toEqual(answer);
    expect(noteOf(server).slots['name']).toMatchObject({ value: 'N' });
    expect(noteOf(server).slots['name']?.beside).toBeUndefined();
  });

  it('KRN-75 a refused stance stays refused, also when it would be accepted now', () => {
    const server = peopled();
    const take = command(freshId(), 'poll.take', 'poll', { stance: 'agree' });
    expect(codeOf(server.send('eve', take))).toBe('NotFound');
    server.send('ann', command(freshId(), 'poll.open', 'poll', {}));
    expect(codeOf(server.send('eve', take))).toBe('NotFound');
    expect(codeOf(server.send('eve', { ...take, id: freshId() }))).toBe('ok');
  });

  it('KRN-76 with other content under the same id are refused', () => {
    const server = withNote();
    const asked = command(freshId(), 'note.change', NOTE, { slots: { mood: 'calm' } });
    expect(codeOf(server.send('ann', asked))).toBe('ok');
    for (const other of [
      { payload: { slots: { mood: 'tense' } } },
      { entity: 'other' },
      { circle: 'core' },
      { base: { mood: 3 } },
      { saidAt: '2021-01-01T00:00:00.000Z' },
    ])
      expect(codeOf(server.send('ann', { ...asked, ...other }))).toBe('IdReused');
    expect(codeOf(server.send('ann', { ...asked }))).toBe('ok');
    // The order of members is no content.
    const { id, ...rest } = asked;
    expect(codeOf(server.send('ann', { ...rest, id }))).toBe('ok');
  });

  it('KRN-77 that build on a refused one are refused as such, and are no conflict with oneself', () => {
    const server = withNote();
    const device = new SimulatedDevice(server, 'eve');
    const [bad, good, more] = [freshId(), freshId(), freshId()];
    device.issue(command(bad, 'note.change', NOTE, { slots: { name: '' } }, 'partners', { name: 4 }));
    device.issue(command(good, 'note.change', NOTE, { slots: { name: 'Two' } }, 'partners', { name: bad }));
    const of = { 'body@en': good };
    const slots = { 'body@en': { lang: 'en', text: 'x' } };
    device.issue(command(more, 'note.change', NOTE, { slots, of }));
    expect([...device.look().refusals].map(([id, refusal]) => [id, refusal.code])).toEqual([
      [bad, 'Invalid'],
      [good, 'DependsOnRefused'],
      [more, 'DependsOnRefused'],
    ]);
    device.push();
    expect(device.refused.map((asked) => asked.id)).toEqual([bad, good, more]);
    expect(noteOf(server).slots['name']).toEqual({ at: 4, value: 'Spring' });
    const unknown = command(freshId(), 'note.change', NOTE, { slots: { name: 'x' } }, 'partners', {
      name: 'never',
    });
    expect(codeOf(server.send('eve', unknown))).toBe('DependsOnRefused');
  });

  it('KRN-78 of no noun, or that the noun does not have, are refused', () => {
    const server = withNote();
    for (const type of [
      'cloud.add',
      'note.freeze',
      'poll.burn',
      'poll.toString',
      'poll.add',
      'note',
      '__proto__.add',
      'constructor.add',
      '.add',
    ])
      expect(codeOf(server.consider('ann', command('x', type, NOTE, {})))).toBe('UnknownCommand');
  });

  it('KRN-79 name all that is wrong at once, and nothing of what others wrote', () => {
    const server = withNote();
    const slots = { name: '', mood: 'furious', colour: 'red', 'languages#fr': 'yes', body: null };
    const answer = server.send('eve', command(freshId(), 'note.change', NOTE, { slots }));
    expect(answer).toEqual({
      ok: false,
      code: 'Invalid',
      detail: [
        { path: 'name', expected: 'notEmpty' },
        { path: 'mood', expected: 'oneOf' },
        { path: 'colour', expected: 'knownField' },
        { path: 'languages#fr', expected: 'yesOrNo' },
      ],
    });
    expect(JSON.stringify(answer)).not.toContain('Spring');
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`languages#l${n}`, true]));
    expect(server.send('eve', command(freshId(), 'note.change', NOTE, { slots: many }))).toMatchObject({
      code: 'Invalid',
      detail: [{ limit: 500 }],
    });
  });

  const json: fc.Arbitrary<Json> = fc
    .jsonValue({ maxDepth: 3 })
    .map((value) => JSON.parse(JSON.stringify(value)));
  const stampish = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Stamp>(0, 4, 5, 'c1') },
    { weight: 1, arbitrary: fc.constantFrom<Stamp>('never', 'a free text, never to be erased') },
  );
  const names = fc.constantFrom(
    'name',
    'body',
    'body@en',
    'mood',
    '~exists',
    'languages#fr',
    'constructor',
    'FREE',
  );
  const slots = fc.oneof(
    json,
    fc.dictionary(names, fc.oneof(json, fc.constant({ lang: 'en', text: 'x' }))),
    fc.constantFrom<Json>(
      { name: 'x' },
      { 'body@en': { lang: 'en', text: 'x' }, 'languages#fr': true },
      { '~exists': true, mood: null },
      { FREE: 'x' },
      {},
    ),
  );
  const stamps = fc.oneof(
    { weight: 1, arbitrary: json },
    { weight: 8, arbitrary: fc.dictionary(names, fc.constantFrom<Stamp>(0, 4, 'c1')) },
    { weight: 1, arbitrary: fc.dictionary(names, stampish) },
  );
  const payload: fc.Arbitrary<JsonObject> = fc
    .record(
      {
        slots,
        of: stamps,
        rev: stamps,
        settles: fc.oneof(json, fc.dictionary(names, fc.array(stampish))),
        undone: fc.constantFrom<Json>('c1', 'c1', 'c1', 'never', null, 4),
        to: fc.oneof(json, fc.constantFrom('core', 'public', 'partners', '__proto__')),
        targets: fc.oneof(json, fc.array(names)),
        rows: fc.oneof(json, fc.array(fc.record({ entity: fc.string(), slots }))),
        more: json,
      },
      { requiredKeys: ['slots'] },
    )
    .map((content) => JSON.parse(JSON.stringify(content)));
  const types = policyTable(sampleNouns).map((row) => row.command);
  it('KRN-80 whatever they hold are decided without throwing, and only declared slots get into facts', () => {
    const server = withNote();
    server.send('ann', command('c1', 'note.change', NOTE, { slots: { body: { lang: 'fr', text: 'y' } } }));
    server.send('ann', command(freshId(), 'poll.open', 'poll', {}));
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.constantFrom(...types),
          fc.constantFrom(...RECORD_COMMANDS).map((name) => `note.${name}`),
        ),
        fc.constantFrom(NOTE, NOTE, NOTE, 'poll', 'ann', 'fresh', '__proto__'),
        fc.constantFrom('public', 'partners', 'partners', 'core', '__proto__'),
        payload,
        fc.dictionary(names, stampish, { maxKeys: 2 }),
        (type, entity, circle, content, base) => {
          const outcome = server.consider('ann', command('probe', type, entity, content, circle, base));
          if (!outcome.ok) return;
          accepted += 1;
          if (type.startsWith('note.'))
            for (const event of outcome.events) {
              expect(JSON.stringify(event.facts)).not.toMatch(/FREE|free text/);
              expect(JSON.stringify(Object.keys(event.parts))).not.toMatch(/FREE|constructor/);
            }
        },
      ),
      runs(1200),
    );
    expect(accepted).toBeGreaterThan(runs(1200).numRuns / 60);
  });

  it('KRN-11 are decided alike whatever the device’s clock says', () => {
    const server = withNote();
    for (const type of ['note.change', 'note.move', 'member.leave', 'poll.open']) {
      const asked = command(
        'probe',
        type,
        type === 'member.leave' ? 'ann' : type === 'poll.open' ? 'p' : NOTE,
        {
          slots: { mood: 'calm' },
          to: 'public',
        },
      );
      expect(server.consider('ann', { ...asked, saidAt: '2099-01-01T00:00:00.000Z' })).toEqual(
        server.consider('ann', { ...asked, saidAt: '1999-01-01T00:00:00.000Z' }),
      );
    }
    server.send('ann', command(freshId(), 'poll.open', 'poll', {}));
    server.send('ann', command(freshId(), 'poll.close', 'poll', {}));
    const late = {
      ...command(freshId(), 'poll.take', 'poll', { stance: 'agree' }),
      saidAt: '2020-01-01T00:00:00.000Z',
    };
    expect(codeOf(server.send('eve', late))).toBe('Closed');
    const times = server.events.map((event) => event.at);
    expect([...times].sort()).toEqual(times);
  });
});

describe('guesses', () => {
  it('KRN-107 lie above the confirmed state and leave it untouched', () => {
    const server = withNote();
    const device = new SimulatedDevice(server, 'eve');
    const before = contentOf(device.confirmed.entities.values());
    const seen = device.confirmed.entities.get(NOTE);
    if (seen?.kind !== 'record') throw new Error('no note');
    device.issue(changeRecord(ticket('mine'), seen, { name: 'Mine' }));
    device.issue(command('other', 'note.move', NOTE, { to: 'public' }));
    const looked = device.look();
    expect(looked.entities.get(NOTE)).toMatchObject({
      circle: 'public',
      slots: { name: { at: 'mine', value: 'Mine' } },
    });
    expect([...looked.entities.touched()]).toEqual([NOTE]);
    expect(contentOf(device.confirmed.entities.values())).toBe(before);
    const layer = new Layer(device.confirmed.entities);
    layer.delete(NOTE);
    expect(layer.get(NOTE)).toBeUndefined();
    expect([...layer.values()].map((entity) => entity.id)).not.toContain(NOTE);
  });

  it('KRN-108 foresee refusals, and all when the person is no member any more', () => {
    const server = withNote();
    const device = new SimulatedDevice(server, 'eve');
    device.issue(command('open', 'poll.open', 'poll', {}));
    device.issue(command('take', 'poll.take', 'poll', { stance: 'block' }));
    expect(device.look().refusals.get('open')).toBeUndefined();
    expect(device.look().refusals.get('take')).toEqual({ ok: false, code: 'ReasonMissing' });
    const stranger = guess(sampleNouns, device.confirmed, {
      waiting: device.waiting,
      me: 'zoe',
      answers: new Map(),
    });
    expect([...stranger.refusals.values()].map((refusal) => refusal.code)).toEqual([
      'NotAllowed',
      'NotAllowed',
    ]);
  });

  it('KRN-82 an up-to-date device decides exactly as the server, named circles included', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(worldSteps, worldStep, (all, probe) => {
        const world = new World();
        for (const step of all) world.run(step);
        world.settle();
        const device = world.devices[probe.who];
        if (device === undefined || world.server.actor(device.person) === undefined) return;
        const asked = world.make(probe);
        if (asked === undefined) return;
        device.issue(asked);
        const refusal = device.look().refusals.get(asked.id);
        const outcome = world.server.consider(device.person, asked);
        expect(refusal ?? 'ok').toEqual(outcome.ok ? 'ok' : outcome);
        if (outcome.ok) accepted += 1;
        else refused += 1;
        device.push();
        device.pull();
        expect(contentOf(device.look().entities.values(), device.circles)).toBe(
          contentOf(snapshotOf(world.server.state, 's', { circles: device.circles }).entities),
        );
      }),
      runs(200),
    );
    expect(accepted).toBeGreaterThan(runs(200).numRuns / 10);
    expect(refused).toBeGreaterThan(runs(200).numRuns / 100);
  });
});

describe('import', () => {
  const rowsOf = (count: number, from = 0) =>
    Array.from({ length: count }, (_, n) => ({
      entity: `row${String(from + n).padStart(17, '0')}`,
      slots: { name: `Row ${from + n}`, mood: 'calm' },
    }));
  const send = (server: SimulatedServer, rows: Json, id = freshId()) =>
    server.send('ann', command(id, 'note.import', 'import', { rows }));

  it('KRN-109 of 500 rows is one append, and of 501 none', () => {
    const server = peopled();
    expect(send(server, rowsOf(500))).toEqual({ from: 4, to: 503 });
    expect(new Set(server.events.slice(3).map((event) => event.commandId)).size).toBe(1);
    expect(noteOf(server, 'row00000000000000499').slots['name']?.value).toBe('Row 499');
    expect(send(server, rowsOf(501, 500))).toMatchObject({ code: 'Invalid', detail: [{ limit: 500 }] });
    expect(send(server, 'rows')).toMatchObject({ code: 'Invalid' });
    expect(server.events).toHaveLength(503);
  });

  it('KRN-110 with bad rows is refused whole and lists each of them', () => {
    const server = peopled();
    const wrong: readonly JsonObject[] = [
      {},
      { slots: { name: '', mood: 'x' } },
      { entity: 'row00000000000000000' },
      { entity: 'short' },
      { slots: 'none' },
    ];
    const bad: Json = [...rowsOf(5).map((row, n) => ({ ...row, ...wrong[n] })), 'no row'];
    const answer = send(server, bad);
    expect(answer).toEqual({
      ok: false,
      code: 'Invalid',
      detail: [
        {
          row: 1,
          wrong: [
            { path: 'name', expected: 'notEmpty' },
            { path: 'mood', expected: 'oneOf' },
          ],
        },
        { row: 2, path: 'entity', expected: 'newId' },
        { row: 3, path: 'entity', expected: 'newId' },
        { row: 4, wrong: [{ path: 'slots', expected: 'slots', limit: 500 }] },
        { row: 5, path: 'entity', expected: 'newId' },
      ],
    });
    expect(server.events).toHaveLength(3);
  });

  it('KRN-111 goes on where it broke off: a chunk that is sent again repeats nothing', () => {
    const server = peopled();
    const first = send(server, rowsOf(3), 'import-1');
    expect(send(server, rowsOf(3), 'import-1')).toEqual(first);
    expect(codeOf(send(server, rowsOf(3, 3), 'import-2'))).toBe('ok');
    expect(server.events).toHaveLength(9);
    expect(codeOf(send(server, rowsOf(3)))).toBe('Invalid');
  });
});

describe('the table of commands', () => {
  it('KRN-84 has a row for every command of every noun, erasing included', () => {
    const rows = policyTable(sampleNouns);
    expect(new Set(rows.map((row) => row.command)).size).toBe(rows.length);
    for (const name of RECORD_COMMANDS) expect(rows.map((row) => row.command)).toContain(`note.${name}`);
    for (const name of ['poll.open', 'poll.erase', 'pact.erase', 'member.erase', 'circle.dismiss'])
      expect(rows.map((row) => row.command)).toContain(name);
    const server = withNote();
    const actor = server.actor('ann');
    if (actor === undefined) throw new Error('no actor');
    for (const { command: type } of rows) {
      const context = { now: server.now(), actor, answered: () => undefined };
      const outcome = decide(sampleNouns, command('p', type, 'absent', {}), server.state.entities, context);
      expect(outcome.ok ? 'ok' : outcome.code).not.toBe('UnknownCommand');
    }
  });
});
