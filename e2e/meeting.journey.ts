import { beforeAll, describe, expect, it } from 'vitest';
import { guestOf, record } from './asking.ts';
import { found } from './founding.ts';
import { violationsOn } from './look.ts';
import { choose, open, type Person, press, sees, settled, spaceOf, write } from './person.ts';
import { openStage } from './stage.ts';

const TITLE = 'Atelier au centre de santé';

const stage = openStage();
/** Keeps the secretariat, and the chair’s page while people sit together. */
let awa: Person;
/** Two people without an account, on telephones without script. */
let blessing: Person;
let jean: Person;
let meeting: string;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  const phone = { lang: 'fr', width: 360, height: 740, script: false } as const;
  blessing = await stage.sit({ ...phone, name: 'Blessing Phiri' });
  jean = await stage.sit({ ...phone, name: 'Jean Mukuka' });
  await found(awa);
  await record(awa, 'actor', { name: 'Régie des eaux', sector: 'state' });
  const past = await record(awa, 'meeting', { title: { lang: 'fr', text: 'Avant' }, state: 'held' });
  for (const [order, kind] of ['decision', 'action'].entries())
    await record(awa, 'minuteLine', {
      meeting: past,
      kind,
      text: { lang: 'fr', text: 'Prélever trois échantillons' },
      order,
    });
  meeting = await record(awa, 'meeting', {
    title: { lang: 'fr', text: TITLE },
    place: { name: 'Centre de santé' },
    minutesLong: 120,
  });
  for (const { name } of [blessing, jean]) {
    const organisation = await record(awa, 'actor', { name: `Comité de ${name}`, sector: 'civilSociety' });
    const person = await guestOf(awa, name);
    await record(awa, 'attendance', { meeting, organisation, person, expected: true });
  }
});

const isAccessible = async (): Promise<void> => {
  expect(await violationsOn(awa.page)).toEqual([]);
};

/** The personal links that stand on the page to be passed on, in their order. */
const linksOn = async (person: Person): Promise<readonly string[]> => {
  const texts = await person.page.locator('main pre').allInnerTexts();
  return texts.flatMap((text) => /https?:\/\/\S+\/r\/[\w-]+/.exec(text)?.[0] ?? []);
};

const documentOf = async (file: string): Promise<string> => {
  const answer = await awa.context.request.get(`/api/spaces/${spaceOf(awa)}/documents/${file}`);
  expect(answer.status()).toBe(200);
  return answer.text();
};

describe('a meeting, from what is open to what came out', () => {
  it('proposes the agenda from what is open, with reasons and lengths', async () => {
    await open(awa, `meetings/${meeting}?view=agenda`);
    await press(awa, /^Proposer à partir de ce qui est ouvert/);
    await sees(awa, 'Approuver le compte rendu : Avant');
    await sees(awa, /Ce que chacun a promis la dernière fois/);
    await isAccessible();
    await press(awa, /^Mettre 2 points à l’ordre du jour/);
    await sees(awa, /2 points à l’ordre du jour/);
  });

  it('expects whole groups in one press', async () => {
    await press(awa, 'Présences');
    await press(awa, 'Ajouter des personnes attendues');
    await press(awa, /^État/);
    await press(awa, /^Mettre 1 organisation sur la feuille/);
    await sees(awa, /^3 présences attendues/);
    await isAccessible();
  });

  it('looks for a date with two people by link, script off, and takes the one that suits', async () => {
    await press(awa, 'Date et invitation');
    await press(awa, 'Chercher une date ensemble');
    await write(awa, 'Date 1', '2030-12-03');
    await write(awa, 'Date 2', '2030-12-04');
    await press(awa, 'Proposer ces dates');
    await press(awa, /^Demander aux 2 personnes attendues/);
    await sees(awa, 'C’est transmis');
    const links = await linksOn(awa);
    expect(links).toHaveLength(2);
    for (const [index, person] of [blessing, jean].entries()) {
      const { page } = person;
      await page.goto(links[index] ?? '');
      expect((await page.content()).length).toBeLessThan(30_000);
      await page.locator(`input[name=date-1][value=${index === 0 ? 'yes' : 'no'}]`).check();
      await page.locator('input[name=date-2][value=ifNeeded]').check();
      await press(person, 'Oui, envoyer ma réponse');
      await sees(person, 'Votre réponse est reçue.');
    }
    await press(awa, 'C’est transmis');
    await sees(awa, /Ce qui convient le mieux : mercredi 4 décembre 2030, 9 h, à 2 sur 2 réponses/);
    await isAccessible();
    // Jean changes his mind while the poll is open.
    await jean.page.locator('input[name=date-1][value=yes]').check();
    await press(jean, 'Oui, envoyer ma réponse');
    await sees(awa, /Ce qui convient le mieux : mardi 3 décembre 2030, 9 h, à 2 sur 2 réponses/);
    await press(awa.page.locator('main li').filter({ hasText: 'mardi 3' }), 'Retenir');
    await sees(awa, /^Date retenue après 2 réponses/);
    await settled(awa);
  });

  it('invites in every form, and tells again what has changed', async () => {
    await press(awa, /^Préparer 3 invitations/);
    await sees(awa, 'C’est transmis');
    const links = await linksOn(awa);
    expect(links).toHaveLength(2);
    await press(awa, 'C’est transmis');
    await press(awa, 'La lettre est partie');
    await sees(awa, /^3 sur 3 sont prévenus/);
    await blessing.page.goto(links[0] ?? '');
    await sees(blessing, TITLE);
    await blessing.page.locator('input[name=choice][value=coming]').check();
    await press(blessing, 'Oui, envoyer ma réponse');
    await sees(blessing, 'Votre réponse est reçue.');
    const calendar = await documentOf(`calendar/${meeting}.ics?lang=fr`);
    expect(calendar).toContain('DTSTART:20301203T090000Z');
    expect(calendar).toContain('SEQUENCE:0');
    await press(awa, 'Annuler la réunion');
    await sees(awa, /^La réunion est annulée : 3 personnes attendent de le savoir/);
    await settled(awa);
    const off = await documentOf(`calendar/${meeting}.ics?lang=fr`);
    expect(off).toContain('METHOD:CANCEL');
    expect(off).toContain('SEQUENCE:1');
    expect(/UID:\S+/.exec(off)?.[0]).toBe(/UID:\S+/.exec(calendar)?.[0]);
  });

  it('catches decisions while there is no network, large on the wall', async () => {
    await awa.page.goto(`/p/${spaceOf(awa)}/meetings/${meeting}?view=run`);
    await sees(awa, 'Approuver le compte rendu : Avant');
    await awa.context.setOffline(true);
    await write(awa, 'En une ligne', 'On ferme le puits du haut');
    await awa.page.keyboard.press('Enter');
    await sees(awa, 'On ferme le puits du haut');
    await press(awa, 'Projeter');
    const wall = awa.page.locator('dialog');
    await sees(wall, 'On ferme le puits du haut');
    await isAccessible();
    await awa.page.keyboard.press('ArrowRight');
    await sees(wall, /Où en sont les actions/);
    await awa.page.keyboard.press('Escape');
    await wall.waitFor({ state: 'detached' });
    await awa.context.setOffline(false);
    await settled(awa);
  });

  it('types the cards beside the photo, one line per card, and who was there by a few letters', async () => {
    await open(awa, `meetings/${meeting}?view=after`);
    const photo: string = await awa.page.evaluate(`(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 1000 });
      canvas.getContext('2d').fillRect(0, 0, 3000, 1000);
      return canvas.toDataURL('image/jpeg').split(',')[1];
    })()`);
    await awa.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo, 'base64') });
    await sees(awa, '1 photo est là.');
    const width = () => awa.page.evaluate(`document.querySelector('main img')?.naturalWidth`);
    await expect.poll(width).toBe(2_048);
    await write(awa, 'Une carte', 'Le puits est trop près');
    await awa.page.keyboard.press('Enter');
    await sees(awa, '1 carte gardée');
    await awa.page.keyboard.type('La pompe tombe en panne');
    await awa.page.keyboard.press('Enter');
    await sees(awa, '2 cartes gardées');
    await press(awa, 'Saisir les totaux');
    await write(awa.page.getByRole('group', { name: /fait avancer/ }), /^Oui/, '4');
    await write(awa.page.getByRole('group', { name: /fait avancer/ }), /^Plutôt oui/, '3');
    await write(awa.page.getByRole('group', { name: /pu dire/ }), /^Oui/, '3');
    await press(awa, 'Garder les totaux');
    await sees(awa, 'Oui 4 · Plutôt oui 3 · Plutôt non 0 · Non 0');
    await sees(awa, 'Moins de cinq réponses : aucun chiffre n’est gardé.');
    await press(awa, 'Ajouter des frais');
    await write(awa, 'Montant', '5 000');
    await choose(awa, 'Quoi', 'Salle');
    await press(awa, 'Garder');
    await sees(awa, /^Salle/);
    await isAccessible();
    await press(awa, 'Présences');
    await write(awa, 'Deux ou trois lettres', 'ble');
    await awa.page.keyboard.press('Enter');
    await sees(awa, /^Blessing Phiri, Comité de Blessing Phiri : présent/);
    await awa.page.keyboard.type('Paul Banda');
    await awa.page.keyboard.press('Enter');
    await sees(awa, /^Paul Banda est ajouté à la feuille/);
  });

  it('sends the minutes out for correction, approves them, and passes the list of decisions on', async () => {
    await press(awa, 'Compte rendu');
    await press(awa, 'Rédiger le compte rendu');
    await press(awa, 'Envoyer pour correction');
    await press(awa, 'Envoyer pour correction');
    await sees(awa, /^Corrections possibles jusqu/);
    await press(awa, 'Approuver');
    await sees(awa, /^Approuvé le/);
    await press(awa, 'Texte pour WhatsApp');
    await sees(awa.page.locator('main pre'), /On ferme le puits du haut/);
    await settled(awa);
    await documentOf(`minutes/${meeting}.docx?lang=fr`);
    await documentOf(`decisions/${meeting}.pdf?lang=fr`);
    await documentOf(`invitation/${meeting}.docx?lang=en`);
    await documentOf(`run-sheet/${meeting}.pdf?lang=en`);
  });

  it('ends without a complaint of any browser', () => {
    expect([awa, blessing, jean].flatMap((person) => person.complaints)).toEqual([]);
  });
});
