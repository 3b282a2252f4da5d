import { PARTNERS, processCommand } from '@tablee/domain/kernel';
import type { SnapshotAnswer } from '@tablee/domain/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, found, openPeopleBed, PASSWORD, type PeopleBed, read, setUp } from './fixture.ts';
import { INVITATION } from './invitation.ts';
import { newId } from './secret.ts';

let bed: PeopleBed;
let awa: Browser;
let space: string;
beforeEach(async () => {
  bed = await openPeopleBed();
  awa = await setUp(bed);
  space = await found(awa);
});
afterEach(() => bed.dispose());

interface Made {
  readonly id: string;
  readonly person: string;
  readonly url: string;
  readonly code: string;
  readonly qr?: string;
  readonly mailed: boolean;
}

const invite = async (body: object, by = awa): Promise<Made> => {
  const answer = await by.json('POST', `/api/spaces/${space}/invitations`, body);
  if (answer.status !== 201) throw new Error(`not invited: ${answer.status} ${await answer.text()}`);
  return read<Made>(answer);
};

const pathOf = (made: Made): string => new URL(made.url).pathname;
const snapshot = async (browser: Browser): Promise<SnapshotAnswer> =>
  read<SnapshotAnswer>(await browser.get(`/api/spaces/${space}/snapshot`));

const GUEST = { name: 'Tendai Moyo', email: '', password: PASSWORD, language: 'en', step: 'join' };

describe('an invitation by link', () => {
  it('says before sign-in who invites into what and what is seen, then lets in once', async () => {
    const made = await invite({ name: 'Tendai Moyo', roles: ['core'], way: 'link' });
    expect(made.qr).toContain('<svg');
    const page = await (await bed.browser().get(pathOf(made))).text();
    expect(page).toContain('Awa Ndiaye vous invite dans «\u00a0L’eau de la vallée\u00a0»');
    expect(page).toContain('On verra de vous\u00a0:');
    const tendai = bed.browser();
    const answer = await tendai.submit(pathOf(made), GUEST);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/p/${space}`]);
    const { you, people } = await snapshot(tendai);
    expect(you).toMatchObject({ person: made.person, roles: ['core'] });
    expect(people.cards.map((card) => card.name).sort()).toEqual(['Awa Ndiaye', 'Tendai Moyo']);
    const again = await bed.browser().get(pathOf(made));
    expect([again.status, await again.text()]).toEqual([410, expect.stringContaining('déjà servi')]);
  });

  it('is worthless after 14 days, when it is revoked, and when it is guessed', async () => {
    const old = await invite({ name: 'A', roles: ['leader'], way: 'link' });
    bed.clock.time += INVITATION.lives + 1;
    expect((await bed.browser().get(pathOf(old))).status).toBe(410);
    const second = bed.browser();
    await second.json('POST', '/api/session/password', { email: 'awa@vallee.test', password: PASSWORD });
    const taken = await invite({ name: 'B', roles: ['leader'], way: 'link' }, second);
    expect((await second.json('DELETE', `/api/spaces/${space}/invitations/${taken.id}`)).status).toBe(204);
    const page = await bed.browser().get(pathOf(taken));
    expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('retiré')]);
    expect((await bed.browser().get('/join/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    const { invitations } = await read<{ invitations: readonly { state: string }[] }>(
      await second.get(`/api/spaces/${space}/invitations`),
    );
    expect(invitations.map(({ state }) => state)).toEqual(['revoked', 'expired']);
  });

  it('lets in two who press at once only once', async () => {
    const made = await invite({ name: 'Tendai', roles: ['leader'], way: 'link' });
    const answers = await Promise.all(
      [1, 2].map((n) => bed.browser().submit(pathOf(made), { ...GUEST, name: `Tendai ${n}` })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 410]);
  });

  it('takes somebody who has an account in with it', async () => {
    const first = await invite({ name: 'Tendai', roles: ['leader'], way: 'link' });
    const tendai = bed.browser();
    await tendai.submit(pathOf(first), { ...GUEST, email: 'tendai@vallee.test' });
    const other = await found(awa);
    const made = await read<Made>(
      await awa.json('POST', `/api/spaces/${other}/invitations`, {
        name: 'T. Moyo',
        roles: ['observer'],
        way: 'link',
      }),
    );
    const fresh = bed.browser();
    const wrong = await fresh.submit(pathOf(made), {
      step: 'sign-in',
      login: 'tendai@vallee.test',
      secret: 'wrong',
    });
    expect(wrong.status).toBe(401);
    const entered = await fresh.submit(pathOf(made), {
      step: 'sign-in',
      login: 'tendai@vallee.test',
      secret: PASSWORD,
    });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, pathOf(made)]);
    expect((await fresh.submit(pathOf(made), { step: 'join' })).headers.get('location')).toBe(`/p/${other}`);
    expect(await read<readonly unknown[]>(await fresh.get('/api/spaces'))).toHaveLength(2);
  });

  it('never signs anybody into an account that exists, whatever address it names', async () => {
    const made = await invite({ name: 'Awa', email: 'awa@vallee.test', roles: ['observer'], way: 'email' });
    const answer = await bed.browser().submit(pathOf(made), { ...GUEST, email: 'awa@vallee.test' });
    expect([answer.status, await answer.text()]).toEqual([
      409,
      expect.stringContaining('entrez plutôt avec lui'),
    ]);
  });

  it('is finished at the next start when the server stopped between account and membership', async () => {
    const made = await invite({ name: 'Tendai', roles: ['leader'], way: 'link' });
    const { store } = bed.people;
    const account = {
      id: newId(),
      name: 'Tendai',
      emailProven: false,
      language: 'fr',
      steward: false,
      created: 0,
    } as const;
    await store.accounts.add(account);
    expect(await store.invitations.take(made.id, account.id, bed.clock.time)).toBe(true);
    await bed.people.tend();
    await bed.people.tend();
    expect(await store.cards.spacesOf(account.id)).toEqual([{ space, person: made.person }]);
    expect((await store.invitations.byId(space, made.id))?.state).toBe('joined');
  });
});

describe('who may invite into what', () => {
  it('is the secretariat alone, and nobody from outside', async () => {
    const made = await invite({ name: 'Tendai', roles: ['leader'], way: 'link' });
    const tendai = bed.browser();
    await tendai.submit(pathOf(made), GUEST);
    const body = { name: 'Mallory', roles: ['secretariat'], way: 'link' };
    expect((await tendai.json('POST', `/api/spaces/${space}/invitations`, body)).status).toBe(403);
    expect((await bed.browser().json('POST', `/api/spaces/${space}/invitations`, body)).status).toBe(401);
    expect((await awa.json('POST', `/api/spaces/${newId()}/invitations`, body)).status).toBe(404);
  });

  it('refuses a named circle that the inviter does not read, and a helper without an end', async () => {
    const circle = newId();
    const payload = { purpose: 'group', readers: ['somebody-else'], name: 'Entre nous' };
    const ticket = { id: newId(), space, saidAt: new Date(bed.clock.time).toISOString() };
    await bed.people.spaces.issue(
      processCommand(ticket, 'circle.open', { entity: circle, circle: PARTNERS }, payload),
      'system',
    );
    const helper = { name: 'H', roles: ['helper'], until: '2026-06-30', way: 'link' };
    const hidden = await awa.json('POST', `/api/spaces/${space}/invitations`, {
      ...helper,
      circles: [circle],
    });
    expect(await read(hidden)).toMatchObject({ status: 403, code: 'NotAReader' });
    expect(
      (await awa.json('POST', `/api/spaces/${space}/invitations`, { ...helper, until: undefined })).status,
    ).toBe(400);
    expect((await awa.json('POST', `/api/spaces/${space}/invitations`, helper)).status).toBe(201);
  });
});

describe('invitation code and PIN', () => {
  const asGuest = async (code: string, pin: string): Promise<Browser> => {
    const guest = bed.browser();
    const page = await (await guest.submit('/join', { step: 'code', code })).text();
    expect(page).toContain('Est-ce bien vous');
    expect(page).toContain('B. P.');
    const answer = await guest.submit('/join', { step: 'pin', code, pin, language: 'fr' });
    if (answer.status !== 303) throw new Error(`${answer.status} ${await answer.text()}`);
    return guest;
  };

  it('let in somebody without e-mail, typed in any case with any spaces, and sign in the next time', async () => {
    const made = await invite({ name: 'Blessing Phiri', roles: ['leader'], way: 'code' });
    expect(made.code).toMatch(/^[A-Z]{5}-\d{4}$/);
    const guest = await asGuest(` ${made.code.toLowerCase().replace('-', '  ')} `, '274 916');
    expect((await snapshot(guest)).you.roles).toEqual(['leader']);
    const next = bed.browser();
    expect((await next.json('POST', '/api/session/pin', { code: made.code, pin: '274916' })).status).toBe(
      200,
    );
    const byPage = await bed.browser().submit('/join', { step: 'pin', code: made.code, pin: '274916' });
    expect(byPage.headers.get('location')).toBe('/');
  });

  it('refuse a PIN that is a run or a repetition', async () => {
    const made = await invite({ name: 'Blessing Phiri', roles: ['leader'], way: 'code' });
    for (const pin of ['123456', '654321', '111111', '121212', '12345'])
      expect((await bed.browser().json('POST', '/api/session/pin', { code: made.code, pin })).status).toBe(
        400,
      );
    const check = await read(await bed.browser().json('POST', '/api/session/pin', { code: made.code }));
    expect(check).toMatchObject({ first: true, initials: 'B. P.', partnership: 'L’eau de la vallée' });
  });

  it('wait 15 minutes after five wrong PINs, even for the right one', async () => {
    const made = await invite({ name: 'Blessing Phiri', roles: ['leader'], way: 'code' });
    await asGuest(made.code, '274916');
    const left: unknown[] = [];
    for (let tries = 0; tries < 5; tries += 1) {
      const answer = await bed.browser().json('POST', '/api/session/pin', { code: made.code, pin: '000001' });
      left.push((await read<{ left?: number }>(answer)).left);
    }
    expect(left).toEqual([4, 3, 2, 1, undefined]);
    const barred = await bed.browser().json('POST', '/api/session/pin', { code: made.code, pin: '274916' });
    expect([barred.status, barred.headers.get('retry-after')]).toEqual([429, '900']);
    bed.clock.time += 900_001;
    expect(
      (await bed.browser().json('POST', '/api/session/pin', { code: made.code, pin: '274916' })).status,
    ).toBe(200);
  });

  it('are given anew by the secretariat, which ends the old ones, but never to somebody with another way in', async () => {
    const made = await invite({ name: 'Blessing Phiri', roles: ['leader'], way: 'code' });
    const guest = await asGuest(made.code, '274916');
    const anew = await invite({ person: made.person, roles: ['leader'], way: 'code' });
    const fresh = bed.browser();
    expect((await fresh.json('POST', '/api/session/pin', { code: anew.code, pin: '861503' })).status).toBe(
      200,
    );
    expect((await guest.get(`/api/spaces/${space}/snapshot`)).status).toBe(401);
    expect(
      (await bed.browser().json('POST', '/api/session/pin', { code: made.code, pin: '274916' })).status,
    ).toBe(401);
    expect((await snapshot(fresh)).you.person).toBe(made.person);
    const { you } = await snapshot(awa);
    const own = await awa.json('POST', `/api/spaces/${space}/invitations`, {
      person: you.person,
      roles: ['core'],
      way: 'code',
    });
    expect(await read(own)).toMatchObject({ status: 403, code: 'HasAnotherWay' });
  });

  it('do not tell whether a code that is no invitation belongs to an account', async () => {
    const page = await bed.browser().submit('/join', { step: 'code', code: 'ABCDE-1234' });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Votre PIN')]);
    const answer = await bed
      .browser()
      .json('POST', '/api/session/pin', { code: 'ABCDE-1234', pin: '274916' });
    expect(await read(answer)).toMatchObject({ status: 401, code: 'CodeNotRecognised' });
  });
});

describe('the steward', () => {
  it('names a secretariat only where none is left, from among those who were members, on the record', async () => {
    const made = await invite({ name: 'Tendai', roles: ['leader'], way: 'link' });
    const tendai = bed.browser();
    await tendai.submit(pathOf(made), { ...GUEST, email: 'tendai@vallee.test' });
    const at = `/api/installation/spaces/${space}/secretariat`;
    expect(await read(await awa.json('POST', at, { email: 'tendai@vallee.test' }))).toMatchObject({
      code: 'SecretariatPresent',
    });
    const { you } = await snapshot(awa);
    const ticket = { id: newId(), space, saidAt: new Date(bed.clock.time).toISOString() };
    await bed.people.spaces.issue(
      processCommand(ticket, 'member.leave', { entity: you.person, circle: PARTNERS }, {}),
      you.person,
    );
    expect((await awa.get(`/api/spaces/${space}/snapshot`)).status).toBe(404);
    expect(await read(await awa.get('/api/installation'))).toMatchObject({ withoutSecretariat: [space] });
    expect((await tendai.json('POST', at, { email: 'tendai@vallee.test' })).status).toBe(403);
    expect((await awa.json('POST', at, { email: 'stranger@vallee.test' })).status).toBe(404);
    expect((await awa.json('POST', at, { email: 'tendai@vallee.test' })).status).toBe(204);
    expect((await snapshot(tendai)).you.roles).toEqual(['leader', 'secretariat']);
    const { events } = await read<{ events: readonly { type: string; actor: string }[] }>(
      await tendai.get(`/api/spaces/${space}/history`),
    );
    expect(events[0]).toMatchObject({ type: 'member.changed', actor: 'system' });
  });
});
