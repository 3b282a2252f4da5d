import { beforeAll, describe, expect, it } from 'vitest';
import { record } from './asking.ts';
import { found } from './founding.ts';
import { misfitsOn, violationsOn } from './look.ts';
import { type Person, press, sees, settled, speak } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
let awa: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr', width: 360, height: 740 });
  await found(awa);
  await record(awa, 'actor', { name: 'Brasserie', sector: 'private' });
  await settled(awa);
});

/** What the page that is open says of the app to the home screen. */
const manifestOf = async (): Promise<unknown> => {
  const href = await awa.page.locator('link[rel=manifest]').getAttribute('href');
  return (await awa.page.request.get(href ?? '')).json();
};

/** The longest that a note may take from the press on the home screen to "kept", typing left aside, in milliseconds. */
const SOON = 20_000;

describe('a conversation', () => {
  it('is offered on the home screen and among the apps to share with', async () => {
    expect(await manifestOf()).toMatchObject({
      id: '/',
      lang: 'fr',
      shortcuts: [{ url: '/note', name: 'Noter un échange' }],
      share_target: { action: '/note', method: 'POST', enctype: 'multipart/form-data' },
    });
    await speak(awa, 'English');
    await awa.page.locator('html[lang=en]').waitFor({ state: 'attached' });
    expect(await manifestOf()).toMatchObject({
      id: '/',
      lang: 'en',
      shortcuts: [{ url: '/note', name: 'Note a conversation' }],
      share_target: { action: '/note', method: 'POST' },
    });
    await speak(awa, 'Français');
    await awa.page.locator('html[lang=fr]').waitFor({ state: 'attached' });
  });

  it('is noted within 20 seconds of the press on the home screen, on a slow phone without network', async () => {
    const { page, context } = awa;
    // The first visit leaves the app on the device; a home page shows the partnerships, which it remembers.
    await page.goto('/');
    await sees(awa, 'L’eau de la vallée');
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    const slow = await context.newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await context.setOffline(true);
    const start = Date.now();
    await page.goto('/note');
    await page.getByRole('textbox', { name: 'Avec qui ?' }).waitFor();
    const opened = Date.now() - start;
    // The field has the focus: one press on the home screen, words, one press on "Noter".
    await page.keyboard.type('Mme Njovu');
    await page.keyboard.press('Enter');
    await sees(awa, /^Noté sur cet appareil, à /);
    const kept = Date.now() - start;
    console.info(`note: form after ${opened} ms, kept after ${kept} ms, 2 presses`);
    expect(kept).toBeLessThan(SOON);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await context.setOffline(false);
  });

  it('is in my conversations afterwards, for me alone', async () => {
    await press(awa, 'Voir mes échanges');
    await sees(awa, 'Mme Njovu');
    await settled(awa);
    await awa.page.reload();
    await sees(awa, 'Mme Njovu');
  });

  it('takes what another app shares as its first words', async () => {
    await awa.page.goto('/note?title=Message&text=On%20se%20voit%20jeudi');
    const words = awa.page.getByRole('textbox', { name: /Qu’avez-vous retenu/ });
    await words.waitFor();
    expect(await words.inputValue()).toBe('Message\nOn se voit jeudi');
    await press(awa, 'Noter');
    await sees(awa, /^Noté sur cet appareil/);
    await press(awa, 'Voir mes échanges');
    await sees(awa, 'On se voit jeudi');
  });

  it('reads well on a phone and breaks no rule of access', async () => {
    await awa.page.goto('/note');
    await awa.page.getByRole('textbox', { name: 'Avec qui ?' }).waitFor();
    expect([await misfitsOn(awa.page), await violationsOn(awa.page)]).toEqual([[], []]);
    expect(awa.complaints).toEqual([]);
  });
});
