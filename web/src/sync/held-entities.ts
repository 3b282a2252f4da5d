import type { Entities, Entity } from '@tablee/domain/kernel';

/** What a device holds of one noun: its entities as JSON, so many to a text. */
export interface HeldNoun {
  readonly type: string;
  readonly count: number;
  readonly texts: readonly string[];
}

/** Entities of one text: a few milliseconds of work on a telephone of 2019. */
const TOGETHER = 250;

/** Entities by noun as JSON, in their order; the page has its turn between two texts of many. */
export const inNouns = async (entities: readonly Entity[]): Promise<readonly HeldNoun[]> => {
  const nouns: HeldNoun[] = [];
  let written = 0;
  for (const [type, list] of Map.groupBy(entities, (entity) => entity.type)) {
    const texts: string[] = [];
    for (let at = 0; at < list.length; at += TOGETHER) {
      if (written >= TOGETHER) {
        await new Promise((resolve) => setTimeout(resolve));
        written = 0;
      }
      const together = list.slice(at, at + TOGETHER);
      written += together.length;
      texts.push(JSON.stringify(together));
    }
    nouns.push({ type, count: list.length, texts });
  }
  return nouns;
};

/**
 * The entities that a device holds, read text by text when they are asked for: the first page of a large partnership
 * asks for few nouns, and of some only whether there is anything. Reads, writes and removals are those of a map of all.
 */
export class HeldEntities implements Entities {
  /** By noun, the texts that were not read yet, in order. */
  readonly #unread: Map<string, string[]>;
  readonly #known = new Map<string, Entity>();
  /** By noun, the ids that were read or written, in order; empty where one was removed. */
  readonly #ids = new Map<string, string[]>();

  constructor(nouns: readonly HeldNoun[]) {
    this.#unread = new Map(nouns.map(({ type, texts }) => [type, [...texts]]));
  }

  get(id: string): Entity | undefined {
    if (!this.#known.has(id)) this.#find(id);
    return this.#known.get(id);
  }

  set(id: string, entity: Entity): void {
    // What is read later must not come over what is written now.
    const isNew = this.get(id) === undefined;
    this.#known.set(id, entity);
    if (isNew) this.#idsOf(entity.type).push(id);
  }

  delete(id: string): void {
    const held = this.get(id);
    if (held === undefined) return;
    const ids = this.#idsOf(held.type);
    // Its place stays: somebody may be reading the list.
    ids[ids.indexOf(id)] = '';
    this.#known.delete(id);
  }

  values(): Iterable<Entity> {
    for (const type of this.#unread.keys()) while (this.#readNext(type));
    return this.#known.values();
  }

  *ofType(type: string): Iterable<Entity> {
    const ids = this.#idsOf(type);
    for (let at = 0; at < ids.length || this.#readNext(type); at += 1) {
      const entity = this.#known.get(ids[at] ?? '');
      if (entity !== undefined) yield entity;
    }
  }

  #idsOf(type: string): string[] {
    const ids = this.#ids.get(type) ?? [];
    this.#ids.set(type, ids);
    return ids;
  }

  /** Reads the texts that seem to hold an entity; to look into a text costs a fraction of reading it. */
  #find(id: string): void {
    const named = `"id":${JSON.stringify(id)}`;
    for (const [type, texts] of this.#unread)
      for (const text of texts.filter((each) => each.includes(named))) {
        texts.splice(texts.indexOf(text), 1);
        this.#take(type, text);
      }
  }

  /** Reads the next text of a noun; false when there is none. */
  #readNext(type: string): boolean {
    const text = this.#unread.get(type)?.shift();
    if (text === undefined) return false;
    this.#take(type, text);
    return true;
  }

  #take(type: string, text: string): void {
    const ids = this.#idsOf(type);
    // Written by `inNouns` from entities, on this device.
    const entities: Entity[] = JSON.parse(text);
    for (const entity of entities) {
      this.#known.set(entity.id, entity);
      ids.push(entity.id);
    }
  }
}
