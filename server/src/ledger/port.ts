import type { Json, JsonObject, Role, StoredEvent } from '@tablee/domain/kernel';

/** Where a space stands. Hashes are 64 hex digits. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
  /** The time of the last event: the next one is never earlier. */
  readonly at: string;
  /** The event format of the newest event; an older node does not decide. */
  readonly format: number;
  /** The version of the read models written for this space. */
  readonly model: number;
}

/** An event whose content is not here: only its digest (an imported space). */
export interface WithheldEvent {
  readonly space: string;
  readonly seq: number;
  readonly digest: string;
  readonly hash: string;
}

/** A row of the ledger. */
export type LedgerEvent = StoredEvent | WithheldEvent;

/** True for an event that is here with its content. */
export const isWhole = (event: LedgerEvent): event is StoredEvent => !('digest' in event);

/** What became of a command, kept so that a retry gets the same answer. Hex digits throughout. */
export interface LoggedCommand {
  readonly id: string;
  /** 32 hex digits: without it, a fingerprint of few possible answers could be guessed. */
  readonly salt: string;
  readonly author: string;
  readonly fingerprint: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly answer: LoggedAnswer;
}

/** Its range of seqs (`to < from` when it was accepted and changed nothing), or the refusal. */
export type LoggedAnswer =
  | { readonly from: number; readonly to: number }
  | { readonly code: string; readonly detail?: Json };

/** A command that time will bring. */
export interface Job {
  readonly space: string;
  readonly entity: string;
  readonly command: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly payload: JsonObject;
  /** The seq of the last event of the entity when the job was written: makes the command's id. */
  readonly stamp: number;
}

/** What one append changes in the read models for one entity. */
export interface EntityModel {
  readonly entity: string;
  /** Its searchable text in the circle where it lives; `null` when it is gone or has none. */
  readonly search: { readonly circle: string; readonly type: string; readonly text: string } | null;
  /** All commands that time will bring for it. */
  readonly jobs: readonly Omit<Job, 'space' | 'entity'>[];
  /** For the entity of a member: the roles, `null` when not (or no longer) a member; absent for other entities. */
  readonly member?: readonly Role[] | null;
}

/** What lists of spaces show, without folding the space. */
export interface LineModel {
  readonly title: string;
  readonly language: string;
  readonly phase: number;
  readonly cycle: number;
  readonly ended: boolean;
  readonly sample: boolean;
}

/** One append: everything in it is durable together, or nothing of it is. */
export interface Append {
  readonly space: string;
  /** The seq of the head on which it was decided; 0 for a new space. */
  readonly expected: number;
  readonly events: readonly LedgerEvent[];
  /** Events that an erasure of this append strikes, in their new form. Their hashes do not change. */
  readonly struck: readonly StoredEvent[];
  /** Contents that nothing in the space names any more once this is durable: their entries go with it. */
  readonly unnamed?: readonly string[];
  readonly log: readonly LoggedCommand[];
  readonly models: readonly EntityModel[];
  readonly line?: LineModel;
  /** The version of the read models that `models` follows. */
  readonly model: number;
  readonly format: number;
}

/** What an append answers: durable, or decided on a head that is no longer the current one. */
export type Appended = { readonly ok: true } | { readonly ok: false; readonly code: 'StaleHead' };

/** A folded state as it was kept, so that opening a space does not read all of it. Disposable. */
export interface KeptState {
  readonly seq: number;
  /** What made it: formats and versions of declarations; another one means fold again. */
  readonly maker: string;
  readonly text: string;
}

/** What a search found. */
export interface Found {
  readonly entity: string;
  readonly type: string;
  readonly circle: string;
}

/** Which part of a space's events, in order of seq. */
export interface Range {
  /** Events after this seq. */
  readonly after: number;
  /** At most this many. */
  readonly limit: number;
}

/** A page of history, newest first. */
export interface Page {
  /** Events before this seq. */
  readonly before: number;
  readonly limit: number;
  /** Only those of one entity. */
  readonly entity?: string;
}

/** A file of a space: content by hash, readable in one circle. */
export interface FileRow {
  readonly space: string;
  /** SHA-256 of the content, 64 hex digits. */
  readonly hash: string;
  readonly circle: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly at: string;
}

/**
 * The ledger: every verb names its space, none crosses spaces but the scheduler's, the list of spaces and that
 * of contents.
 * Promises reject only for faults of the store (`LedgerFault`).
 */
export interface Ledger {
  /** Durable when it resolves with `ok`; compares the head first and writes nothing when it differs. */
  append(append: Append): Promise<Appended>;
  head(space: string): Promise<Head | undefined>;
  read(space: string, range: Range): Promise<readonly LedgerEvent[]>;
  history(space: string, page: Page): Promise<readonly LedgerEvent[]>;
  /** What became of these commands; those unknown are absent. */
  answers(space: string, ids: readonly string[]): Promise<ReadonlyMap<string, LoggedCommand>>;
  kept(space: string): Promise<KeptState | undefined>;
  /** Keeps a folded state; written after every append that was sent before it. */
  keep(space: string, state: KeptState): Promise<void>;
  /** The jobs due at `at`, earliest first. */
  due(at: string, limit: number): Promise<readonly Job[]>;
  /** A job that was issued, whatever became of it. */
  done(job: Job): Promise<void>;
  /** All spaces with their heads. */
  spaces(): Promise<readonly (Head & { readonly space: string })[]>;
  line(space: string): Promise<LineModel | undefined>;
  /** The roles of a person in a space; `undefined` when not a member. */
  roles(space: string, person: string): Promise<readonly Role[] | undefined>;
  /** Entities of these circles whose text has all the words (each may be the beginning of one). */
  search(
    space: string,
    circles: readonly string[],
    words: readonly string[],
    limit: number,
  ): Promise<readonly Found[]>;
  addFile(file: FileRow): Promise<void>;
  /** The entries of a file, one per circle in which it may be read. */
  fileRows(space: string, hash: string): Promise<readonly FileRow[]>;
  filesOf(space: string): Promise<readonly FileRow[]>;
  /** The seqs of the events of a space whose content holds this hash. */
  naming(space: string, hash: string): Promise<readonly number[]>;
  /** Every content that has an entry in some space. */
  contents(): Promise<ReadonlySet<string>>;
  /** Removes rows of the command log written before `at`. */
  forgetCommands(at: string): Promise<number>;
  /** Writes a consistent copy while the store is in use. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A fault of the store: nothing was acknowledged; the same call may succeed later. */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault';
  readonly retryable = true;
}

/** One statement with its parameters, in order. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Cell[];
}

/** What a column holds. */
export type Cell = string | number | null | Uint8Array;

/** One row by column. */
export type Row = { readonly [column: string]: Cell };

/** Tables beside the ledger (vault, accounts, personal store, files): small, few writes, no chain. */
export interface Tables {
  all(sql: string, ...values: Cell[]): Promise<readonly Row[]>;
  get(sql: string, ...values: Cell[]): Promise<Row | undefined>;
  /** Runs one statement and answers how many rows it changed. Durable when it resolves. */
  run(sql: string, ...values: Cell[]): Promise<number>;
  /** Runs the statements in one transaction: all or none. */
  batch(statements: readonly Statement[]): Promise<void>;
  /** Makes what was deleted unreadable in the files too. */
  scrub(): Promise<void>;
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}
