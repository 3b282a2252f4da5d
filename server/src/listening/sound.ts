import { ENOUGH } from '@tablee/domain/file';
import { typeOf } from '../space/file-type.ts';

/** The largest voice note, in bytes: five minutes as telephones record them. */
export const LARGEST_SOUND = 10_000_000;
/** The longest voice note, in seconds. */
export const LONGEST_SOUND = 300;
/** Encoders fill up their last frame. */
const GRACE = 2;

/** A voice note as it came, or why it cannot be taken. */
export type HeardSound =
  | { readonly ok: true; readonly type: string; readonly seconds: number | undefined }
  | { readonly ok: false; readonly why: 'wrong' | 'long' };

/** What every browser that a round is listened to with plays. */
const TAKEN: ReadonlySet<string> = new Set(['audio/webm', 'audio/mp4', 'audio/mpeg']);

/** Reads what a file is by its content: WebM, M4A or MP3, five minutes and 10 MB at most. */
export const readSound = (bytes: Buffer): HeardSound => {
  const type = typeOf({ start: bytes.subarray(0, ENOUGH), end: bytes.subarray(-ENOUGH), name: '' });
  if (type === undefined || !TAKEN.has(type)) return { ok: false, why: 'wrong' };
  if (bytes.length > LARGEST_SOUND) return { ok: false, why: 'long' };
  const seconds = secondsOf(type, bytes);
  if (seconds !== undefined && seconds > LONGEST_SOUND + GRACE) return { ok: false, why: 'long' };
  return { ok: true, type, seconds: seconds === undefined ? undefined : Math.round(seconds) };
};

const secondsOf = (type: string, bytes: Buffer): number | undefined => {
  if (type === 'audio/mp4') return movieSeconds(bytes);
  return type === 'audio/webm' ? webmSeconds(bytes) : mpegSeconds(bytes);
};

/** The movie header says units per second and units (ISO/IEC 14496-12, `mvhd`). */
const movieSeconds = (bytes: Buffer): number | undefined => {
  const at = bytes.indexOf('mvhd', 0, 'latin1');
  if (at < 0 || at + 36 > bytes.length) return undefined;
  const isLong = bytes[at + 4] === 1;
  const scale = bytes.readUInt32BE(at + (isLong ? 24 : 16));
  const units = isLong ? Number(bytes.readBigUInt64BE(at + 28)) : bytes.readUInt32BE(at + 20);
  return scale === 0 || units === 0 ? undefined : units / scale;
};

/** Duration in the segment's header, in milliseconds unless it says otherwise; recorders in browsers leave it out. */
const webmSeconds = (bytes: Buffer): number | undefined => {
  const head = bytes.subarray(0, ENOUGH);
  const at = head.indexOf(Buffer.from([0x44, 0x89]));
  if (at < 0) return undefined;
  const size = head[at + 2];
  if (size === 0x84 && at + 7 <= head.length) return head.readFloatBE(at + 3) / 1_000;
  return size === 0x88 && at + 11 <= head.length ? head.readDoubleBE(at + 3) / 1_000 : undefined;
};

/** Layer III, MPEG 1 and 2: kilobits a second by index. */
const RATES = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
};

/** The bytes after the tags over the rate of the first frame; right for a constant rate. */
const mpegSeconds = (bytes: Buffer): number | undefined => {
  let at = 0;
  if (bytes.toString('latin1', 0, 3) === 'ID3' && bytes.length > 10)
    at = 10 + [6, 7, 8, 9].reduce((size, place) => size * 128 + ((bytes[place] ?? 0) & 127), 0);
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  const kilobits = ((second & 0x18) === 0x18 ? RATES.one : RATES.two)[third >> 4] ?? 0;
  return kilobits === 0 ? undefined : ((bytes.length - at) * 8) / (kilobits * 1_000);
};
