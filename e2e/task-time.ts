import { isObject } from '@tablee/domain/kernel';
import type { Browser, Page } from 'playwright-core';

type Told = { readonly [key: string]: unknown };

/** Microseconds of processor time of each task of the main threads in what the browser wrote down. */
const tasksIn = (trace: Buffer): readonly number[] => {
  const parsed: unknown = JSON.parse(trace.toString());
  const events = isObject(parsed) && Array.isArray(parsed['traceEvents']) ? parsed['traceEvents'] : [];
  const told: readonly Told[] = events.filter(isObject);
  const thread = (event: Told): string => `${event['pid']} ${event['tid']}`;
  const mains = new Set(
    told
      .filter(
        ({ name, args }) => name === 'thread_name' && isObject(args) && args['name'] === 'CrRendererMain',
      )
      .map(thread),
  );
  return told
    .filter((event) => event['name'] === 'RunTask' && mains.has(thread(event)))
    .map(({ tdur }) => (typeof tdur === 'number' ? tdur : 0));
};

/**
 * Milliseconds of processor time of the longest task of the page's main thread while something is done: what other
 * work on the machine takes does not count in it. One at a time in a browser.
 */
export const longestTask = async (
  browser: Browser,
  page: Page,
  run: () => Promise<unknown>,
): Promise<number> => {
  await browser.startTracing(page, { categories: ['-*', 'disabled-by-default-devtools.timeline'] });
  await run();
  return Math.max(0, ...tasksIn(await browser.stopTracing())) / 1_000;
};
