import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { addActor, found, linkOn, speakFor } from './founding.ts';
import { choose, open, type Person, press, said, sees, sitDown, tick, write } from './person.ts';
import { startServer, type TestServer } from './server.ts';

/** The heaviest that a page without account may be, style sheet included, in bytes as they travel. */
const LIGHT = 30_000;

let browser: Browser;
let server: TestServer;
let awa: Person;
let mame: Person;
/** What each page without script weighed, by its address. */
const weights = new Map<string, number>();

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer()]);
  awa = await sitDown(browser, server, { name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
  mame = await sitDown(browser, server, { name: 'Mame Diop', lang: 'fr', width: 360, script: false });
  await found(awa);
  await addActor(awa, { name: 'Comité du Quartier-Bas', sector: 'Société civile' });
  await addActor(awa, { name: 'Familles du puits 4', sector: 'Société civile' });
  await speakFor(awa, 'Comité du Quartier-Bas');
  mame.page.on('response', (response) => {
    const page = mame.page.url();
    response
      .body()
      .then((body) => weights.set(page, (weights.get(page) ?? 0) + body.byteLength))
      .catch(() => undefined);
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    for (const person of [awa, mame])
      console.error(`\n${person.name} at ${person.page.url()}:\n${await said(person)}`);
});

/** Asks somebody who has no account, by name; the link is read where it is handed over. */
const askMame = async (isNew: boolean, organisation?: string): Promise<string> => {
  await awa.page.getByRole('searchbox', { name: 'Chercher une personne' }).fill(mame.name);
  if (isNew) {
    await press(awa, `Ajouter « ${mame.name} »`);
    await write(awa, 'Pourquoi garder ce nom', 'Elle parle pour les familles.');
  } else await tick(awa.page.getByRole('form', { name: 'Demander par un lien' }), mame.name);
  if (organisation !== undefined) await choose(awa, 'Pour quelle organisation', organisation);
  await press(awa, 'Préparer le lien');
  return linkOn(awa);
};

const send = (): Promise<void> => mame.page.getByRole('button', { name: 'Oui, envoyer ma réponse' }).click();

it('confirms a meeting, sees what was recorded in her name, and changes it', async () => {
  await open(awa, 'meetings');
  await press(awa, 'Préparer la réunion');
  await write(awa, 'Titre', 'Première rencontre');
  await write(awa, /^Date et heure$/, '2030-12-03');
  await write(awa, ': heure', '15:00');
  await press(awa, 'Préparer la réunion');
  await press(awa, 'Présences');
  await press(awa, 'Inviter par un lien, sans compte');
  const link = await askMame(true);
  await mame.page.goto(link);
  await sees(mame, /^Mame Diop, Awa Ndiaye vous demande une réponse pour « L’eau de la vallée »/);
  await sees(mame, /3 décembre 2030, 15 h/);
  await tick(mame, 'Je ne viens pas');
  await send();
  const notice = mame.page.locator('.notice');
  await sees(notice, 'Ce qui est noté en votre nom');
  await sees(notice, 'Je ne viens pas');
  await sees(awa, 'Mame Diop : Ne vient pas');
  await tick(mame, 'Je viens');
  await send();
  await sees(mame.page.locator('.notice'), 'Je viens');
  await mame.page.reload();
  await sees(mame.page.locator('.notice'), 'Je viens');
});

it('takes a position on exactly the words that she was shown', async () => {
  await open(awa, 'problem');
  await press(awa, 'Demander par un lien');
  const link = await askMame(false, 'Familles du puits 4');
  await mame.page.goto(link);
  await sees(mame, 'Pour : Familles du puits 4');
  await sees(mame, 'Au Quartier-Bas, l’eau du puits rend les enfants malades.');
  await tick(mame, /accord avec réserve/i);
  await mame.page.locator('textarea[name=words]').fill('Le puits 4 n’est pas le seul.');
  await send();
  await sees(mame.page.locator('.notice'), 'Le puits 4 n’est pas le seul.');
  await sees(awa, 'Le puits 4 n’est pas le seul.');
});

it('gives a figure with where it comes from, which waits for approval', async () => {
  await open(awa, 'results?view=indicators');
  await press(awa, 'Ajouter un indicateur');
  await write(awa, 'Ce que l’on compte', 'Puits conformes');
  await write(awa, /^Cible \(/, '12');
  await write(awa, 'Cible : unité', 'puits');
  await awa.page
    .getByRole('group', { name: 'Qui renseigne' })
    .getByRole('radio', { name: 'Familles du puits 4' })
    .check();
  await tick(awa, 'Chaque mois');
  await press(awa, 'Ajouter');
  await open(awa, 'monitoring');
  await press(awa, /^Puits conformes/);
  await press(awa, 'Demander par un lien');
  const link = await askMame(false);
  await mame.page.goto(link);
  await sees(mame, 'Puits conformes');
  await write(mame, 'Valeur, en puits', '1 200,5');
  await mame.page.locator('textarea[name=words]').fill('Carnet du puits');
  await send();
  await sees(mame.page.locator('.notice'), '1200,5 puits');
  await write(mame, 'Valeur, en puits', '3');
  await send();
  await sees(mame.page.locator('.notice'), /^3 puits/);
  await open(awa, 'monitoring');
  await sees(awa, /Puits conformes : 3 puits/);
  await sees(awa, /Carnet du puits/);
});

it('says of a guessed link that nothing was recorded, and takes no answer on a withdrawn one', async () => {
  await mame.page.goto('/r/AAAAAAAAAAAAAAAAAAAAAA');
  await sees(mame, /Rien n’a été enregistré et rien n’est perdu/);
  expect(await said(mame)).not.toContain('vallée');
  await open(awa, 'meetings');
  await press(awa, 'Présences');
  await press(awa, 'Inviter par un lien, sans compte');
  const link = await askMame(false);
  await press(awa, 'C’est remis');
  const sent = awa.page.waitForResponse(/\/commands$/);
  await awa.page.getByRole('button', { name: 'Retirer la demande' }).last().click();
  await sent;
  await mame.page.goto(link);
  await sees(mame, /^Cette demande est close\./);
  expect(await mame.page.getByRole('button').count()).toBe(0);
});

it('weighs at most 30 kB per page, without a script', () => {
  expect(weights.size).toBeGreaterThan(3);
  for (const [page, bytes] of weights) expect(bytes, page).toBeLessThanOrEqual(LIGHT);
});
