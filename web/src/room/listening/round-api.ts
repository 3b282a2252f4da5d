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

/** Links that were just made: their addresses are readable this once. */
export interface MadeDoors {
  readonly links: readonly { readonly id: string; readonly url: string }[];
  /** The QR of a public link, as SVG. */
  readonly qr: string | undefined;
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
export const doorsIn = (answer: unknown): readonly Door[] =>
  rows(answer, 'doors', (row) => ({
    id: text(row['id']),
    kind: text(row['kind']),
    revoked: row['revoked'] === true,
  }));

/** Reads the answer of `POST doors`. */
export const madeIn = (answer: unknown): MadeDoors => ({
  links: rows(answer, 'doors', (row) => ({ id: text(row['id']), url: text(row['url']) })),
  qr: isObject(answer) ? maybe(answer['qr']) : undefined,
});
