import { isObject } from '@tablee/domain/kernel';
import type { CDPSession, Page } from 'playwright-core';

/** What a page notes of itself from its first script on. */
export interface Noted {
  /** From the time of each event to the end of the frame that shows its answer, in milliseconds, by kind. */
  readonly answers: { kind: string; ms: number }[];
  /** Tasks of the main thread of more than 50 ms. */
  readonly tasks: number[];
}

/** Runs in the page, before anything else; it is text, since the types of this program know no page. */
export const WATCH = `
  const noted = { answers: [], tasks: [] };
  window.noted = noted;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.tasks.push(duration);
  }).observe({ type: 'longtask' });
  for (const kind of ['click', 'pointermove', 'input'])
    addEventListener(kind, ({ timeStamp }) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // The message comes after the frame was drawn.
      port1.onmessage = () => noted.answers.push({ kind, ms: performance.now() - timeStamp });
      port2.postMessage('');
    }), { capture: true, passive: true });
`;

/** What was noted since the last time; long tasks are told some time after they ended. */
const TAKE = `new Promise((resolve) => setTimeout(resolve, 300)).then(() => (
  { answers: window.noted.answers.splice(0), tasks: window.noted.tasks.splice(0) }))`;

/** A page with the way to ask it what it noted. */
export interface Watched {
  readonly page: Page;
  readonly session: CDPSession;
}

const isAnswer = (value: unknown): value is Noted['answers'][number] =>
  isObject(value) && typeof value['kind'] === 'string' && typeof value['ms'] === 'number';

/** What the page noted since the last time it was asked. */
export const take = async ({ session }: Watched): Promise<Noted> => {
  const { result } = await session.send('Runtime.evaluate', {
    expression: TAKE,
    awaitPromise: true,
    returnByValue: true,
  });
  const value: unknown = result.value;
  const held = isObject(value) ? value : {};
  return {
    answers: Array.isArray(held['answers']) ? held['answers'].filter(isAnswer) : [],
    tasks: Array.isArray(held['tasks']) ? held['tasks'].filter((ms) => typeof ms === 'number') : [],
  };
};

/**
 * Waits inside the page until an expression in its language is true: whoever looks into the page from outside, as a
 * locator does, makes it work, and that work would be counted as the page's own.
 */
export const until = async ({ session }: Watched, condition: string): Promise<void> => {
  await session.send('Runtime.evaluate', {
    expression: `new Promise((done) => {
      const look = () => ((${condition}) ? done() : setTimeout(look, 30));
      look();
    })`,
    awaitPromise: true,
  });
};

/** What an expression in the language of the page is, as plain data. */
export const evaluated = async ({ session }: Watched, expression: string): Promise<unknown> => {
  const { result } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
  return result.value;
};

/** Milliseconds of processor time that the main thread has used: other work on the machine does not count in it. */
export const used = async ({ session }: Watched): Promise<number> => {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
};
