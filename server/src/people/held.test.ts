import type { People, SnapshotAnswer } from '@tablee/domain/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, found, openPeopleBed, PASSWORD, type PeopleBed, read, setUp } from './fixture.ts';

let bed: PeopleBed;
let awa: Browser;
let space: string;
beforeEach(async () => {
  bed = await openPeopleBed();
  awa = await setUp(bed);
  space = await found(awa);
});
afterEach(() => bed.dispose());

const snapshot = (browser: Browser): Promise<Response> => browser.get(`/api/spaces/${space}/snapshot`);
const answerOf = async (browser: Browser): Promise<SnapshotAnswer> =>
  read<SnapshotAnswer>(await snapshot(browser));
const cardsOf = async (browser: Browser): Promise<People['cards']> => (await answerOf(browser)).people.cards;
const statusOf = async (browser: Browser): Promise<readonly number[]> => [
  (await snapshot(browser)).status,
  (await browser.get('/api/spaces')).status,
];

const member = async (name: string): Promise<{ readonly browser: Browser; readonly person: string }> => {
  const asked = { name, roles: ['leader'], way: 'link' };
  const answer = await awa.json('POST', `/api/spaces/${space}/invitations`, asked);
  const made = await read<{ url: string; person: string }>(answer);
  const browser = bed.browser();
  const email = `${name.toLowerCase()}@vallee.test`;
  const form = { name, email, password: PASSWORD, language: 'fr', step: 'join' };
  await browser.submit(new URL(made.url).pathname, form);
  return { browser, person: made.person };
};

describe('what is held in memory', () => {
  it('lets a revoked session in no further, on no route, and keeps the other device', async () => {
    const { browser } = await member('Tendai');
    const phone = bed.browser();
    await phone.json('POST', '/api/session/password', { email: 'tendai@vallee.test', password: PASSWORD });
    expect([await statusOf(browser), await statusOf(phone)]).toEqual([
      [200, 200],
      [200, 200],
    ]);
    const { account, session } = (await callerOf(browser)) ?? {};
    expect(await bed.people.sessions.end(account?.id ?? '', session?.id ?? '')).toBe(true);
    expect([await statusOf(browser), await statusOf(phone)]).toEqual([
      [401, 401],
      [200, 200],
    ]);
    await bed.people.sessions.endAll(account?.id ?? '');
    expect(await statusOf(phone)).toEqual([401, 401]);
  });

  it('lets no session live beyond its time, however often it is asked', async () => {
    expect(await statusOf(awa)).toEqual([200, 200]);
    bed.clock.time += 31 * 86_400_000;
    expect(await statusOf(awa)).toEqual([401, 401]);
  });

  it('shows a changed card to all who held the old one, and not what the person withdrew', async () => {
    const { browser, person } = await member('Tendai');
    expect(await cardsOf(awa)).toContainEqual(expect.objectContaining({ id: person, name: 'Tendai' }));
    await browser.json('PATCH', `/api/spaces/${space}/people/${person}`, { name: 'Tendai Moyo' });
    expect(await cardsOf(awa)).toContainEqual(expect.objectContaining({ id: person, name: 'Tendai Moyo' }));
    await browser.json('POST', `/api/spaces/${space}/people/${person}/protect`, {});
    expect(await cardsOf(awa)).toContainEqual({ id: person, gone: 'withdrawn' });
    await browser.json('DELETE', `/api/spaces/${space}/people/${person}`);
    expect(await cardsOf(awa)).toContainEqual({ id: person, gone: 'erased' });
    // Whose card is erased is nobody here any more.
    expect((await snapshot(browser)).status).toBe(404);
    expect(await read(await browser.get('/api/spaces'))).toEqual([]);
  });

  it('gives the account as it is now', async () => {
    const before = await callerOf(awa);
    await bed.people.store.accounts.change(before?.account.id ?? '', { name: 'Awa Sow', language: 'en' });
    expect((await callerOf(awa))?.account).toMatchObject({ name: 'Awa Sow', language: 'en' });
  });
});

const callerOf = (browser: Browser) => {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return bed.people.caller(new Request('http://tablee.test/', { headers: { cookie } }));
};
