import { type AnyRecord, isPresent, type RecordEntity, removeRecord } from '@tablee/domain/kernel';
import { useState } from 'react';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { chunksOf, type Slots } from './incoming.ts';

/** An import of this visit: what it brought, so that it can be undone as a whole. */
export interface Imported {
  readonly noun: string;
  readonly commands: readonly string[];
  readonly entities: readonly string[];
}

/** What undoing an import did: what was removed, and what stays because somebody has changed it since. */
export interface Undone {
  readonly removed: number;
  readonly kept: number;
}

// One import per partnership is kept for this visit, so that leaving the page does not take the way back.
const last = new Map<string, Imported>();

/** True while a record still holds only what one event wrote: nobody has changed, translated or moved it since. */
export const isUntouched = (entity: RecordEntity): boolean =>
  new Set(Object.values(entity.slots).map((slot) => slot.at)).size === 1;

/** Imports rows, and undoes the whole of the last import. */
export const useImport = () => {
  const act = useAct();
  const view = useView();
  const { store } = useOpenSpace();
  const [imported, setImported] = useState(() => last.get(store.space));
  const keep = (next: Imported | undefined): void => {
    if (next === undefined) last.delete(store.space);
    else last.set(store.space, next);
    setImported(next);
  };
  const bring = async (declaration: AnyRecord, rows: readonly Slots[]): Promise<void> => {
    const named = rows.map((slots) => ({ entity: act.newId(), slots }));
    const commands: string[] = [];
    for (const chunk of chunksOf(named)) {
      const ticket = act.ticket();
      commands.push(ticket.id);
      await act.issue({
        ...ticket,
        type: `${declaration.name}.import`,
        entity: act.newId(),
        circle: declaration.circle,
        payload: { rows: chunk.map(({ entity, slots }) => ({ entity, slots })) },
        base: {},
      });
    }
    keep({ noun: declaration.name, commands, entities: named.map((row) => row.entity) });
  };
  const undo = async ({ commands, entities }: Imported): Promise<Undone> => {
    const held = entities
      .map((id) => view.get(id))
      .filter((entity): entity is RecordEntity => entity?.kind === 'record' && isPresent(entity));
    const untouched = held.filter(isUntouched);
    // Nothing was changed and nothing was sent: the commands are simply taken back.
    const unsent = untouched.length === held.length;
    const taken = unsent ? await Promise.all(commands.map((id) => store.withdraw(id))) : [false];
    if (!taken.every(Boolean))
      for (const entity of untouched)
        if (store.getView().get(entity.id) !== undefined) await act.issue(removeRecord(act.ticket(), entity));
    keep(undefined);
    return { removed: untouched.length, kept: held.length - untouched.length };
  };
  return { imported, bring, undo };
};
