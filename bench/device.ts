import { type Command, type JsonObject, PARTNERS } from '@tablee/domain/kernel';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium, launchOptions } from '../e2e/chromium.ts';
import { nodeRuntime } from '../server/src/space/runtime.ts';
import type { BenchLine } from './engine.ts';
import { atMost, median, noted, quantile } from './line.ts';
import { post, type Serving } from './serving.ts';
import { evaluated, take, until, used, WATCH, type Watched } from './watch.ts';

/** Records of each list; 5,000 entities in all. */
const LISTS = { actor: 1_000, relation: 2_000, contextFact: 2_000 } as const;
const TOGETHER = 250;
const OFFLINE = { slower: 6, budget: 500 } as const;
const HAND = { slower: 4, budget: 50 } as const;
const VISITS = 7;
const THINGS = 12;
const PATIENCE = 60_000;
/** What Today says once it can be read. */
const SENTENCE = /cycle|phase/i;

/** When the opening sentence stood there, in milliseconds since the page was asked for; text, since it runs in the page. */
const STAND = `
  window.stood = new Promise((resolve) => {
    const look = () => {
      const main = document.querySelector('main');
      if (main !== null && ${SENTENCE}.test(main.textContent)) requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
`;

const found = async (serving: Serving, title: string): Promise<string> => {
  const space = nodeRuntime.id();
  const words = { title, problem: 'Water is short.' };
  await post(serving, '/api/spaces', { space, ...words, language: 'en', languages: ['en'], zone: 'UTC' });
  return space;
};

const fill = async (serving: Serving): Promise<string> => {
  const space = await found(serving, 'A large one');
  const actors = Array.from({ length: LISTS.actor }, () => nodeRuntime.id());
  const slots: { readonly [noun in keyof typeof LISTS]: (index: number) => JsonObject } = {
    actor: (index) => ({
      name: `Committee ${index}`,
      sector: ['state', 'private', 'civilSociety', 'science'][index % 4] ?? 'other',
    }),
    relation: (index) => ({
      from: actors[index % actors.length] ?? '',
      to: actors[(index * 7 + 1) % actors.length] ?? '',
      kind: 'worksWith',
      strength: 'regular',
    }),
    contextFact: (index) => ({
      title: { lang: 'en', text: `What helps or hinders, number ${index}` },
      effect: 'helps',
    }),
  };
  for (const noun of ['actor', 'relation', 'contextFact'] as const)
    for (let at = 0; at < LISTS[noun]; at += TOGETHER) {
      const rows = Array.from({ length: TOGETHER }, (_, index) => ({
        entity: noun === 'actor' ? (actors[at + index] ?? '') : nodeRuntime.id(),
        slots: slots[noun](at + index),
      }));
      const ticket = { id: nodeRuntime.id(), space, saidAt: new Date().toISOString() };
      const command: Command = {
        ...ticket,
        type: `${noun}.import`,
        entity: nodeRuntime.id(),
        circle: PARTNERS,
        payload: { rows },
        base: {},
      };
      await post(serving, `/api/spaces/${space}/commands`, { commands: [command] });
    }
  return space;
};

const slowed = async (context: BrowserContext, page: Page, rate: number): Promise<Watched> => {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return { page, session };
};

/** Visits after the first, without a network, from the shell and the data that the device holds: to each in turn. */
const offline = async (
  context: BrowserContext,
  addresses: readonly string[],
): Promise<readonly (readonly number[])[]> => {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript({ content: STAND });
  for (const address of addresses) {
    await page.goto(address);
    await page.evaluate('window.stood');
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.reload();
    await page.evaluate('window.stood');
  }
  await context.setOffline(true);
  await slowed(context, page, OFFLINE.slower);
  const times: number[][] = addresses.map(() => []);
  for (let visit = 0; visit < VISITS; visit += 1)
    for (const [index, address] of addresses.entries()) {
      await page.goto(address);
      times[index]?.push(Number(await page.evaluate('window.stood')));
    }
  await context.setOffline(false);
  await page.close();
  return times;
};

/** What was done by hand: how long each answer took, and the processor time of the main thread for one, in ms. */
interface ByHand {
  readonly answers: readonly number[];
  readonly processor: number;
}

const byHand = async (watched: Watched, kind: string, act: () => Promise<void>): Promise<ByHand> => {
  await take(watched);
  const before = await used(watched);
  await act();
  const after = await used(watched);
  const answers = (await take(watched)).answers.filter((one) => one.kind === kind).map(({ ms }) => ms);
  return { answers, processor: (after - before) / Math.max(1, answers.length) };
};

/** Opens the thing of a row of the table by the mouse, and waits until its address says so. */
const openRow = async (watched: Watched, row: number): Promise<void> => {
  const link = `document.querySelectorAll('main tbody a')[${row}]`;
  const place = await evaluated(watched, `(({ x, y }) => [x + 9, y + 9])(${link}.getBoundingClientRect())`);
  const [x, y] = Array.isArray(place) ? place.map(Number) : [];
  if (x === undefined || y === undefined) throw new Error(`no row ${row} to open`);
  await watched.page.mouse.click(x, y);
  await until(watched, `location.href === ${link}.href`);
};

/** What a hand does: a name typed into a form, things opened from a list, a word searched for. */
const threeActs = async (context: BrowserContext, address: string): Promise<readonly ByHand[]> => {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setViewportSize({ width: 1_280, height: 900 });
  await page.goto(`${address}/stakeholders`);
  await page.getByRole('button', { name: 'Add a stakeholder' }).click();
  const watched = await slowed(context, page, HAND.slower);
  const name = page.getByRole('textbox').first();
  await name.pressSequentially('Comm', { delay: 150 });
  const typing = await byHand(watched, 'input', () =>
    name.pressSequentially('ittee of the users of wells', { delay: 150 }),
  );
  await page.goto(`${address}/register-contextFact`);
  await page.getByRole('main').getByRole('row').getByRole('link').first().click();
  await page.getByRole('complementary').waitFor();
  const opening = await byHand(watched, 'click', async () => {
    for (let row = 1; row <= THINGS; row += 1) await openRow(watched, row);
  });
  await page.getByRole('button', { name: 'Search' }).first().click();
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.pressSequentially('C');
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  const filtering = await byHand(watched, 'input', () =>
    field.pressSequentially('ommittee 12', { delay: 150 }),
  );
  await page.close();
  return [typing, opening, filtering];
};

const measure = async (browser: Browser, serving: Serving): Promise<readonly BenchLine[]> => {
  const space = await fill(serving);
  const context = await browser.newContext({ locale: 'en-GB' });
  try {
    const [name = '', value = ''] = serving.cookie.split('=');
    await context.addCookies([{ name, value, url: serving.real }]);
    await context.addInitScript({ content: WATCH });
    const address = `${serving.real}/p/${space}`;
    const empty = `${serving.real}/p/${await found(serving, 'An empty one')}`;
    const [large, small] = (await offline(context, [address, empty])).map(median);
    const hand = await threeActs(context, address);
    const with5000 = `5000 entities, ${HAND.slower} times slower`;
    return [
      atMost(
        `second visit without a network, until the opening sentence: 5000 entities, ${OFFLINE.slower} times slower`,
        large ?? 0,
        OFFLINE.budget,
        ' ms',
      ),
      noted(
        'the same in an empty partnership, in turns; the large one in times of it',
        `${(small ?? 0).toFixed(0)} ms, ${((large ?? 0) / (small ?? 1)).toFixed(2)}`,
      ),
      ...['typing a name, p95', 'opening a thing of a list of 2000, p95', 'searching, a letter, p95'].map(
        (what, index) =>
          atMost(`${what}: ${with5000}`, quantile(hand[index]?.answers ?? [], 0.95), HAND.budget, ' ms'),
      ),
      noted('of so many letters, things and letters', hand.map(({ answers }) => answers.length).join(', ')),
      noted(
        'processor time of the main thread for one of each',
        hand.map(({ processor }) => `${processor.toFixed(0)} ms`).join(', '),
      ),
    ];
  } finally {
    await context.close();
  }
};

/** A partnership of 5,000 entities on a device: a second visit without a network, and what a hand does in it. */
export const benchDevice = async (serving: Serving): Promise<readonly BenchLine[]> => {
  const found = await findChromium().catch(() => undefined);
  if (found === undefined) return [noted('a large partnership', 'not measured: no Chromium on this machine')];
  const browser = await chromium.launch(launchOptions(found));
  try {
    return await measure(browser, serving);
  } finally {
    await browser.close();
  }
};
