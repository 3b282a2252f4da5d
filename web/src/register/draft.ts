import {
  type AnyField,
  type AnyRecord,
  type Entity,
  elementSlot,
  type Json,
  own,
  type RecordEntity,
  slotName,
} from '@tablee/domain/kernel';

/** What a form has changed so far, by slot; null clears. */
export type Draft = { readonly [slot: string]: Json };

/** The value of a slot as the form shows it: the draft's, else the entity's as it was opened. */
export const draftValue = (draft: Draft, seen: RecordEntity | undefined, slot: string): Json | undefined => {
  const changed = own(draft, slot);
  if (changed !== undefined) return changed === null ? undefined : changed;
  return seen?.slots[slot]?.value;
};

/** The elements of a set as the form shows it. */
export const draftElements = (
  draft: Draft,
  seen: RecordEntity | undefined,
  field: string,
): readonly string[] => {
  const names = new Set([...Object.keys(seen?.slots ?? {}), ...Object.keys(draft)]);
  const elements: string[] = [];
  for (const name of names) {
    const { field: of, element } = slotName(name);
    if (of === field && element !== undefined && draftValue(draft, seen, name) === true)
      elements.push(element);
  }
  return elements.sort();
};

/** The draft after the elements of a set were chosen. */
export const withElements = (
  draft: Draft,
  seen: RecordEntity | undefined,
  field: string,
  chosen: readonly string[],
): Draft => {
  const next: Record<string, Json> = { ...draft };
  for (const element of draftElements(draft, seen, field))
    if (!chosen.includes(element)) next[elementSlot(field, element)] = false;
  for (const element of chosen) next[elementSlot(field, element)] = true;
  return next;
};

/** Only what really differs from what the form opened: leaving a field untouched writes nothing. */
export const changesIn = (draft: Draft, seen: RecordEntity | undefined): Draft =>
  Object.fromEntries(
    Object.entries(draft).filter(
      ([slot, value]) =>
        JSON.stringify(seen?.slots[slot]?.value ?? null) !== JSON.stringify(value) &&
        !(value === false && seen?.slots[slot] === undefined),
    ),
  );

/** A value that a field would refuse: which field, and what it expected. */
export interface Fault {
  readonly slot: string;
  readonly field: string;
  readonly expected: string;
  readonly limit?: number;
}

/** What the declaration's own parsers say of a draft, before anything is sent. */
export const faultsIn = (declaration: AnyRecord, draft: Draft): readonly Fault[] =>
  Object.entries(draft).flatMap(([slot, value]): Fault[] => {
    const name = slotName(slot).field;
    const field: AnyField | undefined = own(declaration.fields, name);
    if (field === undefined || value === null) return [];
    const parsed = field.parse(value);
    if (parsed.ok) return [];
    return [
      {
        slot,
        field: name,
        expected: parsed.expected,
        ...(parsed.limit === undefined ? {} : { limit: parsed.limit }),
      },
    ];
  });

/** True for a record. */
export const isRecord = (entity: Entity | undefined): entity is RecordEntity => entity?.kind === 'record';
