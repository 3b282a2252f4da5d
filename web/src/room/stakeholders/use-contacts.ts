import {
  type Contact,
  type ContactChoice,
  type ContactGroup,
  type ContactMatch,
  contactBuckets,
  contactGroup,
  contactMatcher,
  contactReader,
} from '@tablee/domain/modules/actor';
import { recordsIn } from '@tablee/domain/modules/reading';
import { useEffect, useMemo, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { sliced } from '#sheet/slice.ts';
import { useView } from '#sync/use-space.ts';
import type { ContactSheet } from './contact-sheet.ts';

/** What a person chose for the rows. */
export interface ContactChoices {
  readonly byLine: ReadonlyMap<number, ContactChoice>;
  readonly takeGuesses: boolean;
}

/** What the rows become, as far as they are read and chosen. */
export interface Contacts {
  readonly contacts: readonly Contact[];
  readonly matches: ReadonlyMap<number, ContactMatch>;
  readonly groups: readonly ContactGroup[];
  /** False while rows are still being read, compared or sorted. */
  readonly done: boolean;
}

interface Read {
  readonly contacts: readonly Contact[];
  readonly matches: ReadonlyMap<number, ContactMatch>;
  readonly done: boolean;
}

const NOTHING: Read = { contacts: [], matches: new Map(), done: false };

const withoutGuess = (contact: Contact): Contact =>
  contact.sectorGuessed ? { ...contact, sector: undefined, sectorGuessed: false } : contact;

/** The rows of a sheet and whom each may be, read and compared in slices; as they were while `isHeld`. */
const useRead = (sheet: ContactSheet, isHeld: boolean): Read => {
  const view = useView();
  const { locale } = useLocale();
  const [read, setRead] = useState(NOTHING);
  useEffect(() => {
    if (isHeld) return undefined;
    const reader = contactReader(sheet, locale);
    const matcher = contactMatcher();
    const contacts: Contact[] = [];
    const matches = new Map<number, ContactMatch>();
    const take = (cells: readonly string[], index: number): void => {
      const contact = reader(cells, index);
      if (contact === undefined) return;
      contacts.push(contact);
      const match = matcher.match(contact);
      if (match !== undefined) matches.set(contact.line, match);
    };
    const steps = [
      ...recordsIn(view, 'actor').map((entity) => () => matcher.know(entity)),
      ...sheet.rows.slice(sheet.hasHead ? 1 : 0).map((cells, index) => () => take(cells, index)),
    ];
    return sliced(
      steps,
      (step) => step(),
      (done) => setRead({ contacts: [...contacts], matches: new Map(matches), done }),
    );
  }, [view, sheet, locale, isHeld]);
  return read;
};

/**
 * What the rows of a list of contacts become: read, compared with who is there and sorted in slices, so that the page
 * answers meanwhile; a short list is there at once. Begins anew with another sheet, choice or state of the partnership,
 * but not while `isHeld`: what comes in by the import itself is no double of it.
 */
export const useContacts = (
  sheet: ContactSheet,
  { byLine, takeGuesses }: ContactChoices,
  isHeld: boolean,
): Contacts => {
  const view = useView();
  const read = useRead(sheet, isHeld);
  const asked = useMemo(
    () => ({ ...read, contacts: takeGuesses ? read.contacts : read.contacts.map(withoutGuess) }),
    [read, takeGuesses],
  );
  const [found, setFound] = useState<{ readonly of: object; readonly groups: readonly ContactGroup[] }>();
  const wanted = useMemo(() => ({ ...asked, choices: byLine }), [asked, byLine]);
  useEffect(() => {
    if (!wanted.done || isHeld) return undefined;
    const groups: ContactGroup[] = [];
    return sliced(
      [...contactBuckets(wanted.contacts, wanted)],
      ([key, rows]) => groups.push(contactGroup(view.get(key), rows)),
      (done) => done && setFound({ of: wanted, groups }),
    );
  }, [view, wanted, isHeld]);
  return { ...asked, groups: found?.groups ?? [], done: found?.of === wanted };
};
