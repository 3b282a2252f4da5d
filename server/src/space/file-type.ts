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
] as const;
/** One of them. */
export type FileType = (typeof FILE_TYPES)[number];

/** How many bytes from the beginning are enough to tell. */
export const ENOUGH = 4_100;

const startsWith = (bytes: Buffer, hex: string, offset = 0): boolean =>
  bytes.subarray(offset, offset + hex.length / 2).toString('hex') === hex;

const latin = (bytes: Buffer, from: number, to: number): string =>
  bytes.subarray(from, to).toString('latin1');

/** A ZIP says what it is by its first entry (ODF) or by the names of its entries (OOXML), which stand in clear at the end too. */
const packed = (start: Buffer, end: Buffer): FileType | undefined => {
  const first = latin(start, 30, 140);
  if (first.startsWith('mimetypeapplication/vnd.oasis.opendocument.text'))
    return 'application/vnd.oasis.opendocument.text';
  if (first.startsWith('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'))
    return 'application/vnd.oasis.opendocument.spreadsheet';
  const names = start.toString('latin1') + end.toString('latin1');
  if (!names.includes('[Content_Types].xml')) return undefined;
  if (names.includes('vbaProject.bin')) return undefined;
  if (names.includes('word/'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return names.includes('xl/')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : undefined;
};

/** UTF-8 without control signs; a sign cut in two at the end of the piece does not count against it. */
const isText = (bytes: Buffer): boolean => {
  if (bytes.length === 0) return false;
  const text = new TextDecoder('utf-8').decode(bytes, { stream: true });
  return !/[\p{Cc}\ufffd]/u.test(text.replace(/[\t\n\v\f\r]/g, ''));
};

const audio = (start: Buffer): FileType | undefined => {
  if (startsWith(start, '1a45dfa3') && start.includes('webm')) return 'audio/webm';
  if (latin(start, 4, 8) === 'ftyp' && ['M4A ', 'mp42', 'isom', 'M4B '].includes(latin(start, 8, 12)))
    return 'audio/mp4';
  if (latin(start, 0, 3) === 'ID3') return 'audio/mpeg';
  const [first = 0, second = 0] = start;
  return first === 0xff && (second & 0xe6) === 0xe2 ? 'audio/mpeg' : undefined;
};

/**
 * The type of a file by its first and last bytes (`ENOUGH` of each); `undefined` for every other kind, whatever
 * its name says. Only the choice between CSV and plain text, which nothing in the bytes tells, follows the name.
 */
export const fileTypeOf = (start: Buffer, end: Buffer, name: string): FileType | undefined => {
  if (latin(start, 0, 5) === '%PDF-') return 'application/pdf';
  if (startsWith(start, '89504e470d0a1a0a')) return 'image/png';
  if (startsWith(start, 'ffd8ff')) return 'image/jpeg';
  if (latin(start, 0, 4) === 'RIFF' && latin(start, 8, 12) === 'WEBP') return 'image/webp';
  if (startsWith(start, '504b0304')) return packed(start, end);
  const heard = audio(start);
  if (heard !== undefined) return heard;
  if (!isText(start) || /^\s*<(!doctype|html|svg|\?xml)/i.test(start.toString('utf8'))) return undefined;
  return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain';
};
