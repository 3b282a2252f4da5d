import { Worker } from 'node:worker_threads';
import { LedgerFault } from '../port.ts';
import { NewerData } from './migration.ts';
import type { FromWriter, Task, ToWriter } from './packed.ts';

/** How many tasks share one commit at most. */
const GROUP = 256;

interface Waiting {
  readonly task: Task;
  resolve(count: number): void;
  reject(error: Error): void;
}

/** The head was another one: not a fault of the store. */
export class StaleAnswer extends Error {}

/**
 * The writer's thread, seen from here: one group in flight. What comes while its commit runs is the next group,
 * so that no timer decides how many share a commit, and two messages carry them all.
 */
export class WriterThread {
  readonly #worker: Worker;
  #waiting: Waiting[] = [];
  #inFlight: readonly Waiting[] = [];
  #isWoken = false;
  #stopped: (() => void) | undefined;

  /** Over a worker that has said it is ready. */
  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: FromWriter) => this.#heard(message));
    worker.on('error', () => this.#fail());
    worker.on('exit', () => this.#fail());
  }

  /** Resolves when the task is durable, with how many rows it changed. */
  run(task: Task): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#wake();
    });
  }

  /** Ends the thread after everything that was sent. */
  async stop(): Promise<void> {
    while (this.#inFlight.length > 0 || this.#waiting.length > 0)
      await new Promise((resolve) => setImmediate(resolve));
    await new Promise<void>((resolve) => {
      this.#stopped = resolve;
      this.#worker.postMessage({ stop: true } satisfies ToWriter);
    });
    await this.#worker.terminate();
  }

  /** After what runs now, so that the appends of one turn go together. */
  #wake(): void {
    if (this.#isWoken || this.#inFlight.length > 0) return;
    this.#isWoken = true;
    setImmediate(() => {
      this.#isWoken = false;
      this.#send();
    });
  }

  #send(): void {
    if (this.#inFlight.length > 0 || this.#waiting.length === 0) return;
    this.#inFlight = this.#waiting.splice(0, GROUP);
    this.#worker.postMessage({ tasks: this.#inFlight.map(({ task }) => task) } satisfies ToWriter);
  }

  #heard(message: FromWriter): void {
    if ('stopped' in message) this.#stopped?.();
    if (!('answers' in message)) return;
    const answered = this.#inFlight;
    this.#inFlight = [];
    // What waits goes first: the next commit runs while those just answered decide what follows.
    this.#send();
    message.answers.forEach((answer, index) => {
      if (answer.ok) answered[index]?.resolve(answer.count);
      else answered[index]?.reject(answer.stale ? new StaleAnswer() : new LedgerFault(answer.error));
    });
    this.#wake();
  }

  #fail(): void {
    for (const waiting of [...this.#inFlight, ...this.#waiting])
      waiting.reject(new LedgerFault('the writer stopped'));
    this.#inFlight = [];
    this.#waiting = [];
    this.#stopped?.();
  }
}

/**
 * Starts the writer of a ledger's file, which migrates it first.
 * @throws NewerData, or LedgerFault when the file cannot be used.
 */
export const startWriter = (path: string): Promise<WriterThread> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./writer.worker.ts', import.meta.url), {
      workerData: { path },
      // It holds rows on their way and little else.
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
    });
    worker.once('error', reject);
    worker.once('message', (message: FromWriter) => {
      if ('ready' in message) {
        worker.off('error', reject);
        resolve(new WriterThread(worker));
      } else if ('failed' in message) {
        void worker.terminate();
        reject(
          message.name === 'NewerData' ? new NewerData(message.failed) : new LedgerFault(message.failed),
        );
      }
    });
  });
