import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { violationsOn } from './look.ts';

let browser: Browser;
let server: ViteDevServer;
let base: string;

beforeAll(async () => {
  const configFile = fileURLToPath(new URL('../web/vite.config.ts', import.meta.url));
  server = await createServer({
    configFile,
    server: { port: 0, hmr: false, watch: null },
    logLevel: 'error',
  });
  await server.listen();
  base = server.resolvedUrls?.local[0] ?? '';
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Look {
  readonly width: number;
  readonly height?: number;
  readonly lang: 'fr' | 'en';
  readonly theme: 'light' | 'dark';
}

async function open(view: string, look: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height ?? 900 },
    hasTouch: look.width < 640,
  });
  const page = await context.newPage();
  await page.goto(
    `${base}gallery.html?view=${view}${view === 'panel' ? '&panel' : ''}&theme=${look.theme}&lang=${look.lang}`,
  );
  await page.locator('h1').first().waitFor({ state: 'attached' });
  return page;
}

const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - innerWidth');

const LOOKS: readonly Look[] = [
  // Tall enough for the whole page: a target under the phone's bar is reached by scrolling, which axe cannot know.
  { width: 360, height: 5000, lang: 'fr', theme: 'light' },
  { width: 1280, lang: 'en', theme: 'dark' },
];

describe('every part of the interface', () => {
  for (const view of ['today', 'panel', 'fields', 'content']) {
    for (const look of LOOKS) {
      it(`${view} has no barrier that axe can find, ${look.width} px, ${look.lang}, ${look.theme}`, async () => {
        const page = await open(view, look);
        expect(await violationsOn(page)).toEqual([]);
        expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
        await page.context().close();
      });
    }
  }

  it('reflows at 400 % of 1280 px without scrolling sideways', async () => {
    for (const view of ['today', 'panel', 'fields', 'content']) {
      const page = await open(view, { width: 320, height: 256, lang: 'en', theme: 'light' });
      expect(await sidewaysScroll(page), view).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  it('keeps its signs with forced colours', async () => {
    const context = await browser.newContext({ forcedColors: 'active' });
    const page = await context.newPage();
    await page.goto(`${base}gallery.html?view=content&lang=en`);
    await page.locator('h1').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the shell by keyboard', () => {
  it('skips to the content, searches with Ctrl+K and gives focus back', async () => {
    const page = await open('today', { width: 1280, lang: 'en', theme: 'light' });
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to content');
    await page.keyboard.press('Tab');
    const before = await page.locator(':focus').innerText();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('textbox').fill('p');
    expect(await page.getByRole('dialog').getByRole('link').innerText()).toBe('Well 4');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe(before);
    await page.context().close();
  });

  it('changes language without a reload and remembers it', async () => {
    const page = await open('today', { width: 1280, lang: 'fr', theme: 'light' });
    await page.evaluate('globalThis.stayed = true');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Where are we?' }).waitFor();
    expect(
      await page.evaluate(
        '[document.documentElement.lang, globalThis.stayed, localStorage["tablee.language"]]',
      ),
    ).toEqual(['en', true, 'en']);
    await page.context().close();
  });

  it('moves focus to a summary of what is missing, which leads to the field', async () => {
    const page = await open('fields', { width: 1280, lang: 'fr', theme: 'light' });
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await page.locator(':focus').getAttribute('role')).toBe('alert');
    await summary.getByRole('link', { name: 'Il manque un nom.' }).click();
    expect(await page.locator(':focus').getAttribute('name')).toBe('name');
    await page.context().close();
  });

  it('shows how an amount was read and asks before more people can read', async () => {
    const page = await open('fields', { width: 1280, lang: 'fr', theme: 'light' });
    await page.getByLabel('Montant', { exact: true }).fill('1,250.5');
    await page.getByText('Lu\u00A0: 1\u202F250,50\u202F€').waitFor();
    await page.getByLabel('Partenaires (34)').check();
    await page.getByRole('button', { name: 'Non, garder comme avant' }).click();
    expect(await page.getByLabel('Noyau (6)').isChecked()).toBe(true);
    await page.context().close();
  });
});
