import { Worker } from 'node:worker_threads';
import { type ReadMail, readMail } from './read-mail.ts';

/** Up to here a mail is read at once; starting a thread would take longer. In bytes. */
const SMALL = 50_000;
/** A mail that takes longer to read than this is read by its beginning alone. Milliseconds. */
const PATIENCE = 120_000;

const inThread = (raw: Uint8Array): Promise<ReadMail> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-mail.worker.ts', import.meta.url), { workerData: raw });
    const late = setTimeout(() => void worker.terminate(), PATIENCE);
    // Only the worker beside this file posts, and it posts one mail.
    worker.once('message', (mail: ReadMail) => resolve(mail));
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new Error('the reading ended without a mail'));
    });
  });

/** Reads a mail; a large one in a thread of its own, so that the server goes on answering. Never fails. */
export const readApart = (raw: Uint8Array): Promise<ReadMail> =>
  raw.length <= SMALL ? readMail(raw) : inThread(raw).catch(() => readMail(raw.subarray(0, SMALL)));
