import type * as z from 'zod/mini';
import type { Circle } from './circle.ts';
import type { Language } from './field.ts';
import type { Json, JsonObject } from './json.ts';
import type { PartRef } from './part.ts';
import type { Actor, Permission } from './policy.ts';
import type { ProcessState } from './process-state.ts';
import type { Refusal } from './refusal.ts';
import type { Stamp } from './state.ts';
import type { View } from './view.ts';

/** A schema of facts or of a payload: an object whose members are JSON. */
export type Schema = z.ZodMiniType<object>;
type Infer<S> = S extends z.ZodMiniType<infer T> ? T : never;

/** What `decide` is told beside the command and the view. */
export interface Context {
  /** Now: the server's clock on the server, the device's for a guess; ISO 8601 UTC. */
  readonly now: string;
  readonly actor: Actor;
  /** What became of a command of the same author: its range of seqs, or that it was refused or still waits. */
  answered(commandId: string): Answered | undefined;
}

/** What became of a command. */
export type Answered = { readonly from: number; readonly to: number } | 'refused' | 'waiting';

/** A process command as its decider gets it. */
export interface Asked<Name extends string, Payload> {
  readonly name: Name;
  readonly id: string;
  readonly entity: string;
  readonly circle: Circle;
  readonly payload: Payload;
}

/** One event of a process, as its decider returns it. */
export interface Said<Verb extends string = string, Facts = object> {
  readonly verb: Verb;
  readonly facts: Facts;
  /** Free texts, each its own part. */
  readonly parts?: { readonly [part: string]: Json };
}

/** One event of a process, as its `evolve` gets it. */
export interface Happened<Verb extends string = string, Facts = JsonObject> {
  readonly verb: Verb;
  readonly facts: Facts;
  /** References to the free texts: kept in the state as they are, never read by a rule. */
  readonly parts: { readonly [part: string]: PartRef };
  readonly entity: string;
  readonly stamp: Stamp;
  readonly actor: string;
  readonly at: string;
}

/** One command of a process: who may, what it carries, whether it starts a new entity. */
export interface CommandSpec {
  readonly payload: Schema;
  readonly who: Permission;
  /** True when the command starts the entity; else it must exist. */
  readonly creates?: boolean;
  /** True when the circle is the entity itself (a named circle is opened by somebody who is not in it yet). */
  readonly ownCircle?: boolean;
  readonly labels: { readonly [L in Language]: string };
}

/** Deadlines: a command that the system issues once `at` has passed. */
export interface Due {
  readonly at: string;
  readonly command: string;
  readonly payload: JsonObject;
}

/** One event of those that a process declares, by its verb. */
export type EventOf<E, V extends Extract<keyof E, string>> = Happened<V, Infer<E[V]>>;
type EventsOf<E> = { [V in Extract<keyof E, string>]: EventOf<E, V> }[Extract<keyof E, string>];
type SaidOf<E> = { [V in Extract<keyof E, string>]: Said<V, Infer<E[V]>> }[Extract<keyof E, string>];
type AskedOf<C extends { readonly [command: string]: CommandSpec }> = {
  [N in Extract<keyof C, string>]: Asked<N, Infer<C[N]['payload']>>;
}[Extract<keyof C, string>];

/** What a decider answers: events, or a refusal value. No event at all is accepted and changes nothing. */
export type ProcessOutcome<S extends Said = Said> =
  | { readonly ok: true; readonly events: readonly S[] }
  | Refusal;

/** What a module writes to declare a process. */
export interface ProcessInput<
  E extends { readonly [verb: string]: Schema },
  C extends { readonly [command: string]: CommandSpec },
  S extends Json,
> {
  readonly version: number;
  readonly circle: Circle;
  readonly labels: { readonly [L in Language]: { readonly one: string; readonly many: string } };
  readonly events: E;
  readonly commands: C;
  /** Total and value-blind for parts: an ill-timed event returns the state unchanged, never throws. */
  evolve(state: S | undefined, event: EventsOf<E>): S | undefined;
  /** Never throws, never awaits; ids come in the payload. */
  decide(command: AskedOf<C>, state: S | undefined, view: View, context: Context): ProcessOutcome<SaidOf<E>>;
  /** Whose it is (an organisation's or a person's id), for permissions with `own`. */
  owner?(state: S, entity: string): string | undefined;
  /** The commands that time will bring. */
  due?(state: S): readonly Due[];
  /** The entities of which the state holds a frozen copy: listed when one of them is erased. */
  copies?(state: S): readonly string[];
  /** Older facts in today's form. */
  upcast?(verb: string, version: number, facts: JsonObject): JsonObject;
}

/** Any process, with its types closed over. */
export interface ProcessDeclaration {
  readonly kind: 'process';
  readonly name: string;
  readonly version: number;
  readonly circle: Circle;
  readonly labels: { readonly [L in Language]: { readonly one: string; readonly many: string } };
  readonly commands: { readonly [command: string]: CommandSpec };
  readonly verbs: readonly string[];
  evolve(state: Json | undefined, happened: Happened, version: number): Json | undefined;
  decide(
    asked: Asked<string, unknown>,
    state: Json | undefined,
    view: View,
    context: Context,
  ): ProcessOutcome;
  owner(state: Json, entity: string): string | undefined;
  due(state: Json): readonly Due[];
  copies(state: Json): readonly string[];
}

/**
 * Declares the rules of a process whose state has a form already: events with the schemas of their facts, commands with theirs, a decider between them.
 * Facts and payloads are parsed before they reach the decider, so both of its functions are typed and total.
 */
export const process = <
  const E extends { readonly [verb: string]: Schema },
  const C extends { readonly [command: string]: CommandSpec },
  S extends Json,
>(
  { name, read: typed }: ProcessState<S>,
  input: ProcessInput<E, C, S>,
): ProcessDeclaration => {
  const maybe = (state: Json | undefined): S | undefined => (state === undefined ? undefined : typed(state));
  return {
    kind: 'process',
    name,
    version: input.version,
    circle: input.circle,
    labels: input.labels,
    commands: input.commands,
    verbs: Object.keys(input.events),
    evolve: (state, happened, version) => {
      const schema = Object.hasOwn(input.events, happened.verb) ? input.events[happened.verb] : undefined;
      const facts =
        version < input.version && input.upcast
          ? input.upcast(happened.verb, version, happened.facts)
          : happened.facts;
      const parsed = schema?.safeParse(facts);
      if (!parsed?.success) return state;
      // The verb selects the schema that the facts have just passed.
      return input.evolve(maybe(state), { ...happened, facts: parsed.data } as EventsOf<E>);
    },
    decide: (asked, state, view, context) => {
      const spec = Object.hasOwn(input.commands, asked.name) ? input.commands[asked.name] : undefined;
      const parsed = spec?.payload.safeParse(asked.payload);
      if (!parsed?.success) return { ok: false, code: 'Invalid', detail: issuesOf(parsed?.error) };
      // The name selects the schema that the payload has just passed.
      return input.decide({ ...asked, payload: parsed.data } as AskedOf<C>, maybe(state), view, context);
    },
    owner: (state, entity) => input.owner?.(typed(state), entity),
    due: (state) => input.due?.(typed(state)) ?? [],
    copies: (state) => input.copies?.(typed(state)) ?? [],
  };
};

const issuesOf = (error: z.core.$ZodError | undefined): Json =>
  (error?.issues ?? []).slice(0, 20).map((issue) => ({ path: issue.path.join('.'), expected: issue.code }));

/** Any process. */
export type AnyProcess = ProcessDeclaration;
