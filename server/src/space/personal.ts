import type { Json } from '@tablee/domain/kernel';
import type { PersonalItem } from '@tablee/domain/protocol';
import type { Row, Tables } from '../ledger/port.ts';
import type { Migration } from '../ledger/sqlite/migration.ts';
import { instant, type Runtime } from './runtime.ts';

/** The tables of the personal store: readable by their owner alone, in no ledger. */
export const PERSONAL_MIGRATIONS: readonly Migration[] = [
  {
    area: 'personal',
    version: 1,
    sql: `create table personal (
      account text not null, space text not null, id text not null, kind text not null, value text not null,
      expires text not null, changed_at text not null, primary key (account, space, id)) without rowid;
      create index personal_expires on personal (expires);`,
  },
];

/** Whose items, and in which space they were noted. */
export interface Owner {
  readonly account: string;
  readonly space: string;
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

  /** Keeps its items in `tables`, which were opened with `PERSONAL_MIGRATIONS`. */
  constructor(tables: Tables, runtime: Runtime) {
    this.#tables = tables;
    this.#runtime = runtime;
  }

  /** The owner's items of a space, by id. */
  async of({ account, space }: Owner): Promise<readonly PersonalItem[]> {
    const sql = 'select * from personal where account = ? and space = ? and expires >= ? order by id';
    return (await this.#tables.all(sql, account, space, this.#today())).map(itemOf);
  }

  /**
   * Keeps an item; of two versions the later `changedAt` wins. Answers what is kept now, or `undefined` when the
   * owner has as many items as may be. An expiry date beyond a year is brought within it.
   */
  async put({ account, space }: Owner, item: PersonalItem): Promise<PersonalItem | undefined> {
    const counted = await this.#tables.get(
      'select count(*) as n from personal where account = ? and space = ? and id <> ?',
      account,
      space,
      item.id,
    );
    if (Number(counted?.['n'] ?? 0) >= MOST_ITEMS) return undefined;
    const latest = instant(this.#runtime.now() + LONGEST * DAY).slice(0, 10);
    const expires = item.expires < latest ? item.expires : latest;
    await this.#tables.run(
      `insert into personal (account, space, id, kind, value, expires, changed_at) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (account, space, id) do update set kind = excluded.kind, value = excluded.value,
       expires = excluded.expires, changed_at = excluded.changed_at where excluded.changed_at >= personal.changed_at`,
      account,
      space,
      item.id,
      item.kind,
      JSON.stringify(item.value),
      expires,
      item.changedAt,
    );
    const kept = await this.#tables.get(
      'select * from personal where account = ? and space = ? and id = ?',
      account,
      space,
      item.id,
    );
    return kept && itemOf(kept);
  }

  /** Removes an item so that no byte of it stays in the store. True when there was one. */
  async remove({ account, space }: Owner, id: string): Promise<boolean> {
    const sql = 'delete from personal where account = ? and space = ? and id = ?';
    const removed = await this.#tables.run(sql, account, space, id);
    if (removed > 0) await this.#tables.scrub();
    return removed > 0;
  }

  /** Removes what an account kept anywhere: the account goes. */
  async removeAll(account: string): Promise<void> {
    if ((await this.#tables.run('delete from personal where account = ?', account)) > 0)
      await this.#tables.scrub();
  }

  /** Removes what has expired; answers how many items went. */
  async expire(): Promise<number> {
    const removed = await this.#tables.run('delete from personal where expires < ?', this.#today());
    if (removed > 0) await this.#tables.scrub();
    return removed;
  }

  #today(): string {
    return instant(this.#runtime.now()).slice(0, 10);
  }
}
