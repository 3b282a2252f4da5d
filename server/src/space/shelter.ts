import {
  type Command,
  type Entities,
  type Entity,
  type Hash,
  isObject,
  type Json,
  type Registry,
  type Shade,
  type StoredEvent,
  shadeOf,
} from '@tablee/domain/kernel';

/** Who is in safety in a space, as the vault says. */
export interface Sheltered {
  readonly persons: readonly string[];
  /** The version of the vault at which somebody last came into safety or back: an older device starts again. */
  readonly since: number;
}

/** Nobody is in safety. */
export const NOBODY: Sheltered = { persons: [], since: 0 };

/** What the rest of the server stands on to keep the words of people in safety from everybody else. */
export class Shelter {
  /** The persons in safety. */
  readonly persons: ReadonlySet<string>;
  /** See {@link Sheltered}. */
  readonly since: number;
  readonly #nouns: Registry;
  readonly #hash: Hash;
  /** Entities are replaced, never changed, so that what one holds is looked up once. */
  readonly #shades = new WeakMap<Entity, { readonly shade: Shade | undefined }>();
  readonly #own = new Map<string, Shelter>();

  /** Over the declarations by which the space is folded. */
  constructor(nouns: Registry, hash: Hash, { persons, since }: Sheltered) {
    this.#nouns = nouns;
    this.#hash = hash;
    this.persons = new Set(persons);
    this.since = since;
  }

  /** As this person sees it: their own words stay readable to themselves. The same person gets the same shelter. */
  for(person: string): Shelter {
    if (!this.persons.has(person)) return this;
    const held = this.#own.get(person);
    if (held !== undefined) return held;
    const persons = [...this.persons].filter((other) => other !== person);
    const own = new Shelter(this.#nouns, this.#hash, { persons, since: this.since });
    this.#own.set(person, own);
    return own;
  }

  /** `seen` (the entity itself, or what a circle leaves of it) without what is in safety. */
  entity(seen: Entity): Entity {
    return this.#shade(seen)?.entity(seen) ?? seen;
  }

  /** The events without what is in safety, as they stand beside today's `entities`; those withheld whole are left out. */
  events<E extends StoredEvent>(entities: Entities, events: readonly E[]): readonly E[] {
    if (this.persons.size === 0) return events;
    return events.flatMap((event) => {
      const shade = this.#shade(entities.get(event.entity));
      return shade === undefined ? [event] : (shade.event(event, this.#hash) ?? []);
    });
  }

  /** The entities without what is in safety: to be read, not written. */
  entities(held: Entities): Entities {
    return this.persons.size === 0 ? held : new Shaded(held, this);
  }

  /**
   * True for a command by which somebody else would ask, name or speak for a person in safety. What takes them out of
   * something (a circle's list, a closed request, an ended term) is not barred.
   */
  bars(author: string, command: Command, entity: Entity | undefined): boolean {
    if (this.persons.size === 0 || command.type.startsWith('circle.')) return false;
    const isOther = (person: unknown): boolean =>
      typeof person === 'string' && person !== author && this.persons.has(person);
    const isAnswer = ANSWERS.has(command.type) && entity?.kind === 'process' && isObject(entity.state);
    return (isAnswer && isOther(entity.state['person'])) || named(command.payload).some(isOther);
  }

  #shade(entity: Entity | undefined): Shade | undefined {
    if (entity === undefined || this.persons.size === 0) return undefined;
    const held = this.#shades.get(entity) ?? { shade: shadeOf(this.#nouns, entity, this.persons) };
    this.#shades.set(entity, held);
    return held.shade;
  }
}

/** The commands that answer a request, whoever enters them. */
const ANSWERS: ReadonlySet<string> = new Set(['request.answer', 'request.confirm']);

/** What payloads call the person of whom something is asked, or who is said to have said it. */
const ASKED: ReadonlySet<string> = new Set(['person', 'voter']);

/** Whatever a payload names as a person, at any depth. */
const named = (value: Json): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap((item: Json) => named(item));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => (ASKED.has(key) ? [member] : named(member)));
};

class Shaded implements Entities {
  readonly #held: Entities;
  readonly #shelter: Shelter;

  constructor(held: Entities, shelter: Shelter) {
    this.#held = held;
    this.#shelter = shelter;
  }

  get(id: string): Entity | undefined {
    const entity = this.#held.get(id);
    return entity && this.#shelter.entity(entity);
  }

  *values(): Iterable<Entity> {
    for (const entity of this.#held.values()) yield this.#shelter.entity(entity);
  }

  set(): void {
    throw new Error('what is shown is not written');
  }

  delete(): void {
    throw new Error('what is shown is not written');
  }
}
