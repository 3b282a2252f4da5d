import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionAnswer } from '@tablee/domain/protocol';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backUp } from '../backup/backup.ts';
import { parseConfig } from '../config.ts';
import { SILENT } from '../log.ts';
import { type Running, start } from '../start.ts';
import { PASSWORD, read } from './fixture.ts';
import { newId } from './secret.ts';

let folder: string;
let running: Running;

const begin = async (): Promise<Running> => {
  const parsed = parseConfig({ PORT: '0', TABLEE_DATA: folder });
  if (!parsed.ok) throw new Error(parsed.lines.join('\n'));
  return start(parsed.config, SILENT);
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tablee-start-'));
  running = await begin();
});
afterEach(async () => {
  await running.stop();
  rmSync(folder, { recursive: true });
});

/** Signs the first person in over a real connection; answers the cookie. */
const enter = async (): Promise<string> => {
  const token = (running.setUpLink ?? '').split('/').at(-1);
  const answer = await fetch(`${running.address}/api/set-up`, {
    method: 'POST',
    headers: { origin: running.address, 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      name: 'Awa Ndiaye',
      email: 'awa@vallee.test',
      password: PASSWORD,
      language: 'fr',
    }),
  });
  expect(answer.status).toBe(200);
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^tablee=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
  return cookie.split(';')[0] ?? '';
};

const sessionOf = async (cookie: string): Promise<SessionAnswer> =>
  read<SessionAnswer>(await fetch(`${running.address}/api/session`, { headers: { cookie } }));

it('signs in over a real connection, and a session outlives a restart', async () => {
  const cookie = await enter();
  expect((await sessionOf(cookie)).account).toMatchObject({ name: 'Awa Ndiaye', steward: true });
  await running.stop();
  running = await begin();
  expect(running.setUpLink).toBeUndefined();
  expect((await sessionOf(cookie)).account?.name).toBe('Awa Ndiaye');
});

it('tells the steward the version and as of when the last backup is', async () => {
  const headers = { cookie: await enter() };
  const state = async (): Promise<unknown> =>
    read(await fetch(`${running.address}/api/installation`, { headers }));
  expect(await state()).not.toHaveProperty('backup');
  await backUp(folder, join(folder, 'backup'), '2026-03-01T10:00:00.000Z');
  expect(await state()).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    backup: '2026-03-01T10:00:00.000Z',
    accounts: 1,
  });
});

it('keeps accounts and key in files that only the operator reads', async () => {
  await enter();
  for (const file of ['people.db', 'people.key']) expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
});

it('ends an open feed as soon as its session ends', async () => {
  const cookie = await enter();
  const space = newId();
  const headers = { cookie, origin: running.address, 'content-type': 'application/json' };
  const asked = {
    space,
    title: 'L’eau',
    problem: 'Les puits se vident.',
    language: 'fr',
    languages: ['fr'],
    zone: 'Africa/Dakar',
  };
  const founded = await fetch(`${running.address}/api/spaces`, {
    method: 'POST',
    headers,
    body: JSON.stringify(asked),
  });
  expect(founded.status).toBe(201);
  const feed = await fetch(`${running.address}/api/spaces/${space}/feed`, { headers: { cookie } });
  expect(feed.status).toBe(200);
  const ended = (async () => {
    for await (const _chunk of feed.body ?? []) continue;
    return true;
  })();
  expect((await fetch(`${running.address}/api/session`, { method: 'DELETE', headers })).status).toBe(204);
  expect(await ended).toBe(true);
  expect((await fetch(`${running.address}/api/spaces/${space}/feed`, { headers: { cookie } })).status).toBe(
    401,
  );
});
