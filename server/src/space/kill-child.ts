import { addRecord } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { openSqliteLedger } from '../ledger/sqlite/adapter.ts';
import { SILENT } from '../log.ts';
import { SYSTEM } from './decide-batch.ts';
import { Hub } from './feed.ts';
import { joinAsKeeper } from './found.ts';
import { nodeRuntime } from './runtime.ts';
import { Spaces } from './spaces.ts';

/** Writes without end into the spaces of a folder and says each acknowledged command; made to be killed. */
const [folder = '', name = ''] = process.argv.slice(2);
const runtime = nodeRuntime;
const ledger = await openSqliteLedger(folder);
const spaces = new Spaces({ ledger, nouns: partnership, runtime, hub: new Hub(), log: SILENT });

const write = async (space: string): Promise<void> => {
  for (;;) {
    const ticket = { id: runtime.id(), space, saidAt: '2026-03-01T09:59:00.000Z' };
    const [outcome] = await spaces.submit(space, 'keeper', [
      addRecord(ticket, 'actor', { entity: runtime.id(), circle: 'partners' }, { name: 'x' }),
    ]);
    if (outcome?.outcome === 'accepted') process.stdout.write(`${space} ${outcome.id} ${outcome.from}\n`);
    else process.stdout.write(`refused ${JSON.stringify(outcome)}\n`);
  }
};

for (const space of [`${name}-a`, `${name}-b`]) {
  await spaces.submit(space, SYSTEM, [joinAsKeeper(runtime, space, 'keeper')]);
  for (let writer = 0; writer < 8; writer++) void write(space);
}
