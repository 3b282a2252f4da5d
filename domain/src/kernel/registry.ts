import type { Permission, PolicyRow } from './policy.ts';
import type { AnyProcess } from './process.ts';
import type { AnyRecord } from './record.ts';

/** One noun of a space: a record type or a process. */
export type Declaration = AnyRecord | AnyProcess;

/** All nouns of a kind of space. */
export interface Registry {
  readonly declarations: ReadonlyMap<string, Declaration>;
  find(noun: string): Declaration | undefined;
  record(noun: string): AnyRecord | undefined;
  process(noun: string): AnyProcess | undefined;
}

/**
 * Puts declarations together.
 * @throws when a noun is declared twice: a defect.
 */
export const registry = (...declarations: readonly Declaration[]): Registry => {
  const byName = new Map<string, Declaration>();
  for (const declaration of declarations) {
    if (byName.has(declaration.name)) throw new Error(`"${declaration.name}" is declared twice`);
    byName.set(declaration.name, declaration);
  }
  return {
    declarations: byName,
    find: (noun) => byName.get(noun),
    record: (noun) => {
      const found = byName.get(noun);
      return found?.kind === 'record' ? found : undefined;
    },
    process: (noun) => {
      const found = byName.get(noun);
      return found?.kind === 'process' ? found : undefined;
    },
  };
};

/** The part before the first point: `actor` of `actor.changed`. */
export const nounOf = (type: string): string => type.slice(0, Math.max(0, type.indexOf('.')));

/** The part after the first point: `changed` of `actor.changed`. */
export const verbOf = (type: string): string => type.slice(type.indexOf('.') + 1);

/** The one policy table, row by row: who may issue which command, by default in which circle. */
export const policyTable = (nouns: Registry): readonly PolicyRow[] =>
  [...nouns.declarations.values()].flatMap((declaration): PolicyRow[] =>
    declaration.kind === 'record'
      ? RECORD_COMMANDS.map((command) => ({
          command: `${declaration.name}.${command}`,
          circle: declaration.circle,
          permission: recordPermission(declaration, command),
        }))
      : [
          ...Object.entries(declaration.commands).map(([command, spec]) => ({
            command: `${declaration.name}.${command}`,
            circle: declaration.circle,
            permission: spec.who,
          })),
          { command: `${declaration.name}.erase`, circle: declaration.circle, permission: PROCESS_ERASURE },
        ],
  );

/** Who may erase texts of any process: the keepers, and those to whom it belongs. */
export const PROCESS_ERASURE: Permission = {
  roles: ['secretariat', 'core', 'chair', 'system'],
  own: ['leader', 'focal', 'deputy', 'coordinator'],
};

/** The commands that every record type has. */
export const RECORD_COMMANDS = [
  'add',
  'change',
  'undo',
  'remove',
  'move',
  'protect',
  'erase',
  'import',
] as const;
/** One of the commands that every record type has. */
export type RecordCommand = (typeof RECORD_COMMANDS)[number];

/** Who may issue a record command: erasing and putting in safety are open to the keepers and to whom it belongs. */
export const recordPermission = (declaration: AnyRecord, command: RecordCommand): PolicyRow['permission'] => {
  switch (command) {
    case 'add':
    case 'import':
      return declaration.who.add;
    case 'change':
    case 'undo':
      return declaration.who.change;
    case 'remove':
    case 'move':
      return declaration.who.remove;
    case 'protect':
    case 'erase':
      return {
        roles: ['secretariat', 'core', 'chair', 'system'],
        own: ['leader', 'focal', 'deputy', 'coordinator'],
      };
  }
};
