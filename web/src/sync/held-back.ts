import { filesNamedIn } from '@tablee/domain/file';
import type { WaitingRow } from './shelf.ts';

/**
 * The commands that can go now, in their order: all but those whose file is still `kept` here, and those that speak of
 * what such a command is about, since the server decides in the order in which things were done. Words do not wait for
 * a photo that has nothing to do with them.
 */
export const ready = (rows: readonly WaitingRow[], kept: ReadonlySet<string>): readonly WaitingRow[] => {
  const held: string[] = [];
  return rows.filter(({ command }) => {
    const text = JSON.stringify(command);
    const waits =
      filesNamedIn(command.payload).some((hash) => kept.has(hash)) || held.some((id) => text.includes(id));
    if (waits) held.push(command.id, command.entity);
    return !waits;
  });
};
