import { fileURLToPath } from 'node:url';
import { canonical, emptyState, fold, type Json, sha256, snapshotOf } from '@tablee/domain/kernel';
import { sampleNouns, World, worldSteps } from '@tablee/domain/testing';
import * as fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';

let browser: Browser;
let bundle: string;

/** What the browser runs: the kernel as it is shipped, folding what it is given. */
const ENTRY = 'virtual:replay';
const SOURCE = `
import { canonical, emptyState, fold, sha256, snapshotOf } from '@tablee/domain/kernel';
import { sampleNouns } from '@tablee/domain/testing';
globalThis.replay = (recorded, circles) => {
  const state = fold(sampleNouns, emptyState(), JSON.parse(recorded));
  return sha256(canonical(snapshotOf(state, 's', { circles: new Set(circles) })));
};`;

beforeAll(async () => {
  const built = await build({
    root: fileURLToPath(new URL('../web', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'replay-entry',
        resolveId: (id) => (id === ENTRY ? id : undefined),
        load: (id) => (id === ENTRY ? SOURCE : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: ENTRY, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  const [chunk] = output.output;
  bundle = chunk.code;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** Ledgers of three people who act at random, always the same ones, and one with every kind of character. */
const recorded = (): readonly string[] => {
  const worlds = fc.sample(worldSteps, { numRuns: 12, seed: 2026 }).map((steps) => {
    const world = new World();
    for (const step of steps) world.run(step);
    world.settle();
    return world.server.events;
  });
  const event = worlds.flat().find(({ type }) => type === 'note.added');
  if (event === undefined) throw new Error('no note was added');
  const strange = ['ÉTÉ e\u0301té', '\u2028 \u{1f4a7}\ud83d', '"\\\u0000', '-0', 'ﬁ ß İ ı'].map(
    (name, index) => ({
      ...event,
      seq: index + 1,
      entity: `strange${index}`,
      parts: { name, numbers: [0.1 + 0.2, 1e21, -0, 5e-324, 2 ** 53] },
    }),
  );
  return [...worlds, strange].map((events) => JSON.stringify(events));
};

it('KRN-112 replays the same events to the same hash in a browser and in Node, for every reader', async () => {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><title>replay</title>');
  await page.addScriptTag({ content: bundle });
  const readers = [['public'], ['public', 'partners'], ['public', 'partners', 'core', 'secretariat']];
  const hashes = new Set<string>();
  for (const ledger of recorded())
    for (const circles of readers) {
      const state = fold(sampleNouns, emptyState(), JSON.parse(ledger));
      const snapshot: Json = JSON.parse(
        JSON.stringify(snapshotOf(state, 's', { circles: new Set(circles) })),
      );
      const here = sha256(canonical(snapshot));
      const there = await page.evaluate(`replay(${JSON.stringify(ledger)}, ${JSON.stringify(circles)})`);
      expect(there).toBe(here);
      hashes.add(here);
    }
  expect(hashes.size).toBeGreaterThan(20);
});
