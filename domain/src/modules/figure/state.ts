import { type JsonObject, type PartRef, processState, type Stamp } from '@tablee/domain/kernel';
import type { Channel } from '../wording/index.ts';

/** What became of the current revision: given, approved, or returned to its author with a reason. */
export type FigureStatus = 'given' | 'approved' | 'returned';

/** One value that was given for a figure; none is ever lost. */
export type Revision = {
  readonly at: Stamp;
  /** The hour of the server, ISO 8601 UTC. */
  readonly on: string;
  readonly by: string;
  readonly value: string;
  readonly unit: string;
  readonly channel: Channel;
  /** True when somebody entered it for the organisation. */
  readonly onBehalf: boolean;
  /** True once the organisation has said that this is what it gave, or gave it itself. */
  readonly confirmed: boolean;
  readonly source?: PartRef;
  readonly evidence?: PartRef;
  readonly reason?: PartRef;
};

/** A figure: one value of one indicator for one period and organisation, with its revisions. */
export type Figure = JsonObject & {
  readonly indicator: string;
  readonly organisation: string;
  readonly period: string;
  readonly place?: PartRef;
  readonly revisions: readonly Revision[];
  readonly status: FigureStatus;
  /** The index of the last approved revision: what counts until another one is approved. */
  readonly approved?: number;
  readonly approvedBy?: string;
  readonly approvedOn?: string;
  /** Why the current revision was returned. */
  readonly returned?: PartRef;
};

/** Refusals of figures. */
export type FigureRefusal =
  | 'AlreadyGiven'
  | 'NotYourOrganisation'
  | 'AlreadyApproved'
  | 'NothingToConfirm'
  | 'ReasonMissing'
  | 'UnknownIndicator';

/** How the ledger holds it: what views read, without the rules that write it. */
export const figureState = processState<Figure>('figure');
