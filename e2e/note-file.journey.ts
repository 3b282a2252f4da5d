import { beforeAll, describe, expect, it } from 'vitest';
import { installed, pictureOf } from './device.ts';
import { addActor, found, invite } from './founding.ts';
import { misfitsOn, violationsOn } from './look.ts';
import { join, type Person, press, sees, spaceOf, write } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
/** Notes on a telephone. */
let awa: Person;
/** Keeps the secretariat with her, and must not hear her notes. */
let blessing: Person;
/** What the notes keep at the server, by their addresses. */
const asked = new Set<string>();

/** A microphone that gives one tone: what a browser without sound card lacks. */
const TONE = `navigator.mediaDevices.getUserMedia = async () => {
  const context = new AudioContext();
  const tone = new OscillatorNode(context);
  const heard = context.createMediaStreamDestination();
  tone.connect(heard);
  tone.start();
  return heard.stream;
};`;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr', width: 360, height: 740 });
  blessing = await stage.sit({ name: 'Blessing Phiri', lang: 'fr' });
  await awa.page.addInitScript(TONE);
  awa.page.on('request', (request) => {
    if (/\/personal\/\w+\/files$/.test(request.url())) asked.add(request.url());
  });
  await found(awa);
  await addActor(awa, { name: 'Mairie', sector: 'État' });
  const link = await invite(awa, { name: blessing.name, organisation: 'Mairie', role: 'secrétariat' });
  await join(blessing, link);
  await awa.page.goto('/');
  await sees(awa, 'L’eau de la vallée');
  await installed(awa);
});

const widths = ({ page }: Person): Promise<number[]> =>
  page.evaluate(`[...document.querySelectorAll('main img')].map((image) => image.naturalWidth)`);
const sounds = ({ page }: Person): Promise<string> =>
  page.evaluate(`Promise.all([...document.querySelectorAll('main audio')].map(
    ({ src }) => src.startsWith('blob:') ? 'here' : fetch(src).then((answer) => answer.headers.get('content-type')),
  )).then((all) => all.join(' '))`);

describe('a note from the home screen', () => {
  it('takes a photo and a voice memo without a network', async () => {
    await awa.context.setOffline(true);
    await awa.page.goto('/note');
    await write(awa, 'Avec qui', 'Mme Njovu');
    await awa.page.getByText('Une photo, un mémo vocal').click();
    await awa.page
      .getByLabel('Prendre ou choisir une photo')
      .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await pictureOf(awa, 500) });
    await expect.poll(() => widths(awa)).toEqual([500]);
    await press(awa, 'Enregistrer ma voix');
    await sees(awa, /Le micro écoute : 2 s/);
    await press(awa, 'Arrêter et garder');
    await awa.page.locator('main audio').waitFor();
    expect([await misfitsOn(awa.page), await violationsOn(awa.page)]).toEqual([[], []]);
    await press(awa, 'Noter');
    await sees(awa, /^Noté sur cet appareil/);
    await press(awa, 'Voir mes échanges');
    await sees(awa, 'attend le réseau');
    await expect.poll(() => widths(awa)).toEqual([500]);
    await awa.page.reload();
    await expect.poll(() => widths(awa)).toEqual([500]);
    expect([await misfitsOn(awa.page), await violationsOn(awa.page)]).toEqual([[], []]);
  });

  it('is sent when there is a network, for its author alone', async () => {
    await awa.context.setOffline(false);
    await expect.poll(() => awa.page.getByText('attend le réseau').count()).toBe(0);
    await expect.poll(() => widths(awa)).toEqual([500]);
    await expect.poll(() => sounds(awa)).toBe('audio/webm');
    const addresses: string[] = await awa.page.evaluate(
      `[...document.querySelectorAll('main img, main audio')].map(({ src }) => src)`,
    );
    expect(addresses.length).toBe(2);
    expect(asked.size).toBe(1);
    for (const address of addresses) {
      expect((await awa.page.request.get(address)).status()).toBe(200);
      expect((await blessing.page.request.get(address)).status()).toBe(404);
      const hash = /[0-9a-f]{64}/.exec(address)?.[0] ?? '';
      const open = `${stage.server.address}/api/spaces/${spaceOf(awa)}/files/${hash}`;
      expect((await blessing.page.request.get(open)).status()).toBe(404);
    }
    await press(awa, 'Effacer');
    await press(awa, 'Effacer sans trace');
    for (const address of addresses)
      await expect.poll(async () => (await awa.page.request.get(address)).status()).toBe(404);
  });

  it('takes the photo that another app shares, and keeps it here until it is noted', async () => {
    await awa.page.goto('/');
    await sees(awa, 'L’eau de la vallée');
    const photo = (await pictureOf(awa, 400)).toString('base64');
    await awa.context.setOffline(true);
    // A form of the page stands for the other app: the worker takes the same request from both.
    await awa.page.evaluate(`(() => {
      const bytes = Uint8Array.from(atob('${photo}'), (sign) => sign.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'partage.jpg', { type: 'image/jpeg' }));
      const form = Object.assign(document.createElement('form'), {
        action: '/note', method: 'post', enctype: 'multipart/form-data',
      });
      const text = Object.assign(document.createElement('input'), { name: 'text', value: 'Le puits de Mme N.' });
      const files = Object.assign(document.createElement('input'), { name: 'files', type: 'file' });
      files.files = data.files;
      form.append(text, files);
      document.body.append(form);
      form.submit();
    })()`);
    const words = awa.page.getByRole('textbox', { name: /Qu’avez-vous retenu/ });
    await words.waitFor();
    expect(await words.inputValue()).toBe('Le puits de Mme N.');
    await expect.poll(() => widths(awa)).toEqual([400]);
    await awa.page.reload();
    await expect.poll(() => widths(awa)).toEqual([400]);
    await press(awa, 'Noter');
    await sees(awa, /^Noté sur cet appareil/);
    await awa.context.setOffline(false);
    await press(awa, 'Voir mes échanges');
    await expect.poll(() => awa.page.getByText('attend le réseau').count()).toBe(0);
    await expect.poll(() => widths(awa)).toEqual([400]);
    await awa.page.goto('/note');
    await awa.page.getByText('Une photo, un mémo vocal').waitFor();
    expect(await widths(awa)).toEqual([]);
    expect(awa.complaints).toEqual([]);
  });
});
