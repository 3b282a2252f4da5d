import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailServer, plain } from '../testing/mail-server.ts';
import { type Browser, found, openPeopleBed, type PeopleBed, read, setUp } from './fixture.ts';

let bed: PeopleBed;
let server: Awaited<ReturnType<typeof mailServer>>;
let awa: Browser;
let space: string;
beforeEach(async () => {
  server = await mailServer();
  bed = await openPeopleBed({ smtp: server.url });
  awa = await setUp(bed);
  space = await found(awa);
});
afterEach(async () => {
  await bed.dispose();
  await server.close();
});

const invite = async (): Promise<string> => {
  const body = {
    name: 'Tendai Moyo',
    email: 'Tendai@vallee.test',
    roles: ['leader'],
    way: 'email',
    language: 'en',
  };
  const made = await read<{ mailed: boolean }>(
    await awa.json('POST', `/api/spaces/${space}/invitations`, body),
  );
  expect(made.mailed).toBe(true);
  await server.next(1);
  return /\/join\/[\w-]+/.exec(plain(server.mails[0] ?? ''))?.[0] ?? '';
};

/** The mark "sent" is written just after the mail server's answer. */
const untilMailed = async (): Promise<void> => {
  for (let looks = 0; looks < 100; looks += 1) {
    if ((await bed.people.store.invitations.of(space))[0]?.mailed) return;
    await new Promise((go) => setTimeout(go, 10));
  }
};

describe('an invitation by e-mail', () => {
  it('goes to the guest in their language and names the partnership, not a person, in its subject', async () => {
    await invite();
    const mail = server.mails[0] ?? '';
    expect(plain(mail)).toContain('Awa Ndiaye invites you into “L’eau de la vallée”');
    const subject = /^Subject: ([\s\S]*?)\r\n(?=\S)/m.exec(mail)?.[1] ?? '';
    expect(subject).not.toContain('Awa');
    expect(subject).not.toContain('Tendai');
    expect(mail).toMatch(/^To: tendai@vallee\.test/m);
  });

  it('proves the address, so that no password is needed', async () => {
    const path = await invite();
    await untilMailed();
    const guest = bed.browser();
    const fields = {
      step: 'join',
      name: 'Tendai Moyo',
      email: 'tendai@vallee.test',
      password: '',
      language: 'en',
    };
    expect((await guest.submit(path, fields)).status).toBe(303);
    expect((await bed.people.store.accounts.byEmail('tendai@vallee.test'))?.emailProven).toBe(true);
  });

  it('proves no other address: with one, a password is asked', async () => {
    const path = await invite();
    await untilMailed();
    const fields = {
      step: 'join',
      name: 'Tendai Moyo',
      email: 'other@vallee.test',
      password: '',
      language: 'en',
    };
    expect((await bed.browser().submit(path, fields)).status).toBe(400);
  });
});

it('sends a personal link by e-mail when it is asked to', async () => {
  const card = { name: 'Binta', email: 'binta@vallee.test', language: 'fr' };
  const { person } = await read<{ person: string }>(
    await awa.json('POST', `/api/spaces/${space}/people`, card),
  );
  const asked = { person, kind: 'commitment', subject: 'a-commitment', send: true };
  const made = await read<{ url: string; mailed: boolean }>(
    await awa.json('POST', `/api/spaces/${space}/links`, asked),
  );
  expect(made.mailed).toBe(true);
  await server.next(1);
  expect(plain(server.mails[0] ?? '')).toContain(made.url);
});
