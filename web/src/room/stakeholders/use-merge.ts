import { isPresent, isWithin, type Json, memberState, type RecordEntity } from '@tablee/domain/kernel';
import { mergeCommands } from '@tablee/domain/modules/actor';
import { useCallback } from 'react';
import { keepBrought } from '#sheet/brought.ts';
import { useAct, useOpenSpace, useYou } from '#sync/use-space.ts';

/** Merges one actor into another as one act: chosen values, the merger, and who speaks for them; undone as one too. */
export const useMerge = () => {
  const act = useAct();
  const you = useYou();
  const { store, personal } = useOpenSpace();
  return useCallback(
    async (stays: RecordEntity, joins: RecordEntity, chosen: readonly string[]): Promise<void> => {
      const id = act.newId();
      // In the narrower circle of the two: a merger tells that both are there.
      const circle = isWithin(stays.circle, joins.circle) ? stays.circle : joins.circle;
      const commands = mergeCommands(act.ticket, { stays, joins, chosen, id }, circle);
      const filled: { entity: string; slot: string; value: Json; before?: Json }[] = [];
      for (const command of commands) {
        const slots = command.type === 'actor.change' ? command.payload['slots'] : undefined;
        for (const [slot, value] of Object.entries(slots ?? {})) {
          const before = stays.slots[slot]?.value;
          filled.push({ entity: stays.id, slot, value, ...(before === undefined ? {} : { before }) });
        }
        await act.issue(command);
      }
      const moved: { person: string; from: string; to: string }[] = [];
      // Who speaks for an organisation is the secretariat's to change; for others it stays as it is.
      const mayMove = you?.roles.includes('secretariat') === true;
      for (const entity of mayMove ? [...store.getPlainView().list('member')] : []) {
        if (entity.kind !== 'process' || !isPresent(entity)) continue;
        const { since: _since, active, ...terms } = memberState.read(entity.state);
        if (!active || terms.organisation !== joins.id) continue;
        const payload = { ...terms, organisation: stays.id };
        const place = { entity: entity.id, circle: entity.circle };
        await act.command('member.change', place, payload);
        moved.push({ person: entity.id, from: joins.id, to: stays.id });
      }
      await keepBrought(personal, {
        act: 'merge',
        noun: 'merger',
        rows: 1,
        commands: [],
        added: [{ noun: 'merger', entities: [id] }],
        filled,
        people: [],
        moved,
      });
    },
    [act, you, store, personal],
  );
};
