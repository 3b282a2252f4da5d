import { canRead, isWithin } from './circle.ts';
import type { Command } from './command.ts';
import { asJsonObject, isObject, type JsonObject, own } from './json.ts';
import type { Outcome } from './outcome.ts';
import { isAllowed, type Permission } from './policy.ts';
import type { AnyProcess, Context } from './process.ts';
import type { AnyRecord } from './record.ts';
import { decideRecord } from './record-decide.ts';
import { type KernelRefusal, type Refusal, refuse } from './refusal.ts';
import {
  nounOf,
  PROCESS_ERASURE,
  RECORD_COMMANDS,
  type Registry,
  recordPermission,
  verbOf,
} from './registry.ts';
import { type Entities, type Entity, EXISTS } from './state.ts';
import { restrict } from './view.ts';

/**
 * Decides a command. The same code on server and device: an up-to-date device guesses exactly what the
 * server decides. Order: is the noun known, does the entity exist for this actor (hidden and absent answer
 * alike), has its circle become wider, may this role do it, then the record's or the process's own rules,
 * which see only what every reader of the circle sees.
 */
export const decide = (nouns: Registry, command: Command, entities: Entities, context: Context): Outcome => {
  const declaration = nouns.find(nounOf(command.type));
  const name = verbOf(command.type);
  if (declaration === undefined) return refuse<KernelRefusal>('UnknownCommand');
  const depends = dependsOn(command, context);
  if (depends !== undefined) return depends;
  return declaration.kind === 'record'
    ? onRecord(declaration, name, { command, entities, context })
    : onProcess(declaration, name, { command, entities, context });
};

/** What is decided, on what, by whom. */
interface Case {
  readonly command: Command;
  readonly entities: Entities;
  readonly context: Context;
}

/** The commands that this one says it builds on: deciding it asks for their answers and for no others. */
export const builtOn = (command: Command): readonly string[] => {
  const groups: readonly unknown[] = [command.base, command.payload['of'], command.payload['rev']];
  const named = groups.flatMap((group) => (isObject(group) ? Object.values(group) : []));
  if (verbOf(command.type) === 'undo') named.push(command.payload['undone']);
  return named.filter((stamp) => typeof stamp === 'string');
};

/** A command that builds on a refused one is refused as such: else it would look like a conflict with oneself. */
const dependsOn = (command: Command, context: Context): Refusal | undefined => {
  for (const stamp of builtOn(command)) {
    const answer = context.answered(stamp);
    if (answer === undefined || answer === 'refused') return refuse<KernelRefusal>('DependsOnRefused');
  }
  return undefined;
};

const find = (command: Command, entities: Entities, context: Context): Entity | Refusal => {
  const entity = entities.get(command.entity);
  const known =
    entity !== undefined && entity.type === nounOf(command.type) && canRead(context.actor, entity.circle);
  if (!known || entity.kind === 'withdrawn') return refuse<KernelRefusal>('NotFound');
  return isWithin(entity.circle, command.circle) ? entity : refuse<KernelRefusal>('CircleWidened');
};

const isRefusal = (found: Entity | Refusal): found is Refusal => 'ok' in found;

const isOwner = (owner: unknown, context: Context): boolean =>
  typeof owner === 'string' && (owner === context.actor.organisation || owner === context.actor.id);

const guard = (permission: Permission, owner: unknown, context: Context): Refusal | undefined =>
  isAllowed(permission, context.actor, isOwner(owner, context))
    ? undefined
    : refuse<KernelRefusal>('NotAllowed');

const ownerIn = (payload: JsonObject, field: string | undefined): unknown => {
  const slots = payload['slots'];
  return field !== undefined && isObject(slots) && Object.hasOwn(slots, field) ? slots[field] : undefined;
};

/** A choice about existence that removes: asks for what removing asks for. */
const removes = (command: Command): boolean => {
  const slots = command.payload['slots'];
  return isObject(slots) && own(slots, EXISTS) === false;
};

const onRecord = (declaration: AnyRecord, name: string, { command, entities, context }: Case): Outcome => {
  const known = RECORD_COMMANDS.find((candidate) => candidate === name);
  if (known === undefined) return refuse<KernelRefusal>('UnknownCommand');
  const permission = recordPermission(declaration, known);
  if (known === 'add' || known === 'import') {
    if (!canRead(context.actor, command.circle)) return refuse<KernelRefusal>('NotFound');
    const barred = guard(permission, ownerIn(command.payload, declaration.owner), context);
    // Ids are looked up in the whole space: a second entity under the id of a hidden one would be two things
    // to two readers. Whoever can name an id of 96 random bits knows already that it exists.
    const isTaken = (id: string): boolean => entities.get(id) !== undefined;
    return barred ?? decideRecord({ declaration, command, entity: undefined, isTaken, context }, known);
  }
  const entity = find(command, entities, context);
  if (isRefusal(entity)) return entity;
  const owner =
    entity.kind === 'record' && declaration.owner ? entity.slots[declaration.owner]?.value : undefined;
  return (
    guard(permission, owner, context) ??
    (removes(command) ? guard(declaration.who.remove, owner, context) : undefined) ??
    decideRecord({ declaration, command, entity, isTaken: () => true, context }, known)
  );
};

const onProcess = (declaration: AnyProcess, name: string, { command, entities, context }: Case): Outcome => {
  if (name === 'erase') return eraseParts(declaration, { command, entities, context });
  const spec = Object.hasOwn(declaration.commands, name) ? declaration.commands[name] : undefined;
  if (spec === undefined) return refuse<KernelRefusal>('UnknownCommand');
  const creates = spec.creates === true;
  const existing = creates ? undefined : find(command, entities, context);
  if (existing !== undefined && isRefusal(existing)) return existing;
  if (creates && entities.get(command.entity) !== undefined) return refuse<KernelRefusal>('IdTaken');
  const circle = existing?.circle ?? (spec.ownCircle ? command.entity : command.circle);
  if (creates && !spec.ownCircle && !canRead(context.actor, circle)) return refuse<KernelRefusal>('NotFound');
  const state = existing?.kind === 'process' ? existing.state : undefined;
  const owner =
    state === undefined ? command.payload['organisation'] : declaration.owner(state, command.entity);
  const barred = guard(spec.who, owner, context);
  if (barred !== undefined) return barred;
  const asked = { name, id: command.id, entity: command.entity, circle, payload: command.payload };
  const outcome = declaration.decide(asked, state, restrict(entities, circle), context);
  if (!outcome.ok) return outcome;
  return {
    ok: true,
    events: outcome.events.map((said) => ({
      type: `${declaration.name}.${said.verb}`,
      version: declaration.version,
      entity: command.entity,
      circle,
      facts: asJsonObject(said.facts),
      parts: said.parts ?? {},
    })),
  };
};

const MAX_TARGETS = 500;
/** Names of parts only, since facts are never erased themselves. */
const PART = /^[A-Za-z][A-Za-z0-9._-]{0,99}(:[0-9]{1,15})?$/;

/** Erases texts of a process: `part` for all of that name, `part:seq` for one. */
const eraseParts = (declaration: AnyProcess, { command, entities, context }: Case): Outcome => {
  const entity = find(command, entities, context);
  if (isRefusal(entity)) return entity;
  const owner = entity.kind === 'process' ? declaration.owner(entity.state, entity.id) : undefined;
  const barred = guard(PROCESS_ERASURE, owner, context);
  if (barred !== undefined) return barred;
  const targets = command.payload['targets'];
  if (
    !Array.isArray(targets) ||
    targets.length === 0 ||
    targets.length > MAX_TARGETS ||
    !targets.every((target) => typeof target === 'string' && PART.test(target))
  )
    return refuse<KernelRefusal>('Invalid', [{ path: 'targets', expected: 'names', limit: MAX_TARGETS }]);
  return {
    ok: true,
    events: [
      {
        type: `${declaration.name}.erased`,
        version: declaration.version,
        entity: command.entity,
        circle: entity.circle,
        facts: { targets },
        parts: {},
      },
    ],
  };
};
