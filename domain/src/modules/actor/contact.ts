import { type Json, type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { recordsIn } from '../reading/index.ts';
import { folded } from '../sentence/index.ts';
import { actor } from './actor.ts';
import { SECTOR, type Sector, STAKE } from './choice.ts';
import type { ContactColumn, ContactColumns } from './contact-column.ts';
import { guessSeat, guessSector } from './guess.ts';
import { nameKeys } from './name.ts';

/** A person of a row: what goes into the vault, never into the ledger. */
export interface ContactPerson {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
  readonly designation?: string;
}

/** A row of a list of contacts, read. */
export interface Contact {
  /** Line of the paste, from 1. */
  readonly line: number;
  /** Empty when the row names none. */
  readonly organisation: string;
  readonly sector: Sector | undefined;
  /** True when the sector was guessed from the name: shown as a guess. */
  readonly sectorGuessed: boolean;
  readonly slots: { readonly [slot: string]: Json };
  readonly person: ContactPerson | undefined;
  /** Cells that were not understood, by column: they are left out and said. */
  readonly left: readonly ContactColumn[];
}

type Words = { readonly [key: string]: { readonly fr: string; readonly en: string } };
const optionOf = (words: Words, cell: string): string | undefined =>
  Object.entries(words).find(([key, { fr, en }]) =>
    [key, fr, en].some((word) => folded(word) === folded(cell)),
  )?.[0];

const SECTOR_WORDS: { readonly [sector in Sector]: readonly string[] } = {
  state: [
    'etat',
    'public',
    'secteur public',
    'gouvernement',
    'government',
    'staat',
    'collectivite',
    'public sector',
  ],
  private: ['prive', 'private sector', 'entreprise', 'business', 'privat', 'wirtschaft', 'privatwirtschaft'],
  civilSociety: [
    'societe civile',
    'civil society',
    'ong',
    'ngo',
    'osc',
    'cso',
    'zivilgesellschaft',
    'association',
  ],
  science: ['recherche', 'research', 'academia', 'universite', 'university', 'wissenschaft', 'academique'],
  other: ['autre', 'other', 'andere', 'sonstige'],
};

/** Each sector under the words that people write for it, accents and case aside. */
const sectorWords = (): ReadonlyMap<string, Sector> =>
  new Map(
    (['state', 'private', 'civilSociety', 'science', 'other'] as const).flatMap((sector) =>
      [sector, SECTOR[sector].fr, SECTOR[sector].en, ...SECTOR_WORDS[sector]].map(
        (word): readonly [string, Sector] => [folded(word), sector],
      ),
    ),
  );

/** Languages as people write them: names in three languages, or codes. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  'fr francais french franzosisch|en anglais english englisch|de allemand german deutsch|es espagnol spanish spanisch|pt portugais portuguese|ar arabe arabic arabisch|wo wolof|ff peul pulaar fulfulde|bm bambara|ha haoussa hausa|sw swahili kiswahili|ln lingala|ny nyanja chewa|bem bemba|to tonga|yo yoruba|fon fon|ee ewe|dyu dioula|mos moore|rw kinyarwanda|mg malgache malagasy'
    .split('|')
    .flatMap((line) => {
      const [code = '', ...names] = line.split(' ');
      return [code, ...names].map((name): readonly [string, string] => [name, code]);
    }),
);

const TAG = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$/;
const languageTags = (cell: string): readonly string[] =>
  cell.split(/[;,/]| et | and | und /).flatMap((word) => {
    if (word === '') return [];
    const name = folded(word);
    const tag = LANGUAGES.get(name) ?? name;
    return TAG.test(tag) ? [tag] : [];
  });

const EMAIL = /[^\s<>;,@]+@[^\s<>;,@]+\.[^\s<>;,@]+/;

/** Reads one row after the other; `undefined` for a row that names nobody. */
export type ContactReader = (cells: readonly string[], index: number) => Contact | undefined;

/** A reader of the rows of a list of contacts, below its headings; `lang` is the language of its free texts. */
export const contactReader = ({ columns, hasHead }: ContactColumns, lang: string): ContactReader => {
  const words = sectorWords();
  return (cells, index) => {
    const cell = (wanted: ContactColumn): string => {
      const at = columns.indexOf(wanted);
      return at < 0 ? '' : (cells[at] ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
    };
    const person = personOf(cell);
    const organisation = cell('organisation');
    if (organisation === '' && person === undefined) return undefined;
    const written = cell('sector');
    const said = written === '' ? undefined : words.get(folded(written));
    const sector = said ?? guessSector(organisation, person?.email);
    const { slots, left } = slotsOf(cell, lang);
    return {
      line: index + (hasHead ? 2 : 1),
      organisation,
      sector: organisation === '' ? undefined : sector,
      sectorGuessed: said === undefined && sector !== undefined,
      slots,
      person,
      left: [...left, ...(written !== '' && said === undefined ? (['sector'] as const) : [])],
    };
  };
};

/** Reads all rows of a list of contacts at once. */
export const readContacts = (
  rows: readonly (readonly string[])[],
  columns: ContactColumns,
  lang: string,
): readonly Contact[] => {
  const read = contactReader(columns, lang);
  return rows.slice(columns.hasHead ? 1 : 0).flatMap((cells, index) => read(cells, index) ?? []);
};

type Cells = (wanted: ContactColumn) => string;

const personOf = (cell: Cells): ContactPerson | undefined => {
  const written = cell('email');
  const email = EMAIL.exec(written)?.[0];
  const name = cell('person') || [cell('firstName'), cell('lastName')].filter(Boolean).join(' ');
  const phone = cell('phone').slice(0, 60);
  const designation = cell('designation');
  const shown = name || email?.split('@')[0];
  if (shown === undefined || shown === '') return undefined;
  return {
    name: shown,
    ...(email === undefined ? {} : { email }),
    ...(phone === '' ? {} : { phone }),
    ...(designation === '' ? {} : { designation }),
  };
};

const slotsOf = (
  cell: Cells,
  lang: string,
): { readonly slots: { readonly [slot: string]: Json }; readonly left: readonly ContactColumn[] } => {
  const slots: Record<string, Json> = {};
  const left: ContactColumn[] = [];
  if (cell('place') !== '') slots['place'] = { name: cell('place') };
  if (cell('brings') !== '') slots['brings'] = { lang, text: cell('brings') };
  for (const tag of languageTags(cell('languages'))) slots[`languages#${tag}`] = true;
  for (const word of cell('stakes')
    .split(/[;,/]/)
    .map((each) => each.trim())) {
    if (word === '') continue;
    const stake = optionOf(STAKE, word);
    if (stake === undefined) left.push('stakes');
    else slots[`stakes#${stake}`] = true;
  }
  return { slots, left: [...new Set(left)] };
};

/** Whom a row may be already: an actor of the map, or the organisation of an earlier row. */
export type ContactMatch =
  | { readonly kind: 'actor'; readonly id: string; readonly name: string }
  | { readonly kind: 'row'; readonly line: number; readonly name: string };

/** What happens to a row: on its own, joined to whom it matches, or left out. */
export type ContactChoice = 'own' | 'join' | 'skip';

/** Finds whom rows may be, one after the other: it remembers the names that it was told. */
export interface ContactMatcher {
  /** Somebody of the map, told before the rows. */
  know(entity: RecordEntity): void;
  /** Whom a row may be: the actor of that name, else the first row before it of that name. */
  match(contact: Contact): ContactMatch | undefined;
}

/** A matcher that knows nobody yet. */
export const contactMatcher = (): ContactMatcher => {
  const known = new Map<string, ContactMatch>();
  return {
    know: (entity) => {
      const name = valueOf(actor, entity, 'name') ?? '';
      for (const key of nameKeys(name))
        if (!known.has(key)) known.set(key, { kind: 'actor', id: entity.id, name });
    },
    match: ({ line, organisation: name }) => {
      const keys = nameKeys(name);
      const match = keys.map((key) => known.get(key)).find((found) => found !== undefined);
      for (const key of keys) if (!known.has(key)) known.set(key, match ?? { kind: 'row', line, name });
      return match;
    },
  };
};

/** For each row whom it may be, by line; all at once. */
export const contactMatches = (
  view: View,
  contacts: readonly Contact[],
): ReadonlyMap<number, ContactMatch> => {
  const matcher = contactMatcher();
  for (const entity of recordsIn(view, 'actor')) matcher.know(entity);
  return new Map(
    contacts.flatMap((contact) => {
      const match = matcher.match(contact);
      return match === undefined ? [] : [[contact.line, match] as const];
    }),
  );
};

/** A new organisation of an import, or what an import adds to one that is there. */
export interface ContactGroup {
  /** The actor that is there; absent for a new one. */
  readonly existing: RecordEntity | undefined;
  /** The slots of a new actor, or those that are still empty on the one that is there. */
  readonly slots: { readonly [slot: string]: Json };
  /** The persons to write down, with the seat that each gets; none when all three are taken. */
  readonly people: readonly {
    readonly line: number;
    readonly person: ContactPerson;
    readonly seat: Seat | undefined;
  }[];
}

/** One of an organisation's three seats. */
export type Seat = 'leader' | 'focal' | 'deputy';
const SEATS = ['focal', 'deputy', 'leader'] as const satisfies readonly Seat[];

/** What was found and chosen for the rows of an import, by line; a row that matches is joined by default. */
export interface ContactJoining {
  readonly matches: ReadonlyMap<number, ContactMatch>;
  readonly choices: ReadonlyMap<number, ContactChoice>;
}

/** The rows of an import by what they become: under the id of an actor, or under a name of their own. */
export const contactBuckets = (
  contacts: readonly Contact[],
  { matches, choices }: ContactJoining,
): ReadonlyMap<string, readonly Contact[]> => {
  const buckets = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const match = matches.get(contact.line);
    const choice = choices.get(contact.line) ?? (match === undefined ? 'own' : 'join');
    if (choice === 'skip') continue;
    const own = `row ${contact.line}`;
    const key =
      choice === 'own' || match === undefined ? own : match.kind === 'actor' ? match.id : `row ${match.line}`;
    // The row that it would join was itself left out: then it stands for itself.
    const isThere = key === own || buckets.has(key) || match?.kind === 'actor';
    const at = isThere ? key : own;
    const bucket = buckets.get(at);
    if (bucket === undefined) buckets.set(at, [contact]);
    else bucket.push(contact);
  }
  return buckets;
};

/** What an import will do, organisation by organisation. */
export const contactGroups = (
  view: View,
  contacts: readonly Contact[],
  joining: ContactJoining,
): readonly ContactGroup[] =>
  [...contactBuckets(contacts, joining)].map(([key, rows]) => contactGroup(view.get(key), rows));

/** What an import will do for one organisation: `held` is the actor that is there, `rows` what stands under it. */
export const contactGroup = (held: ReturnType<View['get']>, rows: readonly Contact[]): ContactGroup => {
  const existing = held?.kind === 'record' ? held : undefined;
  const slots: Record<string, Json> = {};
  const put = (slot: string, value: Json | undefined): void => {
    const isEmpty = existing?.slots[slot]?.value === undefined && !Object.hasOwn(slots, slot);
    if (isEmpty && value !== undefined && value !== '') slots[slot] = value;
  };
  for (const row of rows) {
    put('name', row.organisation);
    put('sector', row.sector);
    for (const [slot, value] of Object.entries(row.slots)) put(slot, value);
  }
  const taken = new Set<Seat>(SEATS.filter((seat) => existing?.slots[seat]?.value !== undefined));
  const people = rows.flatMap(({ line, person, organisation }) => {
    if (person === undefined) return [];
    const wished = guessSeat(person.designation ?? '');
    const seat = organisation === '' ? undefined : [wished, ...SEATS].find((each) => !taken.has(each));
    if (seat !== undefined) taken.add(seat);
    return [{ line, person, seat }];
  });
  return { existing, slots, people };
};
