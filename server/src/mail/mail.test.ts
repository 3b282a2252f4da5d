import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { addRecord, PARTNERS, processCommand, SECRETARIAT } from '@tablee/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ListeningBed, openListeningBed } from '../listening/fixture.ts';
import { read } from '../people/fixture.ts';
import { newId } from '../people/secret.ts';
import { instant } from '../space/runtime.ts';
import { mailServer, plain } from '../testing/mail-server.ts';
import { MAIL_OPERATIONS } from './operations.ts';

const DAY = 86_400_000;
const BLESSING = 'blessing@ministere.test';

interface Listed {
  readonly id: string;
  readonly sender: string;
  readonly subject: string;
  readonly words: string;
  readonly text: string;
  readonly whole: boolean;
  readonly files: readonly { readonly name: string; readonly type?: string; readonly size: number }[];
}

interface State {
  readonly kind: string;
  readonly request: string | null;
  readonly person: string | null;
  readonly fromAsked: boolean;
  readonly said: unknown;
  readonly state: string;
}

let bed: ListeningBed;
let box: string;
let smtp: Awaited<ReturnType<typeof mailServer>>;
beforeEach(async () => {
  smtp = await mailServer();
  box = mkdtempSync(join(tmpdir(), 'tablee-maildir-'));
  bed = await openListeningBed({
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Tablée <tablee@vallee.test>',
    MAIL_IN: `maildir:${box}`,
  });
});
afterEach(async () => {
  await bed.stop();
  await smtp.close();
  rmSync(box, { recursive: true });
});

const ticket = () => ({ id: newId(), space: bed.space, saidAt: instant(bed.clock.time) });

/** A mail as a mail server would leave it in the maildir. */
const arrives = (lines: readonly string[], name = newId()): void => {
  const raw = lines.join('\r\n');
  writeFileSync(join(box, 'new', name), raw);
};

const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((go) => setTimeout(go, 25));
  }
  throw new Error('it did not come');
};

const listed = async (): Promise<readonly Listed[]> => {
  const answer = await bed.awa.json('GET', `/api/spaces/${bed.space}/mails`);
  return (await read<{ mails: readonly Listed[] }>(answer)).mails;
};

/** Waits until so many mails were taken in, and the mailbox is empty. */
const taken = (count: number): Promise<readonly Listed[]> =>
  until(async () => {
    const mails = await listed();
    return mails.length >= count && readdirSync(join(box, 'new')).length === 0 ? mails : undefined;
  });

const stateOf = async <T = State>(id: string): Promise<T> => {
  const answer = await bed.awa.json('GET', `/api/spaces/${bed.space}/snapshot`);
  const body = await read<{ snapshot: { entities: readonly { id: string; state: T }[] } }>(answer);
  const found = body.snapshot.entities.find((entity) => entity.id === id);
  if (found === undefined) throw new Error('not in the ledger');
  return found.state;
};

const circleOf = async (id: string): Promise<string | undefined> => {
  const answer = await bed.awa.json('GET', `/api/spaces/${bed.space}/snapshot`);
  const body = await read<{ snapshot: { entities: readonly { id: string; circle: string }[] } }>(answer);
  return body.snapshot.entities.find((entity) => entity.id === id)?.circle;
};

interface Asked {
  readonly request: string;
  readonly person: string;
  readonly meeting: string;
  readonly replyTo: string;
  readonly messageId: string;
}

/** A ministry official is asked by e-mail whether she comes. */
const ask = async (): Promise<Asked> => {
  const meeting = newId();
  const card = { name: 'Blessing Phiri', email: BLESSING, language: 'fr' };
  const added = await bed.awa.json('POST', `/api/spaces/${bed.space}/people`, card);
  const { person } = await read<{ person: string }>(added);
  const title = { lang: 'fr', text: 'Atelier au centre de santé' };
  await bed.send(addRecord(ticket(), 'meeting', { entity: meeting, circle: PARTNERS }, { title }));
  const before = smtp.mails.length;
  const made = await bed.awa.json('POST', `/api/spaces/${bed.space}/links`, {
    ...{ kind: 'confirmMeeting', subject: meeting, person, send: true },
  });
  const { request } = await read<{ request: string }>(made);
  await smtp.next(before + 1);
  const mail = smtp.mails[before] ?? '';
  const replyTo = /^Reply-To:\s*(\S+)/im.exec(mail)?.[1] ?? '';
  const messageId = /^Message-ID:\s*(\S+)/im.exec(mail)?.[1] ?? '';
  expect(plain(mail)).toContain('répondre à cet e-mail');
  return { request, person, meeting, replyTo, messageId };
};

const reply = (
  { replyTo, messageId }: Pick<Asked, 'replyTo' | 'messageId'>,
  words: string,
  more: readonly string[] = [],
): readonly string[] => [
  `From: "B. Phiri" <${BLESSING}>`,
  `To: ${replyTo}`,
  `Message-ID: <${newId()}@ministere.test>`,
  `In-Reply-To: ${messageId}`,
  'Subject: Re: tout autre chose',
  ...more,
  'Content-Type: text/plain; charset=utf-8',
  '',
  words,
];

const QUOTED = '\r\n\r\nLe lun. 2 mars 2026 à 10:00, Tablée a écrit :\r\n> Dites « oui » ou « non »';

describe('a reply by e-mail', () => {
  it('MIN-2 MIN-3 is read, asked back at the known address, and recorded at the second press, once', async () => {
    const asked = await ask();
    expect(asked.replyTo).toMatch(/^tablee\+r-[a-z2-7]{36}@vallee\.test$/);
    arrives(reply(asked, `Oui, je viens avec deux collègues.${QUOTED}`));
    const [mail] = await taken(1);
    expect(mail).toMatchObject({ sender: BLESSING, words: 'Oui, je viens avec deux collègues.' });
    expect(await stateOf(mail?.id ?? '')).toMatchObject({
      ...{ kind: 'answer', request: asked.request, person: asked.person, fromAsked: true },
      ...{ said: { choice: 'coming' }, state: 'waiting' },
    });
    await smtp.next(2);
    expect(smtp.mails[1]).toMatch(new RegExp(`^To: ${BLESSING}`, 'm'));
    const letter = plain(smtp.mails[1] ?? '');
    expect(letter).toContain('Je viens');
    const path = /\/r\/[\w-]+\/mail\/\w+/.exec(letter)?.[0] ?? '';
    const guest = bed.guest('192.0.2.7');
    const page = await (await guest.get(path)).text();
    expect(page).toContain('Oui, je viens avec deux collègues.');
    expect(page).not.toMatch(/<script/);
    expect(Buffer.byteLength(page)).toBeLessThan(30_000);
    expect((await stateOf<{ answer: unknown }>(asked.request)).answer).toBeNull();
    const after = await (await guest.form(path, {})).text();
    expect(after).toContain('Votre réponse est reçue');
    const answered = await stateOf<{ answer: object }>(asked.request);
    expect(answered.answer).toMatchObject({
      ...{ said: { choice: 'coming' }, channel: 'email', confirmed: true },
    });
    expect((await stateOf(mail?.id ?? '')).state).toBe('confirmed');
    // Pressed again, or opened again: what stands is shown, nothing is recorded twice.
    expect((await guest.get(path)).status).toBe(303);
  });

  it('MIN-2 finds its request by what it refers to where the address was dropped, and trusts no made-up mark', async () => {
    const asked = await ask();
    arrives(reply({ ...asked, replyTo: 'tablee@vallee.test' }, 'Non, je ne pourrai pas venir.'));
    const [first] = await taken(1);
    expect(await stateOf(first?.id ?? '')).toMatchObject({
      ...{ kind: 'answer', request: asked.request, said: { choice: 'notComing' } },
    });
    const forged = asked.replyTo.replace(/.{6}@/, 'aaaaaa@');
    arrives(reply({ replyTo: forged, messageId: '<none@x.test>' }, 'Oui'));
    const mails = await taken(2);
    const other = mails.find(({ id }) => id !== first?.id);
    expect(await stateOf(other?.id ?? '')).toMatchObject({ kind: 'toSort', request: null, said: null });
  });

  it('MIN-4 asks nobody back when it comes from another address, and leaves it to those who sort', async () => {
    const asked = await ask();
    const lines = reply(asked, 'Oui').map((line) => line.replace(BLESSING, 'chef@ministere.test'));
    arrives(lines);
    const [mail] = await taken(1);
    expect(await stateOf(mail?.id ?? '')).toMatchObject({
      ...{ kind: 'answer', fromAsked: false, said: { choice: 'coming' }, state: 'waiting' },
    });
    expect(smtp.mails).toHaveLength(1);
    const other = `/r/none/mail/${mail?.id}`;
    expect((await bed.guest('192.0.2.8').get(other)).status).toBe(404);
  });

  it('MIN-5 takes neither an automatic reply nor a bounce for an answer, and answers neither', async () => {
    const asked = await ask();
    arrives(reply(asked, 'Je suis absente, oui, jusqu’à lundi.', ['Auto-Submitted: auto-replied']));
    const [auto] = await taken(1);
    expect(await stateOf(auto?.id ?? '')).toMatchObject({ kind: 'auto', said: null, state: 'sorted' });
    const away = reply(asked, 'Oui, je suis en congés.').filter((line) => !line.startsWith('Subject:'));
    arrives(['Subject: =?utf-8?q?R=C3=A9ponse_automatique_:_Atelier?=', ...away]);
    const [other] = (await taken(2)).filter(({ id }) => id !== auto?.id);
    expect(await stateOf(other?.id ?? '')).toMatchObject({ kind: 'auto', said: null, state: 'sorted' });
    arrives([
      ...['From: MAILER-DAEMON@vallee.test', 'To: tablee@vallee.test', 'Return-Path: <>'],
      ...['Subject: Undelivered Mail', 'MIME-Version: 1.0'],
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      ...['', '--b', 'Content-Type: text/plain', '', 'Could not be delivered.'],
      ...['--b', 'Content-Type: message/delivery-status', '', `Final-Recipient: rfc822; ${BLESSING}`],
      ...['Action: failed', 'Status: 5.1.1', '', '--b', 'Content-Type: text/rfc822-headers', ''],
      ...[`Message-ID: ${asked.messageId}`, '', '--b--'],
    ]);
    const bounce = (await taken(3)).find(({ id }) => id !== auto?.id && id !== other?.id);
    expect(await stateOf(bounce?.id ?? '')).toMatchObject({ kind: 'bounce', person: asked.person });
    expect(smtp.mails).toHaveLength(1);
  });

  it('MIN-8 reads HTML, other encodings and what a calendar program answers', async () => {
    const asked = await ask();
    const html =
      '<style>p{}</style><p>D&eacute;sol&eacute;e, je ne peux pas venir.</p><div class="gmail_quote">Oui ?</div>';
    const typed = reply(asked, html).map((line) => line.replace('text/plain', 'text/html'));
    arrives(typed);
    const [first] = await taken(1);
    expect(first?.words).toBe('Désolée, je ne peux pas venir.');
    const latin = Buffer.from(
      reply(asked, 'Entendu, je serai présente').join('\r\n').replace('utf-8', 'iso-8859-1'),
      'latin1',
    );
    writeFileSync(join(box, 'new', 'latin'), latin);
    expect((await taken(2)).map(({ words }) => words)).toContain('Entendu, je serai présente');
    const calendar = [
      'BEGIN:VCALENDAR',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      `UID:${asked.meeting}@tablee`,
    ].concat([`ATTENDEE;PARTSTAT=DECLINED:mailto:${BLESSING}`, ...['END:VEVENT', 'END:VCALENDAR']]);
    arrives([
      ...[`From: ${BLESSING}`, 'To: tablee@vallee.test', 'Subject: Declined', 'MIME-Version: 1.0'],
      ...['Content-Type: multipart/alternative; boundary=c', '', '--c', 'Content-Type: text/plain', '', ''],
      ...['--c', 'Content-Type: text/calendar; method=REPLY', '', ...calendar, '--c--'],
    ]);
    const declined = (await taken(3)).find(({ subject }) => subject === 'Declined');
    expect(await stateOf(declined?.id ?? '')).toMatchObject({
      ...{ kind: 'answer', request: asked.request, said: { choice: 'notComing' } },
    });
    const broken =
      'From: x@y.test\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n\xff\xfe Bonjour';
    writeFileSync(join(box, 'new', 'broken'), Buffer.from(broken, 'latin1'));
    expect(await taken(4)).toHaveLength(4);
  });
});

describe('what waits to be sorted', () => {
  it('MIN-6 MIN-7 holds what came from a stranger to the address of the partnership, attachments by their content', async () => {
    const address = `tablee+p-${bed.space}@vallee.test`;
    const attached = (name: string, bytes: Buffer): readonly string[] => [
      ...['--a', `Content-Type: application/pdf; name="${name}"`, 'Content-Transfer-Encoding: base64'],
      ...[`Content-Disposition: attachment; filename="${name}"`, '', bytes.toString('base64')],
    ];
    arrives([
      ...['From: Inconnue <inconnue@ailleurs.test>', 'To: quelqu.un@ailleurs.test', `Cc: ${address}`],
      ...['Subject: Tr: Rapport', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=a', ''],
      ...['--a', 'Content-Type: text/plain; charset=utf-8', '', 'Voici le rapport.'],
      ...attached('rapport.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n')),
      ...attached('facture.pdf', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])),
      '--a--',
    ]);
    const [mail] = await taken(1);
    expect(await stateOf(mail?.id ?? '')).toMatchObject({ kind: 'toSort', person: null, state: 'waiting' });
    expect(mail?.files.map(({ name, type }) => [name, type])).toEqual([
      ['rapport.pdf', 'application/pdf'],
      ['facture.pdf', undefined],
    ]);
    expect(smtp.mails).toEqual([]);
    const at = `/api/spaces/${bed.space}/mails/${mail?.id}/files`;
    const shown = await bed.awa.json('GET', `${at}/0`);
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('content-disposition')).toMatch(/^attachment/);
    expect((await bed.awa.json('GET', `${at}/1`)).status).toBe(404);
    const kept = await read<{ hash: string; name: string }>(await bed.awa.json('POST', `${at}/0`));
    expect(kept).toMatchObject({ name: 'rapport.pdf', type: 'application/pdf' });
    expect((await bed.awa.json('GET', `/api/spaces/${bed.space}/files/${kept.hash}`)).status).toBe(200);
    const text = await read<{ type: string }>(await bed.awa.json('POST', `${at}/text`));
    expect(text.type).toBe('text/plain');
  });

  it('MIN-1 takes the same mail once, also when a stop came between taking it and letting go of it', async () => {
    const asked = await ask();
    const lines = reply(asked, 'Oui, je viens.');
    arrives(lines, 'first');
    await taken(1);
    await smtp.next(2);
    // What a killed server leaves: the mail is kept, the file is still there, and the other path brought it once more.
    await bed.restart();
    arrives(lines, 'again');
    arrives([`Delivered-To: ${asked.replyTo}`, 'Received: from elsewhere', ...lines], 'copy');
    await taken(1);
    expect(await listed()).toHaveLength(1);
    expect(smtp.mails).toHaveLength(2);
  });

  it('MIN-1 finishes at the next start what a kill interrupted after the mail was kept, once', async () => {
    const asked = await ask();
    arrives(reply(asked, 'Oui, je viens.'), 'mail');
    await taken(1);
    await smtp.next(2);
    // The state between two steps: the mail is kept, the ledger and the person have not heard of it yet.
    const db = new DatabaseSync(join(bed.folder, 'mail.sqlite'));
    db.exec(`update mail set stage = 'in', id = 'mail2222222222222222', key = 'other'`);
    db.exec(`update raw set id = 'mail2222222222222222'`);
    db.close();
    await bed.restart();
    await smtp.next(3);
    await bed.restart();
    expect(await stateOf('mail2222222222222222')).toMatchObject({ kind: 'answer', state: 'waiting' });
    expect(smtp.mails).toHaveLength(3);
  });

  it('MIN-12 comes to an address that the steward reads too, named where they are in that partnership', async () => {
    const { address } = await read<{ address: string }>(
      await bed.awa.json('GET', `/api/spaces/${bed.space}/mails`),
    );
    const installation = await read<object>(await bed.awa.json('GET', '/api/installation'));
    expect(installation).toMatchObject({ addresses: [{ address, name: expect.any(String) }] });
  });

  it('MIN-6 leaves in the mailbox what is for no partnership that is known', async () => {
    const asked = { title: 'Un autre', problem: 'Le port.', language: 'fr', languages: ['fr'], zone: 'UTC' };
    await bed.awa.json('POST', '/api/spaces', { space: newId(), ...asked });
    arrives(['From: inconnue@ailleurs.test', 'To: tablee@vallee.test', 'Subject: ?', '', 'x'], 'nobody');
    await until(async () => (readdirSync(join(box, 'cur')).length === 1 ? true : undefined));
    expect(await listed()).toEqual([]);
  });

  it('MIN-7 lists a mail over 25 MB by its beginning and leaves it in the mailbox', async () => {
    const head = [
      `From: ${BLESSING}`,
      `To: tablee+p-${bed.space}@vallee.test`,
      'Subject: Film',
      '',
      'Regardez :',
    ];
    const file = join(box, 'new', 'huge');
    writeFileSync(file, Buffer.concat([Buffer.from(head.join('\r\n')), Buffer.alloc(25_100_000, 'a\n')]));
    const [mail] = await taken(1);
    expect(mail).toMatchObject({ subject: 'Film', whole: false });
    expect(mail?.text).toMatch(/^Regardez :/);
    expect(readdirSync(join(box, 'cur'))).toEqual(['huge:2,S']);
  });

  it('MIN-9 tells others nothing, and the log holds neither address nor word', async () => {
    const asked = await ask();
    arrives(reply(asked, 'Oui, mot-canari-prunelle'));
    const [mail] = await taken(1);
    // Asked among all partners, sorted by the secretariat alone: what was read is nobody's word yet.
    expect(await circleOf(mail?.id ?? '')).toBe(SECRETARIAT);
    const at = `/api/spaces/${bed.space}/mails`;
    const stranger = bed.guest('192.0.2.9');
    expect((await stranger.get(at)).status).toBe(401);
    expect((await stranger.get(`${at}/${mail?.id}/files/text`)).status).toBe(401);
    expect((await bed.awa.json('GET', `${at}/none/files/text`)).status).toBe(404);
    const log = bed.lines.join('');
    for (const word of [BLESSING, 'canari', 'tout autre chose', asked.replyTo])
      expect(log).not.toContain(word);
    expect(readFileSync(join(bed.folder, 'ledger.sqlite'), 'latin1')).not.toContain('canari');
    const document = JSON.stringify(await (await stranger.get('/api/openapi.json')).json());
    for (const { path } of MAIL_OPERATIONS) expect(document).toContain(`"${path}"`);
  });

  it('MIN-10 is deleted 30 days after it was settled, and kept while it waits', async () => {
    const asked = await ask();
    arrives(reply(asked, 'Je verrai'));
    arrives(reply(asked, 'Oui, je viens'));
    const [settled, waiting] = await taken(2);
    const target = { entity: settled?.id ?? '', circle: SECRETARIAT };
    await bed.send(processCommand(ticket(), 'mail.discard', target, {}));
    // A session ends 30 days after its last use: it is used on the way.
    bed.clock.time += 20 * DAY;
    await listed();
    bed.clock.time += 11 * DAY;
    await bed.restart();
    const left = await until(async () => {
      const mails = await listed();
      return mails.length === 1 ? mails : undefined;
    });
    expect(left[0]?.id).toBe(waiting?.id);
  });

  it('MIN-11 lets a flood wait in the mailbox', async () => {
    const lines = (index: number): readonly string[] => [
      ...['From: bot@ailleurs.test', `To: tablee+p-${bed.space}@vallee.test`, `Subject: ${index}`, '', 'x'],
    ];
    for (let index = 0; index < 230; index += 1) arrives(lines(index), `flood-${1_000 + index}`);
    await until(async () => ((await listed()).length >= 200 ? true : undefined));
    expect(readdirSync(join(box, 'new')).length).toBeGreaterThan(0);
  });
});
