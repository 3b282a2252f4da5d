import { watch } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_MAIL } from './read-mail.ts';
import type { MailSource } from './source.ts';

const EVERY = 20_000;

/** A file, or of one that is too large a little more than is allowed: enough to know it, and to read its beginning. */
const readBounded = async (path: string): Promise<Uint8Array> => {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(size, MAX_MAIL + 1));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/**
 * A maildir: what a mail server puts into `new` is taken and removed; what is too large moves to `cur`, as read by a
 * mail program, and stays. The folder must be Tablée's own.
 */
export const maildirSource = (folder: string): MailSource => {
  const arriving = join(folder, 'new');
  const seen = join(folder, 'cur');
  const ready = Promise.all(
    [arriving, seen, join(folder, 'tmp')].map((path) => mkdir(path, { recursive: true, mode: 0o700 })),
  );
  // The first look tells what is wrong with the folder.
  ready.catch(() => undefined);
  return {
    every: EVERY,
    async each(take) {
      await ready;
      const names = (await readdir(arriving)).filter((name) => !name.startsWith('.')).sort();
      for (const name of names) {
        const path = join(arriving, name);
        const taken = await take(await readBounded(path));
        if (taken === 'taken') await rm(path, { force: true });
        if (taken === 'left') await rename(path, join(seen, `${name.replace(/:.*$/, '')}:2,S`));
      }
    },
    watch(heard) {
      let watcher: ReturnType<typeof watch> | undefined;
      let isStopped = false;
      ready
        .then(() => {
          if (!isStopped) watcher = watch(arriving, { persistent: false }, heard);
          // Where a file system cannot be watched, the regular look is enough.
          watcher?.on('error', () => watcher?.close());
        })
        .catch(() => undefined);
      return () => {
        isStopped = true;
        watcher?.close();
      };
    },
  };
};
