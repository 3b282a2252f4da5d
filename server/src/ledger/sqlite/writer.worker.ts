import { parentPort, workerData } from 'node:worker_threads';
import { migrate } from './migration.ts';
import { openForWriting, truncateLog } from './open.ts';
import type { FromWriter, TaskAnswer, ToWriter } from './packed.ts';
import { LEDGER_MIGRATIONS } from './schema.ts';
import { Stale, Writer } from './writer.ts';

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

const answer = (result: number | Error): TaskAnswer =>
  result instanceof Error
    ? { ok: false, stale: result instanceof Stale, error: result.message }
    : { ok: true, count: result };

const started = start();
if (started !== undefined) {
  port.on('message', (message: ToWriter) => {
    if ('tasks' in message) {
      say({ answers: started.writer.run(message.tasks).map(answer) });
      return;
    }
    started.close();
    say({ stopped: true });
    port.close();
  });
  say({ ready: true });
}
