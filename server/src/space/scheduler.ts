import type { Command } from '@tablee/domain/kernel';
import type { Job } from '../ledger/port.ts';
import type { Log } from '../log.ts';
import { SYSTEM } from './decide-batch.ts';
import { idFrom, instant, type Runtime } from './runtime.ts';
import type { Spaces } from './spaces.ts';

/** How long between two looks, in milliseconds: deadlines act within a minute. */
const EVERY = 20_000;
const AT_ONCE = 200;

/** The same job gives the same command, so that a crash between issuing and noting it does nothing twice. */
const commandOf = (runtime: Runtime, job: Job, circle: string): Command => {
  const digest = runtime.hash([job.space, job.entity, job.command, job.at, String(job.stamp)].join('\n'));
  return {
    id: idFrom(Buffer.from(digest, 'hex')),
    space: job.space,
    type: job.command,
    entity: job.entity,
    circle,
    payload: job.payload,
    base: {},
    saidAt: job.at,
  };
};

/** Time acts: due deadlines become commands of the system actor, in due order. */
export class Scheduler {
  readonly #spaces: Spaces;
  readonly #runtime: Runtime;
  readonly #log: Log;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  /** A scheduler that does nothing until `start` or `run`. */
  constructor(spaces: Spaces, runtime: Runtime, log: Log) {
    this.#spaces = spaces;
    this.#runtime = runtime;
    this.#log = log;
  }

  /** Issues everything that is due, earliest first; also what fell due while the server was stopped. */
  async run(): Promise<void> {
    const seen = new Set<string>();
    for (;;) {
      const due = await this.#spaces.ledger.due(instant(this.#runtime.now()), AT_ONCE);
      const fresh = due.filter((job) => !seen.has(JSON.stringify(job)));
      if (fresh.length === 0) return;
      for (const job of fresh) {
        seen.add(JSON.stringify(job));
        await this.#issue(job);
      }
    }
  }

  async #issue(job: Job): Promise<void> {
    try {
      const entity = (await this.#spaces.open(job.space))?.state.entities.get(job.entity);
      if (entity !== undefined) {
        const command = commandOf(this.#runtime, job, entity.circle);
        const [outcome] = await this.#spaces.submit(job.space, SYSTEM, [command]);
        if (outcome?.outcome === 'refused') this.#log.info('due-refused', { code: outcome.code });
      }
      await this.#spaces.ledger.done(job);
    } catch {
      // The job stays and is tried at the next look.
      this.#log.warn('due-failed', { code: 'StoreFault' });
    }
  }

  /** Looks now and then every twenty seconds. */
  start(): void {
    const look = (): void => {
      this.#running = this.run().catch(() => this.#log.warn('due-failed', { code: 'StoreFault' }));
    };
    look();
    this.#timer = setInterval(look, EVERY);
    this.#timer.unref();
  }

  /** Stops looking and waits for the look that runs. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }
}
