import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Draft,
  emptyState,
  evolve,
  GENESIS,
  KERNEL_FORMAT,
  PARTNERS,
  type StoredEvent,
  seal,
} from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import type { Ledger } from '../server/src/ledger/port.ts';
import { openSqliteLedger } from '../server/src/ledger/sqlite/adapter.ts';
import { SILENT } from '../server/src/log.ts';
import { Hub } from '../server/src/space/feed.ts';
import { MODEL } from '../server/src/space/model.ts';
import { nodeRuntime } from '../server/src/space/runtime.ts';
import { Spaces } from '../server/src/space/spaces.ts';
import type { BenchLine } from './engine.ts';
import { atMost, median, noted } from './line.ts';

/** Entities of either space: the size of the state is the same, only its past differs. */
const ENTITIES = 300;
const SHORT = 1_000;
const LONG = 100_000;
/** Events written since the state was last kept, in both. */
const TAIL = 400;
const RUNS = 15;
const TOGETHER = 5_000;

const commitment = (verb: string, entity: string, facts: Draft['facts'], text: string): Draft => ({
  type: `commitment.${verb}`,
  version: 1,
  entity,
  circle: PARTNERS,
  facts,
  parts: { what: { lang: 'en', text } },
});

/** A life of `count` events: each entity once added, then changed again and again by people who saw it. */
function* life(space: string, count: number): Generator<StoredEvent> {
  const ids = Array.from({ length: ENTITIES }, () => nodeRuntime.id());
  const stamps = new Map<string, number>();
  let previous = GENESIS;
  for (let seq = 1; seq <= count; seq++) {
    const entity = ids[seq % ENTITIES] ?? '';
    const base = stamps.get(entity);
    const draft =
      base === undefined
        ? commitment('added', entity, {}, `What is owed, ${seq}`)
        : commitment('changed', entity, { base: { what: base } }, `What is owed, ${seq}`);
    stamps.set(entity, seq);
    const at = '2026-03-01T09:00:00.000Z';
    const place = { space, seq, actor: 'bench', at, saidAt: at, commandId: `c${seq}`, previous };
    const event = seal(draft, place, nodeRuntime.hash, nodeRuntime.salt);
    previous = event.hash;
    yield event;
  }
}

const store = async (ledger: Ledger, events: readonly StoredEvent[]): Promise<void> => {
  for (let from = 0; from < events.length; from += TOGETHER) {
    const some = events.slice(from, from + TOGETHER);
    const [first] = some;
    if (first === undefined) return;
    const { space, seq } = first;
    const rest = { struck: [], log: [], models: [], model: MODEL, format: KERNEL_FORMAT };
    await ledger.append({ space, expected: seq - 1, events: some, ...rest });
  }
};

const fresh = (ledger: Ledger): Spaces =>
  new Spaces({ ledger, nouns: partnership, runtime: nodeRuntime, hub: new Hub(), log: SILENT });

/** A space whose state was kept and which went on for `TAIL` events since. */
const grow = async (ledger: Ledger, events: readonly StoredEvent[]): Promise<void> => {
  const [first] = events;
  await store(ledger, events.slice(0, -TAIL));
  await fresh(ledger).open(first?.space ?? '');
  await store(ledger, events.slice(-TAIL));
};

const timed = async (ledger: Ledger, space: string): Promise<number> => {
  const start = performance.now();
  await fresh(ledger).open(space);
  return performance.now() - start;
};

/** The fold alone, in microseconds per event. */
const foldMicroseconds = (events: readonly StoredEvent[]): number => {
  const state = emptyState();
  const start = performance.now();
  for (const event of events) evolve(partnership, state, event);
  return ((performance.now() - start) * 1_000) / events.length;
};

/** Opening a space with a long past against one with a short past and the same state; the fold per event. */
export const benchOpening = async (): Promise<readonly BenchLine[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'tablee-bench-'));
  const ledger = await openSqliteLedger(folder);
  const [short, long] = [nodeRuntime.id(), nodeRuntime.id()];
  const past = [...life(long, LONG + TAIL)];
  // The kept state of the short one covers as many events as make the server keep it.
  await grow(ledger, [...life(short, SHORT + TAIL)]);
  await grow(ledger, past);
  await Promise.all([timed(ledger, short), timed(ledger, long)]);
  const runs: { short: number; long: number }[] = [];
  for (let run = 0; run < RUNS; run++)
    runs.push({ short: await timed(ledger, short), long: await timed(ledger, long) });
  const fold = Math.min(...Array.from({ length: 3 }, () => foldMicroseconds(past)));
  await ledger.close();
  rmSync(folder, { recursive: true });
  const [ms, base] = [median(runs.map((run) => run.long)), median(runs.map((run) => run.short))];
  return [
    atMost(
      `opening a space of ${LONG} events, in times of one of ${SHORT} with the same state`,
      median(runs.map((run) => run.long / run.short)),
      1.3,
    ),
    noted(
      'opening either',
      `${ms.toFixed(1)} ms and ${base.toFixed(1)} ms, ${ENTITIES} entities, ${TAIL} events since the kept state`,
    ),
    noted('fold of one event', `${fold.toFixed(2)} µs`),
  ];
};
