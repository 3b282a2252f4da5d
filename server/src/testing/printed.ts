import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** One object of a PDF that our own exporter wrote: its dictionary, and its stream unpacked. */
interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

const objectsIn = (pdf: string): ReadonlyMap<string, PdfObject> => {
  const objects = new Map<string, PdfObject>();
  for (const [, number = '', body = ''] of pdf.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)) {
    const [head = '', ...rest] = body.split(/stream\r?\n/);
    const packed = rest.join('stream\n').replace(/\r?\nend(?:stream\n)?$/, '');
    const isPacked = head.includes('/FlateDecode') && rest.length > 0;
    objects.set(number, { head, stream: isPacked ? unpacked(packed) : packed });
  }
  return objects;
};

/** A stream that is no text (a font, a picture) may end in bytes that look like the end of one: it holds no words. */
const unpacked = (packed: string): string => {
  try {
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
};

const textOfHex = (hex: string): string => {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
};

/** Glyph → letters, as the font's own table says. */
const glyphsOf = (table: string): ReadonlyMap<number, string> => {
  const glyphs = new Map<number, string>();
  for (const [, section = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of section.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      glyphs.set(Number.parseInt(from, 16), textOfHex(to));
  for (const [, section = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', to = ''] of section.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [from, until] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      for (let glyph = from; glyph <= until; glyph += 1)
        glyphs.set(glyph, String.fromCharCode(Number.parseInt(to, 16) + glyph - from));
    }
  return glyphs;
};

/** The bytes of a string of a page: octal and other escapes undone. */
const bytesOf = (literal: string): string =>
  literal.replace(/\\([0-7]{1,3}|\r?\n|[\s\S])/g, (_, sign: string) => {
    if (/^[0-7]/.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8));
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }[sign] ?? sign;
  });

const wordsOfPage = (content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string => {
  let glyphs: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const [, font, literal, hex] of content.matchAll(
    /\/(\w+) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\)])*)\)|<([0-9A-Fa-f]+)>/g,
  )) {
    if (font !== undefined) glyphs = fonts.get(font) ?? glyphs;
    const bytes = literal === undefined ? Buffer.from(hex ?? '', 'hex').toString('latin1') : bytesOf(literal);
    for (let at = 0; at + 1 < bytes.length; at += 2)
      text += glyphs.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '';
  }
  return text;
};

/** What a reader of a PDF of ours can read, copy or hear: the letters of its pages, its title, outline and metadata. */
export const textOfPdf = (bytes: Uint8Array): string => {
  const objects = objectsIn(Buffer.from(bytes).toString('latin1'));
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  const words = pages.map(({ head }) => {
    const fonts = new Map<string, ReadonlyMap<number, string>>();
    for (const [, name = '', number = ''] of head.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1] ?? '';
      fonts.set(name, glyphsOf(objects.get(table)?.stream ?? ''));
    }
    const content = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '';
    return wordsOfPage(objects.get(content)?.stream ?? '', fonts);
  });
  const beside = [...objects.values()].map(({ head, stream }) =>
    [...head.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)]
      .map(([, said = '']) => bytesOf(said).replaceAll('\0', ''))
      .concat(head.includes('/Metadata') ? stream : '')
      .join('\n'),
  );
  return [...words, ...beside].join('\n');
};

/** What a packed file holds (DOCX, XLSX, `.tablee`): the text of every part, with and without markup. */
export const textOfZip = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .map(([name, part]) => {
      const text = Buffer.from(part).toString(/\.(xml|rels|json|ndjson|txt)$/.test(name) ? 'utf8' : 'latin1');
      return `${text}\n${text.replace(/<[^>]*>/g, '')}`;
    })
    .join('\n');

/** The text of an answer, whatever it is packed in: where packing would hide a word, it is unpacked. */
export const textOfAnswer = async (answer: Response): Promise<string> => {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const start = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (start.startsWith('%PDF')) return textOfPdf(bytes);
  return start.startsWith('PK') ? textOfZip(bytes) : Buffer.from(bytes).toString('utf8');
};

/** Letters alone, small: a word that a page breaks at its edge is whole again. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
