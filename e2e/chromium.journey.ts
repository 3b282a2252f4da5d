import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { findChromium } from './chromium.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

it('shows a page with words in a real browser', async () => {
  const page = await browser.newPage();
  await page.setContent('<h1>Tablée</h1>');
  expect(await page.getByRole('heading').innerText()).toBe('Tablée');
});

it('says how to get a Chromium when the one that is named does not start', async () => {
  const before = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = '/nowhere/chromium';
  try {
    await expect(findChromium()).rejects.toThrow(/apt-get install chromium/);
  } finally {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  }
});
