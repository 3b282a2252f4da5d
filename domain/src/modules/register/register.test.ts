import {
  type AnyField,
  type AnyRecord,
  EXISTS,
  type Json,
  type JsonObject,
  type RecordEntity,
} from '@tablee/domain/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import {
  type CellStyle,
  fromRow,
  guessColumns,
  header,
  jsonSchemaOf,
  searchTexts,
  tableOf,
  toRow,
} from './index.ts';

const records = [...partnership.declarations.values()].filter(
  (noun): noun is AnyRecord => noun.kind === 'record',
);
const fr: CellStyle = { lang: 'fr' };
const en: CellStyle = { lang: 'en' };

const find = (noun: string): AnyRecord => {
  const found = partnership.record(noun);
  if (found === undefined) throw new Error(`no record type ${noun}`);
  return found;
};

const word = fc
  .string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'aàbcéEœ 9-«»;,.') })
  .filter((text) => /[a-z]/i.test(text));
const tidy = word.map((text) => text.normalize('NFC').trim());
const id = fc.string({ minLength: 4, maxLength: 20, unit: fc.constantFrom(...'abcdefg234567') });
const day = fc.constantFrom('2019', '2019-03', '2024-02-29', '2031-12-31');

/** One value of a field; `undefined` where a test of cells has none to offer. */
const valueArbitrary = (field: AnyField): fc.Arbitrary<Json> => {
  switch (field.kind) {
    case 'line':
      return tidy;
    case 'text':
      return fc.record({ lang: fc.constantFrom('fr', 'en', 'mos'), text: tidy });
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options ?? {}));
    case 'flag':
    case 'choices':
    case 'tags':
    case 'refs':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: 1, max: 5 });
    case 'money':
      return fc.record({
        minor: fc.integer({ min: -1e9, max: 1e9 }),
        currency: fc.constantFrom('EUR', 'XOF', 'TND'),
      });
    case 'quantity':
      return fc.record({
        value: fc.constantFrom('0', '-3.25', '1200', '65.1'),
        unit: fc.constantFrom('%', 'm3'),
      });
    case 'date':
      return day;
    case 'moment':
      return fc.record({
        instant: fc.constant('2027-03-12T09:00:00Z'),
        zone: fc.constantFrom('UTC', 'Africa/Douala'),
      });
    case 'place':
      return fc.record({ name: tidy });
    case 'person':
    case 'ref':
      return id;
    case 'file':
      return fc.record({
        hash: fc.constant('a'.repeat(64)),
        name: tidy,
        size: fc.nat(),
        type: fc.constant('text/plain'),
      });
    case 'link':
      return fc.constant('https://example.org/a');
  }
};

const ELEMENTS: { readonly [kind: string]: readonly string[] } = {
  tags: ['fr', 'SDG 6'],
  refs: ['aaaa2222', 'bbbb3333'],
};

/** The slots of a record of a type, as its author might have written them. */
const slotsArbitrary = (declaration: AnyRecord): fc.Arbitrary<JsonObject> => {
  const slots: Record<string, fc.Arbitrary<Json>> = {};
  for (const [name, field] of Object.entries(declaration.fields)) {
    if (field.slots !== 'perElement') slots[name] = valueArbitrary(field);
    else
      for (const element of ELEMENTS[field.kind] ?? Object.keys(field.options ?? {}))
        slots[`${name}#${element}`] = fc.constant(true);
  }
  return fc.record(slots, { requiredKeys: [] }).map((some) => JSON.parse(JSON.stringify(some)));
};

const entityOf = (declaration: AnyRecord, slots: JsonObject): RecordEntity => ({
  kind: 'record',
  id: 'aaaa2222bbbb3333cccc',
  type: declaration.name,
  circle: 'partners',
  slots: {
    [EXISTS]: { at: 1, value: true },
    ...Object.fromEntries(Object.entries(slots).map(([slot, value]) => [slot, { at: 1, value }])),
  },
});

describe('registers', () => {
  it.each(records.map((declaration) => [declaration.name, declaration] as const))(
    'REG-1 reads back what it wrote: %s',
    (_name, declaration) => {
      fc.assert(
        fc.property(slotsArbitrary(declaration), fc.constantFrom(fr, en), (slots, style) => {
          const columns = header(declaration, style.lang);
          const row = toRow(declaration, entityOf(declaration, slots), columns, style);
          const read = fromRow(declaration, columns, row, style);
          expect(read).toEqual({ ok: true, slots });
        }),
        { numRuns: 25 },
      );
    },
  );

  it('REG-1 writes translations in columns of their own and reads them back', () => {
    const declaration = find('actor');
    const slots = {
      name: 'Mairie',
      brings: { lang: 'fr', text: 'Une salle' },
      'brings@en': { lang: 'en', text: 'A room' },
    };
    const columns = header(declaration, 'fr', ['en']);
    expect(columns.map((column) => column.key)).toContain('brings@en');
    const row = toRow(declaration, entityOf(declaration, slots), columns, fr);
    expect(fromRow(declaration, columns, row, fr)).toEqual({ ok: true, slots });
  });

  it('REG-2 names every wrong cell at once and passes over empty ones', () => {
    const declaration = find('actor');
    const columns = header(declaration, 'fr').filter((column) =>
      ['name', 'sector', 'termEnd', 'local'].includes(column.key),
    );
    expect(fromRow(declaration, columns, ['Mairie', '', '', ''], fr)).toEqual({
      ok: true,
      slots: { name: 'Mairie' },
    });
    expect(fromRow(declaration, columns, ['Mairie', 'plutôt public', 'peut-être', '30/02'], fr)).toEqual({
      ok: false,
      problems: [
        { column: 'sector', expected: 'oneOf' },
        { column: 'local', expected: 'yesOrNo' },
        { column: 'termEnd', expected: 'date' },
      ],
    });
  });

  it('REG-3 reads words in either language and names that stand for one entity', () => {
    const actor = find('actor');
    const columns = header(actor, 'en').filter((column) => ['name', 'sector', 'stakes'].includes(column.key));
    expect(fromRow(actor, columns, ['Tannery', 'societe CIVILE', 'Funds; titulaire de droits'], en)).toEqual({
      ok: true,
      slots: { name: 'Tannery', sector: 'civilSociety', 'stakes#funder': true, 'stakes#rightsHolder': true },
    });
    const commitment = find('commitment');
    const owed = header(commitment, 'en').filter((column) => ['what', 'owner'].includes(column.key));
    const style: CellStyle = {
      lang: 'en',
      idOf: (name, types) => (name === 'Valley council' && types.includes('actor') ? 'valley22' : undefined),
      nameOf: (known) => (known === 'valley22' ? 'Valley council' : undefined),
    };
    const slots = { what: { lang: 'en', text: 'Send the figures' }, owner: 'valley22' };
    expect(toRow(commitment, entityOf(commitment, slots), owed, style)).toEqual([
      'Send the figures',
      'Valley council',
    ]);
    expect(fromRow(commitment, owed, ['Send the figures', 'Valley council'], style)).toEqual({
      ok: true,
      slots,
    });
    expect(fromRow(commitment, owed, ['Send the figures', 'Somebody'], style)).toEqual({
      ok: false,
      problems: [{ column: 'owner', expected: 'knownName' }],
    });
  });

  it('REG-4 keeps amounts exact in the sign of their language', () => {
    const declaration = find('contribution');
    const columns = header(declaration, 'fr').filter((column) => column.field === 'amount');
    const slots = { amount: { minor: 4_500, currency: 'TND' } };
    expect(toRow(declaration, entityOf(declaration, slots), columns, fr)).toEqual(['4,500', 'TND']);
    expect(fromRow(declaration, columns, ['40 000,50', 'eur'], fr)).toEqual({
      ok: true,
      slots: { amount: { minor: 4_000_050, currency: 'EUR' } },
    });
    expect(fromRow(declaration, columns, ['beaucoup', 'EUR'], fr).ok).toBe(false);
  });

  it('REG-5 matches the first row of a foreign sheet by key or label', () => {
    const columns = guessColumns(find('actor'), ['NOM', 'Sector', 'secteur', 'stakes', 'Téléphone', '']);
    expect(columns.map((column) => column?.key)).toEqual([
      'name',
      'sector',
      'sector',
      'stakes',
      undefined,
      undefined,
    ]);
  });

  it('REG-6 finds a record by its texts in every language and not by what was erased', () => {
    const declaration = find('actor');
    const base = entityOf(declaration, {
      name: 'Comité',
      sector: 'civilSociety',
      brings: { lang: 'fr', text: 'La mémoire du lieu' },
      'brings@en': { lang: 'en', text: 'The memory of the place' },
      place: { name: 'Quartier-Bas' },
      'languages#mos': true,
      focal: 'person22',
    });
    const texts = searchTexts(declaration, base);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Comité',
        'Société civile',
        'Civil society',
        'The memory of the place',
        'Quartier-Bas',
        'mos',
      ]),
    );
    expect(texts).not.toContain('person22');
    const struck: RecordEntity = { ...base, slots: { ...base.slots, name: { at: 2, erased: true } } };
    expect(searchTexts(declaration, struck)).not.toContain('Comité');
  });

  it('REG-7 describes the slots of every record type and nothing else', () => {
    for (const declaration of records) {
      const schema = jsonSchemaOf(declaration, 'en');
      expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    }
    const actor = JSON.stringify(jsonSchemaOf(find('actor'), 'fr'));
    expect(actor).toContain('^stakes#(rightsHolder|affected');
    expect(actor).toContain('^brings@');
  });

  it('REG-1 lists the records that exist under the words of a language', () => {
    const declaration = find('actor');
    const there = entityOf(declaration, { name: 'Mairie', sector: 'state' });
    const gone: RecordEntity = {
      ...there,
      id: 'gone2222',
      slots: { ...there.slots, [EXISTS]: { at: 2, value: false } },
    };
    const table = tableOf(declaration, [there, gone], fr);
    expect(table.title).toBe('parties prenantes');
    expect(table.rows.map((row) => row.cells.slice(0, 2))).toEqual([['Mairie', 'État']]);
  });
});
