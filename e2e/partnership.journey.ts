import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { snapshotOf } from './asking.ts';
import { factsOf, storedOn } from './device.ts';
import { addActor, found, invite, speakFor } from './founding.ts';
import {
  choose,
  join,
  open,
  type Person,
  press,
  said,
  sees,
  settled,
  spaceOf,
  speak,
  tick,
  write,
} from './person.ts';
import { openStage } from './stage.ts';

/** A word that only Awa may ever read; no other device, page or feed may carry it. */
const ALONE = 'zibeline';
/** A word that only the core group may read; Tendai is not in it. */
const CORE = 'okapi';

const stage = openStage();
let awa: Person;
let tendai: Person;
/** Everything that Tendai's device received, as text. */
const received: string[] = [];

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
  tendai = await stage.sit({
    name: 'Tendai Moyo',
    email: 'tendai@valley.test',
    lang: 'en',
    width: 390,
    height: 800,
  });
  tendai.page.on('response', (response) => {
    // A feed never ends, and its text is read from the device's store below.
    if (response.url().includes('/api/') && !response.url().includes('/feed'))
      response
        .text()
        .then((text) => received.push(text))
        .catch(() => undefined);
  });
});

describe('phase 1, two people on two devices', () => {
  it('begins from the set-up link with one sentence', async () => {
    await found(awa);
    await open(awa, 'phase-1');
    await sees(awa, 'Le problème est écrit, version 1.');
    await sees(awa, 'Responsabilité conjointe');
  });

  it('puts actors on the map and says how many of the four sectors are here', async () => {
    await addActor(awa, {
      name: 'Comité du Quartier-Bas',
      sector: 'Société civile',
      stake: 'Personnes touchées',
    });
    await addActor(awa, { name: 'Mairie de la Vallée', sector: 'État', stake: 'Décide' });
    await addActor(awa, { name: 'Source Claire', sector: 'Secteur privé', stake: 'Finance' });
    await sees(awa, '3 secteurs sur 4 ; la science manque.');
    await addActor(awa, { name: 'Porteuses d’eau', sector: 'Société civile', missing: true });
    await sees(awa, 'Une voix manque (en pointillé) : Porteuses d’eau.');
    await press(awa, 'Tableau');
    await sees(awa.page.getByRole('table'), 'Source Claire');
  });

  it('invites the second person by a link that is shown once, and both know who reads along', async () => {
    const link = await invite(awa, {
      name: tendai.name,
      organisation: 'Mairie de la Vallée',
      role: 'direction',
    });
    await tendai.page.goto(link);
    await sees(tendai, /Awa Ndiaye invites you to represent Mairie de la Vallée/);
    await sees(tendai, 'You will see what all partners share.');
    await join(tendai, link);
    await sees(tendai, 'What waits for you');
    expect(spaceOf(tendai)).toBe(spaceOf(awa));
    // The link served once.
    const again = await fetch(link);
    expect(again.status).toBe(410);
    await press(awa, 'C’est remis');
    await open(awa, 'today');
    await sees(awa, 'Lisible par : partenaires (2), administration du serveur');
    await sees(tendai, 'Readable by: partners (2), server administrator');
  });

  it('lets the founder speak for an organisation too', async () => {
    await speakFor(awa, 'Comité du Quartier-Bas');
  });

  it('keeps every version of the problem and the standing of every position', async () => {
    await open(awa, 'problem');
    await press(awa, 'Proposer une version');
    await write(
      awa,
      'Ces mots',
      'Au Quartier-Bas, l’eau du puits 4 rend les enfants malades pendant les pluies.',
    );
    await press(awa, 'Proposer ces mots');
    await sees(awa, 'Version 2 ; aucune position confirmée.');
    await press(awa, 'Voir ce qui a changé');
    await sees(awa.page.locator('ins').first(), /4/);
    await open(tendai, 'problem');
    await sees(tendai, 'Version 2; no confirmed position.');
    await sees(tendai, 'Written in French. Not translated yet.');
    await press(tendai, 'Give the position');
    await tick(tendai, 'I agree with reservations');
    await write(tendai, 'Why?', 'Well 4 is not the only one.');
    await tick(tendai, /In internal clearance/);
    await press(tendai.page.locator('main form'), 'Give the position');
    await sees(tendai, /in internal clearance/i);
    await sees(awa, 'Well 4 is not the only one.');
    await sees(awa, 'Version 2 ; aucune position confirmée.');
  });

  it('notes a conversation for oneself alone, which no other device and no feed ever shows', async () => {
    await open(awa, 'people');
    await press(awa, 'Noter un échange');
    await sees(awa, 'Qui pourra lire ceci ? Vous uniquement.');
    await write(awa, 'Avec qui', 'Baba Phiri');
    await write(awa, 'Qu’avez-vous retenu', `Il craint les compteurs, ${ALONE}.`);
    await write(awa, 'À suivre le', '2030-12-01');
    await press(awa, 'Noter');
    await sees(awa, /^Noté sur cet appareil/);
    await open(awa, 'people?view=talks');
    await sees(awa, `Il craint les compteurs, ${ALONE}.`);
    await open(tendai, 'people?view=talks');
    await tendai.page.waitForTimeout(500);
    const texts = [await storedOn(tendai), await snapshotOf(tendai), await said(tendai), ...received];
    // The search is not empty: what is shared with Tendai is found in the same texts.
    expect(texts.filter((text) => text.includes('Quartier-Bas')).length).toBeGreaterThan(2);
    expect(texts.filter((text) => text.includes(ALONE))).toEqual([]);
    expect(await storedOn(awa)).toContain(ALONE);
  });

  it('gathers the core group and asks whether a partnership is the answer', async () => {
    await open(awa, 'core');
    await press(awa, 'Proposer quelqu’un');
    await tick(awa, 'Comité du Quartier-Bas');
    await tick(awa, awa.name);
    await write(awa, 'Mandat', 'Parler pour le comité, d’après le PV du 12 mai.');
    await press(awa, 'Proposer');
    await sees(awa, 'Une personne autour de la table.');
    await press(awa, 'Tableau');
    await sees(awa, 'Parler pour le comité, d’après le PV du 12 mai.');
    await open(awa, 'fit');
    await press(awa, 'Donner mon point de vue');
    await tick(awa, /Chacun avec son nom/);
    await press(awa, 'Répondre ainsi');
    for (const answer of ['Oui', 'Oui', 'En partie', 'Oui', 'Oui', 'Oui']) {
      await tick(awa, answer);
      await write(awa, 'Pourquoi', `Vu au comité, ${CORE}.`);
      await awa.page.locator('main form button[type=submit]').click();
    }
    await sees(awa, 'Une personne sur 1 a répondu.');
    // The core group's answers are not the partners'.
    await open(tendai, 'fit');
    await sees(tendai, 'Is a partnership the right answer to this problem?');
    expect(await said(tendai)).not.toMatch(/answers? spread|1 of 1/);
  });

  it('carries a meeting from its agenda to attendance, decisions and actions by Enter, and Word minutes', async () => {
    await open(awa, 'meetings');
    await press(awa, 'Préparer la réunion');
    await write(awa, 'Titre', 'Première rencontre');
    await write(awa, /^Date et heure$/, '2030-12-03');
    await write(awa, /^Heure/, '15:00');
    await write(awa, 'Lieu', 'École du Quartier-Bas');
    await write(awa, 'But', 'S’entendre sur les mots du problème');
    await press(awa, 'Préparer la réunion');
    await write(awa, 'Un point, en une ligne', 'Les mots du problème');
    await write(awa, 'Minutes', '20');
    await awa.page.keyboard.press('Enter');
    await press(awa, /^Proposer à partir de ce qui est ouvert/);
    await press(awa, /^Mettre \d+ points? à l’ordre du jour/);
    await sees(awa, /^15 h 20 · /);
    await press(awa, 'Présences');
    await press(awa, 'Dire qui est attendu');
    await press(awa, /^Tout le monde/);
    await press(awa, /^Mettre \d+ organisations sur la feuille/);
    await sees(awa, '3 présences attendues ; aucune confirmée, personne n’est encore là.');
    await tick(awa, 'Comité du Quartier-Bas, Awa Ndiaye');
    await sees(awa, '3 présences attendues ; aucune confirmée, 1 personne présente.');
    await press(awa, 'Déroulé');
    await write(awa, 'En une ligne', 'On garde les mots de la version 2');
    await awa.page.keyboard.press('Enter');
    await sees(awa, '1 ligne gardée sur cet appareil.');
    await tick(awa, 'Action');
    await choose(awa, 'Qui s’en charge', 'Mairie de la Vallée');
    await write(awa, 'Pour le', '2030-12-20');
    await write(awa, 'En une ligne', 'Envoyer les analyses de l’eau');
    await awa.page.keyboard.press('Enter');
    await sees(awa, '2 lignes gardées sur cet appareil.');
    expect(await awa.page.locator(':focus').getAttribute('name')).toBe('text');
    await press(awa, 'À relire');
    await sees(awa, 'Envoyer les analyses de l’eau');
    await press(awa, 'C’est relu : confier l’action');
    await sees(awa, /Les actions sont chez celles et ceux/);
    await press(awa, 'Compte rendu');
    await press(awa, 'Rédiger le compte rendu');
    await settled(awa);
    const download = awa.page.waitForEvent('download');
    await press(awa, 'Compte rendu en Word (DOCX)');
    const file = readFileSync(await (await download).path());
    // A Word file is a zip archive.
    expect(file.subarray(0, 2).toString()).toBe('PK');
    expect(file.byteLength).toBeGreaterThan(2_000);
  });

  it('tells each side what it owes and what it is owed', async () => {
    await open(tendai, 'commitments');
    await sees(tendai, 'Envoyer les analyses de l’eau');
    await open(awa, 'commitments');
    await press(awa, 'Noter un engagement');
    await write(awa, 'Quoi', 'Réunir les familles du quartier');
    await awa.page
      .getByRole('group', { name: 'Qui le doit' })
      .getByRole('radio', { name: 'Comité du Quartier-Bas' })
      .check();
    await awa.page
      .getByRole('group', { name: 'À qui' })
      .getByRole('radio', { name: 'Mairie de la Vallée' })
      .check();
    await write(awa, 'Pour le', '2030-12-10');
    await press(awa, 'Noter');
    await sees(awa, 'Réunir les familles du quartier');
    await sees(tendai, 'Réunir les familles du quartier');
  });

  it('keeps both versions when two devices change the same field, merges the others, and both end equal', async () => {
    for (const person of [awa, tendai]) {
      await open(person, 'stakeholders');
      await person.page
        .getByRole('button', { name: /^(Tableau|Table)$/ })
        .filter({ visible: true })
        .first()
        .click();
      await press(person, 'Source Claire');
    }
    await tendai.context.setOffline(true);
    await press(tendai, 'Edit');
    await write(tendai, 'Name', 'Source Claire Ltd');
    await write(tendai, 'What it brings', 'Pumps and pipes');
    await press(tendai, 'Save');
    await sees(tendai, 'Pumps and pipes');
    await tendai.page
      .getByText(/Offline, 1 to send/)
      .filter({ visible: true })
      .first()
      .waitFor();
    await press(awa, 'Modifier');
    await write(awa, 'Nom', 'Source Claire SA');
    await tick(awa, 'Science');
    await press(awa, 'Enregistrer');
    await settled(awa);
    await tendai.context.setOffline(false);
    // Back on the network the app needs no reload; a reconnect may wait for its next try.
    await sees(tendai, 'Two versions, both are kept.');
    await sees(awa, 'Deux versions, les deux sont conservées.');
    // The server decided later on Tendai's: Awa's stays in use, both are read on both devices.
    await press(tendai, 'Choose: Name');
    await sees(tendai, 'Source Claire SA');
    await sees(tendai, 'Source Claire Ltd');
    await tick(tendai, 'Write a third');
    await write(tendai, 'Write a third', 'Source Claire (SA)');
    await press(tendai, 'Keep this version');
    await settled(tendai);
    const area = (person: Person) =>
      person.page
        .locator('aside, main')
        .filter({ hasText: 'Pumps and pipes' })
        .filter({ visible: true })
        .first();
    await area(awa).getByRole('heading', { name: 'Source Claire (SA)' }).waitFor();
    await area(tendai).getByRole('heading', { name: 'Source Claire (SA)' }).waitFor();
    await awa.page.getByText('Deux versions').waitFor({ state: 'detached' });
    // Both read it in the same language, so that every word can be compared.
    await speak(tendai, 'Français');
    const facts = await factsOf(tendai, 'Source Claire (SA)');
    expect(facts.length).toBeGreaterThan(2);
    expect(facts).toEqual(await factsOf(awa, 'Source Claire (SA)'));
    await speak(tendai, 'English');
  });
});

/** The first day of the month, `months` from now, as people write it into a date field. */
const firstOf = (months: number): string => {
  const day = new Date();
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
};

/** Puts a question to all, lets both agree in the name of their organisations, and states the result. */
const decide = async (question: string, before?: () => Promise<void>): Promise<void> => {
  if (before === undefined) {
    await open(awa, 'decisions');
    await press(awa, 'Préparer une décision');
  } else await before();
  await sees(awa, 'La règle qui vaudra, montrée avant le vote');
  await write(awa, 'Que décidons-nous', question);
  for (const guest of ['Source Claire (SA)', 'Porteuses d’eau'])
    await awa.page.getByRole('checkbox', { name: guest }).uncheck();
  await press(awa, 'Poser la question');
  await sees(awa, /^Consensus : adopté si quelqu’un est d’accord/);
  await press(awa, 'Donner la position');
  await tick(awa, 'Je suis d’accord');
  await tick(awa, /Confirmée/);
  await press(awa.page.locator('main form'), 'Donner la position');
  await sees(awa, 'une organisation ne s’est pas exprimée');
  await open(tendai, 'today');
  await sees(tendai, question);
  await open(tendai, 'decisions');
  await press(tendai, question);
  await sees(tendai, 'The rule, before you answer');
  await press(tendai, 'Give the position');
  await tick(tendai, 'I agree with reservations');
  await write(tendai, 'Why?', 'As long as the school is served first.');
  await tick(tendai, /Confirmed/);
  await press(tendai.page.locator('main form'), 'Give the position');
  await sees(awa, 'As long as the school is served first.');
  await press(awa, 'Constater le résultat');
  await sees(awa, 'Adoptée.');
  await sees(awa, 'Oppositions : 0 ; au plus 0 : atteint.');
  await sees(tendai, 'Adopted.');
};

const downloaded = async (person: Person, link: string): Promise<Buffer> => {
  const download = person.page.waitForEvent('download');
  await press(person, link);
  return readFileSync(await (await download).path());
};

describe('phase 2, what we agree on', () => {
  it('writes the vision and the chain from impact to outcome, with an assumption and an indicator', async () => {
    await open(awa, 'phase-2');
    await press(awa, 'Passer à cette phase');
    await open(awa, 'vision');
    await press(awa, 'Écrire la première phrase');
    await write(awa, 'Ces mots', 'Dans cinq ans, chaque enfant boit une eau sûre.');
    await press(awa, 'Proposer ces mots');
    await sees(awa, 'Version 1 : aucune organisation ne l’a encore confirmée.');
    await open(awa, 'results');
    await press(awa, 'Ajouter un résultat');
    await write(awa, 'Ce qui change', 'Moins d’enfants malades');
    await tick(awa, 'Impact');
    await press(awa, 'Ajouter');
    await sees(awa, 'Ajouté. Le suivant ?');
    await write(awa, 'Ce qui change', 'L’eau des puits est sûre');
    await tick(awa, 'Effet');
    await tick(awa, 'Moins d’enfants malades');
    await press(awa, 'Ajouter');
    await press(awa, 'Annuler');
    await press(awa, 'Tableau');
    await press(awa, 'L’eau des puits est sûre');
    await press(awa, 'Ajouter une hypothèse');
    await write(awa, 'Ce que nous supposons', 'Les familles viennent puiser aux nouvelles bornes.');
    await press(awa, 'Ajouter');
    await sees(awa.page.locator('aside'), 'Les familles viennent puiser aux nouvelles bornes.');
    await open(awa, 'results?view=indicators');
    await press(awa, 'Ajouter un indicateur');
    await write(awa, 'Ce que l’on compte', 'Puits conformes');
    await tick(awa, 'L’eau des puits est sûre');
    await tick(awa, 'Doit monter');
    await write(awa, /^Valeur de référence \(/, '3');
    await write(awa, 'Valeur de référence : unité', 'puits');
    await write(awa, 'Date de référence', firstOf(-4));
    await write(awa, /^Cible \(/, '12');
    await write(awa, 'Cible : unité', 'puits');
    await write(awa, 'À atteindre d’ici', firstOf(2));
    await awa.page
      .getByRole('group', { name: 'Qui renseigne' })
      .getByRole('radio', { name: 'Mairie de la Vallée' })
      .check();
    await tick(awa, 'Chaque mois');
    await press(awa, 'Ajouter');
    await sees(awa.page.getByRole('table'), 'Puits conformes');
  });

  it('names one organisation that answers for an activity, and what each brings', async () => {
    await open(awa, 'roadmap');
    await press(awa, 'Ajouter une activité');
    await write(awa, 'Ce qui est fait', 'Poser trois bornes-fontaines');
    await awa.page
      .getByRole('group', { name: 'Organisation qui en répond' })
      .getByRole('radio', { name: 'Mairie de la Vallée' })
      .check();
    await write(awa, /^Fin/, firstOf(1));
    await press(awa, 'Ajouter');
    await sees(awa, 'Poser trois bornes-fontaines');
    await open(awa, 'resources');
    await press(awa, 'Annoncer une contribution');
    await tick(awa, 'Comité du Quartier-Bas');
    await tick(awa, 'En temps de travail');
    await write(awa, 'Ce qui est apporté', 'Douze jours de chantier');
    await press(awa, 'Annoncer');
    await sees(awa, 'Une contribution d’une organisation.');
    await open(tendai, 'resources');
    await sees(tendai, 'Douze jours de chantier');
  });

  it('decides by consensus, the rule first, with stances and reasons', async () => {
    await decide('Poserons-nous trois bornes-fontaines ?');
    await press(awa, 'Rédiger la suite donnée');
    await awa.page.locator('main form textarea').first().fill('Les travaux commencent au printemps.');
    await awa.page.locator('main form button[type=submit]').click();
    await sees(tendai, 'Les travaux commencent au printemps.');
  });

  it('freezes the clauses, adopts exactly those words, and each organisation signs', async () => {
    await open(awa, 'agreement');
    await press(awa, 'Proposer une clause');
    await write(awa, 'Titre', 'But');
    await write(awa, 'Texte', 'Une eau sûre pour chaque enfant du Quartier-Bas.');
    await tick(awa, 'Objet et buts');
    await press(awa, 'Proposer la clause');
    await press(awa, 'Préparer l’accord');
    await write(awa, 'Comment s’appelle-t-il', 'Accord de la vallée');
    await press(awa.page.locator('main form'), 'Préparer l’accord');
    await press(awa, 'Arrêter le texte');
    await tick(awa, 'Mairie de la Vallée');
    await tick(awa, 'Comité du Quartier-Bas');
    await press(awa, 'Arrêter cette version');
    await sees(awa, /^Version 1, arrêtée le .*, pas encore adoptée\.$/);
    await decide('Adoptons-nous la version 1 de l’accord ?', async () => {
      await press(awa, 'Versions et signatures');
      await press(awa, 'Préparer la décision');
    });
    await sees(awa, 'Accord de la vallée, version 1');
    await open(awa, 'agreement?view=signatures');
    await press(awa, 'Constater l’adoption');
    await sees(awa, 'Vous signez pour : Comité du Quartier-Bas.');
    await press(awa, 'Signer');
    await press(awa.page.locator('main form'), 'Signer');
    await sees(awa, /Une signature sur 2/);
    await open(tendai, 'agreement?view=signatures');
    await sees(tendai, 'You sign for: Mairie de la Vallée.');
    await press(tendai, 'Sign');
    await press(tendai.page.locator('main form'), 'Sign');
    await sees(tendai, /2 signatures of 2/);
    await sees(awa, /2 signatures sur 2/);
    const pdf = await downloaded(awa, 'Télécharger en PDF');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.byteLength).toBeGreaterThan(5_000);
  });
});

describe('phase 3, what happens and what we learn', () => {
  it('returns a figure with its reason and approves the corrected one', async () => {
    await open(awa, 'phase-3');
    await press(awa, 'Passer à cette phase');
    await open(tendai, 'monitoring');
    await press(tendai, 'Record');
    await write(tendai, 'Figure (puits)', '300');
    await write(tendai, 'Where does it come from?', 'Register of wells');
    await press(tendai.page.locator('main form'), 'Record a figure');
    await sees(tendai, 'Recorded on this device: 300 puits. It waits for approval.');
    await open(awa, 'monitoring');
    await sees(awa, 'Puits conformes : 300 puits');
    await press(awa, 'Retourner');
    await write(awa, 'Pourquoi la retourner', 'Il n’y a que 14 puits dans la vallée.');
    await press(awa.page.locator('main form'), 'Retourner la valeur');
    await open(tendai, 'monitoring');
    await sees(tendai, 'Il n’y a que 14 puits dans la vallée.');
    await press(tendai, 'Correct');
    const panel = tendai.page.locator('main section:has(h1)');
    await press(panel, 'Correct');
    await write(panel, 'Figure (puits)', '3');
    await press(panel, 'Save the correction');
    await sees(awa, 'Puits conformes : 3 puits');
    await press(awa, 'Valider');
    await sees(awa, 'À cette date, le chemin demandait');
  });

  it('raises a flag that shows what it rests on and offers to talk first', async () => {
    await open(awa, 'flags');
    await press(awa, /Puits conformes.*le chemin demandait/);
    const panel = awa.page.locator('aside');
    await sees(panel, 'Ce qui le montre');
    await sees(panel, /3 puits/);
    const ways = panel.getByRole('list').getByRole('button');
    expect(await ways.first().innerText()).toBe('En parler d’abord');
  });

  it('returns to phase 2 with a reason: what is reopened, what stands, a second cycle in the ring', async () => {
    await open(awa, 'flags?view=return');
    await tick(awa, /^2 Conception/);
    await tick(awa, 'Résultats');
    await sees(awa, '1 page rouverte ; 11 demeurent.');
    await write(awa, 'Pourquoi', 'Les puits ne suivent pas ; il faut revoir la chaîne.');
    await press(awa, 'Revenir à la phase 2');
    await sees(awa.page.locator('main'), /cycle 2/i);
    await open(awa, 'today');
    await sees(awa.page.locator('main'), /Deuxième cycle, depuis le retour/);
    await open(tendai, 'phase-2');
    await sees(tendai, 'Reopened in cycle 2');
    await sees(tendai, 'Still stands');
  });
});

describe('phase 4, what goes on', () => {
  it('notes a finding, two options, a lesson', async () => {
    await open(awa, 'phase-4');
    await press(awa, 'Passer à cette phase');
    await open(awa, 'evaluation');
    await press(awa, 'Noter un constat');
    await write(awa, 'Question posée', 'Les enfants sont-ils moins malades ?');
    await write(awa, 'Ce que nous constatons', 'Moins de cas près des trois bornes.');
    await press(awa.page.locator('main form'), 'Noter un constat');
    await sees(awa, 'Moins de cas près des trois bornes.');
    await open(awa, 'options');
    for (const [name, way] of [
      ['Deux quartiers de plus', 'Élargir'],
      ['S’arrêter ici', 'S’arrêter'],
    ] as const) {
      await press(awa, 'Ajouter une option');
      await write(awa, 'Nom', name);
      await tick(awa, way);
      await press(awa.page.locator('main form'), 'Ajouter une option');
      await sees(awa, name);
    }
    await open(awa, 'lessons');
    await press(awa, 'Noter un enseignement tiré');
    await write(awa, 'La prochaine fois, nous…', 'compterons les puits avant de promettre.');
    await press(awa.page.locator('main form'), 'Noter un enseignement tiré');
    await sees(awa, 'compterons les puits avant de promettre.');
  });

  it('hands a role over, and the successor accepts it', async () => {
    await open(awa, 'handover');
    await press(awa, 'Transmettre un rôle');
    await write(awa, 'En quelques mots', 'La caisse du chantier');
    await tick(awa, tendai.name);
    await write(awa, 'À partir de quand', firstOf(1));
    await press(awa, 'Proposer la passation');
    await open(tendai, 'today');
    await sees(tendai, /La caisse du chantier/);
    await open(tendai, 'handover');
    await press(tendai, 'I accept');
    await press(tendai, 'Yes, I take it over');
    await open(awa, 'handover');
    await sees(awa, /La caisse du chantier : à Tendai Moyo, accepté/);
  });

  it('publishes a page that anybody reads without script, with what was chosen and nothing else', async () => {
    await open(awa, 'reporting');
    await press(awa, 'Préparer la page publique');
    await write(awa, 'Titre de la page (anglais)', 'Valley water');
    await write(awa, 'Introduction (français)', 'Trois bornes-fontaines pour le Quartier-Bas.');
    await tick(awa, 'Moins d’enfants malades');
    await tick(awa, /^Puits conformes/);
    await tick(awa, /^Poserons-nous/);
    await press(awa, 'Relire la page');
    await sees(awa, 'Trois bornes-fontaines pour le Quartier-Bas.');
    await press(awa, 'Publier la page');
    await sees(awa, /^Publiée\./);
    await settled(awa);
    const answer = await fetch(`${stage.server.address}/public/${spaceOf(awa)}?lang=fr`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).not.toMatch(/<script/i);
    expect(html).toContain('Trois bornes-fontaines pour le Quartier-Bas.');
    expect(html).toContain('Moins d’enfants malades');
    for (const inside of [ALONE, CORE, 'compterons les puits', 'Source Claire', tendai.name, 'Well 4'])
      expect(html).not.toContain(inside);
  });

  it('continues by a recorded conclusion, and nothing that was kept goes away', async () => {
    await open(awa, 'ending');
    await press(awa, 'Préparer la fin');
    await tick(awa, /^Nous continuons/);
    await awa.page
      .getByRole('group', { name: 'Dans quelle phase' })
      .getByRole('radio', { name: '2 Conception' })
      .check();
    await write(awa, 'En quelques mots', 'Deux quartiers de plus, avec les mêmes règles.');
    await press(awa, 'Poursuivre');
    await open(tendai, 'today');
    await sees(tendai, /cycle 3|third cycle/i);
    await open(tendai, 'history');
    await sees(tendai, /Awa Ndiaye/);
  });

  it('never gave the other device a word of the core group or of one person alone', async () => {
    await open(tendai, 'fit');
    await settled(tendai);
    const texts = [await storedOn(tendai), await snapshotOf(tendai), await said(tendai), ...received];
    expect(texts.filter((text) => text.includes('Quartier-Bas')).length).toBeGreaterThan(2);
    expect(texts.filter((text) => text.includes(CORE) || text.includes(ALONE))).toEqual([]);
    expect(await storedOn(awa)).toContain(CORE);
  });

  it('ends without a single error in either browser', () => {
    expect([...awa.complaints, ...tendai.complaints]).toEqual([]);
  });
});
