import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { record } from './asking.ts';
import { storedOn } from './device.ts';
import { found, invite } from './founding.ts';
import { violationsOn } from './look.ts';
import { choose, join, open, type Person, press, sees, settled, spaceOf, write } from './person.ts';
import { openStage } from './stage.ts';

/** Stands in a reason of the working map and nowhere else. */
const SECRET = 'Contrat zvqkwyjx avec le pollueur';
const BARRIER = 'Les réunions tombent le jour du marché';
const VIEW = 'stakeholders?view=working';

const stage = openStage();
/** Keeps the secretariat, and the map. */
let awa: Person;
/** Is named as a reader. */
let binta: Person;
/** Never is. */
let cheikh: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  binta = await stage.sit({ name: 'Binta Fall', email: 'binta@vallee.test', lang: 'fr' });
  cheikh = await stage.sit({ name: 'Cheikh Sow', email: 'cheikh@vallee.test', lang: 'fr' });
  await found(awa);
  const ids: string[] = [];
  for (const [name, sector] of [
    ['Mairie', 'state'],
    ['Brasserie', 'private'],
    ['Comités', 'civilSociety'],
  ] as const)
    ids.push(await record(awa, 'actor', { name, sector }));
  const [from = '', to = ''] = ids;
  await record(awa, 'relation', { from, to, kind: 'funds', strength: 'close' });
  for (const guest of [binta, cheikh]) {
    const link = await invite(awa, { name: guest.name, organisation: 'Mairie', role: 'point focal' });
    await join(guest, link);
    await press(awa, 'C’est remis');
  }
}, 90_000);

/** Opens the fields of somebody from the table, as the keyboard does. */
const openActor = async (person: Person, name: string): Promise<void> => {
  await open(person, VIEW);
  await press(person, 'Tableau');
  await press(person, name);
};

describe('the two maps of the stakeholders', () => {
  it('places somebody by fields without a network, and keeps why one sees it so', async () => {
    await openActor(awa, 'Mairie');
    await awa.context.setOffline(true);
    await choose(awa, /^Influence, de/, '9');
    await choose(awa, /^Intérêt, de/, '2');
    await choose(awa, 'Pour ou contre', 'S’y oppose');
    await choose(awa, 'En conflit avec', 'Comités');
    await write(awa, 'Ce qui empêche, en mots', BARRIER);
    await write(awa, 'Pourquoi je le vois ainsi', SECRET);
    await press(awa, 'Enregistrer ici');
    await sees(awa, 'Enregistré sur votre carte de travail.');
    await sees(awa, /Forte influence et contre : Mairie\./);
    await awa.context.setOffline(false);
    expect(await violationsOn(awa.page)).toEqual([]);
  });

  it('places somebody else by drag, and the table says the same', async () => {
    await open(awa, VIEW);
    const waiting = awa.page.locator('g[data-actor="Brasserie"] circle').first();
    await waiting.scrollIntoViewIfNeeded();
    const shape = await waiting.boundingBox();
    const grid = await awa.page.locator('svg:has(g[data-actor]) rect').first().boundingBox();
    if (shape === null || grid === null) throw new Error('the grid is not there');
    await awa.page.mouse.move(shape.x + shape.width / 2, shape.y + shape.height / 2);
    await awa.page.mouse.down();
    await awa.page.mouse.move(grid.x + grid.width * 0.5, grid.y + grid.height * 0.5, { steps: 4 });
    await awa.page.mouse.move(grid.x + grid.width * 0.87, grid.y + grid.height * 0.22, { steps: 4 });
    await awa.page.mouse.up();
    await sees(awa, /2 acteurs sont placés/);
    await press(awa, 'Tableau');
    const row = awa.page.getByRole('row', { name: /Brasserie/ });
    await expect.poll(() => row.innerText()).toMatch(/8\s+9/);
  });

  it('opens the map to a named reader on their own device, and to nobody else', async () => {
    await open(awa, VIEW);
    await press(awa, 'Choisir qui la lit');
    await choose(awa, 'Ouvrir la carte à', 'Binta Fall');
    await press(awa, 'Enregistrer');
    await sees(awa, /Lisible par vous et par Binta Fall/);
    const opened = async (): Promise<string> =>
      (await binta.context.request.get(`/api/spaces/${spaceOf(binta)}/personal`)).text();
    await expect.poll(opened).toContain('working-map');
    await open(binta, VIEW);
    await choose(binta, 'Quelle carte', 'Carte de Awa Ndiaye');
    await sees(binta, /Vous la lisez seulement/);
    await press(binta, 'Tableau');
    await press(binta, 'Mairie');
    await sees(binta, SECRET);
    await open(cheikh, VIEW);
    expect(await cheikh.page.getByRole('combobox', { name: 'Quelle carte' }).count()).toBe(0);
    expect(await storedOn(cheikh)).not.toContain(SECRET);
    const answers = ['personal', 'snapshot', 'history', 'search?q=zvqkwyjx'];
    for (const part of answers) {
      const answer = await cheikh.context.request.get(`/api/spaces/${spaceOf(cheikh)}/${part}`);
      expect(await answer.text()).not.toContain(SECRET);
    }
  });

  it('is on no public page and in no search, not even that of its owner', async () => {
    const open = await awa.context.request.get(`/public/${spaceOf(awa)}`);
    expect(await open.text()).not.toContain('zvqkwyjx');
    const found = await awa.context.request.get(`/api/spaces/${spaceOf(awa)}/search?q=zvqkwyjx`);
    expect(await found.text()).not.toContain('pollueur');
  });

  it('asks who will see a fact before it leaves, and never offers a reason of fear', async () => {
    await openActor(awa, 'Mairie');
    await press(awa, 'Porter l’obstacle');
    const dialog = awa.page.getByRole('dialog');
    await sees(dialog, 'Qui le verra ?');
    for (const { name } of [awa, binta, cheikh]) await sees(dialog, new RegExp(name));
    await sees(dialog, /Les partenaires : 3 personnes/);
    await press(dialog, 'Porter à la carte partagée');
    await sees(awa, 'C’est sur la carte partagée.');
    await settled(awa);
    await open(cheikh, 'stakeholders');
    await expect.poll(() => storedOn(cheikh)).toContain(BARRIER);
    await openActor(awa, 'Comités');
    await choose(awa, 'Ce qui empêche de venir', 'La peur ou la sécurité');
    await write(awa, 'Ce qui empêche, en mots', 'Des menaces');
    await press(awa, 'Enregistrer ici');
    await sees(awa, 'Une raison de peur ou de sécurité ne quitte jamais cette carte.');
    expect(await awa.page.getByRole('button', { name: 'Porter l’obstacle' }).count()).toBe(0);
  });

  it('draws the shared map with what it shows, and takes it along in files and on paper', async () => {
    await open(awa, 'stakeholders');
    await sees(awa, 'Ce que la carte donne à voir');
    await sees(awa, /Sans aucun lien : Comités/);
    await awa.page.locator('summary', { hasText: 'Imprimer ou emporter' }).click();
    const saved = async (button: string): Promise<Buffer> => {
      const [download] = await Promise.all([awa.page.waitForEvent('download'), press(awa, button)]);
      return readFileSync(await download.path());
    };
    const svg = (await saved('Dessin (SVG)')).toString();
    expect(svg).toMatch(/^<svg [\s\S]*Brasserie[\s\S]*<\/svg>$/);
    expect((await saved('Image (PNG)')).subarray(1, 4).toString()).toBe('PNG');
    expect((await saved('Réseau (GraphML)')).toString()).toContain('<graphml');
    const kumu: unknown = JSON.parse((await saved('Kumu (JSON)')).toString());
    expect(kumu).toMatchObject({
      connections: [{ from: 'Mairie', to: 'Brasserie', direction: 'directed', type: 'funds' }],
    });
    expect((await saved('Kumu, relations (CSV)')).toString()).toContain('Mairie,Brasserie,directed,funds,3');
    expect(svg).not.toContain('zvqkwyjx');
    // The dialog of the browser would wait for somebody: the paper itself is what is looked at.
    await awa.page.evaluate('window.print = () => undefined');
    await press(awa, 'Imprimer sur A3');
    await awa.page.locator('body > img').waitFor({ state: 'attached' });
    const paper = (await awa.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper) ?? [];
    // Points of 1/72 inch: A3 lying is 1190.6 by 841.9.
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([1191, 842]);
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(await violationsOn(awa.page)).toEqual([]);
  });

  it('is moved by buttons and selected in, with the panel beside it', async () => {
    await open(awa, 'stakeholders');
    const map = awa.page.getByRole('region', { name: /Dessin de la carte/ });
    await map.getByText('Brasserie').click();
    await sees(awa.page.locator('aside').filter({ hasText: 'Relations' }), /Mairie/);
    for (let press = 0; press < 3; press += 1)
      await awa.page.getByRole('button', { name: 'Agrandir' }).click();
    const at = (zoom: number) =>
      awa.page.locator(`section[data-zoom="${zoom}"]`).getByText('Brasserie').first();
    await at(3).waitFor();
    const left = async (): Promise<number> => (await map.locator('svg').first().boundingBox())?.x ?? 0;
    const before = await left();
    await awa.page.getByRole('button', { name: 'Vers la droite' }).click();
    await expect.poll(left).toBeLessThan(before);
    await press(awa, 'Tout voir');
    await at(1).waitFor();
  });

  it('warns its owner fourteen days before its end, and is erased for everybody at once', async () => {
    const in170Days = new Date(Date.now() + 170 * 86_400_000);
    const page = await awa.context.newPage();
    await page.clock.setFixedTime(in170Days);
    await page.goto(`/p/${spaceOf(awa)}/stakeholders`);
    await page.getByText(/Votre carte de travail sera effacée le/).waitFor();
    await page.close();
    // What the server keeps is still on its way here when the map is erased: it must not bring the map back.
    await awa.page.route('**/personal', async (route) => {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      await route.fulfill({ response });
    });
    await open(awa, VIEW);
    await press(awa, 'Effacer ma carte');
    const dialog = awa.page.getByRole('dialog');
    await press(dialog, 'Effacer ma carte');
    await sees(awa, 'Effacée.');
    const kept = async (): Promise<string> =>
      (await awa.context.request.get(`/api/spaces/${spaceOf(awa)}/personal`)).text();
    await expect.poll(kept).not.toContain('working-map');
    await open(binta, VIEW);
    await expect.poll(() => storedOn(binta)).not.toContain('zvqkwyjx');
    expect(await storedOn(awa)).not.toContain('zvqkwyjx');
  });

  it('leaves nobody with a complaint of the browser', () => {
    for (const person of [awa, binta, cheikh]) expect(person.complaints).toEqual([]);
  });
});
