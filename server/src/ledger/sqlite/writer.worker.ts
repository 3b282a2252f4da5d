import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { migrate } from './migration.ts';
import { openForWriting, truncateLog } from './open.ts';
import type { FromWriter, Task, ToWriter } from './packed.ts';
import { LEDGER_MIGRATIONS } from './schema.ts';
import { Stale, Writer } from './writer.ts';

/** How many tasks share one commit at most. */
const GROUP = 256;

// The adapter alone starts this worker and gives it the path of the file.
const { path } = workerData as { readonly path: string };
const port = parentPort;
if (port === null) throw new Error('the writer runs in a worker thread');
const say = (message: FromWriter): void => port.postMessage(message);

const start = (): { writer: Writer; close: () => void } | undefined => {
  try {
    const db = openForWriting(path);
    migrate(db, path, LEDGER_MIGRATIONS, () => new Date().toISOString());
    const close = (): void => {
      truncateLog(db);
      db.close();
    };
    return { writer: new Writer(db), close };
  } catch (error) {
    say({
      failed: error instanceof Error ? error.message : String(error),
      name: error instanceof Error ? error.name : 'Error',
    });
    return undefined;
  }
};

const answer = (id: number, result: number | Error): FromWriter =>
  result instanceof Error
    ? { id, ok: false, stale: result instanceof Stale, error: result.message }
    : { id, ok: true, count: result };

const started = start();
if (started !== undefined) {
  port.on('message', (first: ToWriter) => {
    // No timer: while one commit runs the next ones gather, and this takes all that wait.
    const waiting: ToWriter[] = [first];
    while (waiting.length < GROUP) {
      const next = receiveMessageOnPort(port);
      if (next === undefined) break;
      // Only the adapter holds the other end of this port.
      waiting.push(next.message as ToWriter);
    }
    const tasks: { id: number; task: Task }[] = [];
    let stop: number | undefined;
    for (const message of waiting) {
      if ('task' in message) tasks.push(message);
      else stop = message.id;
    }
    const results = tasks.length === 0 ? [] : started.writer.run(tasks.map(({ task }) => task));
    tasks.forEach(({ id }, index) => say(answer(id, results[index] ?? new Error('no answer'))));
    if (stop === undefined) return;
    started.close();
    say({ id: stop, ok: true, count: 0 });
    port.close();
  });
  say({ ready: true });
}
