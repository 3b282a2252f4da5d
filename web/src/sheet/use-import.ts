import type { AnyRecord, Command, Json, Ticket } from '@tablee/domain/kernel';
import { useCallback, useState } from 'react';
import { useAct, useOpenSpace } from '#sync/use-space.ts';
import { keepBrought, MOST_KEPT } from './brought.ts';
import { chunksOf, type ImportRow, type Slots } from './incoming.ts';
import { hasRoom } from './outbox.ts';

/** Rows that are made ready in one go: the page has its turn before the next. */
export const PREPARED = 1_000;

/** How far an import is. */
export interface ImportProgress {
  readonly done: number;
  readonly all: number;
}

/** Rows into a list, one command for some hundred of them; what they brought is kept, so that the whole can be undone. */
export const useImport = () => {
  const act = useAct();
  const { store, personal } = useOpenSpace();
  const [progress, setProgress] = useState<ImportProgress>();
  const send = useCallback(
    async (declaration: AnyRecord, slots: readonly Slots[], from: number, all: number): Promise<void> => {
      const commands: string[] = [];
      const entities: string[] = [];
      for (let at = 0; at < slots.length; at += PREPARED) {
        const rows = slots
          .slice(at, at + PREPARED)
          .map((each): ImportRow => ({ entity: act.newId(), slots: each }));
        for (const chunk of chunksOf(rows)) {
          const command = importCommand(act.ticket(), act.newId(), declaration, chunk);
          await act.issue(command);
          commands.push(command.id);
          entities.push(...chunk.map(({ entity }) => entity));
          setProgress({ done: from + entities.length, all });
          await hasRoom(store);
        }
      }
      const added = [{ noun: declaration.name, entities }];
      await keepBrought(personal, {
        noun: declaration.name,
        rows: slots.length,
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
      setProgress({ done: 0, all: slots.length });
      for (let at = 0; at < slots.length; at += MOST_KEPT)
        await send(declaration, slots.slice(at, at + MOST_KEPT), at, slots.length);
      setProgress(undefined);
    },
    [send],
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
