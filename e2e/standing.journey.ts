import { beforeAll, describe, expect, it } from 'vitest';
import { askByLink, guestOf, record } from './asking.ts';
import { found, invite } from './founding.ts';
import { misfitsOn, picture, pictures, violationsOn } from './look.ts';
import { choose, join, open, type Person, press, sees, settled, tick, write } from './person.ts';
import { openStage } from './stage.ts';

const MINISTRY = 'Ministère de l’Eau';
const TEXT = 'Convention de partage des eaux';
const REMINDER = /^La validation interne de votre position devait être finie : « Convention de partage/;
/** The minister’s office has until tomorrow; a colleague hears of it a week later. */
const DAY = 86_400_000;
const tomorrow = new Date(Date.now() + DAY).toISOString().slice(0, 10);

const stage = openStage();
let awa: Person;
let tendai: Person;
let official: Person;
let ministry: string;
let text: string;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await found(awa);
  ministry = await record(awa, 'actor', { name: MINISTRY, sector: 'state' });
  await settled(awa);
  const link = await invite(awa, { name: 'Tendai Moyo', organisation: MINISTRY, role: 'point focal' });
  tendai = await stage.sit({ name: 'Tendai Moyo', email: 'tendai@eau.test', lang: 'fr', width: 360 });
  await join(tendai, link);
  official = await stage.sit({ name: 'B. Phiri', lang: 'fr', width: 360, script: false });
});

const panel = () => awa.page.locator('aside').filter({ visible: true });

const asOfToday = async (): Promise<void> => {
  await open(tendai, 'today');
  await sees(tendai, 'Ce qui vous attend');
};

describe('a position on a version of a document, from the question to the word of the house', () => {
  it('is asked for by link once the text is open for comment', async () => {
    await open(awa, 'documents');
    await press(awa, 'Déposer un texte');
    await write(awa, 'Titre', TEXT);
    await write(awa, /^Les mots du texte/, 'La Ville cède un tiers du débit de nuit aux irrigants.');
    await press(awa, 'Déposer un texte');
    await press(panel(), 'Demander des avis');
    await write(panel(), /jusqu’au/i, tomorrow);
    await press(panel(), 'Demander des avis');
    await sees(panel(), /^Pour avis jusqu’au/);
    await settled(awa);
    text = /documents\/(\w{20})/.exec(awa.page.url())?.[1] ?? '';
    const person = await guestOf(awa, 'B. Phiri');
    const asked = { kind: 'position', subject: text, organisation: ministry, person };
    const { url } = await askByLink(awa, asked);
    await official.page.goto(url);
    await sees(official, TEXT);
    await sees(official, 'La Ville cède un tiers du débit de nuit aux irrigants.');
  });

  it('is answered by the official: agreed, but the minister’s office has to clear it', async () => {
    await tick(official, 'Je suis d’accord');
    await tick(official, 'En validation interne');
    await official.page.getByText('En validation interne : préciser').click();
    await write(official, 'Auprès de qui', 'le cabinet');
    await write(official, 'Jusqu’à quand', tomorrow);
    await press(official, 'Oui, envoyer ma réponse');
    await sees(official, /^En validation interne, auprès de : le cabinet, jusqu’au/);
    await open(awa, `documents/${text}?view=texts`);
    await sees(
      panel(),
      /^Ministère de l’Eau : je suis d’accord .{1,5}en validation interne, auprès de : le cabinet, jusqu’au/,
    );
    await sees(panel(), /^Aucune position confirmée/);
    expect(await misfitsOn(awa.page)).toEqual([]);
    expect(await violationsOn(awa.page)).toEqual([]);
    await pictures(awa, 'document-positions');
  });

  it('hangs on the office holders of the house until it is confirmed', async () => {
    await open(awa, `people?view=mandates&change=${ministry}`);
    await sees(awa, TEXT);
    await sees(awa, /en validation interne, auprès de : le cabinet/);
  });

  it('waits on Today for the house once the day has passed, and for nobody else', async () => {
    await asOfToday();
    await tendai.page.getByText(REMINDER).waitFor({ state: 'detached' });
    await tendai.page.clock.setFixedTime(Date.now() + 9 * DAY);
    await asOfToday();
    await sees(tendai, REMINDER);
    await picture(tendai, 'clearance-over');
    await open(tendai, 'among-us');
    await sees(tendai, TEXT);
    await awa.page.clock.setFixedTime(Date.now() + 9 * DAY);
    await open(awa, 'today');
    await sees(awa, 'Ce qui vous attend');
    expect(await awa.page.getByText(REMINDER).count()).toBe(0);
    await awa.page.clock.setFixedTime(Date.now());
  });

  it('is confirmed at the meeting by the leader, and counts at once', async () => {
    await open(awa, `documents/${text}?view=texts`);
    await press(panel(), 'Donner la position');
    await choose(panel(), 'Pour quelle organisation', MINISTRY);
    expect(await panel().getByRole('radio', { name: 'Je suis d’accord' }).isChecked()).toBe(true);
    await tick(panel(), /^Confirmée/);
    await write(panel(), /^Par qui/, 'le secrétaire permanent');
    await sees(panel(), /^Ce qui a été dit en réunion compte aussitôt/);
    await press(panel().locator('form'), 'Donner la position');
    await sees(
      panel(),
      /^Ministère de l’Eau : je suis d’accord .{1,5}confirmée, par : le secrétaire permanent/,
    );
    await sees(panel(), /^1 position confirmée sur 1/);
    await settled(awa);
    await asOfToday();
    await tendai.page.getByText(REMINDER).waitFor({ state: 'detached' });
    await official.page.reload();
    await sees(
      official,
      /^Confirmée, par : le secrétaire permanent|· Confirmée, par : le secrétaire permanent/,
    );
    await picture(official, 'position-moved-on');
  });

  it('waits to be confirmed by the house where it was only told on the telephone', async () => {
    await press(panel(), 'Donner la position');
    await choose(panel(), 'Pour quelle organisation', MINISTRY);
    await tick(panel(), 'D’accord avec réserve');
    await choose(panel(), /^Comment l’a-t-on su/, 'Au téléphone');
    await press(panel().locator('form'), 'Donner la position');
    await sees(panel(), /^Aucune position confirmée/);
    await settled(awa);
    await asOfToday();
    await sees(tendai, /^Une position a été notée au nom de votre organisation : « Convention de partage/);
    await press(tendai, 'Vérifier');
    await sees(tendai, /d’accord avec réserve/);
    await press(tendai, 'Oui, c’est bien notre position');
    await settled(tendai);
    await sees(panel(), /^1 position confirmée sur 1/);
    expect([...awa.complaints, ...tendai.complaints]).toEqual([]);
  });
});
