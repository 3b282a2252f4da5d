import { join } from 'node:path';
import { entryOf } from '@tablee/domain/modules/listening';
import { pulseState } from '@tablee/domain/modules/pulse';
import { openTables } from '../ledger/sqlite/tables.ts';
import { codeFrom, hashOf, keyedHash, newId, newToken } from '../people/secret.ts';
import { instant } from '../space/runtime.ts';
import type { ListeningDeps } from './deps.ts';
import { LISTENING_MIGRATIONS } from './migration.ts';
import { aYearFrom, publishClosed } from './publish.ts';
import { concludePulse } from './pulse.ts';
import type { RoundKey } from './row.ts';
import { type FoundRound, stateOf } from './standing.ts';
import { type Door, ListeningStore } from './store.ts';

/** The most doors made at once: a page of labels for as many households. */
export const MOST_DOORS = 500;

/** A door with its token. */
export interface MadeDoor {
  readonly id: string;
  readonly token: string;
}

/** An event of a round, as far as this part looks. */
interface Told {
  readonly type: string;
  readonly entity: string;
  readonly facts: { readonly [name: string]: unknown };
}

/**
 * Listening rounds beside the ledger: doors, answers, and what happens when the ledger says that a round was
 * moderated or closed.
 */
export class Listening {
  /** What it stands on. */
  readonly deps: ListeningDeps;
  readonly #publishing = new Map<string, Promise<void>>();

  /** Listens to what becomes durable in the ledger. */
  constructor(deps: ListeningDeps) {
    this.deps = deps;
    deps.people.vault.watchSheltered(({ space, id }) => deps.store.revokeFor(space, id));
    deps.spaces.hub.watch((space, events) => {
      for (const event of events) {
        if (event.type.startsWith('round.')) this.#heard(space, event);
        if (event.type === 'pulse.closed') this.#pulseClosed(space, event.entity);
      }
    });
  }

  /** The round of a key; `undefined` when there is none. */
  round(key: RoundKey): Promise<FoundRound | undefined> {
    return stateOf(this.deps.spaces, key);
  }

  /** Makes doors for one person each, or one for a given person; their tokens are readable this once. */
  async open(key: RoundKey, count: number, person?: string): Promise<readonly MadeDoor[]> {
    const made = Array.from({ length: count }, () => ({ id: newId(), token: newToken(128) }));
    await this.#add(key, 'personal', made, person);
    return made;
  }

  /**
   * The door that many share: a short code that the server's key gives, the same each time, so that it can be shown
   * and printed again while nothing but its hash is kept (LSR-14). Made when it is first asked for; once it was
   * stopped, another one is made only `anew`.
   */
  async shared(key: RoundKey, anew = false): Promise<MadeDoor | undefined> {
    const { store, people } = this.deps;
    for (let turn = 0; ; turn += 1) {
      const token = codeFrom(keyedHash(people.key, `door ${key.space} ${key.round} ${turn}`));
      const held = await store.door(hashOf(token));
      if (held !== undefined && !held.revoked) return { id: held.id, token };
      if (held !== undefined) continue;
      if (turn > 0 && !anew) return undefined;
      await this.#add(key, 'public', [{ id: newId(), token }]);
      // Somebody else may have made it at the same moment: theirs counts.
      return { id: (await store.door(hashOf(token)))?.id ?? '', token };
    }
  }

  #add(key: RoundKey, kind: Door['kind'], made: readonly MadeDoor[], person?: string): Promise<void> {
    return this.deps.store.addDoors(
      made.map(({ id, token }) => ({ ...key, id, hash: hashOf(token), kind, person, revoked: false })),
    );
  }

  /** The hash under which somebody's answers are found again, from their code or from their own link. */
  hashFor({ space, round }: RoundKey, secret: string): string {
    return keyedHash(this.deps.people.key, `listener ${space} ${round} ${secret}`);
  }

  /** Publishes a closed round, once at a time and without failing: what could not be done is tried again by `tend`. */
  publish(key: RoundKey): Promise<void> {
    const name = `${key.space} ${key.round}`;
    const running = this.#publishing.get(name);
    if (running !== undefined) return running;
    const run = publishClosed(this.deps, key)
      .catch(() => this.deps.log.error('round-not-published', { code: 'StoreFault' }))
      .finally(() => this.#publishing.delete(name));
    this.#publishing.set(name, run);
    return run;
  }

  /** Does what a stop interrupted and deletes voice notes past their day; at start and once an hour. */
  async tend(): Promise<void> {
    const { store, runtime } = this.deps;
    await store.spoken.expire(instant(runtime.now()).slice(0, 10));
    for (const key of await store.held()) {
      const found = await this.round(key);
      if (found === undefined) continue;
      const { persons } = await this.deps.people.store.cards.sheltered(key.space);
      for (const person of persons) await store.revokeFor(key.space, person);
      if (found.state.state === 'closed') await this.publish(key);
      for (const { id } of await store.spoken.proposals(key))
        if (entryOf(found.state.moderated, id) !== undefined) await store.spoken.settle(key, 'proposal', id);
    }
    for (const key of await store.slips.held()) await concludePulse(this.deps, key);
  }

  /** Waits for what runs, then closes the file. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#publishing.values());
    await this.deps.store.close();
  }

  #pulseClosed(space: string, entity: string): void {
    const run = this.#conclude(space, entity).catch(() =>
      this.deps.log.error('pulse-not-counted', { code: 'StoreFault' }),
    );
    this.#publishing.set(`${space} ${entity}`, run);
    void run.finally(() => this.#publishing.delete(`${space} ${entity}`));
  }

  async #conclude(space: string, entity: string): Promise<void> {
    const state = (await this.deps.spaces.open(space))?.state.entities.get(entity);
    const meeting = state?.kind === 'process' ? pulseState.read(state.state).meeting : undefined;
    if (meeting !== undefined) await concludePulse(this.deps, { space, meeting });
  }

  #heard(space: string, { type, entity, facts }: Told): void {
    const key = { space, round: entity };
    const { spoken } = this.deps.store;
    const work = async (): Promise<void> => {
      if (type === 'round.closed') await this.publish(key);
      if (type === 'round.summarised') {
        await spoken.keep(key, String(facts['voice']), aYearFrom(this.deps.runtime.now()));
      }
      if (type === 'round.moderated') {
        await spoken.settle(key, facts['of'] === 'voice' ? 'voice' : 'proposal', String(facts['id']));
      }
    };
    work().catch(() => this.deps.log.warn('round-not-settled', { code: 'StoreFault' }));
  }
}

/** Opens the answers of listening rounds in a data folder (`listening.sqlite`). */
export const openListening = (data: string, deps: Omit<ListeningDeps, 'store'>): Listening => {
  const now = (): string => instant(deps.runtime.now());
  const tables = openTables(join(data, 'listening.sqlite'), LISTENING_MIGRATIONS, now);
  return new Listening({ ...deps, store: new ListeningStore(tables) });
};
