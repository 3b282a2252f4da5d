import { addRecord, type Command, processCommand } from '@tablee/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SILENT } from '../log.ts';
import { readMail } from '../mail/read-mail.ts';
import { type Browser, found, openPeopleBed, type PeopleBed, read, setUp } from '../people/fixture.ts';
import { smtpPost } from '../people/post.ts';
import type { PeopleService } from '../people/service.ts';
import { mailServer, plain } from '../testing/mail-server.ts';
import { isFirstOfMonth, morningOf } from './monday.ts';
import { Reminders } from './reminders.ts';

const at = (moment: string): number => Date.parse(moment);
const FIRST = at('2026-03-02T07:00:00Z');
const SECOND = at('2026-03-09T07:30:00Z');

let bed: PeopleBed;
let server: Awaited<ReturnType<typeof mailServer>>;
let awa: Browser;
let space: string;
let me: string;
let utility: string;
let binta: string;
let reminders: Reminders;
beforeEach(async () => {
  server = await mailServer();
  bed = await openPeopleBed({ smtp: server.url });
  awa = await setUp(bed);
  space = await found(awa);
  const [steward] = await bed.people.store.accounts.stewards();
  me = (await bed.people.store.cards.byAccount(space, steward?.id ?? ''))?.id ?? '';
  utility = await add('actor', { name: 'Régie', sector: 'state' });
  binta = await card({ name: 'Binta Sow', email: 'binta@vallee.test', language: 'fr' });
  await add('mandate', { organisation: utility, role: 'focal', person: binta });
  reminders = new Reminders(bed.people, SILENT);
});
afterEach(async () => {
  await bed.dispose();
  await server.close();
});

let count = 0;
const fresh = (): string => `entity-${(count += 1)}`;
const ticket = () => ({ id: fresh(), space, saidAt: '2026-03-01T09:59:00.000Z' });
const issue = async (command: Command, as = me): Promise<void> => {
  expect(await bed.people.spaces.issue(command, as)).toMatchObject({ outcome: 'accepted' });
};
const add = async (
  noun: string,
  slots: Parameters<typeof addRecord>[3],
  { circle = 'partners' } = {},
): Promise<string> => {
  const entity = fresh();
  await issue(addRecord(ticket(), noun, { entity, circle }, slots));
  return entity;
};
const card = async (body: object): Promise<string> =>
  (await read<{ person: string }>(await awa.json('POST', `/api/spaces/${space}/people`, body))).person;
const joined = async (person: string, roles: readonly string[], organisation?: string): Promise<void> =>
  issue(
    processCommand(
      ticket(),
      'member.join',
      { entity: person, circle: 'partners' },
      {
        roles: [...roles],
        ...(organisation === undefined ? {} : { organisation }),
      },
    ),
    'system',
  );
const owe = (what: string, slots: object, more = {}): Promise<string> =>
  add('commitment', { what: { lang: 'fr', text: what }, state: 'open', ...slots }, more);
/** Lets it be that moment, and everything that is due happen. */
const be = async (moment: number, who = reminders): Promise<void> => {
  bed.clock.time = moment;
  await who.run();
  await bed.people.post.look();
};
const to = (address: string): readonly string[] =>
  server.mails.filter((mail) => new RegExp(`^To: ${address}`, 'm').test(mail));
const subjectOf = async (mail: string): Promise<string> => (await readMail(Buffer.from(mail))).subject;

describe('the digest of a Monday', () => {
  it('REM-1 leaves on Monday from seven in the home zone, once, and again the Monday after', async () => {
    await owe('Les analyses', { owner: utility, due: '2026-03-10' });
    await be(at('2026-03-01T23:00:00Z'));
    await be(at('2026-03-02T06:59:00Z'));
    expect(server.mails).toEqual([]);
    await be(FIRST);
    await be(FIRST + 3_600_000);
    // Another process on the same data: nothing is written twice.
    await be(FIRST + 7_200_000, new Reminders(bed.people, SILENT));
    expect(server.mails).toHaveLength(1);
    const [first = ''] = to('binta@vallee.test');
    expect(await subjectOf(first)).toBe('L’eau de la vallée : votre point du lundi');
    expect(plain(first)).toContain('Bonjour Binta Sow,');
    expect(plain(first)).toMatch(
      /– Les analyses \(pour le 10 mars 2026\)\r?\n {2}http:\/\/tablee\.test\/r\//,
    );
    await be(at('2026-03-05T12:00:00Z'));
    expect(server.mails).toHaveLength(1);
    await be(SECOND);
    expect(to('binta@vallee.test')).toHaveLength(2);
    expect(server.mails).toHaveLength(2);
  });

  it('REM-1 is made up for on Tuesday when the server was stopped on Monday, and not later', async () => {
    await owe('Les analyses', { owner: utility, due: '2026-03-10' });
    await be(at('2026-03-03T05:00:00Z'));
    expect(server.mails).toHaveLength(1);
    await be(at('2026-03-11T09:00:00Z'));
    expect(server.mails).toHaveLength(1);
    expect(morningOf(at('2026-03-01T18:00:00Z'), 'Pacific/Auckland')).toEqual({
      today: '2026-03-02',
      monday: '2026-03-02',
    });
    expect(morningOf(at('2026-03-02T11:59:00Z'), 'America/New_York')).toEqual({ today: '2026-03-02' });
    expect(['2026-03-02', '2026-03-09', '2026-02-02'].map(isFirstOfMonth)).toEqual([true, false, true]);
  });

  it('REM-2 carries a personal link that answers, and stops by itself once nothing is due', async () => {
    const id = await owe('Les analyses', { owner: utility, due: '2026-03-10' });
    await be(FIRST);
    const path = /\/r\/[\w-]+/.exec(plain(server.mails[0] ?? ''))?.[0] ?? '';
    const browser = bed.browser();
    expect(await (await browser.get(path)).text()).toContain('Les analyses');
    expect((await browser.submit(path, { [`state-${id}`]: 'done', words: '' })).status).toBe(303);
    await be(SECOND);
    expect(server.mails).toHaveLength(1);
  });

  it('REM-2 opens one request for the promises of somebody, however many Mondays', async () => {
    await owe('Les analyses', { owner: utility, due: '2026-03-12' });
    await owe('La salle', { owner: utility, due: '2026-03-13' });
    await be(FIRST);
    await be(SECOND);
    const entities = await bed.people.spaces.read(space);
    expect([...(entities?.values() ?? [])].filter(({ type }) => type === 'request')).toHaveLength(1);
    const links = plain(server.mails[0] ?? '').match(/\/r\/[\w-]+/g) ?? [];
    expect([links.length, new Set(links).size]).toEqual([2, 1]);
  });

  it('REM-3 goes to the person alone, in their language, and tells nobody else', async () => {
    const tendai = await card({ name: 'Tendai', email: 'tendai@vallee.test', language: 'en' });
    const brewery = await add('actor', { name: 'Brasserie', sector: 'private' });
    await joined(tendai, ['focal'], brewery);
    await owe('Les analyses', { owner: utility, to: brewery, due: '2026-02-20' });
    await owe('La facture', { owner: brewery, due: '2026-03-05' });
    await be(FIRST);
    expect(server.mails).toHaveLength(2);
    const [mail = ''] = to('tendai@vallee.test');
    expect(await subjectOf(mail)).toBe('L’eau de la vallée: your Monday digest');
    expect(plain(mail)).toContain('– La facture (by 5 March 2026)');
    expect(plain(mail)).not.toContain('Les analyses');
    expect(plain(mail)).toContain(`http://tablee.test/p/${space}`);
    expect(plain(mail)).not.toContain('/r/');
    expect(to('awa@vallee.test')).toEqual([]);
  });

  it('REM-4 reveals nothing of a narrower circle: not in the subject, not in the text, not where it comes from', async () => {
    await owe('Qwvxzky', { person: me, due: '2026-03-05' }, { circle: 'core' });
    await be(FIRST);
    const [mail = ''] = to('awa@vallee.test');
    expect(await subjectOf(mail)).toBe('Tablée : votre point du lundi');
    const { text } = await readMail(Buffer.from(mail));
    expect(text).toContain('Quelque chose dans un espace réservé (pour le 5 mars 2026)');
    expect(`${text} ${plain(mail)} ${mail}`).not.toMatch(/Qwvxzky|L’eau de la vallée/i);
  });

  it('REM-5 is sent to nobody who was put in safety, left, or gave no address', async () => {
    const left = await card({ name: 'Cleo', email: 'cleo@vallee.test' });
    await joined(left, ['focal']);
    const silent = await card({ name: 'Dan' });
    for (const person of [left, silent]) await owe('Une chose', { person, due: '2026-03-05' });
    await owe('Les analyses', { owner: utility, due: '2026-03-10' });
    await issue(processCommand(ticket(), 'member.leave', { entity: left, circle: 'partners' }, {}), 'system');
    await awa.json('POST', `/api/spaces/${space}/people/${binta}/protect`, { on: true });
    await be(FIRST);
    expect(server.mails).toEqual([]);
  });

  it('REM-5 that waits is not sent any more once its person was put in safety', async () => {
    await owe('Les analyses', { owner: utility, due: '2026-03-10' });
    server.refuse(1);
    await be(FIRST);
    await awa.json('POST', `/api/spaces/${space}/people/${binta}/protect`, { on: true });
    bed.clock.time += 120_000;
    await bed.people.post.look();
    expect(server.mails).toEqual([]);
  });

  it('REM-6 is stopped or slowed by one press, for that partnership alone', async () => {
    await owe('Les analyses', { owner: utility, due: '2026-03-12' });
    await be(FIRST);
    const [mail = ''] = server.mails;
    const page = /\/reminders\/[\w/-]+/.exec(plain(mail))?.[0] ?? '';
    const browser = bed.browser();
    const shown = await (await browser.get(page)).text();
    expect(shown).toContain('Vous recevez un point le lundi');
    expect(shown.length).toBeLessThan(30_000);
    expect((await browser.submit(page, { pace: 'monthly' })).status).toBe(303);
    await be(SECOND);
    expect(server.mails).toHaveLength(1);
    const oneClick =
      /^List-Unsubscribe: <http:\/\/tablee\.test([^>]+)>/m.exec(mail.replace(/\r\n\s+/g, ' '))?.[1] ?? '';
    expect(oneClick).toBe(`${page}/stop`);
    expect((await browser.post(oneClick, { 'List-Unsubscribe': 'One-Click' })).status).toBe(204);
    expect(await (await browser.get(page)).text()).toContain('Vous ne recevez plus de rappel');
    await owe('Une autre', { owner: utility, due: '2026-04-10' });
    await be(at('2026-04-06T07:00:00Z'));
    expect(server.mails).toHaveLength(1);
    const forged = page.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect((await browser.get(forged)).status).toBe(404);
    expect((await browser.post(`${forged}/stop`, {})).status).toBe(404);
  });

  it('REM-6 is slowed in the app too, by whom it is for', async () => {
    const pace = `/api/spaces/${space}/reminders`;
    expect(await read(await awa.get(pace))).toEqual({ pace: 'weekly', reaches: true });
    expect((await awa.json('PUT', pace, { pace: 'hourly' })).status).toBe(400);
    expect((await awa.json('PUT', pace, { pace: 'never' })).status).toBe(204);
    await owe('Une chose', { person: me, due: '2026-03-05' });
    await be(FIRST);
    expect(server.mails).toEqual([]);
    expect((await bed.browser().get(pace)).status).toBe(401);
  });

  it('REM-7 goes on where a stop left it: those who have theirs get no second one', async () => {
    const cleo = await card({ name: 'Cleo', email: 'cleo@vallee.test' });
    await owe('Une chose', { person: cleo, due: '2026-03-05' });
    await owe('Les analyses', { owner: utility, due: '2026-03-10' });
    let writes = 0;
    const { store } = bed.people;
    const stopping: PeopleService = {
      ...bed.people,
      store: {
        ...store,
        reminders: {
          ...store.reminders,
          remind: async (of, letter) => {
            writes += 1;
            if (writes === 2) throw new Error('killed');
            return store.reminders.remind(of, letter);
          },
        },
      },
    };
    await be(FIRST, new Reminders(stopping, SILENT));
    expect(server.mails).toHaveLength(1);
    await be(FIRST + 60_000, new Reminders(bed.people, SILENT));
    await be(FIRST + 120_000, new Reminders(bed.people, SILENT));
    expect([to('cleo@vallee.test').length, to('binta@vallee.test').length]).toEqual([1, 1]);
  });

  it('REM-7 waits in the queue for a mail server that is down, through a restart, and is worthless after a day', async () => {
    await owe('Les analyses', { owner: utility, due: '2026-03-10' });
    server.refuse(1);
    await be(FIRST);
    expect(server.mails).toEqual([]);
    const { store, key, clock } = bed.people;
    await bed.people.post.close();
    const from = 'Tablée <tablee@vallee.test>';
    const post = smtpPost({ smtp: server.url, from, log: SILENT, store, key, clock });
    bed.clock.time += 3_600_000;
    await post.look();
    expect(server.mails).toHaveLength(1);
    await post.close();
  });

  it('REM-8 is written neither for an example nor for a partnership that has ended', async () => {
    await owe('Les analyses', { owner: utility, due: '2026-03-10' });
    const shown = (await bed.people.spaces.read(space))?.get(space);
    expect(shown?.kind).toBe('record');
    await issue({
      ...ticket(),
      type: 'partnership.change',
      entity: space,
      circle: shown?.circle ?? '',
      payload: { slots: { sample: true } },
      base: {},
    });
    await be(FIRST);
    expect(server.mails).toEqual([]);
  });
});
