import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record } from './asking.ts';
import { found } from './founding.ts';
import { pictures, violationsOn } from './look.ts';
import { choose, open, type Person, press, sees, settled, spaceOf } from './person.ts';
import { openStage } from './stage.ts';

const BLESSING = 'blessing@ministere.test';

let awa: Person;
/** Works in a ministry, has a browser without script and no account. */
let blessing: Person;
let box: string;
let smtp: SMTPServer;
/** What left by e-mail, as it went over the wire. */
const sent: string[] = [];

/** A mail server that keeps what it gets, and a mailbox that somebody else fills. */
const stage = openStage(async () => {
  box = mkdtempSync(join(tmpdir(), 'tablee-box-'));
  mkdirSync(join(box, 'new'));
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
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
  return {
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: 'tablee@vallee.test',
    MAIL_IN: `maildir:${box}`,
  };
});

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
  blessing = await stage.sit({ name: 'Blessing Phiri', lang: 'fr', script: false });
});

afterAll(async () => {
  await new Promise<void>((done) => smtp.close(() => done()));
  rmSync(box, { recursive: true, force: true });
});

const mailed = async (count: number): Promise<string> => {
  await expect.poll(() => sent.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count);
  return (sent[count - 1] ?? '').replace(/=\r\n/g, '').replaceAll('=3D', '=');
};

const arrives = (name: string, lines: readonly string[]): void =>
  writeFileSync(join(box, 'new', name), lines.join('\r\n'));

/** Asks Blessing by e-mail whether she comes; where her reply goes. */
const ask = async (): Promise<string> => {
  const title = { lang: 'fr', text: 'Atelier au centre de santé' };
  const subject = await record(awa, 'meeting', { title });
  const post = async (path: string, data: object): Promise<unknown> => {
    const headers = { origin: stage.server.address };
    const at = `/api/spaces/${spaceOf(awa)}/${path}`;
    return (await awa.context.request.post(at, { headers, data })).json();
  };
  const card = await post('people', { name: blessing.name, email: BLESSING, language: 'fr' });
  await post('links', { ...Object(card), kind: 'confirmMeeting', subject, send: true });
  return /^Reply-To:\s*(\S+)/im.exec(await mailed(1))?.[1] ?? '';
};

describe('an official of a ministry who answers by e-mail', () => {
  it('is read, asked back, and confirms by a second press; the secretariat sees each step', async () => {
    await found(awa);
    const replyTo = await ask();
    arrives('reply', [
      ...[`From: Blessing Phiri <${BLESSING}>`, `To: ${replyTo}`, 'Subject: Re: autre chose'],
      ...['Message-ID: <one@ministere.test>', 'Content-Type: text/plain; charset=utf-8', ''],
      ...[
        'Bonjour, oui je viens, avec ma collègue.',
        '',
        'Le 2 mars 2026, Tablée a écrit :',
        '> Venez-vous ?',
      ],
    ]);
    const path = /\/r\/[\w-]+\/mail\/\w+/.exec(await mailed(2))?.[0] ?? '';
    await open(awa, 'today');
    await sees(awa, /1 e-mail attend d’être trié, dont 1 réponse/);
    await press(awa, 'Trier');
    await sees(awa, 'Bonjour, oui je viens, avec ma collègue.');
    await sees(awa.page.locator('aside'), 'Je viens');
    await pictures(awa, 'inbox-reply');
    expect(await violationsOn(awa.page)).toEqual([]);
    await blessing.page.goto(stage.server.address + path);
    await sees(blessing, 'Est-ce bien votre réponse ?');
    await pictures(blessing, 'is-that-right');
    await blessing.page.getByRole('button', { name: 'Oui, c’est ma réponse' }).click();
    await sees(blessing, 'Votre réponse est reçue.');
    await sees(awa, /Confirmée par la personne/);
  });

  it('lets the secretariat keep what a stranger sent, and bring back what was put aside', async () => {
    const to = `tablee+p-${spaceOf(awa)}@vallee.test`;
    for (const [name, subject] of [
      ['first', 'Rapport des puits'],
      ['second', 'Publicité'],
    ] as const)
      arrives(name, [
        ...['From: Inconnue <inconnue@ailleurs.test>', `To: ${to}`, `Subject: ${subject}`],
        ...['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', ''],
        ...['--b', 'Content-Type: text/plain', '', 'Ci-joint.', '--b', 'Content-Type: application/pdf'],
        ...['Content-Disposition: attachment; filename=puits.pdf', '', '%PDF-1.4 test', '--b--'],
      ]);
    await awa.page.goto(`${stage.server.address}/p/${spaceOf(awa)}/documents?view=inbox`);
    await sees(awa, to);
    await sees(awa, /Rapport des puits/);
    const line = (words: string) => awa.page.getByRole('listitem').filter({ hasText: words });
    await line('Rapport des puits').getByRole('link', { name: 'Ouvrir' }).click();
    // A page that becomes narrow shows the thing anew: pictures come before anything is chosen.
    await pictures(awa, 'inbox-keep');
    await press(awa, 'Ranger dans les documents');
    await choose(awa, /À propos de/, 'Atelier au centre de santé');
    await awa.page.locator('aside').getByRole('button', { name: 'Ranger dans les documents' }).click();
    await sees(awa.page.locator('aside'), 'Trié.');
    await settled(awa);
    await sees(line('Rapport des puits'), 'rangée dans les documents');
    await line('Publicité').getByRole('link', { name: 'Ouvrir' }).click();
    await press(awa, 'Écarter');
    await press(awa, 'Remettre à trier');
    await press(awa, 'Lu, rien à faire');
    await sees(awa, /Aucun e-mail n’attend d’être trié/);
    await pictures(awa, 'inbox-sorted');
    expect(sent).toHaveLength(2);
  });
});
