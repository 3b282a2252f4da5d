import { addRecord, type Command, PARTNERS, PUBLIC, processCommand } from '@tablee/domain/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, found, openPeopleBed, type PeopleBed, setUp } from '../people/fixture.ts';
import { newId } from '../people/secret.ts';

let bed: PeopleBed;
let awa: Browser;
let space: string;
beforeEach(async () => {
  bed = await openPeopleBed();
  awa = await setUp(bed);
  space = await found(awa);
});
afterEach(() => bed.dispose());

const ticket = () => ({ id: newId(), space, saidAt: new Date(bed.clock.time).toISOString() });
const send = (...commands: readonly Command[]) =>
  awa.json('POST', `/api/spaces/${space}/commands`, { commands });
const news = (title: string, text: string, date: string): Command =>
  addRecord(
    ticket(),
    'news',
    { entity: newId(), circle: PUBLIC },
    {
      title: { lang: 'fr', text: title },
      text: { lang: 'fr', text },
      date,
    },
  );

describe('the public page', () => {
  it('looks the same for a space that shows nothing and for one that does not exist', async () => {
    const [quiet, absent] = [
      await bed.browser().get(`/public/${space}`),
      await bed.browser().get(`/public/${newId()}`),
    ];
    expect([quiet.status, await quiet.text()]).toEqual([absent.status, await absent.text()]);
    expect(quiet.status).toBe(404);
  });

  it('shows what is in the public circle and nothing else, newest first, without script, cookie or outside content', async () => {
    await send(
      news('Trois bornes-fontaines marchent', 'Depuis lundi. <b>Merci !</b>', '2026-02-20'),
      news('Un deuxième puits', 'En mai.', '2026-02-25'),
      addRecord(
        ticket(),
        'actor',
        { entity: newId(), circle: PARTNERS },
        { name: 'Comité secret', sector: 'civilSociety' },
      ),
    );
    const answer = await bed.browser().get(`/public/${space}`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page.indexOf('deuxième puits')).toBeLessThan(page.indexOf('Trois bornes-fontaines'));
    expect(page).toContain('&lt;b&gt;Merci\u202f!&lt;/b&gt;');
    expect(page).toContain('25 février 2026');
    expect(page).not.toContain('secret');
    expect(page).not.toContain('Awa');
    expect(page).not.toMatch(/<script|https?:/);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('shows the published page with its sections, and what the reader’s language has', async () => {
    const item = { section: 'figures', source: newId(), value: '65.1', unit: '%', day: '2026-01-31' };
    const payload = {
      title: { fr: 'L’eau de la vallée', en: 'Valley Water' },
      intro: { fr: 'De l’eau saine pour tous.' },
      items: [{ ...item, texts: { fr: 'Foyers raccordés', en: 'Households connected' } }],
    };
    const command = processCommand(
      ticket(),
      'publicPage.publish',
      { entity: newId(), circle: PUBLIC },
      payload,
    );
    expect(await (await send(command)).json()).toMatchObject({ outcomes: [{ outcome: 'accepted' }] });
    const page = await (await bed.browser({ language: 'en' }).get(`/public/${space}`)).text();
    expect(page).toContain('<h1>Valley Water</h1>');
    expect(page).toContain('<p class="pre" lang="fr" dir="auto">De l’eau saine pour tous.</p>');
    expect(page).toContain('Households connected');
    expect(page).toContain('65.1 %, 31 January 2026');
  });

  it('stays under 30 kB with its style sheet, however much is public', async () => {
    const long = 'Une phrase de plus sur l’eau de la vallée. '.repeat(60);
    for (let day = 10; day < 29; day += 1) await send(news(`Nouvelle ${day}`, long, `2026-02-${day}`));
    const page = await (await bed.browser().get(`/public/${space}`)).text();
    const css = await (await bed.browser().get('/door.css')).text();
    expect(Buffer.byteLength(page)).toBeLessThan(30_000);
    expect(page).toContain('Cette page s’arrête ici');
    expect(Buffer.byteLength(css)).toBeLessThan(6_000);
  });
});
