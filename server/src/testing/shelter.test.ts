import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addRecord,
  CORE,
  type JsonObject,
  PARTNERS,
  processCommand,
  SECRETARIAT,
} from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { tableOf } from '@tablee/domain/modules/register';
import type { SnapshotAnswer } from '@tablee/domain/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ListeningBed, openListeningBed } from '../listening/fixture.ts';
import type { Copies } from '../people/copies.ts';
import { read } from '../people/fixture.ts';
import { newId } from '../people/secret.ts';
import { instant } from '../space/runtime.ts';
import { heardIn } from './canary.ts';
import { mailServer, plain } from './mail-server.ts';
import { lettersOf, textOfAnswer } from './printed.ts';

/** Her name, her address, and what stands under her name: words that are nowhere else. */
const NAME = { circle: 'name', word: 'qzvhxkwyjbft' };
const CONTACT = { circle: 'contact', word: 'xwqjzkvhpymt' };
const SAID = { circle: 'said', word: 'vkqhzwxjpymb' };
/** What others said beside her, which stays. */
const OTHERS = { circle: 'others', word: 'jwzxqkhvpbmt' };
const HERS = [NAME, CONTACT, SAID];
const EMAIL = `${CONTACT.word}@quartier.test`;

let bed: ListeningBed;
let box: string;
let smtp: Awaited<ReturnType<typeof mailServer>>;
let binta = '';
let meeting = '';
let office = '';
let letter = '';
/** The attendance sheet of the meeting, on paper. */
let sheet: string;
/** The concept note that names her as whom to talk to. */
let note = '';
let wording = '';
let request = '';
const ROUND = 'bcdefghijklmnopqrstu';
const doors = { request: '', round: '', own: '' };

const ticket = () => ({ id: newId(), space: bed.space, saidAt: instant(bed.clock.time) });
const api = (part: string): string => `/api/spaces/${bed.space}/${part}`;
const add = async (noun: string, circle: string, slots: JsonObject): Promise<string> => {
  const entity = newId();
  await bed.send(addRecord(ticket(), noun, { entity, circle }, slots));
  return entity;
};
const act = async (type: string, circle: string, payload: JsonObject, entity = newId()): Promise<string> => {
  await bed.send(processCommand(ticket(), type, { entity, circle }, payload));
  return entity;
};
const refusalOf = async (type: string, circle: string, payload: JsonObject, entity = newId()) => {
  const commands = [processCommand(ticket(), type, { entity, circle }, payload)];
  const { outcomes } = await read<{ outcomes: readonly { code?: string; outcome: string }[] }>(
    await bed.awa.json('POST', api('commands'), { commands }),
  );
  return outcomes[0]?.code ?? outcomes[0]?.outcome;
};
const said = (lang: string, text: string) => ({ lang, text });

const people = async (): Promise<void> => {
  const card = { name: `Binta ${NAME.word}`, email: EMAIL, phone: `+221 77 ${CONTACT.word}`, language: 'fr' };
  binta = (await read<{ person: string }>(await bed.awa.json('POST', api('people'), card))).person;
  office = await add('actor', PARTNERS, { name: 'Mairie', sector: 'state', focal: binta });
};

/** Everything in which a partnership writes of her, or takes down what she says. */
const work = async (): Promise<void> => {
  meeting = await add('meeting', PARTNERS, { title: said('fr', 'Atelier') });
  const name = `Binta ${NAME.word}`;
  const mine = { organisation: office, person: binta };
  await add('attendance', PARTNERS, { meeting, ...mine, personName: name, expected: true, present: true });
  const list = { kind: 'attendance', subject: meeting };
  sheet = await act('paper.print', PARTNERS, { prefix: 'AC7K', lang: 'fr', asks: [list], sheets: [{}] });
  await add('coreMember', PARTNERS, { ...mine, personName: name, mandate: said('fr', SAID.word) });
  await add('mandate', PARTNERS, { ...mine, role: 'focal', reference: SAID.word });
  await add('conversation', CORE, { withName: name, person: binta, text: said('fr', SAID.word) });
  const mandate = {
    mandateFrom: `L’assemblée ${SAID.word}`,
    mandateOn: '2026-01-05',
    proof: said('fr', SAID.word),
  };
  const holders = { group: `Les familles ${OTHERS.word}`, speaker: binta, ...mandate };
  const to = await add('rightsHolder', SECRETARIAT, holders);
  await add('rightsPromise', SECRETARIAT, { to, promise: said('fr', `Une borne ${OTHERS.word}`) });
  const moved = { due: '2026-03-20', dateReason: said('fr', SAID.word), proofNote: SAID.word };
  await add('commitment', PARTNERS, {
    what: said('fr', 'Les analyses'),
    owner: office,
    person: binta,
    ...moved,
  });
  note = await add('conceptNote', PARTNERS, {
    audience: 'Bailleur',
    readers: 'partners',
    lang: 'fr',
    contact: binta,
  });
  const text = await add('document', PARTNERS, { title: said('fr', 'Charte') });
  await add('sending', PARTNERS, { document: text, person: binta, way: 'hand', note: SAID.word });
  wording = await act('wording.open', PARTNERS, {
    kind: 'problem',
    lang: 'fr',
    text: 'Les puits se vident.',
  });
  const position = { version: 1, stance: 'reservations', standing: 'personal', channel: 'phone' };
  const take = (organisation: string, more: JsonObject): Promise<string> =>
    act('wording.take', PARTNERS, { ...position, organisation, ...more }, wording);
  await take(office, { person: binta, reason: `Première crainte ${SAID.word}` });
  await take(office, { person: binta, reason: `Seconde crainte ${SAID.word}` });
  await take(await add('actor', PARTNERS, { name: 'Banque', sector: 'private' }), { reason: OTHERS.word });
  letter = await act('letter.write', SECRETARIAT, {
    ...{
      template: 'listed',
      tone: 'plain',
      lang: 'fr',
      civility: 'madam',
      person: binta,
      dated: '2026-03-01',
    },
    ...{
      subject: SAID.word,
      recipient: name,
      salutation: 'Madame,',
      body: SAID.word,
      closing: '.',
      signature: 'A',
    },
  });
  const asked = { kind: 'confirmMeeting', subject: meeting, person: binta, question: SAID.word };
  const made = await read<{ request: string; url: string }>(
    await bed.awa.json('POST', api('links'), { ...asked, send: true }),
  );
  request = made.request;
  doors.request = new URL(made.url).pathname;
  const words = `Je viendrai ${SAID.word}`;
  const answer = { said: { choice: 'coming' }, channel: 'phone', words };
  await act('request.answer', PARTNERS, answer, request);
};

const listening = async (): Promise<void> => {
  await bed.act(ROUND, 'plan', {
    texts: { fr: { title: 'L’eau', intro: 'Que faire ?', promise: 'Réponse en mai.' } },
    ...{ expected: 60, naming: ['anonymous', 'named'], sectors: ['civilSociety', 'private'] },
    closes: { instant: '2026-04-01T18:00:00Z', zone: 'Africa/Dakar' },
    answerBy: '2026-05-01',
    statements: [{ id: 'tap', texts: { fr: 'Un puits par rue' } }],
  });
  await bed.act(ROUND, 'open');
  const door = async (body: object): Promise<string> => {
    const answer = await bed.awa.json('POST', api(`rounds/${ROUND}/doors`), body);
    return /\/l\/[\w-]+/.exec(await answer.text())?.[0] ?? '';
  };
  doors.round = await door({ kind: 'public' });
  doors.own = await door({ kind: 'personal', person: binta });
  const guest = bed.guest('203.0.113.4');
  const name = `binta  ${NAME.word.toUpperCase()}`;
  await guest.form(doors.round, { do: 'start', naming: 'named', name, sector: 'civilSociety', lang: 'fr' });
  await guest.form(doors.round, { do: 'propose', text: `Que ${SAID.word}`, lang: 'fr' });
};

const writes = async (): Promise<void> => {
  await smtp.next(1);
  const to = /^Reply-To:\s*(\S+)/im.exec(smtp.mails[0] ?? '')?.[1] ?? '';
  const head = [`From: "Binta ${NAME.word}" <${EMAIL}>`, `To: ${to}`, `Message-ID: <${newId()}@x.test>`];
  const lines = [...head, `Subject: ${SAID.word}`, 'Content-Type: text/plain', '', `Oui ${SAID.word}`];
  writeFileSync(join(box, 'new', newId()), lines.join('\r\n'));
  await smtp.next(2);
};

const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await done()) return;
    await new Promise((go) => setTimeout(go, 25));
  }
  throw new Error('it did not come');
};

const KINDS = ['minutes', 'decisions', 'agreement', 'invitation', 'run-sheet', 'briefing'];

/** The address of everything that the server says to the secretariat, or writes for it. */
const addresses = (): readonly string[] => [
  ...['snapshot', 'history', 'history?limit=500', 'people', 'people/review', 'links', 'invitations'].map(api),
  ...['proof', 'export', 'mails', 'copies', `rounds/${ROUND}/proposals`, `rounds/${ROUND}/voices`].map(api),
  ...HERS.map(({ word }) => api(`search?q=${word}`)),
  ...[...KINDS, 'working-agreement'].flatMap((kind) =>
    ['pdf', 'docx'].map((ending) => api(`documents/${kind}/${meeting}.${ending}`)),
  ),
  ...['pdf', 'docx'].map((ending) => api(`documents/working-agreement/${bed.space}.${ending}`)),
  ...['pdf', 'docx'].map((ending) => api(`documents/letter/${letter}.${ending}`)),
  ...['pdf', 'docx'].map((ending) => api(`documents/paper/${sheet}.${ending}`)),
  api(`documents/concept-note/${note}.docx`),
  api(`rounds/${ROUND}/poster.docx`),
  api(`documents/quarter/2026-Q1.docx`),
  api(`documents/calendar/${meeting}.ics`),
  ...[`/public/${bed.space}`, doors.request, doors.round, doors.own, '/api/openapi.json'],
];

const heardAt = async (address: string): Promise<readonly string[]> => {
  const text = await textOfAnswer(await bed.awa.json('GET', address));
  return [...new Set([...heardIn(text, HERS), ...heardIn(lettersOf(text), HERS)])];
};
const everywhere = async (): Promise<{ readonly [address: string]: readonly string[] }> => {
  const heard: { [address: string]: readonly string[] } = {};
  for (const address of addresses()) {
    const found = await heardAt(address);
    if (found.length > 0) heard[address.replace(bed.space, '')] = found;
  }
  return heard;
};
const outside = async (): Promise<Copies> =>
  read<Copies>(await bed.awa.json('GET', api(`people/${binta}/copies`)));
const searched = async (word: string): Promise<readonly unknown[]> =>
  (await read<{ found: readonly unknown[] }>(await bed.awa.json('GET', api(`search?q=${word}`)))).found;
const protect = (on: boolean): Promise<Response> =>
  bed.awa.json('POST', api(`people/${binta}/protect`), { on });

let before: Awaited<ReturnType<typeof everywhere>>;
let listed: Copies;
let found: readonly unknown[];
let after: Copies;
beforeAll(async () => {
  smtp = await mailServer();
  box = mkdtempSync(join(tmpdir(), 'tablee-maildir-'));
  const mail = { SMTP_URL: smtp.url, MAIL_FROM: 'Tablée <tablee@vallee.test>', MAIL_IN: `maildir:${box}` };
  bed = await openListeningBed(mail);
  await people();
  await work();
  await listening();
  await writes();
  before = await everywhere();
  listed = await outside();
  found = await searched(SAID.word);
  const answer = await protect(true);
  if (answer.status !== 200) throw new Error(await answer.text());
  after = await read<Copies>(answer);
}, 60_000);
afterAll(async () => {
  await bed.stop();
  await smtp.close();
  rmSync(box, { recursive: true });
});

describe('somebody put in safety', () => {
  it('stood in the outputs before, so that their silence says something', () => {
    const heard = Object.keys(before).join('\n');
    for (const part of ['snapshot', 'history', 'people', 'export', 'mails', 'proposals'])
      expect(heard).toContain(part);
    for (const part of ['minutes', 'paper', 'run-sheet', 'letter', 'concept-note'])
      expect(heard).toContain(`${part}/`);
  });

  it('SAFE-1 is named, reached and quoted in no output any more', async () => {
    expect(await everywhere()).toEqual({});
    expect(found.length).toBeGreaterThan(3);
    expect(await searched(SAID.word)).toEqual([]);
  });

  it('SAFE-1 stands in no table or map that a device makes of what it receives, whose rows stay', async () => {
    const { snapshot } = await read<SnapshotAnswer>(await bed.awa.json('GET', api('snapshot')));
    const tables = [...partnership.declarations.values()].flatMap((declaration) =>
      declaration.kind === 'record' ? [tableOf(declaration, snapshot.entities, { lang: 'fr' })] : [],
    );
    const rows = (title: string) => tables.find((table) => table.title === title)?.rows ?? [];
    expect(rows('titulaires de droits').map(({ cells }) => cells[0])).toEqual([
      `Les familles ${OTHERS.word}`,
    ]);
    expect(rows('engagements')).toHaveLength(1);
    expect(rows('parties prenantes').length + rows('acteurs').length).toBeGreaterThan(1);
    expect(heardIn(JSON.stringify([tables, snapshot]), HERS)).toEqual([]);
  });

  it('SAFE-1 is named and quoted in no e-mail to others', async () => {
    const sent = smtp.mails.length;
    const card = { name: 'Ruth', email: 'ruth@quartier.test', language: 'fr' };
    const { person } = await read<{ person: string }>(await bed.awa.json('POST', api('people'), card));
    const row = await add('attendance', PARTNERS, { meeting, person, organisation: office, expected: true });
    const invited = await bed.awa.json('POST', api(`meetings/${meeting}/invitations`), {
      rows: [row],
      send: true,
    });
    expect(invited.status).toBe(200);
    const asked = {
      kind: 'position',
      subject: wording,
      version: 1,
      person,
      organisation: office,
      send: true,
    };
    const { url } = await read<{ url: string }>(await bed.awa.json('POST', api('links'), asked));
    await smtp.next(sent + 2);
    const mails = smtp.mails.slice(sent).map((mail) => `${mail}\n${plain(mail)}`);
    const page = await (await bed.guest('192.0.2.47').get(new URL(url).pathname)).text();
    expect([...mails, page].flatMap((text) => heardIn(text, HERS))).toEqual([]);
  });

  it('SAFE-2 leaves what others said, and the choices', async () => {
    const snapshot = await textOfAnswer(await bed.awa.json('GET', api('snapshot')));
    expect(snapshot).toContain(OTHERS.word);
    expect(snapshot).toContain('"stance":"reservations"');
    expect(snapshot).toContain(`"gone":"withdrawn"`);
    expect(await textOfAnswer(await bed.awa.json('GET', api(`search?q=${OTHERS.word}`)))).not.toContain(
      wording,
    );
  });

  it('SAFE-3 has every copy listed that cannot be called back, before and afterwards alike', () => {
    const types = (copies: Copies) => [...new Set(copies.copies.map(({ type }) => type))].sort();
    expect(types(listed)).toEqual(['letter', 'request']);
    const kinds = new Set(listed.produced.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['export', 'letter', 'paper']));
    expect(listed.produced.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest))).toBe(true);
    // The request, and the page that asked whether the reply was read rightly.
    expect(listed.messages).toEqual({ to: 2, from: 0 });
    expect({ ...after, version: 0 }).toEqual({ ...listed, version: 0 });
  });

  it('SAFE-4 MIN-13 LSR-15 stops every link of theirs by itself: request, poll, listening, reply', async () => {
    const guest = bed.guest('192.0.2.44');
    expect((await guest.get(doors.request)).status).toBe(410);
    expect((await guest.get(doors.own)).status).toBe(410);
    expect((await guest.get(doors.round)).status).toBe(200);
    const to = /^Reply-To:\s*(\S+)/im.exec(smtp.mails[0] ?? '')?.[1] ?? '';
    const sent = smtp.mails.length;
    const head = [`From: <${EMAIL}>`, `To: ${to}`, `Message-ID: <${newId()}@x.test>`, 'Subject: x'];
    writeFileSync(join(box, 'new', newId()), [...head, '', `Non ${SAID.word}`].join('\r\n'));
    await until(() => readdirSync(join(box, 'new')).length === 0);
    await until(async () => {
      const { mails } = await read<{ mails: readonly { withheld?: boolean }[] }>(
        await bed.awa.json('GET', api('mails')),
      );
      return mails.length === 2 && mails.every(({ withheld }) => withheld === true);
    });
    expect(smtp.mails).toHaveLength(sent);
    expect(await heardAt(api('mails'))).toEqual([]);
  });

  it('SAFE-5 LSR-15 is asked nothing and spoken for by nobody until they are back in view', async () => {
    const asked = { kind: 'confirmMeeting', subject: meeting, person: binta };
    for (const part of ['links', 'invitations']) {
      const body = part === 'links' ? asked : { person: binta, way: 'link', roles: ['focal'] };
      const answer = await bed.awa.json('POST', api(part), body);
      expect([part, answer.status]).toEqual([part, 409]);
      expect(await answer.text()).toContain('PersonInSafety');
    }
    const door = await bed.awa.json('POST', api(`rounds/${ROUND}/doors`), {
      kind: 'personal',
      person: binta,
    });
    expect(door.status).toBe(409);
    expect(await refusalOf('request.open', PARTNERS, asked)).toBe('PersonInSafety');
    const answer = { said: { choice: 'notComing' }, channel: 'phone' };
    expect(await refusalOf('request.answer', PARTNERS, answer, request)).toBe('PersonInSafety');
    const position = { version: 1, stance: 'agree', standing: 'personal', channel: 'phone', person: binta };
    const take = { ...position, organisation: office };
    expect(await refusalOf('wording.take', PARTNERS, take, wording)).toBe('PersonInSafety');
    // What takes them out of something is not held up.
    expect(await refusalOf('request.close', PARTNERS, { for: 'withdrawn' }, request)).toBe('accepted');
  });

  it('tells the public page and a preview nothing', async () => {
    for (const address of [`/public/${bed.space}`, doors.request]) {
      const page = await (await bed.guest('192.0.2.45').get(address)).text();
      expect(heardIn(page, HERS)).toEqual([]);
    }
    expect(heardIn(bed.lines.join('\n'), HERS)).toEqual([]);
  });

  it('SAFE-1 SAFE-6 keeps their words through a restart, and reads as before once back in view, their links apart', async () => {
    await bed.restart();
    expect(await everywhere()).toEqual({});
    expect((await protect(false)).status).toBe(200);
    const heard = await everywhere();
    for (const address of Object.keys(before).filter((address) => !address.startsWith('/r/')))
      expect([address, heard[address]]).toEqual([address, before[address]]);
    const guest = bed.guest('192.0.2.46');
    expect((await guest.get(doors.request)).status).toBe(410);
    expect((await guest.get(doors.own)).status).toBe(410);
  });
});
