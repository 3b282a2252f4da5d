import type { Json } from '@tablee/domain/kernel';

/** A text in its source language with its translations. */
export class Said {
  readonly lang: string;
  readonly text: string;
  readonly translations: { readonly [lang: string]: string };

  /** The source comes first, translations by language. */
  constructor(lang: string, text: string, translations: { readonly [lang: string]: string }) {
    this.lang = lang;
    this.text = text;
    this.translations = translations;
  }
}

/** Written in French, translated into English. */
export const fr = (text: string, en?: string): Said => new Said('fr', text, en === undefined ? {} : { en });

/** Written in English, translated into French. */
export const en = (text: string, french?: string): Said =>
  new Said('en', text, french === undefined ? {} : { fr: french });

/** The elements of a set: each becomes a slot of its own. */
export class Elements {
  readonly names: readonly string[];

  /** Element names: ids for references, short words for tags and choices. */
  constructor(names: readonly string[]) {
    this.names = names;
  }
}

/** A set of tags, choices or references. */
export const each = (...names: readonly string[]): Elements => new Elements(names);

/** The value of a field, as a story writes it. */
export type Value = Json | Said | Elements;

/** Fields of a record by name, as a story writes them. */
export type Content = { readonly [field: string]: Value };

/** The slots of a content in its source languages. */
export const slotsOf = (content: Content): { readonly [slot: string]: Json } => {
  const slots: Record<string, Json> = {};
  for (const [field, value] of Object.entries(content)) {
    if (value instanceof Said) slots[field] = { lang: value.lang, text: value.text };
    else if (value instanceof Elements) for (const name of value.names) slots[`${field}#${name}`] = true;
    else slots[field] = value;
  }
  return slots;
};

/** The slots of its translations, made by a person. */
export const translationsOf = (content: Content): { readonly [slot: string]: Json } => {
  const slots: Record<string, Json> = {};
  for (const [field, value] of Object.entries(content))
    if (value instanceof Said)
      for (const [lang, text] of Object.entries(value.translations))
        slots[`${field}@${lang}`] = { lang, text, by: 'person' };
  return slots;
};
