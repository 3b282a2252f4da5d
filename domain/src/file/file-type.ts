/** The types of files that are taken in, recognised by content. */
export const FILE_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'text/csv',
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/webp',
  'audio/webm',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
] as const;
/** One of them. */
export type FileType = (typeof FILE_TYPES)[number];

/** How many bytes from the beginning, and from the end, are enough to tell. */
export const ENOUGH = 4_100;

/** What is read of a file to tell its type. */
export interface Glance {
  /** Its first {@link ENOUGH} bytes, or all. */
  readonly start: Uint8Array;
  /** Its last ones. */
  readonly end: Uint8Array;
  /** What its owner calls it; only tells CSV from plain text. */
  readonly name: string;
}

const at = (bytes: Uint8Array, offset: number, ...wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[offset + index] === byte);

const latin = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  Array.from(bytes.subarray(from, to), (byte) => String.fromCharCode(byte)).join('');

/** A ZIP says what it is by its first entry (ODF) or by the names of its entries (OOXML), which stand in clear at the end too. */
const packed = (start: Uint8Array, end: Uint8Array): FileType | undefined => {
  const first = latin(start, 30, 140);
  if (first.startsWith('mimetypeapplication/vnd.oasis.opendocument.text'))
    return 'application/vnd.oasis.opendocument.text';
  if (first.startsWith('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'))
    return 'application/vnd.oasis.opendocument.spreadsheet';
  const names = latin(start) + latin(end);
  if (!names.includes('[Content_Types].xml')) return undefined;
  if (names.includes('vbaProject.bin')) return undefined;
  if (names.includes('word/'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return names.includes('xl/')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : undefined;
};

/** Reads bytes as UTF-8, U+FFFD for what is none; a sign cut in two at the end is left out. */
export type Utf8Reader = (bytes: Uint8Array) => string;

/** UTF-8 without control signs. */
const isText = (text: string): boolean =>
  text !== '' && !/[\p{Cc}\ufffd]/u.test(text.replace(/[\t\n\v\f\r]/g, ''));

/** Brands of ISO base media in which telephones and browsers keep sound. */
const SOUND_BRANDS: ReadonlySet<string> = new Set(['M4A ', 'M4B ', 'mp42', 'isom', 'iso5', 'iso6']);

const audio = (start: Uint8Array): FileType | undefined => {
  if (at(start, 0, 0x1a, 0x45, 0xdf, 0xa3) && latin(start).includes('webm')) return 'audio/webm';
  if (latin(start, 4, 8) === 'ftyp' && SOUND_BRANDS.has(latin(start, 8, 12))) return 'audio/mp4';
  if (latin(start, 0, 4) === 'OggS' && /OpusHead|vorbis/.test(latin(start, 28, 36))) return 'audio/ogg';
  if (latin(start, 0, 3) === 'ID3') return 'audio/mpeg';
  const [first = 0, second = 0] = start;
  return first === 0xff && (second & 0xe6) === 0xe2 ? 'audio/mpeg' : undefined;
};

/**
 * The type of a file by its first and last bytes; `undefined` for every other kind, whatever its name says. Only the
 * choice between CSV and plain text, which nothing in the bytes tells, follows the name.
 */
export const fileTypeOf = ({ start, end, name }: Glance, utf8: Utf8Reader): FileType | undefined => {
  if (latin(start, 0, 5) === '%PDF-') return 'application/pdf';
  if (at(start, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (at(start, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (latin(start, 0, 4) === 'RIFF' && latin(start, 8, 12) === 'WEBP') return 'image/webp';
  if (at(start, 0, 0x50, 0x4b, 0x03, 0x04)) return packed(start, end);
  const heard = audio(start);
  if (heard !== undefined) return heard;
  const text = utf8(start);
  if (!isText(text) || /^\s*<(!doctype|html|svg|\?xml)/i.test(text)) return undefined;
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
};
