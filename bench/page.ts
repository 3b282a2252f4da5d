import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { findChromium, launchOptions } from '../e2e/chromium.ts';
import type { BenchLine } from './engine.ts';
import { atMost, median, noted } from './line.ts';
import type { Serving } from './serving.ts';

/** A slow line and a slow phone: 400 kbit/s, 400 ms there and back, six times slower. */
const SLOW = { latency: 400, bits: 400_000, cpu: 6 } as const;
const VISITS = 2;
/** The sentence that says where the partnership is stands in the page once it can be read. */
const SENTENCE = /cycle|phase|ménages/i;

interface Visit {
  /** Milliseconds until the opening sentence stands there. */
  readonly readable: number;
  /** Bytes of script as they travelled (packed, without heads), until then, and in how many files. */
  readonly script: number;
  readonly files: number;
  /** Bytes of everything until then. */
  readonly all: number;
}

/** Counts what travels, by kind, from now on; `all` with the heads of the answers. */
const weigh = async (session: CDPSession): Promise<{ script: number; files: number; all: number }> => {
  const sum = { script: 0, files: 0, all: 0 };
  const heads = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') heads.set(requestId, response.encodedDataLength);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sum.all += encodedDataLength;
    const head = heads.get(requestId);
    if (head === undefined) return;
    sum.files += 1;
    sum.script += encodedDataLength - head;
  });
  await session.send('Network.enable');
  return sum;
};

const slowDown = async (session: CDPSession): Promise<void> => {
  const throughput = SLOW.bits / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW.latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu });
};

const readable = (page: Page): Promise<unknown> =>
  page.getByRole('main').getByText(SENTENCE).first().waitFor({ timeout: 60_000 });

const visit = async (browser: Browser, { real, cookie, space }: Serving): Promise<Visit> => {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    locale: 'fr-FR',
    viewport: { width: 360, height: 740 },
  });
  try {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: real }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const sum = await weigh(session);
    await slowDown(session);
    const start = performance.now();
    await page.goto(`${real}/p/${space}`, { waitUntil: 'commit', timeout: 60_000 });
    await readable(page);
    return { readable: performance.now() - start, ...sum };
  } finally {
    await context.close();
  }
};

const firstVisit = async (serving: Serving): Promise<readonly BenchLine[]> => {
  const found = await findChromium().catch(() => undefined);
  if (found === undefined)
    return [noted('first visit to a partnership page', 'not measured: no Chromium on this machine')];
  const browser = await chromium.launch(launchOptions(found));
  try {
    const visits: Visit[] = [];
    for (let run = 0; run < VISITS; run++) visits.push(await visit(browser, serving));
    const of = (key: keyof Visit): number => median(visits.map((one) => one[key]));
    return [
      atMost(
        `brotli of script of a first visit, until the opening sentence can be read (${of('files')} files)`,
        of('script') / 1_000,
        80,
        ' kB',
      ),
      atMost(
        `opening sentence at 400 kbit/s, 400 ms, ${SLOW.cpu} times slower`,
        of('readable') / 1_000,
        5,
        ' s',
      ),
      noted('everything that travelled until then', `${(of('all') / 1_000).toFixed(0)} kB`),
    ];
  } finally {
    await browser.close();
  }
};

/** The bytes of a page without script as they travel: the page and the files it names. */
const weightOf = async (
  address: string,
  path: string,
): Promise<{ readonly bytes: number; readonly scripts: number }> => {
  const sizeOf = async (url: string): Promise<{ text: string; bytes: number }> => {
    const response = await fetch(url);
    const text = await response.text();
    // Where the answer was packed, its length says so; else the text itself travelled.
    return { text, bytes: Number(response.headers.get('content-length') ?? Buffer.byteLength(text)) };
  };
  const page = await sizeOf(address + path);
  const named = [...page.text.matchAll(/<(?:link rel="stylesheet"[^>]*href|img[^>]*src)="([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  const files = await Promise.all(named.map((name) => sizeOf(new URL(name, address + path).href)));
  return {
    bytes: page.bytes + files.reduce((sum, file) => sum + file.bytes, 0),
    scripts: [...page.text.matchAll(/<script/g)].length,
  };
};

/** Weights of pages: the app's first visit in a real browser on a slow line, and the pages without script. */
export const benchPages = async (serving: Serving): Promise<readonly BenchLine[]> => {
  const open = await weightOf(serving.real, `/public/${serving.space}`);
  return [
    ...(await firstVisit(serving)),
    atMost('public page in all', open.bytes / 1_000, 30, ' kB'),
    atMost('scripts on the public page', open.scripts, 0),
  ];
};
