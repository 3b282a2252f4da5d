import type { Json, StoredEvent } from '@tablee/domain/kernel';
import type { Append, Cell, FileRow, Job, KeptState, LedgerEvent, LoggedCommand, Row } from '../port.ts';
import { isWhole } from '../port.ts';

/**
 * An append as it travels to the writer: rows of cells, cheap to hand over. Hashes and salts travel as hex: a small
 * buffer would take the whole page along from which it was cut.
 */
export interface PackedAppend {
  readonly space: string;
  readonly expected: number;
  /** Head afterwards: seq, hash, time; absent when there are no events. */
  readonly head: readonly [seq: number, hash: string, at: string] | undefined;
  readonly format: number;
  readonly model: number;
  readonly events: readonly (readonly Cell[])[];
  readonly struck: readonly (readonly [payload: string, seq: number])[];
  readonly unnamed: readonly string[];
  readonly log: readonly (readonly Cell[])[];
  readonly models: readonly PackedModel[];
  readonly line: string | undefined;
}

/** One entity's part in the read models. */
export interface PackedModel {
  readonly entity: string;
  readonly search: readonly [circle: string, type: string, text: string] | null;
  readonly jobs: readonly (readonly [command: string, at: string, payload: string, stamp: number])[];
  /** Roles as JSON; `null` removes the member, absent leaves it. */
  readonly member?: string | null;
}

/** What the writer is asked to do. */
export type Task =
  | { readonly kind: 'append'; readonly append: PackedAppend }
  | { readonly kind: 'keep'; readonly space: string; readonly state: KeptState }
  | { readonly kind: 'done'; readonly job: Job }
  | { readonly kind: 'file'; readonly file: FileRow }
  | { readonly kind: 'forget'; readonly at: string };

/** Tasks that share one commit, or the end, after what was sent before it. */
export type ToWriter = { readonly tasks: readonly Task[] } | { readonly stop: true };

/** What became of one task: done (with a count where it matters), stale, or failed with the store's words. */
export type TaskAnswer =
  | { readonly ok: true; readonly count: number }
  | { readonly ok: false; readonly stale: boolean; readonly error: string };

/** What the writer says: that it is ready, why it is not, one answer per task of a group, that it stopped. */
export type FromWriter =
  | { readonly ready: true }
  | { readonly failed: string; readonly name: string }
  | { readonly answers: readonly TaskAnswer[] }
  | { readonly stopped: true };

const hexOf = (cell: Cell | undefined): string =>
  cell instanceof Uint8Array ? Buffer.from(cell).toString('hex') : '';

const payloadOf = (event: StoredEvent): string =>
  JSON.stringify({ facts: event.facts, parts: event.parts, salts: event.salts, erased: event.erased });

const packEvent = (event: LedgerEvent): readonly Cell[] =>
  isWhole(event)
    ? [
        event.space,
        event.seq,
        event.type,
        event.version,
        event.entity,
        event.circle,
        event.actor,
        event.at,
        event.saidAt,
        event.commandId,
        payloadOf(event),
        event.payloadHash,
        event.hash,
      ]
    : [event.space, event.seq, '', 0, '', '', '', '', '', '', null, event.digest, event.hash];

const packLog = (space: string, row: LoggedCommand): readonly Cell[] => {
  const range = 'from' in row.answer ? row.answer : undefined;
  const refusal = 'code' in row.answer ? row.answer : undefined;
  return [
    space,
    row.id,
    row.salt,
    row.author,
    row.fingerprint,
    row.at,
    range?.from ?? null,
    range?.to ?? null,
    refusal?.code ?? null,
    refusal?.detail === undefined ? null : JSON.stringify(refusal.detail),
  ];
};

/** Hands an append over as rows. `at` of a head that only has withheld events is the time of the last whole one. */
export const packAppend = (append: Append): PackedAppend => {
  const last = append.events.at(-1);
  const lastWhole = append.events.findLast(isWhole);
  return {
    space: append.space,
    expected: append.expected,
    head: last && [last.seq, last.hash, lastWhole?.at ?? ''],
    format: append.format,
    model: append.model,
    events: append.events.map(packEvent),
    struck: append.struck.map((event) => [payloadOf(event), event.seq]),
    unnamed: append.unnamed ?? [],
    log: append.log.map((row) => packLog(append.space, row)),
    models: append.models.map((model) => ({
      entity: model.entity,
      search: model.search && [model.search.circle, model.search.type, model.search.text],
      jobs: model.jobs.map((job) => [job.command, job.at, JSON.stringify(job.payload), job.stamp]),
      ...(model.member === undefined ? {} : { member: model.member && JSON.stringify(model.member) }),
    })),
    line: append.line && JSON.stringify(append.line),
  };
};

const text = (cell: Cell | undefined): string => String(cell ?? '');

/** A row of the table `event` as it was appended. */
export const unpackEvent = (row: Row): LedgerEvent => {
  const place = { space: text(row['space']), seq: Number(row['seq']), hash: hexOf(row['hash']) };
  const payload = row['payload'];
  if (typeof payload !== 'string') return { ...place, digest: hexOf(row['payload_hash']) };
  // The payload is what packEvent wrote: nobody else writes this column.
  const content = JSON.parse(payload) as Pick<StoredEvent, 'facts' | 'parts' | 'salts' | 'erased'>;
  return {
    ...place,
    type: text(row['type']),
    version: Number(row['version']),
    entity: text(row['entity']),
    circle: text(row['circle']),
    actor: text(row['actor']),
    at: text(row['at']),
    saidAt: text(row['said_at']),
    commandId: text(row['command']),
    facts: content.facts,
    parts: content.parts,
    salts: content.salts,
    erased: content.erased,
    payloadHash: hexOf(row['payload_hash']),
  };
};

/** A row of the table `command` as it was appended. */
export const unpackLog = (row: Row): LoggedCommand => {
  const { code, detail, first, last } = row;
  // Detail is what packLog wrote.
  const parsed = typeof detail === 'string' ? { detail: JSON.parse(detail) as Json } : {};
  return {
    id: text(row['id']),
    salt: hexOf(row['salt']),
    author: hexOf(row['author']),
    fingerprint: hexOf(row['fingerprint']),
    at: text(row['at']),
    answer: typeof code === 'string' ? { code, ...parsed } : { from: Number(first), to: Number(last) },
  };
};

/** The hex form of a hash column. */
export const hex = hexOf;
