import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

/** The script beside the service worker that takes what other apps share. */
export const SHARE_TARGET = 'share-target.js';

const SOURCE = join(import.meta.dirname, '../share-target.ts');

/** Puts the script beside the app as it stands, without its types: the worker reads it by its name, and it imports nothing. */
export const shareTarget = (): Plugin => ({
  name: 'tablee-share-target',
  apply: 'build',
  async generateBundle() {
    const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), SOURCE);
    this.emitFile({ type: 'asset', fileName: SHARE_TARGET, source: code });
  },
});
