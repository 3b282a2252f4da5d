import { beforeAll, describe, expect, it } from 'vitest';
import { record, snapshotOf } from './asking.ts';
import { found, invite } from './founding.ts';
import { violationsOn } from './look.ts';
import { join, open, type Person, press, said, sees, settled, tick, write } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
let awa: Person;
let moussa: Person;
let fatou: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  moussa = await stage.sit({ name: 'Moussa Diop', lang: 'fr', width: 360, height: 740 });
  fatou = await stage.sit({ name: 'Fatou Sow', lang: 'fr', width: 360, height: 740 });
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
    expect(await violationsOn(awa.page)).toEqual([]);
    await tick(awa, /Chacun avec son nom/);
    await press(awa, 'Répondre ainsi');
  });

  it('lets each answer alone first, then shows the spread in sentences, with the names that were agreed', async () => {
    await answerAll(awa, 'Oui');
    await sees(awa, /1 oui : tous du même avis/);
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
