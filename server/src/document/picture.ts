/** A picture as documents take it, with its size in pixels. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg';
  readonly width: number;
  readonly height: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const sized = (
  bytes: Uint8Array,
  type: Picture['type'],
  width: number,
  height: number,
): Picture | undefined => (width > 0 && height > 0 ? { bytes, type, width, height } : undefined);

/** The frame header of a JPEG, which holds its size; other markers are stepped over by their length. */
const jpeg = (bytes: Uint8Array, data: DataView): Picture | undefined => {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (data.getUint8(at) !== 0xff) return undefined;
    const marker = data.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sized(bytes, 'jpg', data.getUint16(at + 7), data.getUint16(at + 5));
    at += 2 + data.getUint16(at + 2);
  }
  return undefined;
};

/** A PNG or JPEG with its size, read from its own bytes; `undefined` for anything else and for what is cut off. */
export const pictureIn = (bytes: Uint8Array): Picture | undefined => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && PNG.every((byte, index) => bytes[index] === byte))
    return sized(bytes, 'png', data.getUint32(16), data.getUint32(20));
  return bytes.length > 4 && data.getUint16(0) === 0xffd8 ? jpeg(bytes, data) : undefined;
};
