import { isObject } from '@tablee/domain/kernel';

/** How a round goes: counts, never an answer; sectors from the floor on. */
export interface Progress {
  readonly people: number;
  readonly answers: number;
  readonly sheets: number;
  readonly proposals: number;
  readonly voices: number;
  readonly bySector: readonly { readonly sector: string; readonly people: number }[];
}

/** A statement that somebody proposed and nobody decided on yet. */
export interface Proposal {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  /** Only where its author gave one that this reader may read. */
  readonly name: string | undefined;
}

/** A voice note, heard by moderators alone. */
export interface VoiceNote {
  readonly id: string;
  readonly language: string;
  readonly seconds: number | undefined;
  readonly name: string | undefined;
  readonly summarised: boolean;
}

/** A link to a round, without its token. */
export interface Door {
  readonly id: string;
  readonly kind: string;
  readonly revoked: boolean;
}

/** The links of a round, and the one that many share unless it was stopped. */
export interface Doors {
  readonly doors: readonly Door[];
  readonly shared: { readonly url: string; readonly qr: string } | undefined;
}

/** The address of what the server keeps of a round beside the ledger. */
export const roundPath = (space: string, round: string, part: string): string =>
  `/api/spaces/${space}/rounds/${round}/${part}`;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const maybe = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

const rows = <T>(answer: unknown, name: string, read: (row: Record<string, unknown>) => T): readonly T[] => {
  const held = isObject(answer) ? answer[name] : undefined;
  return Array.isArray(held) ? held.flatMap((row) => (isObject(row) ? [read(row)] : [])) : [];
};

/** Reads the answer of `GET progress`. */
export const progressIn = (answer: unknown): Progress => {
  const held = isObject(answer) ? answer : {};
  return {
    people: count(held['people']),
    answers: count(held['answers']),
    sheets: count(held['sheets']),
    proposals: count(held['proposals']),
    voices: count(held['voices']),
    bySector: rows(answer, 'bySector', (row) => ({
      sector: text(row['sector']),
      people: count(row['people']),
    })),
  };
};

/** Reads the answer of `GET proposals`. */
export const proposalsIn = (answer: unknown): readonly Proposal[] =>
  rows(answer, 'proposals', (row) => ({
    id: text(row['id']),
    text: text(row['text']),
    language: text(row['language']),
    name: maybe(row['name']),
  }));

/** Reads the answer of `GET voices`. */
export const voicesIn = (answer: unknown): readonly VoiceNote[] =>
  rows(answer, 'voices', (row) => ({
    id: text(row['id']),
    language: text(row['language']),
    seconds: typeof row['seconds'] === 'number' ? row['seconds'] : undefined,
    name: maybe(row['name']),
    summarised: row['summarised'] === true,
  }));

/** Reads the answer of `GET doors`. */
export const doorsIn = (answer: unknown): Doors => {
  const shared = isObject(answer) ? answer['shared'] : undefined;
  return {
    doors: rows(answer, 'doors', (row) => ({
      id: text(row['id']),
      kind: text(row['kind']),
      revoked: row['revoked'] === true,
    })),
    shared: isObject(shared) ? { url: text(shared['url']), qr: text(shared['qr']) } : undefined,
  };
};

/** Reads the addresses in the answer of `POST doors`: those of personal links are readable this once. */
export const madeIn = (answer: unknown): readonly string[] =>
  rows(answer, 'doors', (row) => text(row['url']));

/** Reads the answer of `POST door`: where somebody answers. */
export const ownIn = (answer: unknown): string => (isObject(answer) ? text(answer['url']) : '');
