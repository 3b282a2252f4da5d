import { actorOf, addRecord, type Command, PARTNERS, type Ticket, valueOf } from '@tablee/domain/kernel';
import { attendance } from '@tablee/domain/modules/meeting';
import { path } from '@tablee/domain/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, found, openPeopleBed, type PeopleBed, read, setUp } from '../people/fixture.ts';
import { newId } from '../people/secret.ts';
import { mailServer, plain } from '../testing/mail-server.ts';
import { type InvitedLine, inviteToMeeting } from './meeting-invitation.ts';

let bed: PeopleBed;
let server: Awaited<ReturnType<typeof mailServer>>;
let awa: Browser;
let space: string;
let meeting: string;
let rows: readonly string[];

const ticket = (): Ticket => ({ id: newId(), space, saidAt: new Date(bed.clock.time).toISOString() });

const send = async (command: Command): Promise<string> => {
  const answer = await awa.json('POST', path.commands(space), { commands: [command] });
  expect(await answer.text()).toContain('"accepted"');
  return command.entity;
};

const add = (noun: string, slots: Parameters<typeof addRecord>[3]): Promise<string> =>
  send(addRecord(ticket(), noun, { entity: newId(), circle: PARTNERS }, slots));

beforeEach(async () => {
  server = await mailServer();
  bed = await openPeopleBed({ smtp: server.url });
  awa = await setUp(bed);
  space = await found(awa);
  const body = { name: 'Tendai Moyo', email: 'tendai@vallee.test', language: 'en' };
  const guest = await read<{ person: string }>(await awa.json('POST', path.people(space), body));
  meeting = await add('meeting', {
    title: { lang: 'en', text: 'Workshop at the clinic' },
    moment: { instant: '2030-12-03T09:00:00.000Z', zone: 'Africa/Lusaka' },
    place: { name: 'The clinic' },
    costs: { lang: 'en', text: 'Bus fares are refunded on the day.' },
  });
  await add('agendaItem', { meeting, title: { lang: 'en', text: 'What the tests say' }, order: 1 });
  rows = [
    await add('attendance', { meeting, person: guest.person, expected: true }),
    await add('attendance', { meeting, personName: 'Mrs N.', expected: true }),
  ];
});
afterEach(async () => {
  await bed.dispose();
  await server.close();
});

const invite = async (wished: readonly string[]): Promise<readonly InvitedLine[]> => {
  const entities = await bed.people.spaces.read(space);
  const founder = [...(entities?.values() ?? [])].find((entity) => entity.type === 'member')?.id ?? '';
  const by = entities && actorOf(entities, founder);
  if (by === undefined) throw new Error('nobody keeps this space');
  const answer = await inviteToMeeting(bed.people, { space, by, meeting }, { rows: wished, send: true });
  if (!answer.ok) throw new Error(answer.code);
  return answer.invited;
};

describe('inviting to a meeting', () => {
  it('sends the invitation with agenda, costs, link and calendar, and leaves a letter for who has no address', async () => {
    const [tendai, other] = await invite(rows);
    expect(tendai).toMatchObject({ asked: true, mailed: true, name: 'Tendai Moyo' });
    expect(tendai?.text?.split('\n')).toHaveLength(4);
    expect(tendai?.text).toContain(tendai?.url);
    expect(other).toMatchObject({ asked: false, mailed: false, name: 'Mrs N.' });
    await server.next(1);
    const mail = server.mails[0] ?? '';
    expect(mail).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
    const words = plain(mail);
    expect(words).toContain('What the tests say');
    expect(words).toContain('Bus fares are refunded on the day.');
    expect(words).toContain('11:00');
  });

  it('keeps the answer of somebody who is told again, and says what has changed', async () => {
    const [first] = await invite(rows.slice(0, 1));
    const guest = bed.browser();
    const door = new URL(first?.url ?? '').pathname;
    expect((await guest.submit(door, { choice: 'coming' })).status).toBe(303);
    await add('invitation', {
      meeting,
      way: 'email',
      [`told#${rows[0]}`]: true,
      sequence: 0,
      moment: { instant: '2030-12-02T09:00:00.000Z', zone: 'Africa/Lusaka' },
      place: { name: 'The clinic' },
      sent: { instant: '2026-03-01T10:00:00.000Z', zone: 'UTC' },
    });
    const [again] = await invite(rows.slice(0, 1));
    expect(again?.email?.subject).toContain('Date or place changed');
    const entities = await bed.people.spaces.read(space);
    const requests = [...(entities?.values() ?? [])].filter((entity) => entity.type === 'request');
    expect(requests).toHaveLength(1);
    expect(valueOf(attendance, entities?.get(rows[0] ?? ''), 'answer')).toBe('coming');
  });

  it('refuses rows of another sheet', async () => {
    await expect(invite(['aaaaaaaaaaaaaaaaaaaa'])).rejects.toThrow('Invalid');
  });
});
