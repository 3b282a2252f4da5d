import {
  addRecord,
  CORE,
  type JsonObject,
  PARTNERS,
  PUBLIC,
  processCommand,
  type Role,
  SECRETARIAT,
} from '@tablee/domain/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingInvitationRoutes } from '../door/meeting-invitation.ts';
import { SILENT } from '../log.ts';
import { readMail } from '../mail/read-mail.ts';
import {
  type Browser,
  found,
  openPeopleBed,
  PASSWORD,
  type PeopleBed,
  read,
  setUp,
} from '../people/fixture.ts';
import { newId } from '../people/secret.ts';
import { Reminders } from '../reminder/reminders.ts';
import { canariesFor, heardIn } from './canary.ts';
import { mailServer, plain } from './mail-server.ts';

const CIRCLES = [PUBLIC, PARTNERS, CORE, SECRETARIAT];
const canaries = canariesFor(CIRCLES);
const MONDAY = Date.parse('2026-03-02T07:00:00Z');
const MEMBERS: readonly Role[] = ['secretariat', 'core', 'chair', 'leader', 'focal', 'deputy', 'observer'];

let bed: PeopleBed;
let smtp: Awaited<ReturnType<typeof mailServer>>;
let awa: Browser;
let space: string;
let organisation = '';
let guest = '';

const ticket = () => ({ id: newId(), space, saidAt: new Date(bed.clock.time).toISOString() });
const api = (part: string): string => `/api/spaces/${space}/${part}`;
const add = async (noun: string, circle: string, slots: JsonObject): Promise<string> => {
  const entity = newId();
  const commands = [addRecord(ticket(), noun, { entity, circle }, slots)];
  const said = await (await awa.json('POST', api('commands'), { commands })).text();
  if (!said.includes('"accepted"')) throw new Error(said);
  return entity;
};
const act = async (type: string, circle: string, payload: JsonObject, entity = newId()): Promise<string> => {
  const commands = [processCommand(ticket(), type, { entity, circle }, payload)];
  const said = await (await awa.json('POST', api('commands'), { commands })).text();
  if (!said.includes('"accepted"')) throw new Error(said);
  return entity;
};
const fr = (text: string) => ({ lang: 'fr', text });

/** Somebody of each role, with an address, who owes something in every circle; and a delegate without an account. */
const people = async (): Promise<void> => {
  organisation = await add('actor', PARTNERS, { name: 'Régie', sector: 'state' });
  for (const role of MEMBERS) {
    const email = `${role}@vallee.test`;
    const body = { name: role, email, roles: [role], way: 'email', organisation, language: 'fr' };
    const { url } = await read<{ url: string }>(await awa.json('POST', api('invitations'), body));
    // Once it is used, an invitation that still waits is not sent.
    await bed.people.post.look();
    const fields = { name: role, email, password: PASSWORD, language: 'fr', step: 'join' };
    const joined = await bed.browser().submit(new URL(url).pathname, fields);
    if (joined.status !== 303) throw new Error(await joined.text());
  }
  const card = { name: 'Binta', email: 'guest@vallee.test', language: 'fr' };
  guest = (await read<{ person: string }>(await awa.json('POST', api('people'), card))).person;
  await add('mandate', PARTNERS, { organisation, role: 'focal', person: guest });
};

/** A meeting, a promise and a request of each circle, with its word; every circle has a point at the partners' meeting. */
const matter = async (): Promise<void> => {
  const made = canaries.map(({ circle, word }) => ({ circle, word, meeting: newId() }));
  for (const { circle, word, meeting } of made) {
    const moment = { instant: '2026-03-12T09:00:00.000Z', zone: 'Africa/Dakar' };
    const slots = { title: fr(`Atelier ${word}`), purpose: fr(`Pour ${word}`), moment };
    const commands = [addRecord(ticket(), 'meeting', { entity: meeting, circle }, slots)];
    expect(await (await awa.json('POST', api('commands'), { commands })).text()).toContain('"accepted"');
    await add('commitment', circle, {
      what: fr(`Dû ${word}`),
      owner: organisation,
      due: '2026-03-04',
      state: 'open',
    });
  }
  for (const { circle, word, meeting } of made) {
    for (const on of new Set([meeting, made[1]?.meeting ?? '']))
      await add('agendaItem', circle, { meeting: on, title: fr(`Point ${word}`), order: 1 });
    const row = await add('attendance', circle, { meeting, person: guest, organisation, expected: true });
    const invited = await awa.json('POST', api(`meetings/${meeting}/invitations`), {
      rows: [row],
      send: true,
    });
    expect([circle, invited.status]).toEqual([circle, 200]);
    const wording = await act('wording.open', circle, { kind: 'problem', lang: 'fr', text: `Texte ${word}` });
    const asked = { person: guest, organisation, subject: wording, version: 1, kind: 'position', circle };
    const question = `Que dire de ${word} ?`;
    const asking = await awa.json('POST', api('links'), { ...asked, question, send: true });
    expect([circle, asking.status]).toEqual([circle, 201]);
  }
};

beforeAll(async () => {
  smtp = await mailServer();
  bed = await openPeopleBed({ smtp: smtp.url, more: meetingInvitationRoutes });
  awa = await setUp(bed);
  space = await found(awa);
  await people();
  await matter();
  bed.clock.time = MONDAY;
  await new Reminders(bed.people, SILENT).run();
  await bed.people.post.look();
}, 60_000);
afterAll(async () => {
  await bed.dispose();
  await smtp.close();
});

const to = (who: string): readonly string[] =>
  smtp.mails.filter((mail) => new RegExp(`^To: ${who}@vallee.test`, 'm').test(mail));

describe('a letter that leaves by e-mail', () => {
  it('went out to every role and to somebody without an account: invitations, requests, digests', () => {
    for (const who of [...MEMBERS, 'guest']) expect([who, to(who).length]).not.toEqual([who, 0]);
    // Of each circle an invitation and a request, and the digest.
    expect(to('guest').length).toBe(2 * CIRCLES.length + 1);
    const said = to('guest').flatMap((mail) => heardIn(plain(mail), canaries));
    expect(said).toContain(PARTNERS);
  });

  it.each([...MEMBERS, 'guest'])(
    'says nothing of a narrower circle to %s, not even to who reads it',
    async (who) => {
      for (const mail of to(who)) {
        const { subject } = await readMail(Buffer.from(mail));
        const heard = [
          ...heardIn(mail, canaries),
          ...heardIn(plain(mail), canaries),
          ...heardIn(subject, canaries),
        ];
        expect([subject, heard.filter((circle) => circle !== PARTNERS && circle !== PUBLIC)]).toEqual([
          subject,
          [],
        ]);
      }
    },
  );
});
