import {
  type Actor,
  actorOf,
  addRecord,
  type Command,
  changeRecord,
  type Draft,
  decide,
  emptyState,
  evolve,
  type FileRef,
  GENESIS,
  type JsonObject,
  PARTNERS,
  processCommand,
  type RecordEntity,
  type Registry,
  type Role,
  type State,
  type StoredEvent,
  seal,
  snapshotOf,
  strike,
  struckBy,
  systemActor,
  targetsOf,
  type View,
  verbOf,
  viewFor,
} from '@tablee/domain/kernel';
import type { PersonCard } from '@tablee/domain/protocol';
import { ARCHIVE_FORMAT, type Archive } from '../../server/src/space/archive.ts';
import { digest, idFor, saltsFor } from './chance.ts';
import { type Content, slotsOf, translationsOf } from './words.ts';

/** How far the clock moves from one command to the next, in milliseconds. */
const STEP = 60_000;

/** What somebody is in a space: roles, and the key of the organisation for which they are there. */
export interface Part {
  readonly roles: readonly Role[];
  readonly organisation?: string;
}

/**
 * A partnership told command by command: everything passes the kernel's own `decide` and is sealed into a chain. Ids
 * and salts come from the seed and the clock from the story, so that the same story gives the same bytes.
 */
export class Story {
  readonly space: string;
  readonly state: State = emptyState();
  readonly #seed: string;
  readonly #nouns: Registry;
  readonly #salt: () => string;
  readonly #events: StoredEvent[] = [];
  readonly #cards = new Map<string, PersonCard>();
  readonly #files = new Map<string, Uint8Array>();
  #circle: string = PARTNERS;
  #now = 0;
  #commands = 0;

  /** An empty space; `seed` is the sample's name. */
  constructor(seed: string, nouns: Registry) {
    this.#seed = seed;
    this.#nouns = nouns;
    this.#salt = saltsFor(seed);
    this.space = idFor(seed, 'space');
  }

  /** The id behind a key of the story. */
  id(key: string): string {
    return key === 'space' ? this.space : idFor(this.#seed, key);
  }

  /**
   * Goes on at a day and hour, ISO 8601 UTC (`2024-03-12T09:00`).
   * @throws when that lies before the last command.
   */
  at(moment: string): void {
    const next = Date.parse(`${moment}:00.000Z`);
    if (!(next >= this.#now)) throw new Error(`the story goes back in time at ${moment}`);
    this.#now = next;
  }

  /** Writes a person's card and lets them in as a member. */
  arrive(person: string, card: Omit<PersonCard, 'id' | 'gone'>, part: Part): void {
    this.know(person, card);
    const organisation = part.organisation === undefined ? {} : { organisation: this.id(part.organisation) };
    this.act('system', 'member.join', person, { roles: [...part.roles], ...organisation });
  }

  /** Writes the card of somebody who does not sign in. */
  know(person: string, card: Omit<PersonCard, 'id' | 'gone'>): void {
    this.#cards.set(person, { id: this.id(person), ...card });
  }

  /** Empties a card: "erased" is all that is left of the person. */
  erasePerson(person: string): void {
    this.#cards.set(person, { id: this.id(person), gone: 'erased' });
  }

  /** Keeps an attachment and answers what points to it. */
  attach(name: string, type: string, bytes: Uint8Array): FileRef {
    const key = digest(bytes);
    this.#files.set(key, bytes);
    return { hash: key, name, size: bytes.byteLength, type };
  }

  /** What `tell` adds is added in another circle than that of all partners. */
  within(circle: string, tell: () => void): void {
    this.#circle = circle;
    tell();
    this.#circle = PARTNERS;
  }

  /** One command of a process; `who` is a key, or `system`. @throws when it is refused. */
  act(who: string, type: string, key: string, payload: JsonObject): void {
    this.#run(
      who,
      processCommand(this.#ticket(), type, { entity: this.id(key), circle: this.#circle }, payload),
    );
  }

  /** Adds a record, then its translations, which name the revision they translate. */
  add(who: string, noun: string, key: string, content: Content): void {
    this.#run(
      who,
      addRecord(this.#ticket(), noun, { entity: this.id(key), circle: this.#circle }, slotsOf(content)),
    );
    this.#translate(who, key, content);
  }

  /** Changes a record as somebody who sees it as it is; texts take their translations with them. */
  change(who: string, key: string, content: Content): void {
    this.write(who, this.record(key), content);
    this.#translate(who, key, content);
  }

  /** Changes a record as somebody who saw `seen` and nothing after it: what was written since is kept beside. */
  write(who: string, seen: RecordEntity, content: Content): void {
    this.#run(who, changeRecord(this.#ticket(), seen, slotsOf(content)));
  }

  /** A command on a record that has no form: erase, protect, move. */
  onRecord(who: string, verb: string, key: string, payload: JsonObject): void {
    const { type, circle, id } = this.record(key);
    this.#run(who, { ...this.#ticket(), type: `${type}.${verb}`, entity: id, circle, payload, base: {} });
  }

  /** A record as it is. @throws when there is none. */
  record(key: string): RecordEntity {
    const entity = this.state.entities.get(this.id(key));
    if (entity?.kind !== 'record') throw new Error(`there is no record "${key}"`);
    return entity;
  }

  /** What everybody in the partnership sees. */
  get view(): View {
    return viewFor(this.state.entities, new Set(['public', PARTNERS]));
  }

  /** The whole of it, ready to be packed. */
  archive(): Archive {
    const everything = { circles: systemActor(this.state.entities).circles };
    const last = this.#events.at(-1);
    return {
      manifest: {
        format: ARCHIVE_FORMAT,
        space: this.space,
        head: { seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS },
        asOf: new Date(this.#now).toISOString(),
      },
      links: this.#events,
      snapshot: snapshotOf(this.state, this.space, everything),
      people: { version: 1, cards: [...this.#cards.values()] },
      files: this.#files,
    };
  }

  #translate(who: string, key: string, content: Content): void {
    const slots = translationsOf(content);
    if (Object.keys(slots).length > 0) this.#run(who, changeRecord(this.#ticket(), this.record(key), slots));
  }

  #ticket(): { readonly id: string; readonly space: string; readonly saidAt: string } {
    this.#commands += 1;
    this.#now += STEP;
    const saidAt = new Date(this.#now).toISOString();
    return { id: this.id(`command/${this.#commands}`), space: this.space, saidAt };
  }

  #actor(who: string): Actor {
    if (who === 'system') return systemActor(this.state.entities);
    const actor = actorOf(this.state.entities, this.id(who));
    if (actor === undefined) throw new Error(`"${who}" is no member`);
    return actor;
  }

  #run(who: string, command: Command): void {
    const actor = this.#actor(who);
    const context = { now: command.saidAt, actor, answered: () => undefined };
    const outcome = decide(this.#nouns, command, this.state.entities, context);
    if (!outcome.ok)
      throw new Error(
        `${command.type} by ${who} at ${command.saidAt}: ${outcome.code} ${JSON.stringify(outcome.detail ?? null)} ${JSON.stringify(command.payload)}`,
      );
    for (const draft of outcome.events) this.#append(draft, command, actor.id);
  }

  #append(draft: Draft, command: Command, actor: string): void {
    const place = {
      space: this.space,
      seq: this.#events.length + 1,
      actor,
      at: command.saidAt,
      saidAt: command.saidAt,
      commandId: command.id,
      previous: this.#events.at(-1)?.hash ?? GENESIS,
    };
    const event = seal(draft, place, digest, this.#salt);
    this.#events.push(event);
    evolve(this.#nouns, this.state, event);
    if (verbOf(event.type) === 'erased') this.#strike(event);
  }

  /** What is erased leaves the events that said it; their hashes stay, and the chain holds. */
  #strike(erasure: StoredEvent): void {
    const targets = targetsOf(erasure.facts);
    for (const [index, event] of this.#events.entries()) {
      if (event.entity !== erasure.entity || event.seq >= erasure.seq) continue;
      const names = struckBy(event, targets);
      if (names.size > 0) this.#events[index] = strike(event, names, digest);
    }
  }
}
