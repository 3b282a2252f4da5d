import { beforeAll, describe, expect, it } from 'vitest';
import { misfitsOn, opened, picture, turnTo, violationsOn } from './look.ts';
import { open, type Person, press, sees, settled, setUp } from './person.ts';
import { openStage } from './stage.ts';

const WHERE = [
  'problem',
  'fit',
  'context',
  'stakeholders',
  'listening',
  'core',
  'meetings',
  'documents?view=letters',
  'people?view=talks',
] as const;

const stage = openStage();
let awa: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
});

const panel = () => awa.page.locator('main details').filter({ hasText: /À quoi cela sert|What this is for/ });
const unfold = () => panel().locator('summary').first().click();

describe('guidance beside the tools', () => {
  it('is closed until somebody asks, and says what each tool of phase 1 is for', async () => {
    await setUp(awa);
    await awa.page.getByRole('button', { name: 'Visiter l’exemple' }).click();
    await awa.page.waitForURL(/\/p\/\w{20}/);
    await settled(awa);
    for (const where of WHERE) {
      await open(awa, where);
      expect([where, await panel().first().getAttribute('open')]).toEqual([where, null]);
      await unfold();
      await sees(panel().first(), 'Les questions qui comptent maintenant');
      await sees(panel().first(), /Questions du cadre, version 2026/);
    }
  });

  it('opens without a network, once the app is on the device', async () => {
    await open(awa, 'core');
    await expect
      .poll(() => awa.page.evaluate('navigator.serviceWorker.ready.then((held) => held.active?.state)'))
      .toBe('activated');
    await awa.context.setOffline(true);
    await unfold();
    await sees(panel().first(), /Réunir les quelques personnes/);
    await awa.context.setOffline(false);
  });

  it('leads to a library from which every file can be taken', async () => {
    await press(awa, 'Tous les formats et modèles');
    await sees(awa, 'Conversation d’écoute');
    const main = awa.page.locator('main');
    const links = await main
      .locator('a[download]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    expect(links).toHaveLength(6 * 2 + 5 * 2 * 2 + 1);
    const first = await awa.page.request.get(links[0] ?? '');
    expect(first.headers()['content-type']).toBe('application/pdf');
    const [file] = await Promise.all([
      awa.page.waitForEvent('download'),
      main
        .getByRole('button', { name: /^Tableur \(XLSX\)/ })
        .first()
        .click(),
    ]);
    expect(file.suggestedFilename()).toBe('Liste des acteurs.xlsx');
  });

  it('is calm on a phone and in the dark, fits, and breaks no rule of access', async () => {
    for (const room of ['library', 'stakeholders']) {
      await open(awa, room);
      if (room !== 'library') await unfold();
      // Tall enough for the whole page: a target under the phone's bar is reached by scrolling, which axe cannot know.
      for (const width of [1280, 360])
        for (const [lang, theme] of [
          ['fr', 'light'],
          ['en', 'dark'],
        ] as const) {
          await awa.page.setViewportSize({ width, height: 6_000 });
          await turnTo(awa, { lang, theme });
          await opened(awa);
          expect(await violationsOn(awa.page)).toEqual([]);
          expect(await misfitsOn(awa.page)).toEqual([]);
          await picture(awa, `guidance-${room}-${width}-${lang}-${theme}`);
        }
      await awa.page.setViewportSize({ width: 1280, height: 800 });
      await turnTo(awa, { lang: 'fr', theme: 'light' });
    }
    expect(awa.complaints).toEqual([]);
  });
});
