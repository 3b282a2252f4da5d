import type { Json } from '@tablee/domain/kernel';
import { readMapReaders, workingMapExpiry } from '@tablee/domain/modules/actor';
import type { PersonalItem } from '@tablee/domain/protocol';
import type { Row, Tables } from '../ledger/port.ts';
import type { Migration } from '../ledger/sqlite/migration.ts';
import type { FileStore } from './file-store.ts';
import type { Owner } from './owner.ts';
import { PersonalFiles } from './personal-files.ts';
import { instant, type Runtime } from './runtime.ts';

/** The tables of the personal store: readable by their owner, a working map also by whom its owner names; in no ledger. */
export const PERSONAL_MIGRATIONS: readonly Migration[] = [
  {
    area: 'personal',
    version: 1,
    sql: `create table personal (
      account text not null, space text not null, id text not null, kind text not null, value text not null,
      expires text not null, changed_at text not null, primary key (account, space, id)) without rowid;
      create index personal_expires on personal (expires);`,
  },
  {
    area: 'personal',
    version: 2,
    sql: `alter table personal add column person text not null default '';
      create index personal_in_space on personal (space, id);`,
  },
  {
    area: 'personal',
    version: 3,
    sql: `create table personal_file (
      account text not null, space text not null, item text not null, hash text not null, id text not null,
      type text not null, size integer not null, at text not null,
      primary key (account, space, item, hash)) without rowid;`,
  },
];

/** A working map that its owner opened to somebody. */
export interface SharedMap {
  readonly owner: Owner;
  /** True when that somebody may write in it. */
  readonly writes: boolean;
}

const DAY = 86_400_000;
/** The longest that anything stays, in days. */
const LONGEST = 366;
/** The most items that one person keeps in one space. */
export const MOST_ITEMS = 5_000;

const text = (row: Row, column: string): string => String(row[column] ?? '');

const kindOf = (value: string): PersonalItem['kind'] => {
  if (value === 'conversation' || value === 'working-map') return value;
  return 'draft';
};

const itemOf = (row: Row): PersonalItem => ({
  id: text(row, 'id'),
  kind: kindOf(text(row, 'kind')),
  // The value is what put() was given.
  value: JSON.parse(text(row, 'value')) as Json,
  expires: text(row, 'expires'),
  changedAt: text(row, 'changed_at'),
});

/** What a person keeps for themselves: synced between their own devices, gone without trace when deleted. */
export class Personal {
  readonly #tables: Tables;
  readonly #runtime: Runtime;
  /** Photos and sounds of the notes. */
  readonly files: PersonalFiles;

  /** Keeps its items in `tables`, which were opened with `PERSONAL_MIGRATIONS`, and what belongs to them in `files`. */
  constructor(tables: Tables, files: FileStore, runtime: Runtime) {
    this.#tables = tables;
    this.#runtime = runtime;
    this.files = new PersonalFiles(tables, files, runtime);
  }

  /** The owner's items of a space, by id. */
  async of({ account, space }: Owner): Promise<readonly PersonalItem[]> {
    const sql = 'select * from personal where account = ? and space = ? and expires >= ? order by id';
    return (await this.#tables.all(sql, account, space, this.#today())).map(itemOf);
  }

  /** The working maps of a space whose owners named this person, as their heads say now; their own is not among them. */
  async sharedWith(person: string, space: string): Promise<readonly SharedMap[]> {
    // The head of a map is the item whose id is the space's.
    const sql = `select * from personal where space = ? and id = ? and kind = 'working-map' and expires >= ?`;
    const heads = await this.#tables.all(sql, space, space, this.#today());
    return heads.flatMap((row): readonly SharedMap[] => {
      const owner = { account: text(row, 'account'), space, person: text(row, 'person') };
      const named = readMapReaders(itemOf(row).value)?.find((reader) => reader.person === person);
      return named === undefined || owner.person === person ? [] : [{ owner, writes: named.writes }];
    });
  }

  /** The items of a working map, with the addresses by which those whom its owner named know them. */
  async mapOf({ owner, writes }: SharedMap): Promise<readonly PersonalItem[]> {
    return (await this.of(owner))
      .filter(({ kind }) => kind === 'working-map')
      .map((item) => ({ ...item, id: `${owner.person}/${item.id}`, owner: owner.person, writes }));
  }

  /**
   * Keeps an item; of two versions the later `changedAt` wins. Answers what is kept now, or `undefined` when the
   * owner has as many items as may be. An expiry date beyond a year is brought within it; a working map is kept as a
   * whole for six months from now, whatever date the item brings.
   */
  async put(owner: Owner, item: PersonalItem): Promise<PersonalItem | undefined> {
    const { account, space, person } = owner;
    const counted = await this.#tables.get(
      'select count(*) as n from personal where account = ? and space = ? and id <> ?',
      account,
      space,
      item.id,
    );
    if (Number(counted?.['n'] ?? 0) >= MOST_ITEMS) return undefined;
    const before = await this.#item(owner, item.id);
    await this.#tables.run(
      `insert into personal (account, space, id, kind, value, expires, changed_at, person)
       values (?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (account, space, id) do update set kind = excluded.kind, value = excluded.value,
       expires = excluded.expires, changed_at = excluded.changed_at, person = excluded.person
       where excluded.changed_at >= personal.changed_at`,
      account,
      space,
      item.id,
      item.kind,
      JSON.stringify(item.value),
      this.#expiry(item),
      item.changedAt,
      person,
    );
    if (item.kind === 'working-map') await this.#keepMap(account, space);
    const kept = await this.#item(owner, item.id);
    if (before !== undefined && kept !== undefined)
      await this.files.changed({ ...owner, item: item.id }, before.value, kept.value);
    return kept;
  }

  /** Removes an item so that no byte of it stays in the store. True when there was one. */
  async remove({ account, space }: Owner, id: string): Promise<boolean> {
    const sql = 'delete from personal where account = ? and space = ? and id = ?';
    await this.files.gone(account, { space, item: id });
    const removed = await this.#tables.run(sql, account, space, id);
    if (removed > 0) await this.#tables.scrub();
    return removed > 0;
  }

  /** Removes what an account kept anywhere: the account goes. */
  async removeAll(account: string): Promise<void> {
    await this.files.gone(account);
    if ((await this.#tables.run('delete from personal where account = ?', account)) > 0)
      await this.#tables.scrub();
  }

  /** Removes what has expired; answers how many items went. */
  async expire(): Promise<number> {
    const over = await this.#tables.all('select * from personal where expires < ?', this.#today());
    for (const row of over)
      await this.files.gone(text(row, 'account'), { space: text(row, 'space'), item: text(row, 'id') });
    await this.files.sweep();
    const removed = await this.#tables.run('delete from personal where expires < ?', this.#today());
    if (removed > 0) await this.#tables.scrub();
    return removed;
  }

  async #item({ account, space }: Owner, id: string): Promise<PersonalItem | undefined> {
    const sql = 'select * from personal where account = ? and space = ? and id = ?';
    const row = await this.#tables.get(sql, account, space, id);
    return row && itemOf(row);
  }

  /** One use keeps the whole map: it ends at one day, not leaf by leaf. */
  async #keepMap(account: string, space: string): Promise<void> {
    const sql = `update personal set expires = ? where account = ? and space = ? and kind = 'working-map'`;
    await this.#tables.run(sql, workingMapExpiry(this.#today()), account, space);
  }

  #expiry({ kind, expires }: PersonalItem): string {
    if (kind === 'working-map') return workingMapExpiry(this.#today());
    const latest = instant(this.#runtime.now() + LONGEST * DAY).slice(0, 10);
    return expires < latest ? expires : latest;
  }

  #today(): string {
    return instant(this.#runtime.now()).slice(0, 10);
  }
}
