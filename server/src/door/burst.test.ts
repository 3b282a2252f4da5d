import { addRecord, PARTNERS } from '@tablee/domain/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ListeningBed, openListeningBed } from '../listening/fixture.ts';
import { ALLOWANCES } from '../people/limit.ts';
import { newId } from '../people/secret.ts';
import { instant } from '../space/runtime.ts';
import { textIn } from '../testing/answer.ts';

let bed: ListeningBed;
beforeAll(async () => {
  bed = await openListeningBed();
}, 30_000);
afterAll(() => bed.stop());

const links = async (): Promise<readonly string[]> => {
  const meeting = newId();
  const ticket = { id: newId(), space: bed.space, saidAt: instant(bed.clock.time) };
  const title = { lang: 'fr', text: 'Atelier' };
  await bed.send(addRecord(ticket, 'meeting', { entity: meeting, circle: PARTNERS }, { title }));
  const made: string[] = [];
  for (const name of ['Blessing Phiri', 'Tendai Moyo']) {
    const card = await bed.awa.json('POST', `/api/spaces/${bed.space}/people`, { name, language: 'fr' });
    const person = await textIn(card, 'person');
    const asked = { kind: 'confirmMeeting', subject: meeting, circle: PARTNERS, person };
    const link = await bed.awa.json('POST', `/api/spaces/${bed.space}/links`, asked);
    made.push(new URL(await textIn(link, 'url')).pathname);
  }
  return made;
};

it('holds back a burst from one address on one link, while other addresses get through on other links', async () => {
  const [pressed = '', quiet = ''] = await links();
  const loud = bed.guest('203.0.113.9');
  const statuses: number[] = [];
  for (let presses = 0; presses < ALLOWANCES.address.burst + 20; presses += 1) {
    const answer = await loud.get(pressed);
    statuses.push(answer.status);
    // While it lasts, somebody else comes by now and then.
    if (presses % 80 === 0)
      expect((await bed.guest(`198.51.100.${presses / 80 + 1}`).get(quiet)).status).toBe(200);
  }
  expect(statuses.slice(0, ALLOWANCES.token.burst)).not.toContain(429);
  expect(statuses.at(-1)).toBe(429);
  // The address is held back on every door by now, the others on none.
  const held = await loud.get(quiet);
  expect([held.status, Number(held.headers.get('retry-after')) > 0]).toEqual([429, true]);
  const other = bed.guest('198.51.100.50');
  expect((await other.get(quiet)).status).toBe(200);
  const answer = await other.form(quiet, { choice: 'coming' });
  expect(await answer.text()).toContain('Ce qui est noté en votre nom');
}, 60_000);
