import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextFact, initiative } from '../context/index.ts';
import { dayOrderOf, fromRow, guessColumns, readDay } from './index.ts';

describe('dates of foreign sheets', () => {
  it('REG-11 reads three ways of writing numbers, words and serial numbers', () => {
    expect(readDay('2026-03-12')).toBe('2026-03-12');
    expect(readDay('2019')).toBe('2019');
    expect(readDay('31/12/2026')).toBe('2026-12-31');
    expect(readDay('12/31/2026')).toBe('2026-12-31');
    expect(readDay('3.4.2026', 'dayFirst')).toBe('2026-04-03');
    expect(readDay('3-4-26', 'monthFirst')).toBe('2026-03-04');
    expect(readDay('03/2026')).toBe('2026-03');
    expect(readDay('1er août 2026')).toBe('2026-08-01');
    expect(readDay('March 12, 2026')).toBe('2026-03-12');
    expect(readDay('12. März 2026')).toBe('2026-03-12');
    expect(readDay('46093')).toBe('2026-03-12');
    expect(readDay('2026-03-12T00:00:00.000Z')).toBe('2026-03-12');
  });

  it('REG-11 refuses what is no day, and what may be two', () => {
    for (const cell of ['', 'bientôt', '30/02/2026', '31/31/2026', '12345678', '03/04/2026'])
      expect(readDay(cell)).toBeUndefined();
    const columns = guessColumns(contextFact, ['Fait', 'À revoir le']).flatMap((column) => column ?? []);
    const row = ['Élections', '03/04/2026'];
    expect(fromRow(contextFact, columns, row, { lang: 'fr' })).toMatchObject({
      ok: false,
      problems: [{ column: 'reviewDate', expected: 'date' }],
    });
    expect(fromRow(contextFact, columns, row, { lang: 'fr', days: 'dayFirst' })).toMatchObject({
      slots: { reviewDate: '2026-04-03' },
    });
  });

  it('REG-11 learns the order of a column from the dates that cannot be mistaken', () => {
    expect(dayOrderOf(['03/04/2026', '25/04/2026'])).toBe('dayFirst');
    expect(dayOrderOf(['03/04/2026', '04/25/2026'])).toBe('monthFirst');
    expect(dayOrderOf(['03/04/2026', 'bientôt'])).toBe('ask');
    expect(dayOrderOf(['2026-04-03', '03/03/2026', ''])).toBeUndefined();
  });

  it('REG-11 reads back every day that it could have been given', () => {
    const day = fc.date({ min: new Date('1955-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, of] = iso.split('-');
        expect(readDay(`${of}/${month}/${year}`, 'dayFirst')).toBe(iso);
        expect(readDay(`${month}/${of}/${year}`, 'monthFirst')).toBe(iso);
        expect(readDay(String(Math.floor(Date.parse(iso) / 86_400_000) + 25_569))).toBe(iso);
      }),
    );
  });

  it('REG-12 understands usual headings, and no column twice', () => {
    const keys = guessColumns(initiative, ['Projet', 'Objectifs', 'Début', 'Ende', 'URL', 'Titre']);
    expect(keys.map((column) => column?.key)).toEqual(['name', 'aims', 'start', 'end', 'address', undefined]);
  });
});
