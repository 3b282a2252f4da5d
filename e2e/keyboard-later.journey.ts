import { beforeAll, describe, expect, it } from 'vitest';
import { record } from './asking.ts';
import { found, invite, speakFor } from './founding.ts';
import { arrived, check, enter, go, inField, pick, type } from './keyboard.ts';
import { join, open, type Person, sees, settled } from './person.ts';
import { openStage } from './stage.ts';

/** A day that reads the same whichever way the fields of the browser ask for it. */
const DAY = '12122030';
const COMMITTEE = 'Comité du Quartier-Bas';

const stage = openStage();
let awa: Person;
let tendai: Person;

/** The first day of the month, `months` from now. */
const firstOf = (months: number): string => {
  const day = new Date();
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
};

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
  tendai = await stage.sit({ name: 'Tendai Moyo', email: 'tendai@valley.test', lang: 'fr' });
  await found(awa);
  const collector = await record(awa, 'actor', { name: COMMITTEE, sector: 'civilSociety', ring: 'core' });
  const outcome = await record(awa, 'result', {
    statement: { lang: 'fr', text: 'L’eau des puits est sûre' },
    level: 'outcome',
  });
  await record(awa, 'indicator', {
    name: { lang: 'fr', text: 'Puits conformes' },
    result: outcome,
    direction: 'up',
    baseline: { value: '3', unit: 'puits' },
    baselineDate: firstOf(-4),
    target: { value: '12', unit: 'puits' },
    targetDate: firstOf(2),
    collector,
    rhythm: 'month',
  });
  await settled(awa);
  await join(tendai, await invite(awa, { name: tendai.name, organisation: COMMITTEE, role: 'point focal' }));
  await speakFor(awa, COMMITTEE);
  await open(awa, 'phase-3');
  await open(tendai, 'today');
});

const write = (words: string): Promise<void> => awa.page.keyboard.type(words);

describe('what happens and what goes on, by the keyboard alone', () => {
  it('records a figure and approves it', async () => {
    await enter(awa, 'Passer à cette phase');
    await go(awa, 'Données de suivi', /\/monitoring$/);
    await enter(awa, 'Saisir');
    await inField(awa, /^Valeur \(puits\)/);
    await write('3');
    await type(awa, /^D’où vient-elle/, 'Relevé des puits');
    await enter(awa, 'Saisir une valeur');
    await sees(awa, /^Notée sur cet appareil : 3 puits/);
    await enter(awa, 'Valider');
    await sees(awa, /À cette date, le chemin demandait/);
  });

  it('answers a point of vigilance by words', async () => {
    await go(awa, /^3 Mise en œuvre/, /\/phase-3$/);
    await go(awa, 'Vigilance', /\/flags$/);
    await enter(awa, /Puits conformes.*le chemin demandait/);
    await awa.page.locator('aside').waitFor();
    await enter(awa, 'Mettre en sourdine');
    await type(awa, /^Jusqu’/, DAY);
    await type(awa, /^Pourquoi/, 'Le chantier commence après les pluies.');
    await enter(awa, 'Mettre en sourdine');
    await sees(awa, /Le chantier commence après les pluies/);
    await awa.page.keyboard.press('Escape');
    await awa.page.locator('aside').waitFor({ state: 'detached' });
  });

  it('returns to an earlier phase with a reason', async () => {
    await go(awa, /^Revenir/, /view=return/);
    await pick(awa, /^2 Conception/);
    await check(awa, 'Résultats');
    await type(awa, /^Pourquoi/, 'Les puits ne suivent pas ; il faut revoir la chaîne.');
    await enter(awa, 'Revenir à la phase 2');
    await sees(awa.page.locator('main'), /cycle 2/i);
  });

  it('notes a finding, two options and a lesson', async () => {
    await go(awa, /^4 /, /\/phase-4$/);
    await enter(awa, 'Passer à cette phase');
    await go(awa, 'Évaluation', /\/evaluation$/);
    await enter(awa, 'Noter un constat');
    await inField(awa, /^Question posée/);
    await write('Les enfants sont-ils moins malades ?');
    await type(awa, /^Ce que nous constatons/, 'Moins de cas près des trois bornes.');
    await enter(awa, 'Noter un constat');
    await sees(awa, 'Moins de cas près des trois bornes.');
    await go(awa, /^4 /, /\/phase-4$/);
    await go(awa, 'Options', /\/options$/);
    for (const [name, way] of [
      ['Deux quartiers de plus', 'Élargir'],
      ['S’arrêter ici', 'S’arrêter'],
    ] as const) {
      await enter(awa, 'Ajouter une option');
      await inField(awa, /^Nom/);
      await write(name);
      await pick(awa, way);
      await enter(awa, 'Ajouter une option');
      await sees(awa, name);
    }
    await go(awa, /^4 /, /\/phase-4$/);
    await go(awa, 'Enseignements tirés', /\/lessons$/);
    await enter(awa, 'Noter un enseignement tiré');
    await inField(awa, /^La prochaine fois, nous/);
    await write('compterons les puits avant de promettre.');
    await enter(awa, 'Noter un enseignement tiré');
    await sees(awa, 'compterons les puits avant de promettre.');
  });

  it('hands a role over, which the successor accepts', async () => {
    await go(awa, /^4 /, /\/phase-4$/);
    await go(awa, 'Passation', /\/handover$/);
    await enter(awa, 'Transmettre un rôle');
    await type(awa, /^En quelques mots/, 'La caisse du chantier');
    await pick(awa, /^Tendai Moyo/);
    await type(awa, /^À partir de quand/, DAY);
    await enter(awa, 'Proposer la passation');
    await settled(awa);
    await sees(tendai, /La caisse du chantier/);
    // What waits leads to the thing itself; it is accepted with a second press.
    await enter(tendai, /^(Répondre|Voir|Accepter)/);
    await enter(tendai, 'J’accepte');
    await enter(tendai, /^Oui, je/);
    await sees(awa, /La caisse du chantier : à Tendai Moyo, accepté/);
  });

  it('decides to end, and ends by this decision', async () => {
    await go(awa, /^4 /, /\/phase-4$/);
    await go(awa, 'Bien finir', /\/ending$/);
    await enter(awa, 'Préparer la fin');
    await pick(awa, /^Nous terminons/);
    await enter(awa, 'Préparer la décision');
    await arrived(awa, /\/decisions\?/);
    await enter(awa, 'Poser la question');
    await awa.page.waitForURL(/\/decisions\/\w{20}/);
    await enter(awa, 'Donner la position');
    await pick(awa, 'Je suis d’accord');
    await pick(awa, /Confirmée/);
    await enter(awa, 'Donner la position');
    await enter(awa, 'Constater le résultat');
    await sees(awa, 'Adoptée.');
    await go(awa, /^4 /, /\/phase-4$/);
    await go(awa, 'Bien finir', /\/ending$/);
    await pick(awa, /^Nous terminons/);
    await type(awa, /^Quelle décision/, 'Mettons');
    await type(awa, /^En quelques mots/, 'Les bornes sont à la mairie, l’eau est sûre.');
    await enter(awa, /^Terminer/);
    await sees(awa, 'Les bornes sont à la mairie, l’eau est sûre.');
  });

  it('ends without a complaint of either browser', () => {
    expect([...awa.complaints, ...tendai.complaints]).toEqual([]);
  });
});
