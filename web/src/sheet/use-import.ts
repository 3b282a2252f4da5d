import type { AnyRecord, Command, Json, Ticket } from '@tablee/domain/kernel';
import { useCallback, useState } from 'react';
import { useAct, useOpenSpace } from '#sync/use-space.ts';
import { keepBrought, MOST_KEPT } from './brought.ts';
import { chunksOf, type ImportRow, type Slots } from './incoming.ts';
import { hasRoom } from './outbox.ts';

/** How far an import is. */
export interface ImportProgress {
  readonly done: number;
  readonly all: number;
}

/** Rows into a list, one command for up to 500 of them; what they brought is kept, so that the whole can be undone. */
export const useImport = () => {
  const act = useAct();
  const { store, personal } = useOpenSpace();
  const [progress, setProgress] = useState<ImportProgress>();
  const send = useCallback(
    async (declaration: AnyRecord, rows: readonly ImportRow[], from: number, all: number): Promise<void> => {
      const commands: string[] = [];
      let done = from;
      for (const chunk of chunksOf(rows)) {
        const command = importCommand(act.ticket(), act.newId(), declaration, chunk);
        commands.push(command.id);
        await act.issue(command);
        done += chunk.length;
        setProgress({ done, all });
        await hasRoom(store);
      }
      const entities = rows.map((row) => row.entity);
      const added = [{ noun: declaration.name, entities }];
      await keepBrought(personal, {
        noun: declaration.name,
        rows: rows.length,
        commands,
        added,
        filled: [],
        people: [],
      });
    },
    [act, store, personal],
  );
  const bring = useCallback(
    async (declaration: AnyRecord, slots: readonly Slots[]): Promise<void> => {
      const rows = slots.map((each): ImportRow => ({ entity: act.newId(), slots: each }));
      setProgress({ done: 0, all: rows.length });
      for (let at = 0; at < rows.length; at += MOST_KEPT)
        await send(declaration, rows.slice(at, at + MOST_KEPT), at, rows.length);
      setProgress(undefined);
    },
    [act, send],
  );
  return { bring, progress };
};

/** The command that brings a piece of an import in. */
export const importCommand = (
  ticket: Ticket,
  entity: string,
  declaration: AnyRecord,
  chunk: readonly ImportRow[],
): Command => ({
  ...ticket,
  type: `${declaration.name}.import`,
  entity,
  circle: declaration.circle,
  payload: {
    rows: chunk.map(({ entity: id, slots }): { [key: string]: Json } => ({
      entity: id,
      slots: { ...slots },
    })),
  },
  base: {},
});
