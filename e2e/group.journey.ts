import { beforeAll, describe, expect, it } from 'vitest';
import { addActor, found, invite } from './founding.ts';
import { misfitsOn, opened, turnTo, violationsOn } from './look.ts';
import { join, open, type Person, press, said, sees, settled, spaceOf, tick, write } from './person.ts';
import { openStage } from './stage.ts';

/** Stands in every word that the group writes for itself. */
const SECRET = 'qwvzhkxjmt';
const POSITION = 'Nous acceptons la taxe si elle reste dans la vallée.';

const stage = openStage();
let awa: Person;
let cleo: Person;
let ben: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await found(awa);
  await addActor(awa, { name: 'Union des femmes', sector: 'Société civile' });
  const guest = (name: string, role: string) => invite(awa, { name, organisation: 'Union des femmes', role });
  const links = [await guest('Cléo Diop', 'coordination du collège'), await guest('Ben Sarr', 'point focal')];
  cleo = await stage.sit({ name: 'Cléo Diop', lang: 'fr', email: 'cleo@vallee.test' });
  ben = await stage.sit({
    name: 'Ben Sarr',
    lang: 'fr',
    email: 'ben@vallee.test',
    width: 360,
    height: 780,
  });
  await join(cleo, links[0] ?? '');
  await join(ben, links[1] ?? '');
});

/** Everything that the server gives to somebody about the space. */
const givenTo = async (person: Person): Promise<string> => {
  const parts = ['snapshot', 'history', 'people', `search?q=${SECRET}`, 'search?q=aval'];
  const answers = parts.map(async (part) =>
    (
      await person.context.request.get(`${stage.server.address}/api/spaces/${spaceOf(person)}/${part}`)
    ).text(),
  );
  return (await Promise.all(answers)).join('\n');
};

describe('a group among itself', () => {
  it('opens a room, writes offline, words a position and confirms it, and the secretariat sees nothing of it', async () => {
    await press(cleo.page.locator('nav').filter({ visible: true }), 'Entre nous');
    await sees(cleo, /votre groupe parle entre soi/);
    await press(cleo, 'Ouvrir un espace entre nous');
    await write(cleo, 'Nom du groupe', `Usagers de l’aval ${SECRET}`);
    await tick(cleo, 'Ben Sarr');
    await write(cleo, /^Mandat/, `Parler pour l’aval ${SECRET}`);
    await press(cleo, 'Ouvrir un espace entre nous');
    await sees(cleo, /Ni le secrétariat/);
    await settled(cleo);
    await cleo.context.setOffline(true);
    await write(cleo, 'Écrire au groupe', `Que dit-on de la taxe ? ${SECRET}`);
    await press(cleo, 'Envoyer au groupe');
    await sees(cleo, /Que dit-on de la taxe/);
    await cleo.context.setOffline(false);
    await settled(cleo);

    await open(ben, 'among-us');
    await sees(ben, /Que dit-on de la taxe/);
    await press(ben, 'Répondre');
    await write(ben.page.locator('ol'), 'Répondre', `Oui, si elle reste ici ${SECRET}`);
    await ben.page.locator('ol').getByRole('button', { name: 'Envoyer au groupe' }).click();
    await sees(ben, /Oui, si elle reste ici/);
    await press(ben, 'Positions');
    await press(ben, 'Rédiger une position');
    await write(ben, 'La question, en quelques mots', 'La taxe sur les forages');
    await write(ben, 'Ces mots', POSITION);
    await press(ben, 'Proposer ces mots');
    await sees(ben, /En chantier/);
    await settled(ben);

    await press(cleo, 'Positions');
    await press(cleo, 'Confirmer notre position');
    await press(cleo.page.locator('form'), 'Confirmer notre position');
    await sees(cleo, /Confirmée, version 1, en réunion/);
    await settled(cleo);

    const given = await givenTo(awa);
    for (const word of [SECRET, POSITION, 'La taxe sur les forages']) expect(given).not.toContain(word);
    await open(awa, 'today');
    expect(await awa.page.getByRole('link', { name: 'Entre nous' }).count()).toBe(0);
    await open(awa, 'among-us');
    expect(await said(awa)).not.toContain(SECRET);
  });

  it('publishes the exact words as a deliberate act, in its name, and nothing else goes with them', async () => {
    await press(cleo, 'Publier cette position');
    const dialog = cleo.page.getByRole('dialog');
    await sees(dialog, /Faire sortir ces mots/);
    await sees(dialog, POSITION);
    await sees(dialog, /Partenaires \(3\)/i);
    await sees(dialog, /les copies ne se rappellent pas/);
    expect(await violationsOn(cleo.page)).toEqual([]);
    await press(dialog, 'Publier ces mots');
    await sees(cleo, /La version 1 a été publiée/);
    await settled(cleo);
    await open(awa, 'among-us');
    await sees(awa, /La taxe sur les forages/);
    await sees(awa, /confirmée en réunion/);
    const given = await givenTo(awa);
    expect(given).toContain(POSITION);
    expect(given).not.toContain('Que dit-on de la taxe');
  });

  it('loses the words that its coordinator erases, and hears before what cannot be called back', async () => {
    await open(cleo, 'among-us?view=us');
    await press(cleo, 'Choisir les mots à effacer');
    await sees(cleo, /ne se rappelle pas d’ici/);
    await tick(cleo, /^Message.*Que dit-on de la taxe/);
    expect(await violationsOn(cleo.page)).toEqual([]);
    const folder = process.env['SCREENSHOTS'];
    if (folder) await cleo.page.screenshot({ path: `${folder}/erase.png`, fullPage: true });
    await press(cleo, 'Effacer pour toujours');
    await sees(cleo, 'Choisir les mots à effacer');
    await settled(cleo);
    expect(await givenTo(cleo)).not.toContain('Que dit-on de la taxe');
    expect(await givenTo(awa)).toContain(POSITION);
  });

  it('says on what footing a position is given, keeps the way there, and counts only what is confirmed', async () => {
    await open(ben, 'problem');
    await press(ben, 'Donner la position');
    await tick(ben, /d’accord$/i);
    await tick(ben, /En validation interne/);
    await write(ben, 'Auprès de qui', 'le bureau de l’Union');
    expect(await misfitsOn(ben.page)).toEqual([]);
    expect(await violationsOn(ben.page)).toEqual([]);
    const folder = process.env['SCREENSHOTS'];
    if (folder) await ben.page.screenshot({ path: `${folder}/360-standing.png`, fullPage: true });
    await press(ben.page.locator('form'), 'Donner la position');
    await sees(
      ben,
      /◔ en validation interne, auprès de le bureau|◔ en validation interne, auprès de : le bureau/,
    );
    await sees(ben, /Aucune position confirmée/);
    await press(ben, 'Donner la position');
    await tick(ben, /d’accord$/i);
    // The sign beside the word is no part of what is read aloud.
    await tick(ben, /^Confirmée/);
    await write(ben, 'Par qui', 'la présidente');
    await press(ben.page.locator('form'), 'Donner la position');
    await sees(ben, /● confirmée, par la présidente|● confirmée, par : la présidente/);
    await sees(ben, /Ce qui a été dit avant/);
    await settled(ben);
    await open(ben, 'among-us?view=positions');
    await sees(ben, /Où en sont les positions de notre organisation/);
    await sees(ben, /● confirmée/);
  });

  it('is read on a phone and a desk, in both languages and themes, and warns whoever would leave it unread', async () => {
    for (const person of [ben, cleo])
      for (const view of ['talk', 'positions', 'papers', 'us'])
        for (const look of [
          { lang: 'fr', theme: 'light' },
          { lang: 'en', theme: 'dark' },
        ] as const) {
          await open(person, `among-us?view=${view}`);
          await opened(person);
          await turnTo(person, look);
          expect([view, ...(await misfitsOn(person.page))]).toEqual([view]);
          // What lies under the bar of a phone is reached by scrolling, which axe cannot know: the whole page is shown.
          const { width = 1280, height = 900 } = person;
          await person.page.setViewportSize({ width, height: 3000 });
          expect([view, ...(await violationsOn(person.page))]).toEqual([view]);
          await person.page.setViewportSize({ width, height });
          const folder = process.env['SCREENSHOTS'];
          if (folder)
            await person.page.screenshot({
              path: `${folder}/${person.width ?? 1280}-${view}-${look.lang}.png`,
              fullPage: true,
            });
          await turnTo(person, { lang: 'fr', theme: 'light' });
        }
    await open(ben, 'among-us?view=us');
    await press(ben, 'Quitter l’espace');
    await sees(ben, /Les autres continuent/);
    await press(ben, 'Quitter l’espace');
    await sees(ben, /votre groupe parle entre soi|Ce que des groupes/);
    await settled(ben);
    await open(cleo, 'among-us?view=us');
    await sees(cleo, /Vous êtes seul à lire cet espace/);
    await press(cleo, 'Quitter l’espace');
    await sees(cleo, /Vous êtes la dernière personne/);
    await press(cleo.page.getByRole('group', { name: 'Quitter l’espace' }), 'Fermer l’espace');
    await sees(cleo, /^Fermé le/);
    for (const person of [awa, cleo, ben]) expect(person.complaints).toEqual([]);
  });
});
