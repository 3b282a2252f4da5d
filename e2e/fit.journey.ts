import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { record, snapshotOf } from './asking.ts';
import { openBrowser } from './browser.ts';
import { found, invite } from './founding.ts';
import { join, open, type Person, press, said, sees, settled, sitDown, tick, write } from './person.ts';
import { startServer, type TestServer } from './server.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let browser: Browser;
let server: TestServer;
let awa: Person;
let moussa: Person;
let fatou: Person;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer()]);
  awa = await sitDown(browser, server, { name: 'Awa Ndiaye', lang: 'fr' });
  moussa = await sitDown(browser, server, { name: 'Moussa Diop', lang: 'fr', width: 360, height: 740 });
  fatou = await sitDown(browser, server, { name: 'Fatou Sow', lang: 'fr', width: 360, height: 740 });
  await found(awa);
  await record(awa, 'actor', { name: 'Régie des eaux', sector: 'state' });
  await join(
    moussa,
    await invite(awa, { name: 'Moussa Diop', organisation: 'Régie des eaux', role: 'noyau' }),
  );
  await join(
    fatou,
    await invite(awa, { name: 'Fatou Sow', organisation: 'Régie des eaux', role: 'point focal' }),
  );
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    for (const person of [awa, moussa, fatou])
      console.error(`\n${person.name} at ${person.page.url()}:\n${await said(person)}`);
});

const answerAll = async (person: Person, answer: string): Promise<void> => {
  for (let question = 1; question <= 6; question += 1) {
    await sees(person, new RegExp(`${question} sur 6`));
    await tick(person, answer);
    if (question === 1) await write(person, /^Pourquoi/, `Canari de ${person.name}`);
    await press(person, question < 6 ? 'Question suivante' : 'Donner mon point de vue');
  }
};

describe('the fit check', () => {
  it('says beforehand who learns what, and offers no anonymity that few people could keep', async () => {
    await open(awa, 'fit');
    await press(awa, 'Donner mon point de vue');
    await sees(awa, /Ensuite, tout le noyau lit qui a dit quoi/);
    await sees(awa, /cette voie s’ouvre à partir de 15 personnes/);
    expect(await awa.page.getByRole('radio', { name: /urne/ }).count()).toBe(0);
    const axe = await new AxeBuilder({ page: awa.page }).withTags(TAGS).analyze();
    expect(axe.violations.map((violation) => violation.id)).toEqual([]);
    await tick(awa, /Chacun avec son nom/);
    await press(awa, 'Répondre ainsi');
  });

  it('lets each answer alone first, then shows the spread in sentences, with the names that were agreed', async () => {
    await answerAll(awa, 'Oui');
    await sees(awa, /1 oui : tous d’accord/);
    await settled(awa);
    await open(moussa, 'fit');
    await sees(moussa, /Ensuite, tout le noyau lit qui a dit quoi/);
    expect(await said(moussa)).not.toContain('Canari de Awa');
    await answerAll(moussa, 'Non');
    await sees(moussa, /1 oui et 1 non : les avis se partagent/);
    await sees(moussa, /Oui : Awa Ndiaye/);
    await settled(moussa);
  });

  it('concludes with reasons, and tells partners as much as was chosen', async () => {
    await open(awa, 'fit');
    await press(awa, 'Conclure');
    await tick(awa, 'Lancer un partenariat');
    await write(awa, /^Pour quelles raisons/, 'Canari de la raison');
    await tick(awa, /sans les raisons/);
    await press(awa, 'Conclure');
    await sees(awa, /Lancer un partenariat, conclu/);
    await settled(awa);
    await open(fatou, 'fit');
    await sees(fatou, 'Lancer un partenariat');
    await sees(fatou, 'Le noyau garde ses raisons pour lui.');
    expect(await snapshotOf(fatou)).not.toContain('Canari');
  });
});

describe('context and initiatives', () => {
  it('take one line and a source, pasted too, and explain an overlap in words', async () => {
    await open(awa, 'context');
    await press(awa, 'Initiatives');
    await press(awa, 'Coller une liste');
    const rows =
      'Projet\tObjectifs\tSource\nÉcoles saines\tAnalyser l’eau des puits pour les enfants\tAppel de mardi';
    await write(awa, /^Les lignes de votre tableau/, rows);
    await press(awa, 'Voir les lignes');
    await press(awa, /^Faire entrer 1 ligne$/);
    await sees(awa, /1 ligne est entrée/);
    await press(awa, 'Écoles saines');
    const panel = awa.page.locator('aside');
    await sees(panel, /les mêmes mots : eau, puits et enfants/);
    await tick(panel, /La compléter/);
    await settled(awa);
    expect(await snapshotOf(awa)).toContain('complement');
  });
});
