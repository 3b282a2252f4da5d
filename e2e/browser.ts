import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { launchOptions } from './chromium.ts';

/**
 * Starts the Chromium that the set-up found. One device of a journey is one `browser.newContext()`; the caller
 * closes the browser.
 */
export function openBrowser(): Promise<Browser> {
  return chromium.launch(launchOptions(inject('chromium')));
}
