import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { truncateLog } from './open.ts';
import type { PackedAppend, PackedModel, Task } from './packed.ts';

/** Raised inside a transaction when the head is another one: the append is answered, not retried. */
export class Stale extends Error {}

const columns = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
/** Columns that hold the bytes of a hash or a salt, given as hex. */
const bytes = (count: number): string => Array.from({ length: count }, () => 'unhex(?)').join(', ');

const prepareAll = (db: DatabaseSync) => ({
  newHead: db.prepare(
    'insert into head (space, seq, hash, at, format, model) values (?, 0, unhex(?), ?, ?, ?) on conflict do nothing',
  ),
  headSeq: db.prepare('select seq from head where space = ?'),
  moveHead: db.prepare(
    "update head set seq = ?, hash = unhex(?), at = iif(? = '', at, ?), format = ?, model = ? where space = ?",
  ),
  markModel: db.prepare('update head set model = ? where space = ?'),
  event: db.prepare(`insert into event values (${columns(11)}, ${bytes(2)})`),
  strike: db.prepare('update event set payload = ? where space = ? and seq = ?'),
  forgetKept: db.prepare('delete from kept where space = ?'),
  log: db.prepare(`insert into command values (${columns(2)}, ${bytes(3)}, ${columns(5)})`),
  dropJobs: db.prepare('delete from job where space = ? and entity = ?'),
  job: db.prepare(
    'insert or replace into job (space, entity, command, at, payload, stamp) values (?, ?, ?, ?, ?, ?)',
  ),
  dropJob: db.prepare(
    'delete from job where space = ? and entity = ? and command = ? and at = ? and stamp = ?',
  ),
  dropMember: db.prepare('delete from membership where space = ? and person = ?'),
  member: db.prepare('insert or replace into membership (space, person, roles) values (?, ?, ?)'),
  line: db.prepare('insert or replace into line (space, line) values (?, ?)'),
  found: db.prepare('select id from search_entry where space = ? and entity = ?'),
  dropEntry: db.prepare('delete from search_entry where id = ?'),
  dropText: db.prepare('delete from search_text where rowid = ?'),
  entry: db.prepare('insert into search_entry (space, entity, circle, type) values (?, ?, ?, ?)'),
  moveEntry: db.prepare('update search_entry set circle = ?, type = ? where id = ?'),
  textRow: db.prepare('insert into search_text (rowid, space, body) values (?, ?, ?)'),
  keep: db.prepare('insert or replace into kept (space, seq, maker, state) values (?, ?, ?, ?)'),
  file: db.prepare(
    'insert or ignore into file (space, hash, circle, type, size, at) values (?, unhex(?), ?, ?, ?, ?)',
  ),
  dropFile: db.prepare('delete from file where space = ? and hash = unhex(?)'),
  forget: db.prepare('delete from command where at < ?'),
});

/** The one writer of the ledger's file: runs tasks, many in one transaction. */
export class Writer {
  readonly #db: DatabaseSync;
  readonly #sql: { readonly [K in keyof ReturnType<typeof prepareAll>]: StatementSync };

  /** Writes to a database that is open and migrated. */
  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#sql = prepareAll(db);
  }

  /**
   * Runs the tasks in one transaction and answers how many rows each changed, or the error that it met. A task
   * that finds its head stale writes nothing and does not disturb the others; when the store itself fails, the
   * tasks are tried again one by one, so that one bad task does not fail its neighbours.
   */
  run(tasks: readonly Task[]): readonly (number | Error)[] {
    const together = this.#together(tasks);
    if (!(together instanceof Error)) return together;
    if (tasks.length === 1) return [together];
    return tasks.map((task) => {
      const alone = this.#together([task]);
      return alone instanceof Error ? alone : (alone[0] ?? 0);
    });
  }

  #together(tasks: readonly Task[]): readonly (number | Error)[] | Error {
    try {
      this.#db.exec('begin immediate');
      const answers = tasks.map((task) => this.#guarded(task));
      this.#db.exec('commit');
      if (tasks.some((task) => task.kind === 'append' && task.append.struck.length > 0))
        truncateLog(this.#db);
      return answers;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('rollback');
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  #guarded(task: Task): number | Error {
    try {
      return this.#one(task);
    } catch (error) {
      if (error instanceof Stale) return error;
      throw error;
    }
  }

  #one(task: Task): number {
    switch (task.kind) {
      case 'append':
        return this.#append(task.append);
      case 'keep':
        return Number(
          this.#sql.keep.run(task.space, task.state.seq, task.state.maker, task.state.text).changes,
        );
      case 'done': {
        const { space, entity, command, at, stamp } = task.job;
        return Number(this.#sql.dropJob.run(space, entity, command, at, stamp).changes);
      }
      case 'file': {
        const { space, hash, circle, type, size, at } = task.file;
        return Number(this.#sql.file.run(space, hash, circle, type, size, at).changes);
      }
      case 'forget':
        return Number(this.#sql.forget.run(task.at).changes);
    }
  }

  #append(append: PackedAppend): number {
    const { space, head } = append;
    const held = this.#sql.headSeq.get(space);
    if (Number(held?.['seq'] ?? 0) !== append.expected) throw new Stale();
    if (held === undefined && head !== undefined)
      this.#sql.newHead.run(space, head[1], head[2], append.format, append.model);
    for (const row of append.events) this.#sql.event.run(...row);
    for (const [payload, seq] of append.struck) this.#sql.strike.run(payload, space, seq);
    if (append.struck.length > 0) this.#sql.forgetKept.run(space);
    for (const hash of append.unnamed) this.#sql.dropFile.run(space, hash);
    for (const row of append.log) this.#sql.log.run(...row);
    for (const model of append.models) this.#model(space, model);
    if (append.line !== undefined) this.#sql.line.run(space, append.line);
    if (head !== undefined)
      this.#sql.moveHead.run(head[0], head[1], head[2], head[2], append.format, append.model, space);
    else this.#sql.markModel.run(append.model, space);
    return append.events.length;
  }

  #model(space: string, model: PackedModel): void {
    this.#sql.dropJobs.run(space, model.entity);
    for (const [command, at, payload, stamp] of model.jobs)
      this.#sql.job.run(space, model.entity, command, at, payload, stamp);
    if (model.member === null) this.#sql.dropMember.run(space, model.entity);
    else if (model.member !== undefined) this.#sql.member.run(space, model.entity, model.member);
    this.#search(space, model);
  }

  #search(space: string, model: PackedModel): void {
    const found = this.#sql.found.get(space, model.entity);
    const held = found === undefined ? undefined : Number(found['id']);
    if (held !== undefined) this.#sql.dropText.run(held);
    if (model.search === null) {
      if (held !== undefined) this.#sql.dropEntry.run(held);
      return;
    }
    const [circle, type, text] = model.search;
    if (held !== undefined) this.#sql.moveEntry.run(circle, type, held);
    const id = held ?? this.#sql.entry.run(space, model.entity, circle, type).lastInsertRowid;
    this.#sql.textRow.run(id, space, text);
  }
}
