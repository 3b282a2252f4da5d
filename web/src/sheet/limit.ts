/** What a file may weigh and hold, so that reading it cannot exhaust a telephone. */
export const LIMIT = {
  /** The file as it is, in bytes. */
  file: 20_000_000,
  /** What a workbook may unpack to, in bytes: a small file can be made to unpack to anything. */
  unpacked: 200_000_000,
  rows: 50_000,
} as const;
