import { openChance } from '@tablee/domain/engines/chance';
import { addRecord, type Command, PARTNERS } from '@tablee/domain/kernel';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium, launchOptions } from '../e2e/chromium.ts';
import { nodeRuntime } from '../server/src/space/runtime.ts';
import type { BenchLine } from './engine.ts';
import { atMost, noted, quantile } from './line.ts';
import { post, type Serving } from './serving.ts';
import { take, WATCH, type Watched } from './watch.ts';

/** How large a map is, and how much slower than this machine the one that shows it. */
interface MapCase {
  readonly actors: number;
  readonly relations: number;
  readonly slower: number;
}

const CASES: readonly MapCase[] = [
  { actors: 150, relations: 600, slower: 6 },
  { actors: 2_000, relations: 6_000, slower: 1 },
];
/** Milliseconds within which a pan or a selection is answered, and the longest task while a map is laid out. */
const ANSWER = 100;
const TASK = 50;
const TIMES = 40;
/** Commands of one request, as many as the server takes at once. */
const TOGETHER = 100;
const PATIENCE = 120_000;

/** A partnership with so many actors, in all sectors and rings, and relations between them; its id. */
const fill = async (serving: Serving, { actors, relations }: MapCase): Promise<string> => {
  const space = nodeRuntime.id();
  const chance = openChance(actors);
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[Math.floor(chance.next() * items.length)] ?? items[0];
  const words = { title: `Map of ${actors}`, problem: 'Water is short.' };
  await post(serving, '/api/spaces', { space, ...words, language: 'en', languages: ['en'], zone: 'UTC' });
  const ticket = () => ({ id: nodeRuntime.id(), space, saidAt: new Date().toISOString() });
  const add = (noun: string, entity: string, slots: Parameters<typeof addRecord>[3]): Command =>
    addRecord(ticket(), noun, { entity, circle: PARTNERS }, slots);
  const ids = Array.from({ length: actors }, () => nodeRuntime.id());
  const commands = [
    ...ids.map((id, index) =>
      add('actor', id, {
        name: `${pick(['Water board', 'Committee', 'Union', 'Institute', 'Works'])} ${index}`,
        sector: pick(['state', 'private', 'civilSociety', 'science']),
        ring: pick(['core', 'partner', 'partner', 'concerned', 'concerned', 'concerned']),
      }),
    ),
    ...Array.from({ length: relations }, () => {
      const from = Math.floor(chance.next() * actors);
      const to = (from + 1 + Math.floor(chance.next() * (actors - 1))) % actors;
      return add('relation', nodeRuntime.id(), {
        from: ids[from] ?? '',
        to: ids[to] ?? '',
        kind: pick(['worksWith', 'funds', 'informs']),
        strength: pick(['loose', 'regular', 'close']),
      });
    }),
  ];
  for (let at = 0; at < commands.length; at += TOGETHER)
    await post(serving, `/api/spaces/${space}/commands`, { commands: commands.slice(at, at + TOGETHER) });
  return space;
};

const MAP = 'section[aria-label="Drawing of the map, to be scrolled"]';

/** Waits until the map is drawn at this size: its width in units of the drawing is written in it. */
const drawn = (page: Page, zoom: number): Promise<unknown> =>
  page.locator(`${MAP} svg[viewBox^="0 0 ${724 * zoom} "]`).waitFor({ timeout: PATIENCE });

/** Laying out anew: two zooms, and the drawing by relations; the longest task of the main thread meanwhile. */
const layOut = async (watched: Watched): Promise<number> => {
  const { page } = watched;
  await take(watched);
  for (const zoom of [1.5, 2]) {
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await drawn(page, zoom);
  }
  await page.getByRole('link', { name: 'Relations' }).click();
  await drawn(page, 1);
  const { tasks } = await take(watched);
  return Math.max(0, ...tasks);
};

/** Drags the map about by the mouse; milliseconds per movement. */
const pan = async (watched: Watched): Promise<readonly number[]> => {
  const { page } = watched;
  const box = await page.locator(MAP).boundingBox();
  if (box === null) throw new Error('no map to move');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await take(watched);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= TIMES; step += 1)
    await page.mouse.move(x + 200 * Math.sin(step / 5), y + 150 * Math.cos(step / 7));
  await page.mouse.up();
  const { answers } = await take(watched);
  return answers.filter(({ kind }) => kind === 'pointermove').map(({ ms }) => ms);
};

/** Presses actors one after the other, each at its name; milliseconds until it is marked, and until its panel stands. */
const select = async (
  watched: Watched,
): Promise<{ marked: readonly number[]; opened: readonly number[] }> => {
  const { page } = watched;
  const names = page.locator(`${MAP} g[data-empty] text`);
  const count = await names.count();
  const opened: number[] = [];
  await take(watched);
  for (let turn = 0; turn < TIMES / 2; turn += 1) {
    const name = names.nth((turn * 7) % count);
    const [text, box] = [await name.locator('tspan').first().textContent(), await name.boundingBox()];
    const frame = await page.locator(MAP).boundingBox();
    // Only what is seen of the map can be pressed.
    if (text === null || /^\d+$/.test(text)) continue;
    if (box === null || frame === null || box.y < frame.y || box.y > 860) continue;
    if (box.x < frame.x || box.x + box.width > frame.x + frame.width) continue;
    const start = performance.now();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.getByRole('complementary').getByRole('heading', { level: 2, name: text }).waitFor();
    opened.push(performance.now() - start);
  }
  const { answers } = await take(watched);
  return { marked: answers.filter(({ kind }) => kind === 'click').map(({ ms }) => ms), opened };
};

/** Milliseconds of processor time that the main thread has used: other work on the machine does not count in it. */
const used = async ({ session }: Watched): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
};

const measure = async (browser: Browser, serving: Serving, one: MapCase): Promise<readonly BenchLine[]> => {
  const space = await fill(serving, one);
  const context = await browser.newContext({
    serviceWorkers: 'block',
    locale: 'en-GB',
    viewport: { width: 1_280, height: 900 },
  });
  try {
    const [name = '', value = ''] = serving.cookie.split('=');
    await context.addCookies([{ name, value, url: serving.real }]);
    await context.addInitScript({ content: WATCH });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${serving.real}/p/${space}/stakeholders`);
    await page.getByRole('button', { name: 'English' }).click();
    await drawn(page, 1);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: one.slower });
    const watched = { page, session };
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const task = await layOut(watched);
    await page.getByRole('link', { name: 'Rings' }).click();
    await drawn(page, 1);
    const beforeSelecting = await used(watched);
    const { marked, opened } = await select(watched);
    const selecting = (await used(watched)) - beforeSelecting;
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await drawn(page, 1.5);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await drawn(page, 2);
    const beforeMoving = await used(watched);
    const moves = await pan(watched);
    const moving = (await used(watched)) - beforeMoving;
    const what = `${one.actors} actors, ${one.relations} relations${one.slower > 1 ? `, ${one.slower} times slower` : ''}`;
    return [
      atMost(`moving the map, p95: ${what}`, quantile(moves, 0.95), ANSWER, ' ms'),
      atMost(`marking who is selected, p95: ${what}`, quantile(marked, 0.95), ANSWER, ' ms'),
      atMost(`longest task while laying out: ${what}`, task, TASK, ' ms'),
      noted(
        `of ${moves.length} moves and ${marked.length} selections; until the panel stands, p95`,
        `${quantile(opened, 0.95).toFixed(0)} ms`,
      ),
      noted(
        'processor time of the main thread: a move, a selection with its panel',
        `${(moving / moves.length).toFixed(1)} ms, ${(selecting / Math.max(1, opened.length)).toFixed(0)} ms`,
      ),
    ];
  } finally {
    await context.close();
  }
};

/** The shared map in a real browser: how soon it answers, and whether laying it out leaves the page alone. */
export const benchMap = async (serving: Serving): Promise<readonly BenchLine[]> => {
  const found = await findChromium().catch(() => undefined);
  if (found === undefined) return [noted('the map', 'not measured: no Chromium on this machine')];
  const browser = await chromium.launch(launchOptions(found));
  try {
    const lines: BenchLine[] = [];
    for (const one of CASES) lines.push(...(await measure(browser, serving, one)));
    return lines;
  } finally {
    await browser.close();
  }
};
