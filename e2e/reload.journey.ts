import { beforeAll, expect, it } from 'vitest';
import { type Person, press, sees, settled, setUp, write } from './person.ts';
import { openStage } from './stage.ts';

const TIMES = 15;

const stage = openStage();
let awa: Person;
let space = '';

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await setUp(awa);
  await press(awa, 'Créer un partenariat');
  await write(awa, 'Quel problème vous réunit', 'Au Quartier-Bas, l’eau du puits rend les enfants malades.');
  await press(awa, 'Commencer');
  await awa.page.waitForURL(/\/p\/\w{20}/);
  space = /\/p\/(\w{20})/.exec(awa.page.url())?.[1] ?? '';
  await settled(awa);
});

const PRESS = "document.querySelector('form button[type=submit]').click()";

/** Presses the button of the open form and leaves for another address in the very same task. */
const actAndGo = async (time: number): Promise<void> => {
  const away = `/p/${space}/commitments?time=${time}`;
  await awa.page.evaluate(`${PRESS}; location.assign(${JSON.stringify(away)})`);
  await awa.page.waitForURL(`${stage.server.address}${away}`);
};

/** Presses the button and closes the page at once; goes on in a new one. */
const actAndClose = async (): Promise<void> => {
  await awa.page.evaluate(PRESS);
  await awa.page.close();
  awa = { ...awa, page: await awa.context.newPage() };
  await awa.page.goto(`${stage.server.address}/p/${space}/commitments`);
};

it('loses no act and doubles none when the page goes in the same moment', async () => {
  await awa.page.goto(`${stage.server.address}/p/${space}/commitments`);
  for (let time = 1; time <= TIMES; time++) {
    await press(awa, 'Noter un engagement');
    await write(awa, /^Quoi|^Engagement|^Ce qui/, `Promesse n° ${time}.`);
    await (time % 3 === 0 ? actAndClose() : actAndGo(time));
    await sees(awa, `Promesse n° ${time}.`);
  }
  await settled(awa);
  const left = await awa.page.evaluate<string[]>(
    'Object.keys(localStorage).filter((key) => key.startsWith("tablee-ahead"))',
  );
  expect(left).toEqual([]);
  const answer = await awa.context.request.get(`${stage.server.address}/api/spaces/${space}/snapshot`);
  const told = await answer.text();
  for (let time = 1; time <= TIMES; time++) expect(told.split(`Promesse n° ${time}.`)).toHaveLength(2);
}, 90_000);
