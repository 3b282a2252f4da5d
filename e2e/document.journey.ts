import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { addActor, found } from './founding.ts';
import { violationsOn } from './look.ts';
import {
  choose,
  open,
  type Person,
  press,
  said,
  sees,
  settled,
  sitDown,
  speak,
  tick,
  write,
} from './person.ts';
import { startServer, type TestServer } from './server.ts';

/** Where pictures of the pages go, for somebody to look at; none when it is not set. */
const PICTURES = process.env['PICTURES'];

let browser: Browser;
let server: TestServer;
let awa: Person;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer()]);
  awa = await sitDown(browser, server, { name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error(`\n${awa.page.url()}:\n${await said(awa)}`);
});

const panel = () => awa.page.locator('aside').filter({ visible: true });

const picture = async (name: string): Promise<void> => {
  if (PICTURES === undefined) return;
  for (const [width, scheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    await awa.page.setViewportSize({ width, height: 900 });
    await awa.page.emulateMedia({ colorScheme: scheme });
    await awa.page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
  }
  await awa.page.setViewportSize({ width: 1280, height: 900 });
  await awa.page.emulateMedia({ colorScheme: 'light' });
};

const bring = async (title: string, words: string): Promise<void> => {
  await write(awa, 'Titre', title);
  await write(awa, /^Les mots du texte/, words);
  await press(awa, 'Déposer un texte');
};

describe('a text, from its first version to the page of its code', () => {
  it('comes in, is put in force, and a second version is placed after it', async () => {
    await found(awa);
    await addActor(awa, { name: 'Ministère de l’Eau', sector: 'État' });
    await open(awa, 'documents');
    await press(awa, 'Déposer un texte');
    await bring('Charte de l’eau', 'Chaque borne est entretenue par son comité.');
    await sees(panel(), 'C’est un projet');
    await press(panel(), 'Mettre en vigueur');
    await sees(panel(), /En vigueur depuis le/);
    await press(panel(), 'Déposer une nouvelle version');
    await bring('Charte de l’eau', 'Chaque borne est entretenue par la mairie et son comité.');
    await sees(panel(), 'Voir la version 1, en vigueur');
    await choose(panel(), 'Comparer avec', 'version 1');
    await sees(panel(), 'la mairie et');
    await settled(awa);
    await picture('document-second');
  });

  it('collects what is said of each version, and who has it', async () => {
    await press(panel(), 'Donner mon avis');
    await write(panel(), 'Donner mon avis', 'La mairie n’a pas de budget.');
    await press(panel(), 'Envoyer mon avis');
    await sees(panel(), /La mairie n’a pas de budget/);
    await press(panel(), 'Noter une remise');
    await choose(panel(), 'Organisation', 'Ministère de l’Eau');
    await tick(panel(), 'En main propre');
    await press(panel(), 'Noter');
    await sees(panel(), 'Ministère de l’Eau');
    await press(panel(), 'Mettre en vigueur à la place');
    await sees(panel(), /En vigueur depuis le/);
    await press(panel(), 'version 1');
    await sees(panel(), /Remplacé le .* par la version 2/);
    await sees(panel(), 'Donnés sur la version 2');
    await settled(awa);
    expect(await violationsOn(awa.page)).toEqual([]);
    await picture('document-first');
    await speak(awa, 'English');
    await sees(panel(), /Replaced on .* by version 2/);
    await picture('document-first-en');
    await speak(awa, 'Français');
  });

  it('leads from the code in its foot to what became of it, without script and without a word of it', async () => {
    await press(panel(), 'Voir le code');
    const foot = await panel()
      .getByText(/\/c\/\w{5}-\w{5}/)
      .first()
      .innerText();
    const code = /\/c\/\w{5}-\w{5}/.exec(foot)?.[0] ?? '';
    const guest = await sitDown(browser, server, {
      name: 'Quelqu’un',
      lang: 'fr',
      width: 360,
      script: false,
    });
    await guest.page.goto(code);
    await sees(guest, /Remplacé le/);
    await sees(guest, /La version 2 a pris sa place/);
    expect(await guest.page.locator('body').innerText()).not.toContain('Charte');
    if (PICTURES !== undefined)
      await guest.page.screenshot({ path: join(PICTURES, 'code-page.png'), fullPage: true });
    await guest.context.close();
    expect(awa.complaints).toEqual([]);
  });
});
