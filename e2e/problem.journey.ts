import { beforeAll, describe, expect, it } from 'vitest';
import { record } from './asking.ts';
import { found, speakFor } from './founding.ts';
import { misfitsOn, opened, violationsOn } from './look.ts';
import { choose, open, type Person, press, sees, settled, tick, write } from './person.ts';
import { openStage } from './stage.ts';

const COMMITTEE = 'Comité du Quartier-Bas';

const stage = openStage();
let awa: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await found(awa);
  await record(awa, 'actor', { name: COMMITTEE, sector: 'civilSociety' });
  await settled(awa);
  await speakFor(awa, COMMITTEE);
});

/** The cards of the outline, from top to bottom, each with a dash for every level. */
const cards = async (): Promise<readonly string[]> => {
  const lines = awa.page.locator('main textarea[id^=card-]');
  const found: string[] = [];
  for (const line of await lines.all()) {
    const level = Number(/\d+/.exec((await line.getAttribute('aria-label')) ?? '')?.[0] ?? 1);
    found.push('-'.repeat(level - 1) + (await line.inputValue()));
  }
  return found;
};

describe('the problem', () => {
  it('gives a position, changes the words, and says that the position holds for them too', async () => {
    await open(awa, 'problem');
    await press(awa, 'Donner la position');
    await tick(awa, 'Je suis d’accord');
    await tick(awa, /^Confirmée/);
    await press(awa.page.locator('main form'), 'Donner la position');
    await sees(awa, /1 position confirmée sur 1/);
    for (const words of ['tue des enfants', 'rend malades les enfants et leurs mères']) {
      await press(awa, 'Proposer une version');
      await write(awa, 'Ces mots', `Au Quartier-Bas, l’eau du puits ${words}.`);
      await press(awa, 'Proposer ces mots');
      await awa.page.locator('main form').waitFor({ state: 'detached' });
    }
    await sees(awa, /Donnée sur la version 1/);
    await press(awa, 'Voir ce qui a changé');
    await choose(
      awa,
      'De',
      (
        await awa.page
          .getByRole('option', { name: /^Version 1/ })
          .first()
          .innerText()
      ).trim(),
    );
    await sees(awa, /De la version 1 à la version 3/);
    await expect.poll(() => awa.page.locator('main ins').allInnerTexts()).not.toEqual([]);
    await press(awa, 'Vaut aussi pour la version 3');
    await sees(awa, /1 position confirmée sur 1/);
    await settled(awa);
  });

  it('says whom it touches, how many, where, and what shows it', async () => {
    await press(awa, 'Dire qui le vit');
    const form = awa.page.locator('main form');
    await write(form, 'Qui', 'Les familles du Quartier-Bas');
    await press(form, 'Ajouter');
    await sees(awa, 'Personne ne les a comptées');
    await press(awa, 'Ajouter une pièce à l’appui');
    await write(form, 'Ce qu’elle montre', 'Cent cas de diarrhée en juin');
    await press(form, 'Ajouter');
    await sees(awa, /source à dire/);
    await settled(awa);
  });

  it('grows the tree by keyboard alone, without a network', async () => {
    const { page, context } = awa;
    await open(awa, 'problem?view=tree');
    await context.setOffline(true);
    await press(awa, 'Ajouter une cause');
    for (const key of ['Le puits est souillé', 'Enter', 'Tab', 'Les latrines sont trop près', 'Enter'])
      await (key.length > 6 ? page.keyboard.type(key) : page.keyboard.press(key));
    for (const key of ['Personne ne contrôle', 'Enter', 'Escape'])
      await (key.length > 6 ? page.keyboard.type(key) : page.keyboard.press(key));
    expect(await cards()).toEqual([
      'Le puits est souillé',
      '-Les latrines sont trop près',
      '-Personne ne contrôle',
    ]);
    await expect.poll(() => page.evaluate('document.activeElement.value')).toBe('Personne ne contrôle');
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(cards)
      .toEqual(['Le puits est souillé', '-Personne ne contrôle', '-Les latrines sont trop près']);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect
      .poll(cards)
      .toEqual(['Le puits est souillé', '-Les latrines sont trop près', 'Personne ne contrôle']);
    await expect.poll(() => page.evaluate('document.activeElement.value')).toBe('Personne ne contrôle');
    await context.setOffline(false);
    await open(awa, 'problem?view=tree');
    await settled(awa);
  });

  it('takes the cards of a wall in one go, and draws them without letting them collide', async () => {
    await press(awa, 'Saisir les cartes du mur');
    await tick(awa, 'Effet');
    await write(awa, 'Une ligne par carte', 'L’école se vide\n- Les filles d’abord\nLes soins coûtent cher');
    await press(awa, 'Garder 3 cartes');
    await sees(awa, /6 cartes : 2 causes directes, 2 effets directs/);
    const drawn = awa.page.locator('main svg rect');
    await expect.poll(() => drawn.count()).toBe(7);
    await press(awa, 'Replier');
    await expect.poll(() => drawn.count()).toBe(5);
    await settled(awa);
  });

  it('sets what groups understand by a word side by side, and marks it in the statement', async () => {
    await open(awa, 'problem?view=words');
    await press(awa, 'Ajouter un mot');
    await write(awa, 'Mot', 'puits');
    await press(awa.page.locator('main form'), 'Ajouter');
    for (const meaning of ['Un trou avec une corde', 'Un ouvrage contrôlé']) {
      await press(awa, 'Dire ce qu’un groupe entend par là');
      await write(awa, 'Ce qu’il entend par là', meaning);
      await press(awa, 'Garder ce sens');
    }
    await sees(awa, 'Un ouvrage contrôlé');
    await press(awa, 'Convenir de ce que nous en faisons');
    await tick(awa, 'Nous gardons les deux');
    await press(awa, 'Noter cet accord');
    await sees(awa, /Nous gardons les deux sens/);
    await open(awa, 'problem');
    await press(awa, /puits : plusieurs sens/);
    await sees(awa, 'Un trou avec une corde');
    await settled(awa);
  });

  it('begins the working agreement from sentences to keep, and hands it out on one page', async () => {
    await open(awa, 'core?view=rules');
    await press(awa, 'Écrire la première phrase');
    await press(awa, 'Proposer ces mots');
    await sees(awa, /Ce qui se dit ici reste entre nous/);
    await settled(awa);
    for (const [name, first] of [
      ['Une page, en PDF', '%PDF-'],
      ['En Word, à modifier', 'PK'],
    ] as const) {
      const address = await awa.page.getByRole('link', { name }).getAttribute('href');
      const file = await (await awa.page.request.get(address ?? '')).body();
      expect(file.toString('latin1', 0, first.length)).toBe(first);
      if (first === '%PDF-') expect(file.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
  });

  it('reads well on both screens, and breaks no rule of access', async () => {
    for (const room of ['problem', 'problem?view=tree', 'problem?view=words', 'core?view=rules'])
      for (const width of [360, 1280]) {
        await awa.page.setViewportSize({ width, height: 1_800 });
        await open(awa, room);
        await opened(awa);
        expect([room, width, await misfitsOn(awa.page), await violationsOn(awa.page)]).toEqual([
          room,
          width,
          [],
          [],
        ]);
      }
    expect(awa.complaints).toEqual([]);
  });
});
