import { parentPort, workerData } from 'node:worker_threads';
import { readMail } from './read-mail.ts';

// Only read-apart.ts starts this thread, with the bytes of one mail.
parentPort?.postMessage(await readMail(workerData as Uint8Array));
