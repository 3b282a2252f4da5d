import { type PartRef, processState, type Stamp } from '@tablee/domain/kernel';

/** Who speaks among themselves: a constituency (several organisations), or one organisation. */
export const GROUP_KIND = {
  constituency: { fr: 'Un groupe d’organisations', en: 'A group of organisations' },
  organisation: { fr: 'Une seule organisation', en: 'One organisation' },
} as const;
/** The kind of a group. */
export type GroupKind = keyof typeof GROUP_KIND;

/** How a group came to its common position. */
export const AGREED_HOW = {
  meeting: { fr: 'En réunion', en: 'In a meeting' },
  inWriting: { fr: 'Par écrit', en: 'In writing' },
  byMandate: { fr: 'Par qui en a le mandat', en: 'By whoever holds the mandate' },
} as const;
/** The way of agreeing. */
export type AgreedHow = keyof typeof AGREED_HOW;

/** Somebody who speaks for the group outside, chosen by it for a term. */
export type Delegate = {
  readonly id: string;
  readonly person: string | null;
  /** The name as it was written, for a delegate who is no member of the space. */
  readonly name: PartRef | null;
  /** What they speak on. */
  readonly task: PartRef | null;
  readonly from: string | null;
  readonly until: string | null;
  /** Set when the group ended the term before its day. */
  readonly endedOn: string | null;
};

/** What somebody said in the group's conversation. */
export type GroupMessage = {
  readonly id: string;
  /** The message that opened its thread; `null` for one that opens a thread. */
  readonly answers: string | null;
  readonly by: string;
  readonly at: string;
  readonly stamp: Stamp;
  readonly text: PartRef | null;
};

/** One version of a common position. */
export type GroupVersion = {
  readonly number: number;
  /** The version its author had in front of them; 0 for the first. */
  readonly after: number;
  readonly by: string;
  readonly at: string;
  readonly lang: string;
  readonly text: PartRef | null;
};

/** What a group wants to say on a question, worded among itself. */
export type GroupPosition = {
  readonly id: string;
  readonly title: PartRef | null;
  /** The decision or text it is about. */
  readonly about: string | null;
  readonly versions: readonly GroupVersion[];
  /** The version that the group stands by. */
  readonly confirmed: {
    readonly version: number;
    readonly how: AgreedHow;
    readonly on: string;
    readonly by: string;
  } | null;
};

/** What a delegate brought back from a meeting. */
export type ReportBack = {
  readonly id: string;
  readonly meeting: string | null;
  readonly on: string;
  readonly by: string;
  readonly text: PartRef | null;
  /** What the group should talk about now. */
  readonly next: PartRef | null;
};

/** A text or a file that the group keeps for itself. */
export type GroupPaper = {
  readonly id: string;
  readonly title: PartRef | null;
  readonly text: PartRef | null;
  /** A file, as `fileIn` reads it. */
  readonly file: PartRef | null;
  readonly by: string;
  readonly at: string;
};

/** What left the group, and under which id it stands in the wider circle. */
export type Left = {
  readonly what: StatementKind;
  /** The position, or the paper; the group itself for the list of its delegates. */
  readonly of: string;
  readonly version: number | null;
  readonly as: string;
  readonly by: string;
  readonly at: string;
};

/** A group and its own space. */
export type Group = {
  readonly kind: GroupKind;
  readonly organisation: string | null;
  readonly name: PartRef | null;
  readonly mandate: PartRef | null;
  readonly coordinator: string;
  readonly delegates: readonly Delegate[];
  readonly messages: readonly GroupMessage[];
  readonly positions: readonly GroupPosition[];
  readonly reports: readonly ReportBack[];
  readonly papers: readonly GroupPaper[];
  readonly left: readonly Left[];
  readonly closed: { readonly at: string; readonly by: string } | null;
};

/** What a group can publish. */
export const STATEMENT_KIND = {
  position: { fr: 'Position commune', en: 'Common position' },
  delegates: { fr: 'Délégation', en: 'Delegation' },
  paper: { fr: 'Texte du groupe', en: 'Paper of the group' },
} as const;
/** The kind of a statement. */
export type StatementKind = keyof typeof STATEMENT_KIND;

/** What a group or an organisation said to others: words that do not change any more. */
export type Statement = {
  readonly kind: StatementKind;
  /** The group's name, as it chose to be called outside. */
  readonly group: PartRef | null;
  readonly organisation: string | null;
  readonly about: string | null;
  readonly title: PartRef | null;
  readonly text: PartRef | null;
  /** A file that goes with it, as `fileIn` reads it. */
  readonly file: PartRef | null;
  readonly lang: string;
  /** How and when the group agreed; `null` for what is no position. */
  readonly confirmed: { readonly how: AgreedHow; readonly on: string } | null;
  readonly by: string;
  readonly at: string;
  readonly withdrawn: { readonly at: string; readonly by: string } | null;
};

/** Refusals of groups and of what they publish. */
export type GroupRefusal =
  | 'OwnCircleOnly'
  | 'GroupClosed'
  | 'UnknownPosition'
  | 'UnknownVersion'
  | 'UnknownMessage'
  | 'UnknownDelegate'
  | 'NotYourOrganisation'
  | 'NotYourStatement';

/** How the ledger holds a group: what views read, without the rules that write it. */
export const groupState = processState<Group>('group');
/** How the ledger holds what a group published. */
export const statementState = processState<Statement>('statement');
