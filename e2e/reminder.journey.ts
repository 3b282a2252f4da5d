import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, record, snapshotOf } from './asking.ts';
import { found } from './founding.ts';
import { picture, pictures, violationsOn } from './look.ts';
import { open, type Person, press, sees, settled } from './person.ts';
import { openStage } from './stage.ts';

const DAY = 86_400_000;

/** What left by e-mail, as it went over the wire. */
const sent: string[] = [];
let isDown = true;
let smtp: SMTPServer;
const stage = openStage(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => done(isDown ? new Error('down') : null),
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        sent.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
  });
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  const address = smtp.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'tablee@vallee.test' };
});

let awa: Person;
/** Reads her e-mails in a browser without script and has no account. */
let binta: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
  binta = await stage.sit({ name: 'Binta Sow', lang: 'fr', script: false });
});
afterAll(() => new Promise<void>((done) => smtp.close(() => done())));

const to = (address: string): readonly string[] => sent.filter((mail) => mail.includes(`To: ${address}`));
const arrived = async (address: string, count: number): Promise<string> => {
  await expect.poll(() => to(address).length).toBe(count);
  return (to(address)[count - 1] ?? '').replace(/=\r\n/g, '').replaceAll('=3D', '=');
};
/** The person whom an answer names first. */
const idIn = (answer: string): string => /"person":"([^"]+)"/.exec(answer)?.[1] ?? '';
/** Starts the server again with its clock so far ahead. */
const later = async (ahead: number): Promise<void> => {
  await stage.server.kill();
  await stage.server.restart(ahead);
};

describe('a mail server that is down', () => {
  it('keeps an invitation waiting through a power cut, and says so to who sent it', async () => {
    await found(awa);
    const guest = { name: 'Tendai Moyo', email: 'tendai@vallee.test', language: 'en' };
    await call(awa, 'POST', 'invitations', { ...guest, roles: ['leader'], way: 'email' });
    await expect.poll(async () => JSON.stringify(await call(awa, 'GET', 'undelivered'))).toContain('waiting');
    await open(awa, 'people');
    await sees(awa, 'E-mails qui ne sont pas arrivés');
    await sees(awa, /Tablée réessaie pendant un jour/);
    await settled(awa);
    expect(await violationsOn(awa.page)).toEqual([]);
    await pictures(awa, 'people-undelivered');
    isDown = false;
    await later(120_000);
    await arrived('tendai@vallee.test', 1);
    await expect.poll(async () => JSON.stringify(await call(awa, 'GET', 'undelivered'))).toContain('[]');
    await open(awa, 'people');
    await sees(awa, 'Awa Ndiaye');
    expect(await awa.page.getByText('E-mails qui ne sont pas arrivés').count()).toBe(0);
  });
});

describe('two Mondays', () => {
  it('remind each person alone, and not who pressed once', async () => {
    const card = { name: binta.name, email: 'binta@vallee.test', language: 'fr' };
    const person = idIn(JSON.stringify(await call(awa, 'POST', 'people', card)));
    const me = idIn(await snapshotOf(awa));
    const now = new Date();
    // Noon in Greenwich on the Monday that comes is Monday morning or later wherever the partnership is at home.
    const ahead = ((8 - now.getUTCDay()) % 7 || 7) * DAY + (12 - now.getUTCHours()) * 3_600_000;
    const due = new Date(now.getTime() + ahead + 10 * DAY).toISOString().slice(0, 10);
    await record(awa, 'commitment', { what: { lang: 'fr', text: 'La liste des puits' }, person: me, due });
    await record(awa, 'commitment', { what: { lang: 'fr', text: 'Les clés' }, person, due });
    await later(ahead);
    const mine = await arrived('awa@vallee.test', 1);
    expect(mine).toContain('La liste des puits');
    const hers = await arrived('binta@vallee.test', 1);
    expect(hers).not.toContain('La liste des puits');
    const answer = /http:\/\/\S+\/r\/[\w-]+/.exec(hers)?.[0] ?? '';
    await binta.page.goto(answer);
    await sees(binta, 'Les clés');
    const pace = /http:\/\/[^\s>]+\/reminders\/[\w/]+/.exec(mine.slice(mine.indexOf('\r\n\r\n')))?.[0] ?? '';
    await awa.page.goto(pace);
    expect(await violationsOn(awa.page)).toEqual([]);
    await picture(awa, 'reminder-pace');
    await binta.page.goto(pace);
    await sees(binta, /Vous recevez un point le lundi/);
    await press(binta, 'Ne plus le recevoir');
    await sees(binta, /Vous ne recevez plus de rappel/);
    await later(ahead + 7 * DAY);
    await arrived('binta@vallee.test', 2);
    expect(to('awa@vallee.test')).toHaveLength(1);
    expect(sent).toHaveLength(4);
  });
});
