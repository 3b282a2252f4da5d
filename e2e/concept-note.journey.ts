import { beforeAll, describe, expect, it } from 'vitest';
import { storedZip, unpackEntry, zipEntries } from '../web/src/sheet/zip.ts';
import { opened, picture, turnTo, violationsOn } from './look.ts';
import { open, type Person, press, sees, settled, setUp, write } from './person.ts';
import { openStage } from './stage.ts';

const stage = openStage();
let awa: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
});

const sheet = () => awa.page.locator('article').first();

const fetched = async (name: RegExp): Promise<Buffer> => {
  const href = await awa.page.locator('main').getByRole('link', { name }).first().getAttribute('href');
  const answer = await awa.page.request.get(href ?? '');
  expect(answer.status()).toBe(200);
  return answer.body();
};

/** The Word file as somebody sends it back: one word of it changed. */
const corrected = async (docx: Buffer): Promise<Buffer> => {
  const files = new Map<string, Uint8Array>();
  for (const entry of zipEntries(docx) ?? []) {
    const parts: Uint8Array[] = [];
    await unpackEntry(docx, entry, (part) => parts.push(part.slice()) > 0);
    files.set(entry.name, Buffer.concat(parts));
  }
  const xml = new TextDecoder().decode(files.get('word/document.xml'));
  expect(xml).toContain('la moitié des familles');
  const changed = xml.replace('la moitié des familles', 'un tiers des familles');
  return Buffer.from(storedZip(files.set('word/document.xml', new TextEncoder().encode(changed))));
};

describe('a concept note, from what is there to the text that comes back', () => {
  it('is written from live data in the time it takes to say for whom it is', async () => {
    await setUp(awa);
    await awa.page.getByRole('button', { name: 'Visiter l’exemple' }).click();
    await awa.page.waitForURL(/\/p\/\w{20}/);
    await settled(awa);
    await open(awa, 'fit?view=note');
    await press(awa, 'Préparer la note');
    await write(awa, 'Pour qui', 'la direction de la brasserie');
    await write(awa, 'Ce que nous demandons', 'Deux personnes pour le noyau, avant le 15 décembre.');
    await press(awa, 'Préparer la note');
    await sees(sheet(), /la moitié des familles de la vallée/);
    await sees(sheet(), /Deux personnes pour le noyau/);
    await sees(awa, /environ 2 pages/);
    await settled(awa);
  });

  it('leaves a part out and moves another by its button, the focus with it', async () => {
    await awa.page.getByRole('checkbox', { name: 'Qui est concerné' }).uncheck();
    await expect.poll(() => sheet().getByRole('heading', { name: 'Qui est concerné' }).count()).toBe(0);
    const up = awa.page.getByRole('button', { name: /^Monter : Pourquoi maintenant/ });
    await up.focus();
    await awa.page.keyboard.press('Enter');
    await expect
      .poll(() => sheet().getByRole('heading', { level: 3 }).allInnerTexts())
      .toEqual(expect.arrayContaining(['Pourquoi maintenant', 'Le problème']));
    await expect
      .poll(async () => (await sheet().getByRole('heading', { level: 3 }).allInnerTexts())[0])
      .toBe('Pourquoi maintenant');
    await expect.poll(() => awa.page.evaluate<string>('document.activeElement?.id ?? ""')).toBe('down-why');
    await settled(awa);
  });

  it('comes as tagged PDF and as Word in seconds, and the corrected text is kept beside it', async () => {
    const started = Date.now();
    const pdf = (await fetched(/^PDF/)).toString('latin1');
    expect(pdf).toContain('pdfuaid');
    // The page said how many it would be before the file was made.
    const pages = pdf.match(/\/Type ?\/Page\b/g)?.length ?? 0;
    await sees(awa, pages === 1 ? /environ une page/ : new RegExp(`environ ${pages} pages`));
    expect(pages).toBeLessThanOrEqual(4);
    const docx = await fetched(/^Word/);
    expect(Date.now() - started).toBeLessThan(10_000);
    await press(awa, 'Déposer le texte corrigé');
    await awa.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'note corrigée.docx',
        mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        buffer: await corrected(docx),
      });
    await sees(awa, /note corrigée\.docx.* gardé sur cet appareil/);
    await press(awa, 'Déposer le texte corrigé');
    await sees(awa, /Version 1, revenue le/);
    await settled(awa);
    await press(awa, 'Comparer les mots');
    await sees(awa, 'Le texte revenu');
    await expect
      .poll(() => awa.page.locator('ins').allInnerTexts())
      .toEqual(expect.arrayContaining([expect.stringContaining('un tiers')]));
    // Nothing is applied by itself.
    await sees(sheet(), /la moitié des familles de la vallée/);
  });

  it('reads well on a phone and in the dark, and no rule of access is broken', async () => {
    // Tall enough for the whole page: a target under the phone's bar is reached by scrolling, which axe cannot know.
    for (const width of [1280, 360])
      for (const [lang, theme] of [
        ['fr', 'light'],
        ['en', 'dark'],
      ] as const) {
        await awa.page.setViewportSize({ width, height: 6_000 });
        await turnTo(awa, { lang, theme });
        await opened(awa);
        expect(await violationsOn(awa.page)).toEqual([]);
        await picture(awa, `note-${width}-${lang}-${theme}`);
      }
    expect(awa.complaints).toEqual([]);
  });
});
