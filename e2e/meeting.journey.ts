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
  const university = await record(awa, 'actor', { name: 'Université', sector: 'science' });
  for (const [name, role, until] of [
    ['Chola Banda', 'deputy', '2031-12-31'],
    ['Mutale Zulu', 'leader', '2020-12-31'],
  ] as const)
    await record(awa, 'mandate', { organisation: university, role, person: await guestOf(awa, name), until });
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
    // Whom a mandate names comes for the organisation; one that is over counts for nothing.
    const whom = awa.page.getByRole('combobox', { name: 'Qui est attendu de : Université' });
    await expect.poll(() => whom.locator('option').allInnerTexts()).toEqual(['Chola Banda, suppléance']);
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
    await jean.page.getByText('Changer ma réponse').click();
    await jean.page.locator('input[name=date-1][value=yes]').check();
    await press(jean, 'Oui, envoyer ma réponse');
    await sees(awa, /Ce qui convient le mieux : mardi 3 décembre 2030, 9 h, à 2 sur 2 réponses/);
    const poll = awa.page.locator('main section').filter({ hasText: 'Demander sur papier' }).last();
    await press(poll, 'Demander sur papier');
    await sees(awa, /^3 feuilles, une pour chaque personne/);
    await press(awa, 'Préparer les feuilles');
    const sheets = awa.page.getByRole('link', { name: 'PDF à imprimer' });
    const printed = await awa.context.request.get((await sheets.getAttribute('href')) ?? '');
    expect((await printed.body()).subarray(0, 4).toString()).toBe('%PDF');
    await press(awa, 'Fermer');
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

  it('types the cards beside the photo, one line per card', async () => {
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
  });

  it('types the signed sheet down its list from its code, one key per name, and knows it when it comes again', async () => {
    await press(awa, 'Présences');
    await press(awa, 'Imprimer la feuille de présence');
    await sees(awa, /^La feuille porte le code/);
    const said = await awa.page.getByText(/^La feuille porte le code/).innerText();
    const code = /[A-Z0-9]{4}-[A-Z0-9]{3}/.exec(said)?.[0] ?? '';
    const file = awa.page.getByRole('link', { name: 'PDF à imprimer' });
    const printed = await awa.context.request.get((await file.getAttribute('href')) ?? '');
    expect((await printed.body()).subarray(0, 4).toString()).toBe('%PDF');
    // What a telephone reads from the sheet leads to its entry.
    const door = await awa.context.request.get(`/c/${code}`);
    expect(await door.text()).toContain(`in-out?view=paper&amp;code=${code.replace('-', '')}`);
    await open(awa, `in-out?view=paper&code=${code.replace('-', '')}`);
    await sees(awa, /^Nom par nom, comme sur la feuille/);
    await isAccessible();
    await awa.context.setOffline(true);
    await awa.page.locator('[data-step] input').first().focus();
    for (const key of ['1', '3']) await awa.page.keyboard.press(key);
    await awa.page.keyboard.type('Ruth Mumba');
    for (const key of ['Enter', '2']) await awa.page.keyboard.press(key);
    await awa.page.keyboard.type('Paul Banda, Univ');
    await awa.page.keyboard.press('Enter');
    await sees(awa, /^Paul Banda est ajouté à la feuille/);
    await awa.page.keyboard.press('Enter');
    await awa.page.keyboard.press('Enter');
    await sees(awa, new RegExp(`^${code} est déjà saisie. Par Awa Ndiaye`));
    await awa.context.setOffline(false);
    await open(awa, 'in-out?view=paper');
    await settled(awa);
    await write(awa, 'Code de la feuille', code);
    await sees(awa, new RegExp(`^${code} est déjà saisie. Par Awa Ndiaye`));
    await press(awa, 'Revenir aux présences');
    await sees(awa, /3 personnes présentes/);
    await sees(awa, 'Paul Banda');
    await sees(awa, /Université/);
  });

  it('puts a pasted list of names on the sheet in one press, with the organisations that are at the table', async () => {
    const workshop = await record(awa, 'meeting', { title: { lang: 'fr', text: 'Atelier à quarante' } });
    await open(awa, `meetings/${workshop}?view=attendance`);
    await press(awa, 'Dire qui est attendu');
    await write(awa, 'D’autres personnes', 'Ruth Mumba\n\nPaul Banda, Univ\nRuth Mumba\nGrace Tembo');
    await press(awa, 'Mettre 3 noms sur la feuille');
    await sees(awa, /^3 présences attendues/);
    await sees(awa, 'Université, Paul Banda');
    await settled(awa);
  });

  it('asks the two questions by link until a day that is chosen, where the partnership is at home', async () => {
    const other = await record(awa, 'meeting', { title: { lang: 'fr', text: 'Bilan' }, state: 'held' });
    await open(awa, `meetings/${other}?view=after`);
    await press(awa, 'Les poser par lien');
    await awa.page.getByLabel('Jusqu’à quel jour').fill('2031-02-28');
    await isAccessible();
    await press(awa, 'Ouvrir les deux questions');
    await sees(awa, /après le 28 février 2031/);
    await settled(awa);
  });

  it('sends the minutes out for correction, approves them, and passes the list of decisions on', async () => {
    await open(awa, `meetings/${meeting}?view=minutes`);
    await press(awa, 'Rédiger le compte rendu');
    await press(awa, 'Envoyer pour correction');
    await press(awa, 'Envoyer pour correction');
    await sees(awa, /^Corrections possibles jusqu/);
    await press(awa, 'Approuver');
    await sees(awa, /^Approuvé le/);
    await awa.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = (): Promise<string> => awa.page.evaluate('navigator.clipboard.readText()');
    await press(awa, 'Copier toute la liste');
    await expect.poll(copied).toContain('On ferme le puits du haut');
    await press(awa, 'Copier pour WhatsApp');
    await expect.poll(async () => (await copied()).split('\n').length).toBe(4);
    expect(await copied()).toMatch(/Awa Ndiaye vous fait savoir.*Atelier[^]*Une décision[^]*\/meetings\//);
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
