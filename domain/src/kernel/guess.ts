import type { Command } from './command.ts';
import { decide } from './decide.ts';
import type { FeedEvent } from './event.ts';
import { evolve } from './fold.ts';
import { actorOf, changesCircles } from './membership-state.ts';
import type { Answered, Context } from './process.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Registry } from './registry.ts';
import { type Entities, type Entity, ofType, type State } from './state.ts';

/** Entities laid over others: reads fall through, writes and removals stay in the layer. */
export class Layer implements Entities {
  readonly #below: Entities;
  readonly #above = new Map<string, Entity | undefined>();

  /** Where what is below finds a type without a walk over all; a layer over it does so too. */
  readonly ofType?: (type: string) => Iterable<Entity>;

  /** An empty layer over `below`. */
  constructor(below: Entities) {
    this.#below = below;
    if (below.ofType !== undefined) this.ofType = (type) => this.#ofType(type);
  }

  *#ofType(type: string): Iterable<Entity> {
    for (const entity of ofType(this.#below, type)) if (!this.#above.has(entity.id)) yield entity;
    for (const entity of this.#above.values()) if (entity?.type === type) yield entity;
  }

  get(id: string): Entity | undefined {
    return this.#above.has(id) ? this.#above.get(id) : this.#below.get(id);
  }

  set(id: string, entity: Entity): void {
    this.#above.set(id, entity);
  }

  delete(id: string): void {
    this.#above.set(id, undefined);
  }

  *values(): Iterable<Entity> {
    for (const entity of this.#below.values()) if (!this.#above.has(entity.id)) yield entity;
    for (const entity of this.#above.values()) if (entity !== undefined) yield entity;
  }

  /** The ids that the layer changes. */
  touched(): Iterable<string> {
    return this.#above.keys();
  }
}

/** What a device believes: the confirmed state with the waiting commands' effects above it, and what it expects to be refused. */
export interface Guess {
  readonly entities: Layer;
  /** The refusals that the device foresees, by command id; the server still decides. */
  readonly refusals: ReadonlyMap<string, Refusal>;
  /** How many of the waiting commands it holds: the first of them. */
  readonly count: number;
}

/** What a device knows when it guesses. */
export interface Waiting {
  /** The commands that the server has not confirmed, in order of issue. */
  readonly waiting: readonly Command[];
  /** Whose they are: the person's id in this space. */
  readonly me: string;
  /** What became of commands, those included whose events came without an answer. */
  readonly answers: ReadonlyMap<string, Answered>;
}

/**
 * What became of a command, as one of its own events tells it: the feed may bring them before the answer, or in place of
 * one that was lost. The range grows with each of them.
 */
export const heard = (known: Answered | undefined, { seq }: Pick<FeedEvent, 'seq'>): Answered =>
  typeof known === 'object' && known.from <= known.to
    ? { from: Math.min(known.from, seq), to: Math.max(known.to, seq) }
    : { from: seq, to: seq };

const isHeld = (answer: Answered | undefined, { seq }: State): boolean =>
  typeof answer === 'object' && answer.to <= seq;

/**
 * Runs the waiting commands on the confirmed state, in a layer above it, but for those whose events it holds already.
 * Re-run once per batch of events.
 * A guess carries the command's id as its stamp. With `before`, a guess of the same state whose commands are the first
 * of these, only those after them are run, in its layer.
 */
export const guess = (
  nouns: Registry,
  confirmed: State,
  { waiting, me, answers }: Waiting,
  before?: Guess,
): Guess => {
  const entities = before?.entities ?? new Layer(confirmed.entities);
  const refusals = new Map(before?.refusals);
  const waits = new Set(waiting.map((command) => command.id));
  const answered = (id: string): Answered | undefined => {
    if (refusals.has(id)) return 'refused';
    return answers.get(id) ?? (waits.has(id) ? 'waiting' : undefined);
  };
  let actor = actorOf(entities, me);
  for (const command of waiting.slice(before?.count)) {
    if (isHeld(answers.get(command.id), confirmed)) continue;
    const context: Context | undefined = actor && { now: command.saidAt, actor, answered };
    const outcome = context === undefined ? refuse('NotAllowed') : decide(nouns, command, entities, context);
    if (!outcome.ok) {
      refusals.set(command.id, outcome);
      continue;
    }
    const state: State = { entities, seq: confirmed.seq };
    for (const draft of outcome.events)
      evolve(
        nouns,
        state,
        { ...draft, seq: confirmed.seq, actor: me, at: command.saidAt, erased: {} },
        command.id,
      );
    // Who I am is asked of the whole space: again only where a command may have changed it.
    if (outcome.events.some(({ type }) => changesCircles(type))) actor = actorOf(entities, me);
  }
  return { entities, refusals, count: waiting.length };
};
