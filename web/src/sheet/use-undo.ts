import { changeRecord, memberState, removeRecord, titleOf, type View } from '@tablee/domain/kernel';

import { partnership } from '@tablee/domain/modules';
import type { Brought } from '@tablee/domain/modules/register';

import { path } from '@tablee/domain/protocol';
import { useCallback } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Fault, request } from '#sync/api.ts';
import { type Act, useAct, useOpenSpace, usePersonal } from '#sync/use-space.ts';
import { broughtIn, type KeptBrought, type UndoPlan, undoPlan } from './brought.ts';
import { hasRoom } from './outbox.ts';

/** What undoing came to. */
export interface Undone {
  readonly act: Brought['act'];
  readonly removed: number;
  /** The names of what stays, because somebody has changed it since. */
  readonly stays: readonly string[];
  /** How many persons the vault still holds: the server was not reached, or they have joined since. */
  readonly people: number;
}

/** How many records are removed before the page and the server get their turn. */
const PIECE = 50;
/** How many cards one request empties. */
const PEOPLE_PIECE = 500;

/** Empties the cards of an import; answers how many stay. Without a network all of them do. */
const erasePeople = async (space: string, people: readonly string[]): Promise<number> => {
  let left = people.length;
  try {
    for (let at = 0; at < people.length; at += PEOPLE_PIECE) {
      const erase = people.slice(at, at + PEOPLE_PIECE);
      const answer = await request('POST', `${path.people(space)}/batch`, { erase });
      left -= erasedIn(answer);
    }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
  }
  return left;
};

const erasedIn = (answer: unknown): number =>
  typeof answer === 'object' && answer !== null && 'erased' in answer && Array.isArray(answer.erased)
    ? answer.erased.length
    : 0;

/** Lets members speak for their organisation of before, where they still speak for the one of the merger. */
const moveBack = async (view: View, act: Act, moved: Brought['moved']): Promise<void> => {
  for (const { person, from, to } of moved) {
    const entity = view.get(person);
    if (entity?.kind !== 'process') continue;
    const { since: _since, active: _active, ...terms } = memberState.read(entity.state);
    if (terms.organisation !== to) continue;
    const payload = { ...terms, organisation: from };
    await act.command('member.change', { entity: person, circle: entity.circle }, payload);
  }
};

/** What I brought in and can still take back, and the way to do so; an act of one list only when `noun` is given. */
export const useUndo = (noun?: string) => {
  const act = useAct();
  const { store, personal } = useOpenSpace();
  const { locale } = useLocale();
  const items = usePersonal();
  const kept = broughtIn(items).filter((each) => noun === undefined || each.brought.noun === noun);
  const undo = useCallback(
    async ({ id, brought }: KeptBrought): Promise<Undone> => {
      const plan = undoPlan(store.getView(), brought);
      const untouched = plan.stays.length === 0 && brought.filled.length === 0;
      const taken = untouched
        ? await Promise.all(brought.commands.map((each) => store.withdraw(each)))
        : [false];
      if (!taken.every(Boolean)) await takeBack(plan, { act, store });
      await moveBack(store.getView(), act, brought.moved);
      const people = await erasePeople(store.space, brought.people);
      await personal.drop(id);
      const stays = plan.stays.map((entity) => {
        const declaration = partnership.record(entity.type);
        return (declaration && titleOf(declaration, entity, locale)) ?? '?';
      });
      return { act: brought.act, removed: plan.remove.length, stays, people };
    },
    [act, store, personal, locale],
  );
  return { kept, undo };
};

const takeBack = async (
  plan: UndoPlan,
  { act, store }: { readonly act: Act; readonly store: Parameters<typeof hasRoom>[0] },
): Promise<void> => {
  for (const { entity, slots } of plan.restore) await act.issue(changeRecord(act.ticket(), entity, slots));
  for (let at = 0; at < plan.remove.length; at += PIECE) {
    // A command that was taken back a moment ago has taken its record along.
    const there = plan.remove.slice(at, at + PIECE).filter(({ id }) => store.getView().get(id) !== undefined);
    await act.issueAll(there.map((entity) => removeRecord(act.ticket(), entity)));
    await hasRoom(store, PIECE);
  }
};
