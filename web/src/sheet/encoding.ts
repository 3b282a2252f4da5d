/** The encodings in which offices save text. */
export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
/** One of them, by the name that `TextDecoder` knows. */
export type Encoding = (typeof ENCODINGS)[number];

/** The encoding of a text file; `sure` when its first bytes say so, or when nothing else could be read. */
export interface FoundEncoding {
  readonly encoding: Encoding;
  readonly sure: boolean;
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

const SAMPLE = 4_096;

/** Every second byte zero: text of two bytes per sign, without a mark. */
const zeroesAt = (bytes: Uint8Array, from: 0 | 1): boolean => {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 4) return false;
  let zeroes = 0;
  for (let at = from; at < sample.length; at += 2) if (sample[at] === 0) zeroes += 1;
  return zeroes > sample.length * 0.3;
};

/** Finds the encoding of a text by its mark, by its zeroes, by whether it can be UTF-8; what is left is Windows-1252. */
export const encodingOf = (bytes: Uint8Array): FoundEncoding => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', sure: true };
  if (startsWith(bytes, 0xff, 0xfe)) return { encoding: 'utf-16le', sure: true };
  if (startsWith(bytes, 0xfe, 0xff)) return { encoding: 'utf-16be', sure: true };
  if (zeroesAt(bytes, 1)) return { encoding: 'utf-16le', sure: false };
  if (zeroesAt(bytes, 0)) return { encoding: 'utf-16be', sure: false };
  return isUtf8(bytes) ? { encoding: 'utf-8', sure: true } : { encoding: 'windows-1252', sure: false };
};

/** The text of a file in an encoding; signs that are none in it become U+FFFD. A byte order mark is left out. */
export const decoded = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes);
