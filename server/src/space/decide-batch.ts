import {
  type Answered,
  actorOf,
  builtOn,
  type Command,
  type Context,
  canonical,
  changesCircles,
  type Draft,
  decide,
  type Entity,
  evolve,
  type Json,
  KERNEL_FORMAT,
  Layer,
  type Outcome,
  type Registry,
  type State,
  type StoredEvent,
  seal,
  systemActor,
} from '@tablee/domain/kernel';
import type { CommandOutcome } from '@tablee/domain/protocol';
import type { Append, LoggedAnswer, LoggedCommand } from '../ledger/port.ts';
import type { Folded } from './folded.ts';
import { changesLine, lineOf, MODEL, modelOf } from './model.ts';
import { instant, type Runtime } from './runtime.ts';

/** Who issues a command: a person of the vault, or the system when time acts or somebody is let in. */
export type Author = string;
/** The author of what time does and of what is recorded for people without an account. */
export const SYSTEM: Author = 'system';

/** A command with its author. */
export interface Issued {
  readonly author: Author;
  readonly command: Command;
}

/** What is decided together on one head, waiting to be durable. */
export interface Decided {
  /** One per command, in order. */
  readonly outcomes: readonly CommandOutcome[];
  readonly events: readonly StoredEvent[];
  /** The append without the events that its erasures strike. */
  readonly append: Append;
  /** Where a module threw: each is answered as `Defect`, and its command may be sent again after the mending. */
  readonly defects: readonly unknown[];
}

/** What deciding needs beside the commands. */
export interface Bench {
  readonly nouns: Registry;
  readonly runtime: Runtime;
  readonly folded: Folded;
  /** The log rows of these commands and of those that they name. */
  readonly logged: ReadonlyMap<string, LoggedCommand>;
}

const authorHash = (runtime: Runtime, salt: string, author: Author): string => runtime.hash(salt + author);

/** Salted: a fingerprint of few possible contents must not be guessable. */
const fingerprintOf = (runtime: Runtime, salt: string, { author, command }: Issued): string =>
  // A command that came through isCommand is JSON throughout.
  runtime.hash(`${salt}${author}\n${canonical(command as unknown as Json)}`);

const outcomeOf = (id: string, answer: LoggedAnswer, already: boolean): CommandOutcome => {
  const again = already ? { already: true as const } : {};
  if ('from' in answer) return { id, outcome: 'accepted', from: answer.from, to: answer.to, ...again };
  const detail = answer.detail === undefined ? {} : { detail: answer.detail };
  return { id, outcome: 'refused', code: answer.code, ...detail, ...again };
};

/** Decides commands of one space in their order, each on what the ones before it did, in a layer over what is durable. */
class Run {
  readonly #bench: Bench;
  readonly #running: State;
  readonly #layer: Layer;
  readonly #log = new Map<string, LoggedCommand>();
  readonly events: StoredEvent[] = [];
  readonly defects: unknown[] = [];
  #members: Map<string, Entity>;
  #at: string;
  #hash: string;

  constructor(bench: Bench) {
    const { head, state } = bench.folded;
    this.#bench = bench;
    this.#members = bench.folded.membership;
    this.#layer = new Layer(state.entities);
    this.#running = { entities: this.#layer, seq: head.seq };
    this.#hash = head.hash;
    const now = instant(bench.runtime.now());
    this.#at = now > head.at ? now : head.at;
  }

  issue(issued: Issued): CommandOutcome {
    const { id, space } = issued.command;
    const logged = this.#find(id);
    if (logged !== undefined) {
      const same = fingerprintOf(this.#bench.runtime, logged.salt, issued) === logged.fingerprint;
      return same ? outcomeOf(id, logged.answer, true) : { id, outcome: 'refused', code: 'IdReused' };
    }
    if (space !== this.#bench.folded.space) return { id, outcome: 'refused', code: 'WrongSpace' };
    const outcome = this.#decide(issued);
    if (outcome === undefined) return { id, outcome: 'refused', code: 'Defect' };
    const answer = outcome.ok ? this.#take(issued, outcome.events) : this.#refused(outcome);
    this.#remember(issued, answer);
    return outcomeOf(id, answer, false);
  }

  #find(id: string): LoggedCommand | undefined {
    return this.#log.get(id) ?? this.#bench.logged.get(id);
  }

  #refused({ code, detail }: Extract<Outcome, { ok: false }>): LoggedAnswer {
    return detail === undefined ? { code } : { code, detail };
  }

  #decide({ author, command }: Issued): Outcome | undefined {
    const actor = author === SYSTEM ? systemActor(this.#members) : actorOf(this.#members, author);
    if (actor === undefined) return { ok: false, code: 'NotAllowed' };
    if (this.#bench.folded.shelter.bars(author, command, this.#layer.get(command.entity)))
      return { ok: false, code: 'PersonInSafety' };
    const answered = (id: string): Answered | undefined => this.#answered(author, id);
    const context: Context = { now: this.#at, actor, answered };
    try {
      return decide(this.#bench.nouns, command, this.#layer, context);
    } catch (error) {
      this.defects.push(error);
      return undefined;
    }
  }

  #answered(author: Author, id: string): Answered | undefined {
    const logged = this.#find(id);
    if (logged === undefined || logged.author !== authorHash(this.#bench.runtime, logged.salt, author))
      return undefined;
    return 'from' in logged.answer ? logged.answer : 'refused';
  }

  #take({ author, command }: Issued, drafts: readonly Draft[]): LoggedAnswer {
    const from = this.#running.seq + 1;
    for (const draft of drafts) {
      const place = {
        space: command.space,
        seq: this.#running.seq + 1,
        actor: author,
        at: this.#at,
        saidAt: command.saidAt,
        commandId: command.id,
        previous: this.#hash,
      };
      const event = seal(draft, place, this.#bench.runtime.hash, this.#bench.runtime.salt);
      evolve(this.#bench.nouns, this.#running, event);
      if (changesCircles(event.type)) this.#followMembership(event.entity);
      this.#hash = event.hash;
      this.events.push(event);
    }
    return { from, to: this.#running.seq };
  }

  /** In a copy: what is durable does not know of it yet. */
  #followMembership(id: string): void {
    const { membership } = this.#bench.folded;
    const members = this.#members === membership ? new Map(membership) : this.#members;
    const entity = this.#layer.get(id);
    if (entity === undefined) members.delete(id);
    else members.set(id, entity);
    this.#members = members;
  }

  #remember(issued: Issued, answer: LoggedAnswer): void {
    const salt = this.#bench.runtime.salt();
    this.#log.set(issued.command.id, {
      id: issued.command.id,
      salt,
      author: authorHash(this.#bench.runtime, salt, issued.author),
      fingerprint: fingerprintOf(this.#bench.runtime, salt, issued),
      at: this.#at,
      answer,
    });
  }

  append(): Append {
    const { nouns, folded } = this.#bench;
    const line = this.events.some(({ type }) => changesLine(type))
      ? lineOf(this.#layer, folded.space)
      : undefined;
    return {
      space: folded.space,
      expected: folded.head.seq,
      events: this.events,
      struck: [],
      log: [...this.#log.values()],
      models: [...this.#layer.touched()].map((id) => modelOf(nouns, this.#layer, id)),
      ...(line === undefined ? {} : { line }),
      model: MODEL,
      format: KERNEL_FORMAT,
    };
  }
}

/** Decides the commands in order; nothing of it is visible to anybody before the append is durable. */
export const decideBatch = (bench: Bench, commands: readonly Issued[]): Decided => {
  const run = new Run(bench);
  const outcomes = commands.map((issued) => run.issue(issued));
  return { outcomes, events: run.events, append: run.append(), defects: run.defects };
};

/** The commands whose answers deciding may ask for: these themselves and those that they build on. */
export const namedBy = (commands: readonly Issued[]): readonly string[] => [
  ...new Set(commands.flatMap(({ command }) => [command.id, ...builtOn(command)])),
];
