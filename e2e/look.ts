import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Person, speak } from './person.ts';

/** The rules that are asked of every page: WCAG 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The engine itself: run in the page it takes a fifth of the time that Playwright's builder takes. */
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core')), 'utf8');

/** What axe finds against the rules on the page as it stands: rule and places, one line each. */
export const violationsOn = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
  const found: readonly string[] = await page.evaluate(`
    axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(TAGS)} }, resultTypes: ['violations'] }).then(
      ({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.target.join(' ')).join(', ')),
    )`);
  return found;
};

/** How a page is looked at: its language and its theme. */
export interface Pair {
  readonly lang: 'fr' | 'en';
  readonly theme: 'light' | 'dark';
}

/** Gives the page that is open another theme and language, without loading it anew. */
export const turnTo = async (person: Person, { lang, theme }: Pair): Promise<void> => {
  const { page } = person;
  await page.emulateMedia({ colorScheme: theme });
  if ((await page.locator('html').getAttribute('lang')) === lang) return;
  await speak(person, lang === 'fr' ? 'Français' : 'English');
  await page.locator(`html[lang=${lang}]`).waitFor({ state: 'attached' });
};

/** Waits until a page has its title and nothing in it is still opening. */
export const opened = async ({ page }: Person): Promise<void> => {
  await page.locator('h1:visible').first().waitFor();
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
};

/** How long a page may take to come to rest after its width changed, in milliseconds. */
const REST = 2_000;

/**
 * What does not fit the width of the screen once the page came to rest: a page that scrolls sideways, and words that
 * are cut off by the box around them. What is only said to assistive technology, and what scrolls by itself, is no
 * fault. A page whose width has just changed lays itself out again for a few frames; only what stays counts.
 */
export const misfitsOn = async (page: Page): Promise<readonly string[]> => {
  const found: readonly string[] = await page.evaluate(`(async () => {
    const misfits = () => {
      const frames = [document.documentElement, ...document.querySelectorAll('main, aside')];
      const over = Math.max(...frames.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
      const cut = [...document.body.querySelectorAll('*')].filter((element) => {
        const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
        if (!words || !element.checkVisibility() || element.clientWidth <= 1) return false;
        const { overflowX, overflowY } = getComputedStyle(element);
        const clips = (way) => way === 'hidden' || way === 'clip';
        return (clips(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (clips(overflowY) && element.scrollHeight > element.clientHeight + 1);
      });
      return [
        ...(over > 0 ? ['scrolls sideways by ' + over + ' px'] : []),
        ...cut.map((element) => 'cuts off « ' + element.textContent.trim().slice(0, 40) + ' »'),
      ];
    };
    const end = performance.now() + ${REST};
    let left = misfits();
    while (left.length > 0 && performance.now() < end) {
      await new Promise(requestAnimationFrame);
      left = misfits();
    }
    return left;
  })()`);
  return found;
};

/** Where pictures of the pages go, for somebody to look at; none when it is not set. */
const PICTURES = process.env['PICTURES'];

/** Keeps the page as it stands, whole, where pictures are asked for. */
export const picture = async ({ page }: Person, name: string): Promise<void> => {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

/** The same at the width of a desk and of a telephone, light and dark; leaves the page as it was. */
export const pictures = async (person: Person, name: string): Promise<void> => {
  if (PICTURES === undefined) return;
  const { page } = person;
  const before = page.viewportSize();
  for (const width of [1280, 360])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await picture(person, `${name}-${width}-${colorScheme}`);
    }
  if (before !== null) await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: person.theme ?? 'light' });
};
