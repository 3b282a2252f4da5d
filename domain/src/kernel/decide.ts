import { canRead, isWithin } from './circle.ts';
import type { Command } from './command.ts';
import { asJsonObject, isObject, type JsonObject } from './json.ts';
import type { Outcome } from './outcome.ts';
import { isAllowed, type Permission } from './policy.ts';
import type { AnyProcess, Context } from './process.ts';
import type { AnyRecord } from './record.ts';
import { decideRecord } from './record-decide.ts';
import { type KernelRefusal, type Refusal, refuse } from './refusal.ts';
import { nounOf, RECORD_COMMANDS, type Registry, recordPermission, verbOf } from './registry.ts';
import type { Entities, Entity } from './state.ts';
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

/** A command that builds on a refused one is refused as such: else it would look like a conflict with oneself. */
const dependsOn = (command: Command, context: Context): Refusal | undefined => {
  const of = command.payload['of'];
  const named = [...Object.values(command.base), ...(isObject(of) ? Object.values(of) : [])];
  for (const stamp of named) {
    if (typeof stamp !== 'string') continue;
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

const onRecord = (declaration: AnyRecord, name: string, { command, entities, context }: Case): Outcome => {
  const known = RECORD_COMMANDS.find((candidate) => candidate === name);
  if (known === undefined) return refuse<KernelRefusal>('UnknownCommand');
  const permission = recordPermission(declaration, known);
  if (known === 'add' || known === 'import') {
    if (!canRead(context.actor, command.circle)) return refuse<KernelRefusal>('NotFound');
    const barred = guard(permission, ownerIn(command.payload, declaration.owner), context);
    return (
      barred ??
      decideRecord(
        { declaration, command, entity: undefined, view: restrict(entities, command.circle), context },
        known,
      )
    );
  }
  const entity = find(command, entities, context);
  if (isRefusal(entity)) return entity;
  const owner =
    entity.kind === 'record' && declaration.owner ? entity.slots[declaration.owner]?.value : undefined;
  return (
    guard(permission, owner, context) ??
    decideRecord({ declaration, command, entity, view: restrict(entities, entity.circle), context }, known)
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

/** Erases texts of a process: `part` for all of that name, `part:seq` for one. */
const eraseParts = (declaration: AnyProcess, { command, entities, context }: Case): Outcome => {
  const entity = find(command, entities, context);
  if (isRefusal(entity)) return entity;
  const owner = entity.kind === 'process' ? declaration.owner(entity.state, entity.id) : undefined;
  const barred = guard(
    { roles: ['secretariat', 'core', 'chair', 'system'], own: ['leader', 'focal', 'deputy'] },
    owner,
    context,
  );
  if (barred !== undefined) return barred;
  const targets = command.payload['targets'];
  if (
    !Array.isArray(targets) ||
    targets.length === 0 ||
    !targets.every((target) => typeof target === 'string')
  )
    return refuse<KernelRefusal>('Invalid', [{ path: 'targets', expected: 'names' }]);
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
