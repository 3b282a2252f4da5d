import {
  type AnyRecord,
  addRecord,
  type Command,
  changeRecord,
  elementSlot,
  isPresent,
  type Json,
  type RecordEntity,
  slotName,
  type Ticket,
  textIn,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { actor } from './actor.ts';
import { merger } from './merger.ts';

/** A field in which the two say something different: both values as they stand in their slots. */
export interface MergeConflict {
  readonly field: string;
  readonly stays: Json;
  readonly joins: Json;
}

/** What becomes one when two actors are merged. */
export interface MergePlan {
  /** Fields of which one value has to be chosen, in the order of the declaration. */
  readonly conflicts: readonly MergeConflict[];
  /** Slots that only the joining one has: the staying one takes them over. */
  readonly taken: { readonly [slot: string]: Json };
}

const valueIn = (entity: RecordEntity, slot: string): Json | undefined => {
  const held = entity.slots[slot];
  return held?.erased === true ? undefined : held?.value;
};

/**
 * What merging `joins` into `stays` means for their values. Sets (stakes, languages) are united; a translation goes
 * with its source, so it is taken over only where the source is.
 */
export const mergePlan = (stays: RecordEntity, joins: RecordEntity): MergePlan => {
  const declaration: AnyRecord = actor;
  const conflicts: MergeConflict[] = [];
  const taken: Record<string, Json> = {};
  for (const [field, { slots: form }] of Object.entries(declaration.fields)) {
    if (form === 'perElement') {
      for (const slot of Object.keys(joins.slots)) {
        const named = slotName(slot);
        if (named.field !== field || named.element === undefined || valueIn(joins, slot) !== true) continue;
        if (valueIn(stays, slot) !== true) taken[elementSlot(field, named.element)] = true;
      }
      continue;
    }
    const [mine, theirs] = [valueIn(stays, field), valueIn(joins, field)];
    if (theirs === undefined) continue;
    if (mine === undefined) Object.assign(taken, withTranslations(joins, field));
    else if (!isSame(mine, theirs)) conflicts.push({ field, stays: mine, joins: theirs });
  }
  return { conflicts, taken };
};

const isSame = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A field's slot with its translations, as they are to be written elsewhere. */
const withTranslations = (entity: RecordEntity, field: string): { [slot: string]: Json } => {
  const slots: Record<string, Json> = {};
  for (const slot of Object.keys(entity.slots)) {
    const value = valueIn(entity, slot);
    if (slotName(slot).field === field && value !== undefined) slots[slot] = value;
  }
  return slots;
};

/** What a merger asks for. */
export interface MergeAsked {
  readonly stays: RecordEntity;
  readonly joins: RecordEntity;
  /** The fields of which the joining one's value is to stand. */
  readonly chosen: readonly string[];
  /** The id of the merger's record. */
  readonly id: string;
}

/**
 * The commands of one merger, in order: what the staying one takes over (absent when nothing), then the merger, in the
 * narrower of the two circles. `ticket` gives a new ticket per command.
 */
export const mergeCommands = (
  ticket: () => Ticket,
  asked: MergeAsked,
  circle: string,
): readonly Command[] => {
  const { stays, joins, chosen, id } = asked;
  const { conflicts, taken } = mergePlan(stays, joins);
  const slots: Record<string, Json> = { ...taken };
  for (const { field } of conflicts)
    if (chosen.includes(field)) Object.assign(slots, withTranslations(joins, field));
  const commands: Command[] = [];
  if (Object.keys(slots).length > 0) commands.push(changeRecord(ticket(), stays, slots));
  commands.push(addRecord(ticket(), 'merger', { entity: id, circle }, { from: joins.id, into: stays.id }));
  return commands;
};

/** An actor that has joined another, as the page of the one that stays tells it. */
export interface Joined {
  /** The merger's record: removing it takes the two apart again. */
  readonly merger: RecordEntity;
  /** The actor that joined, whose own history stays under its own id. */
  readonly id: string;
  readonly reason: string | undefined;
}

/** Who has joined an actor directly. Takes the plain view, in which both are there. */
export const joinedTo = (view: View, id: string, lang: string): readonly Joined[] =>
  [...view.list('merger')].flatMap((entity) => {
    if (entity.kind !== 'record' || !isPresent(entity) || valueOf(merger, entity, 'into') !== id) return [];
    const from = valueOf(merger, entity, 'from');
    return from === undefined
      ? []
      : [{ merger: entity, id: from, reason: textIn(entity, 'reason', lang)?.text }];
  });
