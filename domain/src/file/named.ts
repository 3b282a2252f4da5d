/** The largest file, in bytes. */
export const MAX_FILE = 100_000_000;

const NAMED = /"hash":"([0-9a-f]{64})"/g;

/** The contents (SHA-256, 64 hex digits) that a JSON value names as its files, each once, in their order. */
export const filesNamedIn = (value: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(value).matchAll(NAMED)].map((match) => match[1] ?? '')),
];
