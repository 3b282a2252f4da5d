import { defineConfig } from 'vitest/config';
import { PATIENCE } from './patience.ts';

/** The browser journeys: every `e2e/*.journey.ts`, one after the other, with one Chromium found beforehand. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    name: 'journey',
    include: ['**/*.journey.ts'],
    globalSetup: ['set-up.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: PATIENCE } },
  },
});
