import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium, launchOptions } from '../e2e/chromium.ts';
import { longestTask } from '../e2e/task-time.ts';
import { nodeRuntime } from '../server/src/space/runtime.ts';
import { workbookFile } from '../web/src/sheet/workbook-file.ts';
import type { BenchLine } from './engine.ts';
import { atMost, noted } from './line.ts';
import { post, type Serving } from './serving.ts';
import { until, type Watched } from './watch.ts';

const ROWS = 10_000;
/** The longest task of the main thread, in milliseconds of processor time. */
const TASK = 50;
/** Other work on the machine only adds to what is measured: the quietest of so many rounds says most. */
const ROUNDS = 2;
const PATIENCE = 300_000;

type Lines = readonly (readonly string[])[];

const FACTS: Lines = [
  ['Fact', 'Helps or hinders', 'Source'],
  ...Array.from({ length: ROWS }, (_, index) => [`Fact number ${index}`, 'Helps', `Source ${index}`]),
];
/** Two persons for each of half as many organisations: every second row is a double. */
const CONTACTS: Lines = [
  ['Organisation', 'First name', 'Last name', 'Position', 'Town'],
  ...Array.from({ length: ROWS }, (_, index) => [
    `Committee V${Math.floor(index / 2)}`,
    'Grace',
    `Banda ${index}`,
    'Chair',
    'Lusaka',
  ]),
];

const joined = (lines: Lines, separator: string): string =>
  lines.map((cells) => cells.join(separator)).join('\n');

/** A way in: where it begins, how the rows are given, and what the page says before and after. */
interface Way {
  readonly name: string;
  readonly room: 'in-out' | 'stakeholders';
  give(page: Page): Promise<void>;
  /** Said once the rows are read, and once all that they become is known. */
  readonly read: RegExp;
  readonly shown: RegExp;
}

const paste =
  (lines: Lines) =>
  async (page: Page): Promise<void> => {
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', ${JSON.stringify(joined(lines, '\t'))});
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.querySelector('main textarea').dispatchEvent(paste);
    }`);
  };

const file =
  (name: string, content: () => Promise<Buffer>) =>
  async (page: Page): Promise<void> => {
    const chosen = { name, mimeType: 'application/octet-stream', buffer: await content() };
    await page.locator('main input[type=file]').setInputFiles(chosen);
  };

const READ = /10.?001 rows/;
const FACTS_SHOWN = /10.?000 rows can go in/;
const WAYS: readonly Way[] = [
  { name: 'pasted', room: 'in-out', give: paste(FACTS), read: READ, shown: FACTS_SHOWN },
  {
    name: 'as CSV',
    room: 'in-out',
    give: file('facts.csv', () => Promise.resolve(Buffer.from(joined(FACTS, ',')))),
    read: READ,
    shown: FACTS_SHOWN,
  },
  {
    name: 'as XLSX',
    room: 'in-out',
    give: file('facts.xlsx', async () =>
      Buffer.from(await (await workbookFile('Facts', FACTS)).arrayBuffer()),
    ),
    read: READ,
    shown: FACTS_SHOWN,
  },
  {
    name: 'contacts, pasted, every second one a double',
    room: 'stakeholders',
    give: paste(CONTACTS),
    read: READ,
    shown: /5.?000 new organisations/,
  },
];

/** What bringing rows in cost: the longest tasks in milliseconds of processor time, and seconds by the clock. */
interface Cost {
  readonly reading: number;
  readonly bringing: number;
  readonly shownAfter: number;
  readonly inAfter: number;
}

const says = (watched: Watched, words: RegExp): Promise<void> =>
  until(watched, `${words}.test(document.querySelector('main')?.textContent ?? '')`);

const seconds = async (run: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1_000;
};

const form = async (page: Page, room: Way['room']): Promise<void> => {
  if (room === 'stakeholders') await page.getByRole('button', { name: 'Paste a list' }).click();
  else await page.getByRole('combobox', { name: 'Into which list' }).selectOption({ label: 'context facts' });
};

/** One partnership, one page: the form, the rows shown, the rows in. */
const bring = async (browser: Browser, page: Page, way: Way): Promise<Cost> => {
  const watched = { page, session: await page.context().newCDPSession(page) };
  await form(page, way.room);
  let [shownAfter, inAfter] = [0, 0];
  const reading = await longestTask(browser, page, async () => {
    shownAfter = await seconds(async () => {
      await way.give(page);
      await says(watched, way.read);
      await page.getByRole('button', { name: 'See the rows' }).click();
      await says(watched, way.shown);
    });
  });
  const button = page.getByRole('button', { name: /^Bring in 10.?000 rows$/ });
  const people = page.getByRole('checkbox', { name: /people/i });
  // The vault of persons is the server's: what is measured is the page.
  if (way.room === 'stakeholders' && (await people.isChecked())) await people.uncheck();
  const bringing = await longestTask(browser, page, async () => {
    inAfter = await seconds(async () => {
      await button.click();
      await says(watched, /10.?000 rows went/);
    });
  });
  return { reading, bringing, shownAfter, inAfter };
};

const measure = async (
  browser: Browser,
  context: BrowserContext,
  serving: Serving,
  way: Way,
): Promise<Cost> => {
  const space = nodeRuntime.id();
  const words = { title: `Rows ${way.name}`, problem: 'Water is short.' };
  await post(serving, '/api/spaces', { space, ...words, language: 'en', languages: ['en'], zone: 'UTC' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  try {
    await page.goto(`${serving.real}/p/${space}/${way.room}`);
    return await bring(browser, page, way);
  } finally {
    await page.close();
  }
};

const linesOf = (way: Way, costs: readonly Cost[]): readonly BenchLine[] => {
  const least = (of: (cost: Cost) => number): number => Math.min(...costs.map(of));
  return [
    atMost(
      `longest task while rows are read and shown: ${way.name}`,
      least((cost) => cost.reading),
      TASK,
      ' ms',
    ),
    atMost(
      `longest task while they come in: ${way.name}`,
      least((cost) => cost.bringing),
      TASK,
      ' ms',
    ),
    noted(
      'seconds until all of them are shown; until all are in',
      `${least((cost) => cost.shownAfter).toFixed(1)} s; ${least((cost) => cost.inAfter).toFixed(1)} s`,
    ),
  ];
};

/** Ten thousand rows, by each way in, in a real browser: whether the page answers meanwhile. Tasks in processor time. */
export const benchImport = async (serving: Serving): Promise<readonly BenchLine[]> => {
  const found = await findChromium().catch(() => undefined);
  if (found === undefined) return [noted('the import', 'not measured: no Chromium on this machine')];
  const browser = await chromium.launch(launchOptions(found));
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'en-GB' });
  try {
    const [name = '', value = ''] = serving.cookie.split('=');
    await context.addCookies([{ name, value, url: serving.real }]);
    const home = await context.newPage();
    await home.goto(serving.real);
    await home.getByRole('button', { name: 'English' }).click();
    await home.close();
    const lines: BenchLine[] = [];
    for (const way of WAYS) {
      const costs: Cost[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        costs.push(await measure(browser, context, serving, way));
      lines.push(...linesOf(way, costs));
    }
    return lines;
  } finally {
    await browser.close();
  }
};
