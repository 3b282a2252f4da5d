import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from './index.ts';

const read = (text: string) => {
  const table = readCsv(text);
  if (!table.ok) throw new Error(JSON.stringify(table));
  return table;
};

describe('csv', () => {
  it('CSV-1 takes commas, semicolons and tabs, with or without a byte order mark', () => {
    for (const sign of [',', ';', '\t']) {
      expect(read(`\uFEFFa${sign}b\n1${sign}2\n`).rows).toEqual([{ line: 2, cells: ['1', '2'] }]);
    }
    expect(read('"a,b,c";d\n1;2').header).toEqual(['a,b,c', 'd']);
  });

  it('CSV-2 reads quoted separators, line ends and doubled quotes', () => {
    expect(read('a,b\r\n"x, ""y""\nz",2\r\n').rows[0]?.cells).toEqual(['x, "y"\nz', '2']);
  });

  it('CSV-3 knows the line each row begins on and skips blank lines', () => {
    expect(read('a,b\n"1\n1",2\n\n3,4\n').rows.map((row) => row.line)).toEqual([2, 5]);
  });

  it('CSV-4 refuses with line, column and what was expected', () => {
    expect(readCsv('')).toMatchObject({ ok: false, line: 1, expected: 'a header line' });
    expect(readCsv('a,b\n1,"2\n')).toMatchObject({ line: 2, column: '2', expected: 'a closing quote' });
    expect(readCsv('a,b\n"1"x,2\n')).toMatchObject({ line: 2, column: '1' });
    expect(readCsv('a,b\n1\n')).toMatchObject({ line: 2, column: 'b', found: '1' });
    expect(readCsv('a,b\n1,2,3\n')).toMatchObject({ line: 2, column: '3', found: '3' });
    expect(readCsv('a,,c\n')).toMatchObject({ line: 1, column: '2' });
    expect(readCsv('a,b,a\n')).toMatchObject({ line: 1, column: '3', found: '"a" a second time' });
  });

  it('CSV-5 reads back what it wrote', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', '\t', ' ', '=') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
        expect(read(writeCsv(['one', 'two'], rows)).rows.map((row) => row.cells)).toEqual(rows);
      }),
    );
  });

  it('CSV-6 disarms formulas on request and leaves numbers alone', () => {
    expect(writeCsv(['a'], [['=1+1'], ['-2'], ['-x']], true)).toBe("a\n'=1+1\n-2\n'-x\n");
    expect(writeCsv(['a'], [['=1+1']])).toBe('a\n=1+1\n');
  });
});
