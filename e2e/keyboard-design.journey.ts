import { beforeAll, describe, expect, it } from 'vitest';
import { record } from './asking.ts';
import { found, speakFor } from './founding.ts';
import { check, enter, go, inField, pick, type } from './keyboard.ts';
import { open, type Person, sees, settled } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
let awa: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
  await found(awa);
  await record(awa, 'actor', { name: 'Comité du Quartier-Bas', sector: 'civilSociety', ring: 'core' });
  await settled(awa);
  await speakFor(awa, 'Comité du Quartier-Bas');
  await open(awa, 'phase-2');
});

const write = (words: string): Promise<void> => awa.page.keyboard.type(words);

describe('what we agree on, by the keyboard alone', () => {
  it('enters the phase and writes the vision', async () => {
    await enter(awa, 'Passer à cette phase');
    await go(awa, 'Vision', /\/vision$/);
    await enter(awa, 'Écrire la première phrase');
    await inField(awa, /^Ces mots/);
    await write('Dans cinq ans, chaque enfant boit une eau sûre.');
    await enter(awa, 'Proposer ces mots');
    await sees(awa, 'Version 1 : aucune organisation ne l’a encore confirmée.');
  });

  it('builds a chain of results, with an assumption', async () => {
    await go(awa, /^2 Conception/, /\/phase-2$/);
    await go(awa, 'Résultats', /\/results$/);
    await enter(awa, 'Ajouter un résultat');
    await inField(awa, /^Ce qui change/);
    await write('Moins d’enfants malades');
    await pick(awa, 'Impact');
    await enter(awa, 'Ajouter');
    await sees(awa, 'Ajouté. Le suivant ?');
    await type(awa, /^Ce qui change/, 'L’eau des puits est sûre');
    await pick(awa, 'Effet');
    await check(awa, 'Moins d’enfants malades');
    await enter(awa, 'Ajouter');
    await enter(awa, 'Annuler');
    await enter(awa, 'Tableau');
    await enter(awa, 'L’eau des puits est sûre');
    await awa.page.locator('aside').waitFor();
    await enter(awa, 'Ajouter une hypothèse');
    await inField(awa, /^Ce que nous supposons/);
    await write('Les familles viennent puiser aux nouvelles bornes.');
    await enter(awa, 'Ajouter');
    await sees(awa.page.locator('aside'), 'Les familles viennent puiser aux nouvelles bornes.');
    await awa.page.keyboard.press('Escape');
    await awa.page.locator('aside').waitFor({ state: 'detached' });
  });

  it('says how the change is counted', async () => {
    await enter(awa, 'Indicateurs');
    await awa.page.waitForURL(/view=indicators/);
    await enter(awa, 'Ajouter un indicateur');
    await inField(awa, /^Ce que l’on compte/);
    await write('Puits conformes');
    await pick(awa, 'L’eau des puits est sûre');
    await pick(awa, 'Doit monter');
    await type(awa, /^Cible( \(|$)/, '12');
    await enter(awa, 'Ajouter');
    await sees(awa.page.getByRole('table'), 'Puits conformes');
  });

  it('names who answers for an activity, and what an organisation brings', async () => {
    await go(awa, /^2 Conception/, /\/phase-2$/);
    await go(awa, 'Feuille de route', /\/roadmap$/);
    await enter(awa, 'Ajouter une activité');
    await inField(awa, /^Ce qui est fait/);
    await write('Poser trois bornes-fontaines');
    await pick(awa, 'Comité du Quartier-Bas', /^Organisation qui en répond/);
    await enter(awa, 'Ajouter');
    await sees(awa, 'Poser trois bornes-fontaines');
    await go(awa, /^2 Conception/, /\/phase-2$/);
    await go(awa, 'Ressources', /\/resources$/);
    await enter(awa, 'Annoncer une contribution');
    await pick(awa, 'Comité du Quartier-Bas');
    await pick(awa, 'En temps de travail');
    await type(awa, /^Ce qui est apporté/, 'Douze jours de chantier');
    await enter(awa, 'Annoncer');
    await sees(awa, 'Une contribution d’une organisation.');
  });

  it('writes a clause, prepares the agreement and freezes its words', async () => {
    await go(awa, /^2 Conception/, /\/phase-2$/);
    await go(awa, 'Accord', /\/agreement$/);
    await enter(awa, 'Proposer une clause');
    await inField(awa, /^Titre/);
    await write('But');
    await type(awa, /^Texte/, 'Une eau sûre pour chaque enfant du Quartier-Bas.');
    await pick(awa, 'Objet et buts');
    await enter(awa, 'Proposer la clause');
    await enter(awa, 'Préparer l’accord');
    await inField(awa, /^Comment s’appelle-t-il/);
    await write('Accord de la vallée');
    await enter(awa, 'Préparer l’accord');
    await enter(awa, 'Arrêter le texte');
    // Whoever belongs to the core group is proposed as a signatory.
    await enter(awa, 'Arrêter cette version');
    await sees(awa, /^Version 1, arrêtée le .*, pas encore adoptée\.$/);
  });

  it('decides on exactly these words, with a stance', async () => {
    await enter(awa, 'Versions et signatures');
    await awa.page.waitForURL(/view=signatures/);
    await go(awa, 'Préparer la décision', /\/decisions\?/);
    await enter(awa, 'Poser la question');
    await awa.page.waitForURL(/\/decisions\/\w{20}/);
    await sees(awa, /^Consensus : adopté si quelqu’un est d’accord/);
    await enter(awa, 'Donner la position');
    await pick(awa, 'Je suis d’accord');
    await pick(awa, /Confirmée/);
    await enter(awa, 'Donner la position');
    await enter(awa, 'Constater le résultat');
    await sees(awa, 'Adoptée.');
  });

  it('adopts the agreement and signs it', async () => {
    await go(awa, 'Accord', /\/agreement$/);
    await enter(awa, 'Versions et signatures');
    await awa.page.waitForURL(/view=signatures/);
    await enter(awa, 'Constater l’adoption');
    await sees(awa, 'Vous signez pour : Comité du Quartier-Bas.');
    await enter(awa, 'Signer');
    await type(awa, /^Mandat/, 'Procès-verbal du 12 mai');
    await enter(awa, 'Signer');
    await sees(awa, /Une signature sur 1/);
  });

  it('ends without a complaint of the browser', () => {
    expect(awa.complaints).toEqual([]);
  });
});
