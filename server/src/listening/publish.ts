import { Worker } from 'node:worker_threads';
import { isJsonObject, type JsonObject, processCommand } from '@tablee/domain/kernel';
import type { Round, RoundAnswers, RoundResult } from '@tablee/domain/modules/listening';
import type { Log } from '../log.ts';
import { SYSTEM } from '../space/decide-batch.ts';
import { idFrom, instant, type Runtime } from '../space/runtime.ts';
import type { Spaces } from '../space/spaces.ts';
import type { RoundKey } from './row.ts';
import { stateOf } from './standing.ts';
import type { ListeningStore } from './store.ts';

/** Counts a round in a thread of its own: the server goes on answering. */
export const countRound = (answers: RoundAnswers): Promise<RoundResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./publish.worker.ts', import.meta.url), { workerData: answers });
    // Only the worker beside this file posts, and it posts one result.
    worker.once('message', (result: RoundResult) => resolve(result));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the count ended without a result')));
  });

/** What publishing stands on. */
export interface PublishDeps {
  readonly store: ListeningStore;
  readonly spaces: Spaces;
  readonly runtime: Runtime;
  readonly log: Log;
}

const answersOf = async (store: ListeningStore, key: RoundKey, state: Round): Promise<RoundAnswers> => ({
  ...(await store.collected(key)),
  statements: Object.entries(state.statements).map(([id, { shown }]) => ({ id, shown })),
  sectors: state.sectors,
  floors: state.floors,
  named: state.naming.every((way) => way === 'named'),
});

const jsonOf = (result: RoundResult): JsonObject => {
  const said = result.ok
    ? { people: result.report.people, report: result.report }
    : { people: result.people };
  const value: unknown = JSON.parse(JSON.stringify(said));
  return isJsonObject(value) ? value : {};
};

/** The days of a year: how long a voice note is kept after its summary, or after the close without one. */
const YEAR = 365 * 86_400_000;

/** A year from now, as a day. */
export const aYearFrom = (now: number): string => instant(now + YEAR).slice(0, 10);

/**
 * Publishes a closed round: counts, sends the counts into the ledger, and then deletes the answers they were made
 * of. Done once however often it is called: the command is the same each time, and the ledger refuses a second.
 */
export const publishClosed = async (deps: PublishDeps, key: RoundKey): Promise<void> => {
  const { store, spaces, runtime } = deps;
  const found = await stateOf(spaces, key);
  if (found === undefined || found.state.state !== 'closed') return;
  if (found.state.result === null) {
    const result = await countRound(await answersOf(store, key, found.state));
    const command = processCommand(
      {
        id: idFrom(Buffer.from(runtime.hash(`publish ${key.space} ${key.round}`), 'hex')),
        space: key.space,
        saidAt: instant(runtime.now()),
      },
      'round.publish',
      { entity: key.round, circle: found.circle },
      { report: jsonOf(result) },
    );
    const [outcome] = await spaces.submit(key.space, SYSTEM, [command]);
    const isThere =
      outcome?.outcome === 'accepted' || outcome?.code === 'AlreadyPublished' || outcome?.code === 'IdReused';
    if (!isThere) throw new Error('the counts were not taken');
  }
  await store.forget(key);
  await store.spoken.keepAll(key, aYearFrom(runtime.now()));
};
