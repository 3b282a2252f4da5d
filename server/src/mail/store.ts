import { isObject, type JsonObject } from '@tablee/domain/kernel';
import type { Row, Tables } from '../ledger/port.ts';

/** An attachment, as it is listed. */
export interface FileLine {
  readonly name: string;
  /** Absent where its content is of no kind that is taken in. */
  readonly type?: string;
  readonly size: number;
}

/** How far a mail came: taken in, known to the ledger, and everything done that had to be said to somebody. */
export type Stage = 'in' | 'known' | 'done';

/** A mail as the server keeps it, beside the ledger. */
export interface KeptMail {
  /** Also its entity id in the ledger. */
  readonly id: string;
  readonly space: string;
  /** The same for the same mail, by whatever way and however often it comes. */
  readonly key: string;
  readonly sender: string;
  readonly name: string;
  readonly subject: string;
  /** What its sender wrote, without quotation and signature. */
  readonly words: string;
  /** All of it. */
  readonly text: string;
  readonly files: readonly FileLine[];
  /** The payload of `mail.receive`. */
  readonly facts: JsonObject;
  readonly circle: string;
  /** False where it was too large to be kept whole. */
  readonly whole: boolean;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly stage: Stage;
}

const text = (row: Row, column: string): string => String(row[column] ?? '');

const fileLines = (value: unknown): readonly FileLine[] =>
  Array.isArray(value)
    ? value.filter(isObject).map(({ name, type, size }) => ({
        name: String(name),
        size: Number(size),
        ...(typeof type === 'string' ? { type } : {}),
      }))
    : [];

const stageOf = (stage: string): Stage => (stage === 'known' || stage === 'done' ? stage : 'in');

const toMail = (row: Row): KeptMail => ({
  id: text(row, 'id'),
  space: text(row, 'space'),
  key: text(row, 'key'),
  sender: text(row, 'sender'),
  name: text(row, 'name'),
  subject: text(row, 'subject'),
  words: text(row, 'words'),
  text: text(row, 'text'),
  files: fileLines(JSON.parse(text(row, 'files'))),
  // What add() wrote.
  facts: JSON.parse(text(row, 'facts')),
  circle: text(row, 'circle'),
  whole: row['whole'] === 1,
  at: text(row, 'at'),
  stage: stageOf(text(row, 'stage')),
});

/** Incoming mail in SQLite, in a file of its own. */
export class MailStore {
  readonly #tables: Tables;

  /** Keeps mail in `tables`, which were opened with `MAIL_MIGRATIONS`. */
  constructor(tables: Tables) {
    this.#tables = tables;
  }

  /** Keeps a mail with its bytes, durable when it resolves; false when it is there already. */
  async add(mail: KeptMail, raw: Uint8Array): Promise<boolean> {
    if ((await this.#tables.get('select 1 from mail where key = ?', mail.key)) !== undefined) return false;
    const { id, space, key, sender, name, subject, words, files, facts, circle, whole, at, stage } = mail;
    await this.#tables.batch([
      {
        sql: `insert into mail (id, space, key, sender, name, subject, words, text, files, facts, circle, whole, at, stage)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        values: [
          ...[id, space, key, sender, name, subject, words, mail.text],
          ...[JSON.stringify(files), JSON.stringify(facts), circle, whole ? 1 : 0, at, stage],
        ],
      },
      { sql: 'insert into raw (id, bytes) values (?, ?)', values: [id, raw] },
    ]);
    return true;
  }

  /** The mails of a space, the latest first. */
  async of(space: string): Promise<readonly KeptMail[]> {
    return (await this.#tables.all('select * from mail where space = ? order by at desc', space)).map(toMail);
  }

  /** One mail of a space. */
  async byId(space: string, id: string): Promise<KeptMail | undefined> {
    const row = await this.#tables.get('select * from mail where space = ? and id = ?', space, id);
    return row && toMail(row);
  }

  /** The bytes as they came; `undefined` once they are past their time. */
  async raw(id: string): Promise<Uint8Array | undefined> {
    const bytes = (await this.#tables.get('select bytes from raw where id = ?', id))?.['bytes'];
    return bytes instanceof Uint8Array ? bytes : undefined;
  }

  /** Those that a stop interrupted, the oldest first. */
  async unfinished(): Promise<readonly KeptMail[]> {
    return (await this.#tables.all(`select * from mail where stage <> 'done' order by at`)).map(toMail);
  }

  /** How far a mail came. */
  async reached(id: string, stage: Stage): Promise<void> {
    await this.#tables.run('update mail set stage = ? where id = ?', stage, id);
  }

  /** Every mail with its space and day, for what is past its time. */
  async all(): Promise<readonly Pick<KeptMail, 'id' | 'space' | 'at'>[]> {
    return (await this.#tables.all('select id, space, at from mail')).map((row) => ({
      id: text(row, 'id'),
      space: text(row, 'space'),
      at: text(row, 'at'),
    }));
  }

  /** Deletes mails so that no byte of them stays; what the ledger knows of them stays. */
  async forget(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#tables.batch(
      ids.flatMap((id) => [
        { sql: 'delete from raw where id = ?', values: [id] },
        { sql: 'delete from mail where id = ?', values: [id] },
      ]),
    );
    await this.#tables.scrub();
  }

  /** Closes the file. */
  close(): Promise<void> {
    return this.#tables.close();
  }
}
