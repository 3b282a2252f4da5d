import { isErased, type PartRef, textOf } from '@tablee/domain/kernel';
import type { Group, Statement } from './state.ts';

/** What of a group's words may be erased together. */
export interface ErasableWords {
  /** Unique in the list. */
  readonly key: string;
  readonly what: 'mandate' | 'message' | 'position' | 'paper' | 'report' | 'delegate' | 'statement';
  /** How it begins: to be recognised by. */
  readonly text: string;
  /** ISO day or instant; absent where none is kept. */
  readonly at?: string;
  /** The parts, as the command to erase takes them. */
  readonly targets: readonly string[];
}

/** What is not confirmed yet has no number by which it could be erased. */
const targetsOf = (parts: readonly (PartRef | null)[]): readonly string[] =>
  parts.flatMap((part) =>
    part === null || isErased(part) || typeof part.at !== 'number' ? [] : [`${part.$part}:${part.at}`],
  );

const words = (
  key: string,
  what: ErasableWords['what'],
  parts: readonly (PartRef | null)[],
  at?: string,
): readonly ErasableWords[] => {
  const targets = targetsOf(parts);
  const text = parts.flatMap((part) => textOf(part ?? undefined) ?? []).join(' · ');
  return targets.length === 0 ? [] : [{ key, what, text, targets, ...(at === undefined ? {} : { at }) }];
};

/**
 * Everything that a group wrote and that still stands, the latest first within each kind. The name of the room is not
 * among it: its readers need it to find the room.
 */
export const erasableIn = (group: Group): readonly ErasableWords[] => [
  ...group.messages.toReversed().flatMap(({ id, text, at }) => words(id, 'message', [text], at)),
  ...group.positions
    .toReversed()
    .flatMap(({ id, title, versions }) =>
      versions
        .toReversed()
        .flatMap(({ number, text, at }) =>
          words(`${id}-${number}`, 'position', number === 1 ? [title, text] : [text], at),
        ),
    ),
  ...group.papers
    .toReversed()
    .flatMap(({ id, title, text, file, at }) => words(id, 'paper', [title, text, file], at)),
  ...group.reports.toReversed().flatMap(({ id, text, next, on }) => words(id, 'report', [text, next], on)),
  ...group.delegates.toReversed().flatMap(({ id, name, task }) => words(id, 'delegate', [name, task])),
  ...words('mandate', 'mandate', [group.mandate]),
];

/** The words of a statement, for who published it. */
export const erasableStatement = (
  id: string,
  { title, text, file, at }: Statement,
): readonly ErasableWords[] => words(id, 'statement', [title, text, file], at);
