import type { TestProject } from 'vitest/node';
import { findChromium, type UsableChromium } from './chromium.ts';

declare module 'vitest' {
  /** What the set-up hands to every journey. */
  export interface ProvidedContext {
    readonly chromium: UsableChromium;
  }
}

/** Runs once before all journeys: finds a Chromium that starts, or stops the run and says how to get one. */
export default async function setUp(project: TestProject): Promise<void> {
  project.provide('chromium', await findChromium());
}
