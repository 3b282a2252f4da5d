import {
  type Circle,
  circleState,
  isSince,
  memberState,
  own,
  textOf,
  type View,
} from '@tablee/domain/kernel';
import { processesIn, type Running } from '../reading/index.ts';
import {
  type Delegate,
  type Group,
  type GroupMessage,
  type GroupPosition,
  groupState,
  type Statement,
  statementState,
} from './state.ts';

/** The rooms that the reader of the view is in: open ones first, each part by name. */
export const groups = (view: View): readonly Running<Group>[] =>
  [...processesIn(view, groupState)].sort(
    (a, b) =>
      Number(a.state.closed !== null) - Number(b.state.closed !== null) ||
      (textOf(a.state.name ?? undefined) ?? '').localeCompare(textOf(b.state.name ?? undefined) ?? ''),
  );

/** Who reads a named circle: active members on its list since they last joined. Helpers invited for a time are not on it. */
export const groupMembers = (view: View, circle: Circle): readonly string[] => {
  const list = view.get(circle);
  if (list?.kind !== 'process' || list.type !== 'circle') return [];
  const { readers } = circleState.read(list.state);
  return Object.keys(readers)
    .filter((person) => {
      const entity = view.get(person);
      const added = own(readers, person);
      if (entity?.kind !== 'process' || entity.type !== 'member' || added === undefined) return false;
      const held = memberState.read(entity.state);
      return held.active && isSince(held.since, added);
    })
    .sort();
};

/** True when a delegate speaks for the group on this day. */
export const isInOffice = ({ from, until, endedOn }: Delegate, today: string): boolean =>
  (from === null || from <= today) &&
  (until === null || until >= today) &&
  (endedOn === null || endedOn > today);

/** One thread: what opened it and the answers, the oldest first. */
export interface Thread {
  readonly opening: GroupMessage;
  readonly answers: readonly GroupMessage[];
}

const last = ({ opening, answers }: Thread): string => answers.at(-1)?.at ?? opening.at;

/** The group's conversation: the thread with the latest word first. An answer to an answer stands in the same thread. */
export const threads = (state: Group): readonly Thread[] => {
  const rootOf = new Map<string, string>();
  for (const { id, answers } of state.messages)
    rootOf.set(id, answers === null ? id : (rootOf.get(answers) ?? answers));
  return state.messages
    .filter((message) => rootOf.get(message.id) === message.id)
    .map((opening) => ({
      opening,
      answers: state.messages.filter((each) => each !== opening && rootOf.get(each.id) === opening.id),
    }))
    .sort((a, b) => (last(a) < last(b) ? 1 : -1));
};

/** What a common position counts for: being worded, agreed in this version, or agreed in an earlier one. */
export type PositionStage = 'draft' | 'confirmed' | 'reworded';

/** The stage of a common position. */
export const stageOf = ({ confirmed, versions }: GroupPosition): PositionStage =>
  confirmed === null ? 'draft' : confirmed.version === versions.length ? 'confirmed' : 'reworded';

/** The named circles of which somebody is the only reader left, with what they hold: left behind, nobody reads them. */
export const readAlone = (view: View, person: string): readonly Running<Group>[] =>
  groups(view).filter(({ circle, state }) => {
    const members = groupMembers(view, circle);
    return state.closed === null && members.length === 1 && members[0] === person;
  });

/** What groups said to the reader of the view, the latest first; with `about`, on that text or decision alone. */
export const statements = (view: View, about?: string): readonly Running<Statement>[] =>
  processesIn(view, statementState)
    .filter(({ state }) => about === undefined || state.about === about)
    .sort((a, b) => (a.state.at < b.state.at ? 1 : -1));
