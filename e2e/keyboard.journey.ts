import { beforeAll, describe, expect, it } from 'vitest';
import { arrived, enter, focusOf, go, inField, pick, tabTo, type } from './keyboard.ts';
import { type Person, sees, setUp } from './person.ts';
import { openStage } from './stage.ts';

/** A day that reads the same whichever way the fields of the browser ask for it. */
const DAY = '12122030';

const stage = openStage();
let awa: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
  await setUp(awa);
});

const key = (name: string): Promise<void> => awa.page.keyboard.press(name);

/** Waits until the row that opened a panel has the focus again, and the panel is gone. */
const backOnRow = async (): Promise<void> => {
  await awa.page.locator('aside').waitFor({ state: 'detached' });
  await expect.poll(() => focusOf(awa)).toMatchObject({ name: 'Source Claire', marked: true });
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
    await go(awa, /^1 Lancement/, /\/phase-1$/);
    await go(awa, /^Acteurs/, /\/stakeholders$/);
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
    await go(awa, 'Problème', /\/problem$/);
    await enter(awa, 'Donner la position');
    await inField(awa, /^Pour quelle organisation/);
    await pick(awa, 'D’accord avec réserve');
    await type(awa, /^Pourquoi/, 'Le puits du haut manque.');
    await pick(awa, /Confirmée/);
    await enter(awa, 'Donner la position');
    await sees(awa, 'Le puits du haut manque.');
    await sees(awa, 'Version 1 ; 1 position confirmée.');
  });

  it('proposes another version of the problem', async () => {
    await enter(awa, 'Proposer une version');
    await inField(awa, /^Ces mots/);
    await awa.page.keyboard.press('Control+A');
    await awa.page.keyboard.type('Au Quartier-Bas, l’eau du puits 4 rend les enfants malades.');
    await enter(awa, 'Proposer ces mots');
    await sees(awa, 'Version 2 ; aucune position confirmée.');
  });

  it('notes a conversation for oneself alone', async () => {
    await go(awa, 'Personnes', /\/people$/);
    await enter(awa, 'Noter un échange');
    await inField(awa, /^Avec qui/);
    await awa.page.keyboard.type('Baba Phiri');
    await type(awa, /^Qu’avez-vous retenu/, 'Il craint les compteurs.');
    await enter(awa, 'Noter');
    await sees(awa, /^Noté sur cet appareil/);
  });

  it('proposes somebody for the core group and answers whether a partnership is needed', async () => {
    await go(awa, /^1 Lancement/, /\/phase-1$/);
    await go(awa, 'Noyau', /\/core$/);
    await enter(awa, 'Proposer quelqu’un');
    await pick(awa, 'Source Claire');
    await pick(awa, awa.name);
    await type(awa, /^Mandat/, 'Parler pour la société, d’après le PV du 12 mai.');
    await enter(awa, 'Proposer');
    await sees(awa, 'Une personne autour de la table.');
    await go(awa, /^1 Lancement/, /\/phase-1$/);
    await go(awa, 'Faut-il un partenariat ?', /\/fit$/);
    await enter(awa, 'Donner mon point de vue');
    await pick(awa, /^Chacun avec son nom/);
    await enter(awa, 'Répondre ainsi');
    for (const answer of ['Oui', 'Oui', 'En partie', 'Oui', 'Oui', 'Oui']) {
      await pick(awa, answer);
      await enter(awa, /^(Suivant|Question suivante|Donner mon point de vue)/);
    }
    await sees(awa, 'Une personne sur 1 a répondu.');
  });

  it('finds somebody with Control and K, and closes the search with Escape', async () => {
    await key('Control+k');
    const search = awa.page.getByRole('dialog', { name: 'Rechercher' });
    await search.waitFor();
    await key('Escape');
    // By its element: the role is gone a moment before the app knows that it was closed.
    await awa.page.locator('dialog').waitFor({ state: 'detached' });
    await key('Control+k');
    await search.getByRole('searchbox').or(search.getByRole('textbox')).first().waitFor();
    await awa.page.keyboard.type('Source');
    await search.getByRole('link', { name: 'Source Claire' }).waitFor();
    await enter(awa, 'Source Claire');
    await arrived(awa, /\/stakeholders\/\w{20}/);
    await awa.page.locator('aside').getByRole('heading', { name: 'Source Claire' }).waitFor();
  });

  it('prepares a meeting and notes a decision by Enter', async () => {
    await go(awa, 'Réunions', /\/meetings$/);
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

  it('notes an action, reads the lines over and gives the action to whoever takes it', async () => {
    await pick(awa, 'Action');
    await type(awa, /^Qui s’en charge/, 'Source');
    await type(awa, /^Pour le/, DAY);
    await type(awa, 'En une ligne', 'Envoyer les analyses de l’eau');
    await key('Enter');
    await sees(awa, '3 lignes gardées sur cet appareil.');
    await enter(awa, 'À relire');
    await awa.page.waitForURL(/view=aloud/);
    await sees(awa, 'Envoyer les analyses de l’eau');
    await enter(awa, /^C’est relu/);
    await sees(awa, /Les actions sont chez celles et ceux/);
  });

  it('notes a commitment', async () => {
    await go(awa, 'Engagements', /\/commitments$/);
    await enter(awa, 'Noter un engagement');
    await inField(awa, /^Quoi/);
    await awa.page.keyboard.type('Réunir les familles du quartier');
    await pick(awa, 'Source Claire', /^Qui le doit/);
    await type(awa, /^Pour le/, DAY);
    await enter(awa, 'Noter');
    await sees(awa, 'Réunir les familles du quartier');
  });

  it('ends without a complaint of the browser', () => {
    expect(awa.complaints).toEqual([]);
  });
});
