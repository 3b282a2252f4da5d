import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { arrived, enter, focusOf, inField, pick, tabTo, type } from './keyboard.ts';
import { PATIENCE, type Person, said, sees, setUp, sitDown } from './person.ts';
import { startServer, type TestServer } from './server.ts';

let browser: Browser;
let server: TestServer;
let awa: Person;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer()]);
  awa = await sitDown(browser, server, { name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
  await setUp(awa);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    console.error(`\n${awa.page.url()}, ${JSON.stringify(await focusOf(awa))}:\n${await said(awa)}`);
});

const key = (name: string): Promise<void> => awa.page.keyboard.press(name);

/** Waits until the row that opened a panel has the focus again, and the panel is gone. */
const backOnRow = async (): Promise<void> => {
  await awa.page.locator('aside').waitFor({ state: 'detached' });
  await expect
    .poll(() => focusOf(awa), { timeout: PATIENCE })
    .toMatchObject({ name: 'Source Claire', marked: true });
};

describe('by the keyboard alone', () => {
  it('begins a partnership from one sentence', async () => {
    await sees(awa, 'Créer un partenariat');
    await enter(awa, 'Créer un partenariat');
    await inField(awa, /^Quel problème vous réunit/);
    await awa.page.keyboard.type('Au Quartier-Bas, l’eau du puits rend les enfants malades.');
    await enter(awa, 'Commencer');
    await arrived(awa, /\/p\/\w{20}\/today$/);
  });

  it('goes to the map and adds somebody', async () => {
    await enter(awa, /Lancement/);
    await arrived(awa, /\/phase-1$/);
    await enter(awa, /^Acteurs/);
    await arrived(awa, /\/stakeholders$/);
    await enter(awa, 'Ajouter un acteur');
    await inField(awa, /^Nom/);
    await awa.page.keyboard.type('Source Claire');
    await pick(awa, 'Secteur privé');
    await enter(awa, 'Ajouter');
    await sees(awa, /^Ajouté\./);
  });

  it('opens the panel of a row, from the row and from inside; Escape gives the row its focus back', async () => {
    await enter(awa, 'Tableau');
    await enter(awa, 'Source Claire');
    await awa.page.locator('aside').getByRole('heading', { name: 'Source Claire' }).waitFor();
    // Selecting leaves the focus where it is, so that the next row is one key away.
    expect(await focusOf(awa)).toMatchObject({ tag: 'a', name: 'Source Claire' });
    await key('Escape');
    await backOnRow();
    await enter(awa, 'Source Claire');
    await awa.page.locator('aside').waitFor();
    await tabTo(awa, 'Modifier');
    await key('Escape');
    await backOnRow();
  });

  it('gives a position on the words of the problem', async () => {
    await enter(awa, 'Problème');
    await arrived(awa, /\/problem$/);
    await enter(awa, 'Donner la position');
    await inField(awa, /^Je suis d’accord/);
    await pick(awa, 'D’accord avec réserve');
    await type(awa, /^Pourquoi/, 'Le puits du haut manque.');
    await pick(awa, 'Confirmée');
    await enter(awa, 'Donner la position');
    await sees(awa, 'Le puits du haut manque.');
    await sees(awa, 'Version 1 ; 1 position confirmée.');
  });

  it('finds somebody with Control and K, and closes the search with Escape', async () => {
    await key('Control+k');
    const search = awa.page.getByRole('dialog', { name: 'Rechercher' });
    await search.waitFor();
    await key('Escape');
    await search.waitFor({ state: 'detached' });
    await key('Control+k');
    await search.getByRole('searchbox').or(search.getByRole('textbox')).first().waitFor();
    await awa.page.keyboard.type('Source');
    await search.getByRole('link', { name: 'Source Claire' }).waitFor();
    await enter(awa, 'Source Claire');
    await arrived(awa, /\/stakeholders\/\w{20}/);
    await awa.page.locator('aside').getByRole('heading', { name: 'Source Claire' }).waitFor();
  });

  it('prepares a meeting and notes a decision by Enter', async () => {
    await enter(awa, 'Réunions');
    await arrived(awa, /\/meetings$/);
    await enter(awa, 'Préparer la réunion');
    await inField(awa, /^Titre/);
    await awa.page.keyboard.type('Première rencontre');
    await enter(awa, 'Préparer la réunion');
    await awa.page.waitForURL(/\/meetings\/\w{20}/);
    // The page stays the same; the agenda waits for its first line.
    await inField(awa, /^Un point, en une ligne/);
    await enter(awa, 'Déroulé');
    await awa.page.waitForURL(/view=run/);
    await type(awa, 'En une ligne', 'On garde les mots de la version 1');
    await key('Enter');
    await sees(awa, '1 ligne gardée sur cet appareil.');
    await sees(awa, 'On garde les mots de la version 1');
    // The next line is written at once.
    await inField(awa, /^En une ligne/);
    await awa.page.keyboard.type('On se revoit en décembre');
    await key('Enter');
    await sees(awa, '2 lignes gardées sur cet appareil.');
  });

  it('ends without a complaint of the browser', () => {
    expect(awa.complaints).toEqual([]);
  });
});
