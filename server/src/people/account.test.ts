import type { SessionAnswer } from '@tablee/domain/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { found, openPeopleBed, PASSWORD, type PeopleBed, read, setUp } from './fixture.ts';
import { SESSION } from './session.ts';

let bed: PeopleBed;
beforeEach(async () => {
  bed = await openPeopleBed();
});
afterEach(() => bed.dispose());

const session = async (browser: ReturnType<PeopleBed['browser']>): Promise<SessionAnswer> =>
  read<SessionAnswer>(await browser.get('/api/session'));

describe('the first account', () => {
  it('is made once through the set-up link and is the steward, who reads no partnership by that', async () => {
    const link = (await bed.people.setUpLink()) ?? '';
    const awa = await setUp(bed);
    expect((await session(awa)).account).toMatchObject({ name: 'Awa Ndiaye', steward: true });
    expect(await bed.people.setUpLink()).toBeUndefined();
    const again = await bed.browser().get(new URL(link).pathname);
    expect(again.status).toBe(409);
    expect(await read<readonly unknown[]>(await awa.get('/api/spaces'))).toEqual([]);
  });

  it('is refused to a guessed link, and through the API alike', async () => {
    await bed.people.setUpLink();
    const browser = bed.browser();
    expect((await browser.get('/set-up/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    const answer = await browser.json('POST', '/api/set-up', {
      token: 'guessed',
      name: 'Mallory',
      password: PASSWORD,
    });
    expect(answer.status).toBe(404);
    expect((await session(browser)).setUp).toBe(true);
  });

  it('keeps what was typed and says what is wrong with a password', async () => {
    const path = new URL((await bed.people.setUpLink()) ?? '').pathname;
    const answer = await bed
      .browser()
      .submit(path, { name: 'Awa', email: '', password: 'motdepasse2024', language: 'fr' });
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('value="Awa"');
    expect(page).toContain('parmi les premiers');
  });
});

describe('signing in by password', () => {
  it('works with the address, and with the name for somebody without address', async () => {
    await setUp(bed);
    const browser = bed.browser();
    const answer = await browser.json('POST', '/api/session/password', {
      email: 'AWA@vallee.test ',
      password: PASSWORD,
    });
    expect(answer.status).toBe(200);
    expect(await read(answer)).toMatchObject({ account: { name: 'Awa Ndiaye' }, setUp: false });
    const { account } = await read<SessionAnswer>(
      await browser.json('PATCH', '/api/account', { email: null }),
    );
    expect(account?.email).toBeUndefined();
    const byName = await bed
      .browser()
      .json('POST', '/api/session/password', { email: 'awa  ndiayé', password: PASSWORD });
    expect(byName.status).toBe(200);
  });

  it('answers alike for a wrong password and for an unknown address, and waits after ten', async () => {
    await setUp(bed);
    const browser = bed.browser();
    const wrong = await browser.json('POST', '/api/session/password', {
      email: 'awa@vallee.test',
      password: 'x',
    });
    const unknown = await browser.json('POST', '/api/session/password', {
      email: 'nobody@vallee.test',
      password: 'x',
    });
    const [a, b] = [
      await read<{ code: string; title: string }>(wrong),
      await read<{ code: string; title: string }>(unknown),
    ];
    expect([wrong.status, a.code, a.title]).toEqual([unknown.status, b.code, b.title]);
    for (let tries = 0; tries < 9; tries += 1)
      await browser.json('POST', '/api/session/password', { email: 'awa@vallee.test', password: 'x' });
    const barred = await browser.json('POST', '/api/session/password', {
      email: 'awa@vallee.test',
      password: PASSWORD,
    });
    expect(barred.status).toBe(429);
    expect(Number(barred.headers.get('retry-after'))).toBeGreaterThan(0);
    bed.clock.time += 900_000;
    const later = await browser.json('POST', '/api/session/password', {
      email: 'awa@vallee.test',
      password: PASSWORD,
    });
    expect(later.status).toBe(200);
  });
});

describe('sessions', () => {
  it('end 30 days after their last use, after 90 in all, and after 2 hours when they leave no trace', async () => {
    const awa = await setUp(bed);
    const short = bed.browser();
    await short.json('POST', '/api/session/password', {
      email: 'awa@vallee.test',
      password: PASSWORD,
      noTrace: true,
    });
    bed.clock.time += SESSION.noTrace + 1;
    expect((await session(short)).account).toBeUndefined();
    for (let days = 0; days < 85; days += 17) {
      expect((await session(awa)).account).toBeDefined();
      bed.clock.time += 17 * 86_400_000;
    }
    expect((await session(awa)).account).toBeDefined();
    bed.clock.time += 6 * 86_400_000;
    expect((await session(awa)).account).toBeUndefined();
  });

  it('are listed by device and end at once when they are revoked', async () => {
    const awa = await setUp(bed);
    const phone = bed.browser();
    await phone.json('POST', '/api/session/password', { email: 'awa@vallee.test', password: PASSWORD });
    const { sessions: list } = await read<{
      sessions: readonly { id: string; device: string; current: boolean }[];
    }>(await awa.get('/api/sessions'));
    expect(list.map(({ device, current }) => [device, current])).toContainEqual(['Firefox, Linux', true]);
    const other = list.find((each) => !each.current)?.id ?? '';
    const ended: string[] = [];
    bed.people.sessions.watch((id) => ended.push(id));
    expect((await awa.json('DELETE', `/api/sessions/${other}`)).status).toBe(204);
    expect(ended).toEqual([other]);
    expect((await session(phone)).account).toBeUndefined();
    expect((await awa.json('DELETE', `/api/sessions/${other}`)).status).toBe(404);
    await awa.json('DELETE', '/api/session');
    expect(awa.cookies.has('tablee')).toBe(false);
  });

  it('all end but the own one when the password changes, which asks for the current one', async () => {
    const awa = await setUp(bed);
    const phone = bed.browser();
    await phone.json('POST', '/api/session/password', { email: 'awa@vallee.test', password: PASSWORD });
    const next = 'une autre phrase bien longue';
    expect((await awa.json('PATCH', '/api/account', { password: next, current: 'wrong' })).status).toBe(401);
    expect((await awa.json('PATCH', '/api/account', { password: next, current: PASSWORD })).status).toBe(200);
    expect((await session(phone)).account).toBeUndefined();
    expect((await session(awa)).account).toBeDefined();
  });
});

describe('forms and changes from elsewhere', () => {
  it('are refused: another origin for the API, a missing or foreign form token for pages', async () => {
    const awa = await setUp(bed);
    const evil = bed.browser({ origin: 'https://evil.test' });
    for (const [name, value] of awa.cookies) evil.cookies.set(name, value);
    expect((await evil.json('DELETE', '/api/session')).status).toBe(403);
    const path = '/join';
    expect((await bed.browser().post(path, { step: 'code', code: 'PUITS-4821' })).status).toBe(403);
    const page = await (await bed.browser().get(path)).text();
    const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await bed.browser().post(path, { form, step: 'code', code: 'PUITS-4821' })).status).toBe(403);
    expect((await evil.submit(path, { step: 'code', code: 'PUITS-4821' })).status).toBe(403);
  });
});

it('puts no name, address, token or password into the log', async () => {
  const awa = await setUp(bed);
  const space = await found(awa);
  await awa.json('POST', `/api/spaces/${space}/invitations`, {
    name: 'Tendai Moyo',
    email: 'tendai@vallee.test',
    roles: ['core'],
    way: 'link',
  });
  await bed.browser().json('POST', '/api/session/email', { email: 'awa@vallee.test', way: 'link' });
  const log = bed.lines.join('');
  expect(bed.lines.length).toBeGreaterThan(4);
  for (const secret of ['Awa', 'Ndiaye', 'vallee.test', 'Tendai', PASSWORD, ...awa.cookies.values()])
    expect(log).not.toContain(secret);
  expect(log).toContain('/set-up/:token');
});
