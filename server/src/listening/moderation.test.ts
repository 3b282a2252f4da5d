import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isObject } from '@tablee/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE_OPERATIONS } from '../people/operations.ts';
import { newId } from '../people/secret.ts';
import { canariesFor, heardIn } from '../testing/canary.ts';
import { type Guest, type ListeningBed, openListeningBed, until } from './fixture.ts';
import { LISTENING_OPERATIONS } from './operations.ts';

let bed: ListeningBed;
let door = '';
const ROUND = 'bcdefghijklmnopqrstu';
const canaries = canariesFor(['proposal', 'name', 'third', 'voice']);
const wordOf = (circle: string): string => canaries.find((held) => held.circle === circle)?.word ?? '';
const at = (part: string): string => `/api/spaces/${bed.space}/rounds/${ROUND}/${part}`;
const text = async (response: Promise<Response> | Response): Promise<string> => (await response).text();
const begin = (guest: Guest, fields: { readonly [name: string]: string } = {}): Promise<Response> =>
  guest.form(door, { do: 'start', naming: 'anonymous', sector: 'civilSociety', lang: 'fr', ...fields });
const said = (guest: Guest, s: string, stance: string): Promise<Response> =>
  guest.form(door, { do: 'answer', s, stance, lang: 'fr' });
const rows = (sql: string): readonly unknown[] => {
  const db = new DatabaseSync(join(bed.folder, 'listening.sqlite'), { readOnly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
};
const list = async (part: string, name: string): Promise<readonly { readonly [key: string]: unknown }[]> => {
  const body: unknown = await (await bed.awa.json('GET', at(part))).json();
  const found = isObject(body) ? body[name] : undefined;
  return Array.isArray(found) ? found.filter(isObject) : [];
};
/** An MP3 of constant rate: one frame header at 64 kbit/s, then silence. */
const mp3 = (seconds: number): Blob => {
  const bytes = new Uint8Array(seconds * 8_000);
  bytes.set([0xff, 0xfb, 0x50, 0x00]);
  return new Blob([bytes]);
};

beforeAll(async () => {
  bed = await openListeningBed();
  const words = { title: 'L’eau', intro: 'Que faire ?', promise: 'Réponse en mai.' };
  await bed.act(ROUND, 'plan', {
    texts: { fr: words },
    expected: 60,
    naming: ['anonymous', 'named', 'third'],
    confidant: newId(),
    sectors: ['civilSociety', 'private'],
    closes: { instant: '2026-04-01T18:00:00Z', zone: 'Africa/Dakar' },
    answerBy: '2026-05-01',
    statements: ['tap', 'levy'].map((id) => ({ id, texts: { fr: `Phrase ${id}` } })),
  });
  await bed.act(ROUND, 'open');
  const made = await text(bed.awa.json('POST', at('doors'), { kind: 'public' }));
  if (!made.includes('<svg')) throw new Error('no code to scan');
  door = /\/l\/[\w-]+/.exec(made)?.[0] ?? '';
});
afterAll(() => bed.stop());

describe('moderating a listening round', () => {
  it('LSR-12 describes every address, and shows a round to its moderators alone', async () => {
    const document = await text(bed.awa.json('GET', '/api/openapi.json'));
    for (const { path } of LISTENING_OPERATIONS) expect(document).toContain(`"${path}"`);
    expect(LISTENING_OPERATIONS.length + PEOPLE_OPERATIONS.length).toBeGreaterThan(20);
    const stranger = bed.guest('203.0.113.9');
    const ofRounds = LISTENING_OPERATIONS.filter(({ path }) => path.includes('{round}'));
    expect(ofRounds.length).toBeGreaterThan(5);
    for (const { method, path } of ofRounds) {
      const own = path
        .replace('{space}', bed.space)
        .replace('{round}', ROUND)
        .replace(/\{\w+\}/, newId());
      const answer = await stranger.json(method.toUpperCase(), own, method === 'post' ? {} : undefined);
      expect([path, answer.status]).toEqual([path, 401]);
      const absent = own.replace(ROUND, newId());
      expect(
        (await bed.awa.json(method.toUpperCase(), absent, method === 'post' ? {} : undefined)).status,
      ).toBe(404);
    }
  });

  it('LSR-6 keeps what was proposed unseen until it is accepted, and forgets what is not', async () => {
    const guest = bed.guest('203.0.113.1');
    await begin(guest);
    for (const [place, words] of [wordOf('proposal'), 'Un puits par rue', 'Un puits par rue, oui'].entries())
      await guest.form(door, {
        do: 'propose',
        text: words,
        lang: 'fr',
        once: `once${'a'.repeat(15)}${'bcd'[place]}`,
      });
    await guest.form(door, { do: 'propose', text: 'deux fois', lang: 'fr', once: `once${'a'.repeat(15)}b` });
    const waiting = await list('proposals', 'proposals');
    expect(waiting.map(({ text: words }) => words).sort()).toEqual(
      [wordOf('proposal'), 'Un puits par rue', 'Un puits par rue, oui'].sort(),
    );
    expect(waiting.every(({ naming, name }) => naming === 'anonymous' && name === undefined)).toBe(true);
    const idOf = (words: string): string => String(waiting.find((held) => held['text'] === words)?.['id']);
    const seen = async (): Promise<string> =>
      `${await text(guest.get(`${door}?s=${idOf('Un puits par rue')}`))}${await text(bed.guest('1').get(door))}`;
    expect(await seen()).not.toContain('puits par rue');
    await bed.act(ROUND, 'moderate', {
      of: 'statement',
      id: idOf('Un puits par rue'),
      decision: 'accept',
      lang: 'fr',
      text: 'Un puits par rue',
    });
    await bed.act(ROUND, 'moderate', {
      of: 'statement',
      id: idOf('Un puits par rue, oui'),
      decision: 'merge',
      into: idOf('Un puits par rue'),
    });
    expect(await seen()).toContain('Un puits par rue');
    await until(() => rows('select * from proposal').length === 1);
    expect((await list('proposals', 'proposals')).map(({ text: words }) => words)).toEqual([
      wordOf('proposal'),
    ]);
  });

  it('LSR-8 shows a name to moderators, and one told to a third person to that person alone', async () => {
    for (const [ip, naming] of [
      ['203.0.113.2', 'named'],
      ['203.0.113.3', 'third'],
    ] as const) {
      const guest = bed.guest(ip);
      await begin(guest, { naming, name: wordOf(naming === 'named' ? 'name' : 'third') });
      await guest.form(door, { do: 'propose', text: `De ${naming}`, lang: 'fr' });
    }
    const waiting = await list('proposals', 'proposals');
    expect(waiting.find((held) => held['text'] === 'De named')?.['name']).toBe(wordOf('name'));
    expect(waiting.find((held) => held['text'] === 'De third')?.['name']).toBeUndefined();
  });

  it('LSR-7 takes a sound by its content and length, lets moderators hear it and deletes it when it is withheld', async () => {
    const guest = bed.guest('203.0.113.4');
    await begin(guest);
    const send = (sound: Blob): Promise<Response> => guest.upload(`${door}/voice`, { sound, lang: 'fr' });
    expect((await send(new Blob(['%PDF-1.7 not a sound']))).status).toBe(415);
    const long = await send(mp3(303));
    expect([long.status, await long.text()]).toEqual([413, expect.stringContaining('cinq minutes')]);
    expect(await text(send(mp3(30)))).toContain('Votre message est arrivé');
    expect(await text(send(mp3(40)))).toContain('Votre message est arrivé');
    const voices = await list('voices', 'voices');
    expect(voices.map(({ seconds, type, summarised }) => [seconds, type, summarised]).sort()).toEqual([
      [30, 'audio/mpeg', false],
      [40, 'audio/mpeg', false],
    ]);
    const [kept, withheld] = voices.map(({ id }) => String(id));
    const sound = await bed.awa.json('GET', at(`voices/${kept}`));
    expect([
      sound.status,
      sound.headers.get('content-type'),
      (await sound.arrayBuffer()).byteLength > 200_000,
    ]).toEqual([200, 'audio/mpeg', true]);
    await bed.act(ROUND, 'summarise', { voice: kept ?? '', lang: 'fr', text: 'Une voix parle du puits.' });
    await bed.act(ROUND, 'moderate', {
      of: 'voice',
      id: withheld ?? '',
      decision: 'withhold',
      reason: 'accusation',
    });
    await until(() => rows('select id from sound').length === 1);
    await until(
      () => JSON.stringify(rows('select keep_until from voice')) === '[{"keep_until":"2027-03-01"}]',
    );
    expect((await list('voices', 'voices')).map(({ id, summarised }) => [id, summarised])).toEqual([
      [kept, true],
    ]);
  });

  it('LSR-9 counts a sheet and a show of hands once, also when two people enter it at the same moment', async () => {
    const sheet = {
      code: 'F-001',
      sector: 'private',
      answers: { tap: 'agree', levy: 'disagree' },
      statements: ['Sur papier'],
    };
    const both = await Promise.all([
      bed.awa.json('POST', at('sheets'), sheet),
      bed.awa.json('POST', at('sheets'), sheet),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await bed.awa.json('POST', at('sheets'), sheet)).status).toBe(409);
    expect(rows("select count(*) as n from answer where statement = 'levy'")).toEqual([{ n: 1 }]);
    // Typed in another way it is the same sheet.
    const typed = { code: 'ABCDE-1234', answers: { tap: 'agree' } };
    expect((await bed.awa.json('POST', at('sheets'), typed)).status).toBe(201);
    expect((await bed.awa.json('POST', at('sheets'), { ...typed, code: 'abcde 1234' })).status).toBe(409);
    const print = await bed.awa.json('GET', at('paper.pdf?lang=en&count=3'));
    expect([print.status, print.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await print.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await bed.guest('203.0.113.9').json('GET', at('paper.pdf'))).status).toBe(401);
    const hands = { code: 'F-002', sector: 'private', counts: { tap: { agree: 7, disagree: 0, pass: 1 } } };
    expect((await bed.awa.json('POST', at('hands'), hands)).status).toBe(201);
    expect((await bed.awa.json('POST', at('hands'), hands)).status).toBe(409);
    expect(
      (
        await bed.awa.json('POST', at('hands'), {
          ...hands,
          code: 'F-003',
          counts: { nothing: hands.counts.tap },
        })
      ).status,
    ).toBe(400);
    expect(
      (await bed.awa.json('POST', at('sheets'), { ...sheet, code: 'F-004', sector: 'science' })).status,
    ).toBe(400);
    expect((await list('proposals', 'proposals')).some((held) => held['text'] === 'Sur papier')).toBe(true);
  });

  it('LSR-11 holds back one person and one address, and lets others through', async () => {
    const eager = bed.guest('203.0.113.5');
    await begin(eager);
    const presses = await Promise.all(Array.from({ length: 310 }, () => said(eager, 'tap', 'pass')));
    expect(new Set(presses.map(({ status }) => status))).toEqual(new Set([200, 429]));
    const held = await said(eager, 'tap', 'agree');
    expect([held.status, Number(held.headers.get('retry-after')) > 0, await held.text()]).toEqual([
      429,
      true,
      expect.stringContaining('rien n’est perdu'),
    ]);
    const neighbour = bed.guest('203.0.113.5');
    await begin(neighbour);
    expect((await said(neighbour, 'tap', 'agree')).status).toBe(200);
    const crowd = Array.from({ length: 40 }, (_, place) => bed.guest(`203.0.113.${20 + place}`));
    const statuses = await Promise.all(crowd.map(async (guest) => (await begin(guest)).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('LSR-10 publishes once after the close, shows it at the same address and forgets who answered what', async () => {
    for (let place = 0; place < 16; place += 1) {
      const guest = bed.guest(`203.0.114.${place}`);
      await begin(guest, { sector: place < 8 ? 'civilSociety' : 'private' });
      await said(guest, 'tap', place % 8 < 2 ? 'disagree' : 'agree');
      await said(guest, 'levy', place < 8 === place % 8 < 6 ? 'agree' : 'disagree');
    }
    const progress = await text(bed.awa.json('GET', at('progress')));
    expect(progress).toMatch(/"people":(19|20)/);
    expect(progress).not.toMatch(/agree|tap/);
    await bed.act(ROUND, 'close');
    await until(() => rows('select * from listener').length === 0);
    expect(
      rows('select * from answer union all select space, round, code, statement, agree from hand'),
    ).toEqual([]);
    const page = await text(bed.guest('203.0.114.1').get(door));
    for (const words of [
      'Ce qui rassemble',
      'Phrase tap',
      'Une voix parle du puits.',
      'Ce qui en a été fait',
      'Association, habitants',
    ])
      expect(page).toContain(words);
    expect(page.indexOf('Ce qui rassemble')).toBeLessThan(page.indexOf('Toutes les affirmations'));
    const history = await text(
      bed.awa.json('GET', `/api/spaces/${bed.space}/history?entity=${ROUND}&limit=500`),
    );
    expect(history.match(/"type":"round\.published"/g)).toHaveLength(1);
    expect(
      (await bed.awa.json('POST', at('sheets'), { code: 'F-9', answers: { tap: 'agree' } })).status,
    ).toBe(409);
    expect((await bed.guest('203.0.114.2').get(`${door}/voice`)).status).toBe(303);
  });

  it('LSR-6 lets no word of a proposal, a name or a voice out of any page, snapshot, export, search or log', async () => {
    const outputs = [bed.lines.join('')];
    for (const part of [
      'snapshot',
      'history',
      'people',
      'export',
      ...canaries.map(({ word }) => `search?q=${word}`),
    ])
      outputs.push(await text(bed.awa.json('GET', `/api/spaces/${bed.space}/${part}`)));
    outputs.push(
      await text(bed.guest('1').get(door)),
      await text(bed.guest('1').get(`/public/${bed.space}`)),
    );
    outputs.push(
      await text(bed.awa.json('GET', at('progress'))),
      await text(bed.awa.json('GET', at('voices'))),
    );
    expect(outputs.map((output) => heardIn(output, canaries))).toEqual(outputs.map(() => []));
    expect(heardIn(await text(bed.awa.json('GET', at('proposals'))), canaries)).toContain('proposal');
  });
});
