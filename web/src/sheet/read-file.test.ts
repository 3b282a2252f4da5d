import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/universal';
import { encodingOf } from './encoding.ts';
import { LIMIT } from './limit.ts';
import { readFile } from './read-file.ts';
import { workbookFile } from './workbook-file.ts';
import { storedZip } from './zip.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const how = { point: ',' } as const;

/** A workbook of one sheet, written by hand: what offices put into one, without the rest. */
const workbook = (sheet: string): Uint8Array =>
  new Uint8Array(
    storedZip(
      new Map(
        Object.entries({
          '[Content_Types].xml':
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
          'xl/workbook.xml':
            '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Liste &amp; co" sheetId="1" r:id="rId1"/></sheets></workbook>',
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
          'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
        }).map(([name, text]) => [name, bytesOf(text)]),
      ),
    ),
  );

const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a workbook', () => {
  it('is read with its dates and numbers as people would have typed them', async () => {
    const file = await writeXlsxFile([
      [{ value: 'Nom' }, { value: 'Depuis' }, { value: 'Part' }, { value: 'Vrai' }],
      [
        { value: 'Mairie' },
        { value: new Date('2026-03-12T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
        { value: 12.5, type: Number },
        { value: true, type: Boolean },
      ],
    ]).toBlob();
    expect(await readFile(new Uint8Array(await file.arrayBuffer()), how)).toEqual({
      ok: true,
      tables: [
        {
          name: 'Sheet1',
          formulas: 0,
          merged: 0,
          rows: [
            ['Nom', 'Depuis', 'Part', 'Vrai'],
            ['Mairie', '2026-03-12', '12,5', 'true'],
          ],
        },
      ],
    });
  });

  it('gives the last value of formulas and the first cell of merged ones, and counts both', async () => {
    const rows =
      `<sheetData><row r="1">${cell('A1', 'Nom')}${cell('B1', 'Total')}</row>` +
      `<row r="2">${cell('A2', 'Mairie')}<c r="B2"><f>1+1</f><v>2</v></c></row></sheetData>`;
    const outcome = await readFile(
      workbook(`${rows}<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>`),
      how,
    );
    expect(outcome).toMatchObject({
      ok: true,
      tables: [
        {
          name: 'Liste & co',
          formulas: 1,
          merged: 1,
          rows: [
            ['Nom', 'Total'],
            ['Mairie', '2'],
          ],
        },
      ],
    });
  });

  it('is refused with too many rows, before they are read', async () => {
    const outcome = await readFile(
      workbook(`<sheetData>${'<row/>'.repeat(LIMIT.rows + 1)}</sheetData>`),
      how,
    );
    expect(outcome).toEqual({ ok: false, code: 'TooManyRows' });
  });

  it('is refused when it unpacks to too much, whatever it claims', async () => {
    const file = await writeXlsxFile([[{ value: 'x'.repeat(100_000) }]]).toBlob();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, LIMIT.unpacked, true);
    expect(await readFile(bytes, how)).toEqual({ ok: false, code: 'TooMuchInside' });
    const packed = await new Response(
      new Blob(Array.from({ length: 21 }, () => new Uint8Array(10_000_000)))
        .stream()
        .pipeThrough(new CompressionStream('deflate-raw')),
    ).arrayBuffer();
    expect(await readFile(withDeflated(new Uint8Array(packed)), how)).toEqual({
      ok: false,
      code: 'TooMuchInside',
    });
  });

  it('is refused when cut short, and when it is a text in a ZIP', async () => {
    expect(await readFile(workbook('<sheetData/>').slice(0, 300), how)).toEqual({
      ok: false,
      code: 'Damaged',
    });
    const word = new Uint8Array(storedZip(new Map([['word/document.xml', bytesOf('<w/>')]])));
    expect(await readFile(word, how)).toEqual({ ok: false, code: 'NotASheet' });
    expect(await readFile(workbook('<sheetData/>'), how)).toEqual({ ok: false, code: 'Empty' });
  });
});

/** A ZIP whose only sheet is the given deflated bytes, claimed to be small. */
const withDeflated = (packed: Uint8Array): Uint8Array => {
  const name = bytesOf('xl/worksheets/sheet1.xml');
  const wanted = new Uint8Array(
    storedZip(
      new Map([
        ['xl/workbook.xml', bytesOf('<workbook/>')],
        ['xl/worksheets/sheet1.xml', packed],
      ]),
    ),
  );
  const view = new DataView(wanted.buffer);
  for (let at = 0; at + 46 < wanted.length; at += 1) {
    const isSheet = [...name].every((byte, index) => wanted[at + 46 + index] === byte);
    if (view.getUint32(at, true) === 0x02014b50 && isSheet) {
      view.setUint16(at + 10, 8, true);
      view.setUint32(at + 24, 1_000, true);
    }
  }
  return wanted;
};

describe('a list as a workbook', () => {
  it('reads back as it was, and no cell of it can run', async () => {
    const lines = [
      ['Nom', 'Lieu', 'Part'],
      ['Mairie', '', '12,5'],
      ['=HYPERLINK("x")', '+260 97', '-3'],
    ];
    const file = await workbookFile('Parties prenantes / test', lines);
    const read = await readFile(new Uint8Array(await file.arrayBuffer()), how);
    expect(read).toMatchObject({
      tables: [{ name: 'Parties prenantes   test', formulas: 0, rows: lines }],
    });
  });
});

describe('a file that is not what its name says', () => {
  it('is recognised by its content', async () => {
    expect(await readFile(bytesOf('%PDF-1.7 …'), how)).toEqual({ ok: false, code: 'Pdf' });
    expect(await readFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), how)).toEqual({
      ok: false,
      code: 'Locked',
    });
    expect(await readFile(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), how)).toEqual({
      ok: false,
      code: 'NotASheet',
    });
    expect(await readFile(new Uint8Array(LIMIT.file + 1), how)).toEqual({ ok: false, code: 'TooLarge' });
    expect(await readFile(new Uint8Array(), how)).toEqual({ ok: false, code: 'Empty' });
  });
});

describe('the encoding of a text', () => {
  const text = 'Organisation;Lieu\r\nComité de l’eau;Vallée';
  const rows = [
    ['Organisation', 'Lieu'],
    ['Comité de l’eau', 'Vallée'],
  ];
  const utf16 = (little: boolean): Uint8Array =>
    new Uint8Array(
      [...text].flatMap((sign) => {
        const code = sign.charCodeAt(0);
        return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
      }),
    );
  const windows = new Uint8Array([...text].map((sign) => (sign === '’' ? 0x92 : sign.charCodeAt(0))));

  it('is found by mark, by zeroes, by what UTF-8 cannot be', async () => {
    expect(encodingOf(bytesOf(text))).toEqual({ encoding: 'utf-8', sure: true });
    expect(encodingOf(bytesOf(`\uFEFF${text}`))).toEqual({ encoding: 'utf-8', sure: true });
    expect(encodingOf(windows)).toEqual({ encoding: 'windows-1252', sure: false });
    expect(encodingOf(utf16(true))).toEqual({ encoding: 'utf-16le', sure: false });
    expect(encodingOf(utf16(false))).toEqual({ encoding: 'utf-16be', sure: false });
    for (const bytes of [bytesOf(text), bytesOf(`\uFEFF${text}`), windows, utf16(true), utf16(false)])
      expect(await readFile(bytes, how)).toMatchObject({ ok: true, tables: [{ rows }] });
  });

  it('may be chosen instead', async () => {
    const outcome = await readFile(windows, { ...how, encoding: 'utf-8' });
    expect(outcome).toMatchObject({ ok: true, encoding: { encoding: 'utf-8', sure: false } });
    expect(JSON.stringify(outcome)).toContain('\uFFFD');
  });
});
