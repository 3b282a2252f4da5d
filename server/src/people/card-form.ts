import { emailOf, lineOf } from './form.ts';
import type { CardChange } from './port.ts';
import { type Refused, refused } from './refusal.ts';

/** A person's card as somebody writes it: as it came, not yet trusted. `null` empties a field. */
export interface CardForm {
  readonly name?: unknown;
  readonly email?: unknown;
  readonly phone?: unknown;
  readonly designation?: unknown;
  readonly language?: unknown;
  readonly purpose?: unknown;
  readonly basis?: unknown;
}

/** Fields by name, with their longest length. */
const FIELDS = [
  ['name', 300],
  ['phone', 60],
  ['designation', 300],
  ['language', 20],
  ['purpose', 300],
  ['basis', 300],
] as const;

/** Reads a card field by field; the first one that cannot be kept refuses the whole. */
export const readCard = (form: CardForm): { readonly ok: true; readonly change: CardChange } | Refused => {
  const change: { -readonly [Field in keyof CardChange]: CardChange[Field] } = {};
  for (const [field, longest] of FIELDS) {
    const value = form[field];
    if (value === undefined) continue;
    const line = value === null || value === '' ? null : lineOf(value, longest);
    if (line === undefined) return refused('Invalid');
    change[field] = line;
  }
  if (form.email !== undefined) {
    const email = form.email === null || form.email === '' ? null : emailOf(form.email);
    if (email === undefined) return refused('EmailInvalid');
    change.email = email;
  }
  return { ok: true, change };
};
