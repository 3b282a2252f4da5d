import { folded } from '../sentence/index.ts';
import { SECTOR, STAKE } from './choice.ts';
import { guessSector, isOrganisationWord } from './guess.ts';

/** What a column of a list of contacts may hold. */
export const CONTACT_COLUMN = {
  organisation: { fr: 'Organisation', en: 'Organisation' },
  sector: { fr: 'Secteur', en: 'Sector' },
  stakes: { fr: 'Enjeu', en: 'Stake' },
  person: { fr: 'Nom de la personne', en: 'Person’s name' },
  firstName: { fr: 'Prénom', en: 'First name' },
  lastName: { fr: 'Nom de famille', en: 'Family name' },
  designation: { fr: 'Fonction', en: 'Job title' },
  email: { fr: 'Adresse e-mail', en: 'E-mail address' },
  phone: { fr: 'Téléphone', en: 'Telephone' },
  place: { fr: 'Lieu', en: 'Place' },
  languages: { fr: 'Langues', en: 'Languages' },
  brings: { fr: 'Ce qu’elle apporte', en: 'What it brings' },
} as const;
/** A kind of column of a list of contacts. */
export type ContactColumn = keyof typeof CONTACT_COLUMN;
const COLUMNS = [
  'organisation',
  'sector',
  'stakes',
  'person',
  'firstName',
  'lastName',
  'designation',
  'email',
  'phone',
  'place',
  'languages',
  'brings',
] as const satisfies readonly ContactColumn[];

/** Headings as people write them, in French, English and German, without accents. */
const HEADINGS: { readonly [column in ContactColumn]: readonly string[] } = {
  organisation: [
    'organisation',
    'organization',
    'structure',
    'institution',
    'organisme',
    'entite',
    'societe',
    'entreprise',
    'company',
    'employer',
    'acteur',
    'partie prenante',
    'stakeholder',
    'partner',
    'partenaire',
    'org',
    'firma',
    'einrichtung',
    'nom de l organisation',
    'name of organisation',
    'nom de la structure',
  ],
  sector: ['secteur', 'sector', 'sektor', 'type', 'categorie', 'category', 'bereich', 'type d acteur'],
  stakes: ['enjeu', 'stake', 'interet', 'rolle im vorhaben'],
  person: [
    'nom',
    'name',
    'contact',
    'personne',
    'person',
    'point focal',
    'focal point',
    'nom et prenom',
    'prenom et nom',
    'nom complet',
    'full name',
    'contact person',
    'personne de contact',
    'ansprechpartner',
    'ansprechperson',
    'kontakt',
    'representant',
    'representative',
    'participant',
  ],
  firstName: ['prenom', 'prenoms', 'first name', 'given name', 'vorname'],
  lastName: ['nom de famille', 'last name', 'surname', 'family name', 'nachname', 'familienname'],
  designation: [
    'fonction',
    'titre',
    'poste',
    'role',
    'title',
    'job title',
    'position',
    'designation',
    'funktion',
    'qualite',
    'rolle',
    'stelle',
  ],
  email: [
    'e mail',
    'email',
    'mail',
    'courriel',
    'adresse e mail',
    'adresse mail',
    'adresse electronique',
    'e mail address',
  ],
  phone: [
    'telephone',
    'tel',
    'phone',
    'mobile',
    'gsm',
    'portable',
    'numero',
    'contact tel',
    'telefon',
    'handy',
    'whatsapp',
    'tel mobile',
  ],
  place: [
    'lieu',
    'ville',
    'place',
    'city',
    'location',
    'adresse',
    'address',
    'localite',
    'commune',
    'region',
    'pays',
    'country',
    'ort',
    'stadt',
  ],
  languages: ['langue', 'langues', 'language', 'languages', 'sprache', 'sprachen'],
  brings: [
    'apport',
    'apporte',
    'contribution',
    'brings',
    'beitrag',
    'remarque',
    'remarques',
    'notes',
    'note',
    'commentaire',
    'comment',
    'bemerkung',
  ],
};

/** A heading without accents, signs and what is in brackets. */
const plain = (heading: string): string => folded(heading.replace(/\([^)]*\)/g, ' '));

const ofHeading = (heading: string): ContactColumn | undefined => {
  const wanted = plain(heading);
  return wanted === '' ? undefined : COLUMNS.find((column) => HEADINGS[column].includes(wanted));
};

/** What the columns of a paste are, and whether its first row names them. */
export interface ContactColumns {
  readonly columns: readonly (ContactColumn | undefined)[];
  readonly hasHead: boolean;
}

/**
 * Guesses the columns of a list of contacts: from its headings when at least two cells of the first row are some (or
 * its only cell is), else from what stands in the cells. A kind is given once; « nom » beside « prénom » is a family
 * name, and beside nothing that names an organisation or a person it is the organisation's.
 */
export const guessContactColumns = (rows: readonly (readonly string[])[]): ContactColumns => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const head = Array.from({ length: width }, (_, index) => ofHeading(rows[0]?.[index] ?? ''));
  const named = head.filter((column) => column !== undefined).length;
  const filled = (rows[0] ?? []).filter((cell) => cell.trim() !== '').length;
  const hasHead = named >= 2 || (named > 0 && named === filled && rows.length > 1);
  return hasHead ? { columns: settledHead(head), hasHead } : { columns: fromCells(rows, width), hasHead };
};

const settledHead = (
  head: readonly (ContactColumn | undefined)[],
): readonly (ContactColumn | undefined)[] => {
  const seen = new Set<ContactColumn>();
  const once = head.map((column) => {
    if (column === undefined || seen.has(column)) return undefined;
    seen.add(column);
    return column;
  });
  const has = (column: ContactColumn): boolean => once.includes(column);
  return once.map((column) => {
    if (column !== 'person') return column;
    if (has('firstName') && !has('lastName')) return 'lastName';
    return has('organisation') || has('email') || has('phone') || has('designation')
      ? column
      : 'organisation';
  });
};

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d\s().\-/]{7,}$/;
const COURTESY = /^(m|mr|mme|mlle|mrs|ms|dr|pr|prof|me|herr|frau|el hadj|hon)\b\.?/i;
const JOB =
  /\b(direct|chef|charge|manager|coordin|president|presiden|secretair|secretary|ingenieur|engineer|responsable|leiter|referent|maire|mayor|head|officer|conseill|adviser|advisor|delegu|delegate|professeur|professor|ministre|minister|expert|tresorier|treasurer|gerant|pdg|ceo|membre|member)/;

const isWordOf = (
  words: { readonly [key: string]: { readonly fr: string; readonly en: string } },
  cell: string,
): boolean =>
  Object.entries(words).some(([key, { fr, en }]) =>
    [key, fr, en].some((word) => folded(word) === folded(cell)),
  );

const isName = (cell: string): boolean =>
  COURTESY.test(cell) ||
  (/^\p{Lu}[\p{L}'’.-]+(\s+\p{Lu}[\p{L}'’.-]*){1,3}$/u.test(cell) && !isOrganisationWord(cell));

/** How sure a cell makes of each kind of column, most telling first. */
const SIGNS: readonly (readonly [ContactColumn, (cell: string) => boolean])[] = [
  ['email', (cell) => EMAIL.test(cell)],
  ['phone', (cell) => PHONE.test(cell)],
  ['sector', (cell) => isWordOf(SECTOR, cell)],
  ['stakes', (cell) => cell.split(';').every((word) => isWordOf(STAKE, word))],
  ['designation', (cell) => JOB.test(folded(cell)) && !COURTESY.test(cell)],
  ['organisation', (cell) => isOrganisationWord(cell) || guessSector(cell) !== undefined],
  ['person', isName],
];

/** At least so much of a column's filled cells must look alike. */
const MOST = 0.5;

const fromCells = (
  rows: readonly (readonly string[])[],
  width: number,
): readonly (ContactColumn | undefined)[] => {
  const columns = new Array<ContactColumn | undefined>(width).fill(undefined);
  const cellsAt = (index: number): readonly string[] =>
    rows.slice(0, 200).flatMap((row) => row[index]?.trim() || []);
  for (const [kind, looks] of SIGNS) {
    let best = -1;
    let most = MOST;
    for (let index = 0; index < width; index += 1) {
      const cells = cellsAt(index);
      const share = cells.length === 0 ? 0 : cells.filter(looks).length / cells.length;
      if (columns[index] === undefined && (share > most || (best < 0 && share === MOST)))
        [best, most] = [index, share];
    }
    if (best >= 0) columns[best] = kind;
  }
  if (!columns.includes('organisation')) {
    // Whoever pastes one column of names means organisations: that is what this page collects.
    const free = columns.findIndex((column, index) => column === undefined && cellsAt(index).length > 0);
    const fallback = free >= 0 ? free : width === 1 ? 0 : -1;
    if (fallback >= 0) columns[fallback] = 'organisation';
  }
  return columns;
};
