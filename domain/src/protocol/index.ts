/** The wire between device and server: one version, the shapes of what goes up and down, the addresses. */
import type { Circle, Command, FeedEvent, Json, Role, Snapshot } from '../kernel/index.ts';

/** The protocol's integer; a server serves clients of this version and one before. */
export const PROTOCOL = 1;

/** The header that carries the client's protocol version; a mismatch answers 426 with `UpdateNeeded`. */
export const PROTOCOL_HEADER = 'tablee-protocol';

/** Addresses, as `docs` and OpenAPI print them. `space` and others are ids of 20 characters. */
export const path = {
  spaces: '/api/spaces',
  commands: (space: string) => `/api/spaces/${space}/commands`,
  snapshot: (space: string) => `/api/spaces/${space}/snapshot`,
  feed: (space: string) => `/api/spaces/${space}/feed`,
  history: (space: string) => `/api/spaces/${space}/history`,
  proof: (space: string) => `/api/spaces/${space}/proof`,
  people: (space: string) => `/api/spaces/${space}/people`,
  personal: (space: string) => `/api/spaces/${space}/personal`,
  personalFiles: (space: string, item: string) => `/api/spaces/${space}/personal/${item}/files`,
  invitations: (space: string) => `/api/spaces/${space}/invitations`,
  links: (space: string) => `/api/spaces/${space}/links`,
  reminders: (space: string) => `/api/spaces/${space}/reminders`,
  undelivered: (space: string) => `/api/spaces/${space}/undelivered`,
  files: (space: string) => `/api/spaces/${space}/files`,
  documents: (space: string) => `/api/spaces/${space}/documents`,
  export: (space: string) => `/api/spaces/${space}/export`,
  import: '/api/import',
  session: '/api/session',
} as const;

/** A batch going up: in the order in which they were issued, at most 100. */
export interface Batch {
  readonly commands: readonly Command[];
}

/** What became of one command. `already` marks the answer to a retry. */
export type CommandOutcome =
  | {
      readonly id: string;
      readonly outcome: 'accepted';
      readonly from: number;
      readonly to: number;
      readonly already?: true;
    }
  | {
      readonly id: string;
      readonly outcome: 'refused';
      readonly code: string;
      readonly detail?: Json;
      readonly already?: true;
    };

/** The answer to a batch: one outcome per command, in order, and the head of the space. */
export interface BatchAnswer {
  readonly outcomes: readonly CommandOutcome[];
  readonly head: number;
}

/** A person as a reader may see them: from the vault, never from the ledger. */
export interface PersonCard {
  readonly id: string;
  /** One line, as the person writes it; absent when withdrawn or erased. */
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  /** Designation at their organisation, free line. */
  readonly designation?: string;
  readonly language?: string;
  /** Withdrawn (put in safety) or erased: shown in words, without date or reason. */
  readonly gone?: 'withdrawn' | 'erased';
}

/** The part of the vault that a reader may see, with a version of its own. */
export interface People {
  readonly version: number;
  readonly cards: readonly PersonCard[];
}

/** Who the server takes the caller for, in a space. */
export interface You {
  readonly person: string;
  readonly roles: readonly Role[];
  readonly organisation?: string;
  readonly circles: readonly Circle[];
}

/** The answer to `snapshot`; its ETag is that of what this reader may see. */
export interface SnapshotAnswer {
  readonly snapshot: Snapshot;
  readonly people: People;
  readonly you: You;
  /** How many active members read each of the reader's circles. */
  readonly readers: { readonly [circle: string]: readonly string[] };
}

/**
 * Server-sent events of the feed. `event` and `tick` carry `id: seq` (the cursor); `people` and `reset` have none.
 * `reset`: fetch a snapshot, since circles changed or the tail would weigh more than it.
 */
export type FeedMessage =
  | { readonly event: 'event'; readonly data: FeedEvent }
  | { readonly event: 'tick'; readonly data: { readonly seq: number } }
  | { readonly event: 'people'; readonly data: People }
  | { readonly event: 'reset'; readonly data: { readonly seq: number } };

/** One page of history, newest first. */
export interface HistoryAnswer {
  readonly events: readonly FeedEvent[];
  /** Pass as `before` for the next page; absent on the last one. */
  readonly before?: number;
}

/** A partnership in "my partnerships". */
export interface SpaceLine {
  readonly space: string;
  readonly title: string;
  readonly language: string;
  readonly phase: number;
  readonly cycle: number;
  readonly ended: boolean;
  readonly roles: readonly Role[];
  readonly sample: boolean;
}

/** Creates a space: its first member is the caller, as secretariat and core. */
export interface NewSpace {
  readonly space: string;
  readonly title: string;
  /** The problem in one sentence. */
  readonly problem: string;
  readonly language: 'fr' | 'en';
  readonly languages: readonly string[];
  readonly zone: string;
  readonly place?: string;
}

/**
 * An item readable by its owner alone, a working map also by whom its owner names: not in the ledger, deletable without
 * trace, with an expiry date.
 */
export interface PersonalItem {
  /** Below the address of personal items: the item's id, for a map of somebody else `{owner}/{id}`. */
  readonly id: string;
  readonly kind: 'conversation' | 'draft' | 'working-map';
  readonly value: Json;
  /** ISO date after which it is deleted. */
  readonly expires: string;
  /** The device's time of the last change: the later one wins between one person's own devices. */
  readonly changedAt: string;
  /** The person whose working map this belongs to; absent for what is mine. */
  readonly owner?: string;
  /** In the map of somebody else: whether I may write in it. */
  readonly writes?: boolean;
}

/** The session, as the app needs it at start. */
export interface SessionAnswer {
  readonly account?: {
    readonly id: string;
    readonly name: string;
    readonly email?: string;
    readonly language: 'fr' | 'en';
    readonly steward: boolean;
  };
  /** True while nobody has an account: the set-up link is on the server's console. */
  readonly setUp: boolean;
  /** Ways to sign in that work here. */
  readonly ways: readonly ('password' | 'email' | 'code')[];
}

/** Every error of the HTTP interface (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly correlationId: string;
  readonly retryable: boolean;
}
