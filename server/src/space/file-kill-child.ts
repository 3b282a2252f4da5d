import { join } from 'node:path';
import { addRecord, processCommand } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { openSqliteLedger } from '../ledger/sqlite/adapter.ts';
import { SILENT } from '../log.ts';
import { SYSTEM } from './decide-batch.ts';
import { Hub } from './feed.ts';
import { FileStore } from './file-store.ts';
import { joinAsKeeper } from './found.ts';
import { nodeRuntime } from './runtime.ts';
import { Spaces } from './spaces.ts';

/** Brings a file, names it, erases the text that names it and says so; made to be killed before it is swept. */
const [folder = '', space = ''] = process.argv.slice(2);
const runtime = nodeRuntime;
const ledger = await openSqliteLedger(folder);
const spaces = new Spaces({ ledger, nouns: partnership, runtime, hub: new Hub(), log: SILENT });
const files = new FileStore(join(folder, 'files'), ledger, runtime);
const ticket = () => ({ id: runtime.id(), space, saidAt: '2026-03-01T09:59:00.000Z' });

await spaces.submit(space, SYSTEM, [joinAsKeeper(runtime, space, 'keeper')]);
const kept = await files.takeBytes(Buffer.from('%PDF-1.7\nzyxwvut'), {
  space,
  circle: 'partners',
  name: 'plan.pdf',
});
if (kept === undefined) throw new Error('not taken');
const at = { entity: runtime.id(), circle: 'partners' };
const title = { lang: 'fr', text: 'Plan' };
const file = { hash: kept.hash, name: 'plan.pdf', size: kept.size, type: kept.type };
const outcomes = await spaces.submit(space, 'keeper', [
  addRecord(ticket(), 'document', at, { title, file }),
  processCommand(ticket(), 'document.erase', at, { targets: ['file'] }),
]);
process.stdout.write(`${kept.hash} ${outcomes.map(({ outcome }) => outcome).join(' ')}\n`);
setInterval(() => undefined, 1_000);
