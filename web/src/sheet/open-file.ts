import type { FileOutcome } from './file-outcome.ts';
import type { ReadAsked } from './file-worker.ts';
import { LIMIT } from './limit.ts';
import type { ReadHow } from './read-file.ts';

/**
 * Reads a chosen file away from the page, which stays free to answer. A file over the limit is refused by its size
 * alone; one that the worker cannot finish counts as damaged.
 */
export const openFile = (file: File, how: ReadHow): Promise<FileOutcome> => {
  if (file.size > LIMIT.file) return Promise.resolve({ ok: false, code: 'TooLarge' });
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<FileOutcome>((resolve) => {
    worker.onmessage = (event: MessageEvent<FileOutcome>) => resolve(event.data);
    worker.onerror = () => resolve({ ok: false, code: 'Damaged' });
    worker.postMessage({ file, how } satisfies ReadAsked);
  }).finally(() => worker.terminate());
};
