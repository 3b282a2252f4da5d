import { unpackEntry, zipEntries } from './zip.ts';

/** The longest text that is read out of a Word file, in bytes of its XML. */
const MOST = 8_000_000;
const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const xmlOf = async (bytes: Uint8Array): Promise<string | undefined> => {
  const entry = zipEntries(bytes)?.find(({ name }) => name === 'word/document.xml');
  if (entry === undefined || entry.encrypted) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  const isWhole = await unpackEntry(bytes, entry, (part) => {
    parts.push(part.slice());
    size += part.length;
    return size <= MOST;
  });
  return isWhole ? new Blob(parts.map((part) => part.slice())).text() : undefined;
};

/**
 * The text of a Word file, one paragraph per line, as it reads with all tracked changes accepted: what was struck out
 * is not in it. `undefined` when it is no Word file, is encrypted, or too long to be read here.
 */
export const wordText = async (bytes: Uint8Array): Promise<string | undefined> => {
  const xml = await xmlOf(bytes);
  if (xml === undefined) return undefined;
  const page = new DOMParser().parseFromString(xml, 'application/xml');
  if (page.getElementsByTagName('parsererror').length > 0) return undefined;
  return [...page.getElementsByTagNameNS(WORDS, 'p')]
    .map((paragraph) =>
      [...paragraph.getElementsByTagNameNS(WORDS, 't')].map((run) => run.textContent).join(''),
    )
    .filter((line) => line.trim() !== '')
    .join('\n');
};
