import { around, type Circle } from './circle.ts';
import { type Entities, type Entity, ofType, seenBy } from './state.ts';

/**
 * What `decide` sees: only what every reader of `circle` may see. A lazy filter, not a copy; the same on
 * server and device, for the system actor too, so that a guess equals the server's answer and no answer tells a secret.
 */
export interface View {
  readonly circle: Circle;
  /** The entity, when every reader of the circle may see it; hidden and absent are the same. */
  get(id: string): Entity | undefined;
  /** The visible entities of a type, in no promised order. */
  list(type: string): Iterable<Entity>;
  /** True where the lists stay as they are: whoever changes the state makes a new view ({@link settledView}). */
  readonly isSettled?: true;
}

/** A stub is not in the view: the server holds the record itself there, elsewhere. */
const isShown = (entity: Entity, visible: readonly Circle[]): boolean =>
  entity.kind !== 'withdrawn' && visible.includes(entity.circle);

/** The restricted view for something in `circle`. */
export const restrict = (entities: Entities, circle: Circle): View => {
  const visible = around(circle);
  return {
    circle,
    get: (id) => {
      const entity = entities.get(id);
      return entity !== undefined && isShown(entity, visible) ? entity : undefined;
    },
    *list(type) {
      for (const entity of entities.values())
        if (entity.type === type && isShown(entity, visible)) yield entity;
    },
  };
};

/**
 * What a reader of `circles` sees: the view that screens and exports are made from. The same on the server as on
 * the reader's device: of what was put in safety they see the stub.
 */
export const viewFor = (entities: Entities, circles: ReadonlySet<Circle>): View => ({
  circle: 'public',
  get: (id) => {
    const entity = entities.get(id);
    return entity === undefined ? undefined : seenBy(entity, { circles });
  },
  *list(type) {
    for (const entity of ofType(entities, type)) {
      const seen = seenBy(entity, { circles });
      if (seen !== undefined) yield seen;
    }
  },
});

/**
 * {@link viewFor} for a screen that asks for many lists of one state: the first list sorts everything by type in one
 * walk, or asks for its type alone where the state finds it, and each list keeps what it found then. Whoever changes
 * the state makes a new view.
 */
export const settledView = (entities: Entities, circles: ReadonlySet<Circle>): View => {
  const live = viewFor(entities, circles);
  const lists = new Map<string, Iterable<Entity>>();
  let sorted: Map<string, Entity[]> | undefined;
  const listOf = (type: string): Iterable<Entity> => {
    if (entities.ofType !== undefined) return readOnce(live.list(type));
    sorted ??= byType(seenIn(entities, circles));
    return sorted.get(type) ?? [];
  };
  const list = (type: string): Iterable<Entity> => {
    const found = lists.get(type) ?? listOf(type);
    lists.set(type, found);
    return found;
  };
  return { ...live, isSettled: true, list };
};

const byType = (entities: Iterable<Entity>): Map<string, Entity[]> => {
  const lists = new Map<string, Entity[]>();
  for (const entity of entities) {
    const list = lists.get(entity.type);
    if (list === undefined) lists.set(entity.type, [entity]);
    else list.push(entity);
  }
  return lists;
};

function* seenIn(entities: Entities, circles: ReadonlySet<Circle>): Iterable<Entity> {
  for (const entity of entities.values()) {
    const seen = seenBy(entity, { circles });
    if (seen !== undefined) yield seen;
  }
}

/** What a walk finds, for as many walks as are wanted: each entity is looked for when the first of them comes to it. */
const readOnce = (source: Iterable<Entity>): Iterable<Entity> => {
  const walk = source[Symbol.iterator]();
  const found: Entity[] = [];
  return {
    *[Symbol.iterator]() {
      for (let at = 0; ; at += 1) {
        const known = found[at];
        if (known !== undefined) {
          yield known;
          continue;
        }
        const next = walk.next();
        if (next.done === true) return;
        found.push(next.value);
        yield next.value;
      }
    },
  };
};

/**
 * Reads something of a settled view once for each set of words, however many screens ask and however often they are
 * drawn; of any other view each time. `read` depends on nothing else, and nobody changes what it returns.
 */
export const perView = <Words extends readonly (string | number | undefined)[], Found>(
  read: (view: View, ...words: Words) => Found,
): ((view: View, ...words: Words) => Found) => {
  const held = new WeakMap<View, Map<string, Found>>();
  return (view, ...words) => {
    if (view.isSettled !== true) return read(view, ...words);
    const known = held.get(view) ?? new Map<string, Found>();
    held.set(view, known);
    const key = words.join('\n');
    const found = known.get(key);
    if (found !== undefined) return found;
    const fresh = read(view, ...words);
    known.set(key, fresh);
    return fresh;
  };
};
