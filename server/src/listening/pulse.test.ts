import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  addRecord,
  isJsonObject,
  isObject,
  type JsonObject,
  PARTNERS,
  processCommand,
} from '@tablee/domain/kernel';
import { pulseId } from '@tablee/domain/modules/pulse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../people/secret.ts';
import { instant } from '../space/runtime.ts';
import { textIn } from '../testing/answer.ts';
import { type ListeningBed, openListeningBed } from './fixture.ts';

const DAY = 86_400_000;

let bed: ListeningBed;
let meeting: string;
beforeEach(async () => {
  bed = await openListeningBed();
  meeting = newId();
  const title = { lang: 'fr', text: 'Atelier au puits' };
  await bed.send(
    addRecord(ticket(), 'meeting', { entity: meeting, circle: PARTNERS }, { title, state: 'held' }),
  );
  await bed.send(
    processCommand(
      ticket(),
      'pulse.open',
      { entity: pulseId(meeting), circle: PARTNERS },
      {
        meeting,
        closes: { instant: instant(bed.clock.time + 7 * DAY), zone: 'Africa/Dakar' },
      },
    ),
  );
}, 30_000);
afterEach(() => bed.stop());

const ticket = () => ({ id: newId(), space: bed.space, saidAt: instant(bed.clock.time) });

const askPerson = async (person: string): Promise<string> => {
  const asked = { kind: 'pulse', subject: meeting, circle: PARTNERS, person, deadline: '2026-03-08' };
  const answer = await bed.awa.json('POST', `/api/spaces/${bed.space}/links`, asked);
  return new URL(await textIn(answer, 'url')).pathname;
};

const somebody = async (name: string): Promise<string> => {
  return textIn(
    await bed.awa.json('POST', `/api/spaces/${bed.space}/people`, { name, language: 'fr' }),
    'person',
  );
};

interface Held {
  readonly id: string;
  readonly type: string;
  readonly state?: JsonObject;
}

const snapshot = async (): Promise<unknown> =>
  (await bed.awa.get(`/api/spaces/${bed.space}/snapshot`)).json();

const inside = (value: unknown, type: string): readonly Held[] => {
  if (Array.isArray(value)) return value.flatMap((each) => inside(each, type));
  if (!isObject(value)) return [];
  const { id, state } = value;
  if (value['type'] === type && typeof id === 'string' && isJsonObject(state)) return [{ id, type, state }];
  return Object.values(value).flatMap((each) => inside(each, type));
};

const held = async (type: string): Promise<readonly Held[]> => inside(await snapshot(), type);

describe('two questions after a meeting, by link', () => {
  it('PLS-1 takes an answer by link without script in four languages and keeps nothing that ties it to whom', async () => {
    const link = await askPerson(await somebody('Blessing Phiri'));
    const guest = bed.guest('198.51.100.7');
    for (const [lang, word] of [
      ['fr', 'Plutôt oui'],
      ['en', 'Mostly'],
      ['de', 'Eher ja'],
      ['es', 'Más bien sí'],
    ] as const) {
      const page = await (await guest.get(`${link}/pulse?lang=${lang}`)).text();
      expect(page).toContain(word);
      expect(page).not.toMatch(/<script/);
      expect(Buffer.byteLength(page)).toBeLessThan(30_000);
    }
    expect((await guest.get(link)).headers.get('location')).toBe(`${link}/pulse`);
    const done = await (await guest.form(`${link}/pulse`, { useful: '3', heard: '1' })).text();
    expect(done).toContain('Rien ne la relie à vous');
    const again = await (await guest.form(`${link}/pulse`, { useful: '0', heard: '0' })).text();
    expect(again).toContain('Rien ne la relie à vous');
    const db = new DatabaseSync(join(bed.folder, 'listening.sqlite'), { readOnly: true });
    const rows = db.prepare('select question, answer, times from slip order by question').all();
    db.close();
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { question: 'heard', answer: 1, times: 1 },
      { question: 'useful', answer: 3, times: 1 },
    ]);
    const ledger = JSON.stringify(await held('request'));
    expect(ledger).toContain('"said":{}');
  });

  it('PLS-4 gives the totals once, when the questions close at their moment, and empties the box', async () => {
    const marks = [3, 3, 2, 2, 1, 0];
    for (const [at, mark] of marks.entries()) {
      const link = await askPerson(await somebody(`Personne ${at}`));
      await bed.guest(`198.51.100.${at + 1}`).form(`${link}/pulse`, { useful: String(mark) });
    }
    const late = await askPerson(await somebody('Tendai Moyo'));
    expect((await held('pulse'))[0]?.state).toMatchObject({ state: 'open', useful: null });
    bed.clock.time += 8 * DAY;
    await bed.restart();
    await expect
      .poll(async () => (await held('pulse'))[0]?.state, { timeout: 5_000 })
      .toMatchObject({
        state: 'counted',
        useful: { state: 'exact', counts: [1, 1, 2, 2] },
        heard: { state: 'hidden' },
      });
    expect((await held('request')).map(({ state }) => state?.['state']).sort()).toEqual([
      ...marks.map(() => 'answered'),
      'closed',
    ]);
    expect(await (await bed.guest('198.51.100.99').get(`${late}/pulse`)).text()).toContain('sont closes');
    await expect
      .poll(() => {
        const db = new DatabaseSync(join(bed.folder, 'listening.sqlite'), { readOnly: true });
        const row = db
          .prepare('select (select count(*) from slip) + (select count(*) from slip_taken) as n')
          .get();
        db.close();
        return row?.['n'];
      })
      .toBe(0);
    expect(readFileSync(join(bed.folder, 'listening.sqlite'), 'latin1')).not.toContain('Personne');
  });

  it('PLS-3 shows no figure below five answers', async () => {
    for (const at of [0, 1, 2, 3]) {
      const link = await askPerson(await somebody(`Personne ${at}`));
      await bed.guest(`198.51.100.${at + 1}`).form(`${link}/pulse`, { useful: '3', heard: '3' });
    }
    await bed.send(
      processCommand(ticket(), 'pulse.close', { entity: pulseId(meeting), circle: PARTNERS }, {}),
    );
    await expect
      .poll(async () => (await held('pulse'))[0]?.state, { timeout: 5_000 })
      .toMatchObject({ state: 'counted', useful: { state: 'hidden' }, heard: { state: 'hidden' } });
  });

  it('PLS-4 takes the answer of a member in the app, once, and of nobody who was not asked', async () => {
    const path = `/api/spaces/${bed.space}/meetings/${meeting}/pulse`;
    expect((await bed.awa.json('POST', path, { useful: 2 })).status).toBe(404);
    const seen = await snapshot();
    const you = isObject(seen) && isObject(seen['you']) ? seen['you']['person'] : undefined;
    await askPerson(String(you));
    expect((await bed.awa.json('POST', path, {})).status).toBe(400);
    const first = await bed.awa.json('POST', path, { useful: 2 });
    expect([first.status, await first.json()]).toEqual([201, { already: false }]);
    expect(await (await bed.awa.json('POST', path, { useful: 0 })).json()).toEqual({ already: true });
  });
});
