import {
  type AnyField,
  type AnyRecord,
  type Entity,
  elementSlot,
  elementsOf,
  isPresent,
  type Json,
  type Language,
  own,
  type Parsed,
  type RecordEntity,
  translationSlot,
} from '@tablee/domain/kernel';
import { type CellStyle, cellsOf, readCells, readSetCell, setCell } from './cell.ts';
import { type Column, fillable, header } from './column.ts';

/** The cells of a record under the given columns. */
export const toRow = (
  declaration: AnyRecord,
  entity: RecordEntity,
  columns: readonly Column[],
  style: CellStyle,
): readonly string[] =>
  columns.map((column) => {
    const field = own(declaration.fields, column.field);
    if (field === undefined) return '';
    if (field.slots === 'perElement') return setCell(field, elementsOf(entity, column.field), style);
    const slot =
      column.translation === undefined ? column.field : translationSlot(column.field, column.translation);
    return cellsOf(field, own(entity.slots, slot)?.value, style)[column.part] ?? '';
  });

/** A table with the words of one language. */
export interface RegisterTable {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

/** The table of the records that exist; `languages` adds a column per translation. */
export const tableOf = (
  declaration: AnyRecord,
  entities: Iterable<Entity>,
  style: CellStyle,
  languages: readonly string[] = [],
): RegisterTable => {
  const columns = header(declaration, style.lang, languages);
  const rows: { id: string; cells: readonly string[] }[] = [];
  for (const entity of entities)
    if (entity.kind === 'record' && entity.type === declaration.name && isPresent(entity))
      rows.push({ id: entity.id, cells: toRow(declaration, entity, columns, style) });
  return { title: declaration.labels[style.lang].many, columns, rows };
};

/** What is wrong with one cell: its column, and what was expected (a stable word with its limit). */
export interface CellProblem {
  readonly column: string;
  readonly expected: string;
  readonly limit?: number;
}

/** A row read: the slots of a new record, or every cell that is wrong. */
export type RowOutcome =
  | { readonly ok: true; readonly slots: { readonly [slot: string]: Json } }
  | { readonly ok: false; readonly problems: readonly CellProblem[] };

/** Reads a row into slots; empty cells say nothing, and all that is wrong is named at once. */
export const fromRow = (
  declaration: AnyRecord,
  columns: readonly Column[],
  cells: readonly string[],
  style: CellStyle,
): RowOutcome => {
  const slots: Record<string, Json> = {};
  const problems: CellProblem[] = [];
  const groups = new Map<string, { column: Column; cells: string[] }>();
  columns.forEach((column, index) => {
    const slot =
      column.translation === undefined ? column.field : translationSlot(column.field, column.translation);
    const group = groups.get(slot) ?? { column, cells: [] };
    group.cells[column.part] = cells[index] ?? '';
    groups.set(slot, group);
  });
  for (const [slot, { column, cells: held }] of groups) {
    const field = own(declaration.fields, column.field);
    const filled = [...held].map((cell) => cell ?? '');
    if (field === undefined || (filled[0] ?? '').trim() === '') continue;
    const read = readSlots({ field, slot, column, cells: filled }, style);
    if (read.ok) Object.assign(slots, read.value);
    else problems.push(problemOf(column, read));
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, slots };
};

const problemOf = (column: Column, wrong: Extract<Parsed<Json>, { ok: false }>): CellProblem => ({
  column: column.key,
  expected: wrong.expected,
  ...(wrong.limit === undefined ? {} : { limit: wrong.limit }),
});

/** The cells of one slot, or of all the elements of a set. */
interface CellGroup {
  readonly field: AnyField;
  readonly slot: string;
  readonly column: Column;
  readonly cells: readonly string[];
}

const readSlots = (
  { field, slot, column, cells }: CellGroup,
  style: CellStyle,
): Parsed<{ readonly [slot: string]: Json }> => {
  if (field.slots === 'perElement') {
    const elements = readSetCell(field, cells[0] ?? '', style);
    if (!elements.ok) return elements;
    return {
      ok: true,
      value: Object.fromEntries(elements.value.map((element) => [elementSlot(slot, element), true])),
    };
  }
  const { translation } = column;
  const value = readCells(field, translation === undefined ? cells : [cells[0] ?? '', translation], style);
  return value.ok ? { ok: true, value: { [slot]: value.value } } : value;
};

/** Headings of foreign sheets by field, in French, English and German, beside the labels of the declaration. */
const HEADINGS: { readonly [field: string]: readonly string[] } = {
  name: [
    'nom',
    'name',
    'intitule',
    'titre',
    'title',
    'bezeichnung',
    'projet',
    'project',
    'initiative',
    'organisation',
  ],
  title: ['titre', 'title', 'intitule', 'titel', 'libelle', 'fait', 'fact', 'facteur', 'factor'],
  aims: ['objectif', 'objectifs', 'but', 'aim', 'aims', 'goal', 'goals', 'ziel', 'ziele'],
  area: ['zone', 'lieu', 'region', 'area', 'place', 'ort', 'gebiet', 'ou'],
  place: ['lieu', 'ville', 'place', 'city', 'ort'],
  start: ['debut', 'start', 'from', 'beginn', 'von', 'date de debut', 'start date'],
  end: ['fin', 'end', 'to', 'ende', 'bis', 'date de fin', 'end date'],
  source: ['source', 'quelle', 'reference'],
  evidence: ['preuve', 'evidence', 'beleg'],
  address: ['site', 'site web', 'website', 'url', 'lien', 'link', 'adresse'],
  effect: ['effet', 'effect', 'wirkung', 'aide ou freine', 'sens'],
  reviewDate: ['revoir', 'review', 'review date', 'date de revue', 'a revoir'],
  date: ['date', 'datum'],
  note: ['remarque', 'note', 'notes', 'bemerkung', 'commentaire', 'comment'],
};

/**
 * The columns that the first row of a foreign sheet names: by key or by label in either language, else by a usual
 * heading that no other column has taken; `undefined` where none fits.
 */
export const guessColumns = (
  declaration: AnyRecord,
  names: readonly string[],
  languages: readonly string[] = [],
): readonly (Column | undefined)[] => {
  const known = (['fr', 'en'] as const satisfies readonly Language[]).flatMap((lang) =>
    fillable(declaration, lang, languages),
  );
  const exact = names.map((name) => {
    const wanted = plain(name);
    return wanted === ''
      ? undefined
      : known.find((column) => plain(column.key) === wanted || plain(column.label) === wanted);
  });
  const taken = new Set(exact.flatMap((column) => column?.key ?? []));
  return exact.map((column, index) => {
    if (column !== undefined) return column;
    const wanted = plain(names[index] ?? '');
    const usual = known.find(
      ({ key, field }) => key === field && !taken.has(key) && own(HEADINGS, field)?.includes(wanted) === true,
    );
    if (usual !== undefined) taken.add(usual.key);
    return usual;
  });
};

const plain = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
