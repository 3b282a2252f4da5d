import type { Circle } from './circle.ts';
import { type AnyField, type Field, type Language, read, type Text, text, type Words } from './field.ts';
import { isSafeKey, type Json } from './json.ts';
import type { Permission, Role } from './policy.ts';
import type { Entity, RecordEntity, Slot } from './state.ts';

/** The fields of a record type by name. */
export type Fields = { readonly [field: string]: AnyField };

/** The words of a record type in one language. */
export interface RecordWords<K extends string = string> {
  readonly one: string;
  readonly many: string;
  readonly fields: { readonly [F in K]: string };
  /** One line under a field, where the label is not enough. */
  readonly hints?: { readonly [F in K]?: string };
  /** What an empty register says: what it is for, an example, the first step. */
  readonly empty?: string;
}

/** Who may do what with records of a type; moving, erasing and putting in safety included. */
export interface RecordPermissions {
  readonly add: Permission;
  readonly change: Permission;
  readonly remove: Permission;
}

/** One step of a record's format: how a slot of version `from` is written in version `from + 1`. */
export interface Upcast {
  readonly from: number;
  /** Maps one slot to none, one or several; the value is `undefined` when absent or erased. */
  slots(slot: string, value: Json | undefined): readonly (readonly [slot: string, value: Json | undefined])[];
}

/** A record type. One declaration yields validation, forms, tables, history, search, import, export and API. */
export interface RecordDeclaration<N extends string = string, F extends Fields = Fields> {
  readonly kind: 'record';
  readonly name: N;
  readonly version: number;
  /** The circle in which a new one is proposed: the narrowest that makes the room useful. */
  readonly circle: Circle;
  readonly fields: F;
  /** The field that names a record in lists. */
  readonly title: string;
  /** The fields shown as columns of a table, in order; all when absent. */
  readonly columns?: readonly string[];
  /** The field that says whose it is: an organisation or a person. */
  readonly owner?: string;
  /** The field that names the person whom the record is about: while they are in safety, it is withheld. */
  readonly about?: string;
  /**
   * Fields that say something of the person whom another field names, by that field: withheld while the person is in
   * safety, when the rest of the record stays.
   */
  readonly theirs?: { readonly [person: string]: readonly string[] | undefined };
  /** The date after whose last day everything that was written in a record is erased, this date apart. */
  readonly expires?: string;
  /** Fields that acts of a process decide: read as they stand, set by no record command. */
  readonly acts?: readonly string[];
  readonly who: RecordPermissions;
  readonly labels: { readonly [L in Language]: RecordWords };
  readonly upcasts?: readonly Upcast[];
}

type Keys<F> = Extract<keyof F, string>;

/** What a module writes to declare a record type. */
export interface RecordInput<F extends Fields> {
  readonly version: number;
  readonly circle: Circle;
  readonly fields: F;
  readonly title: Keys<F>;
  readonly columns?: readonly Keys<F>[];
  readonly owner?: Keys<F>;
  readonly about?: Keys<F>;
  readonly theirs?: { readonly [P in Keys<F>]?: readonly Keys<F>[] };
  readonly expires?: Keys<F>;
  readonly acts?: readonly Keys<F>[];
  readonly who: RecordPermissions;
  readonly labels: { readonly [L in Language]: RecordWords<Keys<F>> };
  readonly upcasts?: readonly Upcast[];
}

/** Slot names are made of field names: letters and digits, no prototype names. */
const FIELD = /^[a-z][A-Za-z0-9]{0,39}$/;

/**
 * Declares a record type. A missing French or English label, an unknown title, owner or column does not compile.
 * @throws when a field's name could not be a slot's (`__proto__`, `constructor`, signs): a defect of the declaration.
 */
export const record = <const N extends string, const F extends Fields>(
  name: N,
  input: RecordInput<F>,
): RecordDeclaration<N, F> => {
  for (const field of Object.keys(input.fields))
    if (!FIELD.test(field) || !isSafeKey(field))
      throw new Error(`record ${name}: "${field}" cannot be a field's name`);
  return { kind: 'record', name, ...input };
};

/** Any record type. */
export type AnyRecord = RecordDeclaration<string, Fields>;

/** The type of a field's value. */
export type ValueOf<F> = F extends Field<infer T, string> ? T : never;

/** A slot's name, taken apart. */
export interface SlotName {
  readonly field: string;
  /** The language of a translation. */
  readonly language?: string;
  /** The element of a set. */
  readonly element?: string;
}

/** Takes a slot's name apart: `body@en` is a translation, `languages#fr` an element. */
export const slotName = (slot: string): SlotName => {
  const translation = slot.indexOf('@');
  if (translation > 0) return { field: slot.slice(0, translation), language: slot.slice(translation + 1) };
  const element = slot.indexOf('#');
  if (element > 0) return { field: slot.slice(0, element), element: slot.slice(element + 1) };
  return { field: slot };
};

/** The name of the slot that holds the translation of `field` into `language`. */
export const translationSlot = (field: string, language: string): string => `${field}@${language}`;

/** The name of the slot of one element of a set. */
export const elementSlot = (field: string, element: string): string => `${field}#${element}`;

/** True of a field that an act decides. */
export const isActed = (declaration: AnyRecord, field: string): boolean =>
  declaration.acts?.includes(field) === true;

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const ELEMENT = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/;

/** The field that a slot belongs to; `undefined` when the declaration has no such slot. */
export const fieldOfSlot = (declaration: AnyRecord, slot: string): AnyField | undefined => {
  const { field: name, language, element } = slotName(slot);
  const field = Object.hasOwn(declaration.fields, name) ? declaration.fields[name] : undefined;
  if (field === undefined) return undefined;
  if (language !== undefined)
    return field.slots === 'perLanguage' && LANGUAGE.test(language) ? field : undefined;
  if (element === undefined) return field.slots === 'perElement' ? undefined : field;
  if (field.slots !== 'perElement' || !ELEMENT.test(element)) return undefined;
  if (field.options !== undefined && !Object.hasOwn(field.options, element)) return undefined;
  return field;
};

const slotOf = (entity: Entity | undefined, slot: string): Slot | undefined =>
  entity?.kind === 'record' && Object.hasOwn(entity.slots, slot) ? entity.slots[slot] : undefined;

/** The value of a one-slot field, as its declared type; `undefined` for absent, erased or another shape. */
export const valueOf = <F extends Fields, K extends Keys<F>>(
  declaration: RecordDeclaration<string, F>,
  entity: Entity | undefined,
  field: K,
): ValueOf<F[K]> | undefined => {
  const declared: F[K] = declaration.fields[field];
  const value = slotOf(entity, field)?.value;
  return isValueOf(declared, value) ? value : undefined;
};

// Widened to the union: a type parameter bound to it has no call signature of its own.
const isValueOf = <F extends AnyField>(field: F, value: unknown): value is ValueOf<F> => {
  const any: AnyField = field;
  return any.is(value);
};

/** The elements of a set field that are in it, sorted. */
export const elementsOf = (entity: Entity | undefined, field: string): readonly string[] => {
  if (entity?.kind !== 'record') return [];
  const prefix = `${field}#`;
  const found: string[] = [];
  // No list of all slots: the screens ask this of thousands of records that hold none of the elements.
  for (const slot in entity.slots)
    if (slot.startsWith(prefix) && entity.slots[slot]?.value === true) found.push(slot.slice(prefix.length));
  return found.sort();
};

/** A text as one reader gets it: their language, else the source, labelled. */
export interface ReadText {
  readonly text: string;
  readonly lang: string;
  /** True when this is a translation of an earlier revision of the source. */
  readonly stale: boolean;
  /** True when this is not the source. */
  readonly translated: boolean;
}

/** The revision of a source text: what translations point to. */
export const revisionOf = (slot: Slot): string | number => slot.rev ?? slot.at;

const TEXT = text();
const asText = (value: Json | undefined): Text | undefined => read(TEXT, value);

/** A text field in the wished language: the source if it is in it, a translation, else the source. */
export const textIn = (entity: Entity | undefined, field: string, language: string): ReadText | undefined => {
  const source = slotOf(entity, field);
  const original = asText(source?.value);
  if (source === undefined || original === undefined) return undefined;
  if (original.lang === language)
    return { text: original.text, lang: original.lang, stale: false, translated: false };
  const translation = slotOf(entity, translationSlot(field, language));
  const translated = asText(translation?.value);
  if (translation === undefined || translated === undefined)
    return { text: original.text, lang: original.lang, stale: false, translated: false };
  return {
    text: translated.text,
    lang: translated.lang,
    stale: translation.of !== revisionOf(source),
    translated: true,
  };
};

/** The languages into which a text is translated, and whether each is of an earlier revision. */
export const translationsOf = (
  entity: Entity | undefined,
  field: string,
): readonly { readonly language: string; readonly stale: boolean }[] => {
  if (entity?.kind !== 'record') return [];
  const source = slotOf(entity, field);
  const prefix = `${field}@`;
  return Object.entries(entity.slots)
    .filter(([slot, held]) => slot.startsWith(prefix) && held.value !== undefined)
    .map(([slot, held]) => ({
      language: slot.slice(prefix.length),
      stale: source === undefined || held.of !== revisionOf(source),
    }));
};

/** The name of a record in lists: its title field, in the wished language when it is a text. */
export const titleOf = (
  declaration: AnyRecord,
  entity: Entity | undefined,
  language: string,
): string | undefined => {
  const value = slotOf(entity, declaration.title)?.value;
  return typeof value === 'string' ? value : textIn(entity, declaration.title, language)?.text;
};

/** The fields that are required by the declaration and still without a value: said, never refused. */
export const missingFields = (declaration: AnyRecord, entity: RecordEntity): readonly string[] =>
  Object.entries(declaration.fields)
    .filter(
      ([name, field]) =>
        !field.optional && field.slots !== 'perElement' && entity.slots[name]?.value === undefined,
    )
    .map(([name]) => name);

/** A set of roles as a permission. */
export const by = (roles: readonly (Role | 'system')[], own?: readonly Role[]): Permission =>
  own === undefined ? { roles } : { roles, own };

/** The words of an option; the option itself when it is not declared (newer data). */
export const optionWords = (field: AnyField, option: string): Words =>
  (field.options !== undefined && Object.hasOwn(field.options, option)
    ? field.options[option]
    : undefined) ?? {
    fr: option,
    en: option,
  };
