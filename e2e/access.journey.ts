import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Character, open, type Person, settled, setUp, sitDown } from './person.ts';
import { startServer, type TestServer } from './server.ts';

/** Every page of a partnership: places, rooms of four phases, tools. */
const PAGES = [
  ...['today', 'people', 'meetings', 'documents', 'commitments', 'decisions'],
  ...['problem', 'fit', 'context', 'stakeholders', 'listening', 'core'],
  ...['vision', 'results', 'roadmap', 'governance', 'resources', 'agreement'],
  ...['progress', 'monitoring', 'flags', 'reflection', 'secretariat', 'reporting'],
  ...['evaluation', 'options', 'handover', 'local', 'lessons', 'ending'],
  ...[
    'phase-1',
    'phase-2',
    'phase-3',
    'phase-4',
    'phases',
    'sync',
    'history',
    'in-out',
    'more',
    'register-actor',
  ],
] as const;
/** Pages of the platform, outside of any partnership. */
const PLAIN = ['/', '/account', '/installation', '/help', '/accessibility'] as const;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Where pictures of every page go, for somebody to look at; none when it is not set. */
const PICTURES = process.env['PICTURES'];

const LOOKS: readonly (Character & { readonly look: string })[] = [
  // Tall enough for the whole page: a target under the phone's bar is reached by scrolling, which axe cannot know.
  { name: 'Awa Ndiaye', lang: 'fr', theme: 'light', width: 360, height: 6000, look: '360-fr-light' },
  { name: 'Awa Ndiaye', lang: 'en', theme: 'dark', width: 1280, height: 1000, look: '1280-en-dark' },
];

let browser: Browser;
let server: TestServer;
let first: Person;
let space: string;
let cookies: Awaited<ReturnType<Person['context']['cookies']>>;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer()]);
  first = await sitDown(browser, server, { name: 'Awa Ndiaye', lang: 'fr' });
  await setUp(first);
  await first.page.getByRole('button', { name: 'Visiter l’exemple' }).click();
  await first.page.waitForURL(/\/p\/\w{20}/);
  await settled(first);
  space = /\/p\/(\w{20})/.exec(first.page.url())?.[1] ?? '';
  cookies = await first.context.cookies();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The same person on another device: signed in, the example open. */
const onDevice = async (who: Character): Promise<Person> => {
  const person = await sitDown(browser, server, who);
  await person.context.addCookies(cookies);
  await person.page.goto(`/p/${space}/today`);
  await settled(person);
  return person;
};

const violationsOn = async ({ page }: Person): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
};

/** Waits until a page has its title and nothing in it is still opening. */
const opened = async ({ page }: Person): Promise<void> => {
  await page.locator('h1:visible').first().waitFor();
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
};

const picture = async ({ page }: Person, name: string): Promise<void> => {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
};

describe('every page', () => {
  for (const who of LOOKS)
    it(`has no violation that axe knows, ${who.look}`, async () => {
      const person = await onDevice(who);
      const found: string[] = [];
      const look = async (address: string): Promise<void> => {
        await opened(person);
        await picture(person, `${address.replaceAll('/', '_')}-${who.look}`);
        for (const violation of await violationsOn(person)) found.push(`${address} ${violation}`);
      };
      for (const room of PAGES) {
        await open(person, room);
        await look(room);
      }
      for (const address of PLAIN) {
        await person.page.goto(address);
        await look(address);
      }
      await person.page.goto(`/public/${space}`);
      await look('/public');
      expect(found).toEqual([]);
      expect(person.complaints).toEqual([]);
      await person.context.close();
    }, 180_000);

  it('is caught when it breaks a rule: the check is no wish', async () => {
    await open(first, 'problem');
    await first.page.evaluate(
      "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><button></button>')",
    );
    const found = await violationsOn(first);
    expect(found.some((violation) => violation.startsWith('image-alt'))).toBe(true);
    expect(found.some((violation) => violation.startsWith('button-name'))).toBe(true);
  });

  it('reflows at 320 pixels, as at 400 % zoom, without scrolling sideways', async () => {
    const person = await onDevice({ name: 'Awa Ndiaye', lang: 'fr', width: 320, height: 640 });
    const wide: string[] = [];
    for (const room of PAGES) {
      await open(person, room);
      await opened(person);
      const over = await person.page.evaluate('document.documentElement.scrollWidth - innerWidth');
      if (Number(over) > 0) wide.push(`${room}: ${over} px`);
    }
    expect(wide).toEqual([]);
    await person.context.close();
  }, 120_000);
});
