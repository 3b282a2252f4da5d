import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendOf, eventsOf } from './fixture.ts';
import { ledgerContract } from './ledger.contract.ts';
import type { Ledger } from './port.ts';
import { LEDGER_FILE, openSqliteLedger } from './sqlite/adapter.ts';
import { FolderInUse, lockFolder } from './sqlite/lock.ts';
import { migrate } from './sqlite/migration.ts';
import { openForWriting } from './sqlite/open.ts';
import { LEDGER_MIGRATIONS } from './sqlite/schema.ts';
import { openTables } from './sqlite/tables.ts';

const now = (): string => '2026-03-01T00:00:00.000Z';
const fresh = (): string => mkdtempSync(join(tmpdir(), 'tablee-ledger-'));

ledgerContract('SQLite', () => {
  const folder = fresh();
  let open: Ledger | undefined;
  const again = async (): Promise<Ledger> => {
    await open?.close();
    open = await openSqliteLedger(folder);
    return open;
  };
  return {
    open: again,
    reopen: again,
    dispose: async () => {
      await open?.close();
      rmSync(folder, { recursive: true });
    },
  };
});

describe('SQLite adapter', () => {
  let folder = '';
  beforeEach(() => {
    folder = fresh();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const everyByte = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');

  it('LED-20 leaves no byte of a struck text in any of its files', async () => {
    const ledger = await openSqliteLedger(folder);
    const [first, second] = eventsOf('alpha', 2);
    if (first === undefined || second === undefined) throw new Error('no events');
    const secret = { ...first, parts: { name: 'Zyxwvut Canary' } };
    const search = { circle: 'partners', type: 'actor', text: 'Zyxwvut Canary' };
    await ledger.append({
      ...appendOf('alpha', 0, [secret]),
      models: [{ entity: first.entity, search, jobs: [] }],
    });
    await ledger.keep('alpha', { seq: 1, maker: 'm', text: '"Zyxwvut Canary"' });
    expect(everyByte()).toMatch(/Zyxwvut/);
    const struck = { ...first, parts: {}, erased: {} };
    await ledger.append({
      ...appendOf('alpha', 1, [second]),
      struck: [struck],
      models: [{ entity: first.entity, search: null, jobs: [] }],
    });
    expect(everyByte()).not.toMatch(/zyxwvut/i);
    await ledger.close();
  });

  it('LED-21 brings data of version 1 up to date after a copy, and loses nothing', async () => {
    const path = join(folder, LEDGER_FILE);
    const old = new DatabaseSync(path);
    migrate(old, path, LEDGER_MIGRATIONS.slice(0, 1), now);
    old.prepare("insert into head values ('alpha', 1, x'00', '2026-01-01T00:00:00.000Z', 1)").run();
    old
      .prepare(
        "insert into event values ('alpha', 1, 'actor.added', 1, 'e', 'partners', 'p', 't', 't', 'c', ?, x'01', x'00')",
      )
      .run(JSON.stringify({ facts: {}, parts: { name: 'kept' }, salts: {}, erased: {} }));
    old.close();
    const ledger = await openSqliteLedger(folder);
    expect(await ledger.read('alpha', { after: 0, limit: 9 })).toMatchObject([
      { seq: 1, parts: { name: 'kept' } },
    ]);
    expect(await ledger.head('alpha')).toMatchObject({ seq: 1, model: 0 });
    await ledger.close();
    expect(existsSync(`${path}.before-ledger-2`)).toBe(true);
  });

  it('LED-22 refuses data of a newer program, says so and leaves them as they are', async () => {
    const path = join(folder, LEDGER_FILE);
    const newer = openForWriting(path);
    migrate(
      newer,
      path,
      [...LEDGER_MIGRATIONS, { area: 'ledger', version: 99, sql: 'create table later (x)' }],
      now,
    );
    newer.close();
    copyFileSync(path, `${path}.copy`);
    await expect(openSqliteLedger(folder)).rejects.toThrow(/newer version.*Update the program/);
    expect(readFileSync(path).equals(readFileSync(`${path}.copy`))).toBe(true);
  });

  it('LED-23 lets one process have the data folder and tells the second who has it', () => {
    const lock = lockFolder(folder);
    const script = `import(${JSON.stringify(new URL('./sqlite/lock.ts', import.meta.url).href)}).then(({ lockFolder }) => lockFolder(${JSON.stringify(folder)})).catch((error) => { console.error(error.name, error.message); process.exit(3); })`;
    const second = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '-e', script], {
      encoding: 'utf8',
    });
    expect(second.status).toBe(3);
    expect(second.stderr).toMatch(new RegExp(`FolderInUse.*process ${process.pid}.*TABLEE_DATA`));
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    lock.release();
    lockFolder(folder).release();
  });

  it('LED-24 copies a consistent store while appends go on', async () => {
    const ledger = await openSqliteLedger(folder);
    const events = eventsOf('alpha', 300);
    const writing = (async () => {
      for (const event of events) await ledger.append(appendOf('alpha', event.seq - 1, [event]));
    })();
    await ledger.backup(join(folder, 'copy.sqlite'));
    await writing;
    await ledger.close();
    const copy = new DatabaseSync(join(folder, 'copy.sqlite'), { readOnly: true });
    const counted = copy.prepare('select count(*) as n, max(seq) as last from event').get();
    const head = copy.prepare("select coalesce(max(seq), 0) as seq from head where space = 'alpha'").get();
    copy.close();
    expect(counted?.['n']).toBe(Number(counted?.['last'] ?? 0));
    expect(head?.['seq']).toBe(Number(counted?.['last'] ?? 0));
  });

  it('LED-25 keeps tables beside the ledger: all of a batch or none, each area with its own steps', async () => {
    const path = join(folder, 'vault.sqlite');
    const one = {
      area: 'people',
      version: 1,
      sql: 'create table person (id text primary key, name text) strict',
    };
    const tables = openTables(path, [one], now);
    await tables.batch([{ sql: 'insert into person values (?, ?)', values: ['a', 'Zyxwvut'] }]);
    const twice = { sql: 'insert into person values (?, ?)', values: ['b', null] };
    await expect(tables.batch([twice, twice])).rejects.toThrow();
    expect(await tables.all('select * from person')).toEqual([{ id: 'a', name: 'Zyxwvut' }]);
    expect(await tables.run('delete from person where id = ?', 'a')).toBe(1);
    await tables.scrub();
    expect(everyByte()).not.toMatch(/Zyxwvut/);
    await tables.close();
  });
});
