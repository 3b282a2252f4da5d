import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type LaunchOptions } from 'playwright-core';

/** A Chromium that was tried and starts: what `chromium.launch` needs. Plain data, so that it can reach the tests. */
export type UsableChromium = {
  readonly executablePath: string;
  /** Added to the environment of the browser. */
  readonly env: Readonly<Record<string, string>>;
};

type Candidate = { readonly name: string; readonly find: () => Promise<UsableChromium | undefined> };

const SYSTEM_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];
const OTHER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** How a found Chromium is started. The sandbox stays on except for root, for whom Chromium refuses it. */
export function launchOptions({ executablePath, env }: UsableChromium): LaunchOptions {
  const isRoot = process.getuid?.() === 0;
  const own = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));
  // The entries without a value were taken out above; fromEntries cannot know it.
  const inherited = own as Record<string, string>;
  return { executablePath, chromiumSandbox: !isRoot, env: { ...inherited, ...env } };
}

function onSystem(): UsableChromium | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const executablePath = [...paths, ...OTHER_PLACES].find((path) => existsSync(path));
  return executablePath === undefined ? undefined : { executablePath, env: {} };
}

/** Where the Chromium of the npm package is unpacked: a folder per user, not the bare temporary folder. */
function folderOfPackage(): string {
  return join(tmpdir(), `tablee-chromium-${process.getuid?.() ?? 'user'}`);
}

/** Unpacks the Chromium of the npm package; `withLibraries` adds those of NSS, which a bare machine lacks. */
async function fromPackage(withLibraries: boolean): Promise<UsableChromium> {
  const folder = folderOfPackage();
  const before = process.env['TMPDIR'];
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  process.env['TMPDIR'] = folder;
  try {
    const { default: bundled, inflate } = await import('@sparticuz/chromium');
    const executablePath = await bundled.executablePath();
    const env = { FONTCONFIG_PATH: join(folder, 'fonts') };
    if (!withLibraries) return { executablePath, env };
    const packageRoot = new URL('..', import.meta.resolve('@sparticuz/chromium'));
    const libraries = await inflate(fileURLToPath(new URL('bin/al2023.tar.br', packageRoot)));
    return { executablePath, env: { ...env, LD_LIBRARY_PATH: join(libraries, 'lib') } };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

function candidates(): readonly Candidate[] {
  const named = process.env['CHROMIUM_PATH'];
  if (named)
    return [{ name: `CHROMIUM_PATH ${named}`, find: async () => ({ executablePath: named, env: {} }) }];
  return [
    { name: 'a Chromium of this machine', find: async () => onSystem() },
    { name: 'the Chromium of the npm package', find: () => fromPackage(false) },
    { name: 'the Chromium of the npm package with its libraries', find: () => fromPackage(true) },
  ];
}

/** Starts it, opens a page and closes it; the reason why not, where it does not start. */
async function reasonNotToStart(found: UsableChromium): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({ ...launchOptions(found), timeout: 60_000 });
    await browser.newPage();
    await browser.close();
    return undefined;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const telling = text
      .split('\n')
      .find((line) => /error while loading|sandbox|cannot|ENOENT|EACCES/i.test(line));
    return (telling ?? text.split('\n')[0] ?? '').trim();
  }
}

/**
 * The first Chromium that really starts: `CHROMIUM_PATH` alone where it is set, else one of the machine, else the
 * one of the npm package.
 * @throws with what was tried and how to get one; the journeys never pass without a browser.
 */
export async function findChromium(): Promise<UsableChromium> {
  const tried: string[] = [];
  for (const { name, find } of candidates()) {
    const found = await find();
    if (found === undefined) tried.push(`${name}: none`);
    else {
      const reason = await reasonNotToStart(found);
      if (reason === undefined) return found;
      tried.push(`${name}: ${reason}`);
    }
  }
  // What was unpacked only in part would fail the next time too.
  if (!process.env['CHROMIUM_PATH']) rmSync(folderOfPackage(), { recursive: true, force: true });
  throw new Error(
    [
      'No Chromium can be started, so the browser journeys cannot run. Tried:',
      ...tried.map((line) => `  - ${line}`),
      'To get one, install Chromium (Debian and Ubuntu: apt-get install chromium-headless-shell, or chromium),',
      'or name an existing one: CHROMIUM_PATH=/path/to/chrome npm test',
    ].join('\n'),
  );
}
