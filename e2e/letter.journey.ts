import { beforeAll, describe, expect, it } from 'vitest';
import { addActor, found } from './founding.ts';
import { opened, picture, turnTo, violationsOn } from './look.ts';
import { choose, open, type Person, press, sees, settled, tick, write } from './person.ts';
import { openStage } from './stage.ts';

/** A scan small enough for a test: the shortest PDF that is one. */
const SCAN = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const MINISTRY = 'Ministère de l’Eau';

const stage = openStage();
let awa: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
});

/** The bytes behind a link of the page. */
const fetched = async (name: string | RegExp): Promise<Buffer> => {
  const href = await awa.page.getByRole('link', { name }).first().getAttribute('href');
  const answer = await awa.page.request.get(href ?? '');
  expect([name, answer.status()]).toEqual([name, 200]);
  return answer.body();
};

/** Gives the page's file field a scan and waits until the device keeps it. */
const scanned = async (name: string): Promise<void> => {
  await awa.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: SCAN });
  await sees(awa, new RegExp(`${name}.* gardé sur cet appareil`));
};

const panel = () => awa.page.locator('aside').filter({ visible: true });

describe('a letter, from the secretariat’s desk to the mandate that answers it', () => {
  it('is prepared from a template for somebody whose name only the vault keeps', async () => {
    await found(awa);
    await addActor(awa, { name: MINISTRY, sector: 'État', stake: 'Décide' });
    await open(awa, 'people');
    await press(awa, 'Ajouter une personne');
    await write(awa, 'Nom, comme il doit s’écrire', 'Benjamin Phiri');
    await write(awa, 'Fonction', 'Secrétaire permanent');
    await write(awa, 'Téléphone', '0211 000 000');
    await write(awa, 'Pourquoi garder ce nom', 'Il reçoit nos lettres.');
    await press(awa.page.locator('main form'), 'Ajouter une personne');
    await sees(awa, 'Benjamin Phiri');
    await open(awa, 'documents?view=letters');
    await picture(awa, 'letters-empty');
    await press(awa, 'En-tête des lettres');
    await write(awa, 'Nom en tête des lettres', 'Partenariat pour l’eau');
    await write(awa, 'Fait à', 'Lusaka');
    await write(awa, 'Forme des numéros', '{nnn}/SE/{an}');
    await press(awa, 'Enregistrer l’en-tête');
    await press(awa, 'Écrire une lettre');
    await choose(awa, 'Quelle lettre', 'Demande de rendez-vous');
    await choose(awa, 'À quelle organisation', MINISTRY);
    await tick(awa, /Benjamin Phiri/);
    await tick(awa, 'Monsieur');
    await picture(awa, 'letter-choices');
    await press(awa, 'Préparer le texte');
    const salutation = awa.page.getByRole('textbox', { name: /^Formule d’appel/ });
    expect(await salutation.inputValue()).toBe('Monsieur le Secrétaire permanent,');
    await picture(awa, 'letter-words');
    await press(awa, 'Garder ce projet');
    await sees(panel(), 'numéro à l’envoi');
    await settled(awa);
  });

  it('gets its number from the server, and its PDF and Word files are real', async () => {
    await awa.context.setOffline(true);
    await press(awa, 'Arrêter le texte et donner un numéro');
    await sees(panel(), 'À envoyer');
    await sees(panel(), 'numéro à l’envoi');
    await awa.context.setOffline(false);
    await sees(panel(), /^001\/SE\/\d{4}$/);
    await settled(awa);
    expect((await fetched('Lettre en PDF')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await fetched('Lettre en Word')).subarray(0, 2).toString()).toBe('PK');
    await picture(awa, 'letter-panel');
  });

  it('is noted as carried, as arrived with the stamped copy, and as answered by a letter that is scanned', async () => {
    await press(awa, 'Noter l’envoi');
    await tick(awa, 'Portée');
    await press(awa.page.locator('aside form'), 'Noter l’envoi');
    await press(awa, 'Noter l’arrivée');
    await scanned('tampon.pdf');
    await press(awa.page.locator('aside form'), 'Noter l’arrivée');
    await sees(awa, 'Voir la copie tamponnée');
    await settled(awa);
    expect((await fetched('Voir la copie tamponnée')).equals(SCAN)).toBe(true);
    await press(awa, 'Enregistrer la réponse');
    await write(awa, 'Objet', 'Désignation de notre point focal');
    await scanned('designation.pdf');
    await press(awa.page.locator('main form'), 'Enregistrer');
    await sees(panel(), 'Voir la lettre précédente');
    await sees(awa.page.getByRole('table'), 'Répondue');
    await picture(awa, 'letter-register');
  });

  it('brings about a mandate, which says who may speak', async () => {
    await press(panel(), 'Noter une désignation');
    await tick(panel(), /Benjamin Phiri/);
    await write(panel(), 'Désignée par', 'La ministre');
    await press(panel().locator('form'), 'Noter une désignation');
    await sees(panel(), 'Point focal');
    await settled(awa);
    await open(awa, 'people?view=mandates');
    await sees(awa, /Benjamin Phiri \(point focal, désignation : La ministre\)/);
    await picture(awa, 'mandates');
    await press(awa, /^Benjamin Phiri/);
    await sees(panel(), 'La ministre');
    await picture(awa, 'mandate-panel');
    await press(panel(), 'Fermer');
  });

  it('ends with the office holder: one act, one note to all, two letters and a briefing', async () => {
    await press(awa, 'Titulaire changé');
    await sees(awa.page.getByRole('table'), 'prend fin à la date fixée');
    await picture(awa, 'office-change');
    await press(awa, 'Prendre acte du changement');
    await sees(awa, /c’est noté$/);
    await sees(awa, /délais suspendus jusqu’au/);
    await settled(awa);
    expect((await fetched('Note pour la prise de fonctions (PDF)')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await fetched('Note pour la prise de fonctions (Word)')).subarray(0, 2).toString()).toBe('PK');
    await picture(awa, 'office-change-done');
    await press(awa, 'Lettre de félicitations (projet)');
    await sees(panel(), 'Félicitations pour votre prise de fonctions');
    await sees(awa, /^2 lettres à envoyer/);
  });

  it('has pages without a violation that axe knows, in two languages and two themes', async () => {
    for (const look of [
      { lang: 'fr', theme: 'light', width: 1280 },
      { lang: 'en', theme: 'dark', width: 360 },
    ] as const)
      for (const room of ['documents?view=letters', 'people?view=mandates']) {
        // Tall enough for the whole page: what is under the phone’s bar is reached by scrolling, which axe cannot know.
        await awa.page.setViewportSize({ width: look.width, height: 3000 });
        await open(awa, room);
        await turnTo(awa, look);
        await opened(awa);
        expect([room, await violationsOn(awa.page)]).toEqual([room, []]);
        await picture(awa, `${room.replace(/\W+/g, '-')}-${look.lang}-${look.theme}`);
      }
    expect(awa.complaints).toEqual([]);
  });
});
