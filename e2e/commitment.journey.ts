import { sheetCode } from '@tablee/domain/modules/paper';
import { beforeAll, describe, expect, it } from 'vitest';
import { record, tell } from './asking.ts';
import { addActor, found } from './founding.ts';
import { pictures, violationsOn } from './look.ts';
import { open, type Person, press, sees, settled, tick, write } from './person.ts';
import { openStage } from './stage.ts';

const DAY = 86_400_000;
const day = (ahead: number): string => new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10);

const stage = openStage();
let awa: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
});

const promise = async (what: string, due: string): Promise<void> => {
  await press(awa, 'Noter un engagement');
  await write(awa, 'Quoi', what);
  const owner = awa.page.getByRole('group', { name: /^Qui le doit/ });
  await tick(owner, 'Ministère de l’Eau');
  await write(awa, 'Pour le', due);
  await press(awa, 'Noter');
  await sees(awa, what);
};

describe('what a partner owes, from the promise to the page of the quarter', () => {
  it('stands in one list per partner, says lateness only after the grace, and is recalled in private', async () => {
    await found(awa);
    await addActor(awa, { name: 'Ministère de l’Eau', sector: 'État' });
    await open(awa, 'commitments');
    await promise('Les analyses de l’eau', day(-3));
    await promise('La salle', day(-20));
    await open(awa, 'commitments?view=partners');
    const late = awa.page.getByText(/passé depuis/);
    await sees(awa, /passé depuis 20 jours/);
    await expect.poll(() => late.count()).toBe(1);
    await press(awa, 'Préparer un rappel en douceur');
    await sees(awa, 'Un petit rappel de ce qui a été convenu');
    await settled(awa);
    expect(await violationsOn(awa.page)).toEqual([]);
    await pictures(awa, 'commitment-partners');
  });

  it('is moved with a reason, kept with a proof, and ends on the half page and the document of the quarter', async () => {
    const row = awa.page.locator('li').filter({ hasText: 'La salle' }).last();
    await press(row, 'C’est tenu');
    await open(awa, 'commitments?view=settled');
    await press(awa, 'Montrer que c’est tenu');
    await write(awa, 'Où cela se voit', 'Salle des fêtes, ouverte lundi');
    await press(awa, 'Joindre');
    await open(awa, 'commitments?view=quarter');
    await sees(awa, 'La salle');
    await press(awa, 'Écrire la demi-page');
    await write(awa, 'Ce dont nous avons besoin', 'Un véhicule pour deux jours.');
    await press(awa, 'Enregistrer');
    await sees(awa, 'Une demi-page reçue sur 1');
    await settled(awa);
    expect(await violationsOn(awa.page)).toEqual([]);
    await pictures(awa, 'commitment-quarter');
    const href = await awa.page.getByRole('link', { name: 'Word' }).first().getAttribute('href');
    const file = await awa.page.request.get(href ?? '');
    expect(file.status()).toBe(200);
    expect((await file.body()).subarray(0, 2).toString()).toBe('PK');
    expect(awa.complaints).toEqual([]);
  });

  it('takes the half page of a partner from paper by keyboard alone, into the same three boxes', async () => {
    const quarter = `${day(0).slice(0, 4)}-Q${Math.ceil(Number(day(0).slice(5, 7)) / 3)}`;
    const organisation = await record(awa, 'actor', { name: 'Brasserie', sector: 'private' });
    const page = await record(awa, 'quarterPage', { quarter, organisation });
    const asks = [{ kind: 'quarterPage', subject: page }];
    await tell(awa, 'paper.print', { prefix: 'AC7K', lang: 'fr', asks, sheets: [{ organisation }] });
    await open(awa, 'in-out?view=paper');
    await sees(awa, /0 sur 1/);
    const { keyboard } = awa.page;
    await write(awa, 'Code de la feuille', sheetCode('AC7K', 1));
    await sees(awa, 'Ce qui est fait');
    await keyboard.type('Deux puits creusés.');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.type('Une pompe.');
    await keyboard.press('Enter');
    await sees(awa, /1 sur 1/);
    await open(awa, 'commitments?view=quarter');
    await sees(awa, 'Deux puits creusés.');
    await sees(awa, 'Une pompe.');
    await sees(awa, '2 demi-pages reçues sur 2');
    expect(awa.complaints).toEqual([]);
  });
});
