import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type StoredEvent, targetsOf, verbOf } from '@tablee/domain/kernel';

/** Beside the backups: what was erased, so that a restore erases it again. */
export const ERASURES_FILE = 'erasures.ndjson';

/** An erasure in a ledger, or of a person's card: ids only, no content. */
export type Erasure =
  | {
      readonly space: string;
      readonly entity: string;
      readonly targets: readonly string[];
      readonly seq: number;
    }
  | { readonly space: string; readonly person: string };

const isErasure = (value: unknown): value is Erasure =>
  isObject(value) &&
  typeof value['space'] === 'string' &&
  (typeof value['person'] === 'string' ||
    (typeof value['entity'] === 'string' &&
      Array.isArray(value['targets']) &&
      typeof value['seq'] === 'number'));

/** The erasures recorded beside the backups; none when there is no list. */
export const readErasures = (folder: string): readonly Erasure[] => {
  const path = join(folder, ERASURES_FILE);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
    .filter(isErasure);
};

/** Writes erasures down, each once, as they happen. */
export class ErasureList {
  readonly #folder: string;
  readonly #known: Set<string>;

  /** The list in the folder of the backups, which is made when it is missing. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#known = new Set(readErasures(folder).map((erasure) => JSON.stringify(erasure)));
  }

  /** Records the erasures among these events. */
  events(events: readonly StoredEvent[]): void {
    for (const { type, space, entity, facts, seq } of events)
      if (verbOf(type) === 'erased') this.#record({ space, entity, targets: targetsOf(facts), seq });
  }

  /** Records that a person's card was erased. */
  person(space: string, person: string): void {
    this.#record({ space, person });
  }

  #record(erasure: Erasure): void {
    const line = JSON.stringify(erasure);
    if (this.#known.has(line)) return;
    this.#known.add(line);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    appendFileSync(join(this.#folder, ERASURES_FILE), `${line}\n`, { mode: 0o600, flush: true });
  }
}
