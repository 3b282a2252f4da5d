import { processState } from '@tablee/domain/kernel';
import type { Positions } from '../wording/index.ts';

/** What a version of a text counts for. */
export type Standing = 'draft' | 'forComment' | 'inForce' | 'replaced' | 'withdrawn';

/** One version in the line of a text. */
export type Version = {
  /** The entity id of the document record that holds title, file and words of this version. */
  readonly document: string;
  /** From 1, in the order in which they were placed: never given twice. */
  readonly number: number;
  /** The version it was made from; `null` for the first one. */
  readonly from: string | null;
  readonly standing: Standing;
  /** The last day for comments, while it is open to them. */
  readonly until: string | null;
  /** Since when it stands like this; ISO 8601 UTC. */
  readonly since: string;
  /** Who said so. */
  readonly by: string;
  /** The version that took its place. */
  readonly replacedBy: string | null;
};

/** A text with all its versions; at most one of them is in force. */
export type Edition = {
  readonly versions: readonly Version[];
  readonly inForce: string | null;
  /** The latest position of each organisation, on the number of a version; absent while nobody gave one. */
  readonly positions?: Positions;
};

/** Refusals of editions. */
export type EditionRefusal =
  | 'AlreadyPlaced'
  | 'VersionUnknown'
  | 'AnotherInForce'
  | 'AlreadyInForce'
  | 'AlreadyReplaced'
  | 'DayPassed';

/** How the ledger holds it: what views read, without the rules that write it. */
export const editionState = processState<Edition>('edition');

/** The id of the line of versions that begins with a document. */
export const editionId = (document: string): string => `${document}-edition`;
