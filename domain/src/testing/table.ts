import {
  actorOf,
  type Command,
  decide,
  emptyState,
  evolve,
  type JsonObject,
  type Registry,
  type Role,
  restrict,
  type State,
  systemActor,
  type View,
  viewFor,
} from '../kernel/index.ts';

/** What a command came to: `ok`, or the refusal's code. */
export type Said = string;

/**
 * A space around one table, for tests of rules: people act one after the other on one state, at an hour that the test
 * sets. Commands pass through the kernel's own `decide` and `evolve`.
 */
export class Table {
  readonly nouns: Registry;
  readonly state: State = emptyState();
  /** The hour at which the next command is decided, ISO 8601 UTC. */
  now = '2026-01-10T09:00:00.000Z';
  /** The detail of the last refusal. */
  detail: unknown;
  #count = 0;

  /** An empty space with these nouns. */
  constructor(nouns: Registry) {
    this.nouns = nouns;
  }

  /** Lets somebody in. */
  join(person: string, roles: readonly Role[], organisation?: string): void {
    this.act('system', 'member.join', person, { roles, ...(organisation ? { organisation } : {}) });
  }

  /** One command of a process by a person (or `system`). */
  act(person: string, type: string, entity: string, payload: JsonObject, circle = 'partners'): Said {
    this.#count += 1;
    return this.#run(person, {
      id: `command${this.#count}`,
      space: 'space0000000000000000',
      type,
      entity,
      circle,
      payload,
      base: {},
      saidAt: this.now,
    });
  }

  /** Adds a record. */
  add(person: string, noun: string, entity: string, slots: JsonObject, circle = 'partners'): Said {
    return this.act(person, `${noun}.add`, entity, { slots }, circle);
  }

  /** Writes slots of a record; without a base when `unseen`, as somebody who did not see the current values. */
  change(person: string, noun: string, entity: string, slots: JsonObject, unseen = false): Said {
    const held = this.state.entities.get(entity);
    const base: Record<string, number | string> = {};
    if (held?.kind === 'record' && !unseen)
      for (const slot of Object.keys(slots)) base[slot] = held.slots[slot]?.at ?? 0;
    this.#count += 1;
    return this.#run(person, {
      id: `command${this.#count}`,
      space: 'space0000000000000000',
      type: `${noun}.change`,
      entity,
      circle: held?.circle ?? 'partners',
      payload: { slots },
      base,
      saidAt: this.now,
    });
  }

  /** Removes a record as somebody who sees all of it. */
  remove(person: string, noun: string, entity: string): Said {
    const held = this.state.entities.get(entity);
    const slots = held?.kind === 'record' ? Object.entries(held.slots) : [];
    this.#count += 1;
    return this.#run(person, {
      id: `command${this.#count}`,
      space: 'space0000000000000000',
      type: `${noun}.remove`,
      entity,
      circle: held?.circle ?? 'partners',
      payload: {},
      base: Object.fromEntries(slots.map(([slot, value]) => [slot, value.at])),
      saidAt: this.now,
    });
  }

  #run(person: string, command: Command): Said {
    const actor =
      person === 'system' ? systemActor(this.state.entities) : actorOf(this.state.entities, person);
    if (actor === undefined) return 'NotAllowed';
    const outcome = decide(this.nouns, command, this.state.entities, {
      now: this.now,
      actor,
      answered: () => undefined,
    });
    this.detail = outcome.ok ? undefined : outcome.detail;
    if (!outcome.ok) return outcome.code;
    for (const draft of outcome.events)
      evolve(this.nouns, this.state, {
        ...draft,
        seq: this.state.seq + 1,
        actor: person,
        at: this.now,
        erased: {},
      });
    return 'ok';
  }

  /** What every reader of a circle sees. */
  view(circle = 'partners'): View {
    return restrict(this.state.entities, circle);
  }

  /** What a member sees. */
  viewOf(person: string): View {
    return viewFor(this.state.entities, actorOf(this.state.entities, person)?.circles ?? new Set());
  }
}
