/** One file inside a ZIP, as the list at its end names it. Sizes in bytes, as claimed. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
  readonly encrypted: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 65_557;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The list of files of a ZIP, without unpacking any; `undefined` when it has none that can be read. */
export const zipEntries = (bytes: Uint8Array): readonly ZipEntry[] | undefined => {
  const view = viewOf(bytes);
  const first = Math.max(0, bytes.length - LONGEST_COMMENT);
  let end = bytes.length - 22;
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (name ?? 0))),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
};

/** The packed bytes of an entry; `undefined` when they are not where the list says. */
const packedOf = (bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined => {
  const view = viewOf(bytes);
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== LOCAL) return undefined;
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  return from + entry.packed > bytes.length ? undefined : bytes.subarray(from, from + entry.packed);
};

/**
 * Unpacks one entry piece by piece; `piece` sees each, and ends the work by answering false (what the list claims of
 * sizes need not be true). Answers whether all of it was read.
 */
export const unpackEntry = async (
  bytes: Uint8Array,
  entry: ZipEntry,
  piece: (part: Uint8Array) => boolean,
): Promise<boolean> => {
  const packed = packedOf(bytes, entry);
  if (packed === undefined) return false;
  if (entry.method === 0) return piece(packed);
  if (entry.method !== 8) return false;
  // Copied, since a stream may take over the memory of what it is given.
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return true;
      if (!piece(value)) {
        await reader.cancel();
        return false;
      }
    }
  } catch {
    return false;
  }
};

/** A ZIP of files that are only stored, not packed: what was checked is handed on, and nothing unpacks again. */
export const storedZip = (files: ReadonlyMap<string, Uint8Array>): ArrayBuffer => {
  const named = [...files].map(([name, bytes]) => ({ name: new TextEncoder().encode(name), bytes }));
  const body = named.reduce((sum, { name, bytes }) => sum + 76 + 2 * name.length + bytes.length, 22);
  const out = new Uint8Array(body);
  const view = viewOf(out);
  let at = 0;
  const starts = named.map(({ name, bytes }) => {
    const start = at;
    view.setUint32(at, LOCAL, true);
    view.setUint16(at + 4, 20, true);
    view.setUint32(at + 18, bytes.length, true);
    view.setUint32(at + 22, bytes.length, true);
    view.setUint16(at + 26, name.length, true);
    out.set(name, at + 30);
    out.set(bytes, at + 30 + name.length);
    at += 30 + name.length + bytes.length;
    return start;
  });
  const list = at;
  named.forEach(({ name, bytes }, index) => {
    view.setUint32(at, ENTRY, true);
    view.setUint16(at + 4, 20, true);
    view.setUint16(at + 6, 20, true);
    view.setUint32(at + 20, bytes.length, true);
    view.setUint32(at + 24, bytes.length, true);
    view.setUint16(at + 28, name.length, true);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    out.set(name, at + 46);
    at += 46 + name.length;
  });
  view.setUint32(at, END, true);
  view.setUint16(at + 8, named.length, true);
  view.setUint16(at + 10, named.length, true);
  view.setUint32(at + 12, at - list, true);
  view.setUint32(at + 16, list, true);
  return out.buffer;
};
