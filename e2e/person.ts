import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { PATIENCE } from './patience.ts';
import type { TestServer } from './server.ts';

/** A password that the server accepts. */
export const PASSWORD = 'une phrase assez longue';

/** Who sits before a device, and which device. */
export interface Character {
  readonly name: string;
  readonly email?: string;
  readonly lang: 'fr' | 'en';
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly script?: boolean;
}

/** A person on a device of their own: one browser context, one page. */
export interface Person extends Character {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly server: TestServer;
  /** What the browser complained about: errors of scripts, refused resources. A journey ends with none. */
  readonly complaints: readonly string[];
}

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

const optionsOf = (who: Character): BrowserContextOptions => ({
  locale: LOCALES[who.lang],
  timezoneId: 'Africa/Dakar',
  colorScheme: who.theme ?? 'light',
  viewport: { width: who.width ?? 1280, height: who.height ?? 900 },
  hasTouch: (who.width ?? 1280) < 640,
  javaScriptEnabled: who.script !== false,
  acceptDownloads: true,
  reducedMotion: 'reduce',
});

/** What a browser says by itself when the network is away or the server restarts; everything else is a defect. */
const EXPECTED_COMPLAINT = /Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|net::/;

/** Gives somebody a device; the caller closes `context`. */
export const sitDown = async (browser: Browser, server: TestServer, who: Character): Promise<Person> => {
  const context = await browser.newContext({ ...optionsOf(who), baseURL: server.address });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !EXPECTED_COMPLAINT.test(text)) complaints.push(text);
  });
  return { ...who, context, page, server, complaints };
};

/** Makes the first account through the one-time link, as whoever installs the server does. */
export const setUp = async (person: Person): Promise<void> => {
  const { page, server, lang } = person;
  await page.goto(server.setUpLink);
  await fillAccount(person);
  await page.getByRole('button', { name: lang === 'fr' ? 'Commencer' : 'Begin' }).click();
  await page.waitForURL(`${server.address}/`);
};

/** Fills name, address, password and language on a page without script. */
export const fillAccount = async ({ page, name, email, lang }: Person): Promise<void> => {
  await page.locator('input[name=name]').first().fill(name);
  if (email !== undefined) await page.locator('input[name=email]').first().fill(email);
  await page.locator('input[name=password]').first().fill(PASSWORD);
  await page.locator(`input[name=language][value=${lang}]`).first().check();
};

/** Accepts an invitation by its link: reads who invites, makes an account, lands in the partnership. */
export const join = async (person: Person, link: string): Promise<void> => {
  const { page, lang } = person;
  await page.goto(link);
  await fillAccount(person);
  await page.getByRole('button', { name: lang === 'fr' ? 'Rejoindre' : 'Join' }).click();
  await page.waitForURL(/\/p\/\w{20}/);
  await settled(person);
};

/** The partnership that is open, by its id. @throws outside of one. */
export const spaceOf = ({ page }: Person): string => {
  const space = /\/p\/(\w{20})/.exec(page.url())?.[1];
  if (space === undefined) throw new Error(`no partnership is open at ${page.url()}`);
  return space;
};

/** Opens a page of the partnership by its address, as a bookmark does, and waits until it has its title. */
export const open = async (person: Person, room: string): Promise<void> => {
  await person.page.goto(`/p/${spaceOf(person)}/${room}`);
  await person.page.locator('h1:visible').first().waitFor();
};

/** Plain spaces of a pattern also match the narrow and the unbreakable ones of French. */
const loose = (words: string | RegExp): string | RegExp =>
  typeof words === 'string' ? words : new RegExp(words.source.replaceAll(' ', '\\s'), words.flags);

const isLocator = (where: Person | Locator): where is Locator => 'ariaSnapshot' in where;

/** Waits until the words stand on the screen, in this element or on the whole page. */
export const sees = (where: Person | Locator, words: string | RegExp): Promise<void> => {
  const place = isLocator(where) ? where : where.page.locator('body');
  return place.getByText(loose(words)).filter({ visible: true }).first().waitFor();
};

/** Presses a button or follows a link by its words. */
export const press = async (where: Person | Locator, words: string | RegExp): Promise<void> => {
  const place = areaOf(where);
  const exact = typeof words === 'string';
  await place
    .getByRole('button', { name: loose(words), exact })
    .or(place.getByRole('link', { name: loose(words), exact }))
    .filter({ visible: true })
    .first()
    .click();
};

const areaOf = (where: Person | Locator): Locator =>
  isLocator(where) ? where : where.page.locator('main, aside').filter({ visible: true });

/** Writes into the field with this label (its beginning is enough); dates as `2026-12-03`. */
export const write = (where: Person | Locator, label: string | RegExp, text: string): Promise<void> =>
  areaOf(where).getByRole('textbox', { name: label }).filter({ visible: true }).first().fill(text);

/** Takes an option of the list with this label. */
export const choose = async (
  where: Person | Locator,
  label: string | RegExp,
  option: string,
): Promise<void> => {
  const list = areaOf(where).getByRole('combobox', { name: label }).filter({ visible: true });
  await list.first().selectOption({ label: option });
};

/** Ticks a box or takes one of several answers, by its words. */
export const tick = (where: Person | Locator, words: string | RegExp): Promise<void> => {
  const area = areaOf(where);
  const exact = typeof words === 'string';
  return area
    .getByRole('radio', { name: loose(words), exact })
    .or(area.getByRole('checkbox', { name: loose(words), exact }))
    .filter({ visible: true })
    .first()
    .check();
};

/** Waits until the server has everything from this device: « Tout est reçu » / "All received". */
export const settled = ({ page }: Person): Promise<void> =>
  page
    .locator('header')
    .getByRole('button', {
      name: /Tout est reçu|Reçu, |All received|Received, |choix à faire|choices? to make/,
    })
    .filter({ visible: true })
    .first()
    .waitFor();

/** What the page says to assistive technology, for a failing test to print. */
export const said = ({ page }: Person): Promise<string> => page.locator('body').ariaSnapshot();

/** Changes the language of the app, which happens without loading the page anew. */
export const speak = ({ page }: Person, language: 'Français' | 'English'): Promise<void> =>
  page.locator('footer').getByRole('button', { name: language }).click();
