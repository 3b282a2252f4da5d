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
 * The entities that a device holds, a noun read when it is first asked for: the first page of a large partnership asks
 * for few of them. Reads, writes and removals are those of a map of all.
 */
export class HeldEntities implements Entities {
  readonly #unread: Map<string, HeldNoun>;
  readonly #read = new Map<string, Entity>();
  /** The entities of a noun, until one of them is another. */
  readonly #lists = new Map<string, readonly Entity[]>();

  constructor(nouns: readonly HeldNoun[]) {
    this.#unread = new Map(nouns.map((noun) => [noun.type, noun]));
  }

  get(id: string): Entity | undefined {
    const known = this.#read.get(id);
    if (known !== undefined) return known;
    const named = `"id":${JSON.stringify(id)}`;
    for (const { type, texts } of this.#unread.values()) {
      // Looking into the text costs a fraction of reading it; a reference that looks the same only reads a noun too many.
      if (!texts.some((text) => text.includes(named))) continue;
      this.#open(type);
      const found = this.#read.get(id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  set(id: string, entity: Entity): void {
    this.#open(entity.type);
    this.#read.set(id, entity);
    this.#lists.delete(entity.type);
  }

  delete(id: string): void {
    const known = this.get(id);
    if (known === undefined) return;
    this.#read.delete(id);
    this.#lists.delete(known.type);
  }

  values(): Iterable<Entity> {
    for (const type of [...this.#unread.keys()]) this.#open(type);
    return this.#read.values();
  }

  ofType(type: string): Iterable<Entity> {
    this.#open(type);
    const known = this.#lists.get(type);
    if (known !== undefined) return known;
    const list = [...this.#read.values()].filter((entity) => entity.type === type);
    this.#lists.set(type, list);
    return list;
  }

  #open(type: string): void {
    const noun = this.#unread.get(type);
    if (noun === undefined) return;
    this.#unread.delete(type);
    // Written by `inNouns` from entities, on this device.
    const list = noun.texts.flatMap((text): Entity[] => JSON.parse(text));
    for (const entity of list) this.#read.set(entity.id, entity);
    this.#lists.set(type, list);
  }
}
