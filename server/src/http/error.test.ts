import type { Problem } from '@tablee/domain/protocol';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { answerOf, type Bed, commandIn, foundSpace, openBed } from './fixture.ts';
import { PROBLEMS } from './problem.ts';

let bed: Bed;
let space = '';
const lines: string[] = [];
beforeAll(async () => {
  bed = await openBed({
    log: createLog(
      'debug',
      (line) => lines.push(line),
      () => 'now',
    ),
  });
  space = await foundSpace(bed, 'ann');
});
afterAll(() => bed.dispose());

const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  bed.ask('ann', path, { method: 'POST', body, headers });
const commands = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  post(`/api/spaces/${space}/commands`, body, headers);
const problemOf = (response: Response): Promise<Problem> => answerOf<Problem>(response);
const good = () =>
  commandIn(bed, space, { type: 'actor.add', entity: bed.runtime.id(), payload: { slots: { name: 'x' } } });

describe('errors', () => {
  it('ERR-1 gives each wrong request its own stable code, nothing half done', async () => {
    const headBefore = (await bed.spaces.open(space))?.state.seq;
    const wrong: [Promise<Response>, number, string][] = [
      [commands('{"commands": [', {}), 400, 'MalformedJson'],
      [commands('[]'), 400, 'InvalidRequest'],
      [commands(JSON.stringify({ commands: [] })), 400, 'InvalidRequest'],
      [commands(JSON.stringify({ commands: [good(), { id: 1 }] })), 400, 'InvalidCommand'],
      [commands(JSON.stringify({ commands: [{ ...good(), saidAt: 'yesterday' }] })), 400, 'InvalidCommand'],
      [
        commands(
          `{"commands":[{"id":"a","space":"b","type":"actor.add","entity":"c","circle":"d","saidAt":"2026-03-01T10:00:00Z","base":{},"payload":{"__proto__":1}}]}`,
        ),
        400,
        'InvalidCommand',
      ],
      [commands(JSON.stringify({ commands: Array.from({ length: 101 }, good) })), 400, 'TooManyCommands'],
      [commands('x'.repeat(1_000_001)), 413, 'TooLarge'],
      [commands('{}', { origin: 'https://elsewhere.example' }), 403, 'WrongOrigin'],
      [commands('{}', { 'tablee-protocol': '99' }), 426, 'UpdateNeeded'],
      [bed.ask(undefined, `/api/spaces/${space}/snapshot`), 401, 'SignInNeeded'],
      [bed.ask('ann', '/api/nowhere'), 404, 'NotFound'],
      [post('/api/spaces', JSON.stringify({ space: 'X', title: '' })), 400, 'InvalidRequest'],
    ];
    for (const [asked, status, code] of wrong) {
      const response = await asked;
      const said = await problemOf(response);
      expect([response.status, said.code]).toEqual([status, code]);
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(said.correlationId).toMatch(/^[a-z2-7]{20}$/);
    }
    expect((await bed.spaces.open(space))?.state.seq).toBe(headBefore);
  });

  it('ERR-2 answers unknown command, wrong circle and wrong space per command, and decides the rest of the batch', async () => {
    const batch = [
      { ...good(), type: 'unicorn.add' },
      { ...good(), circle: 'aaaaaaaaaaaaaaaaaaaa' },
      { ...good(), space: 'aaaaaaaaaaaaaaaaaaaa' },
      { ...good(), type: 'actor.fly' },
      good(),
    ];
    const response = await commands(JSON.stringify({ commands: batch }));
    const { outcomes } = await answerOf<{ outcomes: { code?: string }[] }>(response);
    expect(outcomes.map(({ code }) => code)).toEqual([
      'UnknownCommand',
      'NotFound',
      'WrongSpace',
      'UnknownCommand',
      undefined,
    ]);
  });

  it('ERR-3 speaks the language of the reader', async () => {
    const asked = (language: string): Promise<Response> =>
      bed.ask(undefined, '/api/spaces', { headers: { 'accept-language': language } });
    expect((await problemOf(await asked('fr-CA,fr;q=0.9,en;q=0.1'))).title).toBe(
      PROBLEMS.SignInNeeded.words.fr,
    );
    expect((await problemOf(await asked('en-GB, fr;q=0.2'))).title).toBe(PROBLEMS.SignInNeeded.words.en);
    expect((await problemOf(await asked('sw'))).title).toBe(PROBLEMS.SignInNeeded.words.en);
    expect((await problemOf(await bed.ask('ann', '/api/nowhere'))).title).toBe(PROBLEMS.NotFound.words.fr);
  });

  it('ERR-4 slows down who asks too often, by account and by address, and says when to come back', async () => {
    const few = { perMinute: 3 };
    const many = { perMinute: 1_000 };
    const slow = await openBed({ rates: { change: few, read: few, address: { perMinute: 8 } } });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) statuses.push((await slow.ask('ann', '/api/spaces')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await slow.ask('ann', '/api/spaces');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await problemOf(refused)).retryable).toBe(true);
    expect((await slow.ask('bob', '/api/spaces')).status).toBe(200);
    expect((await slow.ask(undefined, '/api/spaces')).status).toBe(401);
    expect((await slow.ask(undefined, '/api/spaces')).status).toBe(429);
    slow.runtime.time += 60_000;
    expect((await slow.ask('ann', '/api/spaces')).status).toBe(200);
    expect(many.perMinute).toBe(1_000);
    await slow.dispose();
  });

  it('ERR-5 says 503 with Retry-After when more waits than may wait', async () => {
    const small = await openBed({ bounds: { bytes: 1_000_000, waiting: 3, together: 2, keepEvery: 100 } });
    const own = await foundSpace(small, 'ann');
    const add = () =>
      commandIn(small, own, {
        type: 'actor.add',
        entity: small.runtime.id(),
        payload: { slots: { name: 'x' } },
      });
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        small.send('ann', 'POST', `/api/spaces/${own}/commands`, { commands: [add()] }),
      ),
    );
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 503 || status === 200)).toBe(true);
    expect(busy[0]?.headers.get('retry-after')).toBe('5');
    await small.dispose();
  });

  it('ERR-6 sends security headers with every answer, errors included, and allows no inline script', async () => {
    for (const response of [
      await bed.ask('ann', '/api/spaces'),
      await bed.ask('ann', '/nowhere'),
      await bed.ask(undefined, '/healthz'),
    ]) {
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/script-src 'self'(;|$)/);
      expect(policy).not.toMatch(/unsafe/);
      expect(policy).toMatch(/frame-ancestors 'none'/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('ERR-7 writes neither address, query, payload nor name into the log', async () => {
    lines.length = 0;
    await bed.ask('ann', `/api/spaces/${space}/search?q=Zyxwvut`);
    await commands(JSON.stringify({ commands: [{ ...good(), payload: { slots: { name: 'Zyxwvut' } } }] }));
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toMatch(new RegExp(`Zyxwvut|${space}|ann`));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      event: 'request',
      route: '/api/spaces/:space/search',
      status: 200,
      method: 'GET',
    });
  });

  it('ERR-8 answers no garbage with a 500, whatever the body or the command', async () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    const command = fc.record(
      {
        id: fc.oneof(fc.stringMatching(/^[a-z0-9]{20}$/), json),
        space: fc.oneof(fc.constant(space), json),
        type: fc.oneof(
          fc.constantFrom(
            'actor.add',
            'actor.change',
            'member.join',
            'circle.open',
            'wording.propose',
            'actor.erase',
            'actor.move',
            'actor.import',
            'actor.protect',
            'journey.enter',
          ),
          json,
        ),
        entity: fc.oneof(fc.constantFrom(space, 'ann-person'), fc.stringMatching(/^[a-z0-9]{20}$/), json),
        circle: fc.oneof(fc.constantFrom('partners', 'core', 'public'), json),
        payload: fc.oneof(
          fc.record(
            { slots: json, rows: json, targets: json, to: json, of: json, settles: json },
            { requiredKeys: [] },
          ),
          json,
        ),
        base: fc.oneof(fc.constant({}), json),
        saidAt: fc.oneof(fc.constant('2026-03-01T10:00:00.000Z'), json),
      },
      { requiredKeys: ['id', 'space', 'type'] },
    );
    const body = fc.oneof(
      fc.string({ maxLength: 300, size: 'max' }),
      json.map((value) => JSON.stringify(value)),
      fc.array(command, { maxLength: 4 }).map((all) => JSON.stringify({ commands: all })),
    );
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.constantFrom('/api/spaces', `/api/spaces/${space}/commands`),
        async (text, path) => {
          const { status } = await post(path, text);
          expect([200, 201, 400, 409]).toContain(status);
        },
      ),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 200) },
    );
    const deep = `{"commands":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    expect((await commands(deep)).status).toBe(400);
    const { state } = (await bed.spaces.open(space)) ?? {};
    expect(state?.stopped).toBeUndefined();
  });
});
