import { beforeAll, expect, it } from 'vitest';
import { type Person, press, sees, settled, setUp, spaceOf, write } from './person.ts';
import { openStage } from './stage.ts';

/** A second on an idle machine, with room for a busy one; the next try of its own would come up to a minute later. */
const SOON = 4_000;

const stage = openStage();
let awa: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await setUp(awa);
  await press(awa, 'Créer un partenariat');
  await write(awa, 'Quel problème vous réunit', 'Au Quartier-Bas, l’eau du puits rend les enfants malades.');
  await press(awa, 'Commencer');
  await awa.page.waitForURL(/\/p\/\w{20}/);
  await settled(awa);
  // The second visit is what the offline shell serves: it must be there and in charge.
  await awa.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await awa.page.reload();
  await awa.page.evaluate(`new Promise((resolve) => {
    if (navigator.serviceWorker.controller) resolve(true);
    else navigator.serviceWorker.addEventListener('controllerchange', () => resolve(true));
  })`);
  await settled(awa);
});

const header = (words: RegExp, page = awa.page) =>
  page.locator('header').getByRole('button', { name: words }).filter({ visible: true }).first();

/** Adds a commitment by its one line. */
const promise = async (words: string): Promise<void> => {
  await press(awa, 'Noter un engagement');
  await write(awa, /^Quoi|^Engagement|^Ce qui/, words);
  await press(awa, /^(Noter|Ajouter)$/);
};

it('opens, reads and writes without a network, and says honestly what waits', async () => {
  await awa.context.setOffline(true);
  const today = awa.page.url();
  await awa.page.goto(today);
  await sees(awa, 'Où en sommes-nous ?');
  await awa.page.goto(today.replace('/today', '/commitments'));
  await promise('Envoyer les chiffres vendredi');
  await sees(awa, 'Envoyer les chiffres vendredi');
  await header(/Hors ligne|à envoyer/).waitFor();
  await awa.page.reload();
  await sees(awa, 'Envoyer les chiffres vendredi');
  await awa.context.setOffline(false);
  await settled(awa);
  await sees(awa, 'Envoyer les chiffres vendredi');
}, 120_000);

it('says within a moment that the network is back, in every tab', async () => {
  await awa.context.setOffline(true);
  await awa.page.reload();
  const beside = await awa.context.newPage();
  await beside.goto(awa.page.url());
  for (const page of [awa.page, beside]) await header(/Hors ligne/, page).waitFor();
  // How long after the browser says that it is connected no header says otherwise.
  await beside.evaluate(`void (window.back = new Promise((resolve) => addEventListener('online', () => {
    const since = performance.now();
    const isOffline = (each) => /Hors ligne/.test(each.textContent);
    const look = () => [...document.querySelectorAll('header button')].some(isOffline)
      ? setTimeout(look, 20) : resolve(performance.now() - since);
    look();
  })))`);
  await awa.context.setOffline(false);
  expect(Number(await beside.evaluate('window.back'))).toBeLessThan(SOON);
  await settled(awa);
  await beside.close();
}, 120_000);

it('builds a second act on the first whose answer is late, though the change itself came back already', async () => {
  const commands = '**/api/spaces/*/commands';
  const before = awa.page.url();
  await awa.page.goto(`/p/${spaceOf(awa)}/problem`);
  const late: Promise<void>[] = [];
  await awa.page.route(commands, async (route) => {
    const response = await route.fetch();
    late.push(new Promise((resolve) => setTimeout(resolve, 3_000)).then(() => route.fulfill({ response })));
  });
  for (const words of ['tue des enfants', 'rend malades les enfants et leurs mères']) {
    await press(awa, 'Proposer une version');
    await write(awa, 'Ces mots', `Au Quartier-Bas, l’eau du puits ${words}.`);
    const brought = awa.page.getByText(`l’eau du puits ${words}`).locator('visible=true');
    await press(awa, 'Proposer ces mots');
    await brought.first().waitFor();
    // The change comes back on the feed long before its answer.
    await awa.page.waitForTimeout(1_000);
  }
  await sees(awa, /^Version 3/);
  await settled(awa);
  await sees(awa, /^Version 3/);
  expect(await header(/pas acceptée/).count()).toBe(0);
  await Promise.all(late);
  await awa.page.unroute(commands);
  await awa.page.goto(before);
}, 120_000);

it('keeps what was written while the server was gone, and sends it when it is back', async () => {
  await stage.server.kill();
  await promise('Appeler la mairie');
  await sees(awa, 'Appeler la mairie');
  await header(/Hors ligne|à envoyer/).waitFor();
  await stage.server.restart();
  await awa.page.reload();
  await settled(awa);
  await sees(awa, 'Appeler la mairie');
  const other = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await other.context.addCookies(await awa.context.cookies());
  await other.page.goto(awa.page.url());
  await sees(other, 'Appeler la mairie');
  await other.context.close();
}, 120_000);

it('gives a refused change back with its text and a reason', async () => {
  const space = /\/p\/(\w{20})/.exec(awa.page.url())?.[1] ?? '';
  // Somebody with the same account leaves the partnership elsewhere while this device is away.
  await awa.context.setOffline(true);
  await promise('Un texte qui ne doit pas se perdre');
  const cookie = (await awa.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const snapshot = await fetch(`${stage.server.address}/api/spaces/${space}/snapshot`, {
    headers: { cookie },
  });
  const { you } = (await snapshot.json()) as { you: { person: string } }; // the shape is tested beside the route
  const demoted = await fetch(`${stage.server.address}/api/spaces/${space}/commands`, {
    method: 'POST',
    headers: { cookie, origin: stage.server.address, 'content-type': 'application/json' },
    body: JSON.stringify({
      commands: [
        {
          id: 'demotedemotedemotede',
          space,
          type: 'member.change',
          entity: you.person,
          circle: 'partners',
          payload: { roles: ['observer'] },
          base: {},
          saidAt: new Date().toISOString(),
        },
      ],
    }),
  });
  expect(await demoted.json()).toMatchObject({ outcomes: [{ outcome: 'accepted' }] });
  await awa.context.setOffline(false);
  await header(/pas acceptée/).waitFor({ timeout: 60_000 });
  await awa.page.goto(awa.page.url().replace('/commitments', '/sync'));
  await sees(awa, /Un texte qui ne doit pas se perdre/);
  await sees(awa, /votre rôle ne le permet pas/);
  expect(awa.complaints).toEqual([]);
}, 120_000);
