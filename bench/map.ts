import { openChance } from '@tablee/domain/engines/chance';
import { addRecord, type Command, PARTNERS } from '@tablee/domain/kernel';
import { type Browser, chromium, type Locator } from 'playwright-core';
import { findChromium, launchOptions } from '../e2e/chromium.ts';
import { longestTask } from '../e2e/task-time.ts';
import { nodeRuntime } from '../server/src/space/runtime.ts';
import type { BenchLine } from './engine.ts';
import { atMost, noted, quantile } from './line.ts';
import { post, type Serving } from './serving.ts';
import { evaluated, take, until, used, WATCH, type Watched } from './watch.ts';

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
/** Other work on the machine only adds to what is measured: the quietest of so many rounds says most. */
const ROUNDS = 3;
const TIMES = 40;
const SELECTIONS = 10;
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
/** The map in the language of the page. */
const IN_PAGE = `document.querySelector('${MAP}')`;

/** Waits until the map is drawn at this size with all its names: until no more of them come. */
const drawn = async (watched: Watched, zoom: number): Promise<void> => {
  await evaluated(watched, 'window.names = { count: 0, since: 0 }');
  await until(
    watched,
    `((map) => {
      const count = map?.dataset.zoom === '${zoom}' ? map.querySelectorAll('text').length : 0;
      if (count !== names.count) window.names = { count, since: performance.now() };
      return names.count > 0 && performance.now() - names.since > 400;
    })(${IN_PAGE})`,
  );
};

/** The middle of something of the page, for the mouse. */
const middleOf = async (locator: Locator): Promise<readonly [x: number, y: number]> => {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('nothing to press');
  return [box.x + box.width / 2, box.y + box.height / 2];
};

/** The longest task of the main thread, in milliseconds: of the clock, and of the processor's time for it. */
interface Longest {
  readonly clock: number;
  readonly processor: number;
}

/** Laying out anew: two zooms, and the drawing by relations. */
const layOut = async (browser: Browser, watched: Watched): Promise<Longest> => {
  const { page } = watched;
  const closer = await middleOf(page.getByRole('button', { name: 'Zoom in' }));
  const relations = await middleOf(page.getByRole('link', { name: 'Relations' }));
  await take(watched);
  const processor = await longestTask(browser, page, async () => {
    for (const zoom of [1.5, 2]) {
      await page.mouse.click(...closer);
      await drawn(watched, zoom);
    }
    await page.mouse.click(...relations);
    await drawn(watched, 1);
  });
  const { tasks } = await take(watched);
  return { clock: Math.max(0, ...tasks), processor };
};

/** Drags the map about by the mouse; milliseconds per movement. */
const pan = async (watched: Watched): Promise<readonly number[]> => {
  const { page } = watched;
  const [x, y] = await middleOf(page.locator(MAP));
  await take(watched);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= TIMES; step += 1)
    await page.mouse.move(x + 200 * Math.sin(step / 5), y + 150 * Math.cos(step / 7));
  await page.mouse.up();
  const { answers } = await take(watched);
  return answers.filter(({ kind }) => kind === 'pointermove').map(({ ms }) => ms);
};

/** The names of the drawing that can be pressed where they stand: in one line, and seen. */
const NAMES = `((map) => {
  const frame = map.getBoundingClientRect();
  return [...map.querySelectorAll('text[data-empty]')].flatMap((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const isSeen = left > frame.left && right < frame.right && top > frame.top && bottom < 860;
    const name = text.textContent;
    return isSeen && / [0-9]/.test(name) ? [[name, (left + right) / 2, (top + bottom) / 2]] : [];
  });
})(${IN_PAGE})`;

interface Pressed {
  readonly marked: readonly number[];
  readonly opened: readonly number[];
}

/** Presses actors one after the other, each at its name; milliseconds until it is marked, and until its panel stands. */
const select = async (watched: Watched, round: number): Promise<Pressed> => {
  const { page } = watched;
  const opened: number[] = [];
  await take(watched);
  for (let turn = 0; turn < SELECTIONS; turn += 1) {
    const names = await evaluated(watched, NAMES);
    const chosen: unknown = Array.isArray(names) ? names[(turn * 7 + round) % names.length] : undefined;
    const [name, x, y]: readonly unknown[] = Array.isArray(chosen) ? chosen : [];
    if (typeof x !== 'number' || typeof y !== 'number') throw new Error('no name to press');
    const start = performance.now();
    await page.mouse.click(x, y);
    await until(watched, `document.querySelector('aside h2')?.textContent === ${JSON.stringify(name)}`);
    opened.push(performance.now() - start);
    await page.waitForTimeout(400);
  }
  const { answers } = await take(watched);
  return { marked: answers.filter(({ kind }) => kind === 'click').map(({ ms }) => ms), opened };
};

const p95 = (values: readonly number[]): number => quantile(values, 0.95);

const inRounds = async <Found>(run: (round: number) => Promise<Found>): Promise<readonly Found[]> => {
  const found: Found[] = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push(await run(round));
  return found;
};

const layOutInRounds = (browser: Browser, watched: Watched): Promise<readonly Longest[]> =>
  inRounds(async () => {
    const longest = await layOut(browser, watched);
    await watched.page.getByRole('link', { name: 'Rings' }).click();
    await drawn(watched, 1);
    return longest;
  });

/** What was measured of one map, by rounds; processor time of the main thread in milliseconds. */
interface Measured {
  /** Without the slowing. */
  readonly plain: readonly Longest[];
  readonly layouts: readonly Longest[];
  readonly presses: readonly Pressed[];
  readonly moves: readonly (readonly number[])[];
  readonly selecting: number;
  readonly moving: number;
}

const measure = async (browser: Browser, watched: Watched, slower: number): Promise<Measured> => {
  const { page, session } = watched;
  await drawn(watched, 1);
  const plain = await layOutInRounds(browser, watched);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const layouts = slower === 1 ? plain : await layOutInRounds(browser, watched);
  const beforeSelecting = await used(watched);
  const presses = await inRounds((round) => select(watched, round));
  const selecting = (await used(watched)) - beforeSelecting;
  for (const zoom of [1.5, 2]) {
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await drawn(watched, zoom);
  }
  const beforeMoving = await used(watched);
  const moves = await inRounds(() => pan(watched));
  return { plain, layouts, presses, moves, selecting, moving: (await used(watched)) - beforeMoving };
};

const linesOf = ({ actors, relations, slower }: MapCase, found: Measured): readonly BenchLine[] => {
  const { plain, layouts, presses, moves } = found;
  const what = `${actors} actors, ${relations} relations${slower > 1 ? `, ${slower} times slower` : ''}`;
  const [times, marks] = [moves.flat().length, presses.flatMap(({ marked }) => marked).length];
  const least = (values: readonly number[]): number => Math.min(...values);
  const processor = (list: readonly Longest[]): number => least(list.map((each) => each.processor));
  const clock = least(layouts.map((each) => each.clock));
  const opened = least(presses.map((each) => p95(each.opened)));
  return [
    atMost(`moving the map, p95: ${what}`, least(moves.map(p95)), ANSWER, ' ms'),
    atMost(
      `marking who is selected, p95: ${what}`,
      least(presses.map(({ marked }) => p95(marked))),
      ANSWER,
      ' ms',
    ),
    atMost(`longest task while laying out, processor time: ${what}`, processor(layouts), TASK, ' ms'),
    noted(
      'that task by the clock; processor time of it without the slowing',
      `${clock.toFixed(0)} ms; ${processor(plain).toFixed(1)} ms`,
    ),
    noted(
      `the quietest of ${ROUNDS} rounds, of ${times} moves and ${marks} selections; until the panel stands, p95`,
      `${opened.toFixed(0)} ms`,
    ),
    noted(
      'processor time of the main thread: a move, a selection with its panel',
      `${(found.moving / times).toFixed(1)} ms, ${(found.selecting / marks).toFixed(0)} ms`,
    ),
  ];
};

/** Fills a map, opens it on a page of its own and measures it. */
const benchCase = async (browser: Browser, serving: Serving, one: MapCase): Promise<readonly BenchLine[]> => {
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
    const watched = { page, session: await context.newCDPSession(page) };
    return linesOf(one, await measure(browser, watched, one.slower));
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
    for (const one of CASES) lines.push(...(await benchCase(browser, serving, one)));
    return lines;
  } finally {
    await browser.close();
  }
};
