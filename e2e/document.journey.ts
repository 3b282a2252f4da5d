import { beforeAll, describe, expect, it } from 'vitest';
import { addActor, found } from './founding.ts';
import { picture, pictures, violationsOn } from './look.ts';
import { choose, open, type Person, press, sees, settled, speak, tick, write } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
let awa: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
});

const panel = () => awa.page.locator('aside').filter({ visible: true });

const bring = async (title: string, words: string): Promise<void> => {
  await write(awa, 'Titre', title);
  await write(awa, /^Les mots du texte/, words);
  await press(awa, 'Déposer un texte');
};

describe('a text, from its first version to the page of its code', () => {
  it('comes in, is put in force, and a second version is placed after it', async () => {
    await found(awa);
    await addActor(awa, { name: 'Ministère de l’Eau', sector: 'État' });
    await open(awa, 'documents');
    await press(awa, 'Déposer un texte');
    await bring('Charte de l’eau', 'Chaque borne est entretenue par son comité.');
    await sees(panel(), 'C’est un projet');
    await press(panel(), 'Mettre en vigueur');
    await sees(panel(), /En vigueur depuis le/);
    await press(panel(), 'Déposer une nouvelle version');
    await bring('Charte de l’eau', 'Chaque borne est entretenue par la mairie et son comité.');
    await sees(panel(), 'Voir la version 1, en vigueur');
    await choose(panel(), 'Comparer avec', 'version 1');
    await sees(panel(), 'la mairie et');
    await settled(awa);
    await pictures(awa, 'document-second');
  });

  it('collects what is said of each version, and who has it', async () => {
    await press(panel(), 'Donner mon avis');
    await write(panel(), 'Donner mon avis', 'La mairie n’a pas de budget.');
    await press(panel(), 'Envoyer mon avis');
    await sees(panel(), /La mairie n’a pas de budget/);
    await press(panel(), 'Noter une remise');
    await choose(panel(), 'Organisation', 'Ministère de l’Eau');
    await tick(panel(), 'En main propre');
    await press(panel(), 'Noter');
    await sees(panel(), 'Ministère de l’Eau');
    await press(panel(), 'Mettre en vigueur à la place');
    await sees(panel(), /En vigueur depuis le/);
    await press(panel(), 'version 1');
    await sees(panel(), /Remplacé le .* par la version 2/);
    await sees(panel(), 'Donnés sur la version 2');
    await settled(awa);
    expect(await violationsOn(awa.page)).toEqual([]);
    await pictures(awa, 'document-first');
    await speak(awa, 'English');
    await sees(panel(), /Replaced on .* by version 2/);
    await pictures(awa, 'document-first-en');
    await speak(awa, 'Français');
  });

  it('leads from the code in its foot to what became of it, without script and without a word of it', async () => {
    await press(panel(), 'Voir le code');
    const foot = await panel()
      .getByText(/\/c\/\w{5}-\w{5}/)
      .first()
      .innerText();
    const code = /\/c\/\w{5}-\w{5}/.exec(foot)?.[0] ?? '';
    const guest = await stage.sit({
      name: 'Quelqu’un',
      lang: 'fr',
      width: 360,
      script: false,
    });
    await guest.page.goto(code);
    await sees(guest, /Remplacé le/);
    await sees(guest, /La version 2 a pris sa place/);
    expect(await guest.page.locator('body').innerText()).not.toContain('Charte');
    await picture(guest, 'code-page');
    await guest.context.close();
    expect(awa.complaints).toEqual([]);
  });
});
