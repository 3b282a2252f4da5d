import { readFileSync } from 'node:fs';
import {
  type Actor,
  type AnyProcess,
  actorOf,
  CORE,
  type Command,
  type Context,
  circle as circleProcess,
  decide,
  type Entity,
  EXISTS,
  emptyState,
  isAllowed,
  type Json,
  type JsonObject,
  nounOf,
  PARTNERS,
  type PolicyRow,
  PUBLIC,
  policyTable,
  RECORD_COMMANDS,
  ROLES,
  type Role,
  SECRETARIAT,
  verbOf,
} from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { describe, expect, it } from 'vitest';
import { POLICY_FILE, policyPage } from './table.ts';

const ME = 'me-person';
const OURS = 'our-organisation';
const THEIRS = 'their-organisation';
const THING = 'the-thing';

const table = policyTable(partnership);

const actorWith = (role: Role | 'system'): Actor => ({
  id: ME,
  roles: new Set([role]),
  circles: new Set([PUBLIC, PARTNERS, CORE, SECRETARIAT]),
  organisation: OURS,
});

const contextOf = (actor: Actor): Context => ({
  now: '2026-03-01T10:00:00.000Z',
  actor,
  answered: () => undefined,
});

/** A state in which whatever names an owner names this one: deciders may stumble over it, the guard comes first. */
const stateOwnedBy = (owner: string): JsonObject => {
  const names = [
    'organisation',
    'owner',
    'person',
    'by',
    'holder',
    'successor',
    'askedBy',
    'readers',
    'partner',
    'from',
    'to',
  ];
  return Object.fromEntries(names.map((name): [string, Json] => [name, owner]));
};

const isOwnedBy = (process: AnyProcess, owner: string): boolean => {
  try {
    return process.owner(stateOwnedBy(owner), THING) === owner;
  } catch {
    return false;
  }
};

/** The command of a row on a thing that belongs to `owner`, and the thing itself where it must exist. */
const caseOf = (
  row: PolicyRow,
  owner: string,
): { readonly command: Command; readonly entity: Entity | undefined } => {
  const noun = nounOf(row.command);
  const name = verbOf(row.command);
  const declaration = partnership.find(noun);
  const base = {
    id: 'c1',
    space: 'space',
    type: row.command,
    entity: THING,
    circle: row.circle,
    base: {},
    saidAt: '',
  };
  if (declaration?.kind === 'record') {
    const slots: JsonObject = declaration.owner === undefined ? {} : { [declaration.owner]: owner };
    const held = Object.fromEntries(Object.entries(slots).map(([slot, value]) => [slot, { at: 1, value }]));
    const entity: Entity = {
      kind: 'record',
      id: THING,
      type: noun,
      circle: row.circle,
      slots: { [EXISTS]: { at: 1, value: true }, ...held },
    };
    const isNew = name === 'add' || name === 'import';
    return { command: { ...base, payload: { slots, rows: [] } }, entity: isNew ? undefined : entity };
  }
  const isNew = declaration?.commands[name]?.creates === true;
  const entity: Entity = {
    kind: 'process',
    id: THING,
    type: noun,
    circle: row.circle,
    at: 1,
    state: stateOwnedBy(owner),
  };
  return { command: { ...base, payload: { organisation: owner } }, entity: isNew ? undefined : entity };
};

/** True when the guard lets the command through, whatever the rules behind it then say of an empty payload. */
const passes = (row: PolicyRow, role: Role | 'system', owner: string): boolean => {
  const { command, entity } = caseOf(row, owner);
  const state = emptyState();
  if (entity !== undefined) state.entities.set(THING, entity);
  try {
    const outcome = decide(partnership, command, state.entities, contextOf(actorWith(role)));
    return outcome.ok || outcome.code !== 'NotAllowed';
  } catch {
    // A decider stumbled over the stand-in state, so the guard had let it pass.
    return true;
  }
};

/** True when the thing of the row can belong to somebody at all. */
const canBelong = (row: PolicyRow): boolean => {
  const declaration = partnership.find(nounOf(row.command));
  if (declaration?.kind === 'record') return declaration.owner !== undefined;
  if (declaration === undefined) return false;
  return declaration.commands[verbOf(row.command)]?.creates === true || isOwnedBy(declaration, OURS);
};

describe('the policy table', () => {
  it('holds every command of every noun', () => {
    const nouns = [...partnership.declarations.values()];
    const expected = nouns.reduce(
      (sum, noun) =>
        sum + (noun.kind === 'record' ? RECORD_COMMANDS.length : Object.keys(noun.commands).length + 1),
      0,
    );
    expect(nouns.length).toBeGreaterThan(30);
    expect(table).toHaveLength(expected);
  });

  it.each(table.map((row) => [row.command, row] as const))(
    'holds for %s: every role, own and not own, allowed and refused',
    (_name, row) => {
      for (const role of ['system', ...ROLES] as const) {
        const actor = actorWith(role);
        expect([role, 'not own', passes(row, role, THEIRS)]).toEqual([
          role,
          'not own',
          isAllowed(row.permission, actor, false),
        ]);
        if (canBelong(row))
          expect([role, 'own', passes(row, role, OURS)]).toEqual([
            role,
            'own',
            isAllowed(row.permission, actor, true),
          ]);
      }
    },
  );

  it('gives a right to owners only where a thing can belong to somebody', () => {
    // A member's thing is the member: that they may leave by themselves is shown with the rules of membership.
    const dead = table.filter(
      (row) => row.permission.own !== undefined && !canBelong(row) && row.command !== 'member.leave',
    );
    const chosen = dead.filter((row) => !['protect', 'erase'].includes(verbOf(row.command)));
    expect(chosen.map((row) => row.command)).toEqual([]);
  });

  it('lets an observer change nothing but what is their own', () => {
    const open = table.filter((row) => row.permission.roles.includes('observer')).map((row) => row.command);
    // In the room of a group the list of its circle decides, not what somebody is outside of it.
    expect(open.filter((command) => nounOf(command) !== 'group')).toEqual(['circle.admit', 'circle.dismiss']);
  });

  it('leaves letting in to the secretariat and the system', () => {
    const joins = table.filter((row) =>
      ['member.join', 'member.rejoin', 'member.change'].includes(row.command),
    );
    expect(joins.map((row) => row.permission)).toEqual(
      joins.map(() => ({ roles: ['system', 'secretariat'] })),
    );
    expect(joins).toHaveLength(3);
  });

  it('is printed in the documents as it stands', () => {
    const page = readFileSync(POLICY_FILE, 'utf8');
    if (page !== policyPage())
      throw new Error(`${POLICY_FILE} is not current: run node tools/policy/main.ts`);
  });
});

describe('who reads which circle', () => {
  const group = 'group-circle';
  const stateWith = (role: Role, isReader: boolean) => {
    const state = emptyState();
    const process = { kind: 'process', circle: PARTNERS, at: 1 } as const;
    state.entities.set(ME, {
      ...process,
      id: ME,
      type: 'member',
      state: { roles: [role], since: 1, active: true },
    });
    const readers: JsonObject = isReader ? { [ME]: 2 } : { other: 2 };
    state.entities.set(group, {
      ...process,
      id: group,
      type: circleProcess.name,
      state: { purpose: 'group', readers, name: 'x' },
    });
    return state;
  };

  it.each(ROLES)(
    '%s reads partners and public, its own circle by role, and named circles by their list alone',
    (role) => {
      const by: { readonly [role: string]: string } = { core: CORE, secretariat: SECRETARIAT };
      const expected = [PUBLIC, PARTNERS, ...(by[role] === undefined ? [] : [by[role]])].sort();
      expect([...(actorOf(stateWith(role, false).entities, ME)?.circles ?? [])].sort()).toEqual(expected);
      expect([...(actorOf(stateWith(role, true).entities, ME)?.circles ?? [])].sort()).toEqual(
        [...expected, group].sort(),
      );
    },
  );

  it('is nobody who left', () => {
    const state = stateWith('secretariat', true);
    const process = { kind: 'process', circle: PARTNERS, at: 3 } as const;
    state.entities.set(ME, {
      ...process,
      id: ME,
      type: 'member',
      state: { roles: ['secretariat'], since: 1, active: false },
    });
    expect(actorOf(state.entities, ME)).toBeUndefined();
  });
});
