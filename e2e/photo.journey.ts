import { beforeAll, describe, expect, it } from 'vitest';
import { record } from './asking.ts';
import { installed, pictureOf, storedOn } from './device.ts';
import { found } from './founding.ts';
import { misfitsOn, violationsOn } from './look.ts';
import { open, type Person, press, sees, settled, spaceOf, write } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
/** Takes the photos, on a telephone. */
let awa: Person;
/** The same account on another device. */
let desk: Person;
let meeting = '';

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr', width: 360, height: 740 });
  await found(awa);
  meeting = await record(awa, 'meeting', { title: { lang: 'fr', text: 'Atelier' } });
  await record(awa, 'agendaItem', { meeting, title: { lang: 'fr', text: 'Les causes' }, order: 1 });
  await installed(awa);
  desk = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await desk.context.addCookies(await awa.context.cookies());
  await desk.page.goto(awa.page.url());
});

const take = async (person: Person, name: string, side: number): Promise<void> => {
  const buffer = await pictureOf(person, side);
  await person.page
    .locator('main input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'image/jpeg', buffer });
};

const widths = ({ page }: Person): Promise<number[]> =>
  page.evaluate(`[...document.querySelectorAll('main img')].map((image) => image.naturalWidth)`);

describe('a photo', () => {
  it('is taken without a network, shown at once, and still there after a reload', async () => {
    await open(awa, `meetings/${meeting}?view=after`);
    await sees(awa, 'Tableaux et cartes');
    await awa.context.setOffline(true);
    await take(awa, 'IMG_1.jpg', 600);
    await sees(awa, /^1 photo est là/);
    await sees(awa, 'attend le réseau');
    await expect.poll(() => widths(awa)).toEqual([600]);
    await take(awa, 'IMG_2.jpg', 700);
    await expect.poll(() => widths(awa)).toEqual([600, 700]);
    await awa.page.reload();
    await sees(awa, 'attend le réseau');
    await expect.poll(() => widths(awa)).toEqual([600, 700]);
    expect([await misfitsOn(awa.page), await violationsOn(awa.page)]).toEqual([[], []]);
  });

  it('is told of beside what waits to be sent, with a way to save it elsewhere', async () => {
    await open(awa, 'sync');
    await sees(awa, /Enregistrer une copie de photo\.jpg/);
    await sees(awa, 'attend le réseau');
    await open(awa, `meetings/${meeting}?view=after`);
    await sees(awa, 'attend le réseau');
  });

  it('goes up in order once there is a network, and another device sees it', async () => {
    await awa.context.setOffline(false);
    await settled(awa);
    await expect.poll(() => awa.page.getByText('attend le réseau').count()).toBe(0);
    await expect.poll(() => widths(awa)).toEqual([600, 700]);
    await desk.page.goto(`/p/${spaceOf(awa)}/meetings/${meeting}?view=after`);
    await expect.poll(() => widths(desk)).toEqual([600, 700]);
  });
});

/** How much goes up at once, in bytes. */
const PIECE = 1_048_576;
/** A document of three pieces. */
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2_600_000, 'a')]);

describe('a document', () => {
  it('goes on where it stopped after a reload, while words that have nothing to do with it are sent', async () => {
    let sent = 0;
    let begun = 0;
    let stopped = true;
    await awa.context.route(/\/files(\/[0-9a-f]{32})?$/, async (route, request) => {
      if (request.method() === 'POST') begun += 1;
      const size = request.postDataBuffer()?.byteLength ?? 0;
      if (request.method() === 'PATCH' && stopped && sent > 0) return route.abort();
      if (request.method() === 'PATCH') sent += size;
      return route.continue();
    });
    await open(awa, 'documents');
    await press(awa, 'Déposer un texte');
    await write(awa, 'Titre', 'Plan de la source');
    await awa.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: PDF });
    await sees(awa, /plan\.pdf, .* gardé sur cet appareil/);
    await awa.page.locator('form').getByRole('button', { name: 'Déposer un texte' }).click();
    await expect.poll(() => sent).toBeGreaterThan(1_000_000);
    await open(awa, 'commitments');
    await press(awa, 'Noter un engagement');
    await write(awa, /^Quoi|^Engagement|^Ce qui/, 'Appeler la mairie');
    await press(awa, /^(Noter|Ajouter)$/);
    await desk.page.goto(`/p/${spaceOf(awa)}/commitments`);
    await sees(desk, 'Appeler la mairie');
    await open(awa, 'documents');
    await sees(awa, /attend le réseau|envoyés/);
    stopped = false;
    await awa.page.reload();
    await settled(awa);
    expect(begun).toBe(1);
    // At most the piece that was on its way when the page went is sent twice.
    expect(sent - PDF.byteLength).toBeLessThanOrEqual(PIECE);
    await awa.context.unroute(/\/files(\/[0-9a-f]{32})?$/);
    await desk.page.goto(`/p/${spaceOf(awa)}/documents`);
    await sees(desk, /Plan de la source/);
  });

  it('that will not do is refused where it is chosen, with the way on', async () => {
    await open(awa, 'documents');
    await press(awa, 'Déposer un texte');
    await awa.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\0\u0001') });
    await sees(awa, /plan\.pdf : pas accepté\. .*Enregistrez-le en PDF/);
  });
});

describe('leaving', () => {
  it('leaves no photo on the device', async () => {
    await awa.context.setOffline(true);
    await open(awa, `meetings/${meeting}?view=after`);
    await take(awa, 'IMG_3.jpg', 800);
    await sees(awa, 'attend le réseau');
    expect(await storedOn(awa)).toContain('photo.jpg');
    await awa.page.goto('/account');
    await press(awa, /tout effacer d’ici/);
    await awa.page.waitForURL(`${stage.server.address}/`);
    expect(await storedOn(awa)).not.toContain('photo.jpg');
    const databases: string = await awa.page.evaluate(
      'indexedDB.databases().then((all) => all.map(({ name }) => name).join(" "))',
    );
    expect(databases).not.toContain('tablee-files');
    expect(awa.complaints).toEqual([]);
  });
});
