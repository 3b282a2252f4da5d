import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailServer, plain } from '../testing/mail-server.ts';
import { openPeopleBed, type PeopleBed, read, setUp } from './fixture.ts';
import { SIGN_IN } from './sign-in.ts';

let bed: PeopleBed;
let server: Awaited<ReturnType<typeof mailServer>>;
beforeEach(async () => {
  server = await mailServer();
  bed = await openPeopleBed({ smtp: server.url });
});
afterEach(async () => {
  await bed.dispose();
  await server.close();
});

const askLink = async (): Promise<string> => {
  const count = server.mails.length;
  const answer = await bed
    .browser()
    .json('POST', '/api/session/email', { email: 'awa@vallee.test', way: 'link' });
  expect([answer.status, await read(answer)]).toEqual([202, { by: 'mail' }]);
  await server.next(count + 1);
  return /\/sign-in\/[\w-]+/.exec(plain(server.mails.at(-1) ?? ''))?.[0] ?? '';
};

describe('the sign-in link', () => {
  it('opens a page that uses nothing up, and lets in with the second press, once', async () => {
    await setUp(bed);
    const path = await askLink();
    for (let looks = 0; looks < 3; looks += 1) expect((await bed.browser().get(path)).status).toBe(200);
    const awa = bed.browser();
    const answer = await awa.submit(path, {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(await read(await awa.get('/api/session'))).toMatchObject({ account: { name: 'Awa Ndiaye' } });
    const again = await bed.browser().get(path);
    expect([again.status, await again.text()]).toEqual([410, expect.stringContaining('déjà servi')]);
  });

  it('is worthless after 15 minutes, and a guessed one says that it is unknown', async () => {
    await setUp(bed);
    const path = await askLink();
    bed.clock.time += SIGN_IN.link + 1;
    expect((await bed.browser().get(path)).status).toBe(410);
    const guessed = await bed.browser({ language: 'en' }).get('/sign-in/AAAAAAAAAAAAAAAAAAAAAA');
    expect([guessed.status, await guessed.text()]).toEqual([
      404,
      expect.stringContaining('We do not know this link'),
    ]);
  });

  it('goes out in the language of the account as text and plain HTML, under 30 kB, naming no person in the subject', async () => {
    await setUp(bed);
    await askLink();
    const mail = server.mails.at(-1) ?? '';
    expect(Buffer.byteLength(mail)).toBeLessThan(30_000);
    expect(mail).toContain('multipart/alternative');
    expect(plain(mail)).toContain('Voici le lien');
    expect(mail).not.toMatch(/<img|Awa/);
  });

  it('is tried again when the mail server refuses at first', async () => {
    await setUp(bed);
    server.refuse(2);
    const ticking = setInterval(() => {
      bed.clock.time += 50;
    }, 10);
    try {
      expect(await askLink()).toMatch(/^\/sign-in\//);
    } finally {
      clearInterval(ticking);
    }
  });
});

describe('the six-digit code', () => {
  const askCode = async () => {
    const count = server.mails.length;
    const browser = bed.browser();
    const { challenge } = await read<{ challenge: string }>(
      await browser.json('POST', '/api/session/email', { email: 'awa@vallee.test', way: 'code' }),
    );
    await server.next(count + 1);
    const code = /\b\d{6}\b/.exec(plain(server.mails.at(-1) ?? ''))?.[0] ?? '';
    return { browser, challenge, code };
  };

  it('lets in within 10 minutes, once, on the device that asked', async () => {
    await setUp(bed);
    const { browser, challenge, code } = await askCode();
    expect((await browser.json('POST', '/api/session/code', { challenge: 'another', code })).status).toBe(
      410,
    );
    expect((await browser.json('POST', '/api/session/code', { challenge, code: ` ${code}` })).status).toBe(
      200,
    );
    expect((await browser.json('POST', '/api/session/code', { challenge, code })).status).toBe(410);
    const late = await askCode();
    bed.clock.time += SIGN_IN.code + 1;
    expect((await late.browser.json('POST', '/api/session/code', late)).status).toBe(410);
  });

  it('is lost after five wrong tries, saying how many are left', async () => {
    await setUp(bed);
    const { browser, challenge, code } = await askCode();
    const wrong = code === '000000' ? '000001' : '000000';
    const left: unknown[] = [];
    for (let tries = 0; tries < 5; tries += 1)
      left.push(
        (
          await read<{ left?: number }>(
            await browser.json('POST', '/api/session/code', { challenge, code: wrong }),
          )
        ).left,
      );
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect((await browser.json('POST', '/api/session/code', { challenge, code })).status).toBe(429);
  });

  it('answers alike for an address without account, and sends nothing to it', async () => {
    await setUp(bed);
    const browser = bed.browser();
    const answer = await browser.json('POST', '/api/session/email', {
      email: 'nobody@vallee.test',
      way: 'code',
    });
    const { challenge, by } = await read<{ challenge: string; by: string }>(answer);
    expect([answer.status, by, challenge.length]).toEqual([202, 'mail', 22]);
    const tried = await browser.json('POST', '/api/session/code', { challenge, code: '123456' });
    expect(await read(tried)).toMatchObject({ code: 'CodeWrong', left: 4 });
    expect(server.mails).toEqual([]);
  });

  it('is asked for five times an hour at most for one address', async () => {
    await setUp(bed);
    const statuses: number[] = [];
    for (let times = 0; times < 6; times += 1)
      statuses.push(
        (await bed.browser().json('POST', '/api/session/email', { email: 'awa@vallee.test', way: 'code' }))
          .status,
      );
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  });
});

it('drops password and sessions of an account whose address somebody else proves first', async () => {
  const awa = await setUp(bed);
  await awa.json('PATCH', '/api/account', { email: 'tendai@vallee.test' });
  const count = server.mails.length;
  await bed.browser().json('POST', '/api/session/email', { email: 'tendai@vallee.test', way: 'link' });
  await server.next(count + 1);
  const path = /\/sign-in\/[\w-]+/.exec(plain(server.mails.at(-1) ?? ''))?.[0] ?? '';
  expect((await bed.browser().submit(path, {})).status).toBe(303);
  expect(await read(await awa.get('/api/session'))).not.toHaveProperty('account');
  const account = await bed.people.store.accounts.byEmail('tendai@vallee.test');
  expect([account?.emailProven, account?.password]).toEqual([true, undefined]);
});

it('shows the links to the steward alone when there is no mail server', async () => {
  const quiet = await openPeopleBed();
  try {
    const awa = await setUp(quiet);
    const asked = await quiet
      .browser()
      .json('POST', '/api/session/email', { email: 'awa@vallee.test', way: 'code' });
    expect(await read(asked)).toEqual({ by: 'steward' });
    const installation = await read<{ accounts: number; mail: boolean; pending: readonly { url: string }[] }>(
      await awa.get('/api/installation'),
    );
    expect(installation).toMatchObject({ accounts: 1, mail: false });
    const path = new URL(installation.pending[0]?.url ?? '').pathname;
    expect((await quiet.browser().submit(path, {})).status).toBe(303);
    expect((await quiet.browser().get('/api/installation')).status).toBe(401);
  } finally {
    await quiet.dispose();
  }
});
